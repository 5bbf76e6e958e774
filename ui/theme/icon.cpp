#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr std::array names{
    u"models",        u"corpus",      u"battles", u"ratings",    u"flywheel",     u"jobs",
    u"settings",      u"keys",        u"judge",   u"human",      u"flip",         u"invalid",
    u"remark",        u"withheld",    u"shown",   u"anchor",     u"simulated",    u"flag",
    u"comment",       u"skip",        u"undo",    u"redo",       u"link",         u"swap",
    u"diff",          u"markdown",    u"check",   u"cross",      u"plus",         u"minus",
    u"search",        u"sort",        u"filter",  u"import",     u"export",       u"folder",
    u"file",          u"save",        u"copy",    u"chevron-up", u"chevron-down", u"chevron-left",
    u"chevron-right", u"arrow-right", u"server",  u"endpoint",   u"recorded",     u"plug",
    u"clock",         u"info",        u"lock",    u"pause",      u"play",         u"stop",
    u"retry",         u"float",       u"list",    u"gear",       u"terminal",     u"book",
    u"drop",          u"pin",         u"target",  u"veto",       u"compare",      u"table",
};
static_assert(names.size() == static_cast<std::size_t>(Icon::Table) + 1);

constexpr auto icons = [] {
    std::array<Icon, names.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<Icon>(i);
    return all;
}();

// Small icons carry the drawn line; the large ones of empty states a line of one pixel.
double lineWidth(double side) {
    return side < 28.0 ? 1.4 : 16.0 / side;
}

QByteArray drawing(Icon icon, const QColor& color, double side) {
    QFile file(u":/agon/icons/"_s + iconName(icon) + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    const QByteArray width = QByteArray::number(lineWidth(side), 'f', 3);
    svg.replace("stroke-width=\"1.4\"", QByteArray("stroke-width=\"" + width + '"'));
    return svg;
}

QPixmap pixmapOf(Icon icon, const QColor& color, double side, double ratio) {
    const int pixels = std::max(1, qRound(side * ratio));
    const QString key = u"agon-icon/%1/%2/%3/%4"_s.arg(static_cast<int>(icon))
                            .arg(color.rgba(), 0, 16)
                            .arg(pixels)
                            .arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(icon, color, side));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Resolves the colour when it paints, so a change of theme needs no new icons.
class ThemedEngine : public QIconEngine {
  public:
    ThemedEngine(Icon icon, Colour colour)
        : m_icon(icon)
        , m_colour(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintIcon(painter, rect, m_icon, colorFor(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
        return pixmapOf(m_icon, colorFor(mode), std::min(size.width(), size.height()) / scale,
                        scale);
    }

    QString iconName() override { return agon::ui::iconName(m_icon); }
    QString key() const override { return u"agon"_s; }
    QIconEngine* clone() const override { return new ThemedEngine(*this); }

  private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const {
        return Theme::current().color(mode == QIcon::Disabled ? Colour::Faint : m_colour);
    }

    Icon m_icon;
    Colour m_colour;
};

} // namespace

std::span<const Icon> allIcons() {
    return icons;
}

QString iconName(Icon icon) {
    return QString::fromUtf16(names[static_cast<std::size_t>(icon)]);
}

QIcon icon(Icon icon, Colour colour) {
    return QIcon(new ThemedEngine(icon, colour));
}

void paintIcon(QPainter* painter, const QRectF& rect, Icon icon, const QColor& color) {
    const double side = std::min(rect.width(), rect.height());
    if (side <= 0.0)
        return;
    const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    // Snapped to whole device pixels, or thin lines would blur.
    const auto snapped = [ratio](double value) {
        return std::round(value * ratio) / ratio;
    };
    const QPointF corner(snapped(rect.center().x() - side / 2.0),
                         snapped(rect.center().y() - side / 2.0));
    painter->drawPixmap(corner, pixmapOf(icon, color, side, ratio));
}

QIcon appIcon() {
    QSvgRenderer renderer(u":/agon/icons/agon.svg"_s);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace agon::ui
