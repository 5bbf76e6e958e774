#include "tests/support/fake_llm/batches.h"

#include "tests/support/fake_llm/chance.h"
#include "tests/support/fake_llm/multipart.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fake {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view filesPath = "/v1/files";
constexpr std::string_view batchesPath = "/v1/batches";

std::vector<std::string> linesOf(const std::string& bytes) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        if (end > at)
            out.push_back(bytes.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

Reply told(const Json& json) {
    Reply out;
    out.body = json.dump();
    return out;
}

Json fileJson(const std::string& id, std::size_t bytes) {
    return {{"id", id},           {"object", "file"},      {"bytes", bytes},
            {"purpose", "batch"}, {"status", "processed"}, {"created_at", 1764460800}};
}

Reply unknown(std::string_view what) {
    return errorReply(404, "No such " + std::string(what), "invalid_request_error", "not_found");
}

// What is wrong with a line; empty: nothing.
std::string problemIn(const Json& line, const std::string& endpoint) {
    if (!line.is_object() || !line.value("custom_id", Json()).is_string())
        return "a line has no custom_id";
    if (line.value("method", "") != "POST" || line.value("url", "") != endpoint)
        return "a line's method or url is not the batch's";
    return line.contains("body") && line["body"].is_object() ? "" : "a line has no body";
}

} // namespace

Batches::Batches(Line line)
    : m_line(std::move(line)) {}

Reply Batches::answer(const Request& request, const Rule* rule) {
    const std::scoped_lock lock(m_mutex);
    if (request.path == filesPath && request.method == "POST")
        return upload(request);
    if (request.path.starts_with(std::string(filesPath) + "/"))
        return file(request.path.substr(filesPath.size() + 1), request.method);
    if (request.path == batchesPath)
        return request.method == "POST" ? create(request, rule) : list();
    if (!request.path.starts_with(std::string(batchesPath) + "/"))
        return errorReply(404, "no such path: " + request.path);
    std::string id = request.path.substr(batchesPath.size() + 1);
    const bool cancels = id.ends_with("/cancel");
    if (cancels)
        id.resize(id.size() - 7);
    const auto batch = std::find_if(m_batches.begin(), m_batches.end(),
                                    [&](const Batch& one) { return one.id == id; });
    if (batch == m_batches.end())
        return unknown("batch");
    if (cancels)
        return cancel(*batch);
    Reply out;
    out.body = json(*batch);
    advance(*batch);
    return out;
}

std::int64_t Batches::linesAnswered() const {
    const std::scoped_lock lock(m_mutex);
    return m_linesAnswered;
}

Reply Batches::upload(const Request& request) {
    const auto parts = multipart(request.contentType, request.body);
    const auto purpose = parts.find("purpose");
    const auto bytes = parts.find("file");
    if (purpose == parts.end() || purpose->second != "batch" || bytes == parts.end())
        return errorReply(400, "a purpose and a file are needed");
    const std::string id = keep(bytes->second);
    return told(fileJson(id, bytes->second.size()));
}

Reply Batches::file(const std::string& rest, const std::string& method) {
    const std::size_t slash = rest.find('/');
    const std::string id = rest.substr(0, slash);
    const auto found = m_files.find(id);
    if (found == m_files.end())
        return unknown("file");
    if (method == "DELETE") {
        m_files.erase(found);
        return told({{"id", id}, {"object", "file"}, {"deleted", true}});
    }
    if (slash == std::string::npos)
        return told(fileJson(id, found->second.size()));
    Reply out;
    out.contentType = "application/octet-stream";
    out.body = found->second;
    return out;
}

Reply Batches::create(const Request& request, const Rule* rule) {
    const Json asked = Json::parse(request.body, nullptr, false);
    if (!asked.is_object() || !asked.contains("input_file_id") || !asked.contains("endpoint"))
        return errorReply(400, "an input_file_id and an endpoint are needed");
    Batch batch;
    batch.input = asked.value("input_file_id", "");
    if (!m_files.contains(batch.input))
        return unknown("file");
    batch.id = "batch_" + std::to_string(m_batches.size() + 1);
    batch.endpoint = asked.value("endpoint", "");
    batch.metadata = asked.value("metadata", Json()).dump();
    if (rule && rule->fault == "batch_expired")
        batch.end = End::Expired;
    if (rule && rule->fault == "batch_failed")
        batch.problem = "as the script says";
    m_batches.push_back(batch);
    Reply out;
    out.body = json(batch);
    return out;
}

Reply Batches::list() const {
    Json data = Json::array();
    for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch)
        data.push_back(Json::parse(json(*batch)));
    return told({{"object", "list"}, {"data", std::move(data)}, {"has_more", false}});
}

Reply Batches::cancel(Batch& batch) {
    if (batch.status != "validating" && batch.status != "in_progress")
        return errorReply(409, "a batch that is " + batch.status + " cannot be cancelled");
    batch.status = "cancelling";
    batch.end = End::Cancelled;
    Reply out;
    out.body = json(batch);
    return out;
}

void Batches::advance(Batch& batch) {
    if (batch.status == "validating") {
        validate(batch);
    } else if (batch.status == "in_progress" || batch.status == "cancelling") {
        const auto total = static_cast<std::size_t>(batch.total);
        process(batch, batch.end == End::Completed ? total : total / 2);
        batch.status = batch.end == End::Completed ? "finalizing"
                       : batch.end == End::Expired ? "expired"
                                                   : "cancelled";
    } else if (batch.status == "finalizing") {
        batch.status = "completed";
    }
}

void Batches::validate(Batch& batch) const {
    const auto file = m_files.find(batch.input);
    const auto lines = linesOf(file == m_files.end() ? std::string() : file->second);
    for (const std::string& line : lines)
        if (batch.problem.empty())
            batch.problem = problemIn(Json::parse(line, nullptr, false), batch.endpoint);
    if (lines.empty())
        batch.problem = "the file has no lines";
    batch.total = static_cast<std::int64_t>(lines.size());
    batch.status = batch.problem.empty() ? "in_progress" : "failed";
}

// Answers the first `lines` lines; those behind them have expired or were cancelled.
void Batches::process(Batch& batch, std::size_t lines) {
    std::vector<std::pair<std::uint64_t, std::string>> good; // sorted by a hash: shuffled
    std::string bad;
    std::size_t number = 0;
    for (const std::string& text : linesOf(m_files[batch.input])) {
        const Json line = Json::parse(text, nullptr, false);
        Json out{{"id", "batch_req_" + std::to_string(++number)},
                 {"custom_id", line["custom_id"]},
                 {"response", nullptr},
                 {"error", nullptr}};
        if (number > lines) {
            out["error"] = {
                {"code", batch.end == End::Expired ? "batch_expired" : "batch_cancelled"},
                {"message", "This request was not executed in time."}};
            ++batch.failed;
            bad += out.dump() + "\n";
            continue;
        }
        const Reply reply = m_line(batch.endpoint, line["body"].dump());
        out["response"] = {{"status_code", reply.status},
                           {"request_id", "req_" + std::to_string(number)},
                           {"body", Json::parse(reply.body, nullptr, false)}};
        if (reply.status == 200) {
            ++batch.completed;
            good.emplace_back(mixed(hashOf(text), number), out.dump() + "\n");
        } else {
            ++batch.failed;
            bad += out.dump() + "\n";
        }
    }
    m_linesAnswered += batch.completed;
    std::sort(good.begin(), good.end());
    std::string output;
    for (const auto& [place, line] : good)
        output += line;
    if (!output.empty())
        batch.output = keep(std::move(output));
    if (!bad.empty())
        batch.errors = keep(std::move(bad));
}

std::string Batches::keep(std::string bytes) {
    std::string id = "file-" + std::to_string(m_files.size() + 1);
    while (m_files.contains(id))
        id += "a";
    m_files.emplace(id, std::move(bytes));
    return id;
}

std::string Batches::json(const Batch& batch) {
    const auto idOrNull = [](const std::string& id) {
        return id.empty() ? Json() : Json(id);
    };
    Json errors;
    if (!batch.problem.empty() && batch.status == "failed")
        errors = {{"object", "list"},
                  {"data",
                   Json::array(
                       {{{"code", "invalid_request"}, {"message", batch.problem}, {"line", 1}}})}};
    const Json out{
        {"id", batch.id},
        {"object", "batch"},
        {"endpoint", batch.endpoint},
        {"errors", std::move(errors)},
        {"input_file_id", batch.input},
        {"completion_window", "24h"},
        {"status", batch.status},
        {"output_file_id", idOrNull(batch.output)},
        {"error_file_id", idOrNull(batch.errors)},
        {"created_at", 1764460800},
        {"request_counts",
         {{"total", batch.total}, {"completed", batch.completed}, {"failed", batch.failed}}},
        {"metadata", Json::parse(batch.metadata)}};
    return out.dump();
}

} // namespace fake
