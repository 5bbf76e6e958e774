#include "core/arena/batch_desk.h"

#include "core/arena/ledger.h"
#include "core/arena/rounds.h"
#include "core/arena/run_begin.h"
#include "core/arena/suspects.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace agon {
namespace {

constexpr std::size_t takenInAtOnce = std::size_t{256} << 20; // bytes of results in memory, about

// How calls end for which a batch has no result.
CallEnd withoutResult(const Batch& batch, bool gone) {
    CallEnd out;
    out.failure = "missing";
    if (gone) {
        out.state = CallState::Lost;
        out.message = "the provider does not keep the results any more";
    } else if (batch.state == "completed") {
        out.state = CallState::Failed;
        out.attempts = 1;
        out.maybeBilled = 1;
        out.message = "the batch has no result for it";
    } else {
        out.state = CallState::NotSent;
        out.failure = batch.state;
        out.message = "the batch ended before it";
    }
    return out;
}

} // namespace

BatchDesk::BatchDesk(const BatchParts& parts, const RunSpec& spec, std::stop_token stop,
                     ProgressSink progress)
    : m_parts(parts)
    , m_spec(spec)
    , m_scene{*parts.workspace, spec, parts.cast, {}, std::move(stop), std::move(progress)} {}

Result<void> BatchDesk::begin(std::optional<RunId> run) {
    TRY(checkRunSpec(m_spec));
    TRY(checkPrices(m_spec, *m_parts.cast));
    Rounds rounds(m_scene.workspace, m_spec, m_parts.cast);
    TRY(rounds.choose());
    m_scene.run = TRY(beginRun(m_scene.workspace, m_spec, rounds.title(), run, RunState::Waiting));
    m_progress.run = m_scene.run;
    return {};
}

Result<std::vector<Batch>> BatchDesk::batchesOut() const {
    auto out = TRY(m_scene.workspace.read<std::vector<Batch>>(
        [&](Reader& reader) { return RunReader(reader).batches(m_scene.run); }));
    std::erase_if(out, [](const Batch& batch) { return batch.ended.known(); });
    return out;
}

Result<void> BatchDesk::edit(const Batch& batch) {
    return m_scene.workspace.write<void>(
        [&](Appender& appender) { return RunAppender(appender).editBatch(batch); });
}

Result<void> BatchDesk::end(Batch& batch, const CallEnd& open) {
    return m_scene.workspace.write<void>([&](Appender& appender) -> Result<void> {
        RunAppender runs(appender);
        TRY(runs.endOpenCalls(batch.id, open));
        batch.ended = appender.now();
        return runs.editBatch(batch);
    });
}

Result<void> BatchDesk::takeBack(Batch& batch, std::string_view why) {
    CallEnd open;
    open.state = CallState::NotSent;
    open.failure = "taken_back";
    open.message = why;
    batch.state = "taken back";
    return end(batch, open);
}

Result<void> BatchDesk::takeBackUnfinished() {
    for (Batch& batch : TRY(batchesOut()))
        if (batch.state == batchWriting || batch.state == batchUploading)
            TRY(takeBack(batch, "Agon ended before it was handed over"));
    return {};
}

Result<std::shared_ptr<const Endpoint>> BatchDesk::endpointOf(const Batch& batch) const {
    if (!m_parts.service)
        return fail(ErrorCode::Internal, "batches at a provider need a service");
    for (const auto& endpoint : m_parts.cast->endpoints())
        if (endpoint->model == batch.model)
            return endpoint;
    return fail(ErrorCode::InvalidInput,
                fmt::format("batch {} is out at a model that has no address any more; give it its "
                            "address again",
                            batch.remote));
}

std::map<std::string, std::string> BatchDesk::metadataOf(const Batch& batch) const {
    return {{"agon_workspace", m_scene.workspace.uuid()},
            {"agon_run", fmt::to_string(batch.run.value)},
            {"agon_batch", fmt::to_string(batch.id.value)}};
}

void BatchDesk::take(const RemoteBatch& remote, Batch& batch) {
    batch.remote = remote.id;
    batch.state = remote.status;
    batch.facts =
        nlohmann::json{{"total", remote.total},          {"completed", remote.completed},
                       {"failed", remote.failed},        {"output_file", remote.outputFile},
                       {"error_file", remote.errorFile}, {"problem", remote.problem}}
            .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    m_remote.insert_or_assign(batch.id, remote);
}

Result<void> BatchDesk::create(Batch& batch, const std::shared_ptr<const Endpoint>& endpoint) {
    auto remote =
        m_parts.service->create(endpoint, batch.inputFile, metadataOf(batch), m_scene.stop);
    if (!remote) {
        const bool stopped = remote.error().code == ErrorCode::Cancelled;
        if (!remote.error().retryable && !stopped)
            TRY(takeBack(batch, remote.error().text()));
        return tl::unexpected(std::move(remote.error()));
    }
    take(*remote, batch);
    return edit(batch);
}

// One that may have been created before it could be written down.
Result<void> BatchDesk::find(Batch& batch, const std::shared_ptr<const Endpoint>& endpoint) {
    const auto known =
        TRY(m_parts.service->find(endpoint, metadataOf(batch), batch.at, m_scene.stop));
    if (!known)
        return create(batch, endpoint);
    take(*known, batch);
    return edit(batch);
}

Result<void> BatchDesk::cancel(Batch& batch) {
    if (batch.state == batchWritten)
        return takeBack(batch, "its file was given up");
    const auto endpoint = TRY(endpointOf(batch));
    if (batch.remote.empty()) {
        const auto known =
            TRY(m_parts.service->find(endpoint, metadataOf(batch), batch.at, m_scene.stop));
        if (!known)
            return takeBack(batch, "it was cancelled before it was handed over");
        take(*known, batch);
        TRY(edit(batch));
    }
    const auto remote = m_parts.service->cancel(endpoint, batch.remote, m_scene.stop);
    if (!remote) { // too late, mostly
        m_progress.notes.push_back(remote.error().text());
        return {};
    }
    take(*remote, batch);
    return edit(batch);
}

Result<void> BatchDesk::expect(BatchResults& results, const Batch& batch) {
    results.expect(batch, TRY(m_scene.workspace.read<std::vector<OpenCall>>([&](Reader& reader) {
                       return RunReader(reader).openCalls(batch.id);
                   })));
    return {};
}

Result<void> BatchDesk::lookAfter() {
    TRY(takeBackUnfinished());
    BatchResults results(m_scene.run);
    std::vector<Ended> ended;
    for (Batch& batch : TRY(batchesOut())) {
        if (batch.state == batchWritten) {
            m_anyOut = true;
            continue;
        }
        const auto endpoint = TRY(endpointOf(batch));
        if (batch.remote.empty())
            TRY(find(batch, endpoint));
        const RemoteBatch remote = TRY(m_parts.service->look(endpoint, batch.remote, m_scene.stop));
        take(remote, batch);
        TRY(edit(batch));
        if (!remote.ended()) {
            m_anyOut = true;
            continue;
        }
        ended.push_back(TRY(fetch(batch, remote, endpoint, results)));
        if (results.bytes() > takenInAtOnce)
            TRY(takeIn(results, ended));
    }
    return ended.empty() ? Result<void>() : takeIn(results, ended);
}

Result<BatchDesk::Ended> BatchDesk::fetch(const Batch& batch, const RemoteBatch& remote,
                                          const std::shared_ptr<const Endpoint>& endpoint,
                                          BatchResults& results) {
    Ended out{batch, false};
    TRY(expect(results, batch));
    // The output first: of two lines for one request the good one counts.
    for (const std::string& file : {remote.outputFile, remote.errorFile}) {
        if (file.empty())
            continue;
        auto bytes = m_parts.service->content(endpoint, file, m_scene.stop);
        if (!bytes && bytes.error().code != ErrorCode::NotFound)
            return tl::unexpected(std::move(bytes.error()));
        if (bytes)
            results.add(std::move(*bytes));
        out.gone = out.gone || !bytes;
    }
    if (out.gone)
        m_progress.notes.push_back(
            fmt::format("{}: results of batch {} are not kept by its provider any more",
                        endpoint->name, remote.id));
    if (remote.status == "failed") {
        m_inVain = fmt::format("{}: batch {} was refused{}{}", endpoint->name, remote.id,
                               remote.problem.empty() ? "" : ": ", remote.problem);
        m_progress.notes.push_back(m_inVain);
    }
    return out;
}

Result<void> BatchDesk::takeIn(BatchResults& results, std::vector<Ended>& ended) {
    TRY(apply(results));
    for (Ended& one : ended)
        TRY(end(one.batch, withoutResult(one.batch, one.gone)));
    ended.clear();
    results = BatchResults(m_scene.run);
    return {};
}

Result<void> BatchDesk::apply(BatchResults& results) {
    const BatchPast past = TRY(readPast(m_scene, {}));
    m_progress.tally = TRY(applyResults(m_scene, results, past)).tally;
    if (std::string leftOut = results.leftOut(); !leftOut.empty())
        m_progress.notes.push_back("left out: " + std::move(leftOut));
    return noteInVain(results, past);
}

// A model that has never answered, and failed every request.
Result<void> BatchDesk::noteInVain(const BatchResults& results, const BatchPast& past) {
    const auto causes = TRY(m_scene.workspace.read<std::vector<CallCause>>(
        [&](Reader& reader) { return RunReader(reader).causes(m_scene.run); }));
    for (const auto& [model, count] : results.counts()) {
        if (count.failed == 0 || count.answered > 0 || past.answered.contains(model))
            continue;
        const auto cause = std::find_if(causes.begin(), causes.end(),
                                        [&](const CallCause& one) { return one.model == model; });
        m_inVain =
            fmt::format("all {} requests failed: {}. Test the model, mend its settings, and "
                        "resume",
                        count.failed, cause == causes.end() ? std::string() : cause->message);
    }
    return {};
}

Result<void> BatchDesk::endIfAnswered(Batch& batch) {
    const auto open = TRY(m_scene.workspace.read<std::vector<OpenCall>>(
        [&](Reader& reader) { return RunReader(reader).openCalls(batch.id); }));
    if (!open.empty()) {
        m_anyOut = true;
        return {};
    }
    batch.state = "completed";
    return end(batch, {});
}

Result<Gathered> BatchDesk::gather(const Shipping& shipping) {
    const BatchPast past = TRY(readPast(m_scene, TRY(batchesOut())));
    auto out = gatherRequests(m_scene, shipping, past);
    if (!out) {
        TRY(takeBackUnfinished());
        return out;
    }
    m_progress.tally = out->seen.tally;
    m_progress.requests = out->requests;
    return out;
}

Result<BatchProgress> BatchDesk::finish(const std::optional<Gathered>& gathered) {
    for (Batch& batch : TRY(batchesOut())) {
        BatchOut& out = m_progress.out.emplace_back();
        for (const auto& endpoint : m_parts.cast->endpoints())
            if (endpoint->model == batch.model)
                out.model = endpoint->name;
        if (const auto told = m_remote.find(batch.id); told != m_remote.end()) {
            out.completed = told->second.completed;
            out.failed = told->second.failed;
        }
        out.batch = std::move(batch);
    }
    decide(gathered);
    if (m_progress.state != RunState::Waiting)
        TRY(markSuspects(m_scene.workspace));
    TRY(m_scene.workspace.write<void>([&](Appender& appender) {
        return RunAppender(appender).setState(m_scene.run, m_progress.state, m_progress.message);
    }));
    m_progress.sums = TRY(m_scene.workspace.read<CallSums>(
        [&](Reader& reader) { return RunReader(reader).sums(m_scene.run); }));
    return m_progress;
}

void BatchDesk::decide(const std::optional<Gathered>& gathered) {
    if (!m_progress.out.empty()) {
        std::int64_t requests = 0;
        for (const BatchOut& out : m_progress.out)
            requests += out.batch.requests;
        m_progress.state = RunState::Waiting;
        m_progress.message =
            fmt::format("{} requests are out in {} {}", requests, m_progress.out.size(),
                        m_progress.out.size() == 1 ? "batch" : "batches");
        return;
    }
    if (inVain()) {
        m_progress.state = RunState::Failed;
        m_progress.message = m_inVain;
        return;
    }
    if (!gathered) { // all was cancelled
        m_progress.state = RunState::Stopped;
        m_progress.message = "stopped; resume to go on";
    } else if (gathered->seen.settled) {
        m_progress.state = RunState::Done;
        const RunTally& tally = m_progress.tally;
        if (tally.answers.failed + tally.games.failed > 0)
            m_progress.message = fmt::format("{} answers and {} games came to nothing; resume "
                                             "without batches to ask again for what may still come",
                                             tally.answers.failed, tally.games.failed);
    } else {
        decideUnfinished(*gathered);
    }
}

// Nothing is out, and yet there is more.
void BatchDesk::decideUnfinished(const Gathered& gathered) {
    m_progress.state = RunState::Stopped;
    if (gathered.outOfMoney) {
        m_progress.message = fmt::format("the limit of ${:.2f} leaves no room for another request; "
                                         "raise it and resume to go on",
                                         m_spec.maxCost.value_or(0));
    } else if (!gathered.left.empty() || (m_parts.halves.answers && m_parts.halves.games)) {
        m_progress.message = "there is more to be asked; resume to go on";
    } else {
        m_progress.message = m_parts.halves.answers ? "the answers are there; resume for the games"
                                                    : "the games wait for answers; resume for them";
    }
    for (const auto& [name, requests] : gathered.left)
        m_progress.notes.push_back(
            fmt::format("{}: {} requests, which cannot be asked in this way", name, requests));
}

} // namespace agon
