#include "core/llm/http.h"

#include "core/llm/http_transfer.h"
#include "core/llm/trust.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace agon {
namespace {

using llm::cancelledOne;
using llm::errorOf;
using llm::prepare;
using llm::readConnection;
using llm::secondsSince;
using llm::Steady;
using llm::Transfer;

constexpr std::chrono::milliseconds watchEvery{50}; // the limits that curl does not know

void beginCurl() {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT); // once, thread-safely
    (void)begun;
}

struct FreeEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;

} // namespace

struct HttpClient::Loop {
    Loop();
    ~Loop();

    void run(const std::stop_token& stop);
    // What comes from the loop's own thread is seen before it waits again.
    void wake() {
        if (std::this_thread::get_id() != thread.get_id())
            (void)::eventfd_write(wakeFile, 1);
    }

    // Under the lock.
    std::mutex mutex;
    Ticket last = 0;
    std::vector<std::unique_ptr<Transfer>> added;
    std::vector<Ticket> cancelledTickets;
    std::multimap<Steady::time_point, std::function<void()>> timers;

    // Of the loop's thread.
    CURLM* multi = nullptr;
    int events = -1;   // epoll: with hundreds in flight, only those that something happened to cost
    int wakeFile = -1; // of eventfd, in the same
    // A handle that is set up for requests of one shape.
    struct Prepared {
        std::unique_ptr<curl_slist, llm::FreeList> headers; // outlive the handle
        Easy easy;
        std::string shape;
    };
    struct Running {
        std::unique_ptr<Transfer> transfer;
        Prepared handle;
    };
    std::unordered_map<Ticket, Running> running;
    std::unordered_map<std::string, std::vector<Prepared>> idle; // to use again, by shape
    std::size_t idleHandles = 0;
    std::jthread thread;

  private:
    void takeIn();
    void start(std::unique_ptr<Transfer> transfer);
    void takeOut();
    void runTimers();
    void watch();
    void finish(Ticket ticket, HttpOutcome outcome);
    int waitMilliseconds();
    void waitForEvents();
    static int onSocket(CURL*, curl_socket_t socket, int what, void* loop, void*);
    static int onTimer(CURLM*, long milliseconds, void* loop);

    Steady::time_point m_watched = Steady::now();
    std::optional<Steady::time_point> m_curlDue; // when curl wants to look by itself
};

HttpClient::Loop::Loop() {
    beginCurl();
    multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(multi, CURLMOPT_MAX_CONCURRENT_STREAMS, 1000L); // the server's limit holds
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, &Loop::onSocket);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, &Loop::onTimer);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, this);
    events = ::epoll_create1(EPOLL_CLOEXEC);
    wakeFile = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event woken{};
    woken.events = EPOLLIN;
    woken.data.fd = wakeFile;
    ::epoll_ctl(events, EPOLL_CTL_ADD, wakeFile, &woken);
    thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

HttpClient::Loop::~Loop() {
    thread.request_stop();
    wake();
    thread.join();
    curl_multi_cleanup(multi);
    ::close(wakeFile);
    ::close(events);
}

int HttpClient::Loop::onSocket(CURL*, curl_socket_t socket, int what, void* loop, void*) {
    const int events = static_cast<Loop*>(loop)->events;
    epoll_event wanted{};
    wanted.data.fd = socket;
    wanted.events =
        ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0U) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0U);
    if (what == CURL_POLL_REMOVE)
        ::epoll_ctl(events, EPOLL_CTL_DEL, socket, nullptr);
    else if (::epoll_ctl(events, EPOLL_CTL_MOD, socket, &wanted) != 0)
        ::epoll_ctl(events, EPOLL_CTL_ADD, socket, &wanted);
    return 0;
}

int HttpClient::Loop::onTimer(CURLM*, long milliseconds, void* loop) {
    auto& due = static_cast<Loop*>(loop)->m_curlDue;
    if (milliseconds < 0)
        due.reset();
    else
        due = Steady::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

void HttpClient::Loop::waitForEvents() {
    int active = 0;
    std::array<epoll_event, 128> happened{};
    const int count = ::epoll_wait(events, happened.data(), static_cast<int>(happened.size()),
                                   waitMilliseconds());
    for (int i = 0; i < count; ++i) {
        const epoll_event& one = happened[static_cast<std::size_t>(i)];
        if (one.data.fd == wakeFile) {
            eventfd_t ignored = 0;
            ::eventfd_read(wakeFile, &ignored);
            continue;
        }
        const int flags = ((one.events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0) |
                          ((one.events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0) |
                          ((one.events & (EPOLLERR | EPOLLHUP)) != 0 ? CURL_CSELECT_ERR : 0);
        curl_multi_socket_action(multi, one.data.fd, flags, &active);
    }
    if (m_curlDue && Steady::now() >= *m_curlDue) {
        m_curlDue.reset(); // it sets another one where it wants to
        curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &active);
    }
}

void HttpClient::Loop::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        takeIn();
        waitForEvents();
        takeOut();
        runTimers();
        watch();
    }
    for (takeIn(); !running.empty(); takeIn()) // also what an end called for
        finish(running.begin()->first, cancelledOne(running.begin()->second.handle.easy.get()));
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
            finish(ticket, cancelledOne(found->second.handle.easy.get()));
}

void HttpClient::Loop::start(std::unique_ptr<Transfer> transfer) {
    Prepared handle;
    handle.shape = llm::shapeOf(transfer->request);
    if (const auto known = idle.find(handle.shape); known != idle.end() && !known->second.empty()) {
        handle = std::move(known->second.back());
        known->second.pop_back();
        --idleHandles;
    } else {
        handle.easy.reset(curl_easy_init());
        handle.headers = prepare(handle.easy.get(), transfer->request, transfer->origin);
    }
    transfer->begun = transfer->heard = Steady::now();
    llm::attach(handle.easy.get(), *transfer);
    CURL* easy = handle.easy.get();
    const Ticket ticket = transfer->ticket;
    running[ticket] = {std::move(transfer), std::move(handle)};
    curl_multi_add_handle(multi, easy);
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
    curl_multi_remove_handle(multi, ended.handle.easy.get());
    constexpr std::size_t mostIdle = 1024;
    if (idleHandles >= mostIdle) { // of shapes that may never come again
        idle.clear();
        idleHandles = 0;
    }
    ++idleHandles;
    std::vector<Prepared>& same = idle[ended.handle.shape];
    same.push_back(std::move(ended.handle));
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
    const auto notAfter = [&](Steady::time_point due) {
        const auto until = std::chrono::ceil<std::chrono::milliseconds>(due - Steady::now());
        wait = static_cast<int>(std::clamp<std::int64_t>(until.count(), 0, wait));
    };
    if (m_curlDue)
        notAfter(*m_curlDue);
    const std::scoped_lock lock(mutex);
    if (!added.empty() || !cancelledTickets.empty())
        return 0;
    if (!timers.empty())
        notAfter(timers.begin()->first);
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
