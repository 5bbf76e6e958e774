// Any text as a document of short lines, for QPlainTextEdit.
#pragma once

#include "ui/text/text_style.h"

#include <QTextBlock>
#include <QTextDocument>

#include <memory>
#include <string_view>

namespace agon::ui {

// Lines longer than `columns` are cut into several blocks, so that no block is long enough to hold
// up the layout. The text must be valid UTF-8 with its invisible characters shown. May run on any
// thread; see buildMarkdownDocument().
[[nodiscard]] std::unique_ptr<QTextDocument>
buildPlainDocument(std::string_view text, const TextStyle& style, std::size_t columns = 200);

// Whether a block of such a document continues the line of the block before.
[[nodiscard]] bool isContinuation(const QTextBlock& block);

} // namespace agon::ui
