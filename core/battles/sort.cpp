#include "core/battles/sort.h"

#include "core/base/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace agon {
namespace {

constexpr std::array<std::pair<std::string_view, SortKey>, 17> keys{{
    {"id", SortKey::Id},
    {"gap", SortKey::Gap},
    {"information", SortKey::Information},
    {"model_a", SortKey::ModelA},
    {"model_b", SortKey::ModelB},
    {"instruction", SortKey::Instruction},
    {"set", SortKey::Set},
    {"category", SortKey::Category},
    {"turn", SortKey::Turn},
    {"iteration", SortKey::Iteration},
    {"verdict", SortKey::Verdict},
    {"flip", SortKey::Flip},
    {"length", SortKey::Length},
    {"length_a", SortKey::LengthA},
    {"length_b", SortKey::LengthB},
    {"changed", SortKey::Changed},
    {"random", SortKey::Random},
}};

// Rank of each name in alphabetical order, so that sorting rows compares integers.
template <class Names, class Name>
std::vector<double> ranks(const Names& names, Name name) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return name(names[i]); });
    std::vector<double> out(names.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        out[order[rank]] = static_cast<double>(rank);
    return out;
}

double verdictRank(Verdict verdict) {
    switch (verdict) {
    case Verdict::A:
        return 0;
    case Verdict::Tie:
        return 1;
    case Verdict::B:
        return 2;
    case Verdict::Bad:
        return 3;
    case Verdict::Invalid:
        return 4;
    case Verdict::None:
        break;
    }
    return 5;
}

} // namespace

std::string sortKeyNames() {
    std::string out;
    for (const auto& [name, key] : keys)
        out += fmt::format("{}, ", key == SortKey::Random ? "random:SEED" : name);
    out.resize(out.size() - 2);
    return out;
}

Result<Sort> parseSort(std::string_view text) {
    Sort out;
    std::string_view rest = text;
    if (rest.starts_with('-')) {
        out.descending = true;
        rest.remove_prefix(1);
    }
    if (rest.starts_with("random")) {
        out.key = SortKey::Random;
        rest.remove_prefix(6);
        if (rest.empty())
            return out;
        const char* end = rest.data() + rest.size();
        if (rest.starts_with(':')) {
            const auto [at, error] = std::from_chars(rest.data() + 1, end, out.seed);
            if (error == std::errc{} && at == end)
                return out;
        }
        return fail(
            ErrorCode::InvalidInput,
            fmt::format("“{}” is not a sort key; a random order is written random:42", text));
    }
    for (const auto& [name, key] : keys)
        if (name == rest) {
            out.key = key;
            return out;
        }
    return fail(ErrorCode::InvalidInput,
                fmt::format("“{}” is not a sort key; use one of {}, with - in front for the other "
                            "direction",
                            text, sortKeyNames()));
}

double expectedInformation(const BattleTable& table, const Verdicts& verdicts, std::uint32_t row) {
    const std::uint8_t bits = verdicts.bits[row];
    if ((bits & derived::reviewed) != 0)
        return 0;
    if ((table.facts[row] & facts::selfBattle) != 0)
        return 0;
    // What is least settled teaches most: judges against each other, then a flip, then an
    // unreadable reply, then a small gap.
    double value = 1;
    if ((bits & derived::disagree) != 0)
        value += 4;
    if ((bits & derived::flip) != 0)
        value += 3;
    const Verdict verdict = verdicts.judgeVerdict[row];
    if (verdict == Verdict::Invalid || verdict == Verdict::None)
        value += 2;
    const float gap = verdicts.gap[row];
    if (!std::isnan(gap))
        value += 2 / (1 + static_cast<double>(gap));
    else if (verdict == Verdict::Tie)
        value += 1;
    return value;
}

void sortRows(std::vector<std::uint32_t>& rows, const BattleTable& table, const Verdicts& verdicts,
              const Sort& sort) {
    std::vector<double> value;
    const auto fill = [&](auto&& of) {
        value.resize(table.size());
        for (const std::uint32_t row : rows)
            value[row] = of(row);
    };
    const auto modelRanks = [&] {
        return ranks(table.models, [](const Model& m) -> const std::string& { return m.name; });
    };
    const auto nameRanks = [](const std::vector<std::string>& names) {
        return ranks(names, [](const std::string& name) -> const std::string& { return name; });
    };
    // What is not known comes last, in both directions.
    const double last = std::numeric_limits<double>::infinity() * (sort.descending ? -1 : 1);
    const auto length = [last](std::uint32_t characters) {
        return characters == 0 ? last : static_cast<double>(characters);
    };
    switch (sort.key) {
    case SortKey::Id:
        fill([](std::uint32_t row) { return static_cast<double>(row); });
        break;
    case SortKey::Gap:
        fill([&](std::uint32_t row) {
            const float gap = verdicts.gap[row];
            return std::isnan(gap) ? last : static_cast<double>(gap);
        });
        break;
    case SortKey::Information:
        fill([&](std::uint32_t row) { return -expectedInformation(table, verdicts, row); });
        break;
    case SortKey::ModelA: {
        const auto rank = modelRanks();
        fill([&](std::uint32_t row) { return rank[table.modelA[row]]; });
        break;
    }
    case SortKey::ModelB: {
        const auto rank = modelRanks();
        fill([&](std::uint32_t row) { return rank[table.modelB[row]]; });
        break;
    }
    case SortKey::Instruction:
        fill([&](std::uint32_t row) {
            return table.instruction[row] == 0 ? last : static_cast<double>(table.instruction[row]);
        });
        break;
    case SortKey::Set: {
        const auto rank = nameRanks(table.sets);
        fill([&](std::uint32_t row) { return rank[table.set[row]]; });
        break;
    }
    case SortKey::Category: {
        const auto rank = nameRanks(table.categories);
        fill([&](std::uint32_t row) { return rank[table.category[row]]; });
        break;
    }
    case SortKey::Turn:
        fill([&](std::uint32_t row) { return static_cast<double>(table.turn[row]); });
        break;
    case SortKey::Iteration:
        fill([&](std::uint32_t row) {
            return table.iteration[row] < 0 ? last
                                            : table.iteration[row] * 256.0 + table.stage[row];
        });
        break;
    case SortKey::Verdict:
        fill([&](std::uint32_t row) { return verdictRank(verdicts.verdict[row]); });
        break;
    case SortKey::Flip:
        fill([&](std::uint32_t row) {
            return (verdicts.bits[row] & derived::flip) != 0 ? 0.0 : 1.0;
        });
        break;
    case SortKey::Length:
        fill([&](std::uint32_t row) {
            return static_cast<double>(table.lengthA[row]) +
                   static_cast<double>(table.lengthB[row]);
        });
        break;
    case SortKey::LengthA:
        fill([&](std::uint32_t row) { return length(table.lengthA[row]); });
        break;
    case SortKey::LengthB:
        fill([&](std::uint32_t row) { return length(table.lengthB[row]); });
        break;
    case SortKey::Changed:
        // the latest human verdict first
        fill([&](std::uint32_t row) {
            const auto votes = table.votes.find(row);
            std::int64_t at = 0;
            if (votes != table.votes.end())
                for (const VoteColumn& vote : votes->second)
                    at = std::max(at, vote.at);
            return -static_cast<double>(at);
        });
        break;
    case SortKey::Random:
        // by battle id, so that the order of the others stays when battles are added
        fill([&](std::uint32_t row) {
            return static_cast<double>(hashCombine(sort.seed, table.id[row]) >> 11U);
        });
        break;
    }
    const auto before = [&](std::uint32_t left, std::uint32_t right) {
        if (value[left] != value[right])
            return sort.descending ? value[left] > value[right] : value[left] < value[right];
        return left < right;
    };
    std::ranges::sort(rows, before);
}

} // namespace agon
