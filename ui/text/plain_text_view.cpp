#include "ui/text/plain_text_view.h"

#include "ui/text/plain_document.h"

#include <QMimeData>

namespace agon::ui {

PlainTextView::PlainTextView(QWidget* parent)
    : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse); // arrow keys scroll
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
}

PlainTextView::~PlainTextView() {
    setExtraSelections({});
    setDocument(nullptr); // ours dies before the widget's own parts do
}

void PlainTextView::showDocument(std::unique_ptr<QTextDocument> document) {
    setExtraSelections({}); // their cursors must not outlive the document before
    setDocument(document.get());
    m_document = std::move(document);
}

QMimeData* PlainTextView::createMimeDataFromSelection() const {
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart());
         block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        const int from = std::max(cursor.selectionStart() - block.position(), 0);
        const int to = cursor.selectionEnd() - block.position();
        if (!text.isNull() && !isContinuation(block))
            text += u'\n';
        const QString line = block.text();
        text += line.sliced(from, std::clamp<qsizetype>(to, from, line.size()) - from);
        if (text.isNull())
            text = QLatin1String("");
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setText(text);
    return mime.release(); // the caller owns it
}

} // namespace agon::ui
