#include "ui/text/markdown_browser.h"

#include "core/text/guard.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextList>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

// Two sheets, the front one covering the back one.
void paintCopyIcon(QPainter& painter, const QRectF& box, const QColor& line, const QColor& back) {
    const qreal side = box.width() * 0.68;
    painter.setPen(QPen(line, 1.2));
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(box.right() - side, box.top(), side, side), 1.5, 1.5);
    painter.drawRoundedRect(QRectF(box.left(), box.bottom() - side, side, side), 1.5, 1.5);
}

} // namespace

MarkdownBrowser::MarkdownBrowser(QWidget* parent)
    : QTextBrowser(parent) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextBrowserInteraction); // arrow keys scroll, Tab visits links
    viewport()->setMouseTracking(true);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownBrowser::activate);
}

MarkdownBrowser::~MarkdownBrowser() {
    setExtraSelections({});
    setDocument(nullptr); // ours dies before the widget's own parts do
}

QVariant MarkdownBrowser::loadResource(int, const QUrl&) {
    return {};
}

void MarkdownBrowser::showDocument(std::unique_ptr<QTextDocument> document,
                                   const TextStyle& style) {
    m_style = style;
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(4 * QFontMetricsF(style.codeFont()).horizontalAdvance(u' '));
    document->setDefaultTextOption(option);
    m_code = agon::ui::codeBlocks(*document);
    setExtraSelections({}); // their cursors must not outlive the document before
    setDocument(document.get());
    m_document = std::move(document);
}

void MarkdownBrowser::activate(const QUrl& url) {
    const QByteArray whole = url.toEncoded();
    if (url.isValid() && isOpenableLink(whole.toStdString()))
        emit linkRequested(url);
    else
        emit linkRefused(url);
}

void MarkdownBrowser::copyCode(qsizetype index) {
    if (index < 0 || index >= m_code.size())
        return;
    QGuiApplication::clipboard()->setText(m_code[index].code);
    emit codeCopied(m_code[index].language);
}

QRectF MarkdownBrowser::blockRect(int number) const {
    const QTextBlock block = document()->findBlockByNumber(number);
    return document()->documentLayout()->blockBoundingRect(block).translated(
        -horizontalScrollBar()->value(), -verticalScrollBar()->value());
}

QRectF MarkdownBrowser::codeFrame(const CodeBlock& code) const {
    const QTextBlock first = document()->findBlockByNumber(code.firstBlock);
    const QRectF top = blockRect(code.firstBlock);
    const QRectF bottom = blockRect(code.lastBlock);
    const int padding = m_style.pixels(codeFrame::padding);
    const qreal indent = first.blockFormat().indent() * document()->indentWidth();
    const qreal margin = document()->documentMargin();
    return QRectF(QPointF(margin + indent, top.top() - padding),
                  QPointF(viewport()->width() - margin, bottom.bottom() + padding));
}

QRect MarkdownBrowser::copyButton(qsizetype index) const {
    const QRectF frame = codeFrame(m_code[index]);
    const int side = m_style.pixels(12);
    const int inset = m_style.pixels(8);
    return QRectF(frame.right() - inset - side, frame.top() + inset, side, side).toRect();
}

qsizetype MarkdownBrowser::copyButtonAt(QPoint point) const {
    for (qsizetype i = 0; i < m_code.size(); ++i)
        if (copyButton(i).adjusted(-6, -6, 6, 6).contains(point))
            return i;
    return -1;
}

void MarkdownBrowser::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        paintCodeFrames(painter, event->rect());
        paintBeside(painter, event->rect());
    }
    QTextBrowser::paintEvent(event);
}

void MarkdownBrowser::paintCodeFrames(QPainter& painter, const QRect& exposed) const {
    for (qsizetype i = 0; i < m_code.size(); ++i) {
        const QRectF frame = codeFrame(m_code[i]);
        if (frame.top() > exposed.bottom())
            break;
        if (frame.bottom() < exposed.top())
            continue;
        const QRect button = copyButton(i);
        painter.setPen(m_style.colours.border);
        painter.setBrush(m_style.colours.codeBack);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        paintCopyIcon(painter, QRectF(button), m_style.colours.dim, m_style.colours.codeBack);
        painter.setFont(m_style.labelFont());
        painter.setPen(m_style.colours.dim);
        const QFontMetrics metrics(m_style.labelFont());
        const QString label = metrics.elidedText(m_code[i].language.section(u' ', 0, 0),
                                                 Qt::ElideRight, m_style.pixels(80));
        painter.drawText(QRect(button.left() - m_style.pixels(88), button.top() - 4,
                               m_style.pixels(82), button.height() + 8),
                         Qt::AlignRight | Qt::AlignVCenter, label);
    }
}

void MarkdownBrowser::paintBeside(QPainter& painter, const QRect& exposed) const {
    QTextBlock block = cursorForPosition(exposed.topLeft()).block();
    for (block = block.previous().isValid() ? block.previous() : block; block.isValid();
         block = block.next()) {
        if (blockRect(block.blockNumber()).top() > exposed.bottom())
            break;
        paintQuoteBars(painter, block);
        if (hasBullet(block))
            paintBullet(painter, block);
    }
}

void MarkdownBrowser::paintQuoteBars(QPainter& painter, const QTextBlock& block) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.colours.border);
    const QRectF rect = blockRect(block.blockNumber());
    const int level = std::min(block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel), 8);
    // Margins of neighbours in a quote collapse; the bar runs through them.
    for (int i = 0; i < level; ++i)
        painter.drawRect(QRectF(document()->documentMargin() + m_style.pixels(14) * i,
                                rect.top() - m_style.pixels(4), m_style.pixels(3),
                                rect.height() + m_style.pixels(8)));
}

// Half way up the small letters; a ring for what is listed below an item.
void MarkdownBrowser::paintBullet(QPainter& painter, const QTextBlock& block) const {
    const QTextLayout* layout = block.layout();
    if (layout->lineCount() == 0)
        return;
    const QTextLine line = layout->lineAt(0);
    const qreal away = m_style.pixels(10);
    const QPointF left(block.textDirection() == Qt::RightToLeft ? line.x() + line.width() + away
                                                                : line.x() - away,
                       line.y() + line.ascent() - QFontMetricsF(m_style.bodyFont()).xHeight() / 2);
    const QPointF middle = blockRect(block.blockNumber()).topLeft() + left;
    const QColor ink = m_style.colours.text;
    const bool inner = block.textList()->format().indent() % 2 == 0;
    painter.setPen(inner ? QPen(ink, 1.2) : QPen(Qt::NoPen));
    painter.setBrush(inner ? QBrush(Qt::NoBrush) : QBrush(ink));
    const qreal radius = m_style.scale * (inner ? 2.2 : 2.4);
    painter.drawEllipse(middle, radius, radius);
}

void MarkdownBrowser::mouseMoveEvent(QMouseEvent* event) {
    QTextBrowser::mouseMoveEvent(event);
    const bool copy = copyButtonAt(event->position().toPoint()) >= 0;
    if (copy)
        viewport()->setCursor(Qt::PointingHandCursor);
    else if (anchorAt(event->position().toPoint()).isEmpty())
        viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setToolTip(copy ? tr("Copy this code") : QString());
}

void MarkdownBrowser::mousePressEvent(QMouseEvent* event) {
    const qsizetype index = copyButtonAt(event->position().toPoint());
    if (index >= 0 && event->button() == Qt::LeftButton) {
        copyCode(index);
        event->accept();
        return;
    }
    QTextBrowser::mousePressEvent(event);
}

void MarkdownBrowser::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("&Copy"), this, &QTextEdit::copy);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(textCursor().hasSelection());
    const QString address = anchorAt(event->pos());
    if (!address.isEmpty())
        menu.addAction(tr("Copy &link address"), this,
                       [address] { QGuiApplication::clipboard()->setText(address); });
    for (qsizetype i = 0; i < m_code.size(); ++i) {
        // By mouse the block under it, by keyboard every one.
        if (event->reason() == QContextMenuEvent::Mouse &&
            !codeFrame(m_code[i]).contains(event->pos()))
            continue;
        const QString start = m_code[i].code.trimmed().section(u'\n', 0, 0).left(40);
        menu.addAction(tr("Copy code: %1").arg(QString(start).replace(u'&', u"&&"_s)), this,
                       [this, i] { copyCode(i); });
    }
    menu.addSeparator();
    QAction* all = menu.addAction(tr("Select &all"), this, &QTextEdit::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    menu.exec(event->globalPos());
}

} // namespace agon::ui
