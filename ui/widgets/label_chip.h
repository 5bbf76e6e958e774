// A small tinted label with an optional icon, such as "Done 2 Oct" or "12 vetoed".
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace agon::ui {

[[nodiscard]] QSize labelChipSize(const QString& text, bool withIcon);
void paintLabelChip(QPainter* painter, const QRect& rect, const QString& text, Tone tone,
                    std::optional<Icon> icon, const Theme& theme);

class LabelChip : public QWidget {
    Q_OBJECT
  public:
    explicit LabelChip(const QString& text = {}, Tone tone = Tone::Neutral,
                       std::optional<Icon> icon = {}, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(Tone tone);
    void setIcon(std::optional<Icon> icon);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
    Tone m_tone;
    std::optional<Icon> m_icon;
};

} // namespace agon::ui
