// The table of battles: its cells, and as a person uses it beside the queue.
#include "tests/ui/battles/review_fixture.h"
#include "ui/battles/answer_view.h"
#include "ui/battles/battle_list.h"
#include "ui/battles/battle_table_model.h"
#include "ui/battles/battle_table_view.h"
#include "ui/battles/battle_viewer.h"
#include "ui/battles/battles_panel.h"
#include "ui/battles/column_layout.h"
#include "ui/battles/queue_order.h"
#include "ui/battles/queue_view.h"
#include "ui/battles/reason_field.h"
#include "ui/battles/verdict_bar.h"
#include "ui/theme/font.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/policy_combo.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

using Column = BattleTableModel::Column;

class TestBattleTableView : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void showsWhatTheQueueHas();
    void cellsSayWhatIsKnown();
    void headersSort_data();
    void headersSort();
    void theSortIsShown();
    void headersHaveRoomForTheirArrow();
    void aVoteChangesItsRowWhereItStands();
    void aVoteIsInATableThatIsOpenedAtOnce();
    void theCurrentBattleIsShared();
    void enterOpensTheViewer();
    void doubleClickOpensTheViewer();
    void aReasonIsGivenInTheViewer();
    void undoOfWhatIsNoRowLeavesTheTable();
    void lettersSearchNothing();
    void rightAndLeftScroll();
    void columnsAreRemembered();
    void theMenuKeyOpensTheColumns();
    void widthsFollowTheTextScale();
    void oneColumnStays();
    void nonsenseInSettingsIsSkipped();

  private:
    void makePanel();
    void key(Qt::Key key);
    void filter(const QString& text);
    [[nodiscard]] QList<int> rows() const;
    [[nodiscard]] QString cell(int battle, Column column, int role = Qt::DisplayRole) const;
    [[nodiscard]] BattleTableModel& model() const;
    [[nodiscard]] ReviewDesk& desk() const { return *m_desk; }

    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<test::ReviewFixture> m_fixture;
    std::shared_ptr<ReviewDesk> m_desk;
    std::unique_ptr<BattlesPanel> m_panel;
};

void TestBattleTableView::initTestCase() {
    m_theme = std::make_unique<ThemeController>();
    m_theme->setChoice(ThemeChoice::Light);
}

void TestBattleTableView::init() {
    m_fixture = std::make_unique<test::ReviewFixture>();
    makePanel();
    m_fixture->open();
    QTRY_VERIFY(desk().review.battle());
    filter({});
    key(Qt::Key_T);
    QTRY_VERIFY(m_panel->table()->hasFocus());
}

void TestBattleTableView::cleanup() {
    m_panel.reset();
    m_desk.reset();
    m_fixture.reset();
}

void TestBattleTableView::makePanel() {
    m_panel.reset();
    m_desk = std::make_shared<ReviewDesk>(m_fixture->session, *m_fixture->settings);
    m_panel = std::make_unique<BattlesPanel>(m_fixture->context(), m_desk);
    m_panel->resize(1000, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->focusTarget()->setFocus();
}

void TestBattleTableView::key(Qt::Key key) {
    QTest::keyClick(QApplication::focusWidget(), key);
}

void TestBattleTableView::filter(const QString& text) {
    QSignalSpy answered(&desk().queue, &BattleQueue::answered);
    m_fixture->navigator.showBattles(text);
    QTRY_COMPARE(answered.size(), 1);
}

QList<int> TestBattleTableView::rows() const {
    QList<int> out;
    for (int row = 0; row < model().rowCount(); ++row)
        out.append(static_cast<int>(model().battle(row).value));
    return out;
}

BattleTableModel& TestBattleTableView::model() const {
    return desk().queue.table();
}

QString TestBattleTableView::cell(int battle, Column column, int role) const {
    return model().index(model().rowOf({battle}), column).data(role).toString();
}

void TestBattleTableView::showsWhatTheQueueHas() {
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(m_panel->table()->isVisible());
    QVERIFY(!m_panel->viewer()->isVisible());
    QCOMPARE(model().rowCount(), 8);
    QCOMPARE(rows().first(2), (QList{4, 3})); // in the queue's order
    filter(u"category:even"_s);
    QCOMPARE(model().rowCount(), 3);
    key(Qt::Key_T);
    QVERIFY(!m_panel->table()->isVisible());
    QVERIFY(m_panel->viewer()->isVisible());
    QVERIFY(m_panel->queue()->next()->hasFocus());
    QCOMPARE(model().rowCount(), 0); // nothing is kept for what is not shown
}

void TestBattleTableView::cellsSayWhatIsKnown() {
    QCOMPARE(cell(1, Column::Number), u"1"_s);
    QTRY_COMPARE(cell(1, Column::Instruction), u"What is number 1?"_s);
    QCOMPARE(cell(1, Column::Set), u"small"_s);
    QCOMPARE(cell(1, Column::Category), u"odd"_s);
    QCOMPARE(cell(8, Column::Turn), u"2"_s);
    QCOMPARE(cell(1, Column::ModelA), u"alpha"_s);
    QCOMPARE(cell(1, Column::ModelB), u"beta"_s);
    QCOMPARE(cell(1, Column::Points), u"8.0 : 6.0"_s);
    QCOMPARE(cell(1, Column::Gap), u"2.0"_s);
    QCOMPARE(cell(5, Column::Gap), QString());
    QCOMPARE(cell(1, Column::LengthA), u"23"_s); // "It is **1**, of course."
    QCOMPARE(cell(6, Column::LengthA), QString());
    QCOMPARE(cell(6, Column::Instruction), u"alpha against beta"_s); // came without texts
    QCOMPARE(cell(1, Column::Verdict, Qt::AccessibleTextRole), u"Verdict: A is better"_s);
    QVERIFY(cell(3, Column::Flip, Qt::ToolTipRole).contains(u"different winners"_s));
    QCOMPARE(cell(1, Column::Flip, Qt::ToolTipRole), QString());
}

void TestBattleTableView::headersSort_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QList<int>>("once");
    QTest::addColumn<QList<int>>("twice");
    QTest::newRow("number") << int(Column::Number) << QList{1, 2, 3} << QList{8, 7, 6};
    QTest::newRow("gap, none last") << int(Column::Gap) << QList{3, 4, 1} << QList{8, 1, 2};
    QTest::newRow("points") << int(Column::Points) << QList{8, 1, 2} << QList{3, 4, 1};
    QTest::newRow("model B") << int(Column::ModelB) << QList{7, 1, 2} << QList{1, 2, 3};
    QTest::newRow("turn") << int(Column::Turn) << QList{8, 1, 2} << QList{1, 2, 3};
    QTest::newRow("flip") << int(Column::Flip) << QList{3, 1, 2} << QList{1, 2, 4};
    QTest::newRow("length A") << int(Column::LengthA) << QList{8, 1, 2} << QList{1, 2, 3};
}

void TestBattleTableView::headersSort() {
    QFETCH(int, column);
    QFETCH(QList<int>, once);
    QFETCH(QList<int>, twice);
    QHeaderView* header = m_panel->table()->horizontalHeader();
    header->showSection(column);
    const auto click = [&] {
        m_panel->table()->horizontalScrollBar()->setValue(0);
        const int at = header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
        m_panel->table()->horizontalScrollBar()->setValue(
            std::max(0, at - header->viewport()->width() + 40));
        QTest::mouseClick(
            header->viewport(), Qt::LeftButton, {},
            {header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
             header->height() / 2});
    };
    QSignalSpy answered(&desk().queue, &BattleQueue::answered);
    click();
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(rows().first(3), once);
    QCOMPARE(desk().review.current().value, once.first()); // what comes first is open
    click();
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(rows().first(3), twice);
    QCOMPARE(m_panel->table()->currentIndex().row(), 0);
}

void TestBattleTableView::theSortIsShown() {
    const auto* combo = m_panel->findChild<PolicyCombo*>();
    const QHeaderView* header = m_panel->table()->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), -1); // by expected information: no column
    QCOMPARE(combo->currentText(), u"Expected information"_s);
    emit m_panel->table()->horizontalHeader()->sectionClicked(Column::ModelB);
    QCOMPARE(combo->currentText(), u"Model B"_s);
    QCOMPARE(header->sortIndicatorSection(), int(Column::ModelB));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    emit m_panel->table()->horizontalHeader()->sectionClicked(Column::ModelB);
    QCOMPARE(combo->currentText(), u"Model B, backwards"_s);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    desk().queue.setSort({SortKey::Gap, true});
    QCOMPARE(combo->currentText(), u"Largest gap"_s);
    QCOMPARE(header->sortIndicatorSection(), int(Column::Gap));
    desk().queue.setSort({SortKey::Random, false, 42});
    QCOMPARE(header->sortIndicatorSection(), -1);
    for (int i = 0; i < combo->count(); ++i)
        QVERIFY(!combo->itemText(i).isEmpty());
    QCOMPARE(orderTitle({SortKey::Flip, true}), u"Flips last"_s);
    QCOMPARE(orderPhrase({SortKey::LengthB, true}), u"longest answer B first"_s);
    QCOMPARE(orderPhrase({SortKey::ModelB, true}), u"by model B, backwards"_s);
}

void TestBattleTableView::headersHaveRoomForTheirArrow() {
    QHeaderView* header = m_panel->table()->horizontalHeader();
    const QFontMetrics metrics(uiFont(Size::Caption));
    constexpr int arrow = 14; // and the padding at both sides
    constexpr int padding = 16;
    for (int column = 0; column < Column::ColumnCount; ++column) {
        header->showSection(column);
        const QString title =
            model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY2(header->sectionSize(column) >= metrics.horizontalAdvance(title) + arrow + padding,
                 qPrintable(title));
    }
}

void TestBattleTableView::aVoteChangesItsRowWhereItStands() {
    filter(u"reviewed:no"_s);
    const QList<int> before = rows();
    QCOMPARE(before.size(), 8);
    const int voted = before.first();
    QTRY_VERIFY(desk().review.battle() && desk().review.current().value == voted);
    QSignalSpy answered(&desk().queue, &BattleQueue::answered);
    QSignalSpy changed(&model(), &QAbstractItemModel::dataChanged);
    key(Qt::Key_2);
    QTRY_VERIFY(!answered.isEmpty());
    QTRY_COMPARE(desk().queue.answer()->matches, 7);
    QCOMPARE(rows(), before); // though the filter has lost it
    QCOMPARE(cell(voted, Column::Review), u"mira"_s);
    QCOMPARE(model().index(0, 0).data(BattleTableModel::HumanRole).toInt(), int(Verdict::B));
    QVERIFY(std::ranges::any_of(changed, [](const QList<QVariant>& call) {
        return call[0].toModelIndex().row() == 0 && call[1].toModelIndex().row() == 0;
    }));
    QCOMPARE(desk().review.current().value, before[1]); // the next row, not the next of the queue
    QCOMPARE(m_panel->table()->currentIndex().row(), 1);
    filter(u"reviewed:no category:even"_s); // another question: now it goes
    QVERIFY(!rows().contains(voted));
}

// Before the queue has asked again.
void TestBattleTableView::aVoteIsInATableThatIsOpenedAtOnce() {
    key(Qt::Key_T);
    QVERIFY(!m_panel->table()->isVisible());
    QString review;
    connect(&m_fixture->session, &Session::verdictsChanged, m_panel.get(), [&] {
        m_fixture->actions.action(ActionId::ToggleTable)->trigger();
        review = cell(1, Column::Review);
    });
    m_fixture->session.vote({1}, Verdict::B, {}, false);
    QTRY_VERIFY(m_panel->table()->isVisible());
    QCOMPARE(review, u"mira"_s);
}

void TestBattleTableView::theCurrentBattleIsShared() {
    const QList<int> order = rows();
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    key(Qt::Key_J);
    QCOMPARE(desk().review.current().value, order[2]);
    QCOMPARE(m_panel->table()->currentIndex().row(), 2);
    key(Qt::Key_K);
    QCOMPARE(m_panel->table()->currentIndex().row(), 1);
    key(Qt::Key_End);
    QCOMPARE(desk().review.current().value, order.last());
    key(Qt::Key_T);
    const BattleList* next = m_panel->queue()->next();
    QCOMPARE(next->currentIndex().row(), 7);
    key(Qt::Key_Up);
    key(Qt::Key_T);
    QCOMPARE(m_panel->table()->currentIndex().row(), 6);
}

void TestBattleTableView::enterOpensTheViewer() {
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    const int chosen = rows()[1];
    key(Qt::Key_Return);
    QVERIFY(m_panel->viewer()->isVisible());
    QVERIFY(!m_fixture->actions.action(ActionId::ToggleTable)->isChecked());
    QCOMPARE(desk().review.current().value, chosen);
}

void TestBattleTableView::doubleClickOpensTheViewer() {
    BattleTableView* table = m_panel->table();
    const QPoint at = table->visualRect(model().index(3, Column::ModelA)).center();
    const int chosen = rows()[3];
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(m_panel->viewer()->isVisible());
    QCOMPARE(desk().review.current().value, chosen);
}

void TestBattleTableView::aReasonIsGivenInTheViewer() {
    QTRY_VERIFY(desk().review.battle());
    key(Qt::Key_C);
    QVERIFY(m_panel->viewer()->isVisible());
    QTRY_VERIFY(m_panel->viewer()->verdicts()->reason()->edit()->hasFocus());
}

void TestBattleTableView::undoOfWhatIsNoRowLeavesTheTable() {
    m_fixture->navigator.showBattle({3});
    QVERIFY(m_panel->table()->isVisible());
    filter(u"category:even"_s);
    QVERIFY(m_panel->table()->isVisible());
    m_fixture->navigator.showBattle({3});
    QVERIFY(m_panel->viewer()->isVisible());
    QCOMPARE(desk().review.current().value, 3);
}

// A search would read through all rows, a million of them if need be.
void TestBattleTableView::lettersSearchNothing() {
    key(Qt::Key_Home);
    QTRY_VERIFY(!cell(1, Column::Instruction).isEmpty());
    key(Qt::Key_W);
    QCOMPARE(m_panel->table()->currentIndex().row(), 0);
    key(Qt::Key_T);
    BattleList* next = m_panel->queue()->next();
    next->setFocus();
    key(Qt::Key_W);
    QCOMPARE(next->currentIndex().row(), 0);
}

void TestBattleTableView::rightAndLeftScroll() {
    m_panel->resize(660, 600);
    QCoreApplication::processEvents();
    QScrollBar* bar = m_panel->table()->horizontalScrollBar();
    QVERIFY(bar->maximum() > 0);
    key(Qt::Key_Home);
    key(Qt::Key_Right);
    QTRY_VERIFY(bar->value() > 0);
    const int there = bar->value();
    key(Qt::Key_Down); // and stays there
    QCOMPARE(bar->value(), there);
    QCOMPARE(m_panel->table()->currentIndex().row(), 1);
    key(Qt::Key_Left);
    QCOMPARE(bar->value(), 0);
}

void TestBattleTableView::columnsAreRemembered() {
    {
        QHeaderView* header = m_panel->table()->horizontalHeader();
        header->moveSection(header->visualIndex(Column::Gap), 0);
        header->resizeSection(Column::ModelA, 222);
        emit header->customContextMenuRequested({10, 10});
        auto* menu = m_panel->table()->findChild<QMenu*>();
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text() == u"Category"_s || action->text() == u"Turn"_s)
                action->trigger();
        menu->close();
    }
    makePanel(); // another start
    const QHeaderView* header = m_panel->table()->horizontalHeader();
    QCOMPARE(header->visualIndex(Column::Gap), 0);
    QCOMPARE(header->sectionSize(Column::ModelA), 222);
    QVERIFY(header->isSectionHidden(Column::Category));
    QVERIFY(!header->isSectionHidden(Column::Turn));
    // The way back.
    emit m_panel->table()->horizontalHeader()->customContextMenuRequested({10, 10});
    auto* menu = m_panel->table()->findChild<QMenu*>();
    menu->actions().last()->trigger();
    QCOMPARE(header->visualIndex(Column::Gap), int(Column::Gap));
    QVERIFY(!header->isSectionHidden(Column::Category));
    QVERIFY(header->isSectionHidden(Column::Turn));
}

void TestBattleTableView::theMenuKeyOpensTheColumns() {
    BattleTableView* table = m_panel->table();
    const QPoint middle = table->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, table->mapToGlobal(middle));
    QApplication::sendEvent(QApplication::focusWidget(), &event);
    auto* menu = table->findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().front()->text(), u"Number"_s);
    menu->close();
}

void TestBattleTableView::widthsFollowTheTextScale() {
    m_panel->table()->horizontalHeader()->resizeSection(Column::ModelA, 200);
    m_panel.reset(); // keeps it
    const QFont before = QApplication::font();
    const auto back = qScopeGuard([&] { QApplication::setFont(before); });
    QFont large = before;
    large.setPixelSize(QFontInfo(before).pixelSize() * 3 / 2);
    QApplication::setFont(large);
    makePanel();
    QCOMPARE(m_panel->table()->horizontalHeader()->sectionSize(Column::ModelA), 300);
    m_panel.reset();
}

void TestBattleTableView::oneColumnStays() {
    BattleTableView* table = m_panel->table();
    for (int column = 0; column < Column::ColumnCount; ++column)
        table->setColumnHidden(column, column != Column::Gap);
    emit table->horizontalHeader()->customContextMenuRequested({10, 10});
    const auto* menu = table->findChild<QMenu*>();
    for (const QAction* action : menu->actions())
        QCOMPARE(action->isEnabled(), action->text() != u"Gap"_s);
}

void TestBattleTableView::nonsenseInSettingsIsSkipped() {
    m_fixture->settings->set(Setting::BattleColumns,
                             u"gap:48 nothing:12 model-b:999999 gap:99 -number turn:x"_s);
    makePanel();
    const QHeaderView* header = m_panel->table()->horizontalHeader();
    QCOMPARE(header->visualIndex(Column::Gap), 0);
    QCOMPARE(header->visualIndex(Column::ModelB), 1);
    QCOMPARE(header->sectionSize(Column::Gap), 48);
    QVERIFY(header->sectionSize(Column::ModelB) < 500);
    QVERIFY(header->isSectionHidden(Column::Number));
    QVERIFY(!header->isSectionHidden(Column::Turn));
    QString all;
    for (int column = 0; column < Column::ColumnCount; ++column)
        all += u" -"_s + columnKey(static_cast<Column>(column));
    m_fixture->settings->set(Setting::BattleColumns, all);
    makePanel();
    header = m_panel->table()->horizontalHeader();
    QVERIFY(header->hiddenSectionCount() < header->count());
}

QTEST_MAIN(TestBattleTableView)
#include "tst_battle_table_view.moc"
