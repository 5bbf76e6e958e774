#include "core/llm/trust.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace agon {
namespace {

using Json = nlohmann::ordered_json;

struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string partOf(CURLU* url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK || text == nullptr)
        return {};
    std::string out(text);
    curl_free(text);
    return out;
}

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

tl::unexpected<Error> cannot(const char* what, const std::filesystem::path& path) {
    return fail(ErrorCode::Io, fmt::format("{}: it cannot be {}: {}", path.string(), what,
                                           std::generic_category().message(errno)));
}

Result<void> writeAll(int file, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t some = ::write(file, bytes.data(), bytes.size());
        if (some < 0 && errno == EINTR)
            continue;
        if (some < 0)
            return cannot("written", path);
        bytes.remove_prefix(static_cast<std::size_t>(some));
    }
    if (::fsync(file) != 0)
        return cannot("written", path);
    return {};
}

// Whole or not at all: a temporary file beside it takes its place.
Result<void> replaceFile(const std::filesystem::path& path, std::string_view bytes) {
    std::string pattern = path.string() + ".XXXXXX";
    const int file = ::mkstemp(pattern.data()); // mode 0600
    if (file < 0)
        return cannot("written", path);
    Result<void> written = writeAll(file, bytes, path);
    ::close(file);
    if (written && ::rename(pattern.c_str(), path.c_str()) != 0)
        written = cannot("replaced", path);
    if (!written)
        ::unlink(pattern.c_str());
    return written;
}

Result<void> makePrivateFolder(const std::filesystem::path& folder) {
    std::error_code error;
    if (folder.empty() || std::filesystem::is_directory(folder, error))
        return {};
    TRY(makePrivateFolder(folder.parent_path()));
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return cannot("made", folder);
    return {};
}

std::optional<TrustedOrigin> originIn(const Json& row) {
    if (!row.is_object() || !row.contains("origin") || !row["origin"].is_string() ||
        !row.contains("key") || !row["key"].is_string())
        return std::nullopt;
    return TrustedOrigin{row["origin"].get<std::string>(), row["key"].get<std::string>()};
}

} // namespace

Result<std::string> originOf(std::string_view url) {
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    const std::string text(url);
    if (!parsed || text.find('\0') != std::string::npos ||
        curl_url_set(parsed.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) !=
            CURLUE_OK)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("“{}” is no address; write it as https://host/v1", text));
    const std::string scheme = lowered(partOf(parsed.get(), CURLUPART_SCHEME));
    if (scheme != "http" && scheme != "https")
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the address begins with {}://, but only http and https are spoken",
                                scheme));
    if (!partOf(parsed.get(), CURLUPART_USER).empty() ||
        !partOf(parsed.get(), CURLUPART_PASSWORD).empty())
        return fail(ErrorCode::InvalidInput,
                    "the address holds a user or password; name an environment variable for the "
                    "key instead");
    return fmt::format("{}://{}:{}", scheme, lowered(partOf(parsed.get(), CURLUPART_HOST)),
                       partOf(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT));
}

bool isLoopback(std::string_view origin) {
    const Result<std::string> whole = originOf(origin);
    if (!whole)
        return false;
    const std::size_t from = whole->find("://") + 3;
    const std::string host = whole->substr(from, whole->rfind(':') - from);
    if (host == "localhost" || host == "[::1]")
        return true;
    // 127.0.0.0/8 in full; a name may begin with 127. too
    return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
           host.find_first_not_of("0123456789.") == std::string::npos;
}

std::filesystem::path TrustFile::usualPath() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config != nullptr && *config == '/')
        return std::filesystem::path(config) / "agon" / "trust.json";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : "/") / ".config" / "agon" / "trust.json";
}

Result<TrustFile> TrustFile::open(const std::filesystem::path& path) {
    TrustFile out;
    out.m_path = path;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        if (error)
            return fail(ErrorCode::Io, fmt::format("{}: {}", path.string(), error.message()));
        return out;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.good() && !file.eof())
        return cannot("read", path);
    const auto damaged = [&] {
        return fail(ErrorCode::Corrupt,
                    fmt::format("{}: it does not list which hosts are allowed; mend or remove it",
                                path.string()));
    };
    const Json json = Json::parse(bytes, nullptr, false);
    if (!json.is_object())
        return damaged();
    for (const auto& [workspace, rows] : json.items()) {
        if (!rows.is_array())
            return damaged();
        for (const Json& row : rows) {
            const auto origin = originIn(row);
            if (!origin)
                return damaged();
            out.m_rows.push_back({workspace, *origin});
        }
    }
    return out;
}

bool TrustFile::allows(std::string_view workspaceUuid, const TrustedOrigin& origin) const {
    return std::ranges::any_of(m_rows, [&](const Row& row) {
        return row.workspace == workspaceUuid && row.origin == origin;
    });
}

Result<void> TrustFile::allow(std::string_view workspaceUuid, const TrustedOrigin& origin) {
    if (allows(workspaceUuid, origin))
        return {};
    TRY(makePrivateFolder(m_path.parent_path()));
    std::vector<Row> rows = m_rows;
    rows.push_back({std::string(workspaceUuid), origin});
    Json json = Json::object();
    for (const Row& row : rows)
        json[row.workspace].push_back({{"origin", row.origin.origin}, {"key", row.origin.keyName}});
    TRY(replaceFile(m_path, json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'));
    m_rows = std::move(rows);
    return {};
}

} // namespace agon
