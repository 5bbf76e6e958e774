#include "core/text/judge_syntax.h"

#include "core/text/ascii.h"

#include <algorithm>
#include <array>

namespace agon {
namespace {

// Only within a line.
std::string_view trimmedBlanks(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

bool isLabel(std::string_view inside) {
    constexpr std::array<std::string_view, 8> labels{"A",   "B",   "C",   "A>>B",
                                                     "A>B", "A=B", "B>A", "B>>A"};
    return std::find(labels.begin(), labels.end(), inside) != labels.end() ||
           equalIgnoringCase(inside, "tie");
}

// A number from 0 to 100 with at most two decimals.
bool isScore(std::string_view text) {
    text = trimmedBlanks(text);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
    const auto digits = [](std::string_view part) {
        return part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return !whole.empty() && digits(whole) && digits(decimals) &&
           (whole.size() <= 2 || whole == "100") && decimals.size() <= 2 &&
           (point == text.size() || !decimals.empty());
}

bool isScorePair(std::string_view inside) {
    const std::size_t comma = inside.find(',');
    return comma != std::string_view::npos && isScore(inside.substr(0, comma)) &&
           isScore(inside.substr(comma + 1));
}

// What stands before the brackets, without blanks and emphasis.
std::string_view leadIn(std::string_view text, std::size_t at) {
    std::string_view before = text.substr(0, at);
    while (!before.empty() &&
           std::string_view(" \t*_\"'").find(before.back()) != std::string_view::npos)
        before.remove_suffix(1);
    return before;
}

// Brackets that belong to an expression: an operator, call or list before them, or more behind.
bool isCode(std::string_view text, std::size_t at, std::size_t end) {
    constexpr std::string_view inExpression = "=(,[{+-/%&|<";
    const std::string_view before = leadIn(text, at);
    if (!before.empty() && inExpression.find(before.back()) != std::string_view::npos)
        return true;
    if (at > 0) { // a[[1, 2]] indexes
        const char last = lowered(text[at - 1]);
        if ((last >= 'a' && last <= 'z') || (last >= '0' && last <= '9') || last == ')')
            return true;
    }
    return end < text.size() && std::string_view("[](").find(text[end]) != std::string_view::npos;
}

bool endsWithRating(std::string_view before) {
    const std::string_view tail =
        before.substr(before.size() - std::min<std::size_t>(before.size(), 12));
    std::string folded(tail);
    for (char& byte : folded)
        byte = lowered(byte);
    return folded.ends_with("rating:") || folded.ends_with("rating is") ||
           folded.ends_with("score:") || folded.ends_with("rating:**");
}

std::optional<JudgeSyntaxHit> findBrackets(std::string_view text) {
    constexpr std::size_t longest = 16;
    for (std::size_t at = text.find("[["); at != std::string_view::npos;
         at = text.find("[[", at + 1)) {
        const std::string_view rest = text.substr(at + 2, longest + 2);
        const std::size_t close = rest.find("]]");
        if (close == std::string_view::npos || isCode(text, at, at + 2 + close + 2))
            continue;
        const std::string_view inside = rest.substr(0, close);
        if (isLabel(inside))
            return JudgeSyntaxHit{JudgeSyntax::Label, at};
        if (isScorePair(inside) || (isScore(inside) && endsWithRating(leadIn(text, at))))
            return JudgeSyntaxHit{JudgeSyntax::Scores, at};
    }
    return std::nullopt;
}

std::optional<JudgeSyntaxHit> findScoreLines(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::size_t from = std::min(line.find_first_not_of(" \t*_#>`"), line.size());
        const std::string_view label = line.substr(from, 8);
        if (equalIgnoringCase(label, "score-a:") || equalIgnoringCase(label, "score-b:")) {
            std::string_view number = line.substr(from + 8);
            number.remove_prefix(std::min(number.find_first_not_of(" \t*"), number.size()));
            number = number.substr(0, number.find_first_not_of("0123456789."));
            if (isScore(number))
                return JudgeSyntaxHit{JudgeSyntax::Lines, at + from};
        }
        at = end + 1;
    }
    return std::nullopt;
}

// A text to look for, by its rarest character: every answer of an import comes by here, and looking
// for a common first letter stops at every word.
struct Piece {
    std::string_view text;
    std::size_t rarest; // position of that character

    [[nodiscard]] std::size_t in(std::string_view where) const {
        for (std::size_t at = where.find(text[rarest], rarest); at != std::string_view::npos;
             at = where.find(text[rarest], at + 1))
            if (where.substr(at - rarest, text.size()) == text)
                return at - rarest;
        return std::string_view::npos;
    }
};

// Pieces of AlpacaEval's prompts and of the reply they ask for. Each may turn up by itself in an
// honest answer; two different ones hardly do.
std::optional<JudgeSyntaxHit> findTemplate(std::string_view text) {
    constexpr std::array<Piece, 9> pieces{{
        {"ordered_models", 7},
        {"model_identifier", 5},
        {"## Model Outputs", 0},
        {"Which is best, `m` or `M`", 15},
        {"## Output (a)", 0},
        {"## Output (b)", 0},
        {"Output (a) is better than Output (b)", 7},
        {"Output (b) is better than Output (a)", 7},
        {"unordered outputs from the models", 18},
    }};
    std::size_t found = 0;
    std::size_t first = text.size();
    for (const Piece& piece : pieces) {
        if (found == 0 && &piece == &pieces.back())
            return std::nullopt; // it has no rare character, and alone it says nothing
        const std::size_t at = piece.in(text);
        if (at == std::string_view::npos)
            continue;
        ++found;
        first = std::min(first, at);
    }
    if (found < 2)
        return std::nullopt;
    return JudgeSyntaxHit{JudgeSyntax::Template, first};
}

// Behind a key: a colon and a number.
bool isScoreBehind(std::string_view rest) {
    constexpr std::string_view blanks = " \t\r\n";
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    if (!rest.starts_with(':'))
        return false;
    rest.remove_prefix(1);
    rest = rest.substr(std::min(rest.find_first_not_of(" \t\r\n\""), rest.size()), 8);
    return isScore(rest.substr(0, rest.find_first_not_of("0123456789.")));
}

std::optional<JudgeSyntaxHit> findObject(std::string_view text) {
    constexpr Piece key{"\"score_", 6};
    bool a = false;
    bool b = false;
    std::size_t first = text.size();
    for (std::size_t from = 0; from < text.size() && !(a && b);) {
        const std::size_t found = key.in(text.substr(from));
        if (found == std::string_view::npos)
            break;
        const std::size_t at = from + found;
        from = at + key.text.size();
        const std::string_view rest = text.substr(from);
        if (rest.size() < 2 || rest[1] != '"' || !isScoreBehind(rest.substr(2)))
            continue;
        a = a || rest[0] == 'a';
        b = b || rest[0] == 'b';
        if (rest[0] == 'a' || rest[0] == 'b')
            first = std::min(first, at);
    }
    return a && b ? std::optional(JudgeSyntaxHit{JudgeSyntax::Object, first}) : std::nullopt;
}

} // namespace

std::optional<JudgeSyntaxHit> findJudgeSyntax(std::string_view answer) {
    std::optional<JudgeSyntaxHit> first;
    for (const auto find : {findBrackets, findScoreLines, findTemplate, findObject}) {
        const auto hit = find(answer);
        if (hit && (!first || hit->at < first->at))
            first = hit;
    }
    return first;
}

} // namespace agon
