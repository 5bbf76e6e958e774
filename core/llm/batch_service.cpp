#include "core/llm/batch_service.h"

#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/llm/asker.h"
#include "core/llm/batch_form.h"
#include "core/llm/dialect.h"
#include "core/llm/http.h"
#include "core/llm/retry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace agon {
namespace {

constexpr double longestTransfer = 3600; // seconds, of a file
// Keys of servers that want none are words ("EMPTY"), which answers may hold.
constexpr std::size_t shortestSecret = 16;
constexpr std::size_t largestFile = std::size_t{1} << 30;

} // namespace

// What is asked of the provider.
struct BatchService::Errand {
    std::string path; // below the base URL
    bool post = false;
    std::string contentType = "application/json";
    std::string body;
    bool file = false;   // large, and slow
    bool repeats = true; // may be received twice without harm
};

namespace {

// Seconds; false when stopped.
bool rest(double seconds, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, stop, std::chrono::duration<double>(seconds), [] { return false; });
    return !stop.stop_requested();
}

// What an attempt came to that was no success.
struct Trouble {
    CallError error;
    std::vector<HttpHeader> headers;
    bool again = false;    // another attempt may help
    bool doubtful = false; // the provider may have acted on it
};

Trouble troubleOf(const Endpoint& endpoint, std::string_view origin, std::string_view key,
                  HttpOutcome outcome) {
    Trouble out;
    if (!outcome) {
        out.error.kind = outcome.error().kind;
        out.error.message = fmt::format("{}: {}", endpoint.name, outcome.error().message);
        out.again = shouldRetry(out.error.kind);
        out.doubtful = outcome.error().sent;
        return out;
    }
    out.error = llm::refusal(endpoint, origin, *outcome, key);
    out.again = shouldRetry(outcome->status, outcome->headers, decodeError(outcome->body));
    out.doubtful = outcome->status >= 500;
    out.headers = std::move(outcome->headers);
    return out;
}

tl::unexpected<Error> errorOf(Trouble trouble) {
    Error out{llm::errorCodeOf(trouble.error.kind), std::move(trouble.error.message)};
    if (trouble.error.status == 404)
        out.code = ErrorCode::NotFound;
    out.retryable = trouble.doubtful;
    return tl::unexpected(std::move(out));
}

Result<void> checkId(std::string_view id) {
    if (llm::safeInAddress(id))
        return {};
    return fail(ErrorCode::InvalidInput, "this is no id of a batch or a file");
}

} // namespace

bool RemoteBatch::ended() const {
    static constexpr std::array<std::string_view, 4> last{"completed", "failed", "expired",
                                                          "cancelled"};
    return std::find(last.begin(), last.end(), status) != last.end();
}

bool hasBatches(const Endpoint& endpoint) {
    return endpoint.profile && endpoint.profile->batch &&
           endpoint.profile->dialect == Dialect::OpenAi && !endpoint.baseUrls.empty();
}

// The body of an answer with 2xx. After an error that is `retryable` the provider may have acted on
// the request all the same.
Result<std::string> BatchService::run(const EndpointPtr& endpoint, const Errand& errand,
                                      const std::stop_token& stop) const {
    if (!hasBatches(*endpoint))
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: its provider has no batches; run it without, or write the "
                                "requests to files for vLLM",
                                endpoint->name));
    const std::string key = TRY(llm::findKey(*endpoint, m_access));
    HttpRequest request = TRY(llm::requestTo(
        *endpoint, m_access, key, joinUrl(endpoint->baseUrls.front(), errand.path), errand.body));
    request.post = errand.post;
    for (HttpHeader& header : request.headers)
        if (header.name == "Content-Type")
            header.value = errand.contentType;
    if (errand.file) {
        request.timeouts.firstByte = request.timeouts.total = longestTransfer;
        request.largest = largestFile;
    }
    const std::string origin = TRY(originOf(request.url));
    llm::Asker asker(endpoint, m_access, key, stop);
    Random random(hashBytes(errand.path));
    for (int attempt = 0;; ++attempt) {
        HttpOutcome outcome = TRY(asker.send(request));
        if (outcome && outcome->status / 100 == 2) {
            if (key.size() >= shortestSecret)
                llm::takeOut(outcome->body, key);
            return std::move(outcome->body);
        }
        Trouble trouble = troubleOf(*endpoint, origin, key, std::move(outcome));
        if (!trouble.again || attempt >= endpoint->limits.retries ||
            (trouble.doubtful && !errand.repeats))
            return errorOf(std::move(trouble));
        if (!rest(retryDelay(attempt, trouble.headers, SystemClock().now(), random), stop))
            return cancelled();
    }
}

BatchService::BatchService(ProbeAccess access)
    : m_access(std::move(access)) {}

Result<std::string> BatchService::upload(const EndpointPtr& endpoint, std::string_view fileName,
                                         std::string_view lines, const std::stop_token& stop) {
    llm::FileForm form = llm::fileForm(fileName, lines);
    Errand errand;
    errand.path = "/files";
    errand.post = true;
    errand.contentType = std::move(form.contentType);
    errand.body = std::move(form.body);
    errand.file = true;
    return llm::decodeFileId(TRY(run(endpoint, errand, stop)));
}

Result<RemoteBatch> BatchService::create(const EndpointPtr& endpoint, std::string_view inputFile,
                                         const std::map<std::string, std::string>& metadata,
                                         const std::stop_token& stop) {
    TRY(checkId(inputFile));
    Errand errand;
    errand.path = "/batches";
    errand.post = true;
    errand.body = llm::encodeBatch(inputFile, metadata);
    errand.repeats = false;
    auto out = llm::decodeBatch(TRY(run(endpoint, errand, stop)));
    if (!out)
        out.error().retryable = true; // something was created
    return out;
}

Result<std::optional<RemoteBatch>>
BatchService::find(const EndpointPtr& endpoint, const std::map<std::string, std::string>& metadata,
                   Timestamp since, const std::stop_token& stop) {
    constexpr int mostPages = 1000;
    constexpr std::int64_t clocksDiffer = 86'400; // seconds
    const std::int64_t earliest = since.milliseconds / 1000 - clocksDiffer;
    Errand errand;
    errand.path = "/batches?limit=100";
    for (int page = 0; page < mostPages; ++page) {
        const llm::BatchPage found = TRY(llm::decodeBatches(TRY(run(endpoint, errand, stop))));
        bool older = false; // the latest come first
        for (const RemoteBatch& batch : found.batches) {
            if (std::all_of(metadata.begin(), metadata.end(), [&](const auto& entry) {
                    const auto known = batch.metadata.find(entry.first);
                    return known != batch.metadata.end() && known->second == entry.second;
                }))
                return batch;
            older = older || (batch.createdAt > 0 && batch.createdAt < earliest);
        }
        if (!found.more || older || found.last.empty())
            break;
        errand.path = fmt::format("/batches?limit=100&after={}", found.last);
    }
    return std::nullopt;
}

Result<RemoteBatch> BatchService::look(const EndpointPtr& endpoint, std::string_view batch,
                                       const std::stop_token& stop) {
    TRY(checkId(batch));
    Errand errand;
    errand.path = fmt::format("/batches/{}", batch);
    return llm::decodeBatch(TRY(run(endpoint, errand, stop)));
}

Result<RemoteBatch> BatchService::cancel(const EndpointPtr& endpoint, std::string_view batch,
                                         const std::stop_token& stop) {
    TRY(checkId(batch));
    Errand errand;
    errand.path = fmt::format("/batches/{}/cancel", batch);
    errand.post = true;
    return llm::decodeBatch(TRY(run(endpoint, errand, stop)));
}

Result<std::string> BatchService::content(const EndpointPtr& endpoint, std::string_view file,
                                          const std::stop_token& stop) {
    TRY(checkId(file));
    Errand errand;
    errand.path = fmt::format("/files/{}/content", file);
    errand.file = true;
    return run(endpoint, errand, stop);
}

} // namespace agon
