// JSON from a server as a tree of plain values; the library that parses it stays in one file.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace agon::llm {

// One value; also one that is not there, so that a path can be followed without checks between.
class WireValue {
  public:
    using List = std::vector<WireValue>;
    using Members = std::vector<std::pair<std::string, WireValue>>;
    struct Null {};
    using Data =
        std::variant<std::monostate, Null, bool, std::int64_t, double, std::string, List, Members>;

    WireValue() = default;
    explicit WireValue(Data data)
        : m_data(std::move(data)) {}

    // The member of an object, the element of a list; one that is not there otherwise.
    [[nodiscard]] const WireValue& operator[](std::string_view key) const;
    [[nodiscard]] const WireValue& at(std::size_t index) const;

    [[nodiscard]] bool nothing() const { return m_data.index() <= 1; } // missing, or null
    [[nodiscard]] bool isObject() const { return std::holds_alternative<Members>(m_data); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&m_data); }
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&m_data); }
    [[nodiscard]] std::optional<double> number() const;
    // A count: whole, not negative, exact in every JSON implementation.
    [[nodiscard]] std::optional<std::int64_t> count() const;
    // The text of a string, a whole number as digits, else empty: for names and codes.
    [[nodiscard]] std::string word() const;
    // "a number", "an object" …, for messages.
    [[nodiscard]] std::string_view kind() const;

  private:
    friend class TreeBuilder;
    Data m_data;
};

struct WireDocument {
    WireValue root;
    std::uint32_t marks = 0; // of agon::marks: what had to be mended first
};

// Hostile bytes, mended by repairJson. All strings are valid UTF-8 without NUL. Errors: Corrupt,
// with what is wrong; also for values nested deeper than any server has reason to.
[[nodiscard]] Result<WireDocument> parseWire(std::string_view bytes);

} // namespace agon::llm
