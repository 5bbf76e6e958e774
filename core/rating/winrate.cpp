#include "core/rating/winrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace agon::rating {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Points of one model, added up.
struct Tally {
    WinRate out;
    std::vector<double> points;

    void add(Verdict verdict, double share) {
        if (verdict == Verdict::Invalid) {
            ++out.invalid;
            return;
        }
        points.push_back(share);
        if (share == 0.5)
            ++out.ties;
        else
            ++(share > 0.5 ? out.wins : out.losses);
    }

    WinRate finish() {
        out.total = out.wins + out.losses + out.ties;
        const auto n = static_cast<double>(points.size());
        double sum = 0;
        for (const double p : points)
            sum += p;
        const double mean = points.empty() ? nan : sum / n;
        double squares = 0;
        for (const double p : points)
            squares += (p - mean) * (p - mean);
        out.winRate = 100 * mean;
        out.standardError = points.size() < 2 ? nan : 100 * std::sqrt(squares / (n - 1) / n);
        return out;
    }
};

} // namespace

Result<std::vector<WinRate>> winRates(const BattleTable& table, const Verdicts& verdicts,
                                      std::span<const std::uint32_t> rows,
                                      std::string_view against) {
    std::vector<bool> isAgainst(table.models.size());
    for (std::size_t model = 0; model < table.models.size(); ++model)
        isAgainst[model] = table.models[model].name == against;
    std::map<std::uint16_t, Tally> tallies;
    bool met = false;
    for (const auto row : rows) {
        const bool isA = isAgainst[table.modelA[row]];
        const bool isB = isAgainst[table.modelB[row]];
        met = met || isA || isB;
        if (isA == isB || verdicts.verdict[row] == Verdict::None)
            continue;
        const double pointsA = double{verdicts.pointsA[row]};
        tallies[isA ? table.modelB[row] : table.modelA[row]].add(verdicts.verdict[row],
                                                                 isA ? 1 - pointsA : pointsA);
    }
    if (!met)
        return fail(
            ErrorCode::NotFound,
            fmt::format("no battle here is against \"{}\"; `models` lists the names", against));
    if (tallies.empty())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("\"{}\" has no judged battle against another model here", against));
    std::vector<WinRate> out;
    for (auto& [model, tally] : tallies) {
        tally.out.model = table.models[model].name;
        out.push_back(tally.finish());
    }
    const auto strength = [](const WinRate& w) {
        return w.total == 0 ? -1.0 : w.winRate;
    };
    std::sort(out.begin(), out.end(), [&](const WinRate& x, const WinRate& y) {
        return strength(x) != strength(y) ? strength(x) > strength(y) : x.model < y.model;
    });
    return out;
}

} // namespace agon::rating
