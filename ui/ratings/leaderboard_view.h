// The leaderboard as a table in step with the interval plot beside it.
#pragma once

#include "ui/charts/series_look.h"

#include <QtWidgets/QTableView>

namespace agon::ui {

class LeaderboardModel;

// Enter or a double click opens the model's battles, A and B pin it.
class LeaderboardView : public QTableView {
    Q_OBJECT
  public:
    explicit LeaderboardView(LeaderboardModel& model, QWidget* parent = nullptr);

    [[nodiscard]] int rowPitch() const;
    [[nodiscard]] int headerHeight() const;
    void setHoveredRow(int row); // from the plot beside it

  signals:
    void battlesWanted(const QString& model);
    void pinWanted(const QString& model, agon::ui::Pin side);
    void modelWanted(const QString& model);
    void rowHovered(int row); // −1: none

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fitColumns();
    [[nodiscard]] QString currentName() const;

    LeaderboardModel& m_model;
};

} // namespace agon::ui
