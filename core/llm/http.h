// HTTP on one thread: hundreds of requests in flight on a curl_multi loop, connections kept alive,
// HTTP/2 where a server offers it over TLS. Knows neither models nor keys; private to core/llm.
//
// http and https only; redirects are not followed; no netrc; loopback is never proxied, anything
// else as the environment says (https_proxy, no_proxy …); CA files as SSL_CERT_FILE says.
#pragma once

#include "core/llm/endpoint.h"
#include "core/llm/http_header.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

struct HttpRequest {
    std::string url;
    std::vector<HttpHeader> headers;
    std::string body; // of a POST
    bool post = true; // false: GET
    CallTimeouts timeouts;
    bool insecureTls = false;
    std::size_t largest = std::size_t{64} << 20; // bytes of the answer
    // Each piece of a 2xx answer as it comes, on the loop's thread; the body then stays empty.
    std::function<void(std::string_view piece)> piece;
};

struct HttpReply {
    int status = 0;
    std::vector<HttpHeader> headers;
    std::string body;
    double seconds = 0;
    double firstByte = 0; // seconds
    double connected = 0; // seconds until the connection was there, TLS included; 0: it was before
    bool http2 = false;
};

struct HttpError {
    CallFailure kind = CallFailure::Unreachable;
    std::string message; // for a person; names the host
    bool sent = false;   // the server may have read the request
};

using HttpOutcome = tl::expected<HttpReply, HttpError>;

// Thread-safe. Each `done` is called exactly once on the loop's thread: also after cancel() and
// when the client goes, then as Cancelled; never inside send() or cancel(). It must be quick, and
// may call send(), cancel() and after().
class HttpClient {
  public:
    using Ticket = std::uint64_t;
    HttpClient();
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    Ticket send(HttpRequest request, std::function<void(HttpOutcome)> done);
    // One that has ended already is left alone.
    void cancel(Ticket ticket);
    // Calls back on the loop's thread; not when the client goes before.
    void after(double seconds, std::function<void()> call);

  private:
    struct Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace agon
