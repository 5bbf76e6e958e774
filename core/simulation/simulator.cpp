#include "core/simulation/simulator.h"

#include "core/base/hash.h"
#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace agon::simulation {
namespace {

// Streams of one seed that must not be mixed up.
enum class Purpose : std::uint64_t { Difficulty = 1, Luck = 2, Game = 3 };

std::uint64_t streamOf(Purpose purpose, std::initializer_list<std::uint64_t> parts) {
    std::uint64_t out = static_cast<std::uint64_t>(purpose);
    for (const std::uint64_t part : parts)
        out = hashCombine(out, part);
    return out;
}

// Standard Gumbel: differences of two are logistic.
double gumbel(Random& random) {
    const double u = std::max(random.uniform(), 0x1.0p-53);
    return -std::log(-std::log(u));
}

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

double normalBelow(double x) {
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

struct Effects {
    double difficulty = 0;
    double discrimination = 1;
};

// Shared by all fighters and turns of an instruction.
Effects effectsOf(const SimulatorSpec& spec, std::uint32_t instruction) {
    Random random(spec.seed, streamOf(Purpose::Difficulty, {instruction}));
    Effects out;
    out.difficulty = spec.difficultySpread * random.normal();
    out.discrimination = std::max(0.0, 1 + spec.discriminationSpread * random.normal());
    return out;
}

double strengthIn(const FighterSpec& fighter, Category category) {
    return fighter.strength + fighter.offsets[static_cast<std::size_t>(category)];
}

// What the judge's scores would be before noise and rounding.
struct Means {
    double a = 0;
    double b = 0;
};
Means meansOf(const JudgeSpec& judge, const Seen& a, const Seen& b, Order order) {
    Means out{a.level, b.level};
    const double first = judge.positionBias / 2;
    out.a += order == Order::AB ? first : -first;
    out.b += order == Order::AB ? -first : first;
    if (a.length > 0 && b.length > 0) {
        const double doublings =
            std::log2(static_cast<double>(a.length) / static_cast<double>(b.length));
        const double gain = judge.lengthBias * std::clamp(doublings, -3.0, 3.0) / 2;
        out.a += gain;
        out.b -= gain;
    }
    out.a += a.ownFamily ? judge.selfPreference : 0;
    out.b += b.ownFamily ? judge.selfPreference : 0;
    return out;
}

int toScore(double value) {
    return static_cast<int>(std::clamp(std::floor(value + 0.5), 1.0, 10.0));
}

using ScoreChances = std::array<double, 11>; // index 1 … 10

ScoreChances scoreChances(double mean, double noise) {
    ScoreChances out{};
    if (noise <= 0) {
        out[static_cast<std::size_t>(toScore(mean))] = 1;
        return out;
    }
    double below = 0;
    for (std::size_t score = 1; score <= 10; ++score) {
        const double upTo =
            score == 10 ? 1 : normalBelow((static_cast<double>(score) + 0.5 - mean) / noise);
        out[score] = upTo - below;
        below = upTo;
    }
    return out;
}

// Chances of scoreA − scoreB; index 9 is a difference of 0.
using Differences = std::array<double, 19>;

Differences differences(const ScoreChances& a, const ScoreChances& b) {
    Differences out{};
    for (std::size_t i = 1; i <= 10; ++i)
        for (std::size_t j = 1; j <= 10; ++j)
            out[i + 9 - j] += a[i] * b[j];
    return out;
}

} // namespace

Verdict SimulatedGame::verdict() const {
    if (!valid)
        return Verdict::Invalid;
    return scoreA > scoreB ? Verdict::A : scoreA < scoreB ? Verdict::B : Verdict::Tie;
}

Simulator::Simulator(SimulatorSpec spec)
    : m_spec(std::move(spec)) {}

double Simulator::quality(std::size_t fighter, const Item& item) const {
    const FighterSpec& who = m_spec.fighters[fighter];
    const Effects effects = effectsOf(m_spec, item.instruction);
    // By name: a fighter's luck does not depend on who else takes part.
    Random random(m_spec.seed, streamOf(Purpose::Luck, {hashBytes(who.name), item.instruction,
                                                        static_cast<std::uint64_t>(item.turn)}));
    const double ahead = strengthIn(who, item.category) - m_spec.center;
    // A Gumbel's mean is Euler's constant, not 0.
    const double luck = m_spec.answerSpread * (gumbel(random) - std::numbers::egamma);
    return m_spec.center + effects.discrimination * ahead - effects.difficulty + luck;
}

double Simulator::levelOf(double quality) const {
    const double points = (quality - m_spec.center) / m_spec.eloPerPoint;
    return 5.5 + 4.5 * std::tanh(points / 4.5);
}

double Simulator::level(std::size_t fighter, const Item& item) const {
    return levelOf(quality(fighter, item));
}

double Simulator::pairProbability(std::size_t a, std::size_t b, Category category) const {
    const double ahead =
        strengthIn(m_spec.fighters[a], category) - strengthIn(m_spec.fighters[b], category);
    const auto given = [&](double discrimination) {
        return logistic(std::max(0.0, discrimination) * ahead / m_spec.answerSpread);
    };
    if (m_spec.discriminationSpread <= 0)
        return given(1);
    // Midpoint rule over ±5 standard deviations of the instruction's discrimination.
    constexpr int steps = 400;
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < steps; ++i) {
        const double z = -5 + 10 * (i + 0.5) / steps;
        const double density = std::exp(-z * z / 2);
        sum += density * given(1 + m_spec.discriminationSpread * z);
        weight += density;
    }
    return sum / weight;
}

double Simulator::pairProbability(std::size_t a, std::size_t b) const {
    double sum = 0;
    for (std::size_t i = 0; i < categoryCount; ++i)
        sum += pairProbability(a, b, static_cast<Category>(i));
    return sum / static_cast<double>(categoryCount);
}

SimulatedGame Simulator::judge(std::size_t judge, const Seen& a, const Seen& b, Order order,
                               std::uint64_t battle) const {
    const JudgeSpec& who = m_spec.judges[judge];
    Random random(m_spec.seed, streamOf(Purpose::Game, {hashBytes(who.name), battle,
                                                        static_cast<std::uint64_t>(order)}));
    SimulatedGame out;
    out.order = order;
    out.valid = random.uniform() >= who.invalidShare;
    const Means means = meansOf(who, a, b, order);
    out.scoreA = toScore(means.a + who.noise * random.normal());
    out.scoreB = toScore(means.b + who.noise * random.normal());
    return out;
}

Odds Simulator::expectedVerdict(std::size_t judge, const Seen& a, const Seen& b) const {
    const JudgeSpec& who = m_spec.judges[judge];
    const auto chances = [&](Order order) {
        const Means means = meansOf(who, a, b, order);
        return differences(scoreChances(means.a, who.noise), scoreChances(means.b, who.noise));
    };
    const Differences first = chances(Order::AB);
    const Differences second = chances(Order::BA);
    Odds out;
    for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = 0; j < second.size(); ++j) {
            const double chance = first[i] * second[j];
            (i + j > 18 ? out.a : i + j < 18 ? out.b : out.tie) += chance;
        }
    return out;
}

} // namespace agon::simulation
