#include "core/store/run_reader.h"

#include "core/store/reader_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace agon {

using store::enumOr;
using store::guarded;
using store::textOf;

namespace {

// More than a conversation has; a damaged file may say anything.
constexpr int mostTurns = 1000;

// Of one run, or with 0 of all.
constexpr const char* selectRuns =
    "SELECT id, kind, name, seed, parameters, state, message, at, coalesce(ended, 0) FROM runs "
    "WHERE ?1 = 0 OR id = ?1 ORDER BY id";

RunInfo runFrom(SQLite::Statement& query) {
    RunInfo out;
    out.id = {query.getColumn(0).getInt64()};
    out.kind = textOf(query.getColumn(1));
    out.name = textOf(query.getColumn(2));
    out.seed = std::bit_cast<std::uint64_t>(query.getColumn(3).getInt64());
    out.parameters = textOf(query.getColumn(4));
    out.state = runStateFromName(textOf(query.getColumn(5)));
    out.message = textOf(query.getColumn(6));
    out.at = {query.getColumn(7).getInt64()};
    out.ended = {query.getColumn(8).getInt64()};
    return out;
}

std::optional<CallKey> keyFrom(const SQLite::Column& column) {
    CallKey out;
    if (column.getBytes() != static_cast<int>(out.bytes.size()))
        return std::nullopt;
    std::memcpy(out.bytes.data(), column.getBlob(), out.bytes.size());
    return out;
}

} // namespace

RunReader::RunReader(Reader& reader)
    : m_state(*reader.m_state) {}

Result<std::vector<RunInfo>> RunReader::runs() {
    return guarded([&]() -> Result<std::vector<RunInfo>> {
        std::vector<RunInfo> out;
        auto& query = m_state.db.statement(selectRuns);
        query.bind(1, 0);
        while (query.executeStep())
            out.push_back(runFrom(query));
        return out;
    });
}

Result<RunInfo> RunReader::run(RunId id) {
    return guarded([&]() -> Result<RunInfo> {
        auto& query = m_state.db.statement(selectRuns);
        query.bind(1, id.value);
        if (!query.executeStep())
            return fail(ErrorCode::NotFound,
                        fmt::format("there is no run {} in this workspace", id.value));
        return runFrom(query);
    });
}

Result<std::vector<RunRound>> RunReader::rounds(RunId run) {
    return guarded([&]() -> Result<std::vector<RunRound>> {
        std::vector<RunRound> out;
        auto& query = m_state.db.statement(
            "SELECT round, first_battle, battles, plan FROM run_rounds WHERE run = ? ORDER BY 1");
        query.bind(1, run.value);
        while (query.executeStep())
            out.push_back({query.getColumn(0).getInt(), query.getColumn(1).getInt64(),
                           query.getColumn(2).getInt64(), textOf(query.getColumn(3))});
        return out;
    });
}

Result<CallSums> RunReader::sums(RunId run) {
    return guarded([&]() -> Result<CallSums> {
        CallSums out;
        auto& query = m_state.db.statement(
            "SELECT state, count(*), sum(maybe_billed), sum(coalesce(tokens_in, 0)), "
            "sum(coalesce(tokens_out, 0)), sum(coalesce(cost, 0)), sum(state IN (1, 2) AND cost IS "
            "NULL) FROM calls WHERE run = ? GROUP BY state");
        query.bind(1, run.value);
        while (query.executeStep()) {
            const std::int64_t calls = query.getColumn(1).getInt64();
            switch (enumOr(query.getColumn(0).getInt64(), 6, CallState::Lost)) {
            case CallState::Begun:
                out.begun += calls;
                break;
            case CallState::Answered:
            case CallState::Malformed:
                out.answered += calls;
                break;
            case CallState::Failed:
                out.failed += calls;
                break;
            case CallState::Lost:
                out.lost += calls;
                break;
            case CallState::NotSent:
                break;
            }
            out.maybeBilled += query.getColumn(2).getInt64();
            out.tokensIn += query.getColumn(3).getInt64();
            out.tokensOut += query.getColumn(4).getInt64();
            out.cost += query.getColumn(5).getDouble();
            if (query.getColumn(6).getInt64() > 0)
                out.costKnown = false;
        }
        return out;
    });
}

Result<std::vector<CallCause>> RunReader::causes(RunId run) {
    return guarded([&]() -> Result<std::vector<CallCause>> {
        std::vector<CallCause> out;
        // Bare columns beside max() come from its row.
        auto& query = m_state.db.statement(
            "SELECT model, failure, count(*), coalesce(message, ''), max(id) FROM calls WHERE run "
            "= ? AND failure IS NOT NULL GROUP BY model, failure ORDER BY 3 DESC, 1, 2");
        query.bind(1, run.value);
        while (query.executeStep())
            out.push_back({ModelId{query.getColumn(0).getInt64()}, textOf(query.getColumn(1)),
                           query.getColumn(2).getInt64(), textOf(query.getColumn(3))});
        return out;
    });
}

Result<std::vector<Batch>> RunReader::batches(RunId run) {
    return guarded([&]() -> Result<std::vector<Batch>> {
        std::vector<Batch> out;
        auto& query = m_state.db.statement(
            "SELECT id, model, purpose, remote, input_file, state, requests, facts, at, "
            "coalesce(ended, 0) FROM batches WHERE run = ? ORDER BY id");
        query.bind(1, run.value);
        while (query.executeStep()) {
            Batch batch;
            batch.id = {query.getColumn(0).getInt64()};
            batch.run = run;
            batch.model = {query.getColumn(1).getInt64()};
            batch.purpose = enumOr(query.getColumn(2).getInt64(), 2, CallPurpose::Answer);
            batch.remote = textOf(query.getColumn(3));
            batch.inputFile = textOf(query.getColumn(4));
            batch.state = textOf(query.getColumn(5));
            batch.requests = query.getColumn(6).getInt64();
            batch.facts = textOf(query.getColumn(7));
            batch.at = {query.getColumn(8).getInt64()};
            batch.ended = {query.getColumn(9).getInt64()};
            out.push_back(std::move(batch));
        }
        return out;
    });
}

Result<std::vector<OpenCall>> RunReader::openCalls(BatchId batch) {
    return guarded([&]() -> Result<std::vector<OpenCall>> {
        std::vector<OpenCall> out;
        auto& query = m_state.db.statement(
            "SELECT id, key FROM calls WHERE run = (SELECT run FROM batches WHERE id = ?1) AND "
            "batch = ?1 AND state = 0 ORDER BY id");
        query.bind(1, batch.value);
        while (query.executeStep())
            if (const auto key = keyFrom(query.getColumn(1)))
                out.push_back({CallId{query.getColumn(0).getInt64()}, *key});
        return out;
    });
}

Result<std::vector<FailedKey>> RunReader::failedInBatches(RunId run) {
    return guarded([&]() -> Result<std::vector<FailedKey>> {
        std::vector<FailedKey> out;
        // Bare columns beside max() come from its row.
        auto& query = m_state.db.statement(
            "SELECT key, count(*), coalesce(failure, ''), max(id) FROM calls WHERE run = ? AND "
            "batch IS NOT NULL AND state IN (3, 4) GROUP BY key");
        query.bind(1, run.value);
        while (query.executeStep())
            if (const auto key = keyFrom(query.getColumn(0)))
                out.push_back({*key, query.getColumn(1).getInt64(), textOf(query.getColumn(2))});
        return out;
    });
}

Result<std::vector<PlannedInstruction>> RunReader::instructionsOf(SetId set) {
    return guarded([&]() -> Result<std::vector<PlannedInstruction>> {
        std::vector<PlannedInstruction> out;
        auto& query = m_state.db.statement(
            "SELECT * FROM (SELECT id, coalesce(category, 0), turns FROM instructions WHERE set_id "
            "= ?1 AND hash <> 0 ORDER BY id) UNION ALL SELECT * FROM (SELECT i.id, "
            "coalesce(i.category, 0), i.turns FROM set_members m JOIN instructions i ON i.id = "
            "m.instruction WHERE m.set_id = ?1 AND i.hash <> 0 ORDER BY m.position)");
        query.bind(1, set.value);
        while (query.executeStep())
            out.push_back({InstructionId{query.getColumn(0).getInt64()},
                           query.getColumn(1).getInt64(),
                           std::clamp(query.getColumn(2).getInt(), 1, mostTurns)});
        return out;
    });
}

Result<std::vector<Response>> RunReader::answersTo(InstructionId instruction) {
    return guarded([&]() -> Result<std::vector<Response>> {
        std::vector<Response> out;
        auto& query = m_state.db.statement(
            "SELECT r.id, r.model, r.sampling, r.marks, r.tokens_out, t.body FROM responses r JOIN "
            "response_turns rt ON rt.response = r.id JOIN texts t ON t.id = rt.text WHERE "
            "r.instruction = ? AND r.hash <> 0 ORDER BY r.id, rt.turn");
        query.bind(1, instruction.value);
        while (query.executeStep()) {
            const std::int64_t id = query.getColumn(0).getInt64();
            if (out.empty() || out.back().id.value != id) {
                Response& next = out.emplace_back();
                next.id = {id};
                next.model = {query.getColumn(1).getInt64()};
                next.sampling = textOf(query.getColumn(2));
                next.marks = static_cast<std::uint32_t>(query.getColumn(3).getInt64());
                next.tokensOut = store::optionalInt(query.getColumn(4));
            }
            out.back().turns.push_back(textOf(query.getColumn(5)));
        }
        return out;
    });
}

Result<std::vector<FoughtBattle>> RunReader::foughtOn(InstructionId instruction) {
    return guarded([&]() -> Result<std::vector<FoughtBattle>> {
        std::vector<FoughtBattle> out;
        auto& query = m_state.db.statement(
            "SELECT b.id, b.turn, b.response_a, b.response_b, g.judge, g.ord, g.verdict, c.key "
            "FROM battles b LEFT JOIN games g ON g.battle = b.id LEFT JOIN game_details d ON "
            "d.game = g.id LEFT JOIN calls c ON c.id = d.call WHERE b.instruction = ? ORDER BY "
            "b.id, g.id");
        query.bind(1, instruction.value);
        while (query.executeStep()) {
            const std::int64_t id = query.getColumn(0).getInt64();
            if (out.empty() || out.back().id.value != id)
                out.push_back({BattleId{id},
                               query.getColumn(1).getInt(),
                               ResponseId{query.getColumn(2).getInt64()},
                               ResponseId{query.getColumn(3).getInt64()},
                               {}});
            if (query.getColumn(4).isNull())
                continue;
            out.back().games.push_back({ModelId{query.getColumn(4).getInt64()},
                                        enumOr(query.getColumn(5).getInt64(), 2, Order::AB),
                                        enumOr(query.getColumn(6).getInt64(), 5, Verdict::Invalid),
                                        keyFrom(query.getColumn(7))});
        }
        return out;
    });
}

Result<bool> RunReader::wasMalformed(const CallKey& key) {
    return guarded([&]() -> Result<bool> {
        auto& query =
            m_state.db.statement("SELECT 1 FROM calls WHERE key = ? AND state = 2 LIMIT 1");
        query.bind(1, key.bytes.data(), static_cast<int>(key.bytes.size()));
        return query.executeStep();
    });
}

Result<SeenTokens> RunReader::seen(ModelId model, CallPurpose purpose) {
    return guarded([&]() -> Result<SeenTokens> {
        auto& query = m_state.db.statement(
            "SELECT count(*), coalesce(avg(tokens_in), 0), coalesce(avg(tokens_out), 0) FROM calls "
            "WHERE model = ? AND purpose = ? AND state IN (1, 2) AND tokens_in IS NOT NULL AND "
            "tokens_out IS NOT NULL");
        query.bind(1, model.value);
        query.bind(2, static_cast<int>(purpose));
        query.executeStep();
        return SeenTokens{query.getColumn(0).getInt64(), query.getColumn(1).getDouble(),
                          query.getColumn(2).getDouble()};
    });
}

Result<std::vector<CommonAnswer>> RunReader::commonAnswers(std::int64_t atLeast) {
    return guarded([&]() -> Result<std::vector<CommonAnswer>> {
        std::vector<CommonAnswer> out;
        auto& query = m_state.db.statement(
            "WITH answers AS (SELECT model, hash, count(DISTINCT instruction) AS same FROM "
            "responses WHERE hash <> 0 GROUP BY model, hash) "
            "SELECT model, hash, max(same), sum(same) FROM answers GROUP BY model HAVING sum(same) "
            ">= ? ORDER BY model");
        query.bind(1, atLeast);
        while (query.executeStep())
            out.push_back({ModelId{query.getColumn(0).getInt64()}, query.getColumn(1).getInt64(),
                           query.getColumn(2).getInt64(), query.getColumn(3).getInt64()});
        return out;
    });
}

} // namespace agon
