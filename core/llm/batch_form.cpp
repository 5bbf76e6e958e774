#include "core/llm/batch_form.h"

#include "core/base/hash.h"
#include "core/llm/dialect_forms.h"
#include "core/text/measure.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace agon::llm {
namespace {

constexpr std::size_t mostWords = 300; // code points of what a provider says
constexpr std::size_t mostIdBytes = 200;

std::string idIn(JsonValue value) {
    const auto id = value.string();
    return id && safeInAddress(*id) ? std::string(*id) : std::string();
}

// The first few of the list of errors.
std::string problemIn(JsonValue errors) {
    constexpr int most = 3;
    std::string all;
    int count = 0;
    errors["data"].eachElement([&](JsonValue error) {
        const auto message = error["message"].string();
        if (!message || ++count > most)
            return;
        const auto line = countIn(error["line"]);
        all += fmt::format("{}{}{}", all.empty() ? "" : "; ",
                           line ? fmt::format("line {}: ", *line) : std::string(), *message);
    });
    return snippet(all, mostWords);
}

std::optional<RemoteBatch> readBatch(JsonValue root) {
    RemoteBatch out;
    out.id = idIn(root["id"]);
    const auto status = root["status"].string();
    if (out.id.empty() || !status || status->empty())
        return std::nullopt;
    out.status = snippet(*status, 40);
    out.inputFile = idIn(root["input_file_id"]);
    out.outputFile = idIn(root["output_file_id"]);
    out.errorFile = idIn(root["error_file_id"]);
    const JsonValue counts = root["request_counts"];
    out.total = countIn(counts["total"]).value_or(0);
    out.completed = countIn(counts["completed"]).value_or(0);
    out.failed = countIn(counts["failed"]).value_or(0);
    out.createdAt = countIn(root["created_at"]).value_or(0);
    out.problem = problemIn(root["errors"]);
    root["metadata"].eachMember([&](std::string_view key, JsonValue value) {
        if (const auto text = value.string())
            out.metadata.emplace(key, *text);
    });
    return out;
}

} // namespace

bool safeInAddress(std::string_view id) {
    return !id.empty() && id.size() <= mostIdBytes && id.front() != '.' &&
           std::all_of(id.begin(), id.end(), [](char byte) {
               return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                      (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '_' || byte == '.' ||
                      byte == ':';
           });
}

FileForm fileForm(std::string_view fileName, std::string_view bytes) {
    std::string boundary;
    for (std::uint64_t seed = hashBytes(bytes);; ++seed) { // one that the file does not hold
        boundary = fmt::format("agon-{:016x}", seed);
        if (bytes.find(boundary) == std::string_view::npos)
            break;
    }
    FileForm out;
    out.contentType = "multipart/form-data; boundary=" + boundary;
    out.body.reserve(bytes.size() + 512);
    out.body += fmt::format("--{}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch"
                            "\r\n--{}\r\nContent-Disposition: form-data; name=\"file\"; "
                            "filename=\"{}\"\r\nContent-Type: application/jsonl\r\n\r\n",
                            boundary, boundary, fileName);
    out.body += bytes;
    out.body += fmt::format("\r\n--{}--\r\n", boundary);
    return out;
}

std::string encodeBatch(std::string_view inputFile,
                        const std::map<std::string, std::string>& metadata) {
    const nlohmann::json out{{"input_file_id", inputFile},
                             {"endpoint", "/v1/chat/completions"},
                             {"completion_window", "24h"},
                             {"metadata", metadata}};
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::string> decodeFileId(std::string_view body) {
    JsonRecord record;
    std::string id = idIn(TRY(parse(record, body))["id"]);
    if (id.empty())
        return fail(ErrorCode::Corrupt, "it tells no id of the file");
    return id;
}

Result<RemoteBatch> decodeBatch(std::string_view body) {
    JsonRecord record;
    auto out = readBatch(TRY(parse(record, body)));
    if (!out)
        return fail(ErrorCode::Corrupt, "it is no batch with an id and a status");
    return std::move(*out);
}

Result<BatchPage> decodeBatches(std::string_view body) {
    JsonRecord record;
    const JsonValue root = TRY(parse(record, body));
    if (root["data"].kind() != JsonValue::Kind::Array)
        return fail(ErrorCode::Corrupt, "it is no list of batches");
    BatchPage out;
    out.more = root["has_more"].boolean().value_or(false);
    root["data"].eachElement([&](JsonValue value) {
        out.last = idIn(value["id"]);
        if (auto batch = readBatch(value))
            out.batches.push_back(std::move(*batch));
    });
    return out;
}

} // namespace agon::llm
