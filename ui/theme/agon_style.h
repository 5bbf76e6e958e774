// What palettes cannot say: frames, rings, rows and measures of the standard controls, on Fusion.
#pragma once

#include <QtWidgets/QProxyStyle>

namespace agon::ui {

class AgonStyle : public QProxyStyle {
    Q_OBJECT
  public:
    AgonStyle();
};

} // namespace agon::ui
