// One request on its way through curl: how it is set up, what it takes in, what it came to.
// Internal to the room's HTTP loop, of its thread.
#pragma once

#include "core/llm/http.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct curl_slist;

namespace agon::llm {

using Steady = std::chrono::steady_clock;

[[nodiscard]] double secondsSince(Steady::time_point begun);

struct FreeList {
    void operator()(curl_slist* list) const;
};

// curl holds its address.
struct Transfer {
    HttpClient::Ticket ticket = 0;
    HttpRequest request;
    std::function<void(HttpOutcome)> done;
    std::string origin;
    HttpReply reply;
    std::size_t received = 0;
    std::size_t headerBytes = 0;
    Steady::time_point begun = Steady::now();
    Steady::time_point heard = begun; // the last byte, or the start
    bool answered = false;            // a byte of the answer's body or head came
    bool tooLarge = false;

    [[nodiscard]] bool streams() const { return request.piece && reply.status / 100 == 2; }
    std::size_t takeHeader(std::string_view line);
    std::size_t takeBody(std::string_view bytes);
    // Why it has taken too long; empty: it has not.
    [[nodiscard]] std::string overdue(Steady::time_point now) const;
};

// `easy` is curl's handle, `code` its CURLcode.

// What requests that differ only in their bodies share: handles that were set up for one serve the
// other. Holds what the headers hold, so it is kept in memory only.
[[nodiscard]] std::string shapeOf(const HttpRequest& request);
// All of curl's settings for a shape; the headers outlive the handle's use.
[[nodiscard]] std::unique_ptr<curl_slist, FreeList> prepare(void* easy, const HttpRequest& request,
                                                            const std::string& origin);
// What is this transfer's own.
void attach(void* easy, Transfer& transfer);
// How it was connected.
void readConnection(void* easy, HttpReply& reply);
[[nodiscard]] tl::unexpected<HttpError> cancelledOne(void* easy);
[[nodiscard]] HttpError errorOf(void* easy, int code, const Transfer& transfer);

} // namespace agon::llm
