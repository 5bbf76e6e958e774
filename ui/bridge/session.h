// The one open workspace, as the panels see it: what is in it now, and signals when that changes.
#pragma once

#include "core/battles/battle_table.h"
#include "core/battles/policy.h"
#include "core/jobs/executor.h"
#include "core/store/workspace.h"
#include "ui/bridge/gui_dispatcher.h"
#include "ui/bridge/vote_history.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace agon::ui {

struct Refreshed;

// Lives on the GUI thread and never waits: every read and write runs on a worker and comes back as
// a signal. Table and verdicts are immutable and replaced as a whole; keep the shared_ptr as long
// as you use its rows. They are null until the first tableChanged() after opened().
class Session final : public QObject {
    Q_OBJECT

  public:
    Session(Executor& executor, std::shared_ptr<const Clock> clock, QObject* parent = nullptr);
    ~Session() override;

    // Closes what is open, then opened() or openFailed(). Opening again before the answer wins.
    void open(const QString& path);
    void create(const QString& path);
    void close();

    [[nodiscard]] bool isOpen() const { return m_workspace != nullptr; }
    [[nodiscard]] bool isOpening() const { return m_opening; }
    [[nodiscard]] const std::shared_ptr<Workspace>& workspace() const { return m_workspace; }
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString name() const;           // file name
    [[nodiscard]] QString readOnlyReason() const; // empty when writable
    [[nodiscard]] Executor& executor() const { return m_executor; }
    [[nodiscard]] const std::shared_ptr<const Clock>& clock() const { return m_clock; }

    [[nodiscard]] const std::shared_ptr<const BattleTable>& table() const { return m_table; }
    [[nodiscard]] const std::shared_ptr<const Verdicts>& verdicts() const { return m_verdicts; }
    [[nodiscard]] const Policy& policy() const { return m_policy; }
    // verdictsChanged({}) follows when all rows have been derived again.
    void setPolicy(const Policy& policy);

    // Who votes. Never empty.
    [[nodiscard]] QString annotator() const { return m_annotator; }
    void setAnnotator(const QString& name);

    // A verdict in the battle's own A and B (un-swapped); nullopt clears. Shown only once it is
    // committed: verdictsChanged() carries the battle. Refused with failed() when read-only.
    void vote(BattleId battle, std::optional<Verdict> verdict, const QString& note, bool blind);
    // This person's vote as it stands, what is still being written included.
    [[nodiscard]] std::optional<Verdict> currentVote(BattleId battle);
    void flag(BattleId battle, bool on);
    // Appends events that take back, or repeat, what this person did in this sitting; nothing is
    // deleted. The battle concerned is told by historyMoved().
    void undo();
    void redo();
    [[nodiscard]] const VoteHistory& history() const { return m_history; }
    // The last commit of this sitting; not known before the first.
    [[nodiscard]] Timestamp savedAt() const { return m_savedAt; }
    [[nodiscard]] int writesPending() const { return m_writesPending; }

    // Runs `work` on a worker with the open workspace. The answer is dropped when `receiver` is
    // gone, or another workspace is open by then. Only while isOpen().
    template <class T>
    JobHandle run(JobSpec spec, std::function<Result<T>(Workspace&, const JobContext&)> work,
                  QObject* receiver, std::function<void(Result<T>)> finished) {
        return m_executor.submit<T>(
            std::move(spec),
            [workspace = m_workspace, closing = m_closing.get_token(),
             work = std::move(work)](const JobContext& context) {
                // Ends when the job is cancelled, and when the workspace is closed.
                std::stop_source either;
                const auto stop = [&either] {
                    either.request_stop();
                };
                const std::stop_callback cancelled(context.stop, stop);
                const std::stop_callback closed(closing, stop);
                return work(*workspace, JobContext{either.get_token(), context.progress});
            },
            std::make_shared<GuiDispatcher>(receiver),
            [self = QPointer<Session>(this), generation = m_generation,
             finished = std::move(finished)](Result<T> result) {
                if (self && self->m_generation == generation)
                    finished(std::move(result));
            });
    }

    // A view's own small question: not listed among the jobs.
    template <class T>
    JobHandle read(std::function<Result<T>(Reader&)> question, QObject* receiver,
                   std::function<void(Result<T>)> finished) {
        return run<T>(
            JobSpec{{}, false},
            [question = std::move(question)](Workspace& workspace, const JobContext& context) {
                return workspace.read<T>(question, context.stop);
            },
            receiver, std::move(finished));
    }

    // A write; `finished` arrives after the commit. A refused write also says failed().
    template <class T>
    void write(std::function<Result<T>(Appender&)> work, QObject* receiver,
               std::function<void(Result<T>)> finished) {
        writeBegun();
        m_workspace->writeAsync<T>(std::move(work), std::make_shared<GuiDispatcher>(this),
                                   [this, receiver = QPointer<QObject>(receiver),
                                    generation = m_generation,
                                    finished = std::move(finished)](Result<T> result) {
                                       writeEnded(generation, result ? nullptr : &result.error());
                                       if (receiver && m_generation == generation)
                                           finished(std::move(result));
                                   });
    }

  signals:
    void opened();
    void closed();
    void openFailed(const QString& path, const agon::Error& error, bool making);
    // Another table, with verdicts of its rows. `table()->models` is new too.
    void tableChanged();
    // Verdicts, votes or flags of these battles; empty: of all. The rows stay the same.
    void verdictsChanged(const std::vector<agon::BattleId>& battles);
    void policyChanged();
    void modelsChanged(); // added, edited or removed; tableChanged() follows
    void flywheelChanged();
    void runsChanged(); // a run began, ended or was taken up again
    void annotatorChanged();
    void historyChanged();
    // An undo or redo was committed: the battle to show again.
    void historyMoved(agon::BattleId battle);
    void savedChanged();                 // savedAt() or writesPending()
    void failed(const QString& message); // for a notice bar

  private:
    void start(const QString& path, bool createIt);
    void adopt(std::shared_ptr<Workspace> workspace);
    void changed(const ChangeSet& change);
    void refresh();
    void adoptTable(Refreshed next);
    void release();
    void writeBegun();
    void writeEnded(std::uint64_t generation, const Error* error);
    void append(VoteHistory::Step step, VoteHistory::Move move);
    [[nodiscard]] bool writable();

    Executor& m_executor;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<Workspace> m_workspace;
    Subscription m_subscription;
    std::stop_source m_closing;     // stops what runs on the open workspace
    std::uint64_t m_generation = 0; // of the open workspace
    bool m_opening = false;

    std::shared_ptr<const BattleTable> m_table;
    std::shared_ptr<const Verdicts> m_verdicts;
    Policy m_policy;
    ChangeSet m_pending; // what the table does not show yet
    bool m_refreshing = false;
    bool m_policyPending = false;

    QString m_annotator;
    VoteHistory m_history;
    std::unordered_map<BattleId, std::optional<Verdict>> m_before; // votes older than this sitting
    Timestamp m_savedAt;
    int m_writesPending = 0;
};

} // namespace agon::ui
