// From an untrusted text to what a view shows of it: the decision and the document.
#pragma once

#include "core/text/guard.h"
#include "ui/text/text_style.h"

#include <QMetaType>
#include <QTextDocument>

#include <memory>
#include <string>

namespace agon::ui {

enum class TextMode { Rendered, Raw };

struct TextNotice {
    PlainReason reason = PlainReason::None; // why plain although rendered was asked for
    qint64 line = 0;                        // where; 0 for the whole text
    bool cut = false;                       // even the plain view shows only the beginning
    qint64 invisible = 0;                   // characters shown as escapes

    bool operator==(const TextNotice&) const = default;
};

// The notice as a sentence for a banner; empty when there is nothing to say. Translated.
[[nodiscard]] QString noticeText(const TextNotice& notice);

struct ShownText {
    std::unique_ptr<QTextDocument> document;
    bool plain = false; // made by buildPlainDocument()
    TextNotice notice;
};

// May run on any thread. `source` need not be valid UTF-8.
[[nodiscard]] ShownText prepareText(const std::string& source, TextMode mode,
                                    const TextStyle& style);

} // namespace agon::ui

Q_DECLARE_METATYPE(agon::ui::TextNotice)
