#include "core/text/json_record.h"

#include "core/text/repair.h"
#include "core/text/values.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cmath>
#include <cstring>

namespace agon {

namespace dom = simdjson::dom;

// The only place that knows what is in JsonValue::m_element.
struct JsonAccess {
    static_assert(sizeof(dom::element) == 16 && std::is_trivially_copyable_v<dom::element>);

    static dom::element element(const JsonValue& value) {
        dom::element out;
        std::memcpy(&out, value.m_element.data(), sizeof out);
        return out;
    }

    static JsonValue value(const dom::element& element) {
        JsonValue out;
        std::memcpy(out.m_element.data(), &element, sizeof element);
        out.m_kind = kind(element);
        return out;
    }

    static JsonValue::Kind kind(const dom::element& element) {
        switch (element.type()) {
        case dom::element_type::ARRAY:
            return JsonValue::Kind::Array;
        case dom::element_type::OBJECT:
            return JsonValue::Kind::Object;
        case dom::element_type::STRING:
            return JsonValue::Kind::String;
        case dom::element_type::BOOL:
            return JsonValue::Kind::Bool;
        case dom::element_type::NULL_VALUE:
            return JsonValue::Kind::Null;
        case dom::element_type::INT64:
        case dom::element_type::UINT64:
        case dom::element_type::DOUBLE:
            break;
        }
        return JsonValue::Kind::Number;
    }
};

JsonValue JsonValue::operator[](std::string_view key) const {
    if (m_kind != Kind::Object)
        return {};
    dom::element found;
    const dom::object object(JsonAccess::element(*this));
    return object.at_key(key).get(found) == simdjson::SUCCESS ? JsonAccess::value(found)
                                                              : JsonValue{};
}

JsonValue JsonValue::at(std::size_t index) const {
    if (m_kind != Kind::Array)
        return {};
    dom::element found;
    const dom::array array(JsonAccess::element(*this));
    return array.at(index).get(found) == simdjson::SUCCESS ? JsonAccess::value(found) : JsonValue{};
}

std::size_t JsonValue::size() const {
    if (m_kind == Kind::Array)
        return dom::array(JsonAccess::element(*this)).size();
    if (m_kind == Kind::Object)
        return dom::object(JsonAccess::element(*this)).size();
    return 0;
}

void JsonValue::eachElement(const std::function<void(JsonValue)>& visit) const {
    if (m_kind != Kind::Array)
        return;
    for (const dom::element element : dom::array(JsonAccess::element(*this)))
        visit(JsonAccess::value(element));
}

void JsonValue::eachMember(
    const std::function<void(std::string_view key, JsonValue)>& visit) const {
    if (m_kind != Kind::Object)
        return;
    for (const auto& [key, element] : dom::object(JsonAccess::element(*this)))
        visit(key, JsonAccess::value(element));
}

std::optional<std::string_view> JsonValue::string() const {
    std::string_view text;
    if (m_kind != Kind::String || JsonAccess::element(*this).get(text) != simdjson::SUCCESS)
        return std::nullopt;
    return text;
}

std::optional<double> JsonValue::number() const {
    double value = 0;
    if (m_kind == Kind::Number && JsonAccess::element(*this).get(value) == simdjson::SUCCESS)
        return value;
    if (const auto text = string())
        return numberIn(*text);
    return std::nullopt;
}

std::optional<std::int64_t> JsonValue::integer() const {
    std::int64_t value = 0;
    if (m_kind == Kind::Number && JsonAccess::element(*this).get(value) == simdjson::SUCCESS)
        return value;
    const auto real = number();
    if (real && std::trunc(*real) == *real && std::abs(*real) < 9e15)
        return static_cast<std::int64_t>(*real);
    return std::nullopt;
}

std::optional<bool> JsonValue::boolean() const {
    bool value = false;
    if (m_kind != Kind::Bool || JsonAccess::element(*this).get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

std::optional<std::string> JsonValue::word() const {
    if (const auto text = string())
        return std::string(*text);
    if (m_kind != Kind::Number)
        return std::nullopt;
    const dom::element element = JsonAccess::element(*this);
    if (element.is<std::int64_t>())
        return std::to_string(std::int64_t(element));
    if (element.is<std::uint64_t>())
        return std::to_string(std::uint64_t(element));
    return fmt::format("{}", double(element));
}

std::string JsonValue::compact() const {
    return missing() ? std::string() : simdjson::minify(JsonAccess::element(*this));
}

std::string_view JsonValue::kindName() const {
    constexpr std::array<std::string_view, 7> names{
        "missing", "null", "true or false", "a number", "a text", "a list", "an object"};
    return names[static_cast<std::size_t>(m_kind)];
}

static_assert(JsonRecord::padding >= simdjson::SIMDJSON_PADDING);

struct JsonRecord::State {
    dom::parser parser;
    std::string copy;
    std::string mended; // the record, where it had to be mended, with padding behind it
    std::string_view source;
    std::uint32_t marks = 0;
};

JsonRecord::JsonRecord()
    : m_state(std::make_unique<State>()) {}
JsonRecord::~JsonRecord() = default;
JsonRecord::JsonRecord(JsonRecord&&) noexcept = default;
JsonRecord& JsonRecord::operator=(JsonRecord&&) noexcept = default;

std::uint32_t JsonRecord::marks() const {
    return m_state->marks;
}

std::string_view JsonRecord::source() const {
    return m_state->source;
}

Result<JsonValue> JsonRecord::parseCopy(std::string_view bytes) {
    m_state->copy.reserve(bytes.size() + padding);
    m_state->copy = bytes;
    return parse(m_state->copy);
}

Result<JsonValue> JsonRecord::parse(std::string_view bytes) {
    State& state = *m_state;
    state.marks = 0;
    state.source = bytes;
    dom::element root;
    // Sound records, nearly all, are parsed where they lie.
    auto error = state.parser.parse(bytes.data(), bytes.size(), false).get(root);
    if (error != simdjson::SUCCESS || bytes.find("\\u0000") != std::string_view::npos) {
        const Repaired repaired = repairJson(bytes);
        if (repaired.changed()) {
            state.marks = repaired.marks();
            state.mended.assign(repaired.text());
            state.mended.reserve(state.mended.size() + simdjson::SIMDJSON_PADDING);
            state.source = state.mended;
            error = state.parser.parse(state.mended.data(), state.mended.size(), false).get(root);
        }
    }
    if (error != simdjson::SUCCESS)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("damaged JSON: {}", simdjson::error_message(error)));
    return JsonAccess::value(root);
}

} // namespace agon
