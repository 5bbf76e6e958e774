// Answers requests; knows nothing of sockets. Thread-safe.
#pragma once

#include "tests/support/fake_llm/batches.h"
#include "tests/support/fake_llm/chat_ask.h"
#include "tests/support/fake_llm/options.h"
#include "tests/support/fake_llm/rate.h"
#include "tests/support/fake_llm/reply.h"
#include "tests/support/fake_llm/request.h"
#include "tests/support/fake_llm/script.h"
#include "tests/support/fake_llm/stats.h"

#include <string_view>

namespace fake {

class Service {
  public:
    explicit Service(const Options& options);

    [[nodiscard]] Reply answer(const Request& request);
    // The reply goes out now.
    void goesOut(const Request& request, const Reply& reply);
    void ended() { m_stats.ended(); }
    [[nodiscard]] std::string statsJson() const { return m_stats.json(m_batches.linesAnswered()); }

  private:
    [[nodiscard]] Reply control(const Request& request);
    [[nodiscard]] Reply answerAllowed(const Request& request);
    [[nodiscard]] Reply chat(const ChatAsk& ask, const Rule* rule);
    [[nodiscard]] std::string textFor(const ChatAsk& ask, const Rule* rule);
    [[nodiscard]] Reply models() const;
    [[nodiscard]] static Reply embeddings(std::string_view body);
    void delay(Reply& reply, std::string_view body, const Rule* rule) const;

    const Options m_options;
    Script m_script;
    Stats m_stats;
    RateLimit m_rate;
    Batches m_batches;
};

} // namespace fake
