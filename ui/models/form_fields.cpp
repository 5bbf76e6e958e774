#include "ui/models/form_fields.h"

#include "ui/theme/font.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace agon::ui {

// Room for so many lines and the frame.
void fitLines(QPlainTextEdit& edit, int count) {
    edit.setFixedHeight(QFontMetrics(edit.font()).lineSpacing() * count + scaled(16));
}

QPlainTextEdit* linesField(int count, const QFont& font, QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setFont(font);
    edit->setTabChangesFocus(true);
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    edit->document()->setDocumentMargin(scaled(5));
    fitLines(*edit, count);
    return edit;
}

void putText(QLineEdit& line, const QString& wanted) {
    if (line.text().trimmed() == wanted)
        return;
    line.setText(wanted);
    line.setCursorPosition(0);
}

void putText(QPlainTextEdit& edit, const QString& wanted) {
    if (edit.toPlainText().trimmed() != wanted)
        edit.setPlainText(wanted);
}

} // namespace agon::ui
