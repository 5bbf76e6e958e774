// The room text: what can be said about, and done to, a text without knowing what it is for.
//
// Foreign bytes become valid UTF-8 here, and foreign JSON becomes JSON that strict parsers read.
// Nothing is lost silently: whatever had to be mended is marked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace agon {

// The outcome of a repair. Input that was sound is referred to and not copied, so text() is valid
// as long as both this object and the input are.
class Repaired {
  public:
    explicit Repaired(std::string_view sound)
        : m_sound(sound) {}
    Repaired(std::string mended, std::uint32_t marks)
        : m_mended(std::move(mended))
        , m_marks(marks) {}

    [[nodiscard]] std::string_view text() const& { return m_mended ? *m_mended : m_sound; }
    std::string_view text() const&& = delete; // it might point into the dying object
    [[nodiscard]] std::string take() && {
        return m_mended ? std::move(*m_mended) : std::string(m_sound);
    }
    [[nodiscard]] bool changed() const { return m_mended.has_value(); }
    [[nodiscard]] std::uint32_t marks() const { return m_marks; } // of agon::marks; 0 when sound

  private:
    std::string_view m_sound;
    std::optional<std::string> m_mended;
    std::uint32_t m_marks = 0;
};

// Any bytes as valid UTF-8 without NUL.
// - Each maximal subpart of an ill-formed sequence becomes one U+FFFD (Unicode 15, §3.9, "U+FFFD
//   Substitution of Maximal Subparts"; the same as the WHATWG decoder): marks::repairedUtf8.
// - NUL becomes U+2400: it would cut the text in SQLite's functions and C interfaces: marks::nul.
// - All other characters are kept, controls and a byte order mark included; guard.h shows them.
// Pure and thread-safe; does not fail. Time is linear.
[[nodiscard]] Repaired repairText(std::string_view bytes);

// One JSON record as other programs really write it, made acceptable to strict parsers.
// - Bytes that are not UTF-8: as repairText (marks::repairedUtf8).
// - In strings, an escaped surrogate without its partner becomes � (marks::loneSurrogate); an
//   escaped or raw NUL becomes ␀ (marks::nul); other raw controls become their escapes, which
//   changes no value and is not marked.
// - Outside strings, NaN, Infinity and -Infinity, as Python writes them, become null
//   (marks::notFinite).
// A leading byte order mark is dropped. Whether the result is JSON is left to the parser.
// Pure and thread-safe; does not fail. Time is linear.
[[nodiscard]] Repaired repairJson(std::string_view record);

} // namespace agon
