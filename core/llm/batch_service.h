// Batches of requests at a provider that has OpenAI's files and batches: handed over as one file,
// answered within a day, fetched as a file. The same rules for keys and permissions as the client.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/llm/endpoint.h"
#include "core/llm/permission.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// As the provider tells it; its ids are safe to put into an address.
struct RemoteBatch {
    std::string id;
    std::string status; // "validating", "in_progress" …
    std::string inputFile;
    std::string outputFile; // empty: none (yet)
    std::string errorFile;  // empty: none (yet)
    std::int64_t total = 0; // requests
    std::int64_t completed = 0;
    std::int64_t failed = 0;
    std::int64_t createdAt = 0; // seconds since 1970; 0: not told
    std::string problem;        // why it failed, for a person; one line of bounded length
    std::map<std::string, std::string> metadata;

    // Nothing about it will change any more.
    [[nodiscard]] bool ended() const;
};

// Whether a model's provider has them.
[[nodiscard]] bool hasBatches(const Endpoint& endpoint);

// Thread-safe. Every function blocks until it is done (a transfer can take an hour) or stopped:
// not for the GUI thread. What may be tried again without harm is, as often as the endpoint says.
// Errors: Cancelled; ReadOnly (no permission); NotFound (no key, no such batch or file);
// InvalidInput (a refused request, no batches); Io; Corrupt (what came is no such answer).
class BatchService {
  public:
    using EndpointPtr = std::shared_ptr<const Endpoint>;
    explicit BatchService(ProbeAccess access);

    // Hands over a file of requests; its id.
    Result<std::string> upload(const EndpointPtr& endpoint, std::string_view fileName,
                               std::string_view lines, const std::stop_token& stop);
    // Begins a batch on an uploaded file. Never tried again once it may have been received: after
    // an error with `retryable` set, find() says whether it was.
    Result<RemoteBatch> create(const EndpointPtr& endpoint, std::string_view inputFile,
                               const std::map<std::string, std::string>& metadata,
                               const std::stop_token& stop);
    // The latest batch with this metadata that was not created before `since`; goes through the
    // provider's list.
    Result<std::optional<RemoteBatch>> find(const EndpointPtr& endpoint,
                                            const std::map<std::string, std::string>& metadata,
                                            Timestamp since, const std::stop_token& stop);
    Result<RemoteBatch> look(const EndpointPtr& endpoint, std::string_view batch,
                             const std::stop_token& stop);
    // What is answered by then can be fetched when it has ended.
    Result<RemoteBatch> cancel(const EndpointPtr& endpoint, std::string_view batch,
                               const std::stop_token& stop);
    // The bytes of a file, whole.
    Result<std::string> content(const EndpointPtr& endpoint, std::string_view file,
                                const std::stop_token& stop);

  private:
    struct Errand;
    Result<std::string> run(const EndpointPtr& endpoint, const Errand& errand,
                            const std::stop_token& stop) const;

    ProbeAccess m_access;
};

} // namespace agon
