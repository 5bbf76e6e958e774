#include "app/agonctl/arena_access.h"

#include "core/base/clock.h"
#include "core/llm/model_endpoint.h"

#include <fmt/format.h>

namespace agon::ctl {

Result<ArenaServices> openServices(const Workspace& workspace) {
    return openArenaServices(personFolder(), workspace.uuid(),
                             std::make_shared<EnvironmentSecrets>(),
                             std::make_shared<SystemClock>());
}

Result<void> permit(const ArenaServices& services, const std::vector<TrustedOrigin>& wanted,
                    bool allow) {
    const auto missing = services.permissions->missing(wanted);
    if (missing.empty())
        return {};
    if (allow) {
        for (const TrustedOrigin& origin : missing)
            TRY(services.permissions->allow(origin));
        return {};
    }
    std::string list;
    for (const TrustedOrigin& origin : missing)
        list += "\n  " + describe(origin);
    return fail(ErrorCode::ReadOnly,
                fmt::format("nobody has allowed this workspace yet to:{}\nIf you want that, say "
                            "it with --allow",
                            list));
}

Result<void> permitModel(const Workspace& workspace, const Model& model) {
    if (model.baseUrls.empty())
        return {};
    const auto permissions = TRY(Permissions::open(TrustFile::usualPath(), workspace.uuid()));
    const bool insecure = limitsFrom(model.limits).insecureTls;
    for (const std::string& url : model.baseUrls)
        TRY(permissions->allow(TRY(permissionOf(url, model.keyVariable, insecure))));
    return {};
}

} // namespace agon::ctl
