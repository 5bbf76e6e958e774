// Lines of request and result files, as OpenAI's batches and `vllm run-batch` have them.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/llm/chat_service.h"
#include "core/llm/endpoint.h"
#include "core/text/json_record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace agon {

// Of one file; OpenAI's.
struct BatchLimits {
    std::int64_t lines = 50'000;
    std::size_t bytes = 200'000'000;
};

// The custom_id of a request: "r12-c345-00112233aabbccdd": run, call, and the first half of the
// call's key, so that a line of another workspace is not taken for one of this.
[[nodiscard]] std::string requestName(RunId run, CallId call, const CallKey& key);
struct RequestName {
    RunId run;
    CallId call;
    std::string key; // 16 hexadecimal digits

    [[nodiscard]] bool names(const CallKey& of) const;
};
[[nodiscard]] std::optional<RequestName> readRequestName(std::string_view text);

// One line with its end; `body` is what encodeChat gives.
[[nodiscard]] std::string requestLine(std::string_view name, std::string_view body);

// What a line of results says without its answer. Hostile bytes.
struct ResultHead {
    std::string name;      // custom_id
    bool answered = false; // with success, as far as the line says
    bool inTime = true;    // false: never executed, since the batch expired or was cancelled
};
// Errors: Corrupt.
[[nodiscard]] Result<ResultHead> readResultHead(JsonRecord& record, std::string_view line);
// What the call came to; never fails otherwise than as an outcome. One that was not in time is
// Cancelled, with 0 attempts.
[[nodiscard]] ChatOutcome readResult(JsonRecord& record, std::string_view line,
                                     const Endpoint& endpoint);

} // namespace agon
