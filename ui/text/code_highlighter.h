// Colours for code: keywords, strings, comments, numbers.
#pragma once

#include "ui/text/code_language.h"

#include <QList>
#include <QStringView>

namespace agon::ui {

enum class CodeToken { Keyword, String, Comment, Number };

struct CodeSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    CodeToken token = CodeToken::Keyword;

    bool operator==(const CodeSpan&) const = default;
};

// What a line leaves open for the next one.
enum class CodeState { Normal, InBlockComment, InLongString };

// The spans of one line, in order and without overlap. `state` is what the line before left, and
// becomes what this one leaves. Linear in the line; no thread affinity.
[[nodiscard]] QList<CodeSpan> highlightLine(const CodeLanguage& language, QStringView line,
                                            CodeState& state);

} // namespace agon::ui
