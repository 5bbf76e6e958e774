#include "ui/shell/action_registry.h"
#include "ui/shell/dock_layouts.h"
#include "ui/shell/settings.h"
#include "ui/theme/icon.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestDockLayouts : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void everyLayoutShowsItsPanels();
    void anArrangementIsKeptForItsLayout();
    void garbageFallsBackToTheDefault_data();
    void garbageFallsBackToTheDefault();
    void raisingAPanelMayChangeTheLayout();
    void resetBringsBackTheDefault();

  private:
    struct Bench {
        explicit Bench(const QString& file)
            : settings(file) {
            layouts = std::make_unique<DockLayouts>(window, settings);
            const auto add = [this](const QString& id, LayoutId layout, int width, bool shown) {
                PanelSpec spec;
                spec.id = id;
                spec.title = id;
                spec.icon = Icon::Battles;
                spec.places = {{layout, Qt::LeftDockWidgetArea, width, {}, shown}};
                layouts->add(spec, std::make_unique<Panel>(), {});
            };
            add(u"battles"_s, LayoutId::Review, 0, true);
            add(u"rationale"_s, LayoutId::Review, 360, true);
            add(u"ratings"_s, LayoutId::Analyse, 0, true);
            add(u"jobs"_s, LayoutId::Operate, 0, true);
            window.resize(1200, 700);
            window.show();
        }
        [[nodiscard]] QStringList visible() const {
            QStringList out;
            for (const PanelSpec& spec : layouts->specs())
                if (!layouts->dock(spec.id)->isHidden())
                    out.append(spec.id);
            return out;
        }

        QMainWindow window;
        Settings settings;
        std::unique_ptr<DockLayouts> layouts;
    };

    QTemporaryDir m_folder;
    QString m_file;
};

void TestDockLayouts::init() {
    m_file = m_folder.filePath(u"settings.ini"_s);
    QFile::remove(m_file);
}

void TestDockLayouts::everyLayoutShowsItsPanels() {
    Bench bench(m_file);
    QSignalSpy changed(bench.layouts.get(), &DockLayouts::layoutChanged);
    bench.layouts->showCurrent();
    QCOMPARE(bench.visible(), (QStringList{u"battles"_s, u"rationale"_s}));
    bench.layouts->switchTo(LayoutId::Analyse);
    QCOMPARE(bench.visible(), QStringList{u"ratings"_s});
    bench.layouts->switchTo(LayoutId::Operate);
    QCOMPARE(bench.visible(), QStringList{u"jobs"_s});
    QCOMPARE(changed.size(), 3);
    bench.layouts->hideAll();
    QVERIFY(bench.visible().isEmpty());
}

void TestDockLayouts::anArrangementIsKeptForItsLayout() {
    {
        Bench bench(m_file);
        bench.layouts->showCurrent();
        bench.layouts->dock(u"rationale"_s)->hide();
        bench.layouts->dock(u"battles"_s)->setFloating(true);
        bench.layouts->switchTo(LayoutId::Analyse);
        bench.layouts->switchTo(LayoutId::Review);
        QCOMPARE(bench.visible(), QStringList{u"battles"_s});
        QVERIFY(bench.layouts->dock(u"battles"_s)->isFloating());
        bench.layouts->save();
    }
    Bench again(m_file); // another start
    again.layouts->showCurrent();
    QCOMPARE(again.visible(), QStringList{u"battles"_s});
    QVERIFY(again.layouts->dock(u"battles"_s)->isFloating());
}

void TestDockLayouts::garbageFallsBackToTheDefault_data() {
    QTest::addColumn<QVariant>("stored");
    Bench bench(m_folder.filePath(u"other.ini"_s));
    bench.layouts->showCurrent();
    const QByteArray good = bench.window.saveState(1);
    QTest::newRow("noise") << QVariant(QByteArray("\x01\x02 garbage \xff", 12));
    QTest::newRow("cut short") << QVariant(good.left(good.size() / 3));
    QTest::newRow("another version") << QVariant(bench.window.saveState(999));
    QTest::newRow("a number") << QVariant(17);
    for (const PanelSpec& spec : bench.layouts->specs())
        bench.layouts->dock(spec.id)->hide();
    QTest::newRow("readable, shows nothing") << QVariant(bench.window.saveState(1));
}

void TestDockLayouts::garbageFallsBackToTheDefault() {
    QFETCH(QVariant, stored);
    Bench bench(m_file);
    bench.settings.set(Setting::LayoutReview, stored);
    bench.layouts->showCurrent();
    QCOMPARE(bench.visible(), (QStringList{u"battles"_s, u"rationale"_s}));
}

void TestDockLayouts::raisingAPanelMayChangeTheLayout() {
    Bench bench(m_file);
    bench.layouts->showCurrent();
    const QSignalSpy raised(bench.layouts.get(), &DockLayouts::panelRaised);
    bench.layouts->raise(u"ratings"_s);
    QCOMPARE(bench.layouts->current(), LayoutId::Analyse);
    QCOMPARE(bench.visible(), QStringList{u"ratings"_s});
    bench.layouts->raise(u"no such panel"_s);
    QCOMPARE(raised.size(), 1);
}

void TestDockLayouts::resetBringsBackTheDefault() {
    Bench bench(m_file);
    bench.layouts->showCurrent();
    bench.layouts->dock(u"rationale"_s)->hide();
    bench.layouts->save();
    bench.layouts->reset();
    QCOMPARE(bench.visible(), (QStringList{u"battles"_s, u"rationale"_s}));
}

QTEST_MAIN(TestDockLayouts)
#include "tst_dock_layouts.moc"
