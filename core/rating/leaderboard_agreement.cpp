#include "core/rating/leaderboard_agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace agon::rating {
namespace {

using Entries = std::map<std::string_view, const LeaderboardEntry*>;

Result<Entries> byName(std::span<const LeaderboardEntry> entries, std::string_view which) {
    Entries out;
    const auto refuse = [&](const LeaderboardEntry& entry, std::string_view what) {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}, model \"{}\": {}", which, entry.model, what));
    };
    for (const LeaderboardEntry& entry : entries) {
        if (!std::isfinite(entry.rating))
            return refuse(entry, "the rating is not a finite number");
        if (std::isnan(entry.lower) || std::isnan(entry.upper))
            return refuse(entry, "a bound of the interval is not a number");
        if (entry.lower > entry.rating || entry.upper < entry.rating)
            return refuse(entry, fmt::format("the interval {} … {} does not contain the rating {}",
                                             entry.lower, entry.upper, entry.rating));
        if (!out.emplace(entry.model, &entry).second)
            return refuse(entry, "listed twice");
    }
    return out;
}

// Ranks from 1, equal values sharing the mean of theirs.
std::vector<double> ranksOf(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t x, std::size_t y) { return values[x] < values[y]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]])
            ++end;
        for (std::size_t k = i; k < end; ++k)
            ranks[order[k]] = static_cast<double>(i + end + 1) / 2;
        i = end;
    }
    return ranks;
}

double correlation(std::span<const double> x, std::span<const double> y) {
    const auto n = static_cast<double>(x.size());
    const double meanX = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / std::sqrt(xx * yy);
}

// +1: x is surely above y; -1: surely below; 0: the intervals overlap.
int separation(const LeaderboardEntry& x, const LeaderboardEntry& y) {
    if (x.lower > y.upper)
        return 1;
    return x.upper < y.lower ? -1 : 0;
}

} // namespace

Result<LeaderboardAgreement> compareLeaderboards(std::span<const LeaderboardEntry> ours,
                                                 std::span<const LeaderboardEntry> reference) {
    const Entries own = TRY(byName(ours, "our leaderboard"));
    const Entries others = TRY(byName(reference, "reference leaderboard"));
    LeaderboardAgreement out;
    std::vector<const LeaderboardEntry*> mine;
    std::vector<const LeaderboardEntry*> theirs;
    std::vector<double> mineRatings;
    std::vector<double> theirRatings;
    for (const auto& [name, entry] : own) {
        const auto found = others.find(name);
        if (found == others.end()) {
            out.unmatched.emplace_back(name);
            continue;
        }
        mine.push_back(entry);
        theirs.push_back(found->second);
        mineRatings.push_back(entry->rating);
        theirRatings.push_back(found->second->rating);
    }
    for (const auto& [name, entry] : others)
        if (!own.contains(name))
            out.unmatched.emplace_back(name);
    out.models = static_cast<int>(mine.size());
    if (out.models < 2)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the leaderboards have {} in common; at least two are needed, by "
                                "exactly the same names",
                                out.models == 0 ? "no model" : "one model"));
    int agreement = 0;
    int ourSeparated = 0;
    for (std::size_t i = 0; i < mine.size(); ++i)
        for (std::size_t j = i + 1; j < mine.size(); ++j) {
            const int here = separation(*mine[i], *mine[j]);
            const int there = separation(*theirs[i], *theirs[j]);
            ++out.pairs;
            out.separated += there != 0 ? 1 : 0;
            ourSeparated += here != 0 ? 1 : 0;
            agreement += here * there;
        }
    if (out.separated == 0)
        return fail(ErrorCode::InvalidInput, "the reference separates no two models (all intervals "
                                             "overlap), so there is nothing to agree with");
    out.spearman = 100 * correlation(ranksOf(mineRatings), ranksOf(theirRatings));
    if (std::isnan(out.spearman))
        return fail(ErrorCode::InvalidInput,
                    "all ratings of a leaderboard are alike, so there is no order to compare");
    out.humanAgreement = 100.0 * agreement / out.separated;
    out.differentiation = 100.0 * ourSeparated / out.pairs;
    out.average = (out.spearman + out.humanAgreement + out.differentiation) / 3;
    return out;
}

} // namespace agon::rating
