#include "core/judge/verdict_scan.h"

#include "core/text/ascii.h"
#include "core/text/values.h"

#include <algorithm>
#include <array>

namespace agon {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return lowered(c) >= 'a' && lowered(c) <= 'z';
}

void skip(std::string_view& text, std::string_view letters) {
    text.remove_prefix(std::min(text.find_first_not_of(letters), text.size()));
}

// "8", "-1", "7.5", "8/10" at the front, taken off; nothing of "8/5", "8%", "8.5.1".
std::optional<double> takeScore(std::string_view& text) {
    constexpr std::size_t longest = 12;
    std::size_t end = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = end;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    if (end == whole || end > longest)
        return std::nullopt;
    if (end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1]))
        for (++end; end < text.size() && isDigit(text[end]);)
            ++end;
    const auto value = end > longest ? std::nullopt : numberIn(text.substr(0, end));
    std::string_view rest = text.substr(end);
    if (!value || rest.starts_with('%') || (rest.size() > 1 && rest[0] == '.' && isDigit(rest[1])))
        return std::nullopt;
    std::string_view fraction = rest;
    skip(fraction, " \t");
    if (fraction.starts_with('/')) {
        fraction.remove_prefix(1);
        skip(fraction, " \t");
        if (!fraction.starts_with("10") || (fraction.size() > 2 && isDigit(fraction[2])))
            return std::nullopt;
        rest = fraction.substr(2);
    }
    text = rest;
    return value;
}

// Within a line.
std::string_view withoutBlanks(std::string_view text) {
    skip(text, " \t");
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

using Says = std::optional<std::pair<double, double>>;

Says labelIn(std::string_view inside) {
    if (inside == "A")
        return std::pair(1.0, 0.0);
    if (inside == "B")
        return std::pair(-1.0, 0.0);
    if (inside == "C")
        return std::pair(0.0, 0.0);
    return std::nullopt;
}

Says strongLabelIn(std::string_view inside) {
    struct Label {
        std::string_view text;
        double value;
    };
    // Some judges turn the sign around instead of the letters.
    constexpr std::array<Label, 10> labels{{
        {"A>>B", 2},
        {"A>B", 1},
        {"A=B", 0},
        {"B>A", -1},
        {"B>>A", -2},
        {"B<<A", 2},
        {"B<A", 1},
        {"B=A", 0},
        {"A<B", -1},
        {"A<<B", -2},
    }};
    for (const auto& [text, value] : labels)
        if (inside == text)
            return std::pair(value, 0.0);
    return std::nullopt;
}

Says scoresIn(std::string_view inside) {
    const auto first = takeScore(inside);
    skip(inside, " \t");
    if (!first || !inside.starts_with(','))
        return std::nullopt;
    inside.remove_prefix(1);
    skip(inside, " \t");
    const auto second = takeScore(inside);
    if (!second || !inside.empty())
        return std::nullopt;
    return std::pair(*first, *second);
}

std::vector<SaidVerdict> inBrackets(std::string_view text, Says (*read)(std::string_view)) {
    constexpr std::size_t longest = 40;
    std::vector<SaidVerdict> out;
    for (std::size_t at = text.find("[["); at != npos;) {
        const std::string_view rest = text.substr(at + 2, longest);
        const std::size_t close = rest.find("]]");
        const auto says = close == npos ? std::nullopt : read(withoutBlanks(rest.substr(0, close)));
        const std::size_t to = says ? at + 2 + close + 2 : at + 1;
        if (says)
            out.push_back({at, to, *says});
        at = text.find("[[", to);
    }
    return out;
}

// "Score-A: 8", emphasis allowed, at the front and taken off.
Says takeScoreLine(std::string_view& text) {
    constexpr std::string_view emphasis = "*_` \t";
    std::string_view rest = text;
    const double who = equalIgnoringCase(rest.substr(0, 7), "score-a")   ? 0
                       : equalIgnoringCase(rest.substr(0, 7), "score-b") ? 1
                                                                         : -1;
    if (who < 0)
        return std::nullopt;
    rest.remove_prefix(7);
    skip(rest, emphasis);
    if (!rest.starts_with(':'))
        return std::nullopt;
    rest.remove_prefix(1);
    skip(rest, emphasis);
    const auto score = takeScore(rest);
    if (!score)
        return std::nullopt;
    text = rest;
    return std::pair(who, *score);
}

// The score lines of one line, which begins at `from` of the text. What comes behind a number is
// another score, a remark in brackets, or nothing.
void scoreLines(std::string_view line, std::size_t from, std::vector<SaidVerdict>& out) {
    constexpr std::string_view around = " \t\r*_#>`\"-|,.;!";
    const std::size_t before = out.size();
    std::string_view rest = line;
    skip(rest, around);
    while (!rest.empty() && rest.front() != '(') {
        const std::size_t at = from + line.size() - rest.size();
        const auto says = takeScoreLine(rest);
        if (!says) {
            out.resize(before);
            return;
        }
        out.push_back({at, from + line.size() - rest.size(), *says});
        skip(rest, around);
    }
    if (out.size() > before && !rest.empty())
        out.back().to = from + line.size(); // the remark
}

std::vector<SaidVerdict> inLines(std::string_view text) {
    std::vector<SaidVerdict> out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        scoreLines(text.substr(from, end - from), from, out);
        from = end + 1;
    }
    return out;
}

bool isVerdictWord(std::string_view word) {
    constexpr std::array<std::string_view, 21> words{
        "my",     "the",     "final", "overall",    "verdict",   "judgment", "judgement",
        "rating", "ratings", "score", "scores",     "decision",  "is",       "result",
        "choice", "answer",  "label", "conclusion", "therefore", "so",       "tie"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view known) { return equalIgnoringCase(known, word); });
}

bool isLeadIn(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!isLetter(text[at])) {
            constexpr std::string_view signs = " \t*_#>:`\"'-,.";
            if (signs.find(text[at]) == npos)
                return false;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        if (!isVerdictWord(text.substr(at, end - at)))
            return false;
        at = end;
    }
    return true;
}

} // namespace

std::vector<SaidVerdict> saidVerdicts(VerdictForm form, std::string_view text) {
    switch (form) {
    case VerdictForm::AgonScores:
        return inLines(text);
    case VerdictForm::FastChatVerdict:
        return inBrackets(text, labelIn);
    case VerdictForm::FastChatScores:
        return inBrackets(text, scoresIn);
    case VerdictForm::ArenaHardLabel:
        return inBrackets(text, strongLabelIn);
    case VerdictForm::Json:
        break;
    }
    return {};
}

bool onOwnLine(std::string_view text, const SaidVerdict& said) {
    // More than this is no lead-in; looking no further keeps a line of many verdicts linear.
    constexpr std::size_t longest = 80;
    const std::string_view near =
        text.substr(said.from - std::min(said.from, longest), std::min(said.from, longest));
    const std::size_t lineStart = near.rfind('\n');
    if (lineStart == npos && near.size() < said.from)
        return false;
    const std::string_view before = lineStart == npos ? near : near.substr(lineStart + 1);
    const std::string_view behind = text.substr(said.to, longest);
    const std::size_t end = behind.find_first_not_of("*_`\"'.!) \t\r");
    return isLeadIn(before) &&
           (end == npos ? said.to + behind.size() == text.size() : behind[end] == '\n');
}

} // namespace agon
