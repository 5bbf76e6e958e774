#include "core/llm/probe.h"

#include "core/llm/asker.h"
#include "core/llm/probe_run.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon {
namespace {

Result<void> usable(const Endpoint& endpoint) {
    if (!endpoint.profile)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: no provider is chosen", endpoint.name));
    if (endpoint.baseUrls.empty())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: it has no address; give it a base URL", endpoint.name));
    return {};
}

} // namespace

int ProbeReport::count(CheckState state) const {
    return static_cast<int>(
        std::count_if(checks.begin(), checks.end(),
                      [state](const ProbeCheck& check) { return check.state == state; }));
}

ProbeReport plannedProbe(const Endpoint& endpoint, const ProbeWishes& wishes) {
    ProbeReport out;
    const auto add = [&](std::string id, std::string title, const std::string& baseUrl) {
        ProbeCheck check;
        check.id = std::move(id);
        check.title = std::move(title);
        check.baseUrl = baseUrl;
        out.checks.push_back(std::move(check));
    };
    add("key", "API key", {});
    for (const std::string& url : endpoint.baseUrls) {
        add("connect", "Reach the host", url);
        if (url.starts_with("https:"))
            add("tls", "Secure connection", url);
        add("models", "List models", url);
        if (wishes.embeddings) {
            add("embeddings", "One embedding", url);
            continue;
        }
        add("completion", "One short completion", url);
        add("usage", "Token usage", url);
        add("stream", "Streaming", url);
        if (endpoint.profile && endpoint.profile->structured != StructuredOutput::None)
            add("structured", "Structured output", url);
    }
    return out;
}

Result<ProbeReport> probeEndpoint(std::shared_ptr<const Endpoint> endpoint,
                                  const ProbeAccess& access, const std::stop_token& stop,
                                  const std::function<void(const ProbeReport&)>& changed,
                                  const ProbeWishes& wishes) {
    TRY(usable(*endpoint));
    return llm::ProbeRun(std::move(endpoint), access, stop, changed, wishes).run();
}

Result<std::vector<std::string>> listModels(const Endpoint& endpoint, const ProbeAccess& access,
                                            const std::stop_token& stop) {
    TRY(usable(endpoint));
    const std::string url = joinUrl(endpoint.baseUrls[0], endpoint.profile->modelsPath);
    const std::string origin = TRY(permittedOrigin(url, endpoint, access.allowed));
    const std::string key = TRY(llm::findKey(endpoint, access));
    llm::Asker asker(std::make_shared<Endpoint>(endpoint), access, key, stop);
    const HttpOutcome answer = TRY(asker.get(url));
    if (!answer)
        return fail(llm::errorCodeOf(answer.error().kind), answer.error().message);
    if (answer->status / 100 != 2) {
        CallError refused = llm::refusal(endpoint, origin, *answer, key);
        return fail(ErrorCode::Io, std::move(refused.message));
    }
    auto models = decodeModels(answer->body);
    if (!models)
        return fail(models.error().code, fmt::format("{}: {} sent what is no list of models: {}",
                                                     endpoint.name, origin, models.error().text()));
    for (std::string& model : *models)
        llm::takeOut(model, key);
    return models;
}

std::string_view checkStateName(CheckState state) {
    switch (state) {
    case CheckState::Waiting:
        return "waiting";
    case CheckState::Running:
        return "running";
    case CheckState::Passed:
        return "passed";
    case CheckState::Warned:
        return "warned";
    case CheckState::Failed:
        return "failed";
    case CheckState::Skipped:
        return "skipped";
    }
    return "unknown";
}

} // namespace agon
