#include "core/llm/client.h"

#include "core/llm/dialect.h"
#include "core/llm/http.h"
#include "core/llm/pace.h"
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

// Should a server repeat the key, it goes no further.
void takeOut(std::string& text, const std::string& key) {
    if (key.empty())
        return;
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at))
        text.replace(at, key.size(), "[key]");
}

std::int64_t estimatedTokens(const ChatRequest& request) {
    std::int64_t bytes = 0;
    for (const ChatMessage& message : request.messages)
        bytes += static_cast<std::int64_t>(message.text.size());
    const TokenCeiling ceiling = ceilingOf(
        bytes, static_cast<std::int64_t>(request.messages.size()), request.sampling.maxTokens);
    return ceiling.in + ceiling.out;
}

// What is being asked, and how far it has come.
struct Call {
    ChatService::Ticket ticket = 0;
    ChatCall asked;
    std::string body; // as it goes over the wire
    std::string key;
    std::int64_t tokens = 0; // estimated
    int attempts = 0;
    int maybeBilled = 0;
    bool cancelled = false;

    // Of the attempt under way.
    HttpClient::Ticket http = 0; // 0: none
    std::string origin;
    std::size_t replica = 0;
    double sentAt = 0;
    std::optional<double> firstToken;
    SseParser events;
    std::optional<StreamedReply> streamed;
    std::string streamProblem;

    [[nodiscard]] const Endpoint& endpoint() const { return *asked.endpoint; }
    void take(std::string_view bytes);
};
using CallPtr = std::shared_ptr<Call>;

// A piece of a streamed reply. After the first that cannot be read the rest is let pass.
void Call::take(std::string_view bytes) {
    if (!streamProblem.empty())
        return;
    std::vector<SseEvent> found;
    if (const auto fed = events.feed(bytes, found); !fed)
        streamProblem = fed.error().text();
    for (const SseEvent& event : found) {
        const Result<std::string> piece = streamed->add(event);
        if (!piece) {
            streamProblem = piece.error().text();
            return;
        }
        if (piece->empty())
            continue;
        if (!firstToken)
            firstToken = nowSeconds() - sentAt;
        if (asked.piece)
            asked.piece(*piece);
    }
}

tl::unexpected<CallError> cancelledCall(const Call& call) {
    return tl::unexpected(
        CallError{CallFailure::Cancelled, "cancelled", 0, call.attempts, call.maybeBilled});
}

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
    EndpointActivity counts;
};

// What an attempt came to.
struct Attempt {
    std::optional<ChatReply> reply;
    CallError error;
    bool again = false;
    double delay = 0;
    bool pressed = false; // 429 or 503
    bool worked = true;   // the server answered as a server does
    bool billed = false;  // it may have been counted
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
    [[nodiscard]] std::optional<CallError> mayNotSend(Call& call, const std::string& url);
    void answered(const CallPtr& call, HttpOutcome outcome);
    [[nodiscard]] Attempt judge(Call& call, HttpOutcome& outcome);
    [[nodiscard]] Attempt judgeBody(Call& call, HttpReply& reply);
    [[nodiscard]] Attempt judgeStatus(const Call& call, const HttpReply& reply);
    void settle(const CallPtr& call, Attempt attempt, Ended& ended);
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
            end(call, cancelledCall(*call), ended);
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

std::optional<CallError> LlmClient::State::mayNotSend(Call& call, const std::string& url) {
    const Endpoint& endpoint = call.endpoint();
    const auto refuse = [&](CallFailure kind, std::string why) {
        return CallError{kind, fmt::format("{}: {}", endpoint.name, why), 0, call.attempts,
                         call.maybeBilled};
    };
    const Result<std::string> origin = originOf(url);
    if (!origin)
        return refuse(CallFailure::Untrusted, origin.error().text());
    call.origin = *origin;
    if (!endpoint.keyName.empty() && origin->starts_with("http:") && !isLoopback(*origin))
        return refuse(CallFailure::Untrusted,
                      fmt::format("the key {} would go unencrypted to {}; use an https address",
                                  endpoint.keyName, *origin));
    if (options.allowed && !options.allowed({*origin, endpoint.keyName}))
        return refuse(
            CallFailure::Untrusted,
            endpoint.keyName.empty()
                ? fmt::format("nobody has allowed this workspace to call {}", *origin)
                : fmt::format("nobody has allowed this workspace to send the key {} to {}",
                              endpoint.keyName, *origin));
    if (endpoint.keyName.empty() || !call.key.empty())
        return std::nullopt;
    const auto key = options.secrets ? options.secrets->find(endpoint.keyName) : std::nullopt;
    if (!key || key->empty())
        return refuse(
            CallFailure::NoKey,
            fmt::format("the key {} is not set; set this environment variable", endpoint.keyName));
    call.key = *key;
    return std::nullopt;
}

// Sends, or says why not.
std::optional<CallError> LlmClient::State::start(Lane& lane, const CallPtr& call) {
    const Endpoint& endpoint = call->endpoint();
    const auto unusable = [&](std::string why) {
        return CallError{CallFailure::BadRequest, fmt::format("{}: {}", endpoint.name, why)};
    };
    if (endpoint.baseUrls.empty() || !endpoint.profile)
        return unusable("it has no address; give it a base URL");
    const double now = nowSeconds();
    call->replica = lane.replicas.choose(now);
    const ProviderProfile& profile = *endpoint.profile;
    HttpRequest request;
    request.url = joinUrl(endpoint.baseUrls[call->replica], profile.chatPath);
    if (auto refused = mayNotSend(*call, request.url))
        return refused;
    request.headers = requestHeaders(profile, call->asked.request.stream);
    if (!call->key.empty()) {
        Result<HttpHeader> header = authorizationHeader(profile, call->key);
        if (!header)
            return unusable(header.error().text());
        request.headers.push_back(std::move(*header));
    }
    if (call->body.empty()) {
        Result<std::string> body = encodeChat(endpoint, call->asked.request);
        if (!body)
            return unusable(body.error().text());
        call->body = std::move(*body);
    }
    request.body = call->body;
    request.timeouts = endpoint.timeouts;
    request.insecureTls = endpoint.insecureTls;
    if (call->asked.request.stream) {
        call->events = SseParser();
        call->streamed.emplace(profile);
        call->streamProblem.clear();
        call->firstToken.reset();
        request.piece = [call](std::string_view bytes) {
            call->take(bytes);
        };
    }
    ++call->attempts;
    call->sentAt = now;
    lane.pace.sent(call->tokens, now);
    lane.replicas.began(call->replica, now);
    ++lane.counts.sent;
    call->http = http->send(std::move(request), [this, call](HttpOutcome outcome) {
        answered(call, std::move(outcome));
    });
    return std::nullopt;
}

void LlmClient::State::answered(const CallPtr& call, HttpOutcome outcome) {
    Attempt attempt = judge(*call, outcome); // reads the call's own things only
    locked([&](Ended& ended) { settle(call, std::move(attempt), ended); });
}

Attempt LlmClient::State::judge(Call& call, HttpOutcome& outcome) {
    if (outcome)
        return outcome->status / 100 == 2 ? judgeBody(call, *outcome) : judgeStatus(call, *outcome);
    Attempt out;
    const HttpError& failed = outcome.error();
    out.error.kind = failed.kind;
    out.error.message = fmt::format("{}: {}", call.endpoint().name, failed.message);
    out.again = shouldRetry(failed.kind);
    out.worked = failed.kind == CallFailure::Cancelled;
    out.billed = failed.sent;
    return out;
}

Attempt LlmClient::State::judgeBody(Call& call, HttpReply& reply) {
    Attempt out;
    out.billed = true;
    if (call.streamed) {
        std::vector<SseEvent> rest;
        if (call.streamProblem.empty() && call.events.finish(rest))
            for (const SseEvent& event : rest)
                if (const auto added = call.streamed->add(event); !added)
                    call.streamProblem = added.error().text();
    }
    const bool serverSaid = call.streamed && call.streamed->serverError();
    Result<ChatReply> read = !call.streamed ? decodeChat(*call.endpoint().profile, reply.body)
                             : !call.streamProblem.empty()
                                 ? Result<ChatReply>(fail(ErrorCode::Corrupt, call.streamProblem))
                                 : std::move(*call.streamed).finish();
    if (read) {
        out.reply = std::move(*read);
        out.reply->seconds = reply.seconds;
        out.reply->firstToken = call.firstToken;
        return out;
    }
    out.error.status = reply.status;
    out.error.kind = serverSaid ? CallFailure::ServerFailed : CallFailure::Unreadable;
    out.error.message = fmt::format("{}: {} sent what is no answer: {}", call.endpoint().name,
                                    call.origin, read.error().text());
    out.again = serverSaid;
    return out;
}

Attempt LlmClient::State::judgeStatus(const Call& call, const HttpReply& reply) {
    Attempt out;
    const WireError said = decodeError(reply.body);
    out.error.status = reply.status;
    out.error.kind = classify(reply.status, said);
    out.error.message = fmt::format("{}: {} answered {}{}{}", call.endpoint().name, call.origin,
                                    reply.status, said.message.empty() ? "" : ": ", said.message);
    if (out.error.kind == CallFailure::Refused)
        out.error.message += call.endpoint().keyName.empty()
                                 ? ". It wants a key; name its environment variable"
                                 : fmt::format(". Check the key in {}", call.endpoint().keyName);
    if (reply.status / 100 == 3)
        out.error.message += ". Redirects are not followed; give the address itself";
    out.again = shouldRetry(reply.status, reply.headers, said);
    out.pressed = out.again && (reply.status == 429 || reply.status == 503);
    out.worked = reply.status < 500;
    const std::scoped_lock lock(mutex); // of `random`
    out.delay = retryDelay(call.attempts - 1, reply.headers, options.clock->now(), random);
    return out;
}

void LlmClient::State::settle(const CallPtr& call, Attempt attempt, Ended& ended) {
    const double now = nowSeconds();
    const auto found = lanes.find(call->asked.endpoint.get());
    Lane& lane = found->second; // stays while a call is in flight
    call->http = 0;
    lane.replicas.ended(call->replica, attempt.worked, now);
    if (attempt.pressed)
        lane.pace.refused(call->sentAt, attempt.delay, now);
    else if (attempt.reply)
        lane.pace.answered(call->tokens,
                           attempt.reply->usage.in && attempt.reply->usage.out
                               ? std::optional(*attempt.reply->usage.in + *attempt.reply->usage.out)
                               : std::nullopt,
                           now);
    else
        lane.pace.failed();
    ++(attempt.reply     ? lane.counts.answered
       : attempt.pressed ? lane.counts.rateLimited
                         : lane.counts.failed);
    if (attempt.reply) {
        double& mean = lane.counts.meanSeconds;
        mean = mean == 0 ? attempt.reply->seconds
                         : mean + meanWeight * (attempt.reply->seconds - mean);
        ChatReply& reply = *attempt.reply;
        for (std::string* text :
             {&reply.text, &reply.reasoning, &reply.servedModel, &reply.fingerprint})
            takeOut(*text, call->key);
        reply.attempts = call->attempts;
        reply.maybeBilled = call->maybeBilled;
        end(call, std::move(reply), ended);
    } else {
        call->maybeBilled += attempt.billed ? 1 : 0;
        const bool again = attempt.again && !call->cancelled && !closing &&
                           call->attempts <= call->endpoint().limits.retries;
        if (again) {
            const double delay = attempt.error.status != 0
                                     ? attempt.delay
                                     : retryDelay(call->attempts - 1, {}, {}, random);
            http->after(delay, [this, call] {
                locked([&](Ended& endedNow) {
                    const auto lanePlace = lanes.find(call->asked.endpoint.get());
                    if (lanePlace == lanes.end() || !calls.contains(call->ticket))
                        return;
                    lanePlace->second.waiting.push_front(call);
                    lookAt(lanePlace->second, endedNow);
                });
            });
        } else {
            if (call->cancelled || closing)
                attempt.error.kind = CallFailure::Cancelled;
            attempt.error.attempts = call->attempts;
            attempt.error.maybeBilled = call->maybeBilled;
            takeOut(attempt.error.message, call->key);
            end(call, tl::unexpected(std::move(attempt.error)), ended);
        }
    }
    lookAt(lane, ended);
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
                m_state->end(call, cancelledCall(*call), ended);
        });
}

ChatService::Ticket LlmClient::send(ChatCall asked) {
    auto call = std::make_shared<Call>();
    call->asked = std::move(asked);
    call->tokens = estimatedTokens(call->asked.request);
    const std::scoped_lock lock(m_state->mutex);
    call->ticket = ++m_state->last;
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
            if (call->http != 0)
                return; // cannot be: a cancelled call is not sent
            for (auto& [endpoint, lane] : state->lanes)
                std::erase(lane.waiting, call);
            state->end(call, cancelledCall(*call), ended);
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
