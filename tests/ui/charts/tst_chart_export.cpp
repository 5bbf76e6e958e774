#include "sample_charts.h"
#include "ui/theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChartExport : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QApplication::setPalette(Theme(Scheme::Dark).palette());
        m_intervals = std::make_unique<IntervalPlot>();
        m_intervals->setRows(samples::rows(40));
        m_intervals->resize(500, 300);
        m_progress = std::make_unique<ProgressPlot>();
        m_progress->setProgress(samples::stages(), samples::progress());
        m_progress->resize(700, 300);
        m_map = std::make_unique<HeatMap>();
        m_map->setMatrix(samples::models(), samples::cells());
        m_map->resize(560, 300);
    }

    void writesPng() {
        const QString path = m_folder.filePath(u"progress.png"_s);
        QVERIFY(m_progress->exportTo(path));
        const QImage image(path);
        QCOMPARE(image.width(), 1400);
        QCOMPARE(image.height(), 2 * (300 + 28)); // and its heading
        // In the light theme, though the screen is dark; and the screen stays so.
        QCOMPARE(image.pixelColor(3, 3), Theme(Scheme::Light).color(Colour::Base));
        QCOMPARE(m_progress->grab().toImage().pixelColor(2, 2),
                 Theme(Scheme::Dark).color(Colour::Base));
    }

    void writesEveryRow() {
        const QString path = m_folder.filePath(u"intervals.PNG"_s);
        QVERIFY(m_intervals->exportTo(path));
        QCOMPARE(QImage(path).height(), 2 * (28 + 24 + 40 * 24));
        QCOMPARE(m_intervals->size(), QSize(500, 300));
    }

    void writesSvg() {
        for (ChartView* chart : charts()) {
            const QString path = m_folder.filePath(u"chart.svg"_s);
            QVERIFY(chart->exportTo(path));
            QXmlStreamReader xml(contentOf(path));
            QStringList words;
            int shapes = 0;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isStartElement() && xml.name() != u"g")
                    ++shapes;
                if (xml.isCharacters() && !xml.isWhitespace())
                    words.append(xml.text().toString().trimmed());
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QCOMPARE_GT(shapes, 20);
            QVERIFY(words.contains(chart->title())); // text stays text
        }
    }

    void writesPdf() {
        for (ChartView* chart : charts()) {
            const QString path = m_folder.filePath(u"chart.pdf"_s);
            QVERIFY(chart->exportTo(path, {600, 400}));
            const QByteArray pdf = contentOf(path);
            QVERIFY(pdf.startsWith("%PDF-1."));
            QVERIFY(pdf.trimmed().endsWith("%%EOF"));
            QVERIFY(pdf.contains("/MediaBox [0 0 450.0"));
            QCOMPARE_GT(pdf.size(), 5000);
        }
    }

    void replacesWhatWasThere() {
        const QString path = m_folder.filePath(u"old.svg"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        QVERIFY(m_map->exportTo(path));
        QVERIFY(contentOf(path).startsWith("<?xml"));
    }

    void reportsWhatFails_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("no such folder")
            << m_folder.filePath(u"absent/chart.png"_s) << static_cast<int>(agon::ErrorCode::Io);
        QTest::newRow("a folder") << m_folder.filePath(u"folder.svg"_s)
                                  << static_cast<int>(agon::ErrorCode::Io);
        QTest::newRow("another ending")
            << m_folder.filePath(u"chart.bmp"_s) << static_cast<int>(agon::ErrorCode::InvalidInput);
        QTest::newRow("no ending")
            << m_folder.filePath(u"chart"_s) << static_cast<int>(agon::ErrorCode::InvalidInput);
        QTest::newRow("no name") << QString() << static_cast<int>(agon::ErrorCode::InvalidInput);
    }
    void reportsWhatFails() {
        QDir(m_folder.path()).mkdir(u"folder.svg"_s);
        QFETCH(QString, path);
        const agon::Result<void> done = m_map->exportTo(path);
        QVERIFY(!done);
        QTEST(static_cast<int>(done.error().code), "code");
        QVERIFY(
            QString::fromStdString(done.error().message).contains(QDir::toNativeSeparators(path)));
        QVERIFY(path.isEmpty() || !QFileInfo(path).isFile());
    }

    void refusesNoSize() {
        QVERIFY(!m_map->exportTo(m_folder.filePath(u"none.png"_s), QSize(0, 0)));
    }

    void exportsEmptyCharts() {
        IntervalPlot empty;
        empty.resize(300, 200);
        QVERIFY(empty.exportTo(m_folder.filePath(u"empty.png"_s)));
    }

  private:
    [[nodiscard]] std::vector<ChartView*> charts() const {
        return {m_intervals.get(), m_progress.get(), m_map.get()};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<IntervalPlot> m_intervals;
    std::unique_ptr<ProgressPlot> m_progress;
    std::unique_ptr<HeatMap> m_map;
};

QTEST_MAIN(TestChartExport)
#include "tst_chart_export.moc"
