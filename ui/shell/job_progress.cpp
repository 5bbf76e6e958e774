#include "ui/shell/job_progress.h"

#include "ui/shell/job_words.h"
#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace agon::ui {

namespace {

constexpr int wholeHeight = 64;
constexpr int line = 18;
constexpr int barHeight = 6;

} // namespace

JobProgress::JobProgress(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void JobProgress::show(const JobInfo& job, Timestamp now) {
    m_step = job.progress.step.empty() ? jobStateText(job.state)
                                       : QString::fromStdString(job.progress.step);
    m_count = jobCount(job.progress);
    m_fraction = jobFraction(job);
    QStringList pace;
    if (const QString rate = jobRate(job, now); !rate.isEmpty())
        pace.append(rate);
    if (job.progress.total > 0 || pace.isEmpty())
        pace.append(jobTime(job, now));
    m_pace = pace.join(QStringLiteral(", "));
    setAccessibleName(tr("%1: %2, %3", "step, count, pace").arg(m_step, m_count, m_pace));
    update();
}

QSize JobProgress::sizeHint() const {
    return {scaled(280), scaled(wholeHeight)};
}

void JobProgress::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(palette());
    const int padding = scaled(measure::dockPadding);
    const auto place = [&](int top, int high) {
        return QRect(padding, scaled(top), width() - 2 * padding, scaled(high));
    };
    const auto align = [&](Qt::Alignment alignment) {
        return static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment) |
                                Qt::AlignVCenter);
    };
    const QFont plain = uiFont();
    const int countWidth = QFontMetrics(plain).horizontalAdvance(m_count);
    painter.setFont(plain);
    painter.setPen(theme.color(Colour::Dim));
    painter.drawText(place(8, line), align(Qt::AlignRight), m_count);
    painter.setFont(uiFont(Size::Body, Weight::Medium));
    painter.setPen(theme.color(Colour::Text));
    const int room = width() - 2 * padding - countWidth - scaled(12);
    painter.drawText(place(8, line), align(Qt::AlignLeft),
                     painter.fontMetrics().elidedText(m_step, Qt::ElideMiddle, room));
    QRectF track = place(29, barHeight);
    paintBar(&painter, track, theme.color(Colour::BarQuiet), 3);
    if (m_fraction > 0) {
        const double filled = std::max(6.0, track.width() * m_fraction);
        if (layoutDirection() == Qt::RightToLeft)
            track.setLeft(track.right() - filled);
        else
            track.setWidth(filled);
        paintBar(&painter, track, theme.color(Colour::Accent), 3);
    }
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme.color(Colour::Dim));
    painter.drawText(place(40, line), align(Qt::AlignLeft), m_pace);
}

} // namespace agon::ui
