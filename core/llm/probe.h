// Does a model's endpoint work? A list of checks, each with its time, what was found and what to do
// about it; and the list of models that a server offers. Everything here asks servers and waits for
// them: not for the GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/llm/chat.h"
#include "core/llm/endpoint.h"
#include "core/llm/permission.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

enum class CheckState : std::uint8_t {
    Waiting,
    Running,
    Passed,
    Warned, // it works, with a remark
    Failed,
    Skipped, // an earlier check failed, or it does not apply
};

struct ProbeCheck {
    // For programs: "key", "connect", "tls", "models", "completion", "stream", "usage",
    // "structured", "embeddings". Several base URLs: each has its own checks, in their order.
    std::string id;
    std::string baseUrl; // empty: of the endpoint as a whole ("key")
    std::string title;   // "List models"
    std::string detail;  // what was found: "6 listed, this one among them"
    std::string advice;  // what to do; empty where nothing is to be done
    CheckState state = CheckState::Waiting;
    double seconds = 0; // 0: nothing was asked for it alone
};

struct ProbeReport {
    std::vector<ProbeCheck> checks;
    std::vector<std::string> models; // as the first server that lists any lists them
    // Of the short completion, on the first server where it came: its text, times and counts.
    std::optional<ChatReply> reply;
    bool ok = false; // no check failed; known at the end

    // How many checks are in this state.
    [[nodiscard]] int count(CheckState state) const;
};

struct ProbeWishes {
    bool embeddings = false; // this model is for embeddings: try one instead of a completion
};

// What the report will hold before anything was asked: all checks, waiting.
[[nodiscard]] ProbeReport plannedProbe(const Endpoint& endpoint, const ProbeWishes& wishes = {});

// Blocks until all is checked. `changed` (may be empty) is called on this thread after each change
// with the report so far. What a server does wrong is a failed check, not an error. At most three
// small requests a base URL that cost tokens; none is made twice. No text holds a key.
// Errors: Cancelled by `stop`; InvalidInput when the endpoint has no profile or no base URL.
[[nodiscard]] Result<ProbeReport>
probeEndpoint(std::shared_ptr<const Endpoint> endpoint, const ProbeAccess& access,
              const std::stop_token& stop,
              const std::function<void(const ProbeReport&)>& changed = {},
              const ProbeWishes& wishes = {});

// The models that the first base URL lists; of the endpoint only the profile, base URL, key name,
// timeouts and insecureTls matter. Errors: Cancelled; ReadOnly when the origin or key is not
// allowed; NotFound when the key is not set; Io when the server cannot be reached or refuses;
// Corrupt when it sends no list.
[[nodiscard]] Result<std::vector<std::string>>
listModels(const Endpoint& endpoint, const ProbeAccess& access, const std::stop_token& stop);

// "waiting", "passed" …: stable, for JSON.
[[nodiscard]] std::string_view checkStateName(CheckState state);

} // namespace agon
