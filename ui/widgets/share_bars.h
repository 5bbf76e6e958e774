// Thin bars for cells and panels: progress, and what was won, tied and lost.
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QRectF>
#include <QtWidgets/QProgressBar>

class QPainter;

namespace agon::ui {

// 6 px high at most, centred in rect; share in [0, 1].
void paintProgress(QPainter* painter, const QRectF& rect, double share, const Theme& theme);

// Counts or shares; what is lost is the rest of the bar. 8 px high at most, centred in rect.
void paintWinBar(QPainter* painter, const QRectF& rect, double won, double tied, double lost,
                 const Theme& theme);

// A progress bar without words; the number stands beside it.
class ThinProgress : public QProgressBar {
    Q_OBJECT
  public:
    explicit ThinProgress(QWidget* parent = nullptr);
    void setShare(double share);
};

} // namespace agon::ui
