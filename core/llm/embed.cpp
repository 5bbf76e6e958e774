#include "core/llm/embed.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/llm/asker.h"
#include "core/llm/dialect.h"
#include "core/llm/http.h"
#include "core/llm/retry.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <optional>

namespace agon {
namespace {

using Vectors = std::vector<std::vector<float>>;

struct Batch {
    std::size_t first = 0;
    std::size_t count = 0;
    int attempts = 0;
};

std::vector<Batch> batchesOf(std::span<const std::string> texts, const EmbedLimits& limits) {
    std::vector<Batch> out;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool fits = !out.empty() &&
                          out.back().count < std::max<std::size_t>(1, limits.texts) &&
                          bytes + texts[i].size() <= limits.bytes;
        if (!fits) {
            out.push_back({i, 0, 0});
            bytes = 0;
        }
        ++out.back().count;
        bytes += texts[i].size();
    }
    return out;
}

void normalise(std::vector<float>& vector) {
    const double square =
        std::accumulate(vector.begin(), vector.end(), 0.0,
                        [](double sum, float x) { return sum + static_cast<double>(x) * x; });
    if (square <= 0)
        return;
    const double factor = 1 / std::sqrt(square);
    for (float& x : vector)
        x = static_cast<float>(x * factor);
}

// All batches on their way: what the calling thread and the loop's thread share.
class Embedding {
  public:
    Embedding(const Endpoint& endpoint, std::span<const std::string> texts, HttpRequest request,
              std::string key, const EmbedLimits& limits)
        : m_endpoint(endpoint)
        , m_texts(texts)
        , m_request(std::move(request))
        , m_key(std::move(key))
        , m_atOnce(std::max(1, limits.atOnce))
        , m_batches(batchesOf(texts, limits))
        , m_vectors(texts.size()) {}

    Result<Vectors> run(const std::stop_token& stop,
                        const std::function<void(std::size_t)>& progress);

  private:
    void startMore(); // under the lock
    void send(std::size_t batch);
    void take(std::size_t batch, HttpOutcome outcome);
    [[nodiscard]] Result<Vectors> read(std::size_t batch, const HttpReply& reply) const;
    // Whether it is made again.
    bool again(std::size_t batch, const HttpOutcome& outcome);
    [[nodiscard]] Error errorOf(const HttpOutcome& outcome) const;

    const Endpoint& m_endpoint;
    std::span<const std::string> m_texts;
    HttpRequest m_request; // but for the body
    std::string m_key;
    int m_atOnce;
    SystemClock m_clock;

    std::mutex m_mutex; // of what follows
    std::condition_variable_any m_changed;
    Random m_random{0};
    std::vector<Batch> m_batches;
    Vectors m_vectors;
    bool m_closing = false;
    std::size_t m_next = 0;
    int m_inFlight = 0;
    std::size_t m_done = 0; // texts
    std::optional<Error> m_error;
    std::unique_ptr<HttpClient> m_http = std::make_unique<HttpClient>();
};

Result<Vectors> Embedding::run(const std::stop_token& stop,
                               const std::function<void(std::size_t)>& progress) {
    std::unique_lock lock(m_mutex);
    std::size_t told = 0;
    while (m_done < m_texts.size() && !m_error && !stop.stop_requested()) {
        startMore();
        m_changed.wait(lock, stop, [&] { return m_error || m_done != told; });
        told = m_done;
        lock.unlock();
        if (progress)
            progress(told);
        lock.lock();
    }
    m_closing = true; // from here on nobody else asks for anything
    lock.unlock();
    m_http.reset(); // ends what is in flight
    if (m_error)
        return tl::unexpected(*m_error);
    if (m_done < m_texts.size())
        return cancelled();
    for (const auto& vector : m_vectors)
        if (vector.size() != m_vectors.front().size())
            return fail(ErrorCode::Corrupt, "the server sent embeddings of different lengths");
    return std::move(m_vectors);
}

void Embedding::startMore() {
    while (!m_closing && m_inFlight < m_atOnce && m_next < m_batches.size()) {
        ++m_inFlight;
        send(m_next++);
    }
}

void Embedding::send(std::size_t batch) {
    Batch& one = m_batches[batch];
    ++one.attempts;
    HttpRequest request = m_request;
    request.body = encodeEmbeddings(m_endpoint, m_texts.subspan(one.first, one.count));
    m_http->send(std::move(request),
                 [this, batch](HttpOutcome outcome) { take(batch, std::move(outcome)); });
}

void Embedding::take(std::size_t batch, HttpOutcome outcome) {
    std::optional<Result<Vectors>> vectors;
    if (outcome && outcome->status / 100 == 2)
        vectors = read(batch, *outcome); // needs no lock
    const std::scoped_lock lock(m_mutex);
    if (!vectors && again(batch, outcome))
        return;
    --m_inFlight;
    if (!vectors) {
        m_error = errorOf(outcome);
    } else if (!*vectors) {
        m_error = vectors->error();
    } else {
        std::move((*vectors)->begin(), (*vectors)->end(),
                  m_vectors.begin() + static_cast<std::ptrdiff_t>(m_batches[batch].first));
        m_done += m_batches[batch].count;
        if (!m_error)
            startMore();
    }
    m_changed.notify_all();
}

Result<Vectors> Embedding::read(std::size_t batch, const HttpReply& reply) const {
    auto out = decodeEmbeddings(reply.body, m_batches[batch].count);
    if (!out)
        return fail(out.error().code, fmt::format("{}: {}", m_endpoint.name, out.error().text()));
    for (auto& vector : *out)
        normalise(vector);
    return out;
}

bool Embedding::again(std::size_t batch, const HttpOutcome& outcome) {
    const bool helps =
        outcome ? shouldRetry(outcome->status, outcome->headers, decodeError(outcome->body))
                : shouldRetry(outcome.error().kind);
    const int attempts = m_batches[batch].attempts;
    if (!helps || m_closing || m_error || attempts > m_endpoint.limits.retries)
        return false;
    const auto headers = outcome ? outcome->headers : std::vector<HttpHeader>();
    m_http->after(retryDelay(attempts - 1, headers, m_clock.now(), m_random), [this, batch] {
        const std::scoped_lock lock(m_mutex);
        if (!m_closing)
            send(batch);
    });
    return true;
}

Error Embedding::errorOf(const HttpOutcome& outcome) const {
    Error out;
    if (!outcome) {
        out.code = llm::errorCodeOf(outcome.error().kind);
        out.message = fmt::format("{}: {}", m_endpoint.name, outcome.error().message);
        llm::takeOut(out.message, m_key);
        return out;
    }
    CallError refused =
        llm::refusal(m_endpoint, originOf(m_request.url).value_or("the server"), *outcome, m_key);
    out.code = ErrorCode::Io;
    out.message = std::move(refused.message);
    return out;
}

} // namespace

std::string encodeEmbeddings(const Endpoint& endpoint, std::span<const std::string> texts) {
    using Json = nlohmann::ordered_json;
    Json input = Json::array();
    for (const std::string& text : texts)
        input.push_back(text);
    const Json body{
        {"model", endpoint.apiModel}, {"input", std::move(input)}, {"encoding_format", "float"}};
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<std::vector<float>>>
embed(const Endpoint& endpoint, std::span<const std::string> texts, const ProbeAccess& access,
      const std::stop_token& stop, const EmbedLimits& limits,
      const std::function<void(std::size_t done)>& progress) {
    if (!endpoint.profile || !endpoint.profile->embeddings)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: this provider has no embeddings", endpoint.name));
    if (endpoint.baseUrls.empty())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: it has no address; give it a base URL", endpoint.name));
    if (texts.empty())
        return Vectors();
    std::string url = joinUrl(endpoint.baseUrls[0], endpoint.profile->embeddingsPath);
    TRY(permittedOrigin(url, endpoint, access.allowed));
    std::string key = TRY(llm::findKey(endpoint, access));
    HttpRequest request = TRY(llm::requestTo(endpoint, access, key, std::move(url), "{}"));
    return Embedding(endpoint, texts, std::move(request), std::move(key), limits)
        .run(stop, progress);
}

} // namespace agon
