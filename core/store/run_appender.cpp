#include "core/store/run_appender.h"

#include "core/store/appender_state.h"
#include "core/store/packed.h"
#include "core/text/marks.h"

#include <algorithm>
#include <string>

namespace agon {

using store::bindId;
using store::bindOptional;
using store::bindText;
using store::guarded;

RunAppender::RunAppender(Appender& appender)
    : m_state(*appender.m_state) {}

Result<void> RunAppender::setState(RunId run, RunState state, std::string_view message) {
    return guarded([&]() -> Result<void> {
        const bool ended = state != RunState::Running && state != RunState::Waiting;
        auto& update = m_state.db().statement(
            "UPDATE runs SET state = ?, message = ?, ended = ? WHERE id = ?");
        update.bind(1, std::string(runStateName(state)));
        update.bind(2, std::string(message));
        if (ended)
            update.bind(3, m_state.transaction.clock().now().milliseconds);
        update.bind(4, run.value);
        if (update.exec() == 0)
            return fail(ErrorCode::NotFound, "this run is not in the workspace");
        m_state.transaction.changes().runs = true;
        return {};
    });
}

Result<RunRound> RunAppender::addRound(RunId run, int number, std::int64_t battles,
                                       std::string_view plan) {
    return guarded([&]() -> Result<RunRound> {
        // Past what is there and past what other rounds have kept.
        auto& last = m_state.db().statement(
            "SELECT max((SELECT coalesce(max(id), 0) FROM battles), (SELECT "
            "coalesce(max(first_battle + battles - 1), 0) FROM run_rounds))");
        last.executeStep();
        RunRound out{number, last.getColumn(0).getInt64() + 1, battles, std::string(plan)};
        last.reset();
        auto& add = m_state.db().statement("INSERT INTO run_rounds(run, round, first_battle, "
                                           "battles, plan) VALUES(?, ?, ?, ?, ?)");
        add.bind(1, run.value);
        add.bind(2, number);
        add.bind(3, out.firstBattle);
        add.bind(4, battles);
        add.bind(5, out.plan);
        add.exec();
        return out;
    });
}

Result<CallId> RunAppender::beginCall(const CallIn& in) {
    return guarded([&]() -> Result<CallId> {
        TRY(m_state.check(store::RowKind::Model, in.model.value));
        auto& add = m_state.db().statement("INSERT INTO calls(key, run, model, purpose, state, "
                                           "begun, batch) VALUES(?, ?, ?, ?, 0, ?, ?)");
        add.bind(1, in.key.bytes.data(), static_cast<int>(in.key.bytes.size()));
        bindId(add, 2, in.run);
        add.bind(3, in.model.value);
        add.bind(4, static_cast<int>(in.purpose));
        add.bind(5, m_state.transaction.clock().now().milliseconds);
        bindId(add, 6, in.batch);
        add.exec();
        return CallId{m_state.lastId()};
    });
}

Result<void> RunAppender::endCall(CallId call, const CallEnd& end) {
    return guarded([&]() -> Result<void> {
        auto& update = m_state.db().statement(
            "UPDATE calls SET state = ?, ended = ?, tokens_in = ?, tokens_out = ?, tokens_cached "
            "= ?, cost = ?, seconds = ?, first_token = ?, attempts = ?, maybe_billed = ?, failure "
            "= ?, message = ?, served_model = ?, fingerprint = ? WHERE id = ?");
        update.bind(1, static_cast<int>(end.state));
        update.bind(2, m_state.transaction.clock().now().milliseconds);
        bindOptional(update, 3, end.tokensIn);
        bindOptional(update, 4, end.tokensOut);
        bindOptional(update, 5, end.tokensCached);
        bindOptional(update, 6, end.cost);
        bindOptional(update, 7, end.seconds);
        bindOptional(update, 8, end.firstToken);
        update.bind(9, end.attempts);
        update.bind(10, end.maybeBilled);
        bindText(update, 11, end.failure);
        bindText(update, 12, end.message);
        bindText(update, 13, end.servedModel);
        bindText(update, 14, end.fingerprint);
        update.bind(15, call.value);
        if (update.exec() == 0)
            return fail(ErrorCode::NotFound, "this call is not in the workspace");
        if (!end.reasoning.empty()) {
            std::string room;
            auto& add = m_state.db().statement("INSERT INTO reasonings(call, body) VALUES(?, ?)");
            add.bind(1, call.value);
            store::bindPacked(add, 2, end.reasoning, room);
            add.exec();
            add.clearBindings(); // of `room`
        }
        return {};
    });
}

Result<std::int64_t> RunAppender::loseOpenCalls(RunId run) {
    return guarded([&]() -> Result<std::int64_t> {
        auto& update = m_state.db().statement(
            "UPDATE calls SET state = 4, ended = ? WHERE run = ? AND state = 0 AND (batch IS NULL "
            "OR batch IN (SELECT id FROM batches WHERE ended IS NOT NULL))");
        update.bind(1, m_state.transaction.clock().now().milliseconds);
        update.bind(2, run.value);
        return update.exec();
    });
}

Result<void> RunAppender::extendResponse(ResponseId response, std::span<const TextIn> turns,
                                         const ResponseIn& last) {
    return guarded([&]() -> Result<void> {
        auto& db = m_state.db();
        const store::StoredText text = store::putText(m_state.transaction, turns.back());
        auto& add =
            db.statement("INSERT INTO response_turns(response, turn, text) VALUES(?, ?, ?)");
        add.bind(1, response.value);
        add.bind(2, static_cast<std::int64_t>(turns.size()));
        add.bind(3, text.id);
        add.exec();
        auto& update = db.statement(
            "UPDATE responses SET hash = ?1, marks = marks | ?2, tokens_in = tokens_in + ?3, "
            "tokens_out = tokens_out + ?4, cost = cost + ?5, seconds = seconds + ?6, call = ?7 "
            "WHERE id = ?8");
        update.bind(1, store::hashTurns(turns));
        update.bind(2, static_cast<std::int64_t>(last.marks | store::marksOf(turns.last(1))));
        bindOptional(update, 3, last.tokensIn);
        bindOptional(update, 4, last.tokensOut);
        bindOptional(update, 5, last.cost);
        bindOptional(update, 6, last.seconds);
        bindId(update, 7, last.call);
        update.bind(8, response.value);
        if (update.exec() == 0)
            return fail(ErrorCode::NotFound, "this answer is not in the workspace");
        m_state.transaction.caches().responses.clear();
        return {};
    });
}

Result<BatchId> RunAppender::addBatch(const Batch& batch) {
    return guarded([&]() -> Result<BatchId> {
        auto& add = m_state.db().statement(
            "INSERT INTO batches(run, model, purpose, remote, input_file, state, requests, facts, "
            "at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, batch.run.value);
        add.bind(2, batch.model.value);
        add.bind(3, static_cast<int>(batch.purpose));
        add.bind(4, batch.remote);
        add.bind(5, batch.inputFile);
        add.bind(6, batch.state);
        add.bind(7, batch.requests);
        add.bind(8, batch.facts);
        add.bind(9, m_state.transaction.clock().now().milliseconds);
        add.exec();
        m_state.transaction.changes().runs = true;
        return BatchId{m_state.lastId()};
    });
}

Result<void> RunAppender::editBatch(const Batch& batch) {
    return guarded([&]() -> Result<void> {
        auto& edit = m_state.db().statement(
            "UPDATE batches SET remote = ?, input_file = ?, state = ?, requests = ?, facts = ?, "
            "ended = ? WHERE id = ?");
        edit.bind(1, batch.remote);
        edit.bind(2, batch.inputFile);
        edit.bind(3, batch.state);
        edit.bind(4, batch.requests);
        edit.bind(5, batch.facts);
        if (batch.ended.known())
            edit.bind(6, batch.ended.milliseconds);
        edit.bind(7, batch.id.value);
        if (edit.exec() == 0)
            return fail(ErrorCode::NotFound, "this batch is not in the workspace");
        m_state.transaction.changes().runs = true;
        return {};
    });
}

Result<std::int64_t> RunAppender::endOpenCalls(BatchId batch, const CallEnd& end) {
    return guarded([&]() -> Result<std::int64_t> {
        auto& update = m_state.db().statement(
            "UPDATE calls SET state = ?1, ended = ?2, attempts = ?3, maybe_billed = ?4, failure = "
            "?5, message = ?6 WHERE run = (SELECT run FROM batches WHERE id = ?7) AND batch = ?7 "
            "AND "
            "state = 0");
        update.bind(1, static_cast<int>(end.state));
        update.bind(2, m_state.transaction.clock().now().milliseconds);
        update.bind(3, end.attempts);
        update.bind(4, end.maybeBilled);
        bindText(update, 5, end.failure);
        bindText(update, 6, end.message);
        update.bind(7, batch.value);
        return update.exec();
    });
}

Result<std::int64_t> RunAppender::markSameAnswers(ModelId model, std::int64_t hash) {
    return guarded([&]() -> Result<std::int64_t> {
        auto& db = m_state.db();
        const auto update = [&](const char* sql) -> std::int64_t {
            auto& statement = db.statement(sql);
            statement.bind(1, model.value);
            statement.bind(2, hash);
            statement.bind(3, static_cast<std::int64_t>(marks::sameAnswer));
            return statement.exec();
        };
        const std::int64_t marked = update("UPDATE responses SET marks = marks | ?3 WHERE model = "
                                           "?1 AND hash = ?2 AND marks & ?3 = 0");
        if (marked == 0)
            return marked;
        update("UPDATE battles SET marks_a = marks_a | ?3 WHERE model_a = ?1 AND response_a IN "
               "(SELECT id FROM responses WHERE model = ?1 AND hash = ?2)");
        update("UPDATE battles SET marks_b = marks_b | ?3 WHERE model_b = ?1 AND response_b IN "
               "(SELECT id FROM responses WHERE model = ?1 AND hash = ?2)");
        m_state.transaction.caches().responses.clear();
        m_state.transaction.changes().battlesAdded = true;
        return marked;
    });
}

} // namespace agon
