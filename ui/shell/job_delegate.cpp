#include "ui/shell/job_delegate.h"

#include "ui/shell/jobs_model.h"
#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/state_mark.h"

#include <QPainter>

namespace agon::ui {

namespace {

Mark markOf(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return Mark::Waiting;
    case JobState::Running:
        return Mark::Running;
    case JobState::Done:
        return Mark::Done;
    case JobState::Failed:
        return Mark::Failed;
    case JobState::Cancelled:
        break;
    }
    return Mark::Stopped;
}

} // namespace

QSize JobDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {scaled(200), scaled(measure::jobRow)};
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Theme theme = Theme::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    painter->setPen(theme.color(Colour::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const auto state = static_cast<JobState>(index.data(JobsModel::StateRole).toInt());
    const double fraction = index.data(JobsModel::FractionRole).toDouble();
    QRect rest = option.rect.adjusted(scaled(12), 0, -scaled(12), 0);
    const int mark = scaled(16);
    paintStateMark(painter, QRectF(rest.left(), rest.center().y() - mark / 2.0, mark, mark),
                   index.data(JobsModel::RemarksRole).toBool() ? Mark::Remark : markOf(state),
                   std::max(0.0, fraction), theme);
    rest.setLeft(rest.left() + mark + scaled(12));

    const auto line = [&](const QRect& area, const QString& text, const QFont& font, Colour colour,
                          Qt::Alignment alignment) {
        painter->setFont(font);
        painter->setPen(theme.color(colour));
        painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    };

    const int timeWidth = scaled(112);
    line(QRect(rest.right() - timeWidth, rest.top(), timeWidth, rest.height()),
         index.data(JobsModel::TimeRole).toString(), uiFont(Size::Caption), Colour::Dim,
         Qt::AlignRight);
    rest.setRight(rest.right() - timeWidth - scaled(8));

    const int upper = option.rect.top() + scaled(8);
    const int height = scaled(18);
    if (state == JobState::Running && fraction >= 0 && rest.width() > scaled(280)) {
        const QRect bar(rest.right() - scaled(140), upper, scaled(140), height);
        line(bar, JobDelegate::tr("%1 %").arg(static_cast<int>(fraction * 100)),
             uiFont(Size::Caption, Weight::Semibold), Colour::Text, Qt::AlignLeft);
        QRectF track(bar.left(), bar.bottom() + scaled(5), bar.width(), scaled(6));
        paintBar(painter, track, theme.color(Colour::BarQuiet), 3);
        track.setWidth(std::max(6.0, track.width() * fraction));
        paintBar(painter, track, theme.color(Colour::Accent), 3);
        rest.setRight(bar.left() - scaled(12));
    }
    line(QRect(rest.left(), upper, rest.width(), height), index.data(Qt::DisplayRole).toString(),
         uiFont(Size::Body, Weight::Medium), Colour::Text, Qt::AlignLeft);
    line(QRect(rest.left(), upper + height, rest.width(), height),
         index.data(JobsModel::DetailRole).toString(), uiFont(Size::Caption),
         state == JobState::Failed ? Colour::DangerText : Colour::Dim, Qt::AlignLeft);
    painter->restore();
}

} // namespace agon::ui
