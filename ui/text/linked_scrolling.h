// Two texts side by side that scroll together.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTextDocument>

class QScrollBar;

namespace agon::ui {

class MarkdownView;

// Blocks of two documents that belong together: headings of equal text, in order. As
// (block in left, block in right), ascending in both.
[[nodiscard]] QList<QPair<int, int>> alignedBlocks(const QTextDocument& left,
                                                   const QTextDocument& right);

// Scrolling one view moves the other: between aligned headings in proportion, without any by the
// fraction of the whole. Shift and the wheel move one side only; the difference is then kept. The
// two never answer each other. Lives on the GUI thread.
class LinkedScrolling : public QObject {
    Q_OBJECT

  public:
    LinkedScrolling(MarkdownView* left, MarkdownView* right, QObject* parent = nullptr);

    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }

  signals:
    void enabledChanged(bool enabled);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    enum Side { Left, Right };
    struct Anchor {
        double left = 0;
        double right = 0;
    };

    void watch(MarkdownView* view, Side side);
    void scrolled(Side from, QScrollBar* bar);
    [[nodiscard]] QScrollBar* bar(Side side) const;
    [[nodiscard]] QList<Anchor> anchors() const; // from the top to the end of both
    [[nodiscard]] double mapped(double value, Side from) const;

    QPointer<MarkdownView> m_left;
    QPointer<MarkdownView> m_right;
    bool m_enabled = true;
    bool m_following = false; // the other one is being moved by us
    bool m_single = false;    // by Shift and the wheel
    double m_offset = 0;      // of the right side against its place, pixels
};

} // namespace agon::ui
