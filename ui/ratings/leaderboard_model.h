// The leaderboard's rows: one a model, strongest first.
#pragma once

#include "ui/charts/series_look.h"

#include <QtCore/QAbstractTableModel>

#include <memory>

namespace agon::rating {
struct Overview;
struct RatedModel;
} // namespace agon::rating

namespace agon::ui {

class RatingsPresenter;

class LeaderboardModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        Rank,
        Name,
        Rating,
        Interval,
        Battles,
        Won,
        Flips,
        Characters,
        Change,
        ColumnCount
    };
    enum Role {
        PinRole = Qt::UserRole, // agon::ui::Pin
        AnchorRole,             // bool
        WinsRole,               // QVector<double>: won, tied, lost
    };

    explicit LeaderboardModel(RatingsPresenter& presenter, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] QString nameAt(int row) const;
    [[nodiscard]] int rowOf(const QString& name) const; // −1: not there

  private:
    void follow();
    [[nodiscard]] const rating::RatedModel& at(int row) const;
    [[nodiscard]] QVariant display(const rating::RatedModel& model, Column column) const;
    [[nodiscard]] QString tooltip(const rating::RatedModel& model, Column column) const;

    RatingsPresenter& m_presenter;
    std::shared_ptr<const rating::Overview> m_overview;
};

// "−7 +10", "fixed", "−7 +∞", or why there is none.
[[nodiscard]] QString intervalWords(const rating::RatedModel& model, bool anchor);
// For the status of a model without a rating: "never lost", "never won", "not connected".
[[nodiscard]] QString statusWords(const rating::RatedModel& model);

} // namespace agon::ui
