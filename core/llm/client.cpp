#include "core/llm/client.h"

#include "core/llm/call.h"
#include "core/llm/pace.h"
#include "core/llm/permission.h"
#include "core/llm/replicas.h"
#include "core/llm/retry.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

namespace agon {
namespace {

constexpr double meanWeight = 0.1; // of the latest answer in a lane's mean time

double nowSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

using llm::Attempt;
using llm::Call;
using CallPtr = std::shared_ptr<Call>;

// All calls to one endpoint.
struct Lane {
    explicit Lane(std::shared_ptr<const Endpoint> to)
        : endpoint(std::move(to))
        , pace(endpoint->limits)
        , replicas(endpoint->baseUrls.size()) {}

    std::shared_ptr<const Endpoint> endpoint;
    Pace pace;
    Replicas replicas;
    std::deque<CallPtr> waiting;
    bool timed = false; // a timer will look at it again
    std::string key;    // once it was found
    EndpointActivity counts;
};

} // namespace

struct LlmClient::State {
    explicit State(Options given)
        : options(std::move(given))
        , random(options.seed)
        , http(std::make_unique<HttpClient>()) {}

    mutable std::mutex mutex; // of what follows; never held while a callback runs
    Options options;
    Random random;
    Ticket last = 0;
    bool closing = false;
    bool looking = false; // a look at all lanes is on its way
    std::unordered_map<Ticket, CallPtr> calls;
    std::map<const Endpoint*, Lane> lanes;
    std::unique_ptr<HttpClient> http;

    using Ended = std::vector<std::pair<CallPtr, ChatOutcome>>;
    // Runs `work` under the lock, then tells those whose calls ended by it.
    template <class F>
    void locked(F&& work);

    void lookSoon();
    void look(Ended& ended);
    void lookAt(Lane& lane, Ended& ended);
    void plan(double seconds, Lane& lane);
    [[nodiscard]] std::optional<CallError> start(Lane& lane, const CallPtr& call);
    [[nodiscard]] std::optional<CallError> mayNotSend(Lane& lane, Call& call,
                                                      const std::string& url) const;
    [[nodiscard]] std::optional<CallError> prepare(Call& call, HttpRequest& request) const;
    void settle(const CallPtr& call, Attempt attempt, Ended& ended);
    void settleReply(Lane& lane, const CallPtr& call, ChatReply reply, Ended& ended);
    void settleFailure(const CallPtr& call, Attempt attempt, double delay, Ended& ended);
    void tryAgain(const CallPtr& call, double delay);
    void end(const CallPtr& call, ChatOutcome outcome, Ended& ended);
};

template <class F>
void LlmClient::State::locked(F&& work) {
    Ended ended;
    {
        const std::scoped_lock lock(mutex);
        work(ended);
    }
    for (auto& [call, outcome] : ended)
        call->asked.done(std::move(outcome));
}

// One look for all that is asked until then.
void LlmClient::State::lookSoon() {
    if (looking || closing)
        return;
    looking = true;
    http->after(0, [this] { locked([this](Ended& ended) { look(ended); }); });
}

void LlmClient::State::look(Ended& ended) {
    looking = false;
    for (auto lane = lanes.begin(); lane != lanes.end();) {
        lookAt(lane->second, ended);
        // Nobody else knows this endpoint any more, so nothing more will be asked of it.
        const bool done = lane->second.waiting.empty() && lane->second.pace.inFlight() == 0 &&
                          lane->second.endpoint.use_count() == 1;
        lane = done ? lanes.erase(lane) : std::next(lane);
    }
}

void LlmClient::State::lookAt(Lane& lane, Ended& ended) {
    while (!closing && !lane.waiting.empty()) {
        const CallPtr call = lane.waiting.front();
        if (call->cancelled) {
            lane.waiting.pop_front();
            end(call, tl::unexpected(call->cancelledError()), ended);
            continue;
        }
        const auto wait = lane.pace.waitFor(call->tokens, nowSeconds());
        if (!wait)
            return; // the next answer looks again
        if (*wait > 0) {
            plan(*wait, lane);
            return;
        }
        lane.waiting.pop_front();
        if (auto refused = start(lane, call))
            end(call, tl::unexpected(std::move(*refused)), ended);
    }
}

void LlmClient::State::plan(double seconds, Lane& lane) {
    if (lane.timed)
        return;
    lane.timed = true;
    const Endpoint* which = lane.endpoint.get();
    http->after(seconds, [this, which] {
        locked([&](Ended& ended) {
            const auto found = lanes.find(which);
            if (found == lanes.end())
                return;
            found->second.timed = false;
            lookAt(found->second, ended);
        });
    });
}

std::optional<CallError> LlmClient::State::mayNotSend(Lane& lane, Call& call,
                                                      const std::string& url) const {
    const std::string& keyName = call.endpoint().keyName;
    const auto refuse = [&](CallFailure kind, std::string_view why) {
        return CallError{kind, fmt::format("{}: {}", call.endpoint().name, why), 0, call.attempts,
                         call.maybeBilled};
    };
    Result<std::string> origin = permittedOrigin(url, call.endpoint(), options.allowed);
    if (!origin)
        return refuse(CallFailure::Untrusted, origin.error().text());
    call.origin = std::move(*origin);
    if (!keyName.empty() && lane.key.empty() && options.secrets)
        lane.key = options.secrets->find(keyName).value_or("");
    if (!keyName.empty() && lane.key.empty())
        return refuse(CallFailure::NoKey, missingKey(keyName));
    call.key = lane.key;
    return std::nullopt;
}

// All of the request but its address.
std::optional<CallError> LlmClient::State::prepare(Call& call, HttpRequest& request) const {
    const Endpoint& endpoint = call.endpoint();
    const auto unusable = [&](const Error& why) {
        return CallError{CallFailure::BadRequest, fmt::format("{}: {}", endpoint.name, why.text())};
    };
    request.headers = requestHeaders(*endpoint.profile, call.asked.request.stream);
    if (!call.key.empty()) {
        Result<HttpHeader> header = authorizationHeader(*endpoint.profile, call.key);
        if (!header)
            return unusable(header.error());
        request.headers.push_back(std::move(*header));
    }
    if (call.body.empty()) {
        Result<std::string> body = encodeChat(endpoint, call.asked.request);
        if (!body)
            return unusable(body.error());
        call.body = std::move(*body);
    }
    request.body = call.body;
    request.timeouts = endpoint.timeouts;
    request.insecureTls = endpoint.insecureTls;
    return std::nullopt;
}

// Sends, or says why not.
std::optional<CallError> LlmClient::State::start(Lane& lane, const CallPtr& call) {
    const Endpoint& endpoint = call->endpoint();
    if (endpoint.baseUrls.empty() || !endpoint.profile)
        return CallError{CallFailure::BadRequest,
                         fmt::format("{}: it has no address; give it a base URL", endpoint.name)};
    const double now = nowSeconds();
    call->replica = lane.replicas.choose(now);
    HttpRequest request;
    request.url = joinUrl(endpoint.baseUrls[call->replica], endpoint.profile->chatPath);
    if (auto refused = mayNotSend(lane, *call, request.url))
        return refused;
    if (auto unusable = prepare(*call, request))
        return unusable;
    if (call->asked.request.stream) {
        call->expectStream();
        request.piece = [call](std::string_view bytes) {
            call->take(bytes, nowSeconds());
        };
    }
    ++call->attempts;
    call->sentAt = now;
    lane.pace.sent(call->tokens, now);
    lane.replicas.began(call->replica, now);
    ++lane.counts.sent;
    call->http = http->send(std::move(request), [this, call](HttpOutcome outcome) {
        Attempt attempt = attemptOf(*call, std::move(outcome)); // needs no lock
        locked([&](Ended& ended) { settle(call, std::move(attempt), ended); });
    });
    return std::nullopt;
}

void LlmClient::State::settle(const CallPtr& call, Attempt attempt, Ended& ended) {
    const double now = nowSeconds();
    Lane& lane = lanes.at(call->asked.endpoint.get()); // stays while a call is in flight
    call->http = 0;
    lane.replicas.ended(call->replica, attempt.worked, now);
    lane.pace.told(rateAllowances(attempt.headers, options.clock->now()), now);
    if (attempt.reply) {
        settleReply(lane, call, std::move(*attempt.reply), ended);
    } else {
        const double delay =
            retryDelay(call->attempts - 1, attempt.headers, options.clock->now(), random);
        if (attempt.pressed)
            lane.pace.refused(call->sentAt, delay, now);
        else
            lane.pace.failed();
        ++(attempt.pressed ? lane.counts.rateLimited : lane.counts.failed);
        settleFailure(call, std::move(attempt), delay, ended);
    }
    lookAt(lane, ended);
}

void LlmClient::State::settleReply(Lane& lane, const CallPtr& call, ChatReply reply, Ended& ended) {
    const Usage& usage = reply.usage;
    lane.pace.answered(call->tokens,
                       usage.in && usage.out ? std::optional(*usage.in + *usage.out) : std::nullopt,
                       nowSeconds());
    ++lane.counts.answered;
    double& mean = lane.counts.meanSeconds;
    mean = mean == 0 ? reply.seconds : mean + meanWeight * (reply.seconds - mean);
    reply.attempts = call->attempts;
    reply.maybeBilled = call->maybeBilled;
    end(call, std::move(reply), ended);
}

void LlmClient::State::settleFailure(const CallPtr& call, Attempt attempt, double delay,
                                     Ended& ended) {
    call->maybeBilled += attempt.billed ? 1 : 0;
    if (call->cancelled || closing) {
        end(call, tl::unexpected(call->cancelledError()), ended);
        return;
    }
    if (attempt.again && call->attempts <= call->endpoint().limits.retries) {
        tryAgain(call, delay);
        return;
    }
    attempt.error.attempts = call->attempts;
    attempt.error.maybeBilled = call->maybeBilled;
    end(call, tl::unexpected(std::move(attempt.error)), ended);
}

void LlmClient::State::tryAgain(const CallPtr& call, double delay) {
    http->after(delay, [this, call] {
        locked([&](Ended& ended) {
            const auto lane = lanes.find(call->asked.endpoint.get());
            if (lane == lanes.end() || !calls.contains(call->ticket))
                return; // it was cancelled meanwhile
            lane->second.waiting.push_front(call);
            lookAt(lane->second, ended);
        });
    });
}

void LlmClient::State::end(const CallPtr& call, ChatOutcome outcome, Ended& ended) {
    if (calls.erase(call->ticket) != 0)
        ended.emplace_back(call, std::move(outcome));
}

LlmClient::LlmClient(Options options)
    : m_state(std::make_unique<State>(std::move(options))) {
    if (!m_state->options.clock)
        m_state->options.clock = std::make_shared<SystemClock>();
}

LlmClient::~LlmClient() {
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->closing = true;
    }
    m_state->http.reset(); // ends what is in flight
    // What waits for its turn or another attempt; and what its end asks for, and so on.
    for (bool any = true; any;)
        m_state->locked([&](State::Ended& ended) {
            const auto waiting = m_state->calls;
            any = !waiting.empty();
            for (const auto& [ticket, call] : waiting)
                m_state->end(call, tl::unexpected(call->cancelledError()), ended);
        });
}

ChatService::Ticket LlmClient::send(ChatCall asked) {
    const std::scoped_lock lock(m_state->mutex);
    const CallPtr call = llm::callFor(++m_state->last, std::move(asked));
    m_state->calls.emplace(call->ticket, call);
    const auto& endpoint = call->asked.endpoint;
    Lane& lane = m_state->lanes.try_emplace(endpoint.get(), endpoint).first->second;
    lane.waiting.push_back(call);
    m_state->lookSoon();
    return call->ticket;
}

void LlmClient::cancel(Ticket ticket) {
    const std::scoped_lock lock(m_state->mutex);
    const auto found = m_state->calls.find(ticket);
    if (found == m_state->calls.end() || m_state->closing)
        return;
    const CallPtr call = found->second;
    call->cancelled = true;
    if (call->http != 0) {
        m_state->http->cancel(call->http);
        return;
    }
    m_state->http->after(0, [state = m_state.get(), call] { // it waits, maybe for another attempt
        state->locked([&](State::Ended& ended) {
            for (auto& [endpoint, lane] : state->lanes)
                std::erase(lane.waiting, call);
            state->end(call, tl::unexpected(call->cancelledError()), ended);
        });
    });
}

void LlmClient::cancelWaiting() {
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->closing)
        return;
    for (auto& [ticket, call] : m_state->calls)
        if (call->http == 0 && call->attempts == 0)
            call->cancelled = true;
    m_state->http->after(0, [state = m_state.get()] {
        state->locked([&](State::Ended& ended) {
            for (auto& [endpoint, lane] : state->lanes) {
                std::vector<CallPtr> gone;
                std::erase_if(lane.waiting, [&](const CallPtr& call) {
                    if (call->cancelled)
                        gone.push_back(call);
                    return call->cancelled;
                });
                for (const CallPtr& call : gone)
                    state->end(call, tl::unexpected(call->cancelledError()), ended);
            }
        });
    });
}

void LlmClient::setAtOnce(ModelId model, int atOnce) {
    const std::scoped_lock lock(m_state->mutex);
    for (auto& [endpoint, lane] : m_state->lanes)
        if (lane.endpoint->model == model)
            lane.pace.setAtOnce(atOnce);
    m_state->lookSoon();
}

std::vector<EndpointActivity> LlmClient::activity() const {
    const std::scoped_lock lock(m_state->mutex);
    std::vector<EndpointActivity> out;
    for (const auto& [endpoint, lane] : m_state->lanes) {
        EndpointActivity one = lane.counts;
        one.model = lane.endpoint->model;
        one.inFlight = lane.pace.inFlight();
        one.waiting = static_cast<int>(lane.waiting.size());
        one.allowed = lane.pace.allowed();
        one.restingSeconds = lane.pace.restingSeconds(nowSeconds());
        out.push_back(one);
    }
    return out;
}

} // namespace agon
