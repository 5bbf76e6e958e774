#include "core/arena/unit.h"

#include "core/arena/call_key.h"
#include "core/base/hash.h"
#include "core/store/run_appender.h"
#include "core/text/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace agon {
namespace {

std::uint32_t marksOf(const ChatReply& reply) {
    std::uint32_t out = reply.marks;
    if (reply.finish == Finish::Length)
        out |= marks::cut;
    if (reply.finish == Finish::Refused)
        out |= marks::refused;
    if (reply.finish == Finish::Filtered)
        out |= marks::filtered;
    return out;
}

// Of several answers of a model: the one that these parameters gave, else an imported one.
const Response* usable(const Fighter& fighter, const std::vector<Response>& known) {
    const Response* imported = nullptr;
    const Response* any = nullptr;
    for (const Response& response : known) {
        if (response.model != fighter.model.id)
            continue;
        if (response.sampling == fighter.samplingText)
            return &response;
        if (imported == nullptr && response.sampling.empty())
            imported = &response;
        if (any == nullptr)
            any = &response;
    }
    return imported != nullptr || fighter.endpoint ? imported : any;
}

} // namespace

Unit::Unit(UnitPlan plan, std::shared_ptr<const Cast> cast, const RunSpec& spec, RunTally& tally)
    : m_plan(std::move(plan))
    , m_cast(std::move(cast))
    , m_spec(spec)
    , m_tally(tally) {}

Result<void> Unit::load(Reader& reader, bool resumed) {
    m_instruction = TRY(reader.instruction(m_plan.instruction));
    if (m_instruction.turns.size() != static_cast<std::size_t>(m_plan.turns))
        return fail(ErrorCode::Corrupt,
                    fmt::format("instruction {} says that it has {} turns, but {} are there",
                                m_plan.instruction.value, m_plan.turns,
                                m_instruction.turns.size()));
    plan();
    RunReader runReader(reader);
    takeAnswers(TRY(runReader.answersTo(m_plan.instruction)));
    return takeBattles(runReader, TRY(runReader.foughtOn(m_plan.instruction)), resumed);
}

// Everything, as if nothing were there.
void Unit::plan() {
    m_answers.resize(m_cast->fighters.size());
    const std::vector<std::size_t>& judges = m_cast->judgesOf(m_plan.category);
    std::int64_t id = m_plan.firstBattle;
    for (int turn = 1; turn <= m_plan.turns; ++turn)
        for (const FighterPair& pair : *m_plan.pairs) {
            Duel& duel = m_duels.emplace_back();
            duel.pair = pair;
            duel.turn = turn;
            duel.plannedId = id++;
            for (const std::size_t judge : judges)
                if (m_cast->allowed(m_spec.ownAnswers, judge, pair.a, pair.b))
                    for (const Order order : {Order::AB, Order::BA})
                        duel.games.push_back({judge, order, 0, m_spec.judgeAttempts, {}});
            m_open += duel.games.size();
            for (const std::uint16_t fighter : {pair.a, pair.b})
                m_answers[fighter].needed = true;
        }
    for (const Answer& answer : m_answers)
        m_open += answer.needed ? 1 : 0;
    m_ready = 0;
}

void Unit::takeAnswers(const std::vector<Response>& known) {
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        Answer& answer = m_answers[i];
        if (!answer.needed)
            continue;
        const Fighter& fighter = m_cast->fighters[i];
        const Response* response = usable(fighter, known);
        const bool whole =
            response != nullptr && response->turns.size() >= static_cast<std::size_t>(m_plan.turns);
        // An imported answer to only some of the turns is not gone on with: it is another's.
        const bool partial = response != nullptr && !whole &&
                             (!fighter.endpoint || response->sampling == fighter.samplingText);
        if (whole || partial) {
            answer.id = response->id;
            answer.turns = response->turns;
        }
        if (whole) {
            ++m_tally.answers.cached;
            settle(answer.state, State::Done);
        } else if (fighter.endpoint) {
            answer.state = State::Ready;
            ++m_ready;
        }
    }
    for (std::size_t i = 0; i < m_answers.size(); ++i) // what recorded models do not have
        if (m_answers[i].needed && m_answers[i].state == State::Waiting)
            failAnswer(i);
}

Result<void> Unit::takeBattles(RunReader& reader, const std::vector<FoughtBattle>& fought,
                               bool resumed) {
    for (std::size_t i = 0; i < m_duels.size(); ++i) {
        Duel& duel = m_duels[i];
        if (!bothAnswered(duel))
            continue;
        const ResponseId a = m_answers[duel.pair.a].id;
        const ResponseId b = m_answers[duel.pair.b].id;
        const auto known =
            std::find_if(fought.begin(), fought.end(), [&](const FoughtBattle& battle) {
                return battle.turn == duel.turn &&
                       ((battle.a == a && battle.b == b) || (battle.a == b && battle.b == a));
            });
        if (known == fought.end())
            continue;
        duel.opened = true;
        duel.battle = {known->id, known->a == b && a != b};
        for (std::size_t k = 0; k < duel.games.size(); ++k) {
            TRY(takeGame(reader, i, k, *known, resumed));
        }
    }
    return {};
}

// A game that was played with this very prompt is not played again.
Result<void> Unit::takeGame(RunReader& reader, std::size_t duelIndex, std::size_t gameIndex,
                            const FoughtBattle& fought, bool resumed) {
    Duel& duel = m_duels[duelIndex];
    PlayedBy& game = duel.games[gameIndex];
    const ModelId judge = m_cast->judges[game.judge].model.id;
    const bool reversed = duel.battle.swapped != (game.order == Order::BA);
    const Order stored = reversed ? Order::BA : Order::AB;
    const PlayedGame* last = nullptr; // with a key of ours
    std::vector<CallKey> keys;
    for (const PlayedGame& played : fought.games) {
        if (played.judge != judge || played.order != stored || !played.key)
            continue;
        if (keys.empty())
            for (int attempt = 0; attempt < game.attempts; ++attempt)
                keys.push_back(TRY(gameAsk(duelIndex, gameIndex, attempt)).key);
        if (std::find(keys.begin(), keys.end(), *played.key) != keys.end())
            last = &played;
    }
    if (last != nullptr && (last->verdict != Verdict::Invalid || !m_spec.retryInvalid)) {
        ++m_tally.games.cached;
        settle(game.state, State::Done);
        return {};
    }
    if (resumed || last != nullptr) {
        // Attempts that were paid for are not asked again; asking again for what ended as invalid
        // gives as many new ones.
        const int most = game.attempts;
        while (game.attempt < 100 &&
               TRY(reader.wasMalformed(TRY(gameAsk(duelIndex, gameIndex, game.attempt)).key)))
            ++game.attempt;
        game.attempts = last != nullptr ? game.attempt + most : std::max(most, game.attempt + 1);
    }
    ready(duelIndex, game);
    return {};
}

bool Unit::bothAnswered(const Duel& duel) const {
    const auto has = [&](std::size_t fighter) {
        return m_answers[fighter].turns.size() >= static_cast<std::size_t>(duel.turn);
    };
    return has(duel.pair.a) && has(duel.pair.b);
}

std::optional<Ask> Unit::next() {
    for (std::size_t i = 0; m_ready > 0 && i < m_answers.size(); ++i)
        if (m_answers[i].state == State::Ready) {
            m_answers[i].state = State::Asked;
            --m_ready;
            return answerAsk(i);
        }
    for (std::size_t& i = m_from; m_ready > 0 && i < m_duels.size(); ++i)
        for (std::size_t k = 0; k < m_duels[i].games.size(); ++k) {
            PlayedBy& game = m_duels[i].games[k];
            if (game.state != State::Ready)
                continue;
            --m_ready;
            auto ask = gameAsk(i, k, game.attempt);
            if (ask) {
                game.state = State::Asked;
                return std::move(*ask);
            }
            m_problem = ask.error().text();
            ++m_tally.games.failed;
            settle(game.state, State::Failed);
        }
    return std::nullopt;
}

Ask Unit::answerAsk(std::size_t fighter) const {
    const Fighter& who = m_cast->fighters[fighter];
    const Answer& answer = m_answers[fighter];
    Ask out;
    out.purpose = CallPurpose::Answer;
    out.who = fighter;
    out.turn = static_cast<int>(answer.turns.size()) + 1;
    out.endpoint = who.endpoint;
    out.request.sampling = who.sampling;
    auto& messages = out.request.messages;
    if (!m_instruction.system.empty())
        messages.push_back({ChatRole::System, m_instruction.system});
    for (const Exchange& given : m_instruction.history) {
        messages.push_back({ChatRole::User, given.user});
        messages.push_back({ChatRole::Assistant, given.assistant});
    }
    for (std::size_t i = 0; i <= answer.turns.size(); ++i) {
        messages.push_back({ChatRole::User, m_instruction.turns[i]});
        if (i < answer.turns.size())
            messages.push_back({ChatRole::Assistant, answer.turns[i]});
    }
    out.key = callKey(*who.endpoint, out.request, CallPurpose::Answer, 0, 0, 0);
    if (!out.request.sampling.seed)
        out.request.sampling.seed = seedOf(out.key);
    return out;
}

JudgeInput Unit::inputOf(const Duel& duel, std::span<const std::string> answersA,
                         std::span<const std::string> answersB) const {
    const auto turns = static_cast<std::size_t>(duel.turn);
    const auto upTo = [&](std::span<const std::string> texts) {
        return texts.first(std::min(turns, texts.size()));
    };
    JudgeInput out;
    out.system = m_instruction.system;
    out.history = m_instruction.history;
    out.questions = upTo(m_instruction.turns);
    out.answersA = upTo(answersA);
    out.answersB = upTo(answersB);
    if (m_instruction.references.size() >= turns)
        out.references = upTo(m_instruction.references);
    return out;
}

JudgeInput Unit::inputOf(const Duel& duel) const {
    return inputOf(duel, m_answers[duel.pair.a].turns, m_answers[duel.pair.b].turns);
}

Result<Ask> Unit::gameAsk(std::size_t duelIndex, std::size_t gameIndex, int attempt) const {
    const Duel& duel = m_duels[duelIndex];
    const PlayedBy& game = duel.games[gameIndex];
    const Judge& judge = m_cast->judges[game.judge];
    JudgePrompt prompt = TRY(fillPrompt(*judge.style, inputOf(duel), game.order));
    Ask out;
    out.purpose = CallPurpose::Game;
    out.who = game.judge;
    out.turn = duel.turn;
    out.duel = duelIndex;
    out.game = gameIndex;
    out.attempt = attempt;
    out.endpoint = judge.endpoint;
    out.prompt = asText(prompt);
    out.request.sampling = judge.sampling;
    out.request.messages = std::move(prompt.messages);
    out.request.schemaName = std::move(prompt.schemaName);
    out.request.schema = std::move(prompt.schema);
    out.key = callKey(
        *judge.endpoint, out.request, CallPurpose::Game, static_cast<std::uint8_t>(game.order),
        attempt,
        hashCombine(judge.style->contentHash, static_cast<std::uint64_t>(judge.style->version)));
    out.request.sampling.seed = seedOf(out.key);
    return out;
}

Result<void> Unit::open(Appender& appender, RunId run, Timestamp at) {
    for (std::size_t i = 0; i < m_duels.size(); ++i) {
        Duel& duel = m_duels[i];
        if (duel.opened || !bothAnswered(duel))
            continue;
        BattleIn in;
        in.instruction = m_plan.instruction;
        in.set = m_spec.set;
        in.turn = duel.turn;
        in.a = m_answers[duel.pair.a].id;
        in.b = m_answers[duel.pair.b].id;
        in.at = at;
        in.run = run;
        in.id = BattleId{duel.plannedId};
        const auto added = TRY(appender.battle(in));
        duel.battle = added.ref;
        duel.opened = true;
        m_tally.battles += added.added ? 1 : 0;
        for (PlayedBy& game : duel.games)
            if (game.state == State::Waiting)
                ready(i, game);
    }
    return {};
}

Result<void> Unit::answered(Appender& appender, const Ask& ask, CallId call,
                            const ChatReply& reply) {
    Answer& answer = m_answers[ask.who];
    const Fighter& fighter = m_cast->fighters[ask.who];
    answer.turns.push_back(reply.text);
    std::vector<TextIn> turns;
    for (const std::string& turn : answer.turns)
        turns.emplace_back(turn);
    turns.back().marks = reply.marks;
    ResponseIn in;
    in.model = fighter.model.id;
    in.instruction = m_plan.instruction;
    in.turns = turns;
    in.sampling = fighter.samplingText;
    in.tokensIn = reply.usage.in;
    in.tokensOut = reply.usage.out;
    in.seconds = reply.seconds;
    in.cost = costOf(ask.endpoint->price, reply.usage);
    in.call = call;
    in.marks = marksOf(reply);
    if (turns.size() == 1)
        answer.id = TRY(appender.response(in)).id;
    else
        TRY(RunAppender(appender).extendResponse(answer.id, turns, in));
    if (answer.turns.size() >= static_cast<std::size_t>(m_plan.turns)) {
        ++m_tally.answers.done;
        settle(answer.state, State::Done);
    } else {
        answer.state = State::Ready;
        ++m_ready;
    }
    return {};
}

Result<void> Unit::judged(Appender& appender, const Ask& ask, CallId call, const ChatReply& reply,
                          const ParsedVerdict& parsed) {
    Duel& duel = m_duels[ask.duel];
    PlayedBy& game = duel.games[ask.game];
    const bool invalid = parsed.verdict == Verdict::Invalid;
    if (invalid && game.attempt + 1 < game.attempts) {
        ++game.attempt;
        ready(ask.duel, game);
        return {};
    }
    const bool reversed = game.order == Order::BA; // shown first is B
    GameIn in;
    in.judge = m_cast->judges[game.judge].model.id;
    in.order = game.order;
    in.verdict = reversed ? swapped(parsed.verdict) : parsed.verdict;
    in.scoreA = reversed ? parsed.scoreSecond : parsed.scoreFirst;
    in.scoreB = reversed ? parsed.scoreFirst : parsed.scoreSecond;
    in.explanation = TextIn(parsed.explanation);
    in.raw = TextIn(reply.text, reply.marks);
    in.prompt = TextIn(ask.prompt);
    in.error = parsed.problem;
    in.tokensIn = reply.usage.in;
    in.tokensOut = reply.usage.out;
    in.cost = costOf(ask.endpoint->price, reply.usage);
    in.seconds = reply.seconds;
    in.style = m_cast->judges[game.judge].styleName;
    in.servedModel = reply.servedModel;
    in.fingerprint = reply.fingerprint;
    in.call = call;
    in.at = appender.now();
    TRY(appender.game(duel.battle, in));
    m_tally.invalid += invalid ? 1 : 0;
    ++m_tally.games.done;
    settle(game.state, State::Done);
    return {};
}

void Unit::failed(const Ask& ask) {
    if (ask.purpose == CallPurpose::Answer) {
        failAnswer(ask.who);
        return;
    }
    ++m_tally.games.failed;
    settle(m_duels[ask.duel].games[ask.game].state, State::Failed);
}

Result<void> Unit::refused(Appender& appender, const Ask& ask, CallId call, std::string_view why) {
    if (ask.purpose == CallPurpose::Answer) {
        failAnswer(ask.who);
        return {};
    }
    Duel& duel = m_duels[ask.duel];
    PlayedBy& game = duel.games[ask.game];
    GameIn in;
    in.judge = m_cast->judges[game.judge].model.id;
    in.order = game.order;
    in.verdict = Verdict::Invalid;
    in.prompt = TextIn(ask.prompt);
    in.error = why;
    in.style = m_cast->judges[game.judge].styleName;
    in.call = call;
    in.at = appender.now();
    TRY(appender.game(duel.battle, in));
    ++m_tally.invalid;
    ++m_tally.games.done;
    settle(game.state, State::Done);
    return {};
}

std::vector<std::string_view> Unit::shownTo(const Ask& ask) const {
    std::vector<std::string_view> out;
    if (ask.purpose != CallPurpose::Game)
        return out;
    const Duel& duel = m_duels[ask.duel];
    const JudgeInput input = inputOf(duel);
    for (const auto& texts : {input.questions, input.answersA, input.answersB, input.references})
        out.insert(out.end(), texts.begin(), texts.end());
    for (const Exchange& given : input.history) {
        out.push_back(given.user);
        out.push_back(given.assistant);
    }
    return out;
}

void Unit::ready(std::size_t duel, PlayedBy& game) {
    game.state = State::Ready;
    ++m_ready;
    m_from = std::min(m_from, duel);
}

void Unit::settle(State& state, State end) {
    state = end;
    --m_open;
}

void Unit::failAnswer(std::size_t fighter) {
    ++m_tally.answers.failed;
    settle(m_answers[fighter].state, State::Failed);
    for (Duel& duel : m_duels) {
        const bool fights = duel.pair.a == fighter || duel.pair.b == fighter;
        if (!fights || m_answers[fighter].turns.size() >= static_cast<std::size_t>(duel.turn))
            continue;
        for (PlayedBy& game : duel.games)
            if (game.state == State::Waiting) {
                ++m_tally.games.failed;
                settle(game.state, State::Failed);
            }
    }
}

} // namespace agon
