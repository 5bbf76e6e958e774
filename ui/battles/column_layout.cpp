#include "ui/battles/column_layout.h"

#include "ui/theme/font.h"

#include <QHeaderView>
#include <QStringList>

namespace agon::ui {

namespace {

constexpr int narrowest = 20;
constexpr int widest = 4000;

} // namespace

QString columnLayout(const QHeaderView& header, const ColumnKeys& keys) {
    QStringList parts;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        const bool hidden = header.isSectionHidden(column);
        // Qt says a hidden section has no width; the next start gives it its own again.
        const int width = qRound(header.sectionSize(column) / textScale());
        parts.append(hidden ? QStringLiteral("-%1").arg(keys(column))
                            : QStringLiteral("%1:%2").arg(keys(column)).arg(width));
    }
    return parts.join(u' ');
}

void applyColumnLayout(QHeaderView& header, const ColumnKeys& keys, const QString& layout) {
    int place = 0;
    for (QStringView part : QStringView(layout).split(u' ', Qt::SkipEmptyParts)) {
        const bool hidden = part.startsWith(u'-');
        if (hidden)
            part = part.sliced(1);
        const qsizetype colon = part.indexOf(u':');
        const QStringView key = colon < 0 ? part : part.first(colon);
        for (int column = 0; column < header.count(); ++column) {
            if (keys(column) != key || header.visualIndex(column) < place)
                continue;
            header.moveSection(header.visualIndex(column), place++);
            bool known = false;
            const int width = colon < 0 ? 0 : part.sliced(colon + 1).toInt(&known);
            if (known && width >= narrowest && width <= widest)
                header.resizeSection(column, scaled(width));
            header.setSectionHidden(column, hidden);
        }
    }
    bool any = false;
    for (int column = 0; column < header.count(); ++column)
        any = any || !header.isSectionHidden(column);
    if (!any)
        header.showSection(0);
}

} // namespace agon::ui
