// Measures core/rating on 1,000,000 battles of 129 models, 30 % ties, 2,000 instructions, from
// loaded arrays. Prints medians of five.
#include "core/base/random.h"
#include "core/rating/bootstrap.h"
#include "core/rating/rate.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <thread>

using namespace agon;
using namespace agon::rating;

namespace {

constexpr std::uint64_t models = 129;
constexpr std::uint32_t instructions = 2000;

Comparisons arena(std::size_t battles) {
    Random random(1);
    Comparisons out;
    std::vector<double> strength;
    for (std::uint64_t m = 0; m < models; ++m) {
        out.models.push_back(fmt::format("model {}", m));
        strength.push_back(random.normal());
    }
    for (std::size_t i = 0; i < battles; ++i) {
        const std::uint64_t a = random.below(models);
        const std::uint64_t b = (a + 1 + random.below(models - 1)) % models;
        const bool tie = random.uniform() < 0.3;
        const bool win = random.uniform() < 1 / (1 + std::exp(strength[b] - strength[a]));
        out.a.push_back(static_cast<std::uint16_t>(a));
        out.b.push_back(static_cast<std::uint16_t>(b));
        out.pointsA.push_back(tie ? 0.5F : win ? 1.0F : 0.0F);
        out.cluster.push_back(static_cast<std::uint32_t>(random.below(instructions)));
    }
    out.clusters = instructions;
    return out;
}

// The same as the table and the verdicts of a workspace.
BattleTable tableOf(const Comparisons& comparisons) {
    BattleTable table;
    const std::size_t n = comparisons.size();
    for (const auto& name : comparisons.models) {
        table.models.emplace_back();
        table.models.back().name = name;
    }
    table.models.emplace_back();
    table.models.back().name = "judge";
    const auto judge = static_cast<std::uint16_t>(models);
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    table.judges = {judge};
    table.gameBegin.push_back(0);
    for (std::uint32_t i = 0; i < n; ++i) {
        table.position.push_back(i);
        table.id.push_back(i + 1);
        table.instruction.push_back(comparisons.cluster[i] + 1);
        const float points = comparisons.pointsA[i];
        const Verdict verdict = points > 0.5F   ? Verdict::A
                                : points < 0.5F ? Verdict::B
                                                : Verdict::Tie;
        table.games.push_back({none, none, none, judge, Order::AB, verdict});
        table.gameBegin.push_back(i + 1);
    }
    table.modelA = comparisons.a;
    table.modelB = comparisons.b;
    table.facts.assign(n, 0);
    return table;
}

// Seconds by the clock on the wall, and of all threads' work (what a machine that is busy with
// other things lets one compare).
struct Cost {
    double wall = 0;
    double work = 0;
};

Cost medianCost(const std::function<void()>& work) {
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t clock = std::clock();
        work();
        cpu.push_back(static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC);
        wall.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(wall.begin(), wall.end());
    std::sort(cpu.begin(), cpu.end());
    return {wall[2], cpu[2]};
}

void print(const char* what, const Cost& cost) {
    std::printf("%-60s %10.2f ms %10.2f ms of work\n", what, cost.wall * 1000, cost.work * 1000);
    std::fflush(stdout);
}

// A result that is wrong would make a time meaningless.
void require(bool good, const char* what) {
    if (good)
        return;
    std::fprintf(stderr, "bench_rating: %s failed\n", what);
    std::exit(1);
}

Cost roundsCost(const Comparisons& comparisons, Unit unit, int rounds) {
    const auto fit = fitBradleyTerry(countPairs(comparisons, Ties::Half).pairs);
    require(fit.has_value(), "fit");
    BootstrapOptions options;
    options.rounds = rounds;
    options.unit = unit;
    return medianCost([&] {
        const auto drawn = bootstrapBradleyTerry(comparisons, *fit, options);
        require(drawn.has_value() && drawn->divergent == 0, "bootstrap");
    });
}

} // namespace

int main() {
    const Comparisons million = arena(1'000'000);
    std::printf("1,000,000 battles, %llu models, 30 %% ties, %u instructions, %u threads\n",
                static_cast<unsigned long long>(models), instructions,
                std::thread::hardware_concurrency());
    print("count pairs", medianCost([&] {
              require(countPairs(million, Ties::Half).pairs.size() > 8000, "count");
          }));
    print("count pairs and fit", medianCost([&] {
              require(fitBradleyTerry(countPairs(million, Ties::Half).pairs).has_value(), "fit");
          }));
    print("100 rounds by battle", roundsCost(million, Unit::Battle, 100));
    print("1,000 rounds by battle", roundsCost(million, Unit::Battle, 1000));
    print("100 rounds by instruction", roundsCost(million, Unit::Instruction, 100));
    print("1,000 rounds by instruction", roundsCost(million, Unit::Instruction, 1000));
    print("Elo, one pass",
          medianCost([&] { require(onlineElo(million).size() == models, "Elo"); }));
    BootstrapOptions elo;
    elo.unit = Unit::Battle;
    print("Elo, 100 rounds by battle",
          medianCost([&] { require(bootstrapElo(million, {}, elo).has_value(), "Elo rounds"); }));

    const BattleTable table = tableOf(million);
    std::vector<std::uint32_t> rows(table.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        rows[i] = i;
    print("rate: verdicts, arrays, fit, 100 rounds by instruction",
          medianCost([&] { require(rate(table, {}, rows, {}).has_value(), "rate"); }));
    RatingRequest wide;
    wide.rounds = 1000;
    wide.differences = true;
    print("rate: the same with 1,000 rounds and all differences",
          medianCost([&] { require(rate(table, {}, rows, wide).has_value(), "rate"); }));

    const Comparisons ten = arena(10'000'000);
    print("10,000,000 battles: 1,000 rounds by battle", roundsCost(ten, Unit::Battle, 1000));
    return 0;
}
