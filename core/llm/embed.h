// Texts to vectors by a server's embeddings. Asks and waits: not for the GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/llm/endpoint.h"
#include "core/llm/permission.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace agon {

// The body of an embeddings request.
[[nodiscard]] std::string encodeEmbeddings(const Endpoint& endpoint,
                                           std::span<const std::string> texts);

struct EmbedLimits {
    std::size_t texts = 32;         // of one request (TEI's default; OpenAI takes 2048)
    std::size_t bytes = 256 * 1024; // of one request's texts; one longer text goes alone
    int atOnce = 4;                 // requests on their way
};

// One vector of length 1 for each text, in their order; all of one dimension. A text without
// length (a zero vector) stays zero. Requests are tried again as chat calls are. `progress` (may be
// empty) is told on the calling thread how many texts are done.
// Errors: Cancelled; InvalidInput when the profile has no embeddings; as listModels otherwise.
[[nodiscard]] Result<std::vector<std::vector<float>>>
embed(const Endpoint& endpoint, std::span<const std::string> texts, const ProbeAccess& access,
      const std::stop_token& stop, const EmbedLimits& limits = {},
      const std::function<void(std::size_t done)>& progress = {});

} // namespace agon
