// Draws every chart with sample values to PNG files, to be looked at:
//     agon_chart_gallery FOLDER        QT_SCALE_FACTOR=2 for high resolution
#include "sample_charts.h"
#include "ui/charts/legend.h"
#include "ui/charts/small_charts.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/section_header.h"

#include <QtCore/QDir>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

// A chart as it stands in a panel: under its header, with its legend.
class Section : public QWidget {
  public:
    Section(ChartView* chart, const QString& note, const QSize& size) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto* header = new SectionHeader(chart->title(), note);
        auto* legend = new Legend;
        legend->follow(chart);
        header->addWidget(legend);
        layout->addWidget(header);
        layout->addWidget(chart, 1);
        resize(size);
    }
};

class Gallery {
  public:
    Gallery(QString folder, QString ending)
        : m_folder(std::move(folder))
        , m_ending(std::move(ending)) {}

    void show(QWidget& widget, const QString& name) {
        widget.setAttribute(Qt::WA_DontShowOnScreen);
        widget.show();
        QCoreApplication::processEvents();
        widget.grab().save(m_folder + u'/' + name + m_ending);
    }

    void show(ChartView* chart, const QString& name, const QSize& size, const QString& note = {}) {
        Section section(chart, note, size);
        show(section, name);
    }

  private:
    QString m_folder;
    QString m_ending;
};

void showIntervals(Gallery& gallery) {
    auto* plot = new IntervalPlot;
    plot->setRows(samples::rows());
    gallery.show(plot, u"intervals"_s, {570, 412});

    auto rows = samples::rows(100);
    rows[2].rating.reset();
    rows[2].word = u"not connected"_s;
    rows[4].byInstruction->high = qInf();
    auto* many = new IntervalPlot;
    many->setRows(std::move(rows));
    many->setNamesShown(false);
    gallery.show(many, u"intervals-100"_s, {400, 412});

    auto* scrolled = new IntervalPlot;
    scrolled->setRows(samples::rows(40));
    auto section = std::make_unique<Section>(scrolled, QString(), QSize(570, 412));
    section->setAttribute(Qt::WA_DontShowOnScreen);
    section->show();
    scrolled->setScrollOffset(37);
    scrolled->setCurrentMark(5);
    scrolled->setFocus();
    gallery.show(*section, u"intervals-scrolled"_s);
}

void showProgress(Gallery& gallery) {
    auto* plot = new ProgressPlot;
    plot->setProgress(samples::stages(), samples::progress());
    gallery.show(plot, u"progress"_s, {800, 308});

    auto few = samples::progress();
    few.pop_back();
    few[0].points[5].value.reset();
    few[0].points[9].provisional = true;
    auto* gaps = new ProgressPlot;
    gaps->setProgress(samples::stages(), std::move(few));
    gallery.show(gaps, u"progress-gap-narrow"_s, {430, 260});

    auto* seed = new ProgressPlot;
    seed->setProgress({{u"I0"_s, StageKind::Sft}},
                      {samples::series(u"amaranth-70b"_s, SeriesRole::InLoop, {871}, 9)});
    gallery.show(seed, u"progress-one"_s, {500, 240});

    auto three = samples::progress();
    three.push_back(samples::series(u"ember"_s, SeriesRole::HeldOut,
                                    {902, 1082, 1120, 1150, 1121, 1171, 1180, 1146, 1189, 1199},
                                    9));
    three.push_back(samples::series(u"fjord"_s, SeriesRole::InLoop,
                                    {850, 1050, 1090, 1110, 1080, 1131, 1140, 1110, 1140, 1150},
                                    9));
    auto* several = new ProgressPlot;
    several->setProgress(samples::stages(), std::move(three));
    gallery.show(several, u"progress-several"_s, {1000, 400});
}

void showMaps(Gallery& gallery) {
    auto* map = new HeatMap;
    map->setMatrix(samples::models(), samples::cells());
    map->setSelectedCell(9, 10);
    gallery.show(map, u"heat-map"_s, {570, 308}, u"%, ties left out"_s);
    for (const int count : {2, 24, 100}) {
        auto* other = new HeatMap;
        other->setMatrix(samples::models(count), samples::cells(count));
        gallery.show(other, u"heat-map-%1"_s.arg(count), {570, 328}, u"%, ties left out"_s);
    }
}

void showBars(Gallery& gallery) {
    auto* sweep = new BarChart;
    sweep->setTitle(u"K sweep"_s);
    sweep->setBars(samples::sweep(), {u"K"_s, u"Rows"_s, u"Elo"_s});
    gallery.show(sweep, u"bars-sweep"_s, {500, 320}, u"rows kept, and Elo where trained"_s);

    auto* upright = new BarChart;
    upright->setTitle(u"Categories"_s);
    upright->setBars(samples::categories());
    gallery.show(upright, u"bars-upright"_s, {500, 260});

    auto* lying = new BarChart(Qt::Horizontal);
    lying->setTitle(u"Categories"_s);
    lying->setBars(samples::categories());
    gallery.show(lying, u"bars-lying"_s, {500, 260});

    auto* histogram = new Histogram;
    histogram->setTitle(u"Answer length"_s);
    histogram->setData(samples::lengths());
    gallery.show(histogram, u"histogram"_s, {500, 260});
}

void showSmall(Gallery& gallery) {
    QWidget row;
    auto* layout = new QHBoxLayout(&row);
    auto* spark = new Sparkline;
    spark->setValues({871, 1117, 1187, 1214, 1163, 1228, 1246, 1205, 1253, 1274}, SparkDots::All);
    auto* two = new Sparkline;
    two->setValues({1, 2});
    auto* intervals = new MiniIntervals;
    intervals->setIntervals({{1210, 1170, 1250}, {1190, 1150, 1230}, {1160, 1120, 1200}});
    std::vector<double> loss;
    for (int i = 0; i < 60; ++i)
        loss.push_back(1.6 * std::exp(-i / 18.0) + 0.4 + 0.04 * std::sin(i * 2.3));
    auto* falling = new Sparkline;
    falling->setValues(loss);
    for (QWidget* chart : std::initializer_list<QWidget*>{spark, two, intervals, falling})
        layout->addWidget(chart);
    gallery.show(row, u"small"_s);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QString folder = application.arguments().value(1, u"chart-gallery"_s);
    if (!QDir().mkpath(folder))
        return 1;
    ThemeController theme;
    for (const bool dark : {false, true}) {
        theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString ending = u"%1@%2x.png"_s.arg(dark ? u"-dark"_s : u""_s)
                                   .arg(qRound(application.devicePixelRatio()));
        Gallery gallery(folder, ending);
        showIntervals(gallery);
        showProgress(gallery);
        showMaps(gallery);
        showBars(gallery);
        showSmall(gallery);
    }
    IntervalPlot intervals;
    intervals.setRows(samples::rows());
    ProgressPlot progress;
    progress.setProgress(samples::stages(), samples::progress());
    HeatMap map;
    map.setMatrix(samples::models(), samples::cells());
    bool written = true;
    for (ChartView* chart : std::initializer_list<ChartView*>{&intervals, &progress, &map})
        for (const QString& ending : {u"png"_s, u"svg"_s, u"pdf"_s})
            written &=
                chart
                    ->exportTo(u"%1/export-%2.%3"_s.arg(folder, chart->title().left(8), ending),
                               {700, 320})
                    .has_value();
    return written ? 0 : 1;
}
