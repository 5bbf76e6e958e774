// Battles and rationale in the whole window, from wide to narrow.
#include "tests/ui/battles/review_fixture.h"
#include "ui/battles/answer_view.h"
#include "ui/battles/battle_panels.h"
#include "ui/battles/battle_viewer.h"
#include "ui/battles/battles_panel.h"
#include "ui/battles/queue_view.h"
#include "ui/battles/rationale_panel.h"
#include "ui/battles/verdict_bar.h"
#include "ui/battles/verdict_button.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestNarrowWindows : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everythingFits_data();
    void everythingFits();
    void theKeyRaisesTheTabAndGoesBack();
    void theKeyOpensAndClosesBesides();
    void theKeyOpensWhatWasClosedAsATab();

  private:
    void widen(int width);
    void key(Qt::Key key);
    [[nodiscard]] QDockWidget* dock(const QString& id) const {
        return m_window->layouts().dock(id);
    }
    [[nodiscard]] bool isSeen(const QWidget* widget) const {
        return widget->isVisible() && !widget->visibleRegion().isEmpty();
    }
    [[nodiscard]] bool isRationaleOn() const {
        return m_fixture->actions.action(ActionId::ToggleRationale)->isChecked();
    }

    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<test::ReviewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
    BattlesPanel* m_battles = nullptr;
    RationalePanel* m_rationale = nullptr;
};

void TestNarrowWindows::initTestCase() {
    m_theme = std::make_unique<ThemeController>();
    m_theme->setChoice(ThemeChoice::Light);
}

void TestNarrowWindows::init() {
    m_fixture = std::make_unique<test::ReviewFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->context());
    for (const PanelSpec& spec : battlePanels())
        m_window->addPanel(spec);
    auto* commands =
        new WorkspaceCommands(m_fixture->context(), m_fixture->clock, MakeDemo(), m_window.get());
    m_window->start(*commands);
    m_battles = qobject_cast<BattlesPanel*>(m_window->layouts().panel(u"battles"_s));
    m_rationale = qobject_cast<RationalePanel*>(m_window->layouts().panel(u"rationale"_s));
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_fixture->open();
    QTRY_VERIFY(m_battles->viewer()->verdicts()->button(Verdict::A)->isEnabled());
    m_battles->focusTarget()->setFocus();
}

void TestNarrowWindows::cleanup() {
    m_window.reset();
    m_fixture.reset();
}

void TestNarrowWindows::widen(int width) {
    m_window->resize(width, 700);
    QCoreApplication::processEvents();
}

void TestNarrowWindows::key(Qt::Key key) {
    QTest::keyClick(QApplication::focusWidget(), key);
}

void TestNarrowWindows::everythingFits_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("tab");
    QTest::newRow("1440") << 1440 << false;
    QTest::newRow("1280") << 1280 << false;
    QTest::newRow("1200") << 1200 << false;
    QTest::newRow("1180") << 1180 << true;
    QTest::newRow("1100") << 1100 << true;
    QTest::newRow("960") << 960 << true;
}

void TestNarrowWindows::everythingFits() {
    QFETCH(int, width);
    QFETCH(bool, tab);
    widen(width);
    QTRY_COMPARE(isSeen(m_rationale), !tab);
    QTRY_VERIFY(isSeen(m_battles));
    QCOMPARE(isRationaleOn(), !tab);
    const BattleViewer* viewer = m_battles->viewer();
    QTRY_VERIFY(viewer->left()->width() >= 320 && viewer->right()->width() >= 320);
    QVERIFY(m_battles->queue()->isVisible());
    QVERIFY(m_battles->queue()->width() >= 200);
    QVERIFY(dock(u"battles"_s)->width() <= m_window->width());
    // The queue gives way first.
    if (!tab && dock(u"rationale"_s)->width() < 360)
        QVERIFY(m_battles->queue()->width() <= 202);
    if (!tab)
        QVERIFY(m_rationale->width() >= m_rationale->minimumSizeHint().width());
    const VerdictBar* bar = viewer->verdicts();
    QCOMPARE(bar->width(), viewer->width());
    for (const Verdict verdict : {Verdict::A, Verdict::B, Verdict::Tie, Verdict::Bad}) {
        const VerdictButton* button = bar->button(verdict);
        QVERIFY(bar->rect().contains(button->geometry()));
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        QVERIFY(isSeen(button));
    }
    // And back, with the rationale as it was.
    widen(1440);
    QTRY_VERIFY(isSeen(m_rationale) && isSeen(m_battles));
    QTRY_VERIFY(isRationaleOn());
}

void TestNarrowWindows::theKeyRaisesTheTabAndGoesBack() {
    widen(1100);
    QTRY_VERIFY(!isSeen(m_rationale));
    m_battles->focusTarget()->setFocus();
    key(Qt::Key_R);
    QTRY_VERIFY(isSeen(m_rationale) && !isSeen(m_battles));
    QTRY_VERIFY(isRationaleOn());
    QVERIFY(m_rationale->isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_R);
    QTRY_VERIFY(isSeen(m_battles) && !isSeen(m_rationale));
    QTRY_VERIFY(!isRationaleOn());
    QVERIFY(m_battles->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!dock(u"rationale"_s)->isHidden());
}

void TestNarrowWindows::theKeyOpensAndClosesBesides() {
    key(Qt::Key_R);
    QTRY_VERIFY(dock(u"rationale"_s)->isHidden());
    QTRY_VERIFY(!isRationaleOn());
    key(Qt::Key_R);
    QTRY_VERIFY(isSeen(m_rationale) && isSeen(m_battles));
    QVERIFY(isRationaleOn());
    QVERIFY(m_battles->isAncestorOf(QApplication::focusWidget())); // reading goes on
}

void TestNarrowWindows::theKeyOpensWhatWasClosedAsATab() {
    key(Qt::Key_R);
    widen(1100);
    QVERIFY(dock(u"rationale"_s)->isHidden());
    key(Qt::Key_R);
    QTRY_VERIFY(isSeen(m_rationale) && !isSeen(m_battles));
    QTRY_VERIFY(m_rationale->isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_R);
    QTRY_VERIFY(isSeen(m_battles) && !isSeen(m_rationale));
}

QTEST_MAIN(TestNarrowWindows)
#include "tst_narrow_windows.moc"
