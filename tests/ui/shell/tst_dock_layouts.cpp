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
    void aNarrowWindowMakesTabs();
    void dragsOfTheEdgeDoNotFlicker();
    void theCompanionKeepsItsWidth();
    void aDraggedWidthIsKept();
    void aClosedCompanionComesBackAsATab();
    void anOwnArrangementStays();
    void aNarrowSittingIsWideTheNextTime();

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
                if (id == u"rationale"_s)
                    spec.places = {
                        {layout, Qt::RightDockWidgetArea, width, {}, shown, 1000, u"battles"_s}};
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

        [[nodiscard]] QDockWidget* battles() const { return layouts->dock(u"battles"_s); }
        [[nodiscard]] QDockWidget* rationale() const { return layouts->dock(u"rationale"_s); }
        [[nodiscard]] bool areTabs() const {
            return window.tabifiedDockWidgets(rationale()).contains(battles());
        }
        // Beside each other, one in front of the other?
        [[nodiscard]] bool isInFront(const QDockWidget* dock) const {
            return !dock->visibleRegion().isEmpty();
        }
        void widen(int width) {
            window.resize(width, 700);
            QCoreApplication::processEvents();
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

void TestDockLayouts::aNarrowWindowMakesTabs() {
    Bench bench(m_file);
    bench.layouts->showCurrent();
    bench.widen(1200);
    QVERIFY(!bench.areTabs());
    bench.widen(990);
    QTRY_VERIFY(bench.areTabs());
    QTRY_VERIFY(bench.isInFront(bench.battles()));
    QVERIFY(!bench.isInFront(bench.rationale()));
    QCOMPARE(bench.visible(), (QStringList{u"battles"_s, u"rationale"_s}));
    bench.layouts->raise(u"rationale"_s);
    QTRY_VERIFY(bench.isInFront(bench.rationale()));
    bench.widen(1200);
    QTRY_VERIFY(!bench.areTabs());
    QCOMPARE(bench.window.dockWidgetArea(bench.rationale()), Qt::RightDockWidgetArea);
    QTRY_COMPARE(bench.rationale()->width(), 360);
    QVERIFY(bench.isInFront(bench.battles()) && bench.isInFront(bench.rationale()));
}

void TestDockLayouts::dragsOfTheEdgeDoNotFlicker() {
    Bench bench(m_file);
    bench.layouts->showCurrent();
    bench.widen(999);
    QTRY_VERIFY(bench.areTabs());
    for (const int width : {1001, 998, 1010, 1020, 1000}) {
        bench.widen(width);
        QVERIFY(bench.areTabs());
    }
    bench.widen(1030);
    QTRY_VERIFY(!bench.areTabs());
    for (const int width : {1020, 1001, 1000}) {
        bench.widen(width);
        QVERIFY(!bench.areTabs());
    }
}

// Whatever the window's width is, and was when the arrangement was kept.
void TestDockLayouts::theCompanionKeepsItsWidth() {
    {
        Bench bench(m_file);
        bench.layouts->showCurrent();
        for (const int width : {1200, 1600, 1040, 1400}) {
            bench.widen(width);
            QCOMPARE(bench.rationale()->width(), 360);
        }
        bench.layouts->save();
    }
    {
        Bench again(m_file);
        again.widen(1700);
        again.layouts->showCurrent();
        QTRY_COMPARE(again.rationale()->width(), 360);
        QVERIFY(again.isInFront(again.battles()));
    }
    Bench wider(m_file);
    wider.settings.set(Setting::CompanionWidth, 450); // dragged to
    wider.layouts->showCurrent();
    QTRY_COMPARE(wider.rationale()->width(), 450);
    wider.layouts->reset();
    QTRY_COMPARE(wider.rationale()->width(), 360);
}

// Only what a person has dragged is written; the default may change with the next version.
void TestDockLayouts::aDraggedWidthIsKept() {
    {
        Bench bench(m_file);
        QVERIFY(QTest::qWaitForWindowExposed(&bench.window));
        bench.layouts->showCurrent();
        bench.widen(1400);
        QTRY_COMPARE(bench.rationale()->width(), 360);
        bench.layouts->save();
        QCOMPARE(bench.settings.number(Setting::CompanionWidth), 0);
        QWindow* window = bench.window.windowHandle();
        const QPoint line(bench.rationale()->x() - 1, bench.rationale()->y() + 300);
        QTest::mouseMove(window, line);
        QTest::mousePress(window, Qt::LeftButton, {}, line);
        QTest::mouseMove(window, line - QPoint(40, 0));
        QTest::mouseMove(window, line - QPoint(80, 0));
        QTRY_COMPARE(bench.rationale()->width(), 440);
        QTest::mouseRelease(window, Qt::LeftButton, {}, line - QPoint(80, 0));
        bench.widen(1600);
        QTRY_COMPARE(bench.rationale()->width(), 440);
        bench.layouts->save();
        QCOMPARE(bench.settings.number(Setting::CompanionWidth), 440);
        bench.layouts->switchTo(LayoutId::Analyse);
        bench.layouts->switchTo(LayoutId::Review);
        QTRY_COMPARE(bench.rationale()->width(), 440);
    }
    Bench again(m_file);
    again.widen(1500);
    again.layouts->showCurrent();
    QTRY_COMPARE(again.rationale()->width(), 440);
    again.layouts->save();
    QCOMPARE(again.settings.number(Setting::CompanionWidth), 440);
}

void TestDockLayouts::aClosedCompanionComesBackAsATab() {
    Bench bench(m_file);
    bench.layouts->showCurrent();
    bench.rationale()->close();
    bench.widen(900);
    bench.widen(890); // and stays what it is
    QVERIFY(bench.rationale()->isHidden());
    bench.layouts->raise(u"rationale"_s);
    QTRY_VERIFY(bench.areTabs());
    QTRY_VERIFY(bench.isInFront(bench.rationale()));
    bench.rationale()->close();
    bench.widen(1200);
    QTRY_VERIFY(!bench.areTabs());
    QVERIFY(bench.rationale()->isHidden());
    bench.rationale()->show();
    QTRY_VERIFY(bench.isInFront(bench.rationale()) && bench.isInFront(bench.battles()));
}

void TestDockLayouts::anOwnArrangementStays() {
    Bench bench(m_file);
    bench.layouts->showCurrent();
    bench.window.addDockWidget(Qt::BottomDockWidgetArea, bench.rationale());
    bench.widen(900);
    QVERIFY(!bench.areTabs());
    bench.rationale()->setFloating(true);
    bench.widen(950);
    QVERIFY(!bench.areTabs());
    // Tabs that a person has made are kept in a wide window.
    bench.layouts->reset();
    bench.widen(1200);
    QTRY_VERIFY(!bench.areTabs());
    bench.window.tabifyDockWidget(bench.battles(), bench.rationale());
    bench.widen(900);
    bench.widen(1300);
    QVERIFY(bench.areTabs());
    // So are docks that a person has pulled apart in a narrow one.
    bench.layouts->reset();
    bench.widen(900);
    QTRY_VERIFY(bench.areTabs());
    bench.window.addDockWidget(Qt::BottomDockWidgetArea, bench.rationale());
    bench.layouts->save();
    QCOMPARE(bench.window.dockWidgetArea(bench.rationale()), Qt::BottomDockWidgetArea);
    bench.widen(1300);
    QCOMPARE(bench.window.dockWidgetArea(bench.rationale()), Qt::BottomDockWidgetArea);
}

void TestDockLayouts::aNarrowSittingIsWideTheNextTime() {
    {
        Bench bench(m_file);
        bench.layouts->showCurrent();
        bench.widen(900);
        QTRY_VERIFY(bench.areTabs());
        bench.layouts->switchTo(LayoutId::Analyse);
        bench.layouts->switchTo(LayoutId::Review);
        QTRY_VERIFY(bench.areTabs());
        bench.layouts->save();
        QTRY_VERIFY(bench.areTabs()); // the window lives on
    }
    {
        Bench again(m_file);
        again.widen(1200);
        again.layouts->showCurrent();
        QVERIFY(!again.areTabs());
    }
    Bench again(m_file);
    again.widen(900);
    again.layouts->showCurrent();
    QTRY_VERIFY(again.areTabs());
    again.widen(1200);
    QTRY_VERIFY(!again.areTabs());
    QTRY_COMPARE(again.rationale()->width(), 360);
}

QTEST_MAIN(TestDockLayouts)
#include "tst_dock_layouts.moc"
