#include "ui/charts/chart_theme.h"

#include "ui/theme/font.h"

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

class NumberTicker : public QCPAxisTicker {
  public:
    NumberTicker(const AxisScale& scale, AxisWords words)
        : m_scale(scale)
        , m_words(words) {}

  protected:
    double getTickStep(const QCPRange&) override { return m_scale.step; }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return axisText(tick, m_scale, m_words);
    }

  private:
    AxisScale m_scale;
    AxisWords m_words;
};

class Painting : public QCPLayerable {
  public:
    Painting(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> paint)
        : QCPLayerable(plot, layer)
        , m_paint(std::move(paint)) {}

  protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

  private:
    std::function<void(QPainter&)> m_paint;
};

QString layerName(PlotLayer layer) {
    switch (layer) {
    case PlotLayer::Background:
        return u"background"_s;
    case PlotLayer::Below:
        return u"grid"_s;
    case PlotLayer::Above:
        return u"axes"_s;
    case PlotLayer::Labels:
        return u"legend"_s;
    }
    return {};
}

} // namespace

void applyChartTheme(QCustomPlot& plot, const Theme& theme) {
    plot.setBackground(QBrush(theme.color(Colour::Base)));
    for (QCPAxisRect* rect : plot.axisRects()) {
        for (QCPAxis* axis : rect->axes()) {
            axis->setBasePen(QPen(theme.color(Colour::StrongBorder), 1.0));
            axis->setTickLength(0);
            axis->setSubTicks(false);
            axis->setTickPen(Qt::NoPen);
            axis->setTickLabelFont(uiFont(Size::Caption));
            axis->setTickLabelColor(theme.color(Colour::Dim));
            axis->setTickLabelPadding(scaled(8));
            axis->grid()->setPen(QPen(theme.color(Colour::Grid), 1.0));
            axis->grid()->setZeroLinePen(Qt::NoPen);
            axis->grid()->setSubGridVisible(false);
        }
    }
}

int setScale(QCPAxis& axis, const AxisScale& scale, AxisWords words) {
    axis.setRange(scale.low, scale.high);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker(scale, words)));
    const QFontMetrics metrics(uiFont(Size::Caption));
    int widest = 0;
    for (const double tick : scale.ticks())
        widest = std::max(widest, metrics.horizontalAdvance(axisText(tick, scale, words)));
    return widest;
}

QCPScatterStyle scatterStyle(Marker marker, double size, const QPen& pen, const QBrush& brush) {
    constexpr double unscaled = 6.0; // a custom path of this size is drawn as it is
    return QCPScatterStyle(markerPath(marker, size), pen, brush, unscaled);
}

void addPainting(QCustomPlot& plot, PlotLayer layer, std::function<void(QPainter&)> paint) {
    new Painting(&plot, layerName(layer), std::move(paint)); // owned by the plot
}

} // namespace agon::ui
