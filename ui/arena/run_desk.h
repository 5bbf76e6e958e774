// The room arena: what to battle, a run that runs, judging one battle again.
//
// This file: the runs of the open workspace, the running one and the earlier ones.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/run_control.h"
#include "core/arena/run_spec.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/latest.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace agon::ui {

// A run as it stands in the workspace.
struct KnownRun {
    RunInfo info;
    std::optional<RunSpec> spec; // none: of another kind, or it cannot be read
    bool sitting = false;        // this program runs it now
    // Running by its state, and nobody runs it: its program was killed.
    [[nodiscard]] bool interrupted() const { return !sitting && info.state == RunState::Running; }
    // There may be something left to ask for, and nobody is at it. One that is done and came to
    // less than was planned says so.
    [[nodiscard]] bool resumable() const {
        return spec && !sitting && (info.state != RunState::Done || !info.message.empty());
    }
};

// Lives on the GUI thread; the desk and its session outlive it. One run at a time: they share the
// endpoints and their limits.
class RunDesk final : public QObject {
    Q_OBJECT

  public:
    explicit RunDesk(ArenaDesk& arena, QObject* parent = nullptr);
    ~RunDesk() override;

    [[nodiscard]] ArenaDesk& arena() const { return m_arena; }

    // Asks for the permissions that are missing, over `window`, and runs. `resume`: an earlier run.
    // Then started(), or refused() with why not; neither when a person said no.
    void start(const RunSpec& spec, std::optional<RunId> resume, QWidget* window);
    // The same, of an earlier run; refused() when it cannot be.
    void resume(RunId run, QWidget* window);
    [[nodiscard]] bool busy() const { return m_control != nullptr || m_preparing; }

    // Of the running run; nothing happens without one.
    void pause(bool on);
    void stop();
    void setAtOnce(int atOnce);

    // Of arenas, newest first; the running one included.
    [[nodiscard]] const std::vector<KnownRun>& runs() const { return m_runs; }
    [[nodiscard]] const KnownRun* known(RunId run) const;
    // The run that a job of the executor runs or ran; not valid for other jobs.
    [[nodiscard]] RunId runOf(std::uint64_t job) const;
    // The last that was heard of it in this sitting of the program; null: nothing.
    [[nodiscard]] const RunStatus* status(RunId run) const;
    [[nodiscard]] const RunStatus* active() const;
    // Reads what an earlier run came to; then statusChanged().
    void look(RunId run);

  signals:
    void started(quint64 job);
    void refused(const QString& why);
    void statusChanged(agon::RunId run); // at most ten times a second
    void runsChanged();
    void ended(const agon::RunStatus& last);

  private:
    struct Sitting {
        RunId run;
        std::uint64_t job = 0;
        RunStatus status;
    };

    void list();
    void forget();
    void sit(const RunSpec& spec, std::optional<RunId> resume, std::shared_ptr<const Cast> cast,
             const QString& title);
    void poll();
    void finish(const Result<RunStatus>& result);
    void keep(const RunStatus& status, std::uint64_t job);

    ArenaDesk& m_arena;
    QTimer m_timer;
    Latest m_listing;
    Latest m_looking;
    std::vector<KnownRun> m_runs;
    std::vector<Sitting> m_sittings; // of this program on this workspace
    std::shared_ptr<RunControl> m_control;
    JobHandle m_handle;
    bool m_preparing = false;
};

// "Mix · 3 models · round robin", as the run is named.
[[nodiscard]] QString runTitle(const RunSpec& spec, const QString& set);
// "running", "interrupted", "stopped" …
[[nodiscard]] QString runStateWords(const KnownRun& run);

} // namespace agon::ui
