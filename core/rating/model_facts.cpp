#include "core/rating/model_facts.h"

namespace agon::rating {
namespace {

struct Sums {
    std::int64_t battles = 0; // with two games of one judge
    std::int64_t flips = 0;
    std::int64_t answers = 0;
    std::int64_t characters = 0;
};

bool hasTwoGames(const BattleTable& table, std::uint32_t row) {
    for (std::uint32_t i = table.gameBegin[row] + 1; i < table.gameBegin[row + 1]; ++i)
        if (table.games[i].judge == table.games[i - 1].judge)
            return true;
    return false;
}

} // namespace

std::unordered_map<std::string, ModelFacts> modelFacts(const BattleTable& table,
                                                       const Verdicts& verdicts,
                                                       std::span<const std::uint32_t> rows) {
    std::vector<Sums> sums(table.models.size());
    for (const std::uint32_t row : rows) {
        const bool two = hasTwoGames(table, row);
        const bool flip = (verdicts.bits[row] & derived::flip) != 0;
        const auto add = [&](std::uint16_t model, std::uint32_t length) {
            Sums& sum = sums[model];
            sum.battles += two ? 1 : 0;
            sum.flips += two && flip ? 1 : 0;
            sum.answers += length > 0 ? 1 : 0;
            sum.characters += length;
        };
        add(table.modelA[row], table.lengthA[row]);
        add(table.modelB[row], table.lengthB[row]);
    }
    std::unordered_map<std::string, ModelFacts> out;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const auto ratio = [](std::int64_t part, std::int64_t whole) -> std::optional<double> {
            if (whole == 0)
                return std::nullopt;
            return static_cast<double>(part) / static_cast<double>(whole);
        };
        ModelFacts facts{ratio(100 * sums[i].flips, sums[i].battles),
                         ratio(sums[i].characters, sums[i].answers)};
        out.emplace(table.models[i].name, facts);
    }
    return out;
}

} // namespace agon::rating
