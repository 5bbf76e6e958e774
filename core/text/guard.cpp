#include "core/text/guard.h"

#include <algorithm>
#include <string>

namespace agon {
namespace {

// Sums over what lies between two blank lines: a paragraph for this purpose. Lists, quotes, tables
// and code without blank lines fall into one, which only makes the estimate higher.
struct Paragraph {
    std::size_t bytes = 0;
    std::size_t lines = 0;
    std::size_t runs = 0;
    std::size_t pipes = 0;
};

bool isBlankLine(std::string_view line) {
    return line.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

bool beginsListItem(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t>");
    if (at == std::string_view::npos)
        return false;
    if (std::string_view("-*+").find(line[at]) != std::string_view::npos)
        return true;
    const std::size_t digits = line.find_first_not_of("0123456789", at);
    return digits != at && digits != std::string_view::npos &&
           (line[digits] == '.' || line[digits] == ')');
}

// What each may begin or end: emphasis, strike, code, links, images, tags, entities, escapes, bare
// addresses; \r is a line break of its own.
constexpr std::string_view runMarks = "*_~`[]<>&\\:@\r";

// Whether byte i may begin or end a run. Of equal marks in a row only the first counts ("**"), but
// each backslash may escape the next one.
bool isRunMark(std::string_view line, std::size_t i) {
    const char byte = line[i];
    if ((byte | 0x20) == 'w')
        return i > 0 && line[i - 1] == byte; // www.
    if (runMarks.find(byte) == std::string_view::npos)
        return false;
    return i == 0 || line[i - 1] != byte || byte == '\\' || byte == '\r';
}

void addLine(Paragraph& paragraph, std::string_view line) {
    paragraph.bytes += line.size() + 1;
    ++paragraph.lines;
    ++paragraph.runs; // the line break
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '|')
            ++paragraph.pipes;
        else if (isRunMark(line, i))
            ++paragraph.runs;
    }
}

double product(std::size_t a, std::size_t b) {
    return static_cast<double>(a) * static_cast<double>(b);
}

bool isHostByte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value > 0x20 && value != 0x7F && byte != '\\';
}

} // namespace

Preflight preflightMarkdown(std::string_view text) {
    if (text.size() > limits::textBytes)
        return {PlainReason::TooLong, 0};
    std::size_t number = 0;
    std::size_t items = 0;
    double inlineCost = 0; // of the paragraphs before
    double tableCost = 0;
    Paragraph paragraph;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (++number > limits::textLines)
            return {PlainReason::TooManyLines, number};
        if (line.size() > limits::lineBytes)
            return {PlainReason::LongLine, number};
        if (isBlankLine(line)) {
            inlineCost += product(paragraph.runs, paragraph.runs);
            tableCost += product(paragraph.lines, paragraph.pipes);
            paragraph = {};
            continue;
        }
        addLine(paragraph, line);
        if (beginsListItem(line) && ++items > limits::listItems)
            return {PlainReason::ManyListItems, number};
        if (paragraph.bytes > limits::paragraphBytes)
            return {PlainReason::LongParagraph, number};
        if (inlineCost + product(paragraph.runs, paragraph.runs) > limits::inlineCost)
            return {PlainReason::ManyRuns, number};
        if (tableCost + product(paragraph.lines, paragraph.pipes) > limits::tableCost)
            return {PlainReason::LargeTable, number};
    }
    return {};
}

bool isOpenableLink(std::string_view url) {
    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos)
        return false;
    std::string scheme(url.substr(0, colon));
    for (char& byte : scheme)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
    if (scheme != "http" && scheme != "https")
        return false;
    const std::string_view rest = url.substr(colon + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    const bool hasHost = !authority.empty() && authority.front() != ':';
    return hasHost && authority.find('@') == std::string_view::npos &&
           std::all_of(url.begin(), url.end(), isHostByte);
}

} // namespace agon
