#include "app/agonctl/selection.h"

#include <fmt/format.h>

namespace agon::ctl {
namespace {

Result<Policy> policyOf(const BattleTable& table, const PolicyWords& words) {
    Policy out;
    out.merge = words.merge == "agree"      ? Merge::Agree
                : words.merge == "separate" ? Merge::Separate
                                            : Merge::Mean;
    out.jury = words.jury == "mean"   ? Jury::Mean
               : words.jury == "each" ? Jury::Each
                                      : Jury::Majority;
    out.overrides = words.overrides == "off"    ? Overrides::Off
                    : words.overrides == "only" ? Overrides::Only
                                                : Overrides::On;
    for (const std::string& name : words.judges) {
        const auto judge = table.modelIndex(name);
        const auto& judges = table.judges;
        if (!judge || std::ranges::find(judges, *judge) == judges.end()) {
            std::string known;
            for (const std::uint16_t index : judges)
                known += (known.empty() ? "" : ", ") + table.models[index].name;
            return fail(ErrorCode::NotFound,
                        fmt::format("“{}” has judged no battle here; {}", name,
                                    known.empty() ? "nobody has" : "judges are " + known));
        }
        out.judges.push_back(*judge);
    }
    return out;
}

} // namespace

void addPolicyOptions(CLI::App& command, PolicyWords& words) {
    command.add_option("--judge", words.judges, "Only this judge's verdicts; several for a jury")
        ->delimiter(',');
    command.add_option("--jury", words.jury, "How several judges come to one verdict")
        ->check(CLI::IsMember({"majority", "mean", "each"}))
        ->capture_default_str();
    command.add_option("--merge", words.merge, "How a judge's games come to one verdict")
        ->check(CLI::IsMember({"mean", "agree", "separate"}))
        ->capture_default_str();
    command.add_option("--overrides", words.overrides, "Whether people's verdicts count")
        ->check(CLI::IsMember({"on", "off", "only"}))
        ->capture_default_str();
}

std::vector<BattleId> Selection::battles() const {
    std::vector<BattleId> out;
    out.reserve(rows.size());
    for (const std::uint32_t row : rows)
        out.push_back({table->id[row]});
    return out;
}

Result<Selection> selectBattles(Workspace& workspace, const std::string& where,
                                const PolicyWords& words, const Context& context) {
    const Filter filter = TRY(parseFilterOrFail(where));
    Selection out;
    out.table = TRY(loadBattleTable(workspace, context.stop, context.progress));
    out.policy = TRY(policyOf(*out.table, words));
    out.verdicts = deriveVerdicts(*out.table, out.policy);
    out.rows = TRY(select(*out.table, out.verdicts, filter, [&](std::string_view text) {
        return workspace.read<std::vector<std::int64_t>>(
            [&](Reader& reader) { return reader.search(text); }, context.stop);
    }));
    return out;
}

} // namespace agon::ctl
