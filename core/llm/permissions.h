// What a person has allowed one workspace to call: the file of permissions, asked from any thread.
#pragma once

#include "core/base/result.h"
#include "core/llm/trust.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace agon {

// Thread-safe; quick, so that the client may ask it about every call.
class Permissions {
  public:
    // Errors: of the file (TrustFile::open).
    static Result<std::shared_ptr<Permissions>> open(const std::filesystem::path& file,
                                                     std::string workspaceUuid);

    [[nodiscard]] bool allows(const TrustedOrigin& origin) const;
    // Those that a person has to be asked about.
    [[nodiscard]] std::vector<TrustedOrigin>
    missing(const std::vector<TrustedOrigin>& wanted) const;
    // A person has said yes. Written down at once; touches the disk.
    Result<void> allow(const TrustedOrigin& origin);

  private:
    Permissions(TrustFile file, std::string workspaceUuid);

    mutable std::mutex m_mutex;
    TrustFile m_file;
    std::string m_workspace;
};

// "send the key OPENAI_API_KEY to https://api.openai.com:443", for a person who is asked; says so
// when the certificate is not checked.
[[nodiscard]] std::string describe(const TrustedOrigin& origin);

} // namespace agon
