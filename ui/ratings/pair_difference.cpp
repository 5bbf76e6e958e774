#include "ui/ratings/pair_difference.h"

#include "ui/theme/font.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/verdict_chip.h"

#include <QtGui/QPainter>

#include <cmath>

namespace agon::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pad = 10;
constexpr int gap = 8;

} // namespace

PairDifference::PairDifference(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hideAll();
}

void PairDifference::show(const QString& a, const QString& b,
                          std::optional<rating::RatingDifference> difference) {
    m_pinned = true;
    m_difference = difference;
    const QString words =
        difference
            ? tr("%1 minus %2: %3, %4, %5").arg(a, b, valueText(), rangeText(), verdictText())
            : tr("%1 and %2 cannot be compared").arg(a, b);
    setAccessibleName(words);
    setToolTip(words);
    setVisible(true);
    updateGeometry();
    update();
}

void PairDifference::hideAll() {
    m_pinned = false;
    setVisible(false);
}

QString PairDifference::valueText() const {
    return m_difference ? formatSigned(m_difference->difference, 0) : missing();
}

QString PairDifference::rangeText() const {
    if (!m_difference)
        return {};
    const auto bound = [](double value) {
        return std::isinf(value) ? (value > 0 ? u"+∞"_s : u"−∞"_s) : formatSigned(value, 0);
    };
    return tr("%1 to %2").arg(bound(m_difference->lower), bound(m_difference->upper));
}

QString PairDifference::verdictText() const {
    if (!m_difference)
        return tr("not comparable");
    return m_difference->lower > 0 || m_difference->upper < 0 ? tr("separated")
                                                              : tr("not separated");
}

QSize PairDifference::sizeHint() const {
    const QFontMetrics bold(uiFont(Size::Body, Weight::Semibold));
    const QFontMetrics plain(uiFont());
    const int chips =
        2 * verdictChipSize().width() + scaled(gap) * 2 + plain.horizontalAdvance(u'–');
    const int words = bold.horizontalAdvance(valueText()) + plain.horizontalAdvance(rangeText()) +
                      labelChipSize(verdictText(), false).width();
    return {chips + words + 3 * scaled(gap) + 2 * scaled(pad), scaled(32)};
}

void PairDifference::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Colour::Border), 1));
    painter.setBrush(theme.color(Colour::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius,
                            measure::radius);
    int x = scaled(pad);
    const auto chip = [&](Verdict side) {
        const int width = verdictChipSize().width();
        paintVerdictChip(&painter, QRect(x, 0, width, height()), {side, false, true}, theme);
        x += width + scaled(gap);
    };
    const auto text = [&](const QString& words, const QFont& font, Colour colour) {
        painter.setFont(font);
        painter.setPen(theme.color(colour));
        const int width = QFontMetrics(font).horizontalAdvance(words);
        painter.drawText(QRect(x, 0, width + 2, height()), static_cast<int>(Qt::AlignVCenter),
                         words);
        x += width + scaled(gap);
    };
    chip(Verdict::A);
    text(u"–"_s, uiFont(), Colour::Dim);
    chip(Verdict::B);
    text(valueText(), uiFont(Size::Body, Weight::Semibold), Colour::Text);
    text(rangeText(), uiFont(), Colour::Dim);
    const QSize size = labelChipSize(verdictText(), false);
    paintLabelChip(&painter, QRect(QPoint(x, (height() - size.height()) / 2), size), verdictText(),
                   Tone::Neutral, {}, theme);
}

} // namespace agon::ui
