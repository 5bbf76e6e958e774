// The filter as tokens in a text field.
#pragma once

#include "core/battles/filter.h"

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QLineEdit;

namespace agon::ui {

class KeyCap;
class TokenButton;

// What is typed becomes tokens with Enter, or with a space behind a field's value; Backspace at the
// beginning takes the last token back. Tokens that do not fit give way at the left.
class FilterField final : public QWidget {
    Q_OBJECT

  public:
    explicit FilterField(QWidget* parent = nullptr);

    void setKey(const QKeySequence& key);
    void setTerms(const std::vector<FilterTerm>& terms);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    // Selects what is wrong, from this character on; -1 leaves the selection.
    void markError(int position);
    void clearText();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void entered(const QString& text);
    void removed(std::size_t term);
    void left(); // Escape, or down: to the queue

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();
    void textEdited(const QString& text);
    bool keyPressed(QKeyEvent* event);

    QLineEdit* m_edit;
    KeyCap* m_cap;
    std::vector<TokenButton*> m_tokens; // children
};

} // namespace agon::ui
