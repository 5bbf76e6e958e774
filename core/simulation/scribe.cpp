#include "core/simulation/scribe.h"

#include "core/base/hash.h"
#include "core/simulation/verdict_text.h"
#include "core/text/measure.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace agon::simulation {
namespace {

// Streams of the seed, apart from the simulator's own.
enum class Purpose : std::uint64_t { Task = 11, Answer = 12, Words = 13 };

std::uint64_t streamOf(Purpose purpose, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return hashCombine(hashCombine(hashCombine(static_cast<std::uint64_t>(purpose), a), b), c);
}

Mishap drawMishap(double share, Random& random) {
    constexpr std::array<Mishap, 8> kinds{Mishap::Cut,     Mishap::Cut,     Mishap::Cut,
                                          Mishap::Refused, Mishap::Refused, Mishap::Refused,
                                          Mishap::Empty,   Mishap::Cheats};
    const bool happens = random.uniform() < share;
    const Mishap kind = kinds[random.below(kinds.size())];
    return happens ? kind : Mishap::None;
}

// About four bytes a token, as with usual tokenizers and English.
std::int64_t tokensIn(std::string_view text) {
    return static_cast<std::int64_t>(text.size() / 4 + 1);
}

constexpr std::string_view sampling = R"({"max_tokens":1024,"temperature":0.7,"top_p":0.95})";

std::vector<TextIn> viewsOf(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

} // namespace

Scribe::Scribe(Appender& appender, const Simulator& simulator, Ids ids, double mishapShare)
    : m_appender(appender)
    , m_simulator(simulator)
    , m_ids(std::move(ids))
    , m_mishapShare(mishapShare) {}

Result<Posed> Scribe::pose(SetId set, Category category, std::uint32_t number,
                           std::string_view key) {
    Random random(m_simulator.spec().seed, streamOf(Purpose::Task, number, 0, 0));
    Posed out;
    out.number = number;
    for (int attempt = 0; attempt < 40; ++attempt) {
        out.task = makeTask(category, random);
        const std::uint64_t hash = hashBytes(out.task.turns.front().prompt);
        const auto place = std::ranges::lower_bound(m_posed, hash);
        if (place != m_posed.end() && *place == hash)
            continue;
        m_posed.insert(place, hash);
        break;
    }
    for (const TurnTask& turn : out.task.turns)
        out.prompts.push_back(turn.prompt);
    const std::vector<TextIn> turns = viewsOf(out.prompts);
    InstructionIn in;
    in.set = set;
    in.key = key;
    in.category = categoryNames[static_cast<std::size_t>(category)];
    in.source = "simulated";
    in.turns = turns;
    out.id = TRY(m_appender.instruction(in)).id;
    return out;
}

Result<const Given*> Scribe::answerOf(const Posed& posed, std::size_t fighter) {
    const auto [place, isNew] = m_given.try_emplace({posed.number, fighter});
    Given& given = place->second;
    if (!isNew)
        return &given;
    const FighterSpec& who = m_simulator.spec().fighters[fighter];
    Random random(m_simulator.spec().seed,
                  streamOf(Purpose::Answer, posed.number, hashBytes(who.name), 0));
    std::int64_t tokens = 0;
    std::uint32_t marks = 0;
    for (std::size_t i = 0; i < posed.task.turns.size(); ++i) {
        const double level = m_simulator.level(fighter, posed.item(static_cast<int>(i) + 1));
        const Mishap mishap = drawMishap(m_mishapShare, random);
        given.levels.push_back(levelAfter(level, mishap));
        given.turns.push_back(writeAnswer(posed.task.turns[i], posed.task.language, who.style,
                                          level, mishap, random));
        const Answer& answer = given.turns.back();
        given.lengths.push_back(countCharacters(answer.text));
        given.texts.push_back(answer.text);
        marks |= answer.marks;
        tokens += tokensIn(answer.text);
    }
    const std::vector<TextIn> turns = viewsOf(given.texts);
    ResponseIn in;
    in.model = m_ids.fighters[fighter];
    in.instruction = posed.id;
    in.turns = turns;
    in.sampling = sampling;
    in.tokensOut = tokens;
    in.seconds =
        std::round(100 * (0.3 + static_cast<double>(tokens) / (40 + 20 * random.uniform()))) / 100;
    in.marks = marks;
    given.id = TRY(m_appender.response(in)).id;
    return &given;
}

Result<GameValue> Scribe::play(BattleRef ref, int turn, const Given& a, const Given& b,
                               const SimulatedGame& game, std::size_t judge,
                               std::string_view prompt, Timestamp at) {
    const auto i = static_cast<std::size_t>(turn - 1);
    const bool straight = game.order == Order::AB;
    const ShownAnswer shownA{a.turns[i], game.scoreA};
    const ShownAnswer shownB{b.turns[i], game.scoreB};
    const ShownAnswer& first = straight ? shownA : shownB;
    const ShownAnswer& second = straight ? shownB : shownA;
    Random random(m_simulator.spec().seed,
                  streamOf(Purpose::Words, static_cast<std::uint64_t>(ref.id.value), judge,
                           static_cast<std::uint64_t>(game.order)));
    const std::string explanation = explain(first, second, random);
    std::string raw;
    std::string error;
    GameIn in;
    in.judge = m_ids.judges[judge];
    in.order = game.order;
    in.verdict = game.verdict();
    if (game.valid) {
        raw = reply(explanation, first.score, second.score);
        in.scoreA = game.scoreA;
        in.scoreB = game.scoreB;
        in.explanation = explanation;
    } else {
        UnreadableReply unreadable = unreadableReply(explanation, random);
        raw = std::move(unreadable.raw);
        error = std::move(unreadable.error);
        in.error = error;
    }
    in.raw = raw;
    in.prompt = TextIn(prompt);
    in.tokensIn = tokensIn(prompt);
    in.tokensOut = tokensIn(raw);
    in.seconds = std::round(100 * (0.5 + static_cast<double>(raw.size()) / 300)) / 100;
    in.at = at;
    TRY(m_appender.game(ref, in));
    ++m_games;
    GameValue value;
    value.verdict = in.verdict;
    value.order = in.order;
    if (game.valid) {
        value.scoreA = static_cast<float>(game.scoreA);
        value.scoreB = static_cast<float>(game.scoreB);
    }
    return value;
}

Result<Fought> Scribe::fight(const Posed& posed, int turn, std::size_t a, std::size_t b,
                             const Round& round) {
    const auto i = static_cast<std::size_t>(turn - 1);
    const Given& left = *TRY(answerOf(posed, a));
    const Given& right = *TRY(answerOf(posed, b));
    BattleIn in;
    in.instruction = posed.id;
    in.turn = turn;
    in.a = left.id;
    in.b = right.id;
    in.at = round.at;
    in.run = round.run;
    in.stage = round.stage;
    const BattleRef ref = TRY(m_appender.battle(in)).ref;
    ++m_battles;

    Fought out{ref.id, turn, a, b, left.levels[i], right.levels[i], false, {}};
    const std::span<const std::string> questions(posed.prompts.data(), i + 1);
    const std::span<const std::string> textsA(left.texts.data(), i + 1);
    const std::span<const std::string> textsB(right.texts.data(), i + 1);
    const std::array<std::string, 2> prompts{promptFor(questions, textsA, textsB),
                                             promptFor(questions, textsB, textsA)};
    Timestamp at = round.at;
    for (const std::size_t judge : round.judges) {
        const JudgeSpec& who = m_simulator.spec().judges[judge];
        const auto seen = [&](const Given& given, std::size_t fighter) {
            return Seen{given.levels[i], given.lengths[i],
                        m_simulator.spec().fighters[fighter].family == who.family};
        };
        std::array<GameValue, 2> values;
        for (const Order order : {Order::AB, Order::BA}) {
            const SimulatedGame game =
                m_simulator.judge(judge, seen(left, a), seen(right, b), order,
                                  static_cast<std::uint64_t>(ref.id.value));
            at.milliseconds += 1700;
            const auto slot = static_cast<std::size_t>(order);
            values[slot] = TRY(play(ref, turn, left, right, game, judge, prompts[slot], at));
        }
        const Merged merged = mergeGames(values, Merge::Mean);
        out.flip = out.flip || merged.flip;
        if (judge == round.judges.front())
            out.first = merged;
    }
    return out;
}

} // namespace agon::simulation
