#include "ui/battles/explanation_view.h"

#include "ui/text/markdown_document.h"
#include "ui/theme/font.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QWheelEvent>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int padding = 10;

Colour tintOf(const Quote& quote) {
    return quote.inA == quote.inB ? Colour::TieTint : quote.inA ? Colour::ATint : Colour::BTint;
}
Colour markOf(const Quote& quote) {
    return quote.inA == quote.inB ? Colour::TieMark : quote.inA ? Colour::AMark : Colour::BMark;
}
Colour textOf(const Quote& quote) {
    return quote.inA == quote.inB ? Colour::TieText : quote.inA ? Colour::AText : Colour::BText;
}

} // namespace

ExplanationView::ExplanationView(const QString& text, const QList<Quote>& quotes, QWidget* parent)
    : QTextBrowser(parent)
    , m_text(text)
    , m_quotes(quotes)
    , m_document(std::make_unique<UntrustedDocument>()) {
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Explanation"));
    viewport()->setAutoFillBackground(false);
    m_document->setUndoRedoEnabled(false);
    setDocument(m_document.get());
    write();
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (const int number = url.fragment().toInt(); number > 0)
            emit quoteActivated(number);
    });
}

ExplanationView::~ExplanationView() {
    setDocument(nullptr); // ours dies before the widget's own parts do
}

QVariant ExplanationView::loadResource(int, const QUrl&) {
    return {};
}

void ExplanationView::write() {
    const Theme theme = Theme::of(palette());
    m_document->clear();
    m_document->setDefaultFont(proseFont(Size::Body));
    m_document->setDocumentMargin(scaled(padding));
    QTextCursor cursor(m_document.get());
    QTextBlockFormat block;
    block.setLineHeight(scaled(18), QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(block);
    QTextCharFormat plain;
    plain.setForeground(theme.color(Colour::Text));
    qsizetype at = 0;
    for (const Quote& quote : m_quotes) {
        cursor.insertText(m_text.sliced(at, quote.begin - at), plain);
        QTextCharFormat link = plain;
        link.setAnchor(true);
        link.setAnchorHref(u"#%1"_s.arg(quote.number));
        link.setBackground(theme.color(tintOf(quote)));
        link.setForeground(theme.color(Colour::Text));
        link.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        link.setUnderlineColor(theme.color(markOf(quote)));
        link.setToolTip(tr("Show it in the answer"));
        cursor.insertText(m_text.sliced(quote.begin, quote.length), link);
        QTextCharFormat number = plain;
        number.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        number.setFont(uiFont(Size::Answer, Weight::Semibold)); // a superscript is drawn smaller
        number.setForeground(theme.color(textOf(quote)));
        cursor.insertText(QString::number(quote.number), number);
        at = quote.begin + quote.length;
    }
    cursor.insertText(m_text.sliced(at), plain);
    fit();
}

void ExplanationView::fit() {
    m_document->setTextWidth(viewport()->width());
    setFixedHeight(qCeil(m_document->size().height()));
}

void ExplanationView::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ExplanationView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        write();
}

void ExplanationView::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace agon::ui
