// Tabular digits from a font that has none: each digit stands in the middle of the widest one's
// width.
#pragma once

#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QFont>

class QPainter;

namespace agon::ui {

// A piece of the text and where its left end goes, from the text's left end.
struct TabularPiece {
    QString text;
    double offset = 0.0;
};

[[nodiscard]] QList<TabularPiece> tabularPieces(const QString& text, const QFont& font);
[[nodiscard]] double tabularWidth(const QString& text, const QFont& font);

// With the painter's font and pen. Left, right or centred; always centred vertically. Not elided.
void paintTabular(QPainter* painter, const QRectF& rect, const QString& text,
                  Qt::Alignment alignment);

} // namespace agon::ui
