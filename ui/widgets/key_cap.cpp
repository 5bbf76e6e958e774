#include "ui/widgets/key_cap.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int gap = 3;

int capHeight(KeyCapLook look) {
    return scaled(look == KeyCapLook::Plain ? 18 : 16);
}

QFont capFont(KeyCapLook look) {
    QFont font = uiFont(Size::Caption, Weight::Medium);
    if (look == KeyCapLook::Quiet)
        font.setPixelSize(scaled(10));
    return font;
}

int capWidth(const QString& key, KeyCapLook look) {
    const int words = QFontMetrics(capFont(look)).horizontalAdvance(key);
    return std::max(capHeight(look), words + 2 * scaled(look == KeyCapLook::Plain ? 5 : 4));
}

void paintCap(QPainter* painter, const QRectF& cap, const QString& key, KeyCapLook look,
              const Theme& theme) {
    const bool plain = look == KeyCapLook::Plain;
    const QColor edge = theme.color(plain ? Colour::StrongBorder : Colour::Border);
    paintBox(painter, cap, edge, {}, measure::radius);
    const double below = plain ? 2.0 : 1.0;
    paintBox(painter, cap.adjusted(1, 1, -1, -below), theme.color(Colour::Alternate), {},
             measure::radius - 1.0);
    painter->setPen(theme.color(plain ? Colour::Text : Colour::Dim));
    painter->drawText(cap.adjusted(0, 0, 0, -below + 1.0), Qt::AlignCenter | Qt::TextSingleLine,
                      key);
}

} // namespace

QStringList keyWords(const QKeySequence& keys) {
    QStringList words;
    for (int chord = 0; chord < keys.count(); ++chord) {
        const QString text =
            QKeySequence(keys[static_cast<uint>(chord)]).toString(QKeySequence::NativeText);
        // "Ctrl++" is Ctrl and the plus key.
        if (text.endsWith(u'+')) {
            words += text.chopped(1).split(u'+', Qt::SkipEmptyParts);
            words += u"+"_s;
        } else {
            words += text.split(u'+', Qt::SkipEmptyParts);
        }
    }
    return words;
}

QSize keyCapsSize(const QStringList& keys, KeyCapLook look) {
    int width = 0;
    for (const QString& key : keys)
        width += capWidth(key, look) + (width > 0 ? scaled(gap) : 0);
    return {width, keys.isEmpty() ? 0 : capHeight(look)};
}

void paintKeyCaps(QPainter* painter, const QRect& rect, const QStringList& keys, KeyCapLook look,
                  const Theme& theme) {
    painter->save();
    painter->setFont(capFont(look));
    int left = rect.left();
    const int height = capHeight(look);
    for (const QString& key : keys) {
        const int width = capWidth(key, look);
        paintCap(painter, QRectF(left, rect.top() + (rect.height() - height) / 2, width, height),
                 key, look, theme);
        left += width + scaled(gap);
    }
    painter->restore();
}

KeyCap::KeyCap(const QKeySequence& keys, KeyCapLook look, QWidget* parent)
    : QWidget(parent)
    , m_look(look) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
}

void KeyCap::setKeys(const QKeySequence& keys) {
    m_keys = keyWords(keys);
    setAccessibleName(tr("Key %1").arg(keys.toString(QKeySequence::NativeText)));
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const {
    return keyCapsSize(m_keys, m_look);
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintKeyCaps(&painter, rect(), m_keys, m_look, Theme::of(palette()));
}

} // namespace agon::ui
