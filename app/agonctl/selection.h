// A workspace's battles under a policy, and those that a filter names.
#pragma once

#include "app/agonctl/command.h"
#include "core/battles/filter.h"
#include "core/battles/policy.h"

#include <memory>
#include <string>
#include <vector>

namespace agon::ctl {

// The words of a policy, as given on the command line.
struct PolicyWords {
    std::vector<std::string> judges;
    std::string jury = "majority";
    std::string merge = "mean";
    std::string overrides = "on";
};

void addPolicyOptions(CLI::App& command, PolicyWords& words);

struct Selection {
    std::shared_ptr<const BattleTable> table;
    Policy policy;
    Verdicts verdicts;
    std::vector<std::uint32_t> rows; // ascending by id

    [[nodiscard]] std::vector<BattleId> battles() const;
};

[[nodiscard]] Result<Selection> selectBattles(Workspace& workspace, const std::string& where,
                                              const PolicyWords& words, const Context& context);

} // namespace agon::ctl
