#include "core/judge/marked_text.h"

#include "core/judge/fence.h"
#include "core/text/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace agon {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isWhite(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Of a line ``` or ~~~: the character and how many; 0 of any other line.
struct CodeFence {
    char mark = 0;
    std::size_t length = 0;
    bool bare = false; // nothing behind it: it can close
};
CodeFence codeFence(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || (line.front() != '`' && line.front() != '~'))
        return {};
    const char mark = line.front();
    const std::size_t length = std::min(line.find_first_not_of(mark), line.size());
    const std::string_view info = line.substr(length);
    // ```a``` in one line is a code span.
    if (length < 3 || (mark == '`' && info.find('`') != npos))
        return {};
    return {mark, length, info.empty()};
}

class Marker {
  public:
    explicit Marker(std::string_view text)
        : m_text(text)
        , m_marked(text.size()) {}

    std::vector<bool> run() && {
        for (std::size_t from = 0; from < m_text.size();) {
            const std::size_t end = std::min(m_text.find('\n', from), m_text.size());
            line(from, end);
            from = end + 1;
        }
        closeAll();
        return std::move(m_marked);
    }

  private:
    struct Pair {
        std::string_view open;
        std::string_view close;
    };
    static constexpr std::array<Pair, 4> pairs{{
        {"\u201c", "\u201d"}, // “ ”
        {"\u201e", "\u201c"}, // „ “
        {"\u00ab", "\u00bb"}, // « »
        {"\u300c", "\u300d"}, // 「 」
    }};
    struct Open {
        std::size_t at = 0;
        std::size_t lineEnd = 0;
    };

    void mark(std::size_t from, std::size_t to) {
        std::fill(m_marked.begin() + static_cast<std::ptrdiff_t>(from),
                  m_marked.begin() + static_cast<std::ptrdiff_t>(to), true);
    }

    void line(std::size_t from, std::size_t end) {
        const std::string_view text = m_text.substr(from, end - from);
        const CodeFence fence = codeFence(text);
        const FenceLine boundary = fenceLine(text);
        const bool inBlock = m_fence.length > 0 || m_inBoundary;
        if (m_fence.length > 0) {
            if (fence.bare && fence.mark == m_fence.mark && fence.length >= m_fence.length)
                m_fence = {};
        } else if (boundary != FenceLine::None) {
            m_inBoundary = boundary == FenceLine::Begin;
        } else if (fence.length > 0) {
            m_fence = fence;
        }
        const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
        if (inBlock || m_fence.length > 0 || m_inBoundary || text.substr(first, 1) == ">")
            mark(from, end);
        else
            inside(from, end);
    }

    // Marks within running text.
    void inside(std::size_t from, std::size_t end) {
        std::optional<std::size_t> code;
        for (std::size_t at = from; at < end; ++at) {
            const char c = m_text[at];
            if (c == '`') {
                if (code)
                    mark(*code, at);
                code = code ? std::nullopt : std::optional(at);
                at = std::min(m_text.find_first_not_of('`', at), end) - 1;
            } else if (c == '"') {
                straight(at, from, end);
            } else if (static_cast<unsigned char>(c) >= 0xC2) {
                paired(at, end);
            }
        }
        if (code)
            mark(*code, end);
    }

    void straight(std::size_t at, std::size_t from, std::size_t end) {
        constexpr std::string_view beforeOpen = "([{-*_>:=,;/";
        const bool startsWord =
            at == 0 || isWhite(m_text[at - 1]) || beforeOpen.find(m_text[at - 1]) != npos;
        const bool endsWord = at + 1 >= m_text.size() || isWhite(m_text[at + 1]);
        if (startsWord && !endsWord) {
            // One that a former line opened and nothing closed is none.
            if (!m_straight || m_straight->lineEnd != end) {
                closeAtLineEnd(m_straight);
                m_straight = Open{at, end};
            }
        } else if (m_straight) {
            mark(m_straight->at, at);
            m_straight.reset();
        } else {
            mark(std::max(from, m_loneUntil), at);
            m_loneUntil = at;
        }
    }

    void paired(std::size_t at, std::size_t end) {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            std::optional<Open>& open = m_open[i];
            const std::string_view here = m_text.substr(at, 3);
            if (open && here.starts_with(pairs[i].close)) {
                mark(open->at, at);
                open.reset();
            } else if (!open && here.starts_with(pairs[i].open)) {
                open = Open{at, end};
            }
        }
    }

    void closeAtLineEnd(std::optional<Open>& open) {
        if (open)
            mark(open->at, open->lineEnd);
        open.reset();
    }

    void closeAll() {
        closeAtLineEnd(m_straight);
        for (auto& open : m_open)
            closeAtLineEnd(open);
    }

    std::string_view m_text;
    std::vector<bool> m_marked;
    CodeFence m_fence; // that is open
    bool m_inBoundary = false;
    std::optional<Open> m_straight;
    std::size_t m_loneUntil = 0; // marked for a lone closing mark
    std::array<std::optional<Open>, pairs.size()> m_open;
};

} // namespace

std::vector<bool> markedText(std::string_view text) {
    return Marker(text).run();
}

} // namespace agon
