#include "core/llm/permission.h"

#include "core/llm/permissions.h"

#include <fmt/format.h>

#include <utility>

namespace agon {

Result<std::string> permittedOrigin(std::string_view url, const Endpoint& endpoint,
                                    const OriginPredicate& allowed) {
    TrustedOrigin wanted = TRY(permissionOf(url, endpoint.keyName, endpoint.insecureTls));
    if (!wanted.keyName.empty() && wanted.origin.starts_with("http:") && !isLoopback(wanted.origin))
        return fail(ErrorCode::ReadOnly,
                    fmt::format("the key {} would go unencrypted to {}; use an https address",
                                wanted.keyName, wanted.origin));
    if (allowed && !allowed(wanted))
        return fail(ErrorCode::ReadOnly,
                    fmt::format("nobody has allowed this workspace to {}", describe(wanted)));
    return std::move(wanted.origin);
}

std::string missingKey(std::string_view keyName) {
    return fmt::format("the key {} is not set; set this environment variable", keyName);
}

} // namespace agon
