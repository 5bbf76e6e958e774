// Numbers as words, and where their digits stand.
#include "ui/theme/font.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/number_delegate.h"
#include "ui/widgets/tabular_text.h"

#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QTableView>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace agon::ui;

namespace {
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
} // namespace

class TestNumbers : public QObject {
    Q_OBJECT
  private slots:
    void counts_data() {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zero") << qint64(0) << u"0"_s;
        QTest::newRow("three digits") << qint64(999) << u"999"_s;
        QTest::newRow("four digits") << qint64(4025) << u"4,025"_s;
        QTest::newRow("six digits") << qint64(551646) << u"551,646"_s;
        QTest::newRow("seven digits") << qint64(1000000) << u"1,000,000"_s;
        QTest::newRow("negative") << qint64(-8214) << u"\u22128,214"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min()
                               << u"\u22129,223,372,036,854,775,808"_s;
    }
    void counts() {
        QFETCH(qint64, count);
        QTEST(formatCount(count), "expected");
    }

    void numbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("withSign");
        QTest::newRow("gap") << 0.5 << 1 << u"0.5"_s << u"+0.5"_s;
        QTest::newRow("thousands") << 1234.56 << 1 << u"1,234.6"_s << u"+1,234.6"_s;
        QTest::newRow("minus") << -51.0 << 0 << u"\u221251"_s << u"\u221251"_s;
        QTest::newRow("zero") << 0.0 << 0 << u"0"_s << u"0"_s;
        QTest::newRow("rounds to zero") << -0.04 << 1 << u"0.0"_s << u"0.0"_s;
        QTest::newRow("rounds to zero from above") << 0.04 << 1 << u"0.0"_s << u"0.0"_s;
        QTest::newRow("missing") << notANumber << 2 << u"\u2013"_s << u"\u2013"_s;
        QTest::newRow("infinite") << -infinity << 2 << u"\u2212\u221E"_s << u"\u2212\u221E"_s;
    }
    void numbers() {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QTEST(formatNumber(value, decimals), "plain");
        QTEST(formatSigned(value, decimals), "withSign");
    }

    void otherForms() {
        QCOMPARE(formatNumber(std::optional<double>(), 1), missing());
        QCOMPARE(formatNumber(std::optional<double>(7.26), 1), u"7.3"_s);
        QCOMPARE(formatPercent(0.521, 1), u"52.1\u00a0%"_s);
        QCOMPARE(formatPercent(notANumber, 1), missing());
        QCOMPARE(formatRating(1273.6), u"1274"_s);
        QCOMPARE(formatRating(-0.2), u"0"_s);
        QCOMPARE(formatRating(notANumber), missing());
        QCOMPARE(provisional(u"1274"_s), u"\u2248\u00a01274"_s);
    }

    void dollars_data() {
        QTest::addColumn<double>("amount");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << 0.0 << u"$0.00"_s;
        QTest::newRow("ceiling") << 190.18 << u"$190.18"_s;
        QTest::newRow("thousands") << 4126.0 << u"$4,126.00"_s;
        QTest::newRow("a game") << 0.0077 << u"$0.0077"_s;
        QTest::newRow("a test") << 0.00001 << u"$0.000010"_s;
        QTest::newRow("back") << -1.5 << u"\u2212$1.50"_s;
        QTest::newRow("unknown") << notANumber << u"\u2013"_s;
    }
    void dollars() {
        QFETCH(double, amount);
        QTEST(formatDollars(amount), "expected");
    }

    void seconds_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ms") << 0.212 << u"212\u00a0ms"_s;
        QTest::newRow("nearly one") << 0.9999 << u"1.0\u00a0s"_s;
        QTest::newRow("s") << 4.1 << u"4.1\u00a0s"_s;
        QTest::newRow("ten") << 9.97 << u"10\u00a0s"_s;
        QTest::newRow("nearly a minute") << 59.97 << u"1\u00a0min"_s;
        QTest::newRow("minutes") << 27.0 * 60 << u"27\u00a0min"_s;
        QTest::newRow("hours") << 3.0 * 3600 + 41 * 60 << u"3\u00a0h 41\u00a0min"_s;
        QTest::newRow("unknown") << notANumber << u"\u2013"_s;
        QTest::newRow("impossible") << -1.0 << u"\u2013"_s;
    }
    void seconds() {
        QFETCH(double, seconds);
        QTEST(formatSeconds(seconds), "expected");
    }

    // Numbers of equal length end at the same place, and each digit is in the middle of its cell.
    void digitsStandInCells() {
        const QFont font = uiFont();
        const QFontMetricsF metrics(font);
        QVERIFY(metrics.horizontalAdvance(u'1') < metrics.horizontalAdvance(u'0'));
        double cell = 0.0;
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            cell = std::max(cell, metrics.horizontalAdvance(QChar(digit)));
        QCOMPARE(tabularWidth(u"1111"_s, font), 4 * cell);
        QCOMPARE(tabularWidth(u"1111"_s, font), tabularWidth(u"8888"_s, font));
        QCOMPARE(tabularWidth(u"\u22121,111.1"_s, font), tabularWidth(u"\u22128,888.8"_s, font));

        const QList<TabularPiece> pieces = tabularPieces(u"\u22121,018"_s, font);
        QCOMPARE(pieces.size(), 6);
        QCOMPARE(pieces[0].text, u"\u2212"_s);
        QCOMPARE(pieces[0].offset, 0.0);
        const double start = metrics.horizontalAdvance(u"\u2212"_s);
        const double comma = metrics.horizontalAdvance(u","_s);
        const double cells[] = {start, start + cell + comma, start + 2 * cell + comma,
                                start + 3 * cell + comma};
        const int digits[] = {1, 3, 4, 5};
        for (int i = 0; i < 4; ++i) {
            const TabularPiece& piece = pieces[digits[i]];
            const double middle = piece.offset + metrics.horizontalAdvance(piece.text) / 2.0;
            QVERIFY(std::abs(middle - (cells[i] + cell / 2.0)) < 1e-9);
        }
    }

    void delegateSays_data() {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<bool>("grouped");
        QTest::addColumn<bool>("withSign");
        QTest::addColumn<QString>("expected");
        QTest::newRow("count") << QVariant(45979) << true << false << u"45,979"_s;
        QTest::newRow("rating") << QVariant(1395.4) << false << false << u"1395"_s;
        QTest::newRow("whole rating") << QVariant(1395) << false << false << u"1395"_s;
        QTest::newRow("change") << QVariant(28) << true << true << u"+28"_s;
        QTest::newRow("loss") << QVariant(-2.0) << true << true << u"\u22122"_s;
        QTest::newRow("no change") << QVariant(0) << true << true << u"0"_s;
        QTest::newRow("words") << QVariant(u"\u2248 1274"_s) << true << false << u"\u2248 1274"_s;
        QTest::newRow("nothing") << QVariant() << true << false << u"\u2013"_s;
        QTest::newRow("empty") << QVariant(QString()) << true << false << u"\u2013"_s;
        QTest::newRow("nan") << QVariant(notANumber) << true << false << u"\u2013"_s;
        QTest::newRow("nan rating") << QVariant(notANumber) << false << false << u"\u2013"_s;
    }
    void delegateSays() {
        QFETCH(QVariant, value);
        QFETCH(bool, grouped);
        QFETCH(bool, withSign);
        NumberDelegate delegate;
        delegate.setGrouped(grouped);
        delegate.setSign(withSign ? NumberDelegate::Sign::Always : NumberDelegate::Sign::MinusOnly);
        QTEST(delegate.displayText(value, QLocale()), "expected");
    }

    // The painted columns: the right edge of what is inked is the same for 1110 and 8880.
    void delegatePaintsInColumns() {
        QStandardItemModel model(2, 1);
        model.setData(model.index(0, 0), 1110);
        model.setData(model.index(1, 0), 8880);
        const NumberDelegate delegate;
        const auto inkedEdge = [&](int row) {
            QImage image(100, 24, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            QStyleOptionViewItem option;
            option.rect = image.rect();
            option.palette = Theme(Scheme::Light).palette();
            option.font = uiFont();
            option.state = QStyle::State_Enabled;
            delegate.paint(&painter, option, model.index(row, 0));
            painter.end();
            for (int x = image.width() - 1; x >= 0; --x)
                for (int y = 0; y < image.height(); ++y)
                    if (qGray(image.pixel(x, y)) < 128)
                        return x;
            return -1;
        };
        QVERIFY(inkedEdge(0) > 80);
        QCOMPARE(inkedEdge(0), inkedEdge(1));
    }

  private:
    std::unique_ptr<ThemeController> m_controller = std::make_unique<ThemeController>();
};

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
