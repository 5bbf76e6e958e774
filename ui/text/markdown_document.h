// Untrusted Markdown as a QTextDocument that loads nothing.
#pragma once

#include "ui/text/text_style.h"

#include <QList>
#include <QString>
#include <QTextBlock>
#include <QTextDocument>

#include <memory>

namespace agon::ui {

// A document that never reads a resource: no file, no network, no data: URI.
class UntrustedDocument : public QTextDocument {
  public:
    using QTextDocument::QTextDocument;

  protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

// GitHub's Markdown without HTML: tags show as they are written. The caller has seen to it that
// preflightMarkdown() lets the source through and that its invisible characters are shown; those
// that entities bring in are shown here. Images become "[image: …]" (one without words is dropped
// by Qt's importer; the raw text has it). Links that may not be opened keep their address for the
// tooltip but do not look like links. May run on any thread; the document belongs to the calling
// thread until it is moved, and has not been laid out.
[[nodiscard]] std::unique_ptr<QTextDocument> buildMarkdownDocument(const QString& source,
                                                                   const TextStyle& style);

// A run of code lines in a document. Two fences of one language with nothing between them count as
// one: the importer leaves no trace of the border.
struct CodeBlock {
    int firstBlock = 0;
    int lastBlock = 0; // inclusive
    QString language;  // as written, may be empty
    QString code;
};

[[nodiscard]] QList<CodeBlock> codeBlocks(const QTextDocument& document);

// An item of a list with bullets. The view paints them.
[[nodiscard]] bool hasBullet(const QTextBlock& block);

// Room inside the frame around code, in pixels at scale 1. The view paints the frame.
namespace codeFrame {
inline constexpr int padding = 10;
inline constexpr int corner = 64; // kept free at the right of the first line: language and copy
} // namespace codeFrame

} // namespace agon::ui
