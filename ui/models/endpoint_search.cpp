#include "ui/models/endpoint_search.h"

#include "core/llm/endpoint.h"
#include "core/llm/probe.h"

#include <algorithm>

namespace agon::ui {

namespace {

constexpr double patience = 30; // seconds; a list takes no thinking

} // namespace

EndpointSearch::EndpointSearch(ArenaDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {}

void EndpointSearch::start(const ServedBy& server) {
    cancel();
    const ArenaServices* services = m_desk.services();
    if (!services) {
        emit failed(m_desk.problem());
        return;
    }
    const auto typed = permissionOf(server.baseUrl, server.keyVariable, false);
    Endpoint endpoint;
    endpoint.profile = services->resources.profiles.find(server.provider);
    if (!typed || !endpoint.profile) {
        emit failed(typed ? tr("This provider is not known here")
                          : QString::fromStdString(typed.error().text()));
        return;
    }
    endpoint.name = typed->origin;
    endpoint.baseUrls = {server.baseUrl};
    endpoint.keyName = server.keyVariable;
    endpoint.timeouts.firstByte = patience;
    endpoint.timeouts.total = patience;
    m_running = true;
    using Names = std::vector<std::string>;
    m_asked.run<Names>(
        m_desk.session(), JobSpec{{}, false},
        [endpoint, access = ProbeAccess{services->secrets,
                                        [only = *typed](const TrustedOrigin& origin) {
                                            return origin == only;
                                        }}](Workspace&, const JobContext& context) {
            return listModels(endpoint, access, context.stop);
        },
        this,
        [this](Result<Names> names) {
            m_running = false;
            if (!names) {
                emit failed(QString::fromStdString(names.error().text()));
                return;
            }
            const auto left = static_cast<int>(
                std::erase_if(*names, [](const std::string& name) { return !isUsableName(name); }));
            emit found(*names, left);
        });
}

void EndpointSearch::cancel() {
    m_asked.cancel();
    m_running = false;
}

} // namespace agon::ui
