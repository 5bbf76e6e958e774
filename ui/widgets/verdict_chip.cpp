#include "ui/widgets/verdict_chip.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int overhang = 3; // of the dot over the chip's corner
constexpr int changeGap = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VerdictChip)
};

QRectF chipIn(const QRect& rect) {
    const QSize size = verdictChipSize();
    return QRectF(rect.left() + (rect.width() - size.width()) / 2,
                  rect.top() + (rect.height() - size.height()) / 2, size.width(), size.height());
}

void paintSign(QPainter* painter, const QRectF& chip, const QString& sign, const QColor& ink) {
    painter->save();
    painter->setFont(uiFont(Size::Caption, Weight::Semibold));
    painter->setPen(ink);
    // Centred by what is inked: capitals and signs have no descenders to allow for.
    const QRectF inked = QFontMetricsF(painter->font()).tightBoundingRect(sign);
    const QPointF origin(chip.center().x() - inked.center().x(),
                         chip.center().y() - inked.center().y());
    painter->drawText(origin, sign);
    painter->restore();
}

void paintDashed(QPainter* painter, const QRectF& chip, const Theme& theme) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.color(Colour::StrongBorder), 1.0);
    pen.setDashPattern({2.5, 2.0});
    pen.setCapStyle(Qt::FlatCap);
    painter->setPen(pen);
    painter->drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    painter->restore();
}

void paintInvalid(QPainter* painter, const QRectF& chip, const Theme& theme) {
    paintHatch(painter, chip, theme.color(Colour::InvalidHatch), theme.color(Colour::InvalidBack),
               measure::radius);
    paintBox(painter, chip, {}, theme.color(Colour::InvalidHatch), measure::radius);
    QRectF mark(0, 0, scaled(12), scaled(12));
    mark.moveCenter(chip.center());
    paintIcon(painter, mark, Icon::Invalid, theme.color(Colour::InvalidText));
}

} // namespace

QSize verdictChipSize() {
    return {scaled(20), scaled(18)};
}

void paintVerdictChip(QPainter* painter, const QRect& rect, VerdictLook look, const Theme& theme) {
    const QRectF chip = chipIn(rect);
    const auto filled = [&](Colour fill, Colour ink, const QString& sign) {
        paintBox(painter, chip, theme.color(fill), {}, measure::radius);
        paintSign(painter, chip, sign, theme.color(ink));
    };
    switch (look.verdict) {
    case Verdict::A:
        filled(look.solid ? Colour::AText : Colour::ATint,
               look.solid ? Colour::OnSolid : Colour::AText, u"A"_s);
        break;
    case Verdict::B:
        filled(look.solid ? Colour::BText : Colour::BTint,
               look.solid ? Colour::OnSolid : Colour::BText, u"B"_s);
        break;
    case Verdict::Tie:
        filled(Colour::TieTint, Colour::TieText, u"="_s);
        break;
    case Verdict::Bad:
        filled(Colour::TieTint, Colour::TieText, u"\u00d7"_s);
        break;
    case Verdict::Invalid:
        paintInvalid(painter, chip, theme);
        break;
    case Verdict::None:
        paintDashed(painter, chip, theme);
        break;
    }
    if (!look.human)
        return;
    QRectF dot(0, 0, scaled(7), scaled(7));
    dot.moveCenter(chip.topRight() + QPointF(-0.5, 0.5));
    paintBox(painter, dot, theme.color(Colour::HumanText), {}, dot.width() / 2.0);
}

void paintBlindChip(QPainter* painter, const QRect& rect, BlindSide side, const Theme& theme) {
    const QRectF chip = chipIn(rect);
    paintBox(painter, chip, theme.color(theme.isDark() ? Colour::StrongBorder : Colour::TieText),
             {}, measure::radius);
    paintSign(painter, chip,
              side == BlindSide::Left ? Words::tr("L", "left answer")
                                      : Words::tr("R", "right answer"),
              theme.color(theme.isDark() ? Colour::Text : Colour::OnSolid));
}

QSize verdictChangeSize() {
    const QSize chip = verdictChipSize();
    return {2 * chip.width() + scaled(12) + 2 * scaled(changeGap) + overhang,
            chip.height() + 2 * overhang};
}

void paintVerdictChange(QPainter* painter, const QRect& rect, Verdict judge, Verdict human,
                        const Theme& theme) {
    const QSize chip = verdictChipSize();
    const int gap = scaled(changeGap);
    const QRect second(rect.right() + 1 - overhang - chip.width(), rect.top(), chip.width(),
                       rect.height());
    const int side = scaled(12);
    const QRect arrow(second.left() - gap - side, rect.top() + (rect.height() - side) / 2, side,
                      side);
    const QRect first(arrow.left() - gap - chip.width(), rect.top(), chip.width(), rect.height());
    paintVerdictChip(painter, first, {judge, false, false}, theme);
    paintIcon(painter, arrow, Icon::ArrowRight, theme.color(Colour::Dim));
    paintVerdictChip(painter, second, {human, true, false}, theme);
}

QString verdictWords(VerdictLook look) {
    QString words;
    switch (look.verdict) {
    case Verdict::A:
        words = look.solid ? Words::tr("Side A") : Words::tr("A is better");
        break;
    case Verdict::B:
        words = look.solid ? Words::tr("Side B") : Words::tr("B is better");
        break;
    case Verdict::Tie:
        words = Words::tr("Tie");
        break;
    case Verdict::Bad:
        words = Words::tr("Both bad");
        break;
    case Verdict::Invalid:
        words = Words::tr("Invalid");
        break;
    case Verdict::None:
        words = Words::tr("No verdict");
        break;
    }
    return look.human ? Words::tr("%1, by a person").arg(words) : words;
}

QString verdictChangeWords(Verdict judge, Verdict human) {
    return Words::tr("Judge: %1. Person: %2")
        .arg(verdictWords({judge, false, false}), verdictWords({human, false, false}));
}

VerdictChip::VerdictChip(VerdictLook look, QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(look);
}

void VerdictChip::setLook(VerdictLook look) {
    m_look = look;
    setAccessibleName(verdictWords(look));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize VerdictChip::sizeHint() const {
    return verdictChipSize() + (m_look.human ? QSize(2 * overhang, 2 * overhang) : QSize(0, 0));
}

void VerdictChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintVerdictChip(&painter, rect(), m_look, Theme::of(palette()));
}

} // namespace agon::ui
