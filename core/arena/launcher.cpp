#include "core/arena/launcher.h"

#include <utility>
#include <vector>

namespace agon {
namespace {

ChatOutcome notSent() {
    return tl::unexpected(CallError{CallFailure::Cancelled, "it was not sent"});
}

} // namespace

Launcher::Launcher(ChatService& service, std::shared_ptr<Inbox> inbox)
    : m_service(service)
    , m_inbox(std::move(inbox)) {}

void Launcher::launch(std::size_t flight, ChatCall call) {
    call.done = [self = weak_from_this(), flight](ChatOutcome outcome) {
        if (const auto launcher = self.lock())
            launcher->ended(flight, std::move(outcome));
    };
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back({flight, std::move(call)});
    }
    sendMore();
}

void Launcher::setAtOnce(std::size_t atOnce) {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_atOnce == atOnce)
            return;
        m_atOnce = atOnce;
    }
    sendMore();
}

void Launcher::sendMore() {
    while (true) {
        Waiting next;
        bool closed = false;
        {
            const std::scoped_lock lock(m_mutex);
            closed = m_closed;
            if (m_waiting.empty() || (!closed && m_inFlight.size() >= m_atOnce))
                return;
            next = std::move(m_waiting.front());
            m_waiting.pop_front();
            if (!closed)
                m_inFlight.emplace(next.flight, 0);
        }
        if (closed) {
            m_inbox->put({next.flight, notSent()});
            continue;
        }
        const ChatService::Ticket ticket = m_service.send(std::move(next.call));
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_inFlight.find(next.flight); found != m_inFlight.end())
            found->second = ticket; // it has not ended already
    }
}

void Launcher::ended(std::size_t flight, ChatOutcome outcome) {
    {
        const std::scoped_lock lock(m_mutex);
        m_inFlight.erase(flight);
    }
    m_inbox->put({flight, std::move(outcome)});
    sendMore();
}

void Launcher::close() {
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    sendMore();
    m_service.cancelWaiting();
}

void Launcher::abandon() {
    std::vector<ChatService::Ticket> tickets;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [flight, ticket] : m_inFlight)
            if (ticket != 0)
                tickets.push_back(ticket);
    }
    for (const ChatService::Ticket ticket : tickets)
        m_service.cancel(ticket);
}

} // namespace agon
