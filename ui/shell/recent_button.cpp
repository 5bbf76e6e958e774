#include "ui/shell/recent_button.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>

namespace agon::ui {

namespace {

QString whenText(const QDateTime& at, const QDate& today) {
    const QLocale locale;
    const QDate day = at.date();
    const QString time = locale.toString(at.time(), QStringLiteral("HH:mm"));
    if (day == today)
        return RecentButton::tr("today %1").arg(time);
    if (day.addDays(1) == today)
        return RecentButton::tr("yesterday %1").arg(time);
    const bool thisYear = day.year() == today.year();
    return locale.toString(day, thisYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString countsText(const RecentWorkspace& workspace) {
    QStringList parts;
    parts.append(RecentButton::tr("%1 models").arg(formatCount(workspace.models)));
    parts.append(RecentButton::tr("%1 battles").arg(formatCount(workspace.battles)));
    if (workspace.toReview > 0)
        parts.append(RecentButton::tr("%1 to review").arg(formatCount(workspace.toReview)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

RecentButton::RecentButton(const RecentWorkspace& workspace, const QDate& today, QWidget* parent)
    : QAbstractButton(parent)
    , m_workspace(workspace)
    , m_counts(countsText(workspace))
    , m_when(whenText(workspace.at, today))
    , m_where(QFileInfo(QFileInfo(workspace.path).absolutePath()).fileName()) {
    setText(QFileInfo(workspace.path).fileName());
    setToolTip(workspace.path);
    setAccessibleName(text());
    setAccessibleDescription(QStringList{m_counts, m_when, workspace.path}.join(u", "));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RecentButton::sizeHint() const {
    return {scaled(420), scaled(66)};
}

void RecentButton::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = theme.color(isDown()       ? Colour::Selection
                                    : underMouse() ? Colour::Hover
                                                   : Colour::Base);
    paintControlBox(&painter, rect(), fill, QColor(), hasFocus(), theme, 0);

    const QRect inner = rect().adjusted(scaled(16), 0, -scaled(16), 0);
    const int upper = inner.top() + scaled(14);
    const int lineHeight = scaled(18);
    const QFontMetrics small(uiFont(Size::Caption));
    const int rightWidth = std::min(
        scaled(112),
        std::max(small.horizontalAdvance(m_when), small.horizontalAdvance(m_where)) + scaled(2));
    const int chartWidth = scaled(68);
    const QRect right(inner.right() - rightWidth, upper, rightWidth, lineHeight);
    const QRectF chart(right.left() - chartWidth - scaled(20), upper + scaled(4), chartWidth,
                       scaled(26));
    const int wordsWidth = static_cast<int>(chart.left()) - inner.left() - scaled(12);
    const auto line = [&](const QRect& area, const QString& text, const QFont& font, Colour colour,
                          Qt::Alignment side) {
        painter.setFont(font);
        painter.setPen(theme.color(colour));
        painter.drawText(area, static_cast<int>(side | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    };
    const QRect name(inner.left(), upper, wordsWidth, lineHeight);
    line(name, text(), uiFont(Size::Answer, Weight::Semibold), Colour::Text, Qt::AlignLeft);
    line(name.translated(0, lineHeight), m_counts, uiFont(Size::Caption), Colour::Dim,
         Qt::AlignLeft);
    line(right, m_when, uiFont(Size::Caption), Colour::Dim, Qt::AlignRight);
    line(right.translated(0, lineHeight), m_where, uiFont(Size::Caption), Colour::Dim,
         Qt::AlignRight);
    if (m_workspace.progress.size() > 1)
        paintProgress(painter, chart);
    else if (!m_workspace.intervals.isEmpty())
        paintIntervals(painter, chart);
}

void RecentButton::paintProgress(QPainter& painter, const QRectF& area) const {
    const Theme theme = Theme::of(palette());
    const QList<double>& values = m_workspace.progress;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double span = std::max(1e-9, *high - *low);
    QPolygonF points;
    for (qsizetype i = 0; i < values.size(); ++i)
        points.append({area.left() + area.width() * static_cast<double>(i) /
                                         static_cast<double>(values.size() - 1),
                       area.bottom() - area.height() * (values[i] - *low) / span});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Colour::Accent), 1.2));
    painter.drawPolyline(points);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Colour::Accent));
    for (const QPointF& point : points)
        painter.drawEllipse(point, 1.5, 1.5);
    painter.drawEllipse(points.back(), 3, 3);
}

void RecentButton::paintIntervals(QPainter& painter, const QRectF& area) const {
    const Theme theme = Theme::of(palette());
    double low = m_workspace.intervals.front().low;
    double high = m_workspace.intervals.front().high;
    for (const auto& interval : m_workspace.intervals) {
        low = std::min(low, interval.low);
        high = std::max(high, interval.high);
    }
    const double span = std::max(1e-9, high - low);
    const auto x = [&](double value) {
        return area.left() + area.width() * (value - low) / span;
    };
    const double pitch = area.height() / static_cast<double>(m_workspace.intervals.size());
    double y = area.top() + pitch / 2;
    for (const auto& interval : m_workspace.intervals) {
        painter.setPen(QPen(theme.color(Colour::Dim), 1.2));
        painter.drawLine(QPointF(x(interval.low), y), QPointF(x(interval.high), y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Colour::Accent));
        painter.drawEllipse(QPointF(x(interval.rating), y), 3, 3);
        y += pitch;
    }
}

} // namespace agon::ui
