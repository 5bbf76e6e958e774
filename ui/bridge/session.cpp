#include "ui/bridge/session.h"

#include "ui/bridge/session_refresh.h"

#include <QFileInfo>

#include <filesystem>

namespace agon::ui {

namespace {

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString message(const Error& error) {
    return QString::fromStdString(error.text());
}

} // namespace

Session::Session(Executor& executor, std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent)
    , m_executor(executor)
    , m_clock(std::move(clock))
    , m_annotator(tr("me")) {}

Session::~Session() {
    m_closing.request_stop();
}

QString Session::path() const {
    return m_workspace ? QString::fromStdU16String(m_workspace->path().u16string()) : QString();
}

QString Session::name() const {
    return QFileInfo(path()).fileName();
}

QString Session::readOnlyReason() const {
    QString reason =
        m_workspace ? QString::fromStdString(m_workspace->readOnlyReason()) : QString();
    if (!reason.isEmpty())
        reason[0] = reason[0].toUpper(); // it stands as a sentence
    return reason;
}

void Session::open(const QString& path) {
    start(path, false);
}

void Session::create(const QString& path) {
    start(path, true);
}

void Session::close() {
    ++m_generation; // an open that is on its way is dropped
    m_opening = false;
    release();
}

// Lets go of the workspace on a worker: its destructor waits for the writer.
void Session::release() {
    m_closing.request_stop();
    m_closing = std::stop_source();
    m_subscription = {};
    if (!m_workspace)
        return;
    m_table.reset();
    m_verdicts.reset();
    m_policy = {};
    m_pending = {};
    m_refreshing = false;
    m_policyPending = false;
    m_history.clear();
    m_before.clear();
    m_savedAt = {};
    m_writesPending = 0;
    const auto held = std::make_shared<std::shared_ptr<Workspace>>(std::move(m_workspace));
    m_workspace.reset();
    m_executor.submit<void>(
        JobSpec{{}, false},
        [held](const JobContext&) -> Result<void> {
            held->reset();
            return {};
        },
        std::make_shared<GuiDispatcher>(this), [](const Result<void>&) {});
    emit closed();
    emit historyChanged();
    emit savedChanged();
}

void Session::start(const QString& path, bool createIt) {
    close();
    m_opening = true;
    m_executor.submit<std::shared_ptr<Workspace>>(
        JobSpec{{}, false},
        [file = toPath(path), createIt, clock = m_clock](const JobContext&) {
            const OpenOptions options{false, clock};
            return createIt ? Workspace::create(file, options) : Workspace::open(file, options);
        },
        std::make_shared<GuiDispatcher>(this),
        [this, path, createIt,
         generation = m_generation](Result<std::shared_ptr<Workspace>> result) {
            if (generation != m_generation)
                return;
            m_opening = false;
            if (result)
                adopt(std::move(*result));
            else
                emit openFailed(path, result.error(), createIt);
        });
}

void Session::adopt(std::shared_ptr<Workspace> workspace) {
    m_workspace = std::move(workspace);
    m_subscription =
        m_workspace->onChange([this, dispatcher = std::make_shared<GuiDispatcher>(this),
                               generation = m_generation](const ChangeSet& change) {
            dispatcher->post([this, generation, change] {
                if (generation == m_generation)
                    changed(change);
            });
        });
    m_pending.battlesAdded = true;
    emit opened();
    refresh();
}

void Session::changed(const ChangeSet& change) {
    m_savedAt = m_clock->now();
    emit savedChanged();
    m_pending.merge(change);
    if (change.models)
        emit modelsChanged();
    if (change.flywheel)
        emit flywheelChanged();
    if (change.runs)
        emit runsChanged();
    refresh();
}

void Session::setPolicy(const Policy& policy) {
    if (policy == m_policy)
        return;
    m_policy = policy;
    m_policyPending = true;
    emit policyChanged();
    refresh();
}

// One refresh at a time; what arrives meanwhile is gathered and read by the next.
void Session::refresh() {
    const bool wanted = m_policyPending || needsReload(m_pending) || !m_pending.votes.empty();
    if (!m_workspace || m_refreshing || !wanted)
        return;
    if (!m_table && !needsReload(m_pending))
        return; // the first load failed, and nothing new has come
    m_refreshing = true;
    RefreshRequest request{m_table, m_verdicts, m_policy, std::exchange(m_pending, {}),
                           std::exchange(m_policyPending, false)};
    run<Refreshed>(
        JobSpec{{}, false},
        [request = std::move(request)](Workspace& workspace, const JobContext& context) {
            return refreshTable(request, workspace, context);
        },
        this,
        [this](Result<Refreshed> result) {
            m_refreshing = false;
            if (result)
                adoptTable(std::move(*result));
            else if (result.error().code != ErrorCode::Cancelled)
                emit failed(tr("The battles could not be read: %1").arg(message(result.error())));
            refresh();
        });
}

void Session::adoptTable(Refreshed next) {
    const auto before = std::exchange(m_table, std::move(next.table));
    m_verdicts = std::move(next.verdicts);
    // A policy set meanwhile is still written in the old table's terms.
    if (next.reloaded && before)
        m_policy = m_policyPending ? translated(m_policy, *before, *m_table) : next.policy;
    if (next.reloaded)
        emit tableChanged();
    else
        emit verdictsChanged(next.votes);
}

void Session::setAnnotator(const QString& name) {
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed == m_annotator)
        return;
    m_annotator = trimmed;
    m_history.clear(); // another person's votes are not this one's to take back
    m_before.clear();
    emit annotatorChanged();
    emit historyChanged();
}

} // namespace agon::ui
