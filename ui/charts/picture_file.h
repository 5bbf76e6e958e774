// Writing what is drawn into a file: PNG at twice the resolution, SVG, PDF.
#pragma once

#include "core/base/result.h"

#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <functional>

class QCPPainter;

namespace agon::ui {

using DrawPicture = std::function<void(QCPPainter&)>; // in pixels of the given size

// The ending of the name chooses the format. The file is replaced whole or not at all.
[[nodiscard]] Result<void> writePicture(const QString& path, const QSize& size,
                                        const QString& title, const DrawPicture& draw);
[[nodiscard]] QImage pictureOf(const QSize& size, const DrawPicture& draw);

} // namespace agon::ui
