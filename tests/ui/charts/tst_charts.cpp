// What each chart plots, says and emits. Pixels are for the gallery and human eyes.
#include "sample_charts.h"
#include "ui/theme/theme.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <qcustomplot.h>

using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

QCustomPlot& plotOf(ChartView& chart) {
    return *chart.findChild<QCustomPlot*>();
}

void draw(ChartView& chart, const QSize& size = {600, 320}) {
    chart.resize(size);
    chart.grab(); // also delivers the resizing, which a hidden widget puts off
    if (!size.isEmpty())
        plotOf(chart).replot(QCustomPlot::rpImmediateRefresh);
}

template <class Plottable>
QList<Plottable*> plottables(ChartView& chart) {
    QList<Plottable*> found;
    for (int i = 0; i < plotOf(chart).plottableCount(); ++i)
        if (auto* one = qobject_cast<Plottable*>(plotOf(chart).plottable(i)))
            found.append(one);
    return found;
}

int pointsOf(ChartView& chart) {
    int count = 0;
    for (const QCPGraph* graph : plottables<QCPGraph>(chart))
        count += graph->lineStyle() == QCPGraph::lsNone ? graph->dataCount() : 0;
    return count;
}

QMap<double, QString> labelsOf(const QCPAxis* axis) {
    return axis->ticker().dynamicCast<QCPAxisTickerText>()->ticks();
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QApplication::setPalette(Theme(Scheme::Light).palette()); }
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    // Intervals

    void intervalsPlotEveryRow() {
        IntervalPlot plot;
        plot.setRows(samples::rows());
        draw(plot);
        QCOMPARE(pointsOf(plot), 15);
        const QCPRange range = plotOf(plot).xAxis2->range();
        QVERIFY(range.lower < 1100.0 && range.upper > 1400.0);
        const auto graphs = plottables<QCPGraph>(plot);
        QCOMPARE(graphs.size(), 4);
        QCOMPARE(graphs[0]->dataCount(), 12); // neither pinned nor anchor
        QCOMPARE(graphs[1]->data()->at(0)->key, 9.0);
        QCOMPARE(graphs[1]->data()->at(0)->value, 1274.0);
        QCOMPARE(graphs[2]->data()->at(0)->key, 10.0);
        QCOMPARE(graphs[3]->data()->at(0)->value, 1100.0);
        const auto bars = plottables<QCPErrorBars>(plot);
        QCOMPARE(bars.size(), 8);
        for (const QCPErrorBars* anchor : {bars[6], bars[7]})
            QVERIFY(std::isnan(anchor->data()->at(0).errorMinus));
    }

    void rowsStandAtThePitch_data() {
        QTest::addColumn<int>("pitch");
        QTest::addColumn<int>("header");
        QTest::addColumn<int>("offset");
        QTest::newRow("as designed") << 24 << 24 << 0;
        QTest::newRow("scrolled by a part") << 24 << 24 << 37;
        QTest::newRow("large font") << 36 << 30 << 144;
        QTest::newRow("no header") << 17 << 0 << 5;
    }
    void rowsStandAtThePitch() {
        QFETCH(int, pitch);
        QFETCH(int, header);
        QFETCH(int, offset);
        IntervalPlot plot;
        plot.setRows(samples::rows(60));
        plot.setRowPitch(pitch);
        plot.setHeaderHeight(header);
        draw(plot, {600, 400});
        plot.setScrollOffset(offset);
        draw(plot, {600, 400});
        QCOMPARE(plot.contentHeight(), 60 * pitch);
        for (const int row : {0, 1, 7, 20}) {
            const double middle = header + row * pitch + pitch / 2.0 - offset;
            QVERIFY(std::abs(plotOf(plot).yAxis->coordToPixel(row) - middle) < 0.01);
        }
        const int visible = (offset + 3 * pitch) / pitch;
        QCOMPARE(plot.markRect(visible), QRectF(0, header + visible * pitch - offset, 600, pitch));
    }

    void scrollingStaysInBounds() {
        IntervalPlot plot;
        plot.setRows(samples::rows(100));
        draw(plot, {500, 324});
        QCOMPARE(plot.largestScrollOffset(), 100 * 24 - 300);
        plot.setScrollOffset(99999);
        QCOMPARE(plot.scrollOffset(), 2100);
        QSignalSpy moved(&plot, &IntervalPlot::scrollOffsetChanged);
        plot.setScrollOffset(-5);
        QCOMPARE(plot.scrollOffset(), 0);
        QCOMPARE(moved.size(), 0); // the table asked, and need not be told
        plot.setScrollOffset(2100);
        plot.setRows(samples::rows(5));
        QCOMPARE(plot.scrollOffset(), 0);
        QCOMPARE(moved.size(), 1);
    }

    void wheelScrolls() {
        IntervalPlot plot;
        plot.setRows(samples::rows(100));
        draw(plot, {500, 324});
        QSignalSpy moved(&plot, &IntervalPlot::scrollOffsetChanged);
        QWheelEvent wheel({100, 100}, {100, 100}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &wheel);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(plot.scrollOffset(), 3 * 24);
    }

    void oddRowsAreShownAsWords() {
        std::vector<IntervalRow> rows = samples::rows(4);
        rows[0].rating.reset();
        rows[0].word = u"not connected"_s;
        rows[1].rating = qInf();
        rows[1].word = u"only wins"_s;
        rows[2].byInstruction->high = qInf();
        rows[3].byBattle->low = qQNaN();
        IntervalPlot plot;
        plot.setRows(rows);
        draw(plot);
        QCOMPARE(pointsOf(plot), 2);
        QVERIFY(plot.summary().contains(u"Amaranth 70B: not connected"_s));
        QVERIFY(plot.summary().contains(u"Basalt 3.5: only wins"_s));
        QVERIFY(std::isfinite(plotOf(plot).xAxis2->range().upper));
        // An endless interval leaves the picture, so that no cap closes it.
        const QCPErrorBars* thin = plottables<QCPErrorBars>(plot)[1];
        QCOMPARE_GT(1377.0 + thin->data()->at(0).errorPlus, plotOf(plot).xAxis2->range().upper);
    }

    void intervalsActivate() {
        IntervalPlot plot;
        plot.setRows(samples::rows());
        draw(plot, {600, 400});
        QSignalSpy activated(&plot, &IntervalPlot::rowActivated);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, {300, 24 + 3 * 24 + 12});
        QTest::mouseClick(&plot, Qt::LeftButton, {}, {300, 10}); // the strip
        QTest::keyClick(&plot, Qt::Key_Down);
        QTest::keyClick(&plot, Qt::Key_Return);
        QTest::keyClick(&plot, Qt::Key_End);
        QTest::keyClick(&plot, Qt::Key_Space);
        QCOMPARE(activated.size(), 3);
        QCOMPARE(activated[0][0].toInt(), 3);
        QCOMPARE(activated[1][0].toInt(), 4);
        QCOMPARE(activated[2][0].toInt(), 14);
        QTest::keyClick(&plot, Qt::Key_Escape);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.size(), 3);
    }

    void keysScrollTheRowIntoView() {
        IntervalPlot plot;
        plot.setRows(samples::rows(100));
        draw(plot, {500, 324});
        QSignalSpy moved(&plot, &IntervalPlot::scrollOffsetChanged);
        plot.setCurrentMark(50);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(plot.scrollOffset(), 51 * 24 - 300);
        QVERIFY(!plot.markRect(50).isNull());
    }

    void hoverIsReported() {
        IntervalPlot plot;
        plot.setRows(samples::rows());
        draw(plot, {600, 400});
        QSignalSpy hovered(&plot, &IntervalPlot::rowHovered);
        QMouseEvent move(QEvent::MouseMove, QPointF(300, 24 + 5 * 24 + 3), QPointF(), Qt::NoButton,
                         {}, {});
        QApplication::sendEvent(&plot, &move);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&plot, &leave);
        QCOMPARE(hovered.first()[0].toInt(), 5);
        QCOMPARE(hovered.last()[0].toInt(), -1);
    }

    // Progress

    void progressPlotsEveryStage() {
        ProgressPlot plot;
        plot.setProgress(samples::stages(), samples::progress());
        draw(plot, {800, 300});
        QCOMPARE(pointsOf(plot), 30);
        QCOMPARE(plot.markCount(), 30);
        QCOMPARE(plotOf(plot).xAxis->range().lower, -0.5);
        QCOMPARE(plotOf(plot).xAxis->range().upper, 9.5);
        QCOMPARE(labelsOf(plotOf(plot).xAxis).values(),
                 (QStringList{u"SFT"_s, u"SFT"_s, u"DPO"_s, u"PPO"_s, u"SFT"_s, u"DPO"_s, u"PPO"_s,
                              u"SFT"_s, u"DPO"_s, u"PPO"_s}));
        QVERIFY(plotOf(plot).yAxis->range().lower < 862.0);
        QVERIFY(plotOf(plot).yAxis->range().upper > 1283.0);
        QVERIFY(plotOf(plot).yAxis2->visible());
        QVERIFY(plotOf(plot).yAxis2->range().contains(6.41));
        QVERIFY(plotOf(plot).yAxis2->range().upper < 20.0);
        const auto legend = plot.legendEntries();
        QCOMPARE(legend.size(), 3U);
        QCOMPARE(legend[0].text, u"amaranth-70b, in the loop"_s);
        QVERIFY(!legend[0].look.hollow && legend[1].look.hollow);
        QCOMPARE(legend[1].look.line, LineKind::Dashed);
        QCOMPARE(legend[2].look.series, SeriesLook::reference);
    }

    // A restart is no fall: the line is broken before every SFT, and a dotted piece stands there.
    void linesBreakAtRestarts() {
        ProgressPlot plot;
        plot.setProgress(samples::stages(), {samples::progress().front()});
        draw(plot);
        int breaks = 0;
        int pieces = 0;
        for (const QCPGraph* graph : plottables<QCPGraph>(plot)) {
            if (graph->lineStyle() == QCPGraph::lsNone)
                continue;
            const bool isLine = graph->dataCount() == 13;
            for (const auto& point : *graph->data())
                (isLine ? breaks : pieces) += std::isnan(point.value) ? 1 : 0;
        }
        QCOMPARE(breaks, 3);
        QCOMPARE(pieces, 3);
    }

    void stagesWithoutValueAreGaps() {
        auto series = samples::progress();
        series[0].points[5].value.reset();
        series[0].points[6].value = qQNaN();
        series[1].points.resize(4);
        ProgressPlot plot;
        plot.setProgress(samples::stages(), {series[0], series[1]});
        draw(plot);
        QCOMPARE(plot.markCount(), 8 + 4);
        QVERIFY(!plot.summary().contains(u"I2 DPO"_s));
        QVERIFY(!plotOf(plot).yAxis2->visible());
    }

    void progressActivates() {
        ProgressPlot plot;
        plot.setProgress(samples::stages(), samples::progress());
        draw(plot, {800, 300});
        QSignalSpy activated(&plot, &ProgressPlot::pointActivated);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.markRect(12).center().toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0], (QVariantList{1, 2}));
        QTest::keyClick(&plot, Qt::Key_Right);
        QTest::keyClick(&plot, Qt::Key_Up); // the judge in the loop lies above
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.last(), (QVariantList{0, 3}));
        QTest::keyClick(&plot, Qt::Key_End);
        QTest::keyClick(&plot, Qt::Key_Right); // no way into another series
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.last(), (QVariantList{2, 9}));
    }

    void narrowPlotsDropStageNames() {
        ProgressPlot plot;
        plot.setProgress(samples::stages(), samples::progress());
        draw(plot, {220, 200});
        QVERIFY(labelsOf(plotOf(plot).xAxis).isEmpty());
    }

    void valuesAreWrittenUpToTenPoints_data() {
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("labelled");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("ten") << 10 << 10;
        QTest::newRow("eleven") << 11 << 1; // only where the series ends
        QTest::newRow("hundred") << 100 << 1;
    }
    void valuesAreWrittenUpToTenPoints() {
        QFETCH(int, stages);
        std::vector<ProgressStage> many;
        std::vector<double> values;
        for (int i = 0; i < stages; ++i) {
            many.push_back({QString::number(i / 3), static_cast<StageKind>(i % 3)});
            values.push_back(1000 + 7 * (i % 5));
        }
        ProgressPlot plot;
        plot.setProgress(many, {samples::series(u"x"_s, SeriesRole::InLoop, values, 0)});
        draw(plot);
        int labelled = 0;
        for (int stage = 0; stage < stages; ++stage)
            labelled += plot.isLabelled(0, stage) ? 1 : 0;
        QTEST(labelled, "labelled");
    }

    // Heat map

    void heatMapHoldsTheMatrix() {
        HeatMap map;
        map.setMatrix(samples::models(), samples::cells());
        draw(map, {570, 280});
        const auto maps = plottables<QCPColorMap>(map);
        QCOMPARE(maps.size(), 1);
        QCOMPARE(maps[0]->data()->keySize(), 12);
        QVERIFY(std::isnan(maps[0]->data()->cell(3, 3)));
        QCOMPARE(maps[0]->data()->cell(5, 2), map.cell(2, 5).rate); // key is the column
        QCOMPARE(maps[0]->dataRange().upper, 1.0);
        // Cells are whole pixels, all alike.
        const QRectF first = map.markRect(0);
        const QRectF last = map.markRect(143);
        QCOMPARE(first.size(), last.size());
        QCOMPARE(first.width(), std::floor(first.width()));
        QCOMPARE(last.left() - first.left(), 11 * first.width());
    }

    void heatMapActivates() {
        HeatMap map;
        map.setMatrix(samples::models(), samples::cells());
        draw(map, {570, 280});
        QSignalSpy activated(&map, &HeatMap::cellActivated);
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.markRect(9 * 12 + 10).center().toPoint());
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.markRect(4 * 12 + 4).center().toPoint());
        QCOMPARE(activated.size(), 1); // the diagonal opens nothing
        QCOMPARE(activated[0], (QVariantList{9, 10}));
        QTest::keyClick(&map, Qt::Key_Left); // on to the diagonal
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(&map, Qt::Key_Up);
        QTest::keyClick(&map, Qt::Key_Enter);
        QCOMPARE(activated.last(), (QVariantList{8, 9}));
        QVERIFY(map.markText(9 * 12 + 10).contains(u"Flywheel-β-7B-I3 against Heron-LM-7B-Beta"_s));
        QVERIFY(map.markText(9 * 12 + 10).contains(u"12 tied"_s));
    }

    // Bars and histogram

    void barsPlotValuesAndLine() {
        BarChart chart;
        chart.setBars(samples::sweep(), {u"K"_s, u"Rows"_s, u"Elo"_s});
        draw(chart, {500, 280});
        const auto bars = plottables<QCPBars>(chart);
        QCOMPARE(bars[0]->dataCount(), 10);
        QCOMPARE(bars[1]->dataCount(), 1); // the chosen one
        QCOMPARE(bars[1]->data()->at(0)->key, 6.0);
        QCOMPARE(plottables<QCPGraph>(chart)[0]->dataCount(), 11);
        QCOMPARE(plotOf(chart).yAxis->range().lower, 0.0);
        QVERIFY(plotOf(chart).yAxis->range().contains(30000.0));
        QVERIFY(plotOf(chart).yAxis2->range().contains(1117.0));
        QCOMPARE(labelsOf(plotOf(chart).xAxis).value(5), u"2.5"_s);
        QCOMPARE(chart.markText(6), u"K 3: Rows 14.6, Elo 1117"_s);
        QSignalSpy activated(&chart, &BarChart::barActivated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.markRect(4).center().toPoint());
        QCOMPARE(activated.first()[0].toInt(), 4);
    }

    void barsTakeOddValues() {
        for (const Qt::Orientation orientation : {Qt::Vertical, Qt::Horizontal}) {
            BarChart chart(orientation);
            chart.setBars({{u"a"_s, qQNaN()}, {u"b"_s, -3.0}, {u"c"_s, qInf()}, {u"d"_s, 0.0}});
            draw(chart);
            QCOMPARE(chart.markCount(), 4);
            QVERIFY(chart.summary().contains(u"b: \u22123"_s));
        }
    }

    void histogramChecksItsEdges() {
        Histogram chart;
        chart.setData(samples::lengths());
        draw(chart);
        QCOMPARE(chart.markCount(), 40);
        QCOMPARE(plotOf(chart).xAxis->range().upper, 1000.0);
        QCOMPARE(chart.markText(1),
                 u"25 to 50 words: %1"_s.arg(qRound(samples::lengths().counts[1])));
        chart.setData({{0, 1}, {3, 4}});
        QCOMPARE(chart.markCount(), 0);
        chart.setData({{2, 1, 0}, {3, 4}});
        QCOMPARE(chart.markCount(), 0);
        chart.setData({{0, qInf()}, {3}});
        QCOMPARE(chart.markCount(), 0);
        draw(chart);
    }

    // All

    void emptyChartsStayCalm() {
        IntervalPlot intervals;
        ProgressPlot progress;
        HeatMap map;
        BarChart bars;
        Histogram histogram;
        intervals.setRows({});
        progress.setProgress(samples::stages(), {});
        map.setMatrix({}, {});
        for (ChartView* chart :
             std::initializer_list<ChartView*>{&intervals, &progress, &map, &bars, &histogram}) {
            draw(*chart);
            QCOMPARE(chart->markCount(), 0);
            QVERIFY(chart->summary().isEmpty());
            for (const QCPAxis* axis : plotOf(*chart).axisRect()->axes())
                QVERIFY(!axis->visible());
            QTest::keyClick(chart, Qt::Key_Down);
            QTest::keyClick(chart, Qt::Key_Return);
            QTest::mouseClick(chart, Qt::LeftButton, {}, {300, 100});
            QCOMPARE(chart->currentMark(), -1);
        }
    }

    void everySizeIsDrawn_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("nothing") << QSize(0, 0);
        QTest::newRow("a pixel") << QSize(1, 1);
        QTest::newRow("narrow") << QSize(60, 300);
        QTest::newRow("low") << QSize(600, 30);
        QTest::newRow("large") << QSize(2400, 1600);
    }
    void everySizeIsDrawn() {
        QFETCH(QSize, size);
        IntervalPlot intervals;
        ProgressPlot progress;
        HeatMap map;
        BarChart bars;
        BarChart lying(Qt::Horizontal);
        Histogram histogram;
        intervals.setRows(samples::rows(100));
        progress.setProgress(samples::stages(), samples::progress());
        map.setMatrix(samples::models(100), samples::cells(100));
        bars.setBars(samples::sweep(), {u"K"_s, u"Rows"_s, u"Elo"_s});
        lying.setBars(samples::categories());
        histogram.setData(samples::lengths());
        for (ChartView* chart : std::initializer_list<ChartView*>{&intervals, &progress, &map,
                                                                  &bars, &lying, &histogram}) {
            draw(*chart, size);
            QCoreApplication::processEvents(); // the queued replots
        }
    }

    void oneModelIsDrawn() {
        IntervalPlot intervals;
        intervals.setRows(samples::rows(1));
        draw(intervals);
        QCOMPARE(pointsOf(intervals), 1);
        HeatMap map;
        map.setMatrix(samples::models(1), {});
        draw(map);
        QCOMPARE(map.markCount(), 1);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.currentMark(), -1);
    }

    void themeRecolours() {
        IntervalPlot intervals;
        intervals.setRows(samples::rows());
        ProgressPlot progress;
        progress.setProgress(samples::stages(), samples::progress());
        for (ChartView* chart : std::initializer_list<ChartView*>{&intervals, &progress}) {
            draw(*chart);
            chart->setPalette(Theme(Scheme::Dark).palette());
            draw(*chart);
        }
        const Theme dark(Scheme::Dark);
        QCOMPARE(plottables<QCPErrorBars>(intervals)[3]->pen().color(), dark.color(Colour::AMark));
        QCOMPARE(plotOf(intervals).xAxis2->tickLabelColor(), dark.color(Colour::Dim));
        QCOMPARE(plottables<QCPGraph>(progress).last()->scatterStyle().pen().color(),
                 dark.seriesColor(0));
        QCOMPARE(progress.grab().toImage().pixelColor(2, 2), dark.color(Colour::Base));
    }

    void describesItself() {
        IntervalPlot intervals;
        intervals.setRows(samples::rows());
        QCOMPARE(intervals.accessibleName(), u"Intervals"_s);
        QCOMPARE(intervals.accessibleDescription(), intervals.summary());
        QVERIFY(intervals.summary().contains(
            u"Flywheel-β-7B-I3: 1274, 95 % by instruction 1266 to 1283, by battle 1270 to 1278"_s));
        QVERIFY(intervals.summary().contains(u"Dune-2-70B-Chat: 1100, the anchor"_s));
        intervals.setCurrentMark(0);
        QVERIFY(intervals.accessibleDescription().startsWith(intervals.markText(0) + u'\n'));
        ProgressPlot progress;
        progress.setProgress(samples::stages(), samples::progress());
        QVERIFY(
            progress.summary().startsWith(u"amaranth-70b, in the loop: I0 SFT 871, I1 SFT 1117"_s));
        QVERIFY(progress.summary().contains(u"MT-Bench, right: I0 SFT 6.41"_s));
        HeatMap map;
        map.setMatrix(samples::models(2), samples::cells(2));
        QVERIFY(map.summary().startsWith(u"1. Amaranth 70B: wins 71 %"_s));
        QCOMPARE_NE(map.focusPolicy() & Qt::TabFocus, 0);
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
