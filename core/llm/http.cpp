#include "core/llm/http.h"

#include "core/llm/trust.h"
#include "core/text/ascii.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace agon {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t mostHeaderBytes = std::size_t{64} << 10;
constexpr std::chrono::milliseconds watchEvery{50}; // the limits that curl does not know

double secondsSince(Steady::time_point begun) {
    return std::chrono::duration<double>(Steady::now() - begun).count();
}

void beginCurl() {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT); // once, thread-safely
    (void)begun;
}

struct FreeEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::unique_ptr<curl_slist, FreeList> headerList(const std::vector<HttpHeader>& headers) {
    // No "Expect: 100-continue", which would cost a round trip.
    std::unique_ptr<curl_slist, FreeList> list(curl_slist_append(nullptr, "Expect:"));
    for (const HttpHeader& header : headers)
        if (curl_slist* longer = curl_slist_append(
                list.get(), fmt::format("{}: {}", header.name, header.value).c_str())) {
            (void)list.release(); // the same list, one longer
            list.reset(longer);
        }
    return list;
}

// One request under way; curl holds its address.
struct Transfer {
    HttpClient::Ticket ticket = 0;
    HttpRequest request;
    std::function<void(HttpOutcome)> done;
    std::string origin;
    std::unique_ptr<curl_slist, FreeList> headers;
    HttpReply reply;
    std::size_t received = 0;
    std::size_t headerBytes = 0;
    Steady::time_point begun = Steady::now();
    Steady::time_point heard = begun; // the last byte, or the start
    bool answered = false;            // a byte of the answer's body or head came
    bool tooLarge = false;

    [[nodiscard]] bool streams() const { return request.piece && reply.status / 100 == 2; }
    std::size_t takeHeader(std::string_view line);
    std::size_t takeBody(std::string_view bytes);
    // Why it has taken too long; empty: it has not.
    [[nodiscard]] std::string overdue(Steady::time_point now) const;
};

std::size_t Transfer::takeHeader(std::string_view line) {
    headerBytes += line.size();
    if (headerBytes > mostHeaderBytes) {
        tooLarge = true;
        return 0;
    }
    heard = Steady::now();
    if (!answered) {
        answered = true;
        reply.firstByte = secondsSince(begun);
    }
    if (line.starts_with("HTTP/")) { // also after a 1xx: what came before does not count
        reply.headers.clear();
        const std::size_t space = line.find(' ');
        reply.status = space == std::string_view::npos
                           ? 0
                           : std::atoi(std::string(line.substr(space + 1, 3)).c_str());
        return line.size();
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
        reply.headers.push_back({std::string(trimmed(line.substr(0, colon))),
                                 std::string(trimmed(line.substr(colon + 1)))});
    return line.size();
}

std::size_t Transfer::takeBody(std::string_view bytes) {
    received += bytes.size();
    if (received > request.largest) {
        tooLarge = true;
        return 0;
    }
    heard = Steady::now();
    if (streams())
        request.piece(bytes);
    else
        reply.body.append(bytes);
    return bytes.size();
}

std::string Transfer::overdue(Steady::time_point now) const {
    const double silent = std::chrono::duration<double>(now - heard).count();
    if (!answered && silent > request.timeouts.firstByte)
        return fmt::format("{} did not begin to answer within {:g} s", origin,
                           request.timeouts.firstByte);
    if (answered && silent > request.timeouts.idle)
        return fmt::format("{} stopped in the middle of its answer and was silent for {:g} s",
                           origin, request.timeouts.idle);
    return {};
}

std::size_t onHeader(char* bytes, std::size_t, std::size_t count, void* transfer) {
    return static_cast<Transfer*>(transfer)->takeHeader({bytes, count});
}

std::size_t onBody(char* bytes, std::size_t, std::size_t count, void* transfer) {
    return static_cast<Transfer*>(transfer)->takeBody({bytes, count});
}

long milliseconds(double seconds) {
    return static_cast<long>(std::clamp(seconds, 0.001, 86'400.0) * 1000);
}

void prepare(CURL* easy, Transfer& transfer) {
    const HttpRequest& request = transfer.request;
    curl_easy_reset(easy); // keeps its connections
    transfer.headers = headerList(request.headers);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, request.url.starts_with("https") ? 1L : 0L);
    if (isLoopback(transfer.origin))
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    if (const char* file = std::getenv("SSL_CERT_FILE")) // libcurl leaves that to its callers
        curl_easy_setopt(easy, CURLOPT_CAINFO, file);
    if (request.insecureTls) {
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
    if (request.post) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    }
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.timeouts.connect));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(request.timeouts.total));
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
}

void readConnection(CURL* easy, HttpReply& reply) {
    double connected = 0;
    double secured = 0; // 0 without TLS
    long version = 0;
    long connections = 0; // made for it; 0: it used one that was there
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connections);
    curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME, &connected);
    curl_easy_getinfo(easy, CURLINFO_APPCONNECT_TIME, &secured);
    curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
    reply.connected = connections > 0 ? std::max(connected, secured) : 0;
    reply.http2 = version == CURL_HTTP_VERSION_2_0;
}

bool wasSent(CURL* easy) {
    long requestBytes = 0;
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
    return requestBytes > 0;
}

tl::unexpected<HttpError> cancelledOne(CURL* easy) {
    return tl::unexpected(HttpError{CallFailure::Cancelled, "cancelled", wasSent(easy)});
}

HttpError errorOf(CURL* easy, CURLcode code, const Transfer& transfer) {
    HttpError error;
    error.sent = wasSent(easy);
    const std::string& origin = transfer.origin;
    if (transfer.tooLarge) {
        error.kind = CallFailure::Unreadable;
        error.message =
            fmt::format("{} answered with more than {} bytes", origin, transfer.request.largest);
        return error;
    }
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        error.kind = CallFailure::TimedOut;
        error.message = error.sent ? fmt::format("{} did not finish its answer within {:g} s",
                                                 origin, transfer.request.timeouts.total)
                                   : fmt::format("{} could not be reached within {:g} s", origin,
                                                 transfer.request.timeouts.connect);
        return error;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CONNECT_ERROR:
        error.kind = CallFailure::Untrusted;
        error.message =
            fmt::format("{}: the secure connection was refused: {}. If the server has a "
                        "certificate of its own, name its CA file in SSL_CERT_FILE",
                        origin, curl_easy_strerror(code));
        return error;
    case CURLE_UNSUPPORTED_PROTOCOL:
        if (error.sent) // HTTP/0.9 has no head, so anything would be an answer of it
            break;
        error.kind = CallFailure::Untrusted;
        error.message = fmt::format("{}: only http and https are spoken", origin);
        return error;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_URL_MALFORMAT:
        error.kind = CallFailure::Unreachable;
        error.message = fmt::format("{} cannot be reached: {}. Is the server running, and the "
                                    "address right?",
                                    origin, curl_easy_strerror(code));
        return error;
    case CURLE_WEIRD_SERVER_REPLY:
        break;
    default:
        error.kind = error.sent ? CallFailure::Cut : CallFailure::Unreachable;
        error.message =
            fmt::format("the connection to {} broke: {}", origin, curl_easy_strerror(code));
        return error;
    }
    error.kind = CallFailure::Unreadable;
    error.message = fmt::format("{} answers, but not in HTTP. Is the port right?", origin);
    return error;
}

} // namespace

struct HttpClient::Loop {
    Loop();
    ~Loop();

    void run(const std::stop_token& stop);
    void wake() { curl_multi_wakeup(multi); }

    // Under the lock.
    std::mutex mutex;
    Ticket last = 0;
    std::vector<std::unique_ptr<Transfer>> added;
    std::vector<Ticket> cancelledTickets;
    std::multimap<Steady::time_point, std::function<void()>> timers;

    // Of the loop's thread.
    CURLM* multi = nullptr;
    struct Running {
        Easy easy;
        std::unique_ptr<Transfer> transfer;
    };
    std::unordered_map<Ticket, Running> running;
    std::vector<Easy> idle; // handles to use again
    std::jthread thread;

  private:
    void takeIn();
    void start(std::unique_ptr<Transfer> transfer);
    void takeOut();
    void runTimers();
    void watch();
    void finish(Ticket ticket, HttpOutcome outcome);
    int waitMilliseconds();
    Steady::time_point m_watched = Steady::now();
};

HttpClient::Loop::Loop() {
    beginCurl();
    multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

HttpClient::Loop::~Loop() {
    thread.request_stop();
    wake();
    thread.join();
    curl_multi_cleanup(multi);
}

void HttpClient::Loop::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        takeIn();
        int active = 0;
        curl_multi_perform(multi, &active);
        takeOut();
        runTimers();
        watch();
        curl_multi_poll(multi, nullptr, 0, waitMilliseconds(), nullptr);
    }
    for (takeIn(); !running.empty(); takeIn()) // also what an end called for
        finish(running.begin()->first, cancelledOne(running.begin()->second.easy.get()));
}

void HttpClient::Loop::takeIn() {
    std::vector<std::unique_ptr<Transfer>> begin;
    std::vector<Ticket> end;
    {
        const std::scoped_lock lock(mutex);
        begin.swap(added);
        end.swap(cancelledTickets);
    }
    for (auto& transfer : begin)
        start(std::move(transfer));
    for (const Ticket ticket : end)
        if (const auto found = running.find(ticket); found != running.end())
            finish(ticket, cancelledOne(found->second.easy.get()));
}

void HttpClient::Loop::start(std::unique_ptr<Transfer> transfer) {
    Easy easy;
    if (idle.empty()) {
        easy.reset(curl_easy_init());
    } else {
        easy = std::move(idle.back());
        idle.pop_back();
    }
    transfer->begun = transfer->heard = Steady::now();
    prepare(easy.get(), *transfer);
    CURL* handle = easy.get();
    const Ticket ticket = transfer->ticket;
    running[ticket] = {std::move(easy), std::move(transfer)};
    curl_multi_add_handle(multi, handle);
}

void HttpClient::Loop::takeOut() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        void* mine = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &mine);
        auto& transfer = *static_cast<Transfer*>(mine);
        if (message->data.result == CURLE_OK) {
            transfer.reply.seconds = secondsSince(transfer.begun);
            readConnection(message->easy_handle, transfer.reply);
            finish(transfer.ticket, std::move(transfer.reply));
        } else {
            finish(transfer.ticket,
                   tl::unexpected(errorOf(message->easy_handle, message->data.result, transfer)));
        }
    }
}

void HttpClient::Loop::finish(Ticket ticket, HttpOutcome outcome) {
    const auto found = running.find(ticket);
    Running ended = std::move(found->second);
    running.erase(found);
    curl_multi_remove_handle(multi, ended.easy.get());
    idle.push_back(std::move(ended.easy));
    ended.transfer->done(std::move(outcome));
}

void HttpClient::Loop::runTimers() {
    std::vector<std::function<void()>> due;
    {
        const std::scoped_lock lock(mutex);
        const auto end = timers.upper_bound(Steady::now());
        for (auto timer = timers.begin(); timer != end; ++timer)
            due.push_back(std::move(timer->second));
        timers.erase(timers.begin(), end);
    }
    for (const auto& call : due)
        call();
}

void HttpClient::Loop::watch() {
    const auto now = Steady::now();
    if (now - m_watched < watchEvery)
        return;
    m_watched = now;
    std::vector<std::pair<Ticket, std::string>> late;
    for (const auto& [ticket, entry] : running)
        if (std::string why = entry.transfer->overdue(now); !why.empty())
            late.emplace_back(ticket, std::move(why));
    for (auto& [ticket, why] : late)
        finish(ticket, tl::unexpected(HttpError{CallFailure::TimedOut, std::move(why), true}));
}

// Until the next timer; with requests under way their limits are looked at in between.
int HttpClient::Loop::waitMilliseconds() {
    constexpr int longest = 60'000; // send(), cancel() and the end wake it
    int wait = running.empty() ? longest : static_cast<int>(watchEvery.count());
    const std::scoped_lock lock(mutex);
    if (!added.empty() || !cancelledTickets.empty())
        return 0;
    if (!timers.empty()) {
        const auto until =
            std::chrono::ceil<std::chrono::milliseconds>(timers.begin()->first - Steady::now());
        wait = static_cast<int>(std::clamp<std::int64_t>(until.count(), 0, wait));
    }
    return wait;
}

HttpClient::HttpClient()
    : m_loop(std::make_unique<Loop>()) {}

HttpClient::~HttpClient() = default;

HttpClient::Ticket HttpClient::send(HttpRequest request, std::function<void(HttpOutcome)> done) {
    auto transfer = std::make_unique<Transfer>();
    transfer->origin = originOf(request.url).value_or("the server");
    transfer->request = std::move(request);
    transfer->done = std::move(done);
    Ticket ticket = 0;
    {
        const std::scoped_lock lock(m_loop->mutex);
        ticket = transfer->ticket = ++m_loop->last;
        m_loop->added.push_back(std::move(transfer));
    }
    m_loop->wake();
    return ticket;
}

void HttpClient::cancel(Ticket ticket) {
    {
        const std::scoped_lock lock(m_loop->mutex);
        m_loop->cancelledTickets.push_back(ticket);
    }
    m_loop->wake();
}

void HttpClient::after(double seconds, std::function<void()> call) {
    {
        const std::scoped_lock lock(m_loop->mutex);
        m_loop->timers.emplace(Steady::now() + std::chrono::duration_cast<Steady::duration>(
                                                   std::chrono::duration<double>(seconds)),
                               std::move(call));
    }
    m_loop->wake();
}

} // namespace agon
