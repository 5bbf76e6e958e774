#include "ui/models/connection_test.h"

#include "core/llm/model_endpoint.h"
#include "ui/bridge/gui_dispatcher.h"
#include "ui/models/model_draft.h"

#include <utility>

namespace agon::ui {

namespace {

constexpr double milli = 1000.0;

ProbeAccess accessOf(const ArenaServices& services) {
    return {services.secrets, [permissions = services.permissions](const TrustedOrigin& origin) {
                return permissions->allows(origin);
            }};
}

} // namespace

ConnectionTest::ConnectionTest(ArenaDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    connect(&desk.session(), &Session::closed, this, &ConnectionTest::clear);
}

QString ConnectionTest::obstacle(const Model& model) const {
    const ArenaServices* services = m_desk.services();
    if (!services)
        return m_desk.problem().isEmpty() ? tr("The workspace is still being opened")
                                          : m_desk.problem();
    if (!isCalled(model.kind))
        return tr("A model of this kind has no server to ask");
    if (model.baseUrls.empty())
        return tr("Give the base URL of its server first, such as http://127.0.0.1:8000/v1");
    if (model.apiModel.empty())
        return tr("Give the name that the server knows first, under “Model”");
    const auto endpoint = endpointOf(model, services->resources.profiles);
    return endpoint ? QString() : QString::fromStdString(endpoint.error().text());
}

std::vector<TrustedOrigin> ConnectionTest::missing(const Model& model) const {
    return m_desk.services()->permissions->missing(permissionsOf(model));
}

void ConnectionTest::start(const Model& model) {
    cancel();
    const ArenaServices& services = *m_desk.services();
    const auto endpoint = endpointOf(model, services.resources.profiles);
    if (!endpoint)
        return;
    const std::uint64_t number = ++m_number;
    m_running = model.id.value;
    m_price = (*endpoint)->price;
    TestResult result;
    result.model = model;
    result.report = plannedProbe(**endpoint);
    result.started = m_desk.session().clock()->now();
    result.running = true;
    m_results[model.id.value] = std::move(result);
    const auto dispatcher = std::make_shared<GuiDispatcher>(this);
    m_job = m_desk.session().run<ProbeReport>(
        JobSpec{{}, false}, // shown and cancelled in the panel itself
        [this, number, dispatcher, endpoint = *endpoint,
         access = accessOf(services)](Workspace&, const JobContext& context) {
            const auto changed = [&](const ProbeReport& report) {
                // `this` is only looked at on the GUI thread, where the dispatcher knows it lives.
                dispatcher->post([this, number, report] { follow(number, report); });
            };
            return probeEndpoint(endpoint, access, context.stop, changed);
        },
        this, [this, number](const Result<ProbeReport>& report) { end(number, report); });
    emit changed(model.id);
}

void ConnectionTest::cancel() {
    if (!m_running)
        return;
    m_job.cancel();
    end(m_number, fail(ErrorCode::Cancelled, tr("cancelled").toStdString()));
}

void ConnectionTest::follow(std::uint64_t number, const ProbeReport& report) {
    if (number != m_number || !m_running)
        return;
    m_results[*m_running].report = report;
    emit changed(ModelId{*m_running});
}

void ConnectionTest::end(std::uint64_t number, const Result<ProbeReport>& report) {
    if (number != m_number || !m_running)
        return;
    const std::int64_t key = *std::exchange(m_running, std::nullopt);
    TestResult& result = m_results[key];
    result.running = false;
    result.seconds = static_cast<double>(m_desk.session().clock()->now().milliseconds -
                                         result.started.milliseconds) /
                     milli;
    if (report) {
        result.report = *report;
    } else {
        result.stopped = report.error().code == ErrorCode::Cancelled
                             ? tr("Cancelled")
                             : QString::fromStdString(report.error().text());
        for (ProbeCheck& check : result.report.checks)
            if (check.state == CheckState::Running || check.state == CheckState::Waiting)
                check.state = CheckState::Skipped;
    }
    if (result.report.reply)
        result.cost = costOf(m_price, result.report.reply->usage);
    emit changed(ModelId{key});
}

const TestResult* ConnectionTest::result(ModelId id) const {
    const auto found = m_results.find(id.value);
    return found == m_results.end() ? nullptr : &found->second;
}

void ConnectionTest::forget(ModelId id) {
    if (m_running == id.value)
        cancel();
    if (m_results.erase(id.value) > 0)
        emit changed(id);
}

void ConnectionTest::adopt(ModelId id) {
    auto moved = m_results.extract(0);
    if (moved.empty())
        return;
    if (m_running == 0)
        m_running = id.value;
    moved.key() = id.value;
    m_results.insert(std::move(moved));
    emit changed(id);
}

void ConnectionTest::clear() {
    m_running.reset();
    ++m_number;
    m_results.clear();
}

} // namespace agon::ui
