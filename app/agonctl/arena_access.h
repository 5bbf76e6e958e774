// What calling models needs on the command line: services, and a person's word for each host.
#pragma once

#include "core/arena/services.h"
#include "core/base/result.h"
#include "core/store/workspace.h"

#include <memory>
#include <vector>

namespace agon::ctl {

[[nodiscard]] Result<ArenaServices> openServices(const Workspace& workspace);

// Nothing is called, and no key sent, before a person has allowed it for this workspace: with
// `allow` all that is wanted is allowed now, else what is missing is an error that lists it.
Result<void> permit(const ArenaServices& services, const std::vector<TrustedOrigin>& wanted,
                    bool allow);

// A person has typed these addresses: that is the permission.
Result<void> permitModel(const Workspace& workspace, const Model& model);

} // namespace agon::ctl
