#include "ui/charts/picture_file.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtSvg/QSvgGenerator>
#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr double pngScale = 2.0;
constexpr int dotsPerInch = 96;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

tl::unexpected<Error> failed(ErrorCode code, const QString& message) {
    return fail(code, message.toStdString());
}

void drawVectors(QPaintDevice* device, const DrawPicture& draw) {
    QCPPainter painter;
    painter.begin(device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    draw(painter);
    painter.end();
}

QByteArray svgBytes(const QSize& size, const QString& title, const DrawPicture& draw) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(dotsPerInch);
    generator.setTitle(title);
    drawVectors(&generator, draw);
    return buffer.data();
}

QByteArray pdfBytes(const QSize& size, const QString& title, const DrawPicture& draw) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(
        QPageSize(QSizeF(size) * 72.0 / dotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(title);
    writer.setCreator(u"Agon"_s);
    drawVectors(&writer, draw);
    return buffer.data();
}

QByteArray pngBytes(const QSize& size, const QString& title, const DrawPicture& draw) {
    QImage image = pictureOf(size, draw);
    image.setText(u"Title"_s, title);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

QImage pictureOf(const QSize& size, const DrawPicture& draw) {
    QImage image(size * pngScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pngScale);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    draw(painter);
    painter.end();
    return image;
}

Result<void> writePicture(const QString& path, const QSize& size, const QString& title,
                          const DrawPicture& draw) {
    const QString shown = QDir::toNativeSeparators(path);
    if (size.isEmpty())
        return failed(ErrorCode::InvalidInput,
                      Words::tr("%1: there is nothing to draw").arg(shown));
    const QString ending = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (ending == u"png")
        bytes = pngBytes(size, title, draw);
    else if (ending == u"svg")
        bytes = svgBytes(size, title, draw);
    else if (ending == u"pdf")
        bytes = pdfBytes(size, title, draw);
    else
        return failed(
            ErrorCode::InvalidInput,
            Words::tr("%1: pictures are written as .png, .svg or .pdf; choose one of these endings")
                .arg(shown));
    if (bytes.isEmpty())
        return failed(ErrorCode::Internal,
                      Words::tr("%1: the picture could not be drawn").arg(shown));

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(ErrorCode::Io,
                      Words::tr("%1 could not be written: %2. Choose another folder or name.")
                          .arg(shown, file.errorString()));
    return {};
}

} // namespace agon::ui
