// Whether a request may leave, and with which key: the same rules for whoever sends one
// (architecture.md §4).
#pragma once

#include "core/base/result.h"
#include "core/llm/endpoint.h"
#include "core/llm/secrets.h"
#include "core/llm/trust.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace agon {

using OriginPredicate = std::function<bool(const TrustedOrigin&)>;

// Who may be asked, and with what.
struct ProbeAccess {
    std::shared_ptr<const SecretSource> secrets;
    // As LlmClient::Options::allowed, called on the calling thread. Empty: everything is allowed.
    OriginPredicate allowed;
};

// The origin of an address of the endpoint, when its key (if any) may go there: it is http or
// https, no key goes unencrypted to anything but loopback, and `allowed` (if any) says yes.
// Errors: ReadOnly, with what is not allowed; InvalidInput for what is no address.
[[nodiscard]] Result<std::string> permittedOrigin(std::string_view url, const Endpoint& endpoint,
                                                  const OriginPredicate& allowed);

// What to say of a key that is not there.
[[nodiscard]] std::string missingKey(std::string_view keyName);

} // namespace agon
