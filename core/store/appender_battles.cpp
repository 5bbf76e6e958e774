// Instructions, responses, battles, games and votes.
#include "core/base/hash.h"
#include "core/store/appender_state.h"
#include "core/text/judge_syntax.h"
#include "core/text/marks.h"
#include "core/text/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace agon {

using store::bindId;
using store::bindOptional;
using store::guarded;
using store::StoredText;

namespace {

// 0 is kept for "not known".
std::int64_t hashTurns(std::span<const TextIn> turns) {
    if (turns.empty())
        return 0;
    std::uint64_t hash = turns.size();
    for (const TextIn& turn : turns)
        hash = hashCombine(hash, hashBytes(turn.body));
    return std::bit_cast<std::int64_t>(hash == 0 ? std::uint64_t{1} : hash);
}

std::uint32_t marksOf(std::span<const TextIn> turns) {
    std::uint32_t out = 0;
    for (const TextIn& turn : turns) {
        out |= turn.marks;
        if (isBlank(turn.body))
            out |= marks::empty;
        if (findJudgeSyntax(turn.body))
            out |= marks::judgeSyntax;
    }
    return out;
}

// The texts of a response whose answer arrives after battles were judged on it.
void describeBattles(store::Connection& db, std::int64_t response, std::int64_t turn,
                     std::int64_t length, std::uint32_t marks) {
    const auto update = [&](const char* sql) {
        auto& statement = db.statement(sql);
        statement.bind(1, response);
        statement.bind(2, turn);
        statement.bind(3, length);
        statement.bind(4, static_cast<std::int64_t>(marks));
        statement.exec();
    };
    update("UPDATE battles SET length_a = ?3, marks_a = ?4 WHERE response_a = ?1 AND turn = ?2 AND "
           "instruction = (SELECT instruction FROM responses WHERE id = ?1)");
    update("UPDATE battles SET length_b = ?3, marks_b = ?4 WHERE response_b = ?1 AND turn = ?2 AND "
           "instruction = (SELECT instruction FROM responses WHERE id = ?1)");
}

void putInstructionTurns(store::Connection& db, std::int64_t id, std::span<const TextIn> turns) {
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const StoredText text = store::putText(db, turns[i]);
        auto& add = db.statement(
            "INSERT INTO instruction_turns(instruction, role, turn, text) VALUES(?, 0, ?, ?)");
        add.bind(1, id);
        add.bind(2, static_cast<std::int64_t>(i + 1));
        add.bind(3, text.id);
        add.exec();
    }
}

void putResponseTurns(store::Connection& db, std::int64_t id, std::span<const TextIn> turns,
                      std::uint32_t marks, bool describe) {
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const StoredText text = store::putText(db, turns[i]);
        auto& add =
            db.statement("INSERT INTO response_turns(response, turn, text) VALUES(?, ?, ?)");
        add.bind(1, id);
        add.bind(2, static_cast<std::int64_t>(i + 1));
        add.bind(3, text.id);
        add.exec();
        if (describe)
            describeBattles(db, id, static_cast<std::int64_t>(i + 1), text.length, marks);
    }
}

Result<store::ResponseFacts> responseFacts(WriteTransaction& transaction, ResponseId id, int turn) {
    auto& known = transaction.caches().responses;
    if (const auto found = known.find({id.value, turn}); found != known.end())
        return found->second;
    auto& query = transaction.connection().statement(
        "SELECT r.model, r.marks, coalesce((SELECT t.length FROM response_turns rt "
        "JOIN texts t ON t.id = rt.text WHERE rt.response = r.id AND rt.turn = ?2), 0) "
        "FROM responses r WHERE r.id = ?1");
    query.bind(1, id.value);
    query.bind(2, turn);
    if (!query.executeStep())
        return fail(ErrorCode::NotFound, fmt::format("there is no response {}", id.value));
    const store::ResponseFacts facts{query.getColumn(0).getInt64(), query.getColumn(2).getInt64(),
                                     static_cast<std::uint32_t>(query.getColumn(1).getInt64())};
    if (known.size() >= store::WriterCaches::mostResponses)
        known.clear();
    known.emplace(std::pair(id.value, turn), facts);
    return facts;
}

std::int64_t contentHash(const GameIn& game, Verdict verdict) {
    std::uint64_t hash = hashBytes(game.raw.body);
    hash = hashCombine(hash, hashBytes(game.explanation.body));
    const std::array<double, 3> scores{game.scoreA.value_or(-1), game.scoreB.value_or(-1),
                                       game.preferenceA.value_or(-1)};
    hash =
        hashCombine(hash, hashBytes({reinterpret_cast<const char*>(scores.data()), sizeof scores}));
    return std::bit_cast<std::int64_t>(hashCombine(hash, static_cast<std::uint64_t>(verdict)));
}

} // namespace

Result<Added<InstructionId>> Appender::instruction(const InstructionIn& in) {
    return guarded([&]() -> Result<Added<InstructionId>> {
        auto& db = m_state->db();
        const std::int64_t hash = hashTurns(in.turns);
        std::int64_t placeholder = 0;
        if (!in.key.empty()) {
            auto& find =
                db.statement("SELECT id, hash FROM instructions WHERE set_id = ? AND key = ?");
            find.bind(1, in.set.value);
            find.bind(2, std::string(in.key));
            if (find.executeStep()) {
                const std::int64_t known = find.getColumn(1).getInt64();
                const std::int64_t id = find.getColumn(0).getInt64();
                if (known == hash || hash == 0)
                    return Added<InstructionId>{{id}, false};
                if (known != 0)
                    return fail(ErrorCode::InvalidInput,
                                fmt::format("instruction “{}” is in this set already with another "
                                            "text; import it into another set",
                                            in.key));
                placeholder = id;
            }
        } else {
            if (hash == 0)
                return fail(ErrorCode::InvalidInput, "an instruction has neither an id nor a text");
            auto& find = db.statement("SELECT id FROM instructions WHERE set_id = ? AND hash = ?");
            find.bind(1, in.set.value);
            find.bind(2, hash);
            if (find.executeStep())
                return Added<InstructionId>{{find.getColumn(0).getInt64()}, false};
        }
        std::int64_t category = 0;
        if (!in.category.empty())
            category = store::findOrAddName(db, m_state->transaction.caches().categories,
                                            in.category, "SELECT id FROM categories WHERE name = ?",
                                            "INSERT INTO categories(name) VALUES(?)");
        m_state->transaction.changes().sets = true;
        if (placeholder != 0) {
            auto& fill = db.statement("UPDATE instructions SET hash = ?, turns = ?, "
                                      "category = coalesce(?, category), source = ? WHERE id = ?");
            fill.bind(1, hash);
            fill.bind(2, static_cast<std::int64_t>(in.turns.size()));
            bindId(fill, 3, CategoryId{category});
            fill.bind(4, std::string(in.source));
            fill.bind(5, placeholder);
            fill.exec();
            putInstructionTurns(db, placeholder, in.turns);
            m_state->transaction.changes().battlesAdded = true; // their category may be known now
            return Added<InstructionId>{{placeholder}, true};
        }
        auto& add =
            db.statement("INSERT INTO instructions(set_id, key, hash, category, source, turns)"
                         " VALUES(?, ?, ?, ?, ?, ?)");
        add.bind(1, in.set.value);
        add.bind(2, std::string(in.key));
        add.bind(3, hash);
        bindId(add, 4, CategoryId{category});
        add.bind(5, std::string(in.source));
        add.bind(6, static_cast<std::int64_t>(in.turns.size()));
        add.exec();
        const std::int64_t id = m_state->lastId();
        putInstructionTurns(db, id, in.turns);
        return Added<InstructionId>{{id}, true};
    });
}

Result<std::optional<InstructionId>> Appender::findInstruction(SetId set, std::string_view key) {
    return guarded([&]() -> Result<std::optional<InstructionId>> {
        auto& find = m_state->db().statement(
            "SELECT id FROM instructions WHERE set_id = ? AND key = ? AND key <> ''");
        find.bind(1, set.value);
        find.bind(2, std::string(key));
        if (find.executeStep())
            return InstructionId{find.getColumn(0).getInt64()};
        return std::nullopt;
    });
}

Result<Added<ResponseId>> Appender::response(const ResponseIn& in) {
    return guarded([&]() -> Result<Added<ResponseId>> {
        auto& db = m_state->db();
        const std::int64_t hash = hashTurns(in.turns);
        std::int64_t placeholder = 0;
        std::int64_t oldest = 0;
        auto& find =
            db.statement("SELECT id, hash, sampling FROM responses WHERE instruction = ? AND "
                         "model = ? ORDER BY id DESC");
        find.bind(1, in.instruction.value);
        find.bind(2, in.model.value);
        while (find.executeStep()) {
            const std::int64_t known = find.getColumn(1).getInt64();
            const std::int64_t id = find.getColumn(0).getInt64();
            if (hash == 0)
                oldest = id;
            else if (known == 0)
                placeholder = id;
            else if (known == hash && find.getColumn(2).getString() == in.sampling)
                return Added<ResponseId>{{id}, false};
        }
        find.reset();
        // Without a text, the first answer is meant, now and when the same file is read again after
        // others have come.
        if (oldest != 0)
            return Added<ResponseId>{{oldest}, false};
        const std::uint32_t marks =
            in.marks | marksOf(in.turns) | (hash == 0 ? marks::textUnknown : 0U);
        auto& put = db.statement(
            placeholder != 0
                ? "UPDATE responses SET hash = ?, marks = ?, sampling = ?, tokens_out = ?, cost = "
                  "?, "
                  "seconds = ? WHERE id = ?"
                : "INSERT INTO responses(hash, marks, sampling, tokens_out, cost, seconds, model, "
                  "instruction) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        put.bind(1, hash);
        put.bind(2, static_cast<std::int64_t>(marks));
        put.bind(3, std::string(in.sampling));
        bindOptional(put, 4, in.tokensOut);
        bindOptional(put, 5, in.cost);
        bindOptional(put, 6, in.seconds);
        if (placeholder != 0) {
            put.bind(7, placeholder);
        } else {
            put.bind(7, in.model.value);
            put.bind(8, in.instruction.value);
        }
        put.exec();
        const std::int64_t id = placeholder != 0 ? placeholder : m_state->lastId();
        putResponseTurns(db, id, in.turns, marks, placeholder != 0);
        auto& caches = m_state->transaction.caches();
        if (placeholder != 0)
            caches.responses.clear();
        else
            caches.responsesWithoutBattle = {caches.responsesWithoutBattle[1], id};
        if (placeholder != 0)
            m_state->transaction.changes().battlesAdded = true;
        m_state->transaction.changes().models = true; // its number of responses
        return Added<ResponseId>{{id}, true};
    });
}

Result<std::optional<ResponseId>> Appender::findResponse(ModelId model, InstructionId instruction) {
    return guarded([&]() -> Result<std::optional<ResponseId>> {
        auto& find = m_state->db().statement("SELECT id FROM responses WHERE instruction = ? AND "
                                             "model = ? ORDER BY id DESC LIMIT 1");
        find.bind(1, instruction.value);
        find.bind(2, model.value);
        if (find.executeStep())
            return ResponseId{find.getColumn(0).getInt64()};
        return std::nullopt;
    });
}

Result<Appender::BattleAdded> Appender::battle(const BattleIn& in) {
    return guarded([&]() -> Result<BattleAdded> {
        auto& db = m_state->db();
        const auto known = [&](ResponseId first, ResponseId second) -> std::int64_t {
            auto& find =
                db.statement("SELECT id FROM battles WHERE instruction = ? AND turn = ? AND "
                             "response_a = ? AND response_b = ?");
            find.bind(1, in.instruction.value);
            find.bind(2, in.turn);
            find.bind(3, first.value);
            find.bind(4, second.value);
            return find.executeStep() ? find.getColumn(0).getInt64() : 0;
        };
        auto& caches = m_state->transaction.caches();
        const auto isNew = [&](ResponseId id) {
            return std::ranges::find(caches.responsesWithoutBattle, id.value) !=
                   caches.responsesWithoutBattle.end();
        };
        if (!isNew(in.a) && !isNew(in.b)) {
            if (const std::int64_t id = known(in.a, in.b); id != 0)
                return BattleAdded{{{id}, false}, false};
            if (const std::int64_t id = known(in.b, in.a); id != 0)
                return BattleAdded{{{id}, true}, false};
        }
        const store::ResponseFacts a = TRY(responseFacts(m_state->transaction, in.a, in.turn));
        const store::ResponseFacts b = TRY(responseFacts(m_state->transaction, in.b, in.turn));
        auto& add = db.statement(
            "INSERT INTO battles(set_id, instruction, turn, response_a, response_b, model_a, "
            "model_b, "
            "length_a, length_b, marks_a, marks_b, at, stage, run) "
            "VALUES(coalesce(?1, (SELECT set_id FROM instructions WHERE id = ?2)), ?2, ?3, ?4, ?5, "
            "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
        bindId(add, 1, in.set);
        add.bind(2, in.instruction.value);
        add.bind(3, in.turn);
        add.bind(4, in.a.value);
        add.bind(5, in.b.value);
        add.bind(6, a.model);
        add.bind(7, b.model);
        add.bind(8, a.length);
        add.bind(9, b.length);
        add.bind(10, static_cast<std::int64_t>(a.marks));
        add.bind(11, static_cast<std::int64_t>(b.marks));
        add.bind(12, in.at.milliseconds);
        bindId(add, 13, in.stage);
        bindId(add, 14, in.run);
        add.exec();
        m_state->transaction.changes().battlesAdded = true;
        caches.responsesWithoutBattle = {};
        caches.battleWithoutGames = m_state->lastId();
        return BattleAdded{{{caches.battleWithoutGames}, false}, true};
    });
}

Result<Appender::BattleAdded> Appender::bareBattle(const BareBattleIn& in) {
    return guarded([&]() -> Result<BattleAdded> {
        auto& db = m_state->db();
        auto& find = db.statement("SELECT id FROM battles WHERE set_id = ? AND row = ? AND "
                                  "row_hash = ? AND instruction IS NULL");
        find.bind(1, in.set.value);
        find.bind(2, in.row);
        find.bind(3, std::bit_cast<std::int64_t>(in.rowHash));
        if (find.executeStep())
            return BattleAdded{{{find.getColumn(0).getInt64()}, false}, false};
        std::int64_t category = 0;
        if (!in.category.empty())
            category = store::findOrAddName(db, m_state->transaction.caches().categories,
                                            in.category, "SELECT id FROM categories WHERE name = ?",
                                            "INSERT INTO categories(name) VALUES(?)");
        auto& add = db.statement(
            "INSERT INTO battles(set_id, turn, model_a, model_b, length_a, length_b, marks_a, "
            "marks_b, at, category, row, row_hash) VALUES(?, 1, ?, ?, 0, 0, 0, 0, ?, ?, ?, ?)");
        add.bind(1, in.set.value);
        add.bind(2, in.a.value);
        add.bind(3, in.b.value);
        add.bind(4, in.at.milliseconds);
        bindId(add, 5, CategoryId{category});
        add.bind(6, in.row);
        add.bind(7, std::bit_cast<std::int64_t>(in.rowHash));
        add.exec();
        m_state->transaction.changes().battlesAdded = true;
        m_state->transaction.caches().battleWithoutGames = m_state->lastId();
        return BattleAdded{{{m_state->lastId()}, false}, true};
    });
}

Result<Added<GameId>> Appender::game(BattleRef battle, const GameIn& in) {
    return guarded([&]() -> Result<Added<GameId>> {
        auto& db = m_state->db();
        const Verdict verdict = battle.swapped ? agon::swapped(in.verdict) : in.verdict;
        const auto order = static_cast<int>(in.order) ^ (battle.swapped ? 1 : 0);
        const std::int64_t content = contentHash(in, in.verdict);
        // The same words again in a row add nothing; said again after something else, they count.
        std::int64_t& fresh = m_state->transaction.caches().battleWithoutGames;
        if (battle.id.value == fresh) {
            fresh = 0;
        } else {
            auto& find =
                db.statement("SELECT id, content FROM games WHERE battle = ? AND judge = ? "
                             "AND ord = ? ORDER BY id DESC");
            find.bind(1, battle.id.value);
            find.bind(2, in.judge.value);
            find.bind(3, order);
            while (find.executeStep())
                if (find.getColumn(1).getInt64() == content)
                    return Added<GameId>{{find.getColumn(0).getInt64()}, false};
            find.reset();
        }

        auto& add = db.statement("INSERT INTO games(battle, judge, ord, verdict, score_a, score_b, "
                                 "preference_a, content, at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, battle.id.value);
        add.bind(2, in.judge.value);
        add.bind(3, order);
        add.bind(4, static_cast<int>(verdict));
        bindOptional(add, 5, battle.swapped ? in.scoreB : in.scoreA);
        bindOptional(add, 6, battle.swapped ? in.scoreA : in.scoreB);
        if (in.preferenceA)
            add.bind(7, battle.swapped ? 1 - *in.preferenceA : *in.preferenceA);
        add.bind(8, content);
        add.bind(9, in.at.milliseconds);
        add.exec();
        const std::int64_t id = m_state->lastId();

        const bool rawIsExplanation = in.raw.body == in.explanation.body || in.raw.body.empty();
        std::int64_t explanation = 0;
        if (!in.explanation.body.empty())
            explanation = store::putText(db, in.explanation).id;
        const std::int64_t raw = rawIsExplanation ? 0 : store::putRecord(db, in.raw.body);
        const std::int64_t prompt =
            in.prompt.body.empty() ? 0 : store::putRecord(db, in.prompt.body);
        if (explanation != 0 || raw != 0 || prompt != 0 || !in.error.empty() || in.tokensIn ||
            in.tokensOut || in.cost || in.seconds) {
            auto& detail = db.statement(
                "INSERT INTO game_details(game, explanation, raw, prompt, error, tokens_in, "
                "tokens_out, cost, seconds) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
            detail.bind(1, id);
            bindId(detail, 2, TextId{explanation});
            bindId(detail, 3, TextId{raw});
            bindId(detail, 4, TextId{prompt});
            if (!in.error.empty())
                detail.bind(5, std::string(in.error));
            bindOptional(detail, 6, in.tokensIn);
            bindOptional(detail, 7, in.tokensOut);
            bindOptional(detail, 8, in.cost);
            bindOptional(detail, 9, in.seconds);
            detail.exec();
        }
        m_state->transaction.changes().battlesAdded = true;
        return Added<GameId>{{id}, true};
    });
}

Result<Added<OverrideId>> Appender::vote(BattleRef battle, const VoteIn& in) {
    if (in.by.empty())
        return fail(ErrorCode::InvalidInput, "a verdict of a person needs the person's name");
    if (in.verdict && !isDecisionOrTie(*in.verdict))
        return fail(ErrorCode::InvalidInput, "a person's verdict is a, b, tie, bad or clear");
    return guarded([&]() -> Result<Added<OverrideId>> {
        auto& db = m_state->db();
        auto& exists = db.statement("SELECT 1 FROM battles WHERE id = ?");
        exists.bind(1, battle.id.value);
        if (!exists.executeStep())
            return fail(ErrorCode::NotFound, fmt::format("there is no battle {}", battle.id.value));
        std::optional<std::int64_t> verdict;
        if (in.verdict)
            verdict = static_cast<std::int64_t>(battle.swapped ? agon::swapped(*in.verdict)
                                                               : *in.verdict);
        const std::int64_t annotator = store::findOrAddName(
            db, m_state->transaction.caches().annotators, in.by,
            "SELECT id FROM annotators WHERE name = ?", "INSERT INTO annotators(name) VALUES(?)");
        const std::int64_t note = in.note.body.empty() ? 0 : store::putText(db, in.note).id;
        if (in.once) {
            auto& find = db.statement(
                "SELECT id FROM overrides WHERE battle = ? AND annotator = ? AND verdict IS ? AND "
                "note IS ? AND (?5 = 0 OR at = ?5)");
            find.bind(1, battle.id.value);
            find.bind(2, annotator);
            bindOptional(find, 3, verdict);
            bindId(find, 4, TextId{note});
            find.bind(5, in.at.milliseconds);
            if (find.executeStep())
                return Added<OverrideId>{{find.getColumn(0).getInt64()}, false};
        }
        auto& add = db.statement("INSERT INTO overrides(battle, annotator, verdict, note, blind, "
                                 "undoes, at) VALUES(?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, battle.id.value);
        add.bind(2, annotator);
        bindOptional(add, 3, verdict);
        bindId(add, 4, TextId{note});
        add.bind(5, in.blind ? 1 : 0);
        if (in.undoes)
            add.bind(6, in.undoes->value);
        add.bind(7, in.at.known() ? in.at.milliseconds
                                  : m_state->transaction.clock().now().milliseconds);
        add.exec();
        m_state->transaction.changes().votes.push_back(battle.id);
        return Added<OverrideId>{{m_state->lastId()}, true};
    });
}

Result<void> Appender::flag(BattleId battle, bool on, std::string_view by) {
    return guarded([&]() -> Result<void> {
        auto& db = m_state->db();
        const std::int64_t annotator = store::findOrAddName(
            db, m_state->transaction.caches().annotators, by,
            "SELECT id FROM annotators WHERE name = ?", "INSERT INTO annotators(name) VALUES(?)");
        auto& add =
            db.statement("INSERT INTO flags(battle, annotator, raised, at) VALUES(?, ?, ?, ?)");
        add.bind(1, battle.value);
        add.bind(2, annotator);
        add.bind(3, on ? 1 : 0);
        add.bind(4, m_state->transaction.clock().now().milliseconds);
        add.exec();
        m_state->transaction.changes().votes.push_back(battle);
        return {};
    });
}

} // namespace agon
