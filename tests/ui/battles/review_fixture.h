// A small arena in a temporary workspace, opened in a session: what tests of the review stand on.
#pragma once

#include "core/base/clock.h"
#include "core/jobs/executor.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/panel.h"
#include "ui/shell/settings.h"

#include <QTemporaryDir>

#include <memory>

namespace agon::test {

// Battles 1 to 8 of alpha (A) against beta, judged by "judge" in both orders:
// 1 and 2: A by 2; 3: the games contradict (flip), gap 0; 4: B by 1, "second" says A;
// 5: an unreadable reply; 6: a row without texts; 7: alpha against itself; 8: the second turn, A
// by 3.
Result<void> addReviewArena(Appender& appender);

class ReviewFixture {
  public:
    ReviewFixture();
    ~ReviewFixture();

    // Opens and waits for the table.
    void open();
    [[nodiscard]] ui::PanelContext context();
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    // From the file, not from the session.
    [[nodiscard]] std::vector<Override> events(std::int64_t battle);

  private:
    QTemporaryDir m_folder; // before what keeps files in it

  public:
    std::shared_ptr<ManualClock> clock;
    Executor executor;
    ui::Session session;
    std::unique_ptr<ui::Settings> settings;
    ui::JobsFeed jobs;
    ui::ActionRegistry actions;
    ui::Navigator navigator;
};

} // namespace agon::test
