// Keys shown where they act.
#pragma once

#include "ui/theme/theme.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

namespace agon::ui {

enum class KeyCapLook : std::uint8_t {
    Plain, // 18 px, in verdict bars and lists
    Quiet, // 16 px, dim, in fields and tool buttons
};

// One cap a key: "Ctrl+K" is two caps, the chord "G, R" is two as well.
[[nodiscard]] QStringList keyWords(const QKeySequence& keys);

[[nodiscard]] QSize keyCapsSize(const QStringList& keys, KeyCapLook look);
// Left-aligned and vertically centred in rect.
void paintKeyCaps(QPainter* painter, const QRect& rect, const QStringList& keys, KeyCapLook look,
                  const Theme& theme);

class KeyCap : public QWidget {
    Q_OBJECT
  public:
    explicit KeyCap(const QKeySequence& keys = {}, KeyCapLook look = KeyCapLook::Plain,
                    QWidget* parent = nullptr);

    void setKeys(const QKeySequence& keys); // an empty sequence takes no room
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QStringList m_keys;
    KeyCapLook m_look;
};

} // namespace agon::ui
