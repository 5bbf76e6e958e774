#include "app/agonctl/output.h"

#include "core/text/invisible.h"
#include "core/text/measure.h"
#include "core/text/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace agon::ctl {
namespace {

void put(std::FILE* stream, std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), stream);
    std::fputc('\n', stream);
}

} // namespace

Json number(std::optional<double> value) {
    if (!value || !std::isfinite(*value))
        return nullptr;
    return *value;
}

Json integer(std::optional<std::int64_t> value) {
    if (!value)
        return nullptr;
    return *value;
}

void printJson(const Json& document) {
    put(stdout, document.dump(2, ' ', false, Json::error_handler_t::replace));
}

std::string safeText(std::string_view text) {
    const auto repaired = repairText(text);
    return showInvisible(repaired.text()).text;
}

std::string oneLine(std::string_view text, std::size_t width) {
    std::string line = safeText(text);
    for (char& c : line)
        if (c == '\n' || c == '\t')
            c = ' ';
    if (width == 0 || countCharacters(line) <= static_cast<std::int64_t>(width))
        return line;
    std::size_t end = 0;
    for (std::size_t taken = 0; taken + 1 < width && end < line.size(); ++taken)
        do
            ++end;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U);
    return line.substr(0, end) + "…";
}

std::string decimal(std::optional<double> value, int digits) {
    if (!value || std::isnan(*value))
        return "–";
    if (std::isinf(*value))
        return *value > 0 ? "∞" : "−∞";
    std::string out = fmt::format("{:.{}f}", *value, digits);
    if (out.starts_with('-'))
        out.replace(0, 1, "−");
    return out;
}

std::string grouped(std::int64_t value) {
    std::string out = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t at = out.size(); at > first + 3;) {
        at -= 3;
        out.insert(at, ",");
    }
    return out;
}

Table::Table(std::vector<std::pair<std::string, Align>> columns)
    : m_columns(std::move(columns)) {}

void Table::row(std::vector<std::string> cells) {
    cells.resize(m_columns.size());
    m_rows.push_back(std::move(cells));
}

void Table::print() const {
    const auto width = [](const std::string& cell) {
        return static_cast<std::size_t>(countCharacters(cell));
    };
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        std::size_t widest = width(m_columns[c].first);
        for (const auto& row : m_rows)
            widest = std::max(widest, width(row[c]));
        widths.push_back(widest);
    }
    const auto line = [&](auto cellOf) {
        std::string out;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const std::string& cell = cellOf(c);
            const std::string space(widths[c] - width(cell), ' ');
            if (c > 0)
                out += "  ";
            out += m_columns[c].second == Align::Right ? space + cell : cell + space;
        }
        out.erase(out.find_last_not_of(' ') + 1);
        put(stdout, out);
    };
    line([&](std::size_t c) -> const std::string& { return m_columns[c].first; });
    for (const auto& row : m_rows)
        line([&](std::size_t c) -> const std::string& { return row[c]; });
}

void printLine(std::string_view line) {
    put(stdout, line);
}

void printRemark(std::string_view line) {
    put(stderr, line);
}

} // namespace agon::ctl
