#include "ui/charts/axis_scale.h"
#include "ui/charts/label_layout.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestAxisScale : public QObject {
    Q_OBJECT

  private slots:
    void cutsIntoRoundSteps_data() {
        QTest::addColumn<double>("length");
        QTest::addColumn<int>("parts");
        QTest::addColumn<double>("step");
        QTest::newRow("one") << 10.0 << 10 << 1.0;
        QTest::newRow("two") << 320.0 << 200 << 2.0;
        QTest::newRow("fifty") << 336.0 << 7 << 50.0;
        QTest::newRow("quarters") << 1.0 << 4 << 0.25;
        QTest::newRow("just over") << 101.0 << 10 << 20.0;
        QTest::newRow("nothing") << 0.0 << 5 << 1.0;
        QTest::newRow("no parts") << 10.0 << 0 << 10.0;
        QTest::newRow("endless") << qInf() << 5 << 1.0;
    }
    void cutsIntoRoundSteps() {
        QFETCH(double, length);
        QFETCH(int, parts);
        QTEST(roundStep(length, parts), "step");
    }

    void coversEveryFiniteValue_data() {
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("none") << QList<double>{};
        QTest::newRow("only NaN") << QList<double>{qQNaN(), qInf(), -qInf()};
        QTest::newRow("one") << QList<double>{1274.0};
        QTest::newRow("equal") << QList<double>{0.5, 0.5, 0.5};
        QTest::newRow("ratings") << QList<double>{871, 1274, qQNaN(), 1100};
        QTest::newRow("negative") << QList<double>{-30.5, -2.0};
        QTest::newRow("tiny") << QList<double>{1e-7, 3e-7};
        QTest::newRow("huge") << QList<double>{-1e300, 1e300};
    }
    void coversEveryFiniteValue() {
        QFETCH(QList<double>, values);
        const AxisScale scale = scaleAround(values, 6);
        QVERIFY(std::isfinite(scale.low) && std::isfinite(scale.high));
        QCOMPARE_LT(scale.low, scale.high);
        QCOMPARE_GT(scale.step, 0.0);
        for (const double value : values) {
            if (!std::isfinite(value) || std::abs(value) > 1e12)
                continue;
            QCOMPARE_LE(scale.low, value);
            QCOMPARE_GE(scale.high, value);
        }
        QCOMPARE_LE(scale.ticks().size(), 8U);
        for (const double tick : scale.ticks())
            QVERIFY(tick >= scale.low - scale.step * 1e-5 &&
                    tick <= scale.high + scale.step * 1e-5);
    }

    void countsStartAtZero() {
        const AxisScale scale = scaleFromZero(std::vector{12.0, 4210.0, qQNaN()}, 3);
        QCOMPARE(scale.low, 0.0);
        QCOMPARE_GT(scale.high, 4210.0);
        QCOMPARE(scale.step, 2000.0);
        QCOMPARE(scale.ticks(), (std::vector{0.0, 2000.0, 4000.0}));
        QCOMPARE(scaleFromZero(std::vector{0.0, -3.0}, 3).high, 1.0);
    }

    void writesNumbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("high");
        QTest::addColumn<bool>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("rating") << 1250.0 << 50.0 << 1400.0 << false << u"1250"_s;
        QTest::newRow("minus") << -40.0 << 20.0 << 100.0 << false << u"\u221240"_s;
        QTest::newRow("no minus zero") << -1e-12 << 0.5 << 1.0 << false << u"0.0"_s;
        QTest::newRow("half") << 7.5 << 0.5 << 9.0 << false << u"7.5"_s;
        QTest::newRow("quarter") << 0.25 << 0.25 << 1.0 << false << u"0.25"_s;
        QTest::newRow("thousand") << 4000.0 << 2000.0 << 4300.0 << true << u"4,000"_s;
        QTest::newRow("thousands") << 30000.0 << 10000.0 << 30900.0 << true << u"30k"_s;
        QTest::newRow("half thousands") << 7500.0 << 2500.0 << 10000.0 << true << u"7.5k"_s;
        QTest::newRow("nought") << 0.0 << 10000.0 << 30900.0 << true << u"0"_s;
    }
    void writesNumbers() {
        QFETCH(double, value);
        QFETCH(double, step);
        QFETCH(double, high);
        QFETCH(bool, count);
        QTEST(axisText(value, {0.0, high, step}, count ? AxisWords::Count : AxisWords::Rating),
              "text");
    }

    void findsCrossings_data() {
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<bool>("hits");
        QTest::newRow("through") << QLineF(-5, 5, 15, 5) << true;
        QTest::newRow("corner") << QLineF(-2, 4, 4, -2) << true;
        QTest::newRow("inside") << QLineF(2, 2, 3, 3) << true;
        QTest::newRow("above") << QLineF(-5, -1, 15, -1) << false;
        QTest::newRow("past a corner") << QLineF(-5, 2, 2, -5) << false;
        QTest::newRow("short of it") << QLineF(-9, 5, -1, 5) << false;
        QTest::newRow("upright") << QLineF(5, -5, 5, 15) << true;
        QTest::newRow("point outside") << QLineF(12, 5, 12, 5) << false;
    }
    void findsCrossings() {
        QFETCH(QLineF, line);
        QTEST(crosses(QRectF(0, 0, 10, 10), line), "hits");
    }

    // Labels of a dense zigzag: those that find a place collide with nothing.
    void labelsNeverCollide() {
        LabelObstacles around;
        around.bounds = QRectF(0, 0, 400, 150);
        std::vector<LabelRequest> requests;
        for (int i = 0; i < 20; ++i) {
            const QPointF at(10 + i * 19, i % 2 ? 40 : 90);
            requests.push_back({at, QSizeF(26, 9)});
            around.boxes.emplace_back(at.x() - 4, at.y() - 4, 8, 8);
            if (i > 0)
                around.lines.emplace_back(requests[requests.size() - 2].anchor, at);
        }
        const auto places = placeLabels(requests, around);
        QCOMPARE(places.size(), requests.size());
        int placed = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i])
                continue;
            ++placed;
            QVERIFY(around.bounds.contains(*places[i]));
            for (const QLineF& line : around.lines)
                QVERIFY(!crosses(*places[i], line));
            for (const QRectF& box : around.boxes)
                QVERIFY(!box.intersects(*places[i]));
            for (std::size_t other = i + 1; other < places.size(); ++other)
                QVERIFY(!places[other] || !places[other]->intersects(*places[i]));
        }
        QCOMPARE_GE(placed, 12);
    }

    void labelPrefersItsSide() {
        LabelObstacles around;
        around.bounds = QRectF(0, 0, 100, 100);
        const auto places = placeLabels({{QPointF(50, 50), QSizeF(20, 8), 6.0, false},
                                         {QPointF(50, 50), QSizeF(20, 8), 6.0, true}},
                                        around);
        QCOMPARE_LT(places[0]->bottom(), 45.0);
        QCOMPARE_GT(places[1]->top(), 55.0);
        around.bounds = QRectF(0, 0, 10, 10);
        QVERIFY(!placeLabels({{QPointF(5, 5), QSizeF(20, 8)}}, around).front());
    }
};

QTEST_GUILESS_MAIN(TestAxisScale)
#include "tst_axis_scale.moc"
