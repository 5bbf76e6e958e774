// How a session brings its table up to date: a pure function of what it has and what changed.
#pragma once

#include "core/battles/battle_table.h"
#include "core/battles/policy.h"
#include "core/jobs/executor.h"
#include "core/store/change_set.h"

#include <memory>
#include <vector>

namespace agon::ui {

struct RefreshRequest {
    std::shared_ptr<const BattleTable> table; // null: load
    std::shared_ptr<const Verdicts> verdicts;
    Policy policy;
    ChangeSet changes;
    bool policyChanged = false;
};

struct Refreshed {
    std::shared_ptr<const BattleTable> table;
    std::shared_ptr<const Verdicts> verdicts;
    Policy policy;               // in terms of the new table
    std::vector<BattleId> votes; // battles whose verdicts may differ; empty: all
    bool reloaded = false;       // other rows, other models
};

// More than votes changed: rows, models, names.
[[nodiscard]] bool needsReload(const ChangeSet& changes);

// The same judges in another table's numbering; judges that are gone are left out.
[[nodiscard]] Policy translated(const Policy& policy, const BattleTable& from,
                                const BattleTable& to);

// On a worker. Reads everything again, or only the votes that changed, or derives only.
[[nodiscard]] Result<Refreshed> refreshTable(const RefreshRequest& request, Workspace& workspace,
                                             const JobContext& context);

} // namespace agon::ui
