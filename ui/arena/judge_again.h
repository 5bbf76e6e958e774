// One battle on its way through a judge once more, and what the judge has said so far.
#pragma once

#include "core/arena/rejudge.h"
#include "ui/bridge/arena_desk.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <array>
#include <memory>

class QWidget;

namespace agon::ui {

// Lives on the GUI thread; the desk outlives it. One battle at a time.
class JudgeAgain final : public QObject {
    Q_OBJECT

  public:
    explicit JudgeAgain(ArenaDesk& desk, QObject* parent = nullptr);
    ~JudgeAgain() override;

    [[nodiscard]] ArenaDesk& arena() const { return m_desk; }

    // Asks for the permissions that are missing, over `window`, then asks the judge. refused() says
    // why not; nothing follows when a person said no.
    void start(const RejudgeRequest& request, QWidget* window);
    void cancel();

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] BattleId battle() const { return m_request.battle; } // the last one
    [[nodiscard]] const QString& judgeName() const { return m_judge; }
    // As it streams; of the latest attempt.
    struct Reply {
        QString text;
        int attempt = 0;
    };
    [[nodiscard]] const Reply& reply(Order order) const {
        return m_replies[static_cast<std::size_t>(order)];
    }
    // Why there is no verdict, or no new one; empty: there are two. After ended().
    [[nodiscard]] const QString& outcome() const { return m_outcome; }

  signals:
    void started();
    void heard(); // at most ten times a second
    void ended();
    void refused(const QString& why);

  private:
    struct Heard; // shared with the threads of the service
    void ask(const RejudgeRequest& request);
    void listen();
    void finish(const Result<Rejudged>& result);

    ArenaDesk& m_desk;
    QTimer m_timer;
    RejudgeRequest m_request;
    QString m_judge;
    std::shared_ptr<Heard> m_heard;
    std::array<Reply, 2> m_replies;
    QString m_outcome;
    JobHandle m_handle;
    bool m_busy = false;
    bool m_preparing = false;
};

} // namespace agon::ui
