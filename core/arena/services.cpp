#include "core/arena/services.h"

#include "core/llm/client.h"

#include <utility>

namespace agon {

std::filesystem::path personFolder() {
    return TrustFile::usualPath().parent_path();
}

Result<ArenaServices> openArenaServices(const std::filesystem::path& folder,
                                        const std::string& workspaceUuid,
                                        std::shared_ptr<const SecretSource> secrets,
                                        std::shared_ptr<const Clock> clock) {
    ArenaServices out;
    out.resources.profiles = loadProviderProfiles(folder / "providers");
    out.resources.styles = loadPromptStyles(folder / "judge");
    out.secrets = std::move(secrets);
    out.permissions = TRY(Permissions::open(folder / "trust.json", workspaceUuid));
    LlmClient::Options options;
    options.secrets = out.secrets;
    options.clock = std::move(clock);
    const auto allowed = [permissions = out.permissions](const TrustedOrigin& origin) {
        return permissions->allows(origin);
    };
    options.allowed = allowed;
    out.batches = std::make_shared<BatchService>(ProbeAccess{out.secrets, allowed});
    out.service = std::make_shared<LlmClient>(std::move(options));
    return out;
}

} // namespace agon
