#include "ui/widgets/tabular_text.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

namespace agon::ui {
namespace {

bool isFigure(QChar c) {
    return c >= u'0' && c <= u'9';
}

double figureWidth(const QFontMetricsF& metrics) {
    double widest = 0.0;
    for (char16_t figure = u'0'; figure <= u'9'; ++figure)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(figure)));
    return widest;
}

// Calls visit(text, offset) for each piece and returns the whole width.
template <class Visit>
double layOut(const QString& text, const QFont& font, Visit visit) {
    const QFontMetricsF metrics(font);
    const double cell = figureWidth(metrics);
    double at = 0.0;
    qsizetype i = 0;
    while (i < text.size()) {
        if (isFigure(text[i])) {
            visit(text.mid(i, 1), at + (cell - metrics.horizontalAdvance(text[i])) / 2.0);
            at += cell;
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && !isFigure(text[i]))
            ++i;
        const QString words = text.mid(start, i - start);
        visit(words, at);
        at += metrics.horizontalAdvance(words);
    }
    return at;
}

} // namespace

QList<TabularPiece> tabularPieces(const QString& text, const QFont& font) {
    QList<TabularPiece> pieces;
    layOut(text, font, [&](const QString& piece, double offset) {
        pieces.append({piece, offset});
    });
    return pieces;
}

double tabularWidth(const QString& text, const QFont& font) {
    return layOut(text, font, [](const QString&, double) {});
}

void paintTabular(QPainter* painter, const QRectF& rect, const QString& text,
                  Qt::Alignment alignment) {
    const QFontMetricsF metrics(painter->font());
    const double width = tabularWidth(text, painter->font());
    double left = rect.left();
    if (alignment.testFlag(Qt::AlignRight))
        left = rect.right() - width;
    else if (alignment.testFlag(Qt::AlignHCenter))
        left = rect.center().x() - width / 2.0;
    // Rounded as drawText rounds it, so that words and numbers of a row stand on one line.
    const double baseline =
        std::floor(rect.top() + (rect.height() - metrics.height()) / 2.0 + metrics.ascent() + 0.5);
    layOut(text, painter->font(), [&](const QString& piece, double offset) {
        painter->drawText(QPointF(left + offset, baseline), piece);
    });
}

} // namespace agon::ui
