#include "ui/text/markdown_view.h"

#include "ui/text/markdown_browser.h"
#include "ui/text/plain_text_view.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTextBlock>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <QVBoxLayout>

namespace agon::ui {
namespace {

constexpr int ring = 2; // pixels
constexpr int slowAfterMs = 150;

QList<QTextEdit::ExtraSelection> selectionsOf(const QList<TextHighlight>& highlights,
                                              QTextDocument* document) {
    QList<QTextEdit::ExtraSelection> selections;
    const int end = document->characterCount() - 1;
    for (const TextHighlight& highlight : highlights) {
        const auto [position, length] = highlight.range;
        if (position < 0 || length <= 0 || position >= end)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document);
        selection.cursor.setPosition(position);
        selection.cursor.setPosition(std::min(position + length, end), QTextCursor::KeepAnchor);
        selection.format.setBackground(highlight.back);
        if (highlight.underline.isValid()) {
            selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            selection.format.setUnderlineColor(highlight.underline);
        }
        selections.append(selection);
    }
    return selections;
}

template <class View>
void revealIn(View& view, const TextRange& range) {
    QTextCursor cursor(view.document());
    cursor.setPosition(std::clamp(range.position, 0, view.document()->characterCount() - 1));
    view.setTextCursor(cursor);
    view.ensureCursorVisible();
}

} // namespace

MarkdownView::MarkdownView(const TextStyle& style, QWidget* parent, QThreadPool* pool)
    : QWidget(parent)
    , m_style(style)
    , m_pool(pool != nullptr ? pool : QThreadPool::globalInstance())
    , m_browser(new MarkdownBrowser)
    , m_plain(new PlainTextView)
    , m_placeholder(new QLabel)
    , m_pages(new QStackedLayout)
    , m_slow(new QTimer(this))
    , m_source(std::make_shared<const std::string>())
    , m_newest(std::make_shared<std::atomic<quint64>>(0)) {
    auto* frame = new QVBoxLayout(this); // a stacked layout heeds no margins
    frame->setContentsMargins(ring, ring, ring, ring);
    frame->addLayout(m_pages);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setFocusPolicy(Qt::ClickFocus);
    for (QWidget* page : {static_cast<QWidget*>(m_placeholder), static_cast<QWidget*>(m_browser),
                          static_cast<QWidget*>(m_plain)})
        m_pages->addWidget(page);
    m_browser->installEventFilter(this);
    m_plain->installEventFilter(this);
    m_slow->setSingleShot(true);
    m_slow->setInterval(slowAfterMs);
    connect(m_slow, &QTimer::timeout, this,
            [this] { m_placeholder->setText(tr("Preparing the text…")); });
    connect(m_browser, &MarkdownBrowser::linkRequested, this, &MarkdownView::linkRequested);
    connect(m_browser, &MarkdownBrowser::linkRefused, this, &MarkdownView::linkRefused);
    connect(m_browser, &MarkdownBrowser::codeCopied, this, &MarkdownView::codeCopied);
    setName(tr("Text"));
    applyColours();
}

MarkdownView::~MarkdownView() {
    m_newest->store(m_generation + 1); // what is queued need not run
}

void MarkdownView::setName(const QString& name) {
    setAccessibleName(name);
    m_browser->setAccessibleName(name);
    m_plain->setAccessibleName(tr("%1, plain").arg(name));
    m_placeholder->setAccessibleName(tr("%1, being prepared").arg(name));
}

void MarkdownView::setTextStyle(const TextStyle& style) {
    if (style.colours == m_style.colours && qFuzzyCompare(style.scale, m_style.scale))
        return;
    m_style = style;
    applyColours();
    request();
}

void MarkdownView::applyColours() {
    const TextColours& colours = m_style.colours;
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::Window, colours.base);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::WindowText, colours.dim);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.text);
    palette.setColor(QPalette::Link, colours.link);
    palette.setColor(QPalette::Dark, colours.border); // rulers
    setPalette(palette);
    setAutoFillBackground(true);
    m_placeholder->setFont(m_style.bodyFont());
}

void MarkdownView::setText(std::string source, TextMode mode) {
    m_source = std::make_shared<const std::string>(std::move(source));
    m_mode = mode;
    m_highlights.clear();
    request();
}

void MarkdownView::setText(std::string source, TextMode mode, ShownText prepared) {
    m_source = std::make_shared<const std::string>(std::move(source));
    m_mode = mode;
    m_highlights.clear();
    const quint64 generation = ++m_generation; // what is still being prepared is stale
    m_newest->store(generation);
    accept(generation, std::move(prepared));
}

void MarkdownView::setMode(TextMode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_highlights.clear(); // their positions are those of the other document
    request();
}

void MarkdownView::request() {
    const quint64 generation = ++m_generation;
    m_newest->store(generation);
    m_placeholder->clear();
    // A hidden page would hand the focus on to a stranger; the placeholder keeps it meanwhile.
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_pages->setCurrentWidget(m_placeholder);
    if (hadFocus)
        m_placeholder->setFocus(Qt::OtherFocusReason);
    m_slow->start();
    // The view may be gone when the work is done, so the answer goes to the application and asks
    // the pointer there, on this thread.
    m_pool->start([self = QPointer<MarkdownView>(this), newest = m_newest, source = m_source,
                   mode = m_mode, style = m_style, generation, gui = thread()] {
        if (newest->load() != generation)
            return;
        auto result = std::make_shared<ShownText>(prepareText(*source, mode, style));
        result->document->moveToThread(gui);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, result, generation] {
                if (self)
                    self->accept(generation, std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

void MarkdownView::accept(quint64 generation, ShownText shown) {
    if (generation != m_generation)
        return;
    m_shownGeneration = generation;
    m_slow->stop();
    const bool hadFocus = m_placeholder->hasFocus();
    if (shown.plain)
        m_plain->showDocument(std::move(shown.document));
    else
        m_browser->showDocument(std::move(shown.document), m_style);
    m_isPlain = shown.plain;
    m_pages->setCurrentWidget(scrollArea());
    setFocusProxy(scrollArea());
    if (hadFocus)
        scrollArea()->setFocus(Qt::OtherFocusReason);
    setNotice(shown.notice);
    applyHighlights();
    emit this->shown();
}

QAbstractScrollArea* MarkdownView::scrollArea() const {
    if (m_isPlain)
        return m_plain;
    return m_browser;
}

const QTextDocument& MarkdownView::document() const {
    return m_isPlain ? *m_plain->document() : *m_browser->document();
}

QList<CodeBlock> MarkdownView::codeBlocks() const {
    return m_isPlain ? QList<CodeBlock>() : m_browser->codeBlocks();
}

void MarkdownView::copyCode(qsizetype index) {
    if (!m_isPlain)
        m_browser->copyCode(index);
}

QList<TextRange> MarkdownView::find(QStringView needle, Qt::CaseSensitivity sensitivity) const {
    return isReady() ? findText(document(), needle, sensitivity) : QList<TextRange>();
}

void MarkdownView::setHighlights(QList<TextHighlight> highlights) {
    m_highlights = std::move(highlights);
    applyHighlights();
}

void MarkdownView::applyHighlights() {
    if (!isReady())
        return;
    if (m_isPlain)
        m_plain->setExtraSelections(selectionsOf(m_highlights, m_plain->document()));
    else
        m_browser->setExtraSelections(selectionsOf(m_highlights, m_browser->document()));
}

void MarkdownView::reveal(const TextRange& range) {
    if (m_isPlain)
        revealIn(*m_plain, range);
    else
        revealIn(*m_browser, range);
}

void MarkdownView::setNotice(const TextNotice& notice) {
    if (notice == m_notice)
        return;
    m_notice = notice;
    setAccessibleDescription(noticeText(notice));
    emit noticeChanged(notice);
}

void MarkdownView::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!scrollArea()->hasFocus() && !m_placeholder->hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(m_style.colours.focus, ring));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

bool MarkdownView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

} // namespace agon::ui
