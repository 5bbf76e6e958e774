// What is not a chat: errors, lists of models, embeddings.
#include "core/llm/dialect_forms.h"
#include "core/text/measure.h"
#include "core/text/repair.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace agon {
namespace llm {
namespace {

constexpr std::size_t longestMessage = 300;

// FastAPI: {"detail": "…"} or {"detail": [{"msg": "…"}]}.
JsonValue detailOf(JsonValue root) {
    const JsonValue detail = root["detail"];
    return detail.kind() == JsonValue::Kind::Array ? detail.at(0)["msg"] : detail;
}

std::optional<std::string_view> firstText(JsonValue first, JsonValue second) {
    const auto text = first.string();
    return text ? text : second.string();
}

} // namespace

bool tellsError(JsonValue root) {
    if (root.kind() == JsonValue::Kind::Array)
        return !root.at(0)["error"].nothing();
    return root["type"].string() == "error" || !root["error"].nothing();
}

WireError readError(JsonValue root) {
    // Gemini wraps it in a list.
    const JsonValue outer = root.kind() == JsonValue::Kind::Array ? root.at(0) : root;
    const JsonValue error =
        outer["error"].kind() == JsonValue::Kind::Object ? outer["error"] : outer;
    WireError out;
    auto message = firstText(error["message"], outer["error"]);
    if (!message)
        message = firstText(detailOf(outer), outer);
    if (message)
        out.message = snippet(*message, longestMessage);
    out.code = snippet(error["code"].word().value_or(""), longestMessage);
    out.type = snippet(error["type"].word().value_or(""), longestMessage);
    if (out.type.empty())
        out.type = snippet(error["status"].word().value_or(""), longestMessage); // Gemini
    return out;
}

tl::unexpected<Error> failWith(const WireError& error) {
    const std::string& said = error.message.empty() ? error.type : error.message;
    return fail(ErrorCode::Corrupt, said.empty()
                                        ? std::string("the server told an error without a message")
                                        : fmt::format("the server says: {}", said));
}

namespace {

Result<float> readNumber(JsonValue value) {
    const auto number =
        value.kind() == JsonValue::Kind::Number ? value.number() : std::optional<double>();
    if (!number)
        return fail(ErrorCode::Corrupt,
                    fmt::format("an embedding contains {} among its numbers", value.kindName()));
    if (!(std::abs(*number) <= std::numeric_limits<float>::max()))
        return fail(ErrorCode::Corrupt, "an embedding contains a number that is too large");
    return static_cast<float>(*number);
}

Result<std::vector<float>> readVector(JsonValue value) {
    const std::size_t size = value.kind() == JsonValue::Kind::Array ? value.size() : 0;
    if (size == 0)
        return fail(
            ErrorCode::Corrupt,
            fmt::format("an embedding is {}, not a list of numbers",
                        value.kind() == JsonValue::Kind::Array ? "empty" : value.kindName()));
    std::vector<float> out;
    out.reserve(size);
    Result<void> sound;
    value.eachElement([&](JsonValue element) {
        const Result<float> number = readNumber(element);
        if (number)
            out.push_back(*number);
        else if (sound)
            sound = tl::unexpected<Error>(number.error());
    });
    TRY(sound);
    return out;
}

} // namespace
} // namespace llm

WireError decodeError(std::string_view body) {
    JsonRecord record;
    if (const auto root = llm::parse(record, body))
        return llm::readError(*root);
    const Repaired repaired = repairText(body.substr(0, 4096));
    WireError out;
    // A page of a proxy says nothing to a person in the middle of a message.
    std::string line = snippet(repaired.text(), llm::longestMessage);
    if (!line.starts_with('<'))
        out.message = std::move(line);
    return out;
}

Result<std::vector<std::string>> decodeModels(std::string_view body) {
    JsonRecord record;
    const JsonValue root = TRY(llm::parse(record, body));
    if (llm::tellsError(root))
        return llm::failWith(llm::readError(root));
    const JsonValue data = root["data"];
    const JsonValue named = data.nothing() ? root["models"] : data;
    const JsonValue models = named.nothing() ? root : named;
    if (models.kind() != JsonValue::Kind::Array)
        return fail(ErrorCode::Corrupt, "the server sent no list of models");
    std::vector<std::string> out;
    models.eachElement([&](JsonValue model) {
        const auto id = llm::firstText(model["id"], model["name"]);
        if (id && !id->empty())
            out.emplace_back(*id);
    });
    return out;
}

Result<std::vector<std::vector<float>>> decodeEmbeddings(std::string_view body, std::size_t count) {
    JsonRecord record;
    const JsonValue root = TRY(llm::parse(record, body));
    if (llm::tellsError(root))
        return llm::failWith(llm::readError(root));
    std::vector<JsonValue> items;
    root["data"].eachElement([&](JsonValue item) { items.push_back(item); });
    if (items.size() != count)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the server sent {} embeddings for {} texts", items.size(), count));
    std::vector<std::vector<float>> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const JsonValue item = items[i];
        const auto index = llm::countIn(item["index"]).value_or(static_cast<std::int64_t>(i));
        const auto place = static_cast<std::size_t>(index);
        if (place >= count || !out[place].empty())
            return fail(ErrorCode::Corrupt,
                        fmt::format("the server sent an embedding for text {}, which is not there "
                                    "or has one",
                                    index));
        out[place] = TRY(llm::readVector(item["embedding"]));
        if (out[place].size() != items[0]["embedding"].size())
            return fail(ErrorCode::Corrupt, "the server sent embeddings of different lengths");
    }
    return out;
}

} // namespace agon
