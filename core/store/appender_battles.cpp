// Battles, games and votes.
#include "core/base/hash.h"
#include "core/store/appender_state.h"
#include "core/store/packed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

namespace agon {

using store::bindId;
using store::bindOptional;
using store::guarded;

namespace {

std::int64_t contentHash(const GameIn& game, Verdict verdict) {
    const auto hashOf = [](const TextIn& text) {
        return text.facts != nullptr ? text.facts->hash : hashBytes(text.body);
    };
    std::uint64_t hash = hashCombine(hashOf(game.raw), hashOf(game.explanation));
    const std::array<double, 3> scores{game.scoreA.value_or(-1), game.scoreB.value_or(-1),
                                       game.preferenceA.value_or(-1)};
    hash =
        hashCombine(hash, hashBytes({reinterpret_cast<const char*>(scores.data()), sizeof scores}));
    return std::bit_cast<std::int64_t>(hashCombine(hash, static_cast<std::uint64_t>(verdict)));
}

} // namespace

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
        const store::ResponseFacts a =
            TRY(store::responseFacts(m_state->transaction, in.a, in.turn));
        const store::ResponseFacts b =
            TRY(store::responseFacts(m_state->transaction, in.b, in.turn));
        TRY(m_state->check(store::RowKind::Instruction, in.instruction.value));
        if (in.set.valid())
            TRY(m_state->check(store::RowKind::Set, in.set.value));
        if (in.stage.valid())
            TRY(m_state->check(store::RowKind::Stage, in.stage.value));
        if (in.run.valid())
            TRY(m_state->check(store::RowKind::Run, in.run.value));
        auto& add = db.statement(
            "INSERT INTO battles(set_id, instruction, turn, response_a, response_b, model_a, "
            "model_b, "
            "length_a, length_b, marks_a, marks_b, at, stage, run, id) "
            "VALUES(coalesce(?1, (SELECT set_id FROM instructions WHERE id = ?2)), ?2, ?3, ?4, ?5, "
            "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, (SELECT ?15 WHERE NOT EXISTS(SELECT 1 FROM "
            "battles WHERE id = ?15)))");
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
        bindId(add, 15, in.id);
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
        TRY(m_state->check(store::RowKind::Set, in.set.value));
        TRY(m_state->check(store::RowKind::Model, in.a.value));
        TRY(m_state->check(store::RowKind::Model, in.b.value));
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
        TRY(m_state->check(store::RowKind::Model, in.judge.value));
        if (battle.id.value == fresh) {
            fresh = 0;
        } else {
            TRY(m_state->check(store::RowKind::Battle, battle.id.value));
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
            explanation = store::putText(m_state->transaction, in.explanation).id;
        const std::int64_t prompt =
            in.prompt.body.empty() ? 0 : store::putPrompt(m_state->transaction, in.prompt.body);
        if (explanation != 0 || !in.raw.body.empty() || !in.prompt.body.empty() ||
            !in.error.empty() || in.tokensIn || in.tokensOut || in.cost || in.seconds ||
            !in.style.empty() || in.call.valid()) {
            auto& detail = db.statement(
                "INSERT INTO game_details(game, explanation, raw, prompt, error, tokens_in, "
                "tokens_out, cost, seconds, style, served_model, fingerprint, call) "
                "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            detail.bind(1, id);
            bindId(detail, 2, TextId{explanation});
            std::string room;
            if (!rawIsExplanation)
                store::bindPacked(detail, 3, in.raw.body, room);
            bindId(detail, 4, TextId{prompt});
            if (!in.error.empty())
                detail.bind(5, std::string(in.error));
            bindOptional(detail, 6, in.tokensIn);
            bindOptional(detail, 7, in.tokensOut);
            bindOptional(detail, 8, in.cost);
            bindOptional(detail, 9, in.seconds);
            store::bindText(detail, 10, in.style);
            store::bindText(detail, 11, in.servedModel);
            store::bindText(detail, 12, in.fingerprint);
            bindId(detail, 13, in.call);
            detail.exec();
            detail.clearBindings(); // of `room`
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
        TRY(m_state->check(store::RowKind::Battle, battle.id.value));
        if (in.undoes)
            TRY(m_state->check(store::RowKind::Vote, in.undoes->value));
        std::optional<std::int64_t> verdict;
        if (in.verdict)
            verdict = static_cast<std::int64_t>(battle.swapped ? agon::swapped(*in.verdict)
                                                               : *in.verdict);
        const std::int64_t annotator = store::findOrAddName(
            db, m_state->transaction.caches().annotators, in.by,
            "SELECT id FROM annotators WHERE name = ?", "INSERT INTO annotators(name) VALUES(?)");
        const std::int64_t note =
            in.note.body.empty() ? 0 : store::putText(m_state->transaction, in.note).id;
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
        TRY(m_state->check(store::RowKind::Battle, battle.value));
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
