// Shows the placeholders of a prompt text, and those that are none.
#pragma once

#include <QSyntaxHighlighter>

namespace agon::ui {

class PlaceholderHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

  public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

  protected:
    void highlightBlock(const QString& text) override;
};

} // namespace agon::ui
