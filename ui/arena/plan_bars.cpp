#include "ui/arena/plan_bars.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"

#include <QPainter>

#include <algorithm>

namespace agon::ui {

namespace {

constexpr int wholeHeight = 72;
constexpr int barTop = 32;
constexpr int barHeight = 10;

// Left and right words on one line.
void words(QPainter& painter, const QRect& line, const QString& left, const QString& right,
           Colour colour) {
    const Theme theme = Theme::current();
    painter.setFont(uiFont(Size::Body, Weight::Medium));
    painter.setPen(theme.color(Colour::Text));
    painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), left);
    const int taken = left.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(left) + 12;
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme.color(colour));
    painter.drawText(line.adjusted(taken, 0, 0, 0),
                     static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(right, Qt::ElideRight, line.width() - taken));
}

void caption(QPainter& painter, const QRect& line, const QString& left, const QString& right) {
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(Theme::current().color(Colour::Dim));
    painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), left);
    painter.drawText(line, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), right);
}

} // namespace

PlanBars::PlanBars(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PlanBars::showPlan(const RunEstimate& estimate, std::optional<double> limit) {
    m_cached = estimate.answers.cached + estimate.games.cached;
    m_calls = estimate.calls();
    m_likely = estimate.likely();
    m_ceiling = estimate.ceiling();
    m_limit = limit;
    setAccessibleName(tr("%1 cached, %2 to call; likely %3, at most %4")
                          .arg(formatCount(m_cached), formatCount(m_calls),
                               m_likely ? formatDollars(*m_likely) : missing(),
                               m_ceiling ? formatDollars(*m_ceiling) : missing()));
    update();
}

QSize PlanBars::sizeHint() const {
    return {scaled(400), scaled(wholeHeight)};
}

void PlanBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(palette());
    const int padding = scaled(measure::formPadding);
    const int half = width() / 2;
    const auto place = [&](int column, int top, int high) {
        return QRect(column * half + padding, scaled(top), half - 2 * padding, scaled(high));
    };
    painter.fillRect(half, 0, 1, height(), theme.color(Colour::Border));

    const double all = static_cast<double>(std::max<std::int64_t>(1, m_cached + m_calls));
    words(painter, place(0, 8, 18), tr("Calls"),
          m_cached > 0 ? tr("%1 cached, never paid again")
                             .arg(formatPercent(static_cast<double>(m_cached) / all, 0))
                       : QString(),
          Colour::Dim);
    QRectF bar = place(0, barTop, barHeight);
    painter.fillRect(bar, theme.color(m_calls > 0 ? Colour::Accent : Colour::BarQuiet));
    bar.setWidth(bar.width() * static_cast<double>(m_cached) / all);
    painter.fillRect(bar, theme.color(Colour::BarQuiet));
    caption(painter, place(0, barTop + barHeight + 4, 18),
            m_cached > 0 ? tr("%1 cached").arg(formatCount(m_cached)) : QString(),
            tr("%1 to call").arg(formatCount(m_calls)));

    const QString likely = m_likely ? tr("likely %1").arg(formatDollars(*m_likely)) : QString();
    words(painter, place(1, 8, 18), tr("Price"),
          m_ceiling ? likely : tr("not known: a model has no price"), Colour::Dim);
    const QRectF track = place(1, barTop, barHeight);
    painter.fillRect(track, theme.color(Colour::BarQuiet));
    if (!m_ceiling)
        return;
    // The limit is a line that no bar passes.
    const double end = std::max({*m_ceiling, m_limit.value_or(0), 1e-9});
    const double most = m_limit ? std::min(*m_ceiling, *m_limit) : *m_ceiling;
    const auto upTo = [&](double dollars) {
        return QRectF(track.topLeft(),
                      QSizeF(track.width() * std::min(1.0, dollars / end), track.height()));
    };
    paintHatch(&painter, upTo(most), theme.color(Colour::Accent), theme.color(Colour::Base));
    painter.fillRect(upTo(std::min(most, m_likely.value_or(0))), theme.color(Colour::Accent));
    if (m_limit) {
        const double at = std::min(upTo(*m_limit).right(), track.right() - 1);
        painter.fillRect(QRectF(at - 1, track.top() - 3, 2, track.height() + 6),
                         theme.color(Colour::Text));
    }
    caption(painter, place(1, barTop + barHeight + 4, 18),
            tr("at most %1").arg(formatDollars(*m_ceiling)),
            m_limit ? tr("limit %1").arg(formatDollars(*m_limit)) : tr("no limit"));
}

} // namespace agon::ui
