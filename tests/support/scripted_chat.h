// A ChatService that answers by a function, on one thread of its own, in the order of asking. For
// tests of what uses a service; the HTTP client has its own.
#pragma once

#include "core/llm/chat_service.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

class ScriptedChat final : public agon::ChatService {
  public:
    // Called on the service's thread. nullopt: no answer until it is cancelled.
    using Script = std::function<std::optional<agon::ChatOutcome>(const agon::ChatCall&)>;

    explicit ScriptedChat(Script script)
        : m_script(std::move(script))
        , m_thread([this](const std::stop_token& stop) { run(stop); }) {}
    ~ScriptedChat() override {
        m_thread.request_stop();
        m_thread.join();
        for (auto& [ticket, call] : m_silent)
            call.done(cancelledOutcome(1));
        for (auto& [ticket, call] : m_waiting)
            call.done(cancelledOutcome(0));
    }

    Ticket send(agon::ChatCall call) override {
        const std::scoped_lock lock(m_mutex);
        m_waiting.emplace_back(++m_last, std::move(call));
        m_wake.notify_one();
        return m_last;
    }
    void cancel(Ticket ticket) override {
        const std::scoped_lock lock(m_mutex);
        m_cancelled.push_back(ticket);
        m_wake.notify_one();
    }
    void cancelWaiting() override {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [ticket, call] : m_waiting)
            m_cancelled.push_back(ticket);
        m_wake.notify_one();
    }
    void setAtOnce(agon::ModelId, int) override {}
    [[nodiscard]] std::vector<agon::EndpointActivity> activity() const override { return {}; }

    // Calls that the script was asked about.
    [[nodiscard]] int asked() const {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

  private:
    static agon::ChatOutcome cancelledOutcome(int attempts) {
        return tl::unexpected(
            agon::CallError{agon::CallFailure::Cancelled, "cancelled", 0, attempts, attempts});
    }
    void run(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        while (m_wake.wait(lock, stop,
                           [this] { return !m_waiting.empty() || !m_cancelled.empty(); })) {
            std::vector<std::pair<agon::ChatCall, agon::ChatOutcome>> ended;
            for (const Ticket ticket : std::exchange(m_cancelled, {})) {
                if (const auto silent = m_silent.find(ticket); silent != m_silent.end()) {
                    ended.emplace_back(std::move(silent->second), cancelledOutcome(1));
                    m_silent.erase(silent);
                }
                std::erase_if(m_waiting, [&](auto& waiting) {
                    if (waiting.first != ticket)
                        return false;
                    ended.emplace_back(std::move(waiting.second), cancelledOutcome(0));
                    return true;
                });
            }
            if (!m_waiting.empty()) {
                auto [ticket, call] = std::move(m_waiting.front());
                m_waiting.pop_front();
                ++m_asked;
                lock.unlock();
                auto outcome = m_script(call);
                lock.lock();
                if (outcome)
                    ended.emplace_back(std::move(call), std::move(*outcome));
                else
                    m_silent.emplace(ticket, std::move(call));
            }
            lock.unlock();
            for (auto& [call, outcome] : ended)
                call.done(std::move(outcome));
            lock.lock();
        }
    }

    Script m_script;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::pair<Ticket, agon::ChatCall>> m_waiting;
    std::map<Ticket, agon::ChatCall> m_silent;
    std::vector<Ticket> m_cancelled;
    Ticket m_last = 0;
    int m_asked = 0;
    std::jthread m_thread;
};

inline agon::ChatOutcome saying(std::string text) {
    agon::ChatReply reply;
    reply.text = std::move(text);
    reply.usage.in = 100;
    reply.usage.out = 20;
    reply.usage.cached = 0;
    reply.servedModel = "served";
    return reply;
}

inline agon::ChatOutcome failing(agon::CallFailure kind, std::string message, int maybeBilled = 0) {
    return tl::unexpected(agon::CallError{kind, std::move(message), 0, 1, maybeBilled});
}
