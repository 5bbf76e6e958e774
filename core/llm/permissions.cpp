#include "core/llm/permissions.h"

#include <fmt/format.h>

#include <utility>

namespace agon {

Permissions::Permissions(TrustFile file, std::string workspaceUuid)
    : m_file(std::move(file))
    , m_workspace(std::move(workspaceUuid)) {}

Result<std::shared_ptr<Permissions>> Permissions::open(const std::filesystem::path& file,
                                                       std::string workspaceUuid) {
    TrustFile opened = TRY(TrustFile::open(file));
    return std::shared_ptr<Permissions>(
        new Permissions(std::move(opened), std::move(workspaceUuid)));
}

bool Permissions::allows(const TrustedOrigin& origin) const {
    const std::scoped_lock lock(m_mutex);
    return m_file.allows(m_workspace, origin);
}

std::vector<TrustedOrigin> Permissions::missing(const std::vector<TrustedOrigin>& wanted) const {
    std::vector<TrustedOrigin> out;
    for (const TrustedOrigin& origin : wanted)
        if (!allows(origin))
            out.push_back(origin);
    return out;
}

Result<void> Permissions::allow(const TrustedOrigin& origin) {
    const std::scoped_lock lock(m_mutex);
    return m_file.allow(m_workspace, origin);
}

std::string describe(const TrustedOrigin& origin) {
    std::string out = origin.keyName.empty()
                          ? fmt::format("call {}", origin.origin)
                          : fmt::format("send the key {} to {}", origin.keyName, origin.origin);
    if (origin.unverified)
        out += " without checking its certificate";
    return out;
}

} // namespace agon
