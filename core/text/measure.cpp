#include "core/text/measure.h"

#include "core/text/utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cstring>
#include <memory>

namespace agon {
namespace {

bool isSpace(char32_t character) {
    if (character < 0x80)
        return character == ' ' || (character >= '\t' && character <= '\r');
    return character != utf8::illFormed && u_isUWhiteSpace(static_cast<UChar32>(character)) != 0;
}

bool isControl(char32_t character) {
    if (character == utf8::illFormed)
        return false;
    const auto type = u_charType(static_cast<UChar32>(character));
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

// Line break classes of the scripts that put no spaces between words.
bool isUnspaced(char32_t character) {
    if (character < 0xE00 || character == utf8::illFormed)
        return false;
    switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
        return u_isalpha(static_cast<UChar32>(character)) != 0; // not emoji
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
        return true;
    default:
        return false;
    }
}

// Opening a break iterator costs more than a text does; each thread keeps its own.
struct CloseBreaks {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

UBreakIterator* wordBreaks() {
    thread_local const std::unique_ptr<UBreakIterator, CloseBreaks> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        UBreakIterator* opened = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
        return std::unique_ptr<UBreakIterator, CloseBreaks>(U_SUCCESS(status) ? opened : nullptr);
    }();
    return breaks.get();
}

// Words of a stretch without white space, by ICU; at least one.
std::int64_t countUnspaced(std::string_view stretch) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> text(utext_openUTF8(
        nullptr, stretch.data(), static_cast<std::int64_t>(stretch.size()), &status));
    UBreakIterator* breaks = wordBreaks();
    if (breaks == nullptr)
        return 1;
    ubrk_setUText(breaks, text.get(), &status);
    if (U_FAILURE(status))
        return 1;
    std::int64_t words = 0;
    while (ubrk_next(breaks) != UBRK_DONE)
        if (ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT)
            ++words;
    return std::max<std::int64_t>(words, 1);
}

} // namespace

std::int64_t countCharacters(std::string_view text) {
    // Every text of an import comes by here, so eight bytes at once: all but continuation bytes
    // (10xxxxxx) begin a character.
    constexpr std::uint64_t ones = 0x0101010101010101U;
    auto characters = static_cast<std::int64_t>(text.size());
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t continuations = (word >> 7) & (~word >> 6) & ones;
        characters -= static_cast<std::int64_t>((continuations * ones) >> 56); // their sum
    }
    for (; at < text.size(); ++at)
        characters -= utf8::isLead(text[at]) ? 0 : 1;
    return characters;
}

std::int64_t countWords(std::string_view text) {
    std::int64_t words = 0;
    std::size_t begin = 0; // of the word at hand
    bool inWord = false;
    bool unspaced = false;
    const auto endWord = [&](std::size_t end) {
        if (inWord)
            words += unspaced ? countUnspaced(text.substr(begin, end - begin)) : 1;
        inWord = unspaced = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t character =
            static_cast<unsigned char>(text[at]) < 0x80
                ? static_cast<char32_t>(static_cast<unsigned char>(text[at++]))
                : utf8::next(text, at);
        if (isSpace(character)) {
            endWord(from);
            continue;
        }
        if (!inWord)
            begin = from;
        inWord = true;
        unspaced = unspaced || isUnspaced(character);
    }
    endWord(text.size());
    return words;
}

bool isBlank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!isSpace(utf8::next(text, at)))
            return false;
    return true;
}

std::string snippet(std::string_view text, std::size_t characters) {
    std::string line;
    std::size_t taken = 0;
    std::size_t beforeLast = 0; // size of `line` without its last character
    bool space = false;
    const auto put = [&](char32_t character) {
        beforeLast = line.size();
        utf8::append(line, character);
        ++taken;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (isSpace(character)) {
            space = taken > 0;
            continue;
        }
        if (isControl(character))
            continue;
        if (taken + (space ? 1 : 0) >= characters) { // no room: make some for the ellipsis
            if (characters == 0)
                return {};
            if (taken == characters)
                line.resize(beforeLast);
            return line + "…";
        }
        if (space)
            put(' ');
        space = false;
        put(character);
    }
    return line;
}

} // namespace agon
