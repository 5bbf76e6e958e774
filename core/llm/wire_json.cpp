#include "core/llm/wire_json.h"

#include "core/text/measure.h"
#include "core/text/repair.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace agon::llm {

using Json = nlohmann::json;

// Members and elements are moved into their parent when they are complete, so that nothing points
// into a vector that grows.
class TreeBuilder : public nlohmann::json_sax<Json> {
  public:
    static constexpr std::size_t maxDepth = 64;

    bool null() override { return put(WireValue(WireValue::Null{})); }
    bool boolean(bool value) override { return put(WireValue(value)); }
    bool number_integer(std::int64_t value) override { return put(WireValue(value)); }
    bool number_unsigned(std::uint64_t value) override {
        if (value > static_cast<std::uint64_t>(INT64_MAX))
            return put(WireValue(static_cast<double>(value)));
        return put(WireValue(static_cast<std::int64_t>(value)));
    }
    bool number_float(double value, const std::string&) override { return put(WireValue(value)); }
    bool string(std::string& value) override { return put(WireValue(std::move(value))); }
    bool binary(Json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(WireValue(WireValue::Members{})); }
    bool start_array(std::size_t) override { return open(WireValue(WireValue::List{})); }
    bool key(std::string& name) override {
        m_open.back().key = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        m_problem = fmt::format("broken JSON at byte {}", position);
        return false;
    }

    WireValue root;
    [[nodiscard]] const std::string& problem() const { return m_problem; }

  private:
    struct Open {
        WireValue value;
        std::string key; // of the member that comes next
    };

    bool open(WireValue value) {
        if (m_open.size() == maxDepth) {
            m_problem = fmt::format("JSON nested deeper than {} levels", maxDepth);
            return false;
        }
        m_open.push_back({std::move(value), {}});
        return true;
    }
    bool close() {
        WireValue value = std::move(m_open.back().value);
        m_open.pop_back();
        return put(std::move(value));
    }
    bool put(WireValue value) {
        if (m_open.empty()) {
            root = std::move(value);
            return true;
        }
        Open& parent = m_open.back();
        if (auto* list = std::get_if<WireValue::List>(&parent.value.m_data))
            list->push_back(std::move(value));
        else
            std::get<WireValue::Members>(parent.value.m_data)
                .emplace_back(std::move(parent.key), std::move(value));
        return true;
    }

    std::vector<Open> m_open;
    std::string m_problem;
};

namespace {
const WireValue missing;
} // namespace

const WireValue& WireValue::operator[](std::string_view key) const {
    const auto* members = std::get_if<Members>(&m_data);
    if (members == nullptr)
        return missing;
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const auto& member) { return member.first == key; });
    return found == members->end() ? missing : found->second;
}

const WireValue& WireValue::at(std::size_t index) const {
    const auto* elements = list();
    return elements != nullptr && index < elements->size() ? (*elements)[index] : missing;
}

std::optional<double> WireValue::number() const {
    if (const auto* whole = std::get_if<std::int64_t>(&m_data))
        return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&m_data))
        return *real;
    return std::nullopt;
}

std::optional<std::int64_t> WireValue::count() const {
    constexpr double most = 9007199254740992.0; // 2^53
    const auto value = number();
    if (!value || *value < 0 || *value > most || std::floor(*value) != *value)
        return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

std::string WireValue::word() const {
    if (const auto* text = string())
        return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&m_data))
        return std::to_string(*whole);
    return {};
}

std::string_view WireValue::kind() const {
    static constexpr std::array<std::string_view, std::variant_size_v<Data>> names{
        "missing",  "null",     "a truth value", "a number",
        "a number", "a string", "a list",        "an object"};
    return names[m_data.index()];
}

Result<WireDocument> parseWire(std::string_view bytes) {
    const Repaired repaired = repairJson(bytes);
    TreeBuilder builder;
    const std::string_view text = repaired.text();
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        return fail(ErrorCode::Corrupt, fmt::format("{}: {}", builder.problem(),
                                                    text.empty() ? "nothing" : snippet(text, 80)));
    return WireDocument{std::move(builder.root), repaired.marks()};
}

} // namespace agon::llm
