// Instructions and responses: what battles are fought on.
#include "core/base/hash.h"
#include "core/store/appender_state.h"
#include "core/text/judge_syntax.h"
#include "core/text/marks.h"
#include "core/text/measure.h"

#include <fmt/format.h>

#include <bit>

namespace agon {

using store::bindId;
using store::bindOptional;
using store::guarded;
using store::StoredText;
using Caches = store::WriterCaches;

namespace {

// 0: there is none.
std::int64_t findByText(WriteTransaction& transaction, SetId set, std::int64_t hash) {
    auto& known = transaction.caches().instructions;
    const std::uint64_t key = store::pairKey(set.value, hash);
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    auto& find = transaction.connection().statement(
        "SELECT id FROM instructions WHERE set_id = ? AND hash = ?");
    find.bind(1, set.value);
    find.bind(2, hash);
    if (!find.executeStep())
        return 0;
    const std::int64_t id = find.getColumn(0).getInt64();
    Caches::keep(known, key, id);
    return id;
}

std::uint32_t marksIn(std::string_view text) {
    return (isBlank(text) ? marks::empty : 0U) | (findJudgeSyntax(text) ? marks::judgeSyntax : 0U);
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

void putInstructionText(WriteTransaction& transaction, std::int64_t id, store::TurnRole role,
                        std::size_t turn, const TextIn& text) {
    const StoredText stored = store::putText(transaction, text);
    auto& add = transaction.connection().statement(
        "INSERT INTO instruction_turns(instruction, role, turn, text) VALUES(?, ?, ?, ?)");
    add.bind(1, id);
    add.bind(2, static_cast<int>(role));
    add.bind(3, static_cast<std::int64_t>(turn));
    add.bind(4, stored.id);
    add.exec();
}

void putInstructionTurns(WriteTransaction& transaction, std::int64_t id, const InstructionIn& in) {
    using store::TurnRole;
    if (!in.system.empty())
        putInstructionText(transaction, id, TurnRole::System, 1, in.system);
    for (std::size_t i = 0; i < in.history.size(); ++i) {
        putInstructionText(transaction, id, TurnRole::GivenUser, i + 1, in.history[i].user);
        putInstructionText(transaction, id, TurnRole::GivenAssistant, i + 1,
                           in.history[i].assistant);
    }
    for (std::size_t i = 0; i < in.turns.size(); ++i)
        putInstructionText(transaction, id, TurnRole::User, i + 1, in.turns[i]);
    for (std::size_t i = 0; i < in.references.size(); ++i)
        putInstructionText(transaction, id, TurnRole::Reference, i + 1, in.references[i]);
}

// 0 is kept for "not known". Of all that a model is shown, so not of the references.
std::int64_t hashInstruction(const InstructionIn& in) {
    const std::int64_t turns = store::hashTurns(in.turns);
    if (turns == 0 || (in.system.empty() && in.history.empty()))
        return turns;
    std::uint64_t hash = hashCombine(std::bit_cast<std::uint64_t>(turns), hashBytes(in.system));
    for (const Exchange& given : in.history)
        hash = hashCombine(hash, hashCombine(hashBytes(given.user), hashBytes(given.assistant)));
    return std::bit_cast<std::int64_t>(hash == 0 ? std::uint64_t{1} : hash);
}

// `filled`: the response was there without its texts, and battles may have been judged on it.
void putResponseTurns(WriteTransaction& transaction, std::int64_t id, const ResponseIn& in,
                      std::uint32_t marks, bool filled) {
    store::Connection& db = transaction.connection();
    for (std::size_t i = 0; i < in.turns.size(); ++i) {
        const int turn = static_cast<int>(i + 1);
        const StoredText text = store::putText(transaction, in.turns[i]);
        auto& add =
            db.statement("INSERT INTO response_turns(response, turn, text) VALUES(?, ?, ?)");
        add.bind(1, id);
        add.bind(2, turn);
        add.bind(3, text.id);
        add.exec();
        if (filled)
            describeBattles(db, id, turn, text.length, marks);
        else
            Caches::keep(transaction.caches().responses, {id, turn},
                         {in.model.value, text.length, marks});
    }
}

} // namespace

std::int64_t store::hashTurns(std::span<const TextIn> turns) {
    if (turns.empty())
        return 0;
    std::uint64_t hash = turns.size();
    for (const TextIn& turn : turns)
        hash = hashCombine(hash, turn.facts != nullptr ? turn.facts->hash : hashBytes(turn.body));
    return std::bit_cast<std::int64_t>(hash == 0 ? std::uint64_t{1} : hash);
}

std::uint32_t store::marksOf(std::span<const TextIn> turns) {
    std::uint32_t out = 0;
    for (const TextIn& turn : turns)
        out |= turn.marks | (turn.facts != nullptr ? turn.facts->marks : marksIn(turn.body));
    return out;
}

TextFacts factsOf(std::string_view text) {
    return {text, hashBytes(text), countCharacters(text), marksIn(text)};
}

Result<store::ResponseFacts> store::responseFacts(WriteTransaction& transaction, ResponseId id,
                                                  int turn) {
    const auto& known = transaction.caches().responses;
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
    Caches::keep(transaction.caches().responses, {id.value, turn}, facts);
    return facts;
}

Result<Added<InstructionId>> Appender::instruction(const InstructionIn& in) {
    return guarded([&]() -> Result<Added<InstructionId>> {
        auto& db = m_state->db();
        m_state->transaction.caches().seen.load(db); // whoever adds instructions adds many texts
        TRY(m_state->check(store::RowKind::Set, in.set.value));
        const std::int64_t hash = hashInstruction(in);
        std::int64_t placeholder = 0;
        if (!in.key.empty()) {
            auto& find =
                db.statement("SELECT id, hash FROM instructions WHERE set_id = ? AND key = ? AND "
                             "key <> ''"); // as the index says, or it is not used
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
            if (const std::int64_t id = findByText(m_state->transaction, in.set, hash); id != 0)
                return Added<InstructionId>{{id}, false};
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
            putInstructionTurns(m_state->transaction, placeholder, in);
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
        m_state->transaction.caches().rows.add(store::RowKind::Instruction, id);
        putInstructionTurns(m_state->transaction, id, in);
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
        m_state->transaction.caches().seen.load(db); // a run adds many, and hardly any is there
        const std::int64_t hash = store::hashTurns(in.turns);
        std::int64_t placeholder = 0;
        std::int64_t oldest = 0;
        auto& caches = m_state->transaction.caches();
        const std::uint64_t key = store::pairKey(in.instruction.value, in.model.value);
        const std::uint64_t wholeKey = hashCombine(
            hashCombine(key, std::bit_cast<std::uint64_t>(hash)), hashBytes(in.sampling));
        if (const auto same = caches.sameResponses.find(wholeKey);
            hash != 0 && same != caches.sameResponses.end())
            return Added<ResponseId>{{same->second}, false};
        auto& find =
            db.statement("SELECT id, hash, sampling FROM responses WHERE instruction = ? AND "
                         "model = ? ORDER BY id DESC");
        find.bind(1, in.instruction.value);
        find.bind(2, in.model.value);
        while (caches.seen.maybe(store::KeyKind::Response, key) && find.executeStep()) {
            const std::int64_t known = find.getColumn(1).getInt64();
            const std::int64_t id = find.getColumn(0).getInt64();
            if (hash == 0)
                oldest = id;
            else if (known == 0)
                placeholder = id;
            else if (known == hash && find.getColumn(2).getString() == in.sampling) {
                Caches::keep(caches.sameResponses, wholeKey, id);
                return Added<ResponseId>{{id}, false};
            }
        }
        find.reset();
        // Without a text, the first answer is meant, now and when the same file is read again after
        // others have come.
        if (oldest != 0)
            return Added<ResponseId>{{oldest}, false};
        TRY(m_state->check(store::RowKind::Model, in.model.value));
        TRY(m_state->check(store::RowKind::Instruction, in.instruction.value));
        const std::uint32_t marks =
            in.marks | store::marksOf(in.turns) | (hash == 0 ? marks::textUnknown : 0U);
        auto& put = db.statement(
            placeholder != 0
                ? "UPDATE responses SET hash = ?, marks = ?, sampling = ?, tokens_in = ?, "
                  "tokens_out = ?, cost = ?, seconds = ?, call = ? WHERE id = ?"
                : "INSERT INTO responses(hash, marks, sampling, tokens_in, tokens_out, cost, "
                  "seconds, call, model, instruction) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        put.bind(1, hash);
        put.bind(2, static_cast<std::int64_t>(marks));
        put.bind(3, std::string(in.sampling));
        bindOptional(put, 4, in.tokensIn);
        bindOptional(put, 5, in.tokensOut);
        bindOptional(put, 6, in.cost);
        bindOptional(put, 7, in.seconds);
        bindId(put, 8, in.call);
        if (placeholder != 0) {
            put.bind(9, placeholder);
        } else {
            put.bind(9, in.model.value);
            put.bind(10, in.instruction.value);
        }
        put.exec();
        const std::int64_t id = placeholder != 0 ? placeholder : m_state->lastId();
        caches.seen.add(store::KeyKind::Response, key);
        putResponseTurns(m_state->transaction, id, in, marks, placeholder != 0);
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

} // namespace agon
