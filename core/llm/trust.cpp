#include "core/llm/trust.h"

#include "core/base/small_file.h"
#include "core/text/ascii.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

namespace agon {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largestFile = std::size_t{4} << 20;
constexpr int formatVersion = 1;

struct CurlFree {
    void operator()(char* text) const { curl_free(text); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

struct Address {
    std::string scheme;
    std::string host; // lower case; IPv6 in brackets
    std::string port;
};

std::optional<std::string> partOf(CURLU* url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK)
        return std::nullopt;
    const std::unique_ptr<char, CurlFree> owner(text);
    return std::string(text);
}

// Addresses may hold a password, so messages never repeat them.
tl::unexpected<Error> noAddress(std::string_view why) {
    return fail(ErrorCode::InvalidInput,
                fmt::format("the address {}; write it like https://llm.example.org/v1", why));
}

// The parser is the one that connects, so that both agree about which host an address names.
Result<Address> addressOf(std::string_view text) {
    // Also what would be cut at a NUL, and letters of other scripts that look like Latin ones.
    if (!isPrintableWord(text))
        return noAddress("may hold only ASCII letters, digits and signs (a name in another script "
                         "as xn--…)");
    const std::unique_ptr<CURLU, CurlFree> url(curl_url());
    if (!url)
        return fail(ErrorCode::Internal, "no memory to read an address");
    const CURLUcode code =
        curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_DISALLOW_USER);
    if (code == CURLUE_USER_NOT_ALLOWED)
        return noAddress("holds a user name or password; keys are named apart from it");
    if (code == CURLUE_UNSUPPORTED_SCHEME)
        return noAddress("must begin with http:// or https://");
    if (code != CURLUE_OK)
        return noAddress(fmt::format("cannot be read ({})", curl_url_strerror(code)));
    if (partOf(url.get(), CURLUPART_ZONEID))
        return noAddress("names a network interface, which is not supported");
    const auto scheme = partOf(url.get(), CURLUPART_SCHEME);
    const auto host = partOf(url.get(), CURLUPART_HOST);
    const auto port = partOf(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    if (!scheme || (*scheme != "http" && *scheme != "https"))
        return noAddress("must begin with http:// or https://");
    // Looked at again: an escaped host ("%20") is plain only now.
    if (!host || host->empty() || !port || !isPrintableWord(*host))
        return noAddress("names no host");
    return Address{*scheme, lowered(*host), *port};
}

bool isOrigin(const std::string& text) {
    const auto origin = originOf(text);
    return origin && *origin == text;
}

tl::unexpected<Error> damaged(const std::filesystem::path& path, std::string_view what) {
    return fail(ErrorCode::Corrupt,
                fmt::format("{}: {}; mend the file, or move it away to be asked again",
                            path.string(), what));
}

const std::string* textAt(const Json& row, const char* key) {
    const auto found = row.find(key);
    return found == row.end() ? nullptr : found->get_ptr<const std::string*>();
}

// The list of permissions in a file's bytes.
Result<Json> allowedIn(const std::filesystem::path& path, const std::string& bytes) {
    Json file = Json::parse(bytes, nullptr, false);
    if (!file.is_object())
        return damaged(path, "is not a JSON object");
    const auto version = file.find("version");
    if (version == file.end() || !version->is_number_integer())
        return damaged(path, "version: must be a whole number");
    if (*version > formatVersion)
        return fail(
            ErrorCode::Newer,
            fmt::format("{}: was written by a later version of Agon; use that one", path.string()));
    const auto allowed = file.find("allowed");
    if (allowed == file.end() || !allowed->is_array())
        return damaged(path, "allowed: must be a list");
    return std::move(*allowed);
}

} // namespace

Result<std::string> originOf(std::string_view url) {
    const Address address = TRY(addressOf(url));
    return fmt::format("{}://{}:{}", address.scheme, address.host, address.port);
}

bool isLoopback(std::string_view origin) {
    constexpr std::uint32_t net = 127;
    const auto address = addressOf(origin);
    if (!address)
        return false;
    if (address->host == "localhost" || address->host == "[::1]")
        return true;
    in_addr number{}; // a name like 127.example.org is no number
    return inet_pton(AF_INET, address->host.c_str(), &number) == 1 &&
           ntohl(number.s_addr) >> 24U == net;
}

Result<TrustedOrigin> permissionOf(std::string_view url, std::string_view keyName,
                                   bool insecureTls) {
    TrustedOrigin out{TRY(originOf(url)), std::string(keyName), false};
    out.unverified = insecureTls && out.origin.starts_with("https:");
    return out;
}

std::filesystem::path TrustFile::usualPath() {
    const auto folderIn = [](const char* variable) {
        const char* value = std::getenv(variable);
        return std::filesystem::path(value ? value : "");
    };
    // Relative paths are to be ignored, says the XDG base directory specification.
    if (const auto config = folderIn("XDG_CONFIG_HOME"); config.is_absolute())
        return config / "agon" / "trust.json";
    if (const auto home = folderIn("HOME"); home.is_absolute())
        return home / ".config" / "agon" / "trust.json";
    return {};
}

Result<TrustFile> TrustFile::open(const std::filesystem::path& path) {
    if (path.empty())
        return fail(ErrorCode::InvalidInput,
                    "no place for the file of trusted hosts; set HOME or XDG_CONFIG_HOME");
    TrustFile out;
    out.m_path = path;
    const auto bytes = readSmallFile(path, largestFile);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return out;
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Json allowed = TRY(allowedIn(path, *bytes));
    for (const Json& row : allowed) {
        const std::string* workspace = textAt(row, "workspace");
        const std::string* origin = textAt(row, "origin");
        const std::string* keyName = textAt(row, "key_name");
        const std::string at = fmt::format("entry {}", out.m_rows.size() + 1);
        if (!workspace || workspace->empty())
            return damaged(path, at + ", workspace: must be a text");
        if (!origin || !isOrigin(*origin))
            return damaged(path, at + ", origin: must be like https://llm.example.org:443");
        if (!keyName)
            return damaged(path, at + ", key_name: must be a text");
        const auto unverified = row.find("unverified");
        if (unverified != row.end() && !unverified->is_boolean())
            return damaged(path, at + ", unverified: must be true or false");
        out.m_rows.push_back(
            {*workspace, {*origin, *keyName, unverified != row.end() && unverified->get<bool>()}});
    }
    return out;
}

bool TrustFile::allows(std::string_view workspaceUuid, const TrustedOrigin& origin) const {
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.workspace == workspaceUuid && row.origin == origin;
    });
}

Result<void> TrustFile::allow(std::string_view workspaceUuid, const TrustedOrigin& origin) {
    if (workspaceUuid.empty())
        return fail(ErrorCode::InvalidInput, "a permission needs a workspace's uuid");
    if (!isOrigin(origin.origin))
        return fail(ErrorCode::InvalidInput,
                    "a permission is for scheme, host and port, like https://llm.example.org:443");
    // Read again: another window may have allowed something, or a person may have withdrawn it.
    TrustFile latest = TRY(open(m_path));
    if (!latest.allows(workspaceUuid, origin)) {
        latest.m_rows.push_back({std::string(workspaceUuid), origin});
        Json allowed = Json::array();
        for (const Row& row : latest.m_rows) {
            Json entry = {{"workspace", row.workspace},
                          {"origin", row.origin.origin},
                          {"key_name", row.origin.keyName}};
            if (row.origin.unverified)
                entry["unverified"] = true;
            allowed.push_back(std::move(entry));
        }
        const Json file = {{"version", formatVersion}, {"allowed", std::move(allowed)}};
        TRY(replacePrivateFile(m_path,
                               file.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"));
    }
    m_rows = std::move(latest.m_rows);
    return {};
}

} // namespace agon
