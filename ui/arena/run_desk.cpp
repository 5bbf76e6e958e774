#include "ui/arena/run_desk.h"

#include "core/arena/runner.h"
#include "core/store/run_reader.h"
#include "ui/widgets/permission_question.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int pollEvery = 100; // milliseconds

// What starting a run needs beside what a person said.
struct Prepared {
    std::shared_ptr<const Cast> cast;
    std::vector<TrustedOrigin> missing;
    QString set;
};

Result<Prepared> prepare(const RunSpec& spec, const ArenaServices& services, Workspace& workspace) {
    Prepared out;
    out.cast = TRY(makeCast(spec, services.resources, workspace));
    out.missing = services.permissions->missing(permissionsFor(out.cast->endpoints()));
    for (const SetInfo& set :
         TRY(workspace.read<std::vector<SetInfo>>([](Reader& reader) { return reader.sets(); })))
        if (set.id == spec.set)
            out.set = QString::fromStdString(set.name);
    return out;
}

Result<std::vector<KnownRun>> readRuns(Reader& reader) {
    std::vector<KnownRun> out;
    RunReader runs(reader);
    for (RunInfo& info : TRY(runs.runs())) {
        if (info.kind != "arena")
            continue;
        KnownRun run;
        if (auto spec = readRunSpec(info.parameters))
            run.spec = std::move(*spec);
        run.info = std::move(info);
        out.push_back(std::move(run));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

Result<RunStatus> readStatus(Reader& reader, RunId run) {
    RunReader runs(reader);
    const RunInfo info = TRY(runs.run(run));
    RunStatus out;
    out.run = run;
    // Nobody runs it: what was begun is not on its way any more.
    out.state = info.state == RunState::Running ? RunState::Stopped : info.state;
    out.message = info.message;
    out.sums = TRY(runs.sums(run));
    if (const auto spec = readRunSpec(info.parameters)) {
        out.atOnce = spec->atOnce;
        out.maxCost = spec->maxCost;
    }
    const std::vector<Model> models = TRY(reader.models(false));
    for (const CallCause& cause : TRY(runs.causes(run))) {
        const auto model = std::ranges::find(models, cause.model, &Model::id);
        out.errors.push_back({cause.model, model == models.end() ? std::string() : model->name,
                              cause.failure, cause.calls, cause.message});
    }
    return out;
}

} // namespace

RunDesk::RunDesk(ArenaDesk& arena, QObject* parent)
    : QObject(parent)
    , m_arena(arena) {
    m_timer.setInterval(pollEvery);
    connect(&m_timer, &QTimer::timeout, this, &RunDesk::poll);
    Session& session = arena.session();
    connect(&session, &Session::opened, this, &RunDesk::list);
    connect(&session, &Session::runsChanged, this, &RunDesk::list);
    connect(&session, &Session::closed, this, &RunDesk::forget);
    if (session.isOpen())
        list();
}

// What runs ends with the workspace; nobody is told any more.
RunDesk::~RunDesk() = default;

void RunDesk::forget() {
    m_timer.stop();
    m_listing.cancel();
    m_looking.cancel();
    m_control.reset();
    m_preparing = false;
    m_runs.clear();
    m_sittings.clear();
    emit runsChanged();
}

void RunDesk::list() {
    m_listing.read<std::vector<KnownRun>>(m_arena.session(), &readRuns, this,
                                          [this](Result<std::vector<KnownRun>> runs) {
                                              if (!runs)
                                                  return;
                                              m_runs = std::move(*runs);
                                              const RunStatus* now = active();
                                              for (KnownRun& run : m_runs)
                                                  run.sitting = now && now->run == run.info.id;
                                              emit runsChanged();
                                          });
}

void RunDesk::start(const RunSpec& spec, std::optional<RunId> resume, QWidget* window) {
    const ArenaServices* services = m_arena.services();
    if (busy()) {
        emit refused(tr("Another run is going on. Stop it, or wait until it is done."));
        return;
    }
    if (!services) {
        emit refused(m_arena.problem().isEmpty() ? tr("The workspace is still being opened.")
                                                 : m_arena.problem());
        return;
    }
    if (const QString why = m_arena.session().readOnlyReason(); !why.isEmpty()) {
        emit refused(tr("The workspace cannot be written: %1").arg(why));
        return;
    }
    m_preparing = true;
    m_arena.session().run<Prepared>(
        JobSpec{{}, false},
        [spec, services = *services](Workspace& workspace, const JobContext&) {
            return prepare(spec, services, workspace);
        },
        this,
        [this, spec, resume, window = QPointer<QWidget>(window)](Result<Prepared> prepared) {
            m_preparing = false;
            if (!prepared) {
                emit refused(QString::fromStdString(prepared.error().text()));
                return;
            }
            if (!window || !m_arena.services())
                return;
            askPermission(m_arena, prepared->missing, window,
                          [self = QPointer<RunDesk>(this), spec, resume, cast = prepared->cast,
                           title = runTitle(spec, prepared->set)](bool allowed) {
                              if (self && allowed)
                                  self->sit(spec, resume, cast, title);
                          });
        });
}

void RunDesk::resume(RunId run, QWidget* window) {
    const KnownRun* found = known(run);
    if (!found || !found->resumable()) {
        emit refused(tr("This run cannot be resumed."));
        return;
    }
    start(*found->spec, run, window);
}

void RunDesk::sit(const RunSpec& spec, std::optional<RunId> resume,
                  std::shared_ptr<const Cast> cast, const QString& title) {
    if (busy() || !m_arena.services())
        return;
    m_control = std::make_shared<RunControl>();
    RunParts parts;
    parts.workspace = m_arena.session().workspace();
    parts.service = m_arena.services()->service;
    parts.cast = std::move(cast);
    parts.control = m_control;
    m_handle = m_arena.session().run<RunStatus>(
        JobSpec{title.toStdString(), true},
        [parts, spec, resume](Workspace&, const JobContext& context) -> Result<RunStatus> {
            RunStatus last = TRY(performRun(parts, spec, resume, context.stop, context.progress));
            if (last.state == RunState::Failed)
                return fail(ErrorCode::InvalidInput, last.message);
            if (last.state == RunState::Stopped && context.stop.stop_requested())
                return fail(ErrorCode::Cancelled, last.message);
            return last;
        },
        this, [this](const Result<RunStatus>& result) { finish(result); });
    m_timer.start();
    emit started(m_handle.id());
}

// The control has the run's last word, also of one that failed.
void RunDesk::finish(const Result<RunStatus>& result) {
    m_timer.stop();
    RunStatus last = m_control->status();
    m_control.reset();
    if (!result && last.state == RunState::Running) { // it ended before it began
        last.state = RunState::Failed;
        last.message = result.error().text();
    }
    if (last.run.valid())
        keep(last, m_handle.id());
    list();
    if (last.run.valid())
        emit statusChanged(last.run);
    emit ended(last);
}

void RunDesk::poll() {
    if (!m_control)
        return;
    RunStatus now = m_control->status();
    if (!now.run.valid())
        return;
    now.paused = m_control->paused();
    const bool fresh = !runOf(m_handle.id()).valid();
    keep(now, m_handle.id());
    if (fresh)
        list();
    emit statusChanged(now.run);
}

void RunDesk::keep(const RunStatus& status, std::uint64_t job) {
    const auto found = std::ranges::find(m_sittings, status.run, &Sitting::run);
    if (found == m_sittings.end()) {
        m_sittings.push_back({status.run, job, status});
        return;
    }
    if (job != 0)
        found->job = job;
    found->status = status;
}

void RunDesk::look(RunId run) {
    const RunStatus* now = active();
    if (now && now->run == run)
        return;
    m_looking.read<RunStatus>(
        m_arena.session(), [run](Reader& reader) { return readStatus(reader, run); }, this,
        [this, run](Result<RunStatus> read) {
            if (!read)
                return;
            if (const RunStatus* heard = status(run)) { // of what was planned only a runner knows
                read->tally = heard->tally;
                read->endpoints = heard->endpoints;
            }
            keep(*read, 0);
            emit statusChanged(run);
        });
}

void RunDesk::pause(bool on) {
    if (!m_control)
        return;
    m_control->pause(on);
    poll();
}

void RunDesk::stop() {
    if (m_control)
        m_handle.cancel();
}

void RunDesk::setAtOnce(int atOnce) {
    if (m_control)
        m_control->setAtOnce(atOnce);
}

const KnownRun* RunDesk::known(RunId run) const {
    const auto found =
        std::ranges::find_if(m_runs, [run](const KnownRun& each) { return each.info.id == run; });
    return found == m_runs.end() ? nullptr : &*found;
}

RunId RunDesk::runOf(std::uint64_t job) const {
    const auto found = std::ranges::find_if(
        m_sittings, [job](const Sitting& each) { return job != 0 && each.job == job; });
    return found == m_sittings.end() ? RunId{} : found->run;
}

const RunStatus* RunDesk::status(RunId run) const {
    const auto found = std::ranges::find(m_sittings, run, &Sitting::run);
    return found == m_sittings.end() ? nullptr : &found->status;
}

const RunStatus* RunDesk::active() const {
    return m_control ? status(runOf(m_handle.id())) : nullptr;
}

QString runTitle(const RunSpec& spec, const QString& set) {
    const QString plan = spec.plan == PairPlan::RoundRobin ? RunDesk::tr("round robin")
                         : spec.plan == PairPlan::Target   ? RunDesk::tr("target against each")
                         : spec.plan == PairPlan::Baseline ? RunDesk::tr("each against a baseline")
                                                           : RunDesk::tr("sampled");
    return RunDesk::tr("%1 · %2 models · %3").arg(set).arg(spec.fighters.size()).arg(plan);
}

QString runStateWords(const KnownRun& run) {
    if (run.interrupted())
        return RunDesk::tr("interrupted");
    switch (run.info.state) {
    case RunState::Running:
        return RunDesk::tr("running");
    case RunState::Stopped:
        return RunDesk::tr("stopped");
    case RunState::Failed:
        return RunDesk::tr("failed");
    case RunState::Done:
        return RunDesk::tr("done");
    case RunState::Waiting:
        return RunDesk::tr("waiting for a batch");
    }
    return {};
}

} // namespace agon::ui
