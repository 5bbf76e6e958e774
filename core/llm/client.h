// The ChatService of the product: chat requests over HTTP, within the limits of each endpoint,
// tried again as the providers' own clients do, on the least loaded replica.
#pragma once

#include "core/base/clock.h"
#include "core/llm/chat_service.h"
#include "core/llm/secrets.h"
#include "core/llm/trust.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace agon {

// Thread-safe. A request is not sent, and ends as Untrusted or NoKey, when `allowed` says no to its
// origin and key, when a key would go over plain http to anything but loopback, or when the key is
// not there. The key itself is put into a request's header and nowhere else: should a server repeat
// it, it is taken out of what it said.
class LlmClient final : public ChatService {
  public:
    struct Options {
        std::shared_ptr<const SecretSource> secrets;
        // Called on the client's thread for every request, under its lock: must be quick and not
        // call the client. Empty: everything is allowed.
        std::function<bool(const TrustedOrigin&)> allowed;
        std::shared_ptr<const Clock> clock;
        std::uint64_t seed = 0; // of the jitter between attempts
    };
    explicit LlmClient(Options options);
    ~LlmClient() override;
    LlmClient(const LlmClient&) = delete;
    LlmClient& operator=(const LlmClient&) = delete;

    Ticket send(ChatCall call) override;
    void cancel(Ticket ticket) override;
    void cancelWaiting() override;
    void setAtOnce(ModelId model, int atOnce) override;
    [[nodiscard]] std::vector<EndpointActivity> activity() const override;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace agon
