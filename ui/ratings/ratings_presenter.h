// The room ratings: leaderboard, intervals, progress and win rates, all following the battles.
// This file: what the Ratings panel shows, kept up with the session; no widgets.
#pragma once

#include "core/jobs/executor.h"
#include "core/rating/overview.h"
#include "ui/charts/series_look.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>
#include <unordered_map>

namespace agon::ui {

class Session;

// Lives on the GUI thread. After every change of verdicts it rates twice on a worker: quickly, so
// that the ratings move at once, then fully. Answers to older questions are dropped.
class RatingsPresenter : public QObject {
    Q_OBJECT
  public:
    explicit RatingsPresenter(Session& session, QObject* parent = nullptr);
    ~RatingsPresenter() override;

    // Null until the first answer; the old one stays while a new one is computed.
    [[nodiscard]] const std::shared_ptr<const rating::Overview>& overview() const {
        return m_overview;
    }
    [[nodiscard]] bool isRating() const { return m_rating; }

    [[nodiscard]] const rating::OverviewChoice& choice() const { return m_choice; }
    void setChoice(const rating::OverviewChoice& choice);

    // The pair that is compared everywhere. Pinning a model as A that is B exchanges them; pinning
    // it again takes the pin off.
    void pin(const QString& model, Pin side);
    [[nodiscard]] Pin pinOf(const QString& model) const;
    [[nodiscard]] QString pinned(Pin side) const;

    // Rating now minus rating when this workspace was opened; none for newcomers.
    [[nodiscard]] std::optional<double> change(const rating::RatedModel& model) const;

  signals:
    void overviewChanged();
    void ratingChanged(); // isRating()
    void choiceChanged();
    void pinsChanged();

  private:
    void restart();
    void readAnchor();
    void ask();
    void start(bool fully, std::uint64_t question);
    void carryIntervals(rating::Overview& overview) const;
    void adopt(rating::Overview overview);

    Session& m_session;
    rating::OverviewChoice m_choice;
    std::shared_ptr<const rating::Overview> m_overview;
    std::unordered_map<std::string, double> m_before; // ratings when the workspace was opened
    QString m_pinnedA;
    QString m_pinnedB;
    JobHandle m_job;
    std::uint64_t m_question = 0;
    bool m_rating = false;
    bool m_anchorRead = false;
};

} // namespace agon::ui
