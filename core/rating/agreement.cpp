#include "core/rating/agreement.h"

#include <fmt/format.h>

namespace agon::rating {
namespace {

std::size_t category(Verdict verdict) {
    return verdict == Verdict::Bad ? static_cast<std::size_t>(Verdict::Tie)
                                   : static_cast<std::size_t>(verdict);
}

std::optional<double> percent(std::int64_t part, std::int64_t whole) {
    if (whole == 0)
        return std::nullopt;
    return 100 * static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<Verdict> picked(const std::vector<Verdict>& verdicts,
                            std::span<const std::uint32_t> rows) {
    std::vector<Verdict> out;
    out.reserve(rows.size());
    for (const auto row : rows)
        out.push_back(verdicts[row]);
    return out;
}

} // namespace

Agreement agreementOf(std::span<const Verdict> first, std::span<const Verdict> second) {
    Agreement out;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (isDecisionOrTie(first[i]) && isDecisionOrTie(second[i]))
            ++out.confusion[category(first[i])][category(second[i])];

    std::array<std::int64_t, 3> rows{};
    std::array<std::int64_t, 3> columns{};
    std::int64_t same = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        same += out.confusion[i][i];
        for (std::size_t j = 0; j < 3; ++j) {
            rows[i] += out.confusion[i][j];
            columns[j] += out.confusion[i][j];
            out.battles += out.confusion[i][j];
        }
    }
    const std::int64_t decided =
        out.confusion[0][0] + out.confusion[0][1] + out.confusion[1][0] + out.confusion[1][1];
    out.agreement = percent(same, out.battles);
    out.agreementWithoutTies = percent(out.confusion[0][0] + out.confusion[1][1], decided);
    std::int64_t chance = 0; // battles² times the agreement expected by chance
    for (std::size_t i = 0; i < 3; ++i)
        chance += rows[i] * columns[i];
    const std::int64_t everything = out.battles * out.battles;
    if (chance < everything)
        out.kappa = static_cast<double>(same * out.battles - chance) /
                    static_cast<double>(everything - chance);
    return out;
}

Result<Agreement> agreementBetween(const BattleTable& table, VerdictSource first,
                                   VerdictSource second, std::span<const std::uint32_t> rows,
                                   Merge merge) {
    const auto firstVerdicts = picked(verdictsOf(table, first, merge), rows);
    const auto secondVerdicts = picked(verdictsOf(table, second, merge), rows);
    Agreement out = agreementOf(firstVerdicts, secondVerdicts);
    if (out.battles == 0)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{} and {} have no battle in common on which both say something",
                                sourceName(table, first), sourceName(table, second)));
    return out;
}

} // namespace agon::rating
