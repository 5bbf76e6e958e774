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
const WireValue& detailOf(const WireValue& root) {
    const WireValue& detail = root["detail"];
    return detail.list() != nullptr ? detail.at(0)["msg"] : detail;
}

const std::string* firstText(const WireValue& first, const WireValue& second) {
    return first.string() != nullptr ? first.string() : second.string();
}

} // namespace

bool tellsError(const WireValue& root) {
    if (root.list() != nullptr)
        return !root.at(0)["error"].nothing();
    if (const auto* type = root["type"].string(); type != nullptr && *type == "error")
        return true;
    return root.isObject() && !root["error"].nothing();
}

WireError readError(const WireValue& root) {
    // Gemini wraps it in a list.
    const WireValue& outer = root.list() != nullptr ? root.at(0) : root;
    const WireValue& error = outer["error"].isObject() ? outer["error"] : outer;
    WireError out;
    const std::string* message = firstText(error["message"], outer["error"]);
    if (message == nullptr)
        message = firstText(detailOf(outer), outer);
    if (message != nullptr)
        out.message = snippet(*message, longestMessage);
    out.code = snippet(error["code"].word(), longestMessage);
    out.type = snippet(error["type"].word(), longestMessage);
    if (out.type.empty())
        out.type = snippet(error["status"].word(), longestMessage); // Gemini
    return out;
}

tl::unexpected<Error> failWith(const WireError& error) {
    const std::string& said = error.message.empty() ? error.type : error.message;
    return fail(ErrorCode::Corrupt, said.empty()
                                        ? std::string("the server told an error without a message")
                                        : fmt::format("the server says: {}", said));
}

namespace {

Result<std::vector<float>> readVector(const WireValue& value) {
    const auto* numbers = value.list();
    if (numbers == nullptr || numbers->empty())
        return fail(ErrorCode::Corrupt, fmt::format("an embedding is {}, not a list of numbers",
                                                    numbers != nullptr ? "empty" : value.kind()));
    std::vector<float> out;
    out.reserve(numbers->size());
    for (const WireValue& number : *numbers) {
        const auto read = number.number();
        if (!read)
            return fail(ErrorCode::Corrupt,
                        fmt::format("an embedding contains {} among its numbers", number.kind()));
        if (!(std::abs(*read) <= std::numeric_limits<float>::max()))
            return fail(ErrorCode::Corrupt, "an embedding contains a number that is too large");
        out.push_back(static_cast<float>(*read));
    }
    return out;
}

} // namespace
} // namespace llm

WireError decodeError(std::string_view body) {
    const auto document = llm::parseWire(body);
    if (document)
        return llm::readError(document->root);
    const Repaired repaired = repairText(body.substr(0, 4096));
    WireError out;
    // A page of a proxy says nothing to a person in the middle of a message.
    std::string line = snippet(repaired.text(), llm::longestMessage);
    if (!line.starts_with('<'))
        out.message = std::move(line);
    return out;
}

Result<std::vector<std::string>> decodeModels(std::string_view body) {
    const llm::WireDocument document = TRY(llm::parseWire(body));
    if (llm::tellsError(document.root))
        return llm::failWith(llm::readError(document.root));
    const llm::WireValue& data = document.root["data"];
    const llm::WireValue& named = data.nothing() ? document.root["models"] : data;
    const auto* models = named.nothing() ? document.root.list() : named.list();
    if (models == nullptr)
        return fail(ErrorCode::Corrupt, "the server sent no list of models");
    std::vector<std::string> out;
    for (const llm::WireValue& model : *models) {
        const auto* id = llm::firstText(model["id"], model["name"]);
        if (id != nullptr && !id->empty())
            out.push_back(*id);
    }
    return out;
}

Result<std::vector<std::vector<float>>> decodeEmbeddings(std::string_view body, std::size_t count) {
    const llm::WireDocument document = TRY(llm::parseWire(body));
    if (llm::tellsError(document.root))
        return llm::failWith(llm::readError(document.root));
    const auto* items = document.root["data"].list();
    const std::size_t received = items != nullptr ? items->size() : 0;
    if (received != count || items == nullptr)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the server sent {} embeddings for {} texts", received, count));
    std::vector<std::vector<float>> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const llm::WireValue& item = (*items)[i];
        const auto index = item["index"].count().value_or(static_cast<std::int64_t>(i));
        const auto place = static_cast<std::size_t>(index);
        if (place >= count || !out[place].empty())
            return fail(ErrorCode::Corrupt,
                        fmt::format("the server sent an embedding for text {}, which is not there "
                                    "or has one",
                                    index));
        out[place] = TRY(llm::readVector(item["embedding"]));
        if (out[place].size() != (*items)[0]["embedding"].list()->size())
            return fail(ErrorCode::Corrupt, "the server sent embeddings of different lengths");
    }
    return out;
}

} // namespace agon
