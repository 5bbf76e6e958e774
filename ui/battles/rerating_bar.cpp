#include "ui/battles/rerating_bar.h"

#include "ui/battles/battle_words.h"
#include "ui/battles/rerating.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"

#include <QPainter>
#include <QStyle>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int barHeight = 32;
constexpr int iconSide = 14;
constexpr int gap = 8;
constexpr int sideGap = 12;
constexpr int longestName = 76; // of a model

QString number(std::optional<double> rating) {
    return rating ? formatRating(*rating) : missing();
}

} // namespace

ReratingBar::ReratingBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void ReratingBar::show(const Rerating& rerating, const QString& modelA, const QString& modelB,
                       bool onScreen) {
    const QFontMetrics metrics(uiFont(Size::Caption, Weight::Semibold));
    bool rated = false;
    const auto side = [&](const QString& model, const QString& letter) {
        const Rerating::Move move = rerating.moveOf(model);
        rated = rated || move.after;
        return Side{onScreen ? letter
                             : metrics.elidedText(model, Qt::ElideMiddle, scaled(longestName)),
                    number(move.before) + u" → "_s + number(move.after),
                    tr("%1 from %2 to %3").arg(model, number(move.before), number(move.after))};
    };
    m_time = clockTime(rerating.at());
    m_onScreen = onScreen;
    m_a = side(modelA, u"A"_s);
    m_b = side(modelB, u"B"_s);
    setAccessibleName(text());
    setToolTip(tr("What the last vote did to the ratings. %1; %2.").arg(m_a.words, m_b.words));
    setVisible(rerating.at().known() && rated);
    update();
}

QString ReratingBar::text() const {
    return tr("Re-rated %1. %2; %3").arg(m_time, m_a.words, m_b.words);
}

QSize ReratingBar::sizeHint() const {
    return {scaled(280), scaled(barHeight)};
}

QSize ReratingBar::minimumSizeHint() const {
    return {0, scaled(barHeight)};
}

// Where there is no room for all, first the word goes, then the time; the numbers stay.
void ReratingBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Alternate));
    painter.fillRect(0, 0, width(), 1, theme.color(Colour::Border));

    const QFont plain = uiFont(Size::Caption);
    const QFont heavy = uiFont(Size::Caption, Weight::Semibold);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics heavyMetrics(heavy);
    const int padding = scaled(measure::dockPadding);
    int right = width() - padding;
    const auto place = [&](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), rect(), {left, 1, wide, height() - 1});
    };
    const auto draw = [&](const Side& side, Colour colour) {
        const int label = heavyMetrics.horizontalAdvance(side.label) + scaled(4);
        const int wide = label + plainMetrics.horizontalAdvance(side.move);
        painter.setFont(verbatimFont(heavy, side.label));
        painter.setPen(theme.color(m_onScreen ? colour : Colour::Text));
        painter.drawText(place(right - wide, label), Qt::AlignVCenter | Qt::AlignLeft, side.label);
        painter.setFont(plain);
        painter.setPen(theme.color(Colour::Text));
        painter.drawText(place(right - wide + label, wide - label),
                         Qt::AlignVCenter | Qt::AlignLeft, side.move);
        right -= wide + scaled(sideGap);
    };
    draw(m_b, Colour::BText);
    draw(m_a, Colour::AText);

    const int side = scaled(iconSide);
    if (right < padding + side)
        return;
    QRect mark = place(padding, side);
    mark.setTop((height() - side) / 2);
    mark.setHeight(side);
    paintIcon(&painter, mark, Icon::Ratings, theme.color(Colour::Dim));
    const int left = padding + side + scaled(gap);
    for (const QString& words : {tr("Re-rated %1").arg(m_time), m_time}) {
        if (left + plainMetrics.horizontalAdvance(words) > right)
            continue;
        painter.setPen(theme.color(Colour::Dim));
        painter.drawText(place(left, right - left), Qt::AlignVCenter | Qt::AlignLeft, words);
        return;
    }
}

} // namespace agon::ui
