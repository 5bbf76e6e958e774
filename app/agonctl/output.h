// What agonctl prints: tables for people, JSON for programs. Texts of strangers never reach the
// terminal with control characters in them.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon::ctl {

using Json = nlohmann::ordered_json;

// null for none, NaN and infinities, which JSON cannot say.
[[nodiscard]] Json number(std::optional<double> value);
[[nodiscard]] Json integer(std::optional<std::int64_t> value);

// One document and a line break. Bytes that are no UTF-8 become U+FFFD.
void printJson(const Json& document);

// Names and texts for one line of a terminal: controls and invisible characters as escapes, at most
// `width` characters (0: all).
[[nodiscard]] std::string oneLine(std::string_view text, std::size_t width = 0);
// The same for several lines.
[[nodiscard]] std::string safeText(std::string_view text);

[[nodiscard]] std::string decimal(std::optional<double> value, int digits); // "–" for none
[[nodiscard]] std::string grouped(std::int64_t value);                      // 1,234,567

enum class Align { Left, Right };

class Table {
  public:
    explicit Table(std::vector<std::pair<std::string, Align>> columns);
    void row(std::vector<std::string> cells);
    void print() const;
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

  private:
    std::vector<std::pair<std::string, Align>> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

void printLine(std::string_view line);   // stdout
void printRemark(std::string_view line); // stderr

} // namespace agon::ctl
