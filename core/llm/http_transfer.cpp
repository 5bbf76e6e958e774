#include "core/llm/http_transfer.h"

#include "core/llm/trust.h"
#include "core/text/ascii.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace agon::llm {
namespace {

constexpr std::size_t mostHeaderBytes = std::size_t{64} << 10;

std::unique_ptr<curl_slist, FreeList> headerList(const std::vector<HttpHeader>& headers) {
    // No "Expect: 100-continue", which would cost a round trip.
    std::unique_ptr<curl_slist, FreeList> list(curl_slist_append(nullptr, "Expect:"));
    for (const HttpHeader& header : headers)
        if (curl_slist* longer = curl_slist_append(
                list.get(), fmt::format("{}: {}", header.name, header.value).c_str())) {
            (void)list.release(); // the same list, one longer
            list.reset(longer);
        }
    return list;
}

std::size_t onHeader(char* bytes, std::size_t, std::size_t count, void* transfer) {
    return static_cast<Transfer*>(transfer)->takeHeader({bytes, count});
}

std::size_t onBody(char* bytes, std::size_t, std::size_t count, void* transfer) {
    return static_cast<Transfer*>(transfer)->takeBody({bytes, count});
}

long milliseconds(double seconds) {
    return static_cast<long>(std::clamp(seconds, 0.001, 86'400.0) * 1000);
}

bool wasSent(void* easy) {
    long requestBytes = 0;
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
    return requestBytes > 0;
}

} // namespace

void FreeList::operator()(curl_slist* list) const {
    curl_slist_free_all(list);
}

double secondsSince(Steady::time_point begun) {
    return std::chrono::duration<double>(Steady::now() - begun).count();
}

std::size_t Transfer::takeHeader(std::string_view line) {
    headerBytes += line.size();
    if (headerBytes > mostHeaderBytes) {
        tooLarge = true;
        return 0;
    }
    heard = Steady::now();
    if (!answered) {
        answered = true;
        reply.firstByte = secondsSince(begun);
    }
    if (line.starts_with("HTTP/")) { // also after a 1xx: what came before does not count
        reply.headers.clear();
        const std::size_t space = line.find(' ');
        reply.status = space == std::string_view::npos
                           ? 0
                           : std::atoi(std::string(line.substr(space + 1, 3)).c_str());
        return line.size();
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
        reply.headers.push_back({std::string(trimmed(line.substr(0, colon))),
                                 std::string(trimmed(line.substr(colon + 1)))});
    return line.size();
}

std::size_t Transfer::takeBody(std::string_view bytes) {
    received += bytes.size();
    if (received > request.largest) {
        tooLarge = true;
        return 0;
    }
    heard = Steady::now();
    if (streams())
        request.piece(bytes);
    else
        reply.body.append(bytes);
    return bytes.size();
}

std::string Transfer::overdue(Steady::time_point now) const {
    const double silent = std::chrono::duration<double>(now - heard).count();
    if (!answered && silent > request.timeouts.firstByte)
        return fmt::format("{} did not begin to answer within {:g} s", origin,
                           request.timeouts.firstByte);
    if (answered && silent > request.timeouts.idle)
        return fmt::format("{} stopped in the middle of its answer and was silent for {:g} s",
                           origin, request.timeouts.idle);
    return {};
}

std::string shapeOf(const HttpRequest& request) {
    const CallTimeouts& limits = request.timeouts;
    std::string out = fmt::format("{}\n{} {} {} {}", request.url, request.post, request.insecureTls,
                                  limits.connect, limits.total);
    for (const HttpHeader& header : request.headers) {
        out += '\n';
        out += header.name;
        out += ':';
        out += header.value;
    }
    return out;
}

std::unique_ptr<curl_slist, FreeList> prepare(void* easy, const HttpRequest& request,
                                              const std::string& origin) {
    curl_easy_reset(easy); // keeps its connections
    auto headers = headerList(request.headers);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, request.url.starts_with("https") ? 1L : 0L);
    if (isLoopback(origin))
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    if (const char* file = std::getenv("SSL_CERT_FILE")) // libcurl leaves that to its callers
        curl_easy_setopt(easy, CURLOPT_CAINFO, file);
    if (request.insecureTls) {
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.timeouts.connect));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(request.timeouts.total));
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, onBody);
    return headers;
}

void attach(void* easy, Transfer& transfer) {
    const HttpRequest& request = transfer.request;
    if (request.post) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    }
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
}

void readConnection(void* easy, HttpReply& reply) {
    double connected = 0;
    double secured = 0; // 0 without TLS
    long version = 0;
    long connections = 0; // made for it; 0: it used one that was there
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connections);
    curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME, &connected);
    curl_easy_getinfo(easy, CURLINFO_APPCONNECT_TIME, &secured);
    curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
    reply.connected = connections > 0 ? std::max(connected, secured) : 0;
    reply.http2 = version == CURL_HTTP_VERSION_2_0;
}

tl::unexpected<HttpError> cancelledOne(void* easy) {
    return tl::unexpected(HttpError{CallFailure::Cancelled, "cancelled", wasSent(easy)});
}

HttpError errorOf(void* easy, int code, const Transfer& transfer) {
    HttpError error;
    error.sent = wasSent(easy);
    const std::string& origin = transfer.origin;
    if (transfer.tooLarge) {
        error.kind = CallFailure::Unreadable;
        error.message =
            fmt::format("{} answered with more than {} bytes", origin, transfer.request.largest);
        return error;
    }
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        error.kind = CallFailure::TimedOut;
        error.message = error.sent ? fmt::format("{} did not finish its answer within {:g} s",
                                                 origin, transfer.request.timeouts.total)
                                   : fmt::format("{} could not be reached within {:g} s", origin,
                                                 transfer.request.timeouts.connect);
        return error;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CONNECT_ERROR:
        error.kind = CallFailure::Untrusted;
        error.message =
            fmt::format("{}: the secure connection was refused: {}. If the server has a "
                        "certificate of its own, name its CA file in SSL_CERT_FILE",
                        origin, curl_easy_strerror(static_cast<CURLcode>(code)));
        return error;
    case CURLE_UNSUPPORTED_PROTOCOL:
        if (error.sent) // HTTP/0.9 has no head, so anything would be an answer of it
            break;
        error.kind = CallFailure::Untrusted;
        error.message = fmt::format("{}: only http and https are spoken", origin);
        return error;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_URL_MALFORMAT:
        error.kind = CallFailure::Unreachable;
        error.message = fmt::format("{} cannot be reached: {}. Is the server running, and the "
                                    "address right?",
                                    origin, curl_easy_strerror(static_cast<CURLcode>(code)));
        return error;
    case CURLE_WEIRD_SERVER_REPLY:
        break;
    default:
        error.kind = error.sent ? CallFailure::Cut : CallFailure::Unreachable;
        error.message = fmt::format("the connection to {} broke: {}", origin,
                                    curl_easy_strerror(static_cast<CURLcode>(code)));
        return error;
    }
    error.kind = CallFailure::Unreadable;
    error.message = fmt::format("{} answers, but not in HTTP. Is the port right?", origin);
    return error;
}

} // namespace agon::llm
