#include "ui/text/code_highlighter.h"

namespace agon::ui {
namespace {

bool isWord(QChar character) {
    return character.isLetterOrNumber() || character == u'_';
}

class LineScanner {
  public:
    LineScanner(const CodeLanguage& language, QStringView line)
        : m_language(language)
        , m_line(line) {}

    CodeState scan(CodeState state) {
        if (state == CodeState::InBlockComment &&
            !finish(m_language.blockCommentEnd, 0, CodeToken::Comment))
            return state;
        if (state == CodeState::InLongString && !finish(m_language.longQuote, 0, CodeToken::String))
            return state;
        while (m_at < m_line.size())
            if (const auto open = step())
                return *open;
        return CodeState::Normal;
    }

    [[nodiscard]] QList<CodeSpan> spans() && { return std::move(m_spans); }

  private:
    // One token; a state when it reaches beyond the line.
    std::optional<CodeState> step() {
        const QStringView rest = m_line.sliced(m_at);
        if (begins(rest, m_language.blockCommentBegin)) {
            if (!finish(m_language.blockCommentEnd, m_language.blockCommentBegin.size(),
                        CodeToken::Comment))
                return CodeState::InBlockComment;
            return std::nullopt;
        }
        for (const QString& comment : m_language.lineComments)
            if (rest.startsWith(comment)) {
                add(m_line.size(), CodeToken::Comment);
                return std::nullopt;
            }
        if (begins(rest, m_language.longQuote)) {
            if (!finish(m_language.longQuote, m_language.longQuote.size(), CodeToken::String))
                return CodeState::InLongString;
            return std::nullopt;
        }
        if (m_language.quotes.contains(rest.front()))
            string(rest.front());
        else if (m_language.tags && rest.front() == u'<')
            tag();
        else if (rest.front().isDigit())
            number();
        else if (isWord(rest.front()) || rest.front() == u'#' || rest.front() == u'@')
            word();
        else
            ++m_at;
        return std::nullopt;
    }

    static bool begins(QStringView rest, const QString& mark) {
        return !mark.isEmpty() && rest.startsWith(mark);
    }

    void add(qsizetype end, CodeToken token) {
        if (end > m_at)
            m_spans.append({m_at, end - m_at, token});
        m_at = end;
    }

    // Up to the closing mark, looked for from `skip` on; false when the line has none.
    bool finish(const QString& mark, qsizetype skip, CodeToken token) {
        const qsizetype close = m_line.indexOf(mark, m_at + skip);
        add(close < 0 ? m_line.size() : close + mark.size(), token);
        return close >= 0;
    }

    void string(QChar quote) {
        qsizetype end = m_at + 1;
        while (end < m_line.size() && m_line[end] != quote)
            end += m_line[end] == u'\\' ? 2 : 1;
        add(std::min(end + 1, m_line.size()), CodeToken::String);
    }

    void tag() {
        qsizetype end = m_at + 1;
        while (end < m_line.size() &&
               (isWord(m_line[end]) || QStringView(u"/!-:?").contains(m_line[end])))
            ++end;
        add(end, CodeToken::Keyword);
    }

    void number() {
        qsizetype end = m_at;
        while (end < m_line.size() && (isWord(m_line[end]) || m_line[end] == u'.'))
            ++end;
        add(end, CodeToken::Number);
    }

    void word() {
        qsizetype end = m_at + 1;
        while (end < m_line.size() && isWord(m_line[end]))
            ++end;
        const QString name = m_line.sliced(m_at, end - m_at).toString();
        if (m_language.keywords.contains(m_language.ignoresCase ? name.toLower() : name))
            add(end, CodeToken::Keyword);
        m_at = end;
    }

    const CodeLanguage& m_language;
    QStringView m_line;
    qsizetype m_at = 0;
    QList<CodeSpan> m_spans;
};

} // namespace

QList<CodeSpan> highlightLine(const CodeLanguage& language, QStringView line, CodeState& state) {
    LineScanner scanner(language, line);
    state = scanner.scan(state);
    return std::move(scanner).spans();
}

} // namespace agon::ui
