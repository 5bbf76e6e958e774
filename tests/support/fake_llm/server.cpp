#include "tests/support/fake_llm/server.h"

#include "tests/support/fake_llm/delays.h"
#include "tests/support/fake_llm/service.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <mutex>
#include <unordered_set>

namespace fake {

struct Server::State {
    explicit State(Service& theService)
        : service(theService) {}

    // The connection sleeps for so long; forever: until the server ends. False: it ends already.
    [[nodiscard]] bool sleep(MHD_Connection* connection, double seconds);
    [[nodiscard]] bool sleepForever(MHD_Connection* connection);
    // Nobody sleeps any more.
    void wakeAll();
    [[nodiscard]] bool isEnding() const { return ending; }

    Service& service;
    std::atomic<bool> ending = false; // set under the lock
    int port = 0;
    MHD_Daemon* daemon = nullptr;
    Delays delays;
    std::mutex mutex;                           // of what follows
    std::unordered_set<MHD_Connection*> asleep; // forever
};

namespace {

using State = Server::State;

// One request and its answer, as long as the connection is busy with it.
struct Exchange {
    State* state = nullptr;
    MHD_Connection* connection = nullptr;
    Request request;
    bool whole = false;
    Reply reply;
    // While the answer goes out in pieces.
    std::size_t piece = 0;
    std::size_t sent = 0;
    bool paused = false; // before the next piece
};

std::string_view valueOf(MHD_Connection* connection, const char* name) {
    const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value ? value : "";
}

void readHead(Exchange& exchange, const char* url, const char* method) {
    exchange.request.method = method;
    exchange.request.path = url;
    constexpr std::string_view bearer = "Bearer ";
    std::string_view key = valueOf(exchange.connection, "Authorization");
    if (key.starts_with(bearer))
        key.remove_prefix(bearer.size());
    else
        key = valueOf(exchange.connection, "x-api-key");
    exchange.request.key = key;
    exchange.request.contentType = valueOf(exchange.connection, "Content-Type");
    if (const std::string_view size = valueOf(exchange.connection, "Content-Length"); !size.empty())
        exchange.request.body.reserve(
            std::min<std::size_t>(std::strtoull(size.data(), nullptr, 10), std::size_t{64} << 20));
}

ssize_t give(Exchange& exchange, std::string_view bytes, char* room, std::size_t size) {
    const std::size_t count = std::min(bytes.size(), size);
    std::memcpy(room, bytes.data(), count);
    exchange.sent += count;
    return static_cast<ssize_t>(count);
}

// Before a piece: whether to come back later, when maybe all ends.
bool pauses(Exchange& exchange) {
    if (exchange.reply.pieceSeconds <= 0 || exchange.sent == 0)
        return false;
    exchange.paused = !exchange.paused;
    if (exchange.paused)
        (void)exchange.state->sleep(exchange.connection, exchange.reply.pieceSeconds);
    return exchange.paused;
}

ssize_t readPieces(void* context, std::uint64_t, char* room, std::size_t size) {
    auto& exchange = *static_cast<Exchange*>(context);
    const Reply& reply = exchange.reply;
    if (exchange.state->isEnding())
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (exchange.sent == reply.body.size())
        return MHD_CONTENT_READER_END_OF_STREAM;
    if (exchange.sent == reply.ends[exchange.piece]) {
        if (pauses(exchange))
            return 0;
        ++exchange.piece;
    }
    return give(exchange,
                std::string_view(reply.body)
                    .substr(exchange.sent, reply.ends[exchange.piece] - exchange.sent),
                room, size);
}

ssize_t readHalf(void* context, std::uint64_t, char* room, std::size_t size) {
    auto& exchange = *static_cast<Exchange*>(context);
    const std::size_t half = exchange.reply.body.size() / 2;
    if (exchange.sent >= half)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    return give(exchange,
                std::string_view(exchange.reply.body).substr(exchange.sent, half - exchange.sent),
                room, size);
}

ssize_t readEndless(void* context, std::uint64_t, char* room, std::size_t size) {
    auto& exchange = *static_cast<Exchange*>(context);
    if (exchange.state->isEnding())
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (!exchange.reply.ends.empty() && exchange.sent >= exchange.reply.ends.back())
        return MHD_CONTENT_READER_END_OF_STREAM;
    if (pauses(exchange))
        return 0;
    return give(exchange, exchange.reply.body, room, size);
}

MHD_Response* responseFor(Exchange& exchange) {
    Reply& reply = exchange.reply;
    constexpr std::size_t block = std::size_t{32} << 10;
    switch (reply.delivery) {
    case Delivery::Pieces:
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, block, readPieces, &exchange,
                                                 nullptr);
    case Delivery::Endless:
        reply.pieceSeconds = reply.pieceSeconds == 0 ? 0.001 : reply.pieceSeconds;
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, block, readEndless, &exchange,
                                                 nullptr);
    case Delivery::Cut:
        return MHD_create_response_from_callback(reply.body.size(), block, readHalf, &exchange,
                                                 nullptr);
    default: // the exchange outlives it
        return MHD_create_response_from_buffer(reply.body.size(), reply.body.data(),
                                               MHD_RESPMEM_PERSISTENT);
    }
}

MHD_Result queue(Exchange& exchange) {
    State& state = *exchange.state;
    if (exchange.reply.delivery == Delivery::Close || state.isEnding())
        return MHD_NO;
    if (exchange.reply.delivery == Delivery::Silent)
        return state.sleepForever(exchange.connection) ? MHD_YES : MHD_NO;
    state.service.goesOut(exchange.request, exchange.reply);
    MHD_Response* response = responseFor(exchange);
    MHD_add_response_header(response, "Content-Type",
                            std::string(exchange.reply.contentType).c_str());
    for (const auto& [name, value] : exchange.reply.headers)
        MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result queued = MHD_queue_response(
        exchange.connection, static_cast<unsigned>(exchange.reply.status), response);
    MHD_destroy_response(response);
    return queued;
}

MHD_Result onAccess(void* context, MHD_Connection* connection, const char* url, const char* method,
                    const char*, const char* upload, std::size_t* uploadSize, void** slot) {
    auto* state = static_cast<State*>(context);
    auto* exchange = static_cast<Exchange*>(*slot);
    if (!exchange) {
        exchange = new Exchange; // onCompleted deletes it
        *slot = exchange;
        exchange->state = state;
        exchange->connection = connection;
        readHead(*exchange, url, method);
        return MHD_YES;
    }
    if (*uploadSize > 0) {
        exchange->request.body.append(upload, *uploadSize);
        *uploadSize = 0;
        return MHD_YES;
    }
    if (exchange->whole) // it has slept
        return queue(*exchange);
    exchange->whole = true;
    exchange->reply = state->service.answer(exchange->request);
    if (exchange->reply.delaySeconds <= 0)
        return queue(*exchange);
    return state->sleep(connection, exchange->reply.delaySeconds) ? MHD_YES : MHD_NO;
}

void onCompleted(void* context, MHD_Connection*, void** slot, MHD_RequestTerminationCode) {
    const auto* exchange = static_cast<Exchange*>(*slot);
    if (!exchange)
        return;
    if (exchange->whole && !exchange->request.path.starts_with("/control/"))
        static_cast<State*>(context)->service.ended();
    delete exchange;
    *slot = nullptr;
}

void onConnection(void*, MHD_Connection* connection, void**, MHD_ConnectionNotificationCode what) {
    if (what != MHD_CONNECTION_NOTIFY_STARTED)
        return;
    const int on = 1;
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    ::setsockopt(info->connect_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

bool Server::State::sleep(MHD_Connection* connection, double seconds) {
    const std::scoped_lock lock(mutex);
    if (ending)
        return false;
    MHD_suspend_connection(connection);
    delays.after(seconds, [connection] { MHD_resume_connection(connection); });
    return true;
}

bool Server::State::sleepForever(MHD_Connection* connection) {
    const std::scoped_lock lock(mutex);
    if (ending)
        return false;
    MHD_suspend_connection(connection);
    asleep.insert(connection);
    return true;
}

void Server::State::wakeAll() {
    {
        const std::scoped_lock lock(mutex);
        ending = true;
    }
    delays.finish();
    const std::scoped_lock lock(mutex);
    for (MHD_Connection* connection : asleep)
        MHD_resume_connection(connection);
}

Server::Server(Service& service, int port)
    : m_state(std::make_unique<State>(service)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    constexpr unsigned threads = 2;
    constexpr unsigned connections = 4096;
    constexpr unsigned backlog = 1024;
    m_state->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, nullptr,
        nullptr, onAccess, m_state.get(), MHD_OPTION_SOCK_ADDR, &address,
        MHD_OPTION_NOTIFY_COMPLETED, onCompleted, m_state.get(), MHD_OPTION_NOTIFY_CONNECTION,
        onConnection, nullptr, MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT,
        connections, MHD_OPTION_LISTEN_BACKLOG_SIZE, backlog, MHD_OPTION_END);
    if (!m_state->daemon) {
        std::cerr << "cannot listen on port " << port << '\n';
        std::exit(1);
    }
    m_state->port = MHD_get_daemon_info(m_state->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

Server::~Server() {
    // A connection that sleeps must not be there when the daemon ends.
    const int listening = MHD_quiesce_daemon(m_state->daemon);
    m_state->wakeAll();
    MHD_stop_daemon(m_state->daemon);
    ::close(listening); // its threads looked at it until now
}

int Server::port() const {
    return m_state->port;
}

} // namespace fake
