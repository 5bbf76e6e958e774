// Whole battles, heads of lists, and whole texts for exporters.
#include "core/store/packed.h"
#include "core/store/reader_state.h"
#include "core/store/text_rows.h"
#include "core/text/marks.h"
#include "core/text/measure.h"

#include <fmt/format.h>

namespace agon {

using store::enumOr;
using store::guarded;
using store::textOf;

namespace {

void readInstruction(store::Connection& db, std::int64_t id, Instruction& out) {
    auto& query = db.statement(
        "SELECT i.set_id, s.name, i.key, coalesce(c.name, ''), i.source FROM instructions i JOIN "
        "sets s ON s.id = i.set_id LEFT JOIN categories c ON c.id = i.category WHERE i.id = ?");
    query.bind(1, id);
    if (!query.executeStep())
        return;
    out.id = {id};
    out.set = {query.getColumn(0).getInt64()};
    out.setName = textOf(query.getColumn(1));
    out.key = textOf(query.getColumn(2));
    out.category = textOf(query.getColumn(3));
    out.source = textOf(query.getColumn(4));
    auto& texts =
        db.statement("SELECT it.role, t.body, t.marks FROM instruction_turns it JOIN texts t ON "
                     "t.id = it.text WHERE it.instruction = ? ORDER BY it.turn, it.role");
    texts.bind(1, id);
    std::vector<std::string> given; // assistant's, matched with the user's below
    while (texts.executeStep()) {
        std::string body = textOf(texts.getColumn(1));
        out.marks |= static_cast<std::uint32_t>(texts.getColumn(2).getInt64());
        switch (enumOr(texts.getColumn(0).getInt64(), 5, store::TurnRole::Reference)) {
        case store::TurnRole::User:
            out.turns.push_back(std::move(body));
            break;
        case store::TurnRole::GivenAssistant:
            given.push_back(std::move(body));
            break;
        case store::TurnRole::System:
            out.system = std::move(body);
            break;
        case store::TurnRole::Reference:
            out.references.push_back(std::move(body));
            break;
        case store::TurnRole::GivenUser:
            out.history.push_back({std::move(body), {}});
            break;
        }
    }
    for (std::size_t i = 0; i < out.history.size() && i < given.size(); ++i)
        out.history[i].assistant = std::move(given[i]);
    if (out.turns.empty())
        out.marks |= marks::textUnknown;
}

void readResponse(store::Connection& db, std::int64_t id, Response& out) {
    auto& query = db.statement("SELECT r.model, m.name, r.tokens_out, r.seconds, r.marks, "
                               "r.sampling FROM responses r JOIN models m ON m.id = r.model "
                               "WHERE r.id = ?");
    query.bind(1, id);
    if (!query.executeStep())
        return;
    out.id = {id};
    out.model = {query.getColumn(0).getInt64()};
    out.modelName = textOf(query.getColumn(1));
    out.tokensOut = store::optionalInt(query.getColumn(2));
    out.seconds = store::optionalDouble(query.getColumn(3));
    out.marks = static_cast<std::uint32_t>(query.getColumn(4).getInt64());
    out.sampling = textOf(query.getColumn(5));
    auto& turns =
        db.statement("SELECT t.body FROM response_turns rt JOIN texts t ON t.id = rt.text "
                     "WHERE rt.response = ? ORDER BY rt.turn");
    turns.bind(1, id);
    while (turns.executeStep())
        out.turns.push_back(textOf(turns.getColumn(0)));
}

std::vector<Game> readGames(store::Connection& db, BattleId battle) {
    std::vector<Game> out;
    auto& query = db.statement(
        "SELECT g.id, g.judge, m.name, g.ord, g.verdict, g.score_a, g.score_b, g.preference_a, "
        "g.at, "
        "t.body, d.raw, p.body, d.error, d.tokens_in, d.tokens_out, d.cost, d.seconds, d.style, "
        "d.served_model, d.fingerprint "
        "FROM games g JOIN models m ON m.id = g.judge LEFT JOIN game_details d ON d.game = g.id "
        "LEFT JOIN texts t ON t.id = d.explanation LEFT JOIN prompts p ON p.id = d.prompt "
        "WHERE g.battle = ? "
        "ORDER BY g.judge, g.ord, g.id");
    query.bind(1, battle.value);
    while (query.executeStep()) {
        Game game;
        game.id = {query.getColumn(0).getInt64()};
        game.judge = {query.getColumn(1).getInt64()};
        game.judgeName = textOf(query.getColumn(2));
        game.order = enumOr(query.getColumn(3).getInt64(), 2, Order::AB);
        game.verdict = enumOr(query.getColumn(4).getInt64(), 5, Verdict::Invalid);
        game.scoreA = store::optionalDouble(query.getColumn(5));
        game.scoreB = store::optionalDouble(query.getColumn(6));
        game.preferenceA = store::optionalDouble(query.getColumn(7));
        game.at = {query.getColumn(8).getInt64()};
        game.explanation = textOf(query.getColumn(9));
        game.raw =
            query.getColumn(10).isNull() ? game.explanation : store::unpacked(query.getColumn(10));
        game.prompt = store::unpacked(query.getColumn(11));
        game.error = textOf(query.getColumn(12));
        game.tokensIn = store::optionalInt(query.getColumn(13));
        game.tokensOut = store::optionalInt(query.getColumn(14));
        game.cost = store::optionalDouble(query.getColumn(15));
        game.seconds = store::optionalDouble(query.getColumn(16));
        game.style = textOf(query.getColumn(17));
        game.servedModel = textOf(query.getColumn(18));
        game.fingerprint = textOf(query.getColumn(19));
        // The newest of a judge and an order counts; it comes last.
        if (!out.empty() && out.back().judge == game.judge && out.back().order == game.order)
            out.back().superseded = true;
        out.push_back(std::move(game));
    }
    return out;
}

std::vector<Override> readOverrides(store::Connection& db, BattleId battle) {
    std::vector<Override> out;
    auto& query = db.statement(
        "SELECT o.id, a.name, o.verdict, coalesce(t.body, ''), o.blind, o.undoes, o.at FROM "
        "overrides o JOIN annotators a ON a.id = o.annotator LEFT JOIN texts t ON t.id = o.note "
        "WHERE o.battle = ? ORDER BY o.id");
    query.bind(1, battle.value);
    while (query.executeStep()) {
        Override event;
        event.id = {query.getColumn(0).getInt64()};
        event.battle = battle;
        event.by = textOf(query.getColumn(1));
        if (!query.getColumn(2).isNull())
            event.verdict = enumOr(query.getColumn(2).getInt64(), 4, Verdict::Tie);
        event.note = textOf(query.getColumn(3));
        event.blind = query.getColumn(4).getInt() != 0;
        if (!query.getColumn(5).isNull())
            event.undoes = OverrideId{query.getColumn(5).getInt64()};
        event.at = {query.getColumn(6).getInt64()};
        out.push_back(std::move(event));
    }
    return out;
}

} // namespace

Result<Battle> Reader::battle(BattleId id) {
    return guarded([&]() -> Result<Battle> {
        auto& db = m_state->db;
        auto& query = db.statement(
            "SELECT b.instruction, b.turn, b.response_a, b.response_b, b.model_a, ma.name, "
            "b.model_b, "
            "mb.name, s.name, i.number, st.kind, coalesce(c.name, ''), coalesce((SELECT raised "
            "FROM "
            "flags f WHERE f.battle = b.id ORDER BY f.id DESC LIMIT 1), 0) FROM battles b JOIN "
            "models "
            "ma ON ma.id = b.model_a JOIN models mb ON mb.id = b.model_b JOIN sets s ON "
            "s.id = b.set_id LEFT JOIN stages st ON st.id = b.stage LEFT JOIN iterations i ON "
            "i.id = st.iteration LEFT JOIN categories c ON c.id = b.category WHERE b.id = ?");
        query.bind(1, id.value);
        if (!query.executeStep())
            return fail(ErrorCode::NotFound,
                        fmt::format("there is no battle {} in this workspace", id.value));
        Battle out;
        out.id = id;
        const std::int64_t instruction = query.getColumn(0).getInt64();
        out.turn = query.getColumn(1).getInt();
        const std::int64_t responseA = query.getColumn(2).getInt64();
        const std::int64_t responseB = query.getColumn(3).getInt64();
        out.a.model = {query.getColumn(4).getInt64()};
        out.a.modelName = textOf(query.getColumn(5));
        out.a.marks = marks::textUnknown;
        out.b.model = {query.getColumn(6).getInt64()};
        out.b.modelName = textOf(query.getColumn(7));
        out.b.marks = marks::textUnknown;
        out.setName = textOf(query.getColumn(8));
        out.iteration = query.getColumn(9).isNull() ? -1 : query.getColumn(9).getInt();
        out.stage = enumOr(query.getColumn(10).getInt64(), 5, StageKind::None);
        out.instruction.setName = out.setName;
        out.instruction.category = textOf(query.getColumn(11));
        out.flagged = query.getColumn(12).getInt() != 0;
        if (instruction != 0)
            readInstruction(db, instruction, out.instruction);
        if (responseA != 0)
            readResponse(db, responseA, out.a);
        if (responseB != 0)
            readResponse(db, responseB, out.b);
        out.games = readGames(db, id);
        out.overrides = readOverrides(db, id);
        return out;
    });
}

Result<Instruction> Reader::instruction(InstructionId id) {
    return guarded([&]() -> Result<Instruction> {
        Instruction out;
        readInstruction(m_state->db, id.value, out);
        if (!out.id.valid())
            return fail(ErrorCode::NotFound,
                        fmt::format("there is no instruction {} in this workspace", id.value));
        return out;
    });
}

Result<std::vector<BattleHead>> Reader::heads(std::span<const BattleId> ids) {
    return guarded([&]() -> Result<std::vector<BattleHead>> {
        std::vector<BattleHead> out;
        out.reserve(ids.size());
        for (const BattleId id : ids) {
            // The first 800 characters are more than a line shows and less than a page of overflow.
            auto& query = m_state->db.statement(
                "SELECT substr(t.body, 1, 800) FROM battles b JOIN instruction_turns it ON "
                "it.instruction = b.instruction AND it.role = 0 AND it.turn = b.turn JOIN texts t "
                "ON t.id = it.text WHERE b.id = ?");
            query.bind(1, id.value);
            BattleHead head;
            head.id = id;
            if (query.executeStep())
                head.instruction = snippet(textOf(query.getColumn(0)), 200);
            out.push_back(std::move(head));
        }
        return out;
    });
}

Result<std::vector<Override>> Reader::overrides(BattleId id) {
    return guarded(
        [&]() -> Result<std::vector<Override>> { return readOverrides(m_state->db, id); });
}

Result<void> Reader::eachInstruction(std::optional<SetId> set,
                                     const std::function<Result<void>(const Instruction&)>& row) {
    return guarded([&]() -> Result<void> {
        auto& query = m_state->db.statement(
            "SELECT id FROM instructions WHERE ?1 = 0 OR set_id = ?1 ORDER BY id");
        query.bind(1, set ? set->value : std::int64_t{0});
        while (query.executeStep()) {
            Instruction instruction;
            readInstruction(m_state->db, query.getColumn(0).getInt64(), instruction);
            TRY(row(instruction));
        }
        return {};
    });
}

Result<void>
Reader::eachResponse(std::optional<ModelId> model,
                     const std::function<Result<void>(const Response&, InstructionId)>& row) {
    return guarded([&]() -> Result<void> {
        auto& query = m_state->db.statement(
            "SELECT id, instruction FROM responses WHERE ?1 = 0 OR model = ?1 ORDER BY id");
        query.bind(1, model ? model->value : std::int64_t{0});
        while (query.executeStep()) {
            Response response;
            readResponse(m_state->db, query.getColumn(0).getInt64(), response);
            TRY(row(response, InstructionId{query.getColumn(1).getInt64()}));
        }
        return {};
    });
}

} // namespace agon
