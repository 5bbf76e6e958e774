// Numbers and times as foreign files and servers write them.
#include "core/text/values.h"

#include <QTest>

using namespace agon;

class TestValues : public QObject {
    Q_OBJECT

  private slots:
    void numbers_data() {
        QTest::addColumn<double>("value"); // -1: none
        QTest::newRow("30") << 30.0;
        QTest::newRow(" 0.5 ") << 0.5;
        QTest::newRow("+2e3") << 2000.0;
        QTest::newRow("") << -1.0;
        QTest::newRow("5 s") << -1.0;
        QTest::newRow("nan") << -1.0;
        QTest::newRow("1e999") << -1.0;
    }
    void numbers() {
        QFETCH(double, value);
        QCOMPARE(numberIn(QTest::currentDataTag()).value_or(-1), value);
    }

    void times_data() {
        QTest::addColumn<qint64>("milliseconds"); // since 2015-10-21T07:28:00Z
        QTest::newRow("2015-10-21T07:28:00Z") << qint64{0};
        QTest::newRow("2015-10-21t09:28:00.000+02:00") << qint64{0};
        QTest::newRow("2015-10-21T02:58:00.25-04:30") << qint64{250};
        QTest::newRow("2015-10-21 07:28:01") << qint64{1000};
        QTest::newRow("2015-10-21T07:28:00,9999Z") << qint64{999};
        QTest::newRow("2015-10-22") << qint64{(16 * 60 + 32) * 60 * 1000};
    }
    void times() {
        QFETCH(qint64, milliseconds);
        const auto time = isoTimeIn(QTest::currentDataTag());
        QVERIFY(time);
        QCOMPARE(time->milliseconds - 1'445'412'480'000, milliseconds);
    }
    void noTimes_data() {
        QTest::addColumn<int>("none");
        for (const char* text : {"", "2015", "2015-13-21T07:28:00Z", "2015-02-30",
                                 "2015-10-21T24:28:00Z", "2015-10-21T07:28:00Zulu",
                                 "2015-10-21T07:28:00.Z", "2015-10-21T07:28:00+1:00", "soon"})
            QTest::addRow("'%s'", text) << 0;
    }
    void noTimes() {
        const QByteArray tag = QTest::currentDataTag();
        QVERIFY(!isoTimeIn(tag.mid(1, tag.size() - 2).toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
