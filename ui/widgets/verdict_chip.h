// The verdict chip: one letter or sign that says who won, the same everywhere.
#pragma once

#include "core/domain/verdict.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

class QPainter;

namespace agon::ui {

// How a chip is drawn. None, and what is withheld, is an empty dashed frame.
struct VerdictLook {
    Verdict verdict = Verdict::None;
    bool human = false; // a person decided: the dot
    bool solid = false; // a side (answer header, pinned model), not a verdict; A and B only
};

[[nodiscard]] QSize verdictChipSize();
// Centred in rect; the dot hangs over the chip's corner by 3 px, so leave that much room.
void paintVerdictChip(QPainter* painter, const QRect& rect, VerdictLook look, const Theme& theme);

// The sides of a blind review: grey letters, because blue and orange would tell.
enum class BlindSide : std::uint8_t { Left, Right };
void paintBlindChip(QPainter* painter, const QRect& rect, BlindSide side, const Theme& theme);

// The judge's chip, an arrow, the person's chip with the dot. Right-aligned in rect.
[[nodiscard]] QSize verdictChangeSize();
void paintVerdictChange(QPainter* painter, const QRect& rect, Verdict judge, Verdict human,
                        const Theme& theme);

// For screen readers and tooltips: "A is better", "Tie, by a person", "Judge: A is better, …".
[[nodiscard]] QString verdictWords(VerdictLook look);
[[nodiscard]] QString verdictChangeWords(Verdict judge, Verdict human);

class VerdictChip : public QWidget {
    Q_OBJECT
  public:
    explicit VerdictChip(VerdictLook look = {}, QWidget* parent = nullptr);

    void setLook(VerdictLook look);
    [[nodiscard]] VerdictLook look() const { return m_look; }
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    VerdictLook m_look;
};

} // namespace agon::ui
