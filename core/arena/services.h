// What a program needs to run arenas on an open workspace: made once a workspace, by agonctl and by
// the application.
#pragma once

#include "core/arena/cast.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/llm/batch_service.h"
#include "core/llm/chat_service.h"
#include "core/llm/permissions.h"
#include "core/llm/secrets.h"

#include <filesystem>
#include <memory>
#include <string>

namespace agon {

struct ArenaServices {
    Resources resources; // built-in ones, and those of the person's folder
    std::shared_ptr<const SecretSource> secrets;
    std::shared_ptr<Permissions> permissions;
    std::shared_ptr<ChatService> service;  // asks the permissions about every call
    std::shared_ptr<BatchService> batches; // the same
};

// The person's folder: $XDG_CONFIG_HOME/agon (~/.config/agon), with providers/, judge/ and
// trust.json. Reads files: not for the GUI thread. Errors: of the file of permissions.
[[nodiscard]] std::filesystem::path personFolder();
[[nodiscard]] Result<ArenaServices> openArenaServices(const std::filesystem::path& folder,
                                                      const std::string& workspaceUuid,
                                                      std::shared_ptr<const SecretSource> secrets,
                                                      std::shared_ptr<const Clock> clock);

} // namespace agon
