// Fields of a form that hold what somebody is typing.
#pragma once

#include <QFont>
#include <QString>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace agon::ui {

// Of so many lines; Tab leaves it.
[[nodiscard]] QPlainTextEdit* linesField(int count, const QFont& font, QWidget* parent);
void fitLines(QPlainTextEdit& edit, int count);

// A text only follows when it says something else: a blank that is being typed stays.
void putText(QLineEdit& line, const QString& wanted);
void putText(QPlainTextEdit& edit, const QString& wanted);

} // namespace agon::ui
