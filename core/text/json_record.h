// One parsed JSON record and the values in it, without the parser's own types.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace agon {

// A value inside a JsonRecord: cheap to copy, valid until the record is parsed again.
class JsonValue {
  public:
    enum class Kind : std::uint8_t { Missing, Null, Bool, Number, String, Array, Object };

    JsonValue() = default;
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool missing() const { return m_kind == Kind::Missing; }
    [[nodiscard]] std::string_view kindName() const; // for a person: "a number"
    // Missing, or null.
    [[nodiscard]] bool nothing() const { return m_kind <= Kind::Null; }
    // The member of an object; Missing when there is none, or this is no object.
    [[nodiscard]] JsonValue operator[](std::string_view key) const;
    // The element of an array; Missing when there is none, or this is no array.
    [[nodiscard]] JsonValue at(std::size_t index) const;
    [[nodiscard]] std::size_t size() const; // of an array or object, else 0
    void eachElement(const std::function<void(JsonValue)>& visit) const;
    void eachMember(const std::function<void(std::string_view key, JsonValue)>& visit) const;

    [[nodiscard]] std::optional<std::string_view> string() const;
    [[nodiscard]] std::optional<double> number() const; // a number, also when written as a string
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<bool> boolean() const;
    // A string as it is, a number as it is usually written ("81", "0.5"), else nothing: for ids and
    // names, which some programs write as numbers.
    [[nodiscard]] std::optional<std::string> word() const;
    // The value as JSON without white space; empty when missing.
    [[nodiscard]] std::string compact() const;

  private:
    friend class JsonRecord;
    friend struct JsonAccess;
    Kind m_kind = Kind::Missing;
    alignas(void*) std::array<std::byte, 16> m_element{};
};

// Not thread-safe; movable.
class JsonRecord {
  public:
    JsonRecord();
    ~JsonRecord();
    JsonRecord(JsonRecord&&) noexcept;
    JsonRecord& operator=(JsonRecord&&) noexcept;

    static constexpr std::size_t padding = 64; // that the parser reads beyond the end

    // Parses one record, mended first where it needs it. At least `padding` readable bytes follow
    // it. The error says what is wrong with the JSON; nothing is nested deeper than 1024 levels.
    Result<JsonValue> parse(std::string_view bytes);
    // The same for bytes with nothing behind them.
    Result<JsonValue> parseCopy(std::string_view bytes);
    // Bits of agon::marks of what was mended in the last record.
    [[nodiscard]] std::uint32_t marks() const;
    // The last record as it was parsed.
    [[nodiscard]] std::string_view source() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace agon
