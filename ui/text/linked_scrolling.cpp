#include "ui/text/linked_scrolling.h"

#include "ui/text/markdown_view.h"

#include <QAbstractTextDocumentLayout>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

namespace agon::ui {
namespace {

QList<QPair<QString, int>> headings(const QTextDocument& document) {
    QList<QPair<QString, int>> found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 0)
            found.append({block.text().simplified().toCaseFolded(), block.blockNumber()});
    return found;
}

double topOf(const QTextDocument& document, int block) {
    return document.documentLayout()->blockBoundingRect(document.findBlockByNumber(block)).top();
}

} // namespace

QList<QPair<int, int>> alignedBlocks(const QTextDocument& left, const QTextDocument& right) {
    QList<QPair<int, int>> pairs;
    const auto others = headings(right);
    qsizetype next = 0;
    for (const auto& [title, block] : headings(left)) {
        for (qsizetype i = next; i < others.size(); ++i) {
            if (others[i].first != title)
                continue;
            pairs.append({block, others[i].second});
            next = i + 1;
            break;
        }
    }
    return pairs;
}

LinkedScrolling::LinkedScrolling(MarkdownView* left, MarkdownView* right, QObject* parent)
    : QObject(parent)
    , m_left(left)
    , m_right(right) {
    watch(left, Left);
    watch(right, Right);
}

void LinkedScrolling::watch(MarkdownView* view, Side side) {
    // Both kinds of pages exist from the beginning; only the one on screen scrolls.
    for (auto* area : view->findChildren<QAbstractScrollArea*>()) {
        area->viewport()->installEventFilter(this);
        area->installEventFilter(this);
        QScrollBar* vertical = area->verticalScrollBar();
        connect(vertical, &QScrollBar::valueChanged, this,
                [this, side, vertical] { scrolled(side, vertical); });
    }
    connect(view, &MarkdownView::shown, this, [this] { m_offset = 0; });
}

void LinkedScrolling::setEnabled(bool enabled) {
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    m_offset = 0;
    emit enabledChanged(enabled);
}

bool LinkedScrolling::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Wheel:
        m_single = static_cast<QWheelEvent*>(event)->modifiers().testFlag(Qt::ShiftModifier);
        break;
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
        m_single = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

QScrollBar* LinkedScrolling::bar(Side side) const {
    return (side == Left ? m_left : m_right)->scrollArea()->verticalScrollBar();
}

QList<LinkedScrolling::Anchor> LinkedScrolling::anchors() const {
    QList<Anchor> all{{0, 0}};
    const Anchor end{static_cast<double>(bar(Left)->maximum()),
                     static_cast<double>(bar(Right)->maximum())};
    if (!m_left->isPlain() && !m_right->isPlain()) {
        for (const auto& [left, right] : alignedBlocks(m_left->document(), m_right->document())) {
            const Anchor anchor{topOf(m_left->document(), left), topOf(m_right->document(), right)};
            const Anchor& before = all.last();
            if (anchor.left > before.left && anchor.right > before.right &&
                anchor.left < end.left && anchor.right < end.right)
                all.append(anchor);
        }
    }
    all.append(end);
    return all;
}

double LinkedScrolling::mapped(double value, Side from) const {
    const auto source = [from](const Anchor& anchor) {
        return from == Left ? anchor.left : anchor.right;
    };
    const auto target = [from](const Anchor& anchor) {
        return from == Left ? anchor.right : anchor.left;
    };
    const QList<Anchor> all = anchors();
    for (qsizetype i = 1; i < all.size(); ++i) {
        const double low = source(all[i - 1]);
        const double high = source(all[i]);
        if (value > high && i + 1 < all.size())
            continue;
        if (high <= low)
            return target(all[i - 1]);
        return target(all[i - 1]) +
               (value - low) / (high - low) * (target(all[i]) - target(all[i - 1]));
    }
    return value;
}

void LinkedScrolling::scrolled(Side from, QScrollBar* moved) {
    if (!m_enabled || m_following || !m_left || !m_right || moved != bar(from))
        return;
    if (!m_left->isReady() || !m_right->isReady())
        return;
    if (m_single) {
        m_offset = bar(Right)->value() - mapped(bar(Left)->value(), Left);
        return;
    }
    const QScopedValueRollback<bool> following(m_following, true);
    if (from == Left)
        bar(Right)->setValue(qRound(mapped(moved->value(), Left) + m_offset));
    else
        bar(Left)->setValue(qRound(mapped(moved->value() - m_offset, Right)));
}

} // namespace agon::ui
