#include "ui/widgets/number_delegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/tabular_text.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

#include <cmath>

namespace agon::ui {
namespace {
constexpr int cellPadding = 8; // as the style gives words
}

NumberDelegate::NumberDelegate(int decimals, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_decimals(decimals) {}

QString NumberDelegate::displayText(const QVariant& value, const QLocale&) const {
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return missing();
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong: {
        const qint64 count = value.toLongLong();
        const QString text =
            m_grouped ? formatCount(count) : formatRating(static_cast<double>(count));
        return m_sign == Sign::Always && count > 0 ? QString(u'+' + text) : text;
    }
    case QMetaType::Float:
    case QMetaType::Double: {
        const double number = value.toDouble();
        if (m_sign == Sign::Always)
            return formatSigned(number, m_decimals);
        return m_grouped ? formatNumber(number, m_decimals) : formatRating(number);
    }
    default: {
        const QString text = value.toString();
        return text.isEmpty() ? missing() : text;
    }
    }
}

void NumberDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    // The base class leaves text empty where the model says nothing.
    item.text = displayText(index.data(), item.locale);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);

    const Theme theme = Theme::of(item.palette);
    painter->save();
    painter->setFont(item.font);
    if (!item.state.testFlag(QStyle::State_Enabled))
        painter->setPen(theme.color(Colour::Faint));
    else if (item.text == missing())
        painter->setPen(theme.color(Colour::Dim));
    else
        painter->setPen(item.palette.color(QPalette::Active, QPalette::Text));
    painter->setClipRect(item.rect);
    const QRectF rect = QRectF(item.rect).adjusted(cellPadding, 0, -cellPadding, 0);
    paintTabular(painter, rect, item.text, Qt::AlignRight | Qt::AlignVCenter);
    const bool underlined =
        m_opens == Opens::Always ||
        (m_opens == Opens::UnderMouse && item.state.testFlag(QStyle::State_MouseOver));
    if (underlined && item.text != missing()) {
        const double width = tabularWidth(item.text, item.font);
        const double line = std::floor(rect.center().y() + item.fontMetrics.ascent() / 2.0 + 2.0);
        painter->fillRect(QRectF(rect.right() - width, line, width, 1.0),
                          theme.color(Colour::StrongBorder));
    }
    painter->restore();
}

QSize NumberDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const double width = tabularWidth(displayText(index.data(), item.locale), item.font);
    return {static_cast<int>(std::ceil(width)) + 2 * cellPadding,
            QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace agon::ui
