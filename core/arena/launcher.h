// Keeps so many calls in flight over all models: the next one leaves the moment another ends, on
// the service's thread, without waiting for the run's.
#pragma once

#include "core/arena/inbox.h"
#include "core/llm/chat_service.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace agon {

// Thread-safe; held by shared_ptr, so that a late outcome finds it. Each call that was given ends
// in the inbox exactly once.
class Launcher : public std::enable_shared_from_this<Launcher> {
  public:
    // The service outlives every launch(); it is not owned, since a launcher may end on a thread of
    // it.
    Launcher(ChatService& service, std::shared_ptr<Inbox> inbox);

    // `flight` names the call in the inbox.
    void launch(std::size_t flight, ChatCall call);
    void setAtOnce(std::size_t atOnce);
    // What was not sent yet ends as Cancelled, with 0 attempts, and so does what is given later.
    void close();
    // Ends what is in flight; close() first.
    void abandon();

  private:
    struct Waiting {
        std::size_t flight = 0;
        ChatCall call;
    };
    void sendMore();
    void ended(std::size_t flight, ChatOutcome outcome);

    ChatService& m_service;
    const std::shared_ptr<Inbox> m_inbox;
    std::mutex m_mutex;
    std::deque<Waiting> m_waiting;
    std::unordered_map<std::size_t, ChatService::Ticket> m_inFlight; // 0: being sent
    std::size_t m_atOnce = 1;
    bool m_closed = false;
};

} // namespace agon
