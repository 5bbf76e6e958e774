// A server on loopback that answers with exactly the bytes it is told, for what no well-behaved
// server does: broken, cut, silent, endless answers. A thread a connection; for tests only.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

// What to write to a request, and what then.
struct PeerAnswer {
    std::string bytes;
    enum class Then { KeepOpen, Close, Silence } then = Then::KeepOpen;
};

inline PeerAnswer wholeAnswer(int status, const std::string& body,
                              const std::string& headers = {}) {
    return {"HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body,
            PeerAnswer::Then::KeepOpen};
}

class RawPeer {
  public:
    // Given the head and body of each request; called on several threads.
    using Handler = std::function<PeerAnswer(const std::string& head, const std::string& body)>;

    explicit RawPeer(Handler handler)
        : m_handler(std::move(handler))
        , m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        if (::bind(m_socket, generic, size) != 0 || ::listen(m_socket, 512) != 0 ||
            ::getsockname(m_socket, generic, &size) != 0)
            std::abort();
        m_port = ntohs(address.sin_port);
        m_acceptor = std::jthread([this] { acceptAll(); });
    }
    ~RawPeer() {
        m_closing = true;
        ::shutdown(m_socket, SHUT_RDWR);
        m_acceptor.join();
        {
            const std::scoped_lock lock(m_mutex);
            for (const int open : m_open)
                ::shutdown(open, SHUT_RDWR);
        }
        m_threads.clear();
        ::close(m_socket);
    }
    RawPeer(const RawPeer&) = delete;
    RawPeer& operator=(const RawPeer&) = delete;

    [[nodiscard]] std::string url(const std::string& path = "/") const {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int requests() const { return m_requests; }

  private:
    void acceptAll() {
        while (!m_closing) {
            const int client = ::accept(m_socket, nullptr, nullptr);
            if (client < 0)
                continue;
            ++m_connections;
            const std::scoped_lock lock(m_mutex);
            m_open.push_back(client);
            m_threads.emplace_back([this, client] { serve(client); });
        }
    }
    void serve(int client) {
        std::string bytes;
        while (readRequest(client, bytes)) {
            const std::size_t head = bytes.find("\r\n\r\n") + 4;
            ++m_requests;
            const PeerAnswer answer = m_handler(bytes.substr(0, head), bytes.substr(head));
            bytes.clear();
            std::size_t sent = 0;
            while (sent < answer.bytes.size()) {
                const auto some = ::send(client, answer.bytes.data() + sent,
                                         answer.bytes.size() - sent, MSG_NOSIGNAL);
                if (some <= 0)
                    break;
                sent += static_cast<std::size_t>(some);
            }
            if (answer.then == PeerAnswer::Then::Close)
                break;
        }
        const std::scoped_lock lock(m_mutex);
        std::erase(m_open, client);
        ::close(client);
    }
    // One at a time: nobody sends a request before the last was answered.
    static bool readRequest(int client, std::string& bytes) {
        while (!isWhole(bytes)) {
            char room[16384];
            const auto some = ::recv(client, room, sizeof room, 0);
            if (some <= 0)
                return false;
            bytes.append(room, static_cast<std::size_t>(some));
        }
        return true;
    }
    static bool isWhole(const std::string& bytes) {
        const std::size_t head = bytes.find("\r\n\r\n");
        if (head == std::string::npos)
            return false;
        const std::size_t at = bytes.find("Content-Length: ");
        const std::size_t body =
            at < head ? std::strtoull(bytes.c_str() + at + 16, nullptr, 10) : 0;
        return bytes.size() >= head + 4 + body;
    }

    Handler m_handler;
    int m_socket;
    int m_port = 0;
    std::atomic<bool> m_closing = false;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_requests = 0;
    std::mutex m_mutex;
    std::vector<int> m_open;
    std::vector<std::jthread> m_threads;
    std::jthread m_acceptor;
};
