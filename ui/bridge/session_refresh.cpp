#include "ui/bridge/session_refresh.h"

namespace agon::ui {

bool needsReload(const ChangeSet& changes) {
    return changes.battlesAdded || changes.models || changes.sets || changes.flywheel;
}

Policy translated(const Policy& policy, const BattleTable& from, const BattleTable& to) {
    Policy out = policy;
    out.judges.clear();
    for (const std::uint16_t judge : policy.judges)
        if (judge < from.models.size())
            if (const auto index = to.modelIndex(from.models[judge].id))
                out.judges.push_back(*index);
    return out;
}

Result<Refreshed> refreshTable(const RefreshRequest& request, Workspace& workspace,
                               const JobContext& context) {
    Refreshed out;
    out.policy = request.policy;
    if (!request.table || needsReload(request.changes)) {
        out.table = TRY(loadBattleTable(workspace, context.stop, context.progress));
        if (request.table)
            out.policy = translated(request.policy, *request.table, *out.table);
        out.verdicts = std::make_shared<const Verdicts>(deriveVerdicts(*out.table, out.policy));
        out.reloaded = true;
        return out;
    }
    out.table = request.table;
    if (!request.changes.votes.empty())
        out.table = TRY(reloadVotes(*request.table, workspace, request.changes.votes));
    if (request.policyChanged || !request.verdicts) {
        out.verdicts = std::make_shared<const Verdicts>(deriveVerdicts(*out.table, out.policy));
        return out;
    }
    out.votes = request.changes.votes;
    std::vector<std::uint32_t> rows;
    rows.reserve(out.votes.size());
    for (const BattleId battle : out.votes)
        if (const auto row = out.table->rowOf(battle))
            rows.push_back(*row);
    out.verdicts =
        std::make_shared<const Verdicts>(rederive(*request.verdicts, *out.table, out.policy, rows));
    return out;
}

} // namespace agon::ui
