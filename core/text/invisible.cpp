#include "core/text/invisible.h"

#include "core/text/utf8.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace agon {
namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr char32_t escapeEnd = U'⟧';
constexpr int maxCombining = 30;

UChar32 icu(char32_t character) {
    return static_cast<UChar32>(character);
}

bool isVariationSelector(char32_t character) {
    return u_hasBinaryProperty(icu(character), UCHAR_VARIATION_SELECTOR) != 0;
}

bool isCombining(char32_t character) {
    const auto type = u_charType(icu(character));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool isEmoji(char32_t character) {
    return u_hasBinaryProperty(icu(character), UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
           u_hasBinaryProperty(icu(character), UCHAR_EMOJI_MODIFIER) != 0;
}

bool joinsToNext(char32_t character) {
    const int type = u_getIntPropertyValue(icu(character), UCHAR_JOINING_TYPE);
    return type == U_JT_DUAL_JOINING || type == U_JT_LEFT_JOINING;
}

bool joinsToPrevious(char32_t character) {
    const int type = u_getIntPropertyValue(icu(character), UCHAR_JOINING_TYPE);
    return type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING;
}

// The state that the decision about one character needs: what was seen before it.
struct Before {
    char32_t base = 0; // last character that was neither a mark nor a selector
    char32_t last = 0; // last character of any kind
    int combining = 0; // marks on the base so far
};

// The first character after `at` that is no combining mark, 0 at the end. Looks a little ahead
// only.
char32_t following(std::string_view text, std::size_t at) {
    for (int steps = 0; at < text.size() && steps < 4; ++steps) {
        const char32_t character = utf8::next(text, at);
        if (character == utf8::illFormed)
            return 0;
        if (!isCombining(character))
            return character;
    }
    return 0;
}

bool isJoinerInPlace(char32_t joiner, const Before& before, char32_t after) {
    constexpr int virama = 9; // canonical combining class
    if (before.last == 0 || after == 0)
        return false;
    if (u_getCombiningClass(icu(before.last)) == virama)
        return true;
    if (joiner == zeroWidthJoiner && isEmoji(before.base) && isEmoji(after))
        return true;
    return joinsToNext(before.base) && joinsToPrevious(after);
}

bool isHidden(char32_t character, const Before& before, std::string_view text, std::size_t next) {
    switch (u_charType(icu(character))) {
    case U_CONTROL_CHAR:
        if (character == '\r')
            return next >= text.size() || text[next] != '\n';
        return character != '\n' && character != '\t';
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
        return true;
    default:
        break;
    }
    if (character == 0xFFFC || U_IS_UNICODE_NONCHAR(icu(character)))
        return true;
    if (isVariationSelector(character))
        return before.last <= 0x20 || before.last == escapeEnd || isVariationSelector(before.last);
    if (character == zeroWidthJoiner || character == zeroWidthNonJoiner)
        return !isJoinerInPlace(character, before, following(text, next));
    if (u_hasBinaryProperty(icu(character), UCHAR_PREPENDED_CONCATENATION_MARK) != 0)
        return false;
    if (u_hasBinaryProperty(icu(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
        u_charType(icu(character)) == U_FORMAT_CHAR)
        return true;
    return before.combining >= maxCombining && isCombining(character);
}

} // namespace

std::vector<Invisible> findInvisible(std::string_view text) {
    std::vector<Invisible> found;
    Before before;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F) { // nearly everything
            ++at;
            before = {byte, byte, 0};
            continue;
        }
        const char32_t character = utf8::next(text, at);
        if (character == utf8::illFormed)
            continue;
        if (isHidden(character, before, text, at)) {
            found.push_back({from, at - from, character});
            // What follows will stand behind the escape. A tower of marks stays one.
            before = {escapeEnd, escapeEnd, isCombining(character) ? before.combining : 0};
            continue;
        }
        before.last = character;
        if (isCombining(character))
            ++before.combining;
        else if (character != zeroWidthJoiner && character != zeroWidthNonJoiner)
            before = {character, character, 0};
    }
    return found;
}

std::string visibleEscape(char32_t character) {
    return fmt::format("⟦U+{:04X}⟧", static_cast<std::uint32_t>(character));
}

VisibleText showInvisible(std::string_view text) {
    VisibleText visible;
    std::size_t copied = 0;
    for (const Invisible& hidden : findInvisible(text)) {
        visible.text.append(text.substr(copied, hidden.at - copied));
        visible.text += visibleEscape(hidden.character);
        copied = hidden.at + hidden.size;
        ++visible.shown;
    }
    visible.text.append(text.substr(copied));
    return visible;
}

} // namespace agon
