#include "ui/text/plain_document.h"

#include "core/text/wrap.h"
#include "ui/text/markdown_document.h"

#include <QPlainTextDocumentLayout>

namespace agon::ui {
namespace {

constexpr int continuation = 1; // as a block's user state; -1 is none

} // namespace

std::unique_ptr<QTextDocument> buildPlainDocument(std::string_view text, const TextStyle& style,
                                                  std::size_t columns) {
    const WrappedText wrapped = hardWrap(text, columns);
    auto document = std::make_unique<UntrustedDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->setDefaultFont(style.codeFont());
    document->setDocumentMargin(style.pixels(10));
    document->setPlainText(
        QString::fromUtf8(wrapped.text.data(), static_cast<qsizetype>(wrapped.text.size())));
    for (const std::size_t line : wrapped.continued)
        document->findBlockByNumber(static_cast<int>(line)).setUserState(continuation);
    return document;
}

bool isContinuation(const QTextBlock& block) {
    return block.userState() == continuation;
}

} // namespace agon::ui
