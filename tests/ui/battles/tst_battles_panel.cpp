// The two panels as a person uses them: keys typed into the real widgets, names for every control.
// With AGON_WORKSPACE=FILE it also renders that workspace, in light and dark, for looking at.
#include "tests/ui/battles/review_fixture.h"
#include "ui/battles/answer_view.h"
#include "ui/battles/battle_list.h"
#include "ui/battles/battle_list_model.h"
#include "ui/battles/battle_panels.h"
#include "ui/battles/battle_viewer.h"
#include "ui/battles/battles_panel.h"
#include "ui/battles/explanation_view.h"
#include "ui/battles/filter_bar.h"
#include "ui/battles/filter_field.h"
#include "ui/battles/game_card.h"
#include "ui/battles/games_table.h"
#include "ui/battles/instruction_section.h"
#include "ui/battles/queue_view.h"
#include "ui/battles/rationale_panel.h"
#include "ui/battles/reason_field.h"
#include "ui/battles/token_button.h"
#include "ui/battles/verdict_bar.h"
#include "ui/battles/verdict_button.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/facet_button.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestBattlesPanel : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void showsABattle();
    void keysVote_data();
    void keysVote();
    void voteKeysDoNotRepeat();
    void keysInFieldsAreLetters();
    void moves();
    void undoKeyReturns();
    void theReasonGoesWithTheVote();
    void escapeLeavesTheReason();
    void filtersByTyping();
    void aRefusedFilterIsShown();
    void tokensGoByMouseAndKeyboard();
    void facetsAreButtons();
    void swapsSides();
    void rawAndRendered();
    void marksWhoSaysWhat();
    void quotesLeadToTheAnswer();
    void rationaleTellsAllGames();
    void theJudgeChosenWithTheKeyboardStays();
    void rationaleOfInvalidAndBare();
    void unfoldsEarlierTurns();
    void groupsFold();
    void emptyWorkspace();
    void noHits();
    void answersKeepTheirWidth();
    void badPages_data();
    void badPages();
    void oneRingAroundAnAnswer();
    void everyControlHasAName();
    void looks_data();
    void looks();

  private:
    void openBattle(std::int64_t battle);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] int votesOf(std::int64_t battle);

    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<test::ReviewFixture> m_fixture;
    std::unique_ptr<QSplitter> m_window;
    BattlesPanel* m_battles = nullptr;
    RationalePanel* m_rationale = nullptr;
};

void TestBattlesPanel::initTestCase() {
    m_theme = std::make_unique<ThemeController>();
    m_theme->setChoice(ThemeChoice::Light);
}

void TestBattlesPanel::init() {
    m_fixture = std::make_unique<test::ReviewFixture>();
    m_window = std::make_unique<QSplitter>();
    m_window->setChildrenCollapsible(false);
    const auto specs = battlePanels();
    for (const PanelSpec& spec : specs) {
        std::unique_ptr<Panel> panel = spec.make(m_fixture->context());
        m_window->addWidget(panel.release()); // the splitter owns it now
    }
    m_battles = qobject_cast<BattlesPanel*>(m_window->widget(0));
    m_rationale = qobject_cast<RationalePanel*>(m_window->widget(1));
    m_window->resize(1372, 800);
    m_window->setSizes({1008, 360});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_fixture->open();
    QTRY_VERIFY(!m_battles->viewer()->left()->modelName().isEmpty());
    m_battles->focusTarget()->setFocus();
}

void TestBattlesPanel::cleanup() {
    m_window.reset();
    m_fixture.reset();
}

void TestBattlesPanel::openBattle(std::int64_t battle) {
    m_fixture->navigator.showBattle({battle});
    QTRY_VERIFY(m_battles->viewer()->verdicts()->button(Verdict::A)->isEnabled());
    QTRY_VERIFY(m_battles->viewer()->left()->text()->isReady());
}

void TestBattlesPanel::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : static_cast<QWidget*>(m_battles), key, modifiers);
}

int TestBattlesPanel::votesOf(std::int64_t battle) {
    return static_cast<int>(m_fixture->events(battle).size());
}

void TestBattlesPanel::showsABattle() {
    openBattle(1);
    QCOMPARE(m_battles->viewer()->left()->modelName(), u"alpha"_s);
    QCOMPARE(m_battles->viewer()->right()->modelName(), u"beta"_s);
    QTRY_COMPARE(m_battles->viewer()->left()->text()->document().toPlainText(),
                 u"It is 1, of course."_s);
    QCOMPARE(m_battles->viewer()->instruction()->text()->toPlainText(), u"What is number 1?"_s);
    QTRY_COMPARE(m_rationale->judges()->count(), 1);
}

void TestBattlesPanel::keysVote_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("verdict");
    QTest::newRow("1") << int(Qt::Key_1) << int(Verdict::A);
    QTest::newRow("2") << int(Qt::Key_2) << int(Verdict::B);
    QTest::newRow("3") << int(Qt::Key_3) << int(Verdict::Tie);
    QTest::newRow("4") << int(Qt::Key_4) << int(Verdict::Bad);
}

void TestBattlesPanel::keysVote() {
    QFETCH(int, key);
    QFETCH(int, verdict);
    openBattle(1);
    this->key(static_cast<Qt::Key>(key));
    QTRY_COMPARE(votesOf(1), 1);
    QCOMPARE(static_cast<int>(m_fixture->events(1)[0].verdict.value()), verdict);
    QTRY_VERIFY(m_battles->queue()->reviewed()->isVisible());
}

void TestBattlesPanel::voteKeysDoNotRepeat() {
    openBattle(1);
    QWidget* focus = QApplication::focusWidget();
    QVERIFY(focus);
    for (int i = 0; i < 3; ++i) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_1, {}, u"1"_s, true);
        QApplication::sendEvent(focus, &held);
        QTest::simulateEvent(focus, true, Qt::Key_1, {}, u"1"_s, true);
    }
    QCoreApplication::processEvents();
    QVERIFY(!m_fixture->session.history().canUndo());
    for (const ActionId vote : {ActionId::VoteA, ActionId::VoteB, ActionId::VoteTie,
                                ActionId::VoteBad, ActionId::VoteClear, ActionId::UndoVote})
        QVERIFY(!m_fixture->actions.action(vote)->autoRepeat());
    QVERIFY(m_fixture->actions.action(ActionId::NextBattle)->autoRepeat());
}

void TestBattlesPanel::keysInFieldsAreLetters() {
    openBattle(1);
    key(Qt::Key_C);
    QLineEdit* reason = m_battles->viewer()->verdicts()->reason()->edit();
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, u"1 or 2, just skip"_s);
    QCOMPARE(reason->text(), u"1 or 2, just skip"_s);
    key(Qt::Key_Escape);
    key(Qt::Key_Slash);
    QLineEdit* filter = m_battles->filterBar()->field()->edit();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"1234xu"_s);
    QCOMPARE(filter->text(), u"1234xu"_s);
    QVERIFY(!m_fixture->session.history().canUndo());
}

void TestBattlesPanel::moves() {
    m_fixture->navigator.showBattles(u"id<=4"_s);
    const auto shown = [this] {
        return m_battles->viewer()->instruction()->text()->toPlainText();
    };
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 4);
    // by expected information: 4, 3, then 1 and 2
    openBattle(4);
    key(Qt::Key_J);
    QTRY_COMPARE(shown(), u"What is number 3?"_s);
    key(Qt::Key_J);
    QTRY_COMPARE(shown(), u"What is number 1?"_s);
    key(Qt::Key_K);
    QTRY_COMPARE(shown(), u"What is number 3?"_s);
    key(Qt::Key_J, Qt::ShiftModifier);
    QTRY_COMPARE(shown(), u"What is number 1?"_s);
    key(Qt::Key_S);
    QTRY_COMPARE(shown(), u"What is number 2?"_s);
    const QAbstractItemModel* next = m_battles->queue()->next()->model();
    QTRY_COMPARE(next->index(3, 0).data(BattleListModel::IdRole).toInt(), 1); // skipped: last
    key(Qt::Key_Down);                                                        // the list's own keys
    QTRY_COMPARE(shown(), u"What is number 1?"_s);
}

void TestBattlesPanel::undoKeyReturns() {
    openBattle(1);
    key(Qt::Key_2);
    QTRY_COMPARE(votesOf(1), 1);
    QTRY_VERIFY(m_battles->viewer()->instruction()->text()->toPlainText() !=
                u"What is number 1?"_s);
    key(Qt::Key_U);
    QTRY_COMPARE(m_battles->viewer()->instruction()->text()->toPlainText(), u"What is number 1?"_s);
    QTRY_VERIFY(!m_battles->viewer()->verdicts()->button(Verdict::B)->isMine());
}

void TestBattlesPanel::theReasonGoesWithTheVote() {
    openBattle(1);
    m_fixture->actions.action(ActionId::NextAfterVote)->trigger(); // off
    key(Qt::Key_C);
    QTest::keyClicks(QApplication::focusWidget(), u"better told"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(votesOf(1), 1); // a comment
    QVERIFY(!m_battles->viewer()->verdicts()->reason()->edit()->hasFocus());
    key(Qt::Key_1);
    QTRY_COMPARE(votesOf(1), 2);
    key(Qt::Key_C);
    QLineEdit* reason = m_battles->viewer()->verdicts()->reason()->edit();
    reason->clear();
    QTest::keyClicks(reason, u"and shorter"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(votesOf(1), 3);
    QCOMPARE(m_fixture->events(1).back().note, std::string("and shorter"));
    QCOMPARE(m_fixture->events(1).back().verdict, Verdict::A);
}

void TestBattlesPanel::escapeLeavesTheReason() {
    openBattle(1);
    key(Qt::Key_C);
    QTest::keyClicks(QApplication::focusWidget(), u"never mind"_s);
    key(Qt::Key_Escape);
    QCOMPARE(m_battles->viewer()->verdicts()->reason()->text(), QString());
    QVERIFY(m_battles->queue()->next()->hasFocus());
    QCOMPARE(votesOf(1), 0);
}

void TestBattlesPanel::filtersByTyping() {
    key(Qt::Key_Slash);
    QLineEdit* edit = m_battles->filterBar()->field()->edit();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"flip:yes "_s); // the space ends the term
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 1);
    QCOMPARE(edit->text(), QString());
    QTRY_COMPARE(m_battles->filterBar()->findChildren<TokenButton*>().size(), 2);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 8);
    QTest::keyClicks(edit, u"nobody knows why"_s);
    QTest::keyClick(edit, Qt::Key_Return); // three words of a search
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 1);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->hasFocus());
}

void TestBattlesPanel::aRefusedFilterIsShown() {
    key(Qt::Key_Slash);
    QLineEdit* edit = m_battles->filterBar()->field()->edit();
    QTest::keyClicks(edit, u"flip:maybe"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    const auto notices = m_battles->filterBar()->findChildren<NoticeBar*>();
    QCOMPARE(notices.size(), 1);
    QTRY_VERIFY(notices[0]->isVisible());
    QVERIFY(notices[0]->text().contains(u"position 6"_s));
    QCOMPARE(edit->text(), u"flip:maybe"_s);
    QCOMPARE(edit->selectedText(), u"maybe"_s);
    QCOMPARE(m_battles->queue()->next()->model()->rowCount(), 8);
    QTest::keyClicks(edit, u"yes"_s); // over the selection
    QVERIFY(!notices[0]->isVisible());
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 1);
}

void TestBattlesPanel::tokensGoByMouseAndKeyboard() {
    auto tokens = m_battles->filterBar()->findChildren<TokenButton*>();
    QCOMPARE(tokens.size(), 1);
    const QRect place = tokens[0]->rect();
    QTest::mouseClick(tokens[0], Qt::LeftButton, {}, {4, place.center().y()}); // not the cross
    QCOMPARE(m_battles->filterBar()->findChildren<TokenButton*>().size(), 1);
    QTest::mouseClick(tokens[0], Qt::LeftButton, {}, tokenCross(place, Qt::LeftToRight).center());
    QTRY_VERIFY(m_battles->filterBar()->findChildren<TokenButton*>().isEmpty());
    m_fixture->navigator.showBattles(u"flip:yes"_s);
    tokens = m_battles->filterBar()->findChildren<TokenButton*>();
    QCOMPARE(tokens.size(), 1);
    QTest::keyClick(tokens[0], Qt::Key_Delete);
    QTRY_VERIFY(m_battles->filterBar()->findChildren<TokenButton*>().isEmpty());
}

void TestBattlesPanel::facetsAreButtons() {
    const auto facets = m_battles->filterBar()->findChildren<FacetButton*>();
    QCOMPARE(facets.size(), qsizetype{7});
    QVERIFY(facets[0]->isChecked());
    QCOMPARE(facets[1]->count(), std::optional<qint64>(1));
    QTest::mouseClick(facets[1], Qt::LeftButton);
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 1);
    QVERIFY(facets[1]->isChecked());
    QVERIFY(!facets[0]->isChecked());
    m_battles->focusTarget()->setFocus();
    key(Qt::Key_BracketRight);
    QTRY_VERIFY(facets[2]->isChecked());
    key(Qt::Key_BracketLeft);
    QTRY_VERIFY(facets[1]->isChecked());
}

void TestBattlesPanel::swapsSides() {
    openBattle(1);
    m_fixture->actions.action(ActionId::NextAfterVote)->trigger(); // off
    key(Qt::Key_X);
    QCOMPARE(m_battles->viewer()->left()->modelName(), u"beta"_s);
    QCOMPARE(m_battles->viewer()->verdicts()->button(Verdict::A)->text(), u"B better"_s);
    key(Qt::Key_1);
    QTRY_COMPARE(votesOf(1), 1);
    QCOMPARE(m_fixture->events(1)[0].verdict, Verdict::B);
    QTRY_VERIFY(m_battles->viewer()->verdicts()->button(Verdict::A)->isMine());
}

void TestBattlesPanel::rawAndRendered() {
    openBattle(1);
    MarkdownView* text = m_battles->viewer()->left()->text();
    key(Qt::Key_M);
    QTRY_VERIFY(text->isReady() && text->isPlain());
    QCOMPARE(text->document().toPlainText(), u"It is **1**, of course."_s);
    key(Qt::Key_J);
    QTRY_VERIFY(text->isReady() && text->isPlain()); // stays raw
    key(Qt::Key_M);
    QTRY_VERIFY(text->isReady() && !text->isPlain());
    QVERIFY(m_battles->viewer()->isLinked());
    key(Qt::Key_L);
    QVERIFY(!m_battles->viewer()->isLinked());
}

void TestBattlesPanel::marksWhoSaysWhat() {
    openBattle(1);
    m_fixture->actions.action(ActionId::NextAfterVote)->trigger(); // off
    VerdictBar* bar = m_battles->viewer()->verdicts();
    QVERIFY(bar->button(Verdict::A)->isJudges());
    QVERIFY(bar->button(Verdict::A)->accessibleName().contains(u"judge, by 2.0"_s));
    QVERIFY(!bar->button(Verdict::B)->isJudges());
    const QRect before = bar->button(Verdict::B)->geometry();
    QTest::mouseClick(bar->button(Verdict::B), Qt::LeftButton);
    QTRY_VERIFY(bar->button(Verdict::B)->isMine());
    QCOMPARE(bar->button(Verdict::B)->geometry(), before);
    key(Qt::Key_0);
    QTRY_VERIFY(!bar->button(Verdict::B)->isMine());
}

void TestBattlesPanel::quotesLeadToTheAnswer() {
    openBattle(1);
    QTRY_COMPARE(m_battles->viewer()->left()->text()->highlights().size(), 1);
    QTRY_COMPARE(m_battles->viewer()->right()->text()->highlights().size(), 1);
    const auto explanations = m_rationale->findChildren<ExplanationView*>();
    QCOMPARE(explanations.size(), 2);
    QVERIFY(explanations[0]->toPlainText().contains(u"of course1"_s)); // numbered
    emit explanations[0]->anchorClicked(QUrl(u"#2"_s));
    const TextRange range = m_battles->viewer()->right()->text()->highlights().first().range;
    const auto* browser =
        qobject_cast<const QTextEdit*>(m_battles->viewer()->right()->text()->scrollArea());
    QVERIFY(browser);
    QCOMPARE(browser->textCursor().position(), range.position);
}

void TestBattlesPanel::rationaleTellsAllGames() {
    openBattle(4);
    QTRY_COMPARE(m_rationale->judges()->count(), 3); // two judges, and their jury
    QCOMPARE(m_rationale->findChildren<GameCard*>().size(), 2);
    QCOMPARE(m_rationale->judges()->tabText(2), u"Jury of 2"_s);
    m_rationale->judges()->setCurrentIndex(2);
    QTRY_COMPARE(m_rationale->findChildren<GameCard*>().size(), 0);
    const auto* table = m_rationale->scrollArea()->widget()->findChild<GamesTable*>();
    QVERIFY(table);
    QCOMPARE(table->accessibleName(), u"Judges"_s);
    QVERIFY(table->accessibleDescription().contains(u"second"_s));
    QVERIFY(table->accessibleDescription().contains(u"Together"_s));
    m_rationale->judges()->setCurrentIndex(1);
    QTRY_COMPARE(m_rationale->findChildren<GameCard*>().size(), 2);
    openBattle(3);
    QTRY_COMPARE(m_rationale->judges()->count(), 1);
    const auto notices = m_rationale->findChildren<NoticeBar*>();
    QTRY_VERIFY(!m_rationale->findChildren<NoticeBar*>().isEmpty());
    QVERIFY(m_rationale->findChildren<NoticeBar*>()[0]->text().contains(u"read first"_s));
}

void TestBattlesPanel::theJudgeChosenWithTheKeyboardStays() {
    openBattle(4);
    QTabBar* judges = m_rationale->judges();
    QTRY_COMPARE(judges->count(), 3);
    QTest::keyClick(judges, Qt::Key_Right);
    QCOMPARE(judges->currentIndex(), 1);
    const QPoint beside(judges->tabRect(2).right() + 20, judges->height() / 2);
    QVERIFY(beside.x() < judges->width());
    QTest::mouseClick(judges, Qt::LeftButton, {}, beside);
    QSignalSpy derived(&m_fixture->session, &Session::verdictsChanged);
    m_fixture->session.vote({4}, Verdict::B, {}, false);
    QTRY_COMPARE(derived.size(), 1);
    openBattle(3);
    QTRY_COMPARE(judges->count(), 1);
    openBattle(4);
    QTRY_COMPARE(judges->count(), 3);
    QCOMPARE(judges->currentIndex(), 1);
}

void TestBattlesPanel::rationaleOfInvalidAndBare() {
    openBattle(5);
    QTRY_VERIFY(!m_rationale->findChildren<NoticeBar*>().isEmpty());
    QVERIFY(m_rationale->findChildren<NoticeBar*>()[0]->text().contains(u"no verdict"_s));
    openBattle(6);
    QTRY_COMPARE(m_rationale->findChildren<GameCard*>().size(), 0);
    QVERIFY(!m_battles->viewer()->left()->text()->isVisible()); // words instead
}

void TestBattlesPanel::unfoldsEarlierTurns() {
    openBattle(8);
    InstructionSection* instruction = m_battles->viewer()->instruction();
    QCOMPARE(instruction->text()->toPlainText(), u"And why?"_s);
    QAbstractButton* turns = nullptr;
    for (QAbstractButton* button : instruction->findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text().contains(u"earlier"_s))
            turns = button;
    QVERIFY(turns);
    turns->click();
    QVERIFY(instruction->text()->toPlainText().contains(u"What is number 8?"_s));
    MarkdownView* text = m_battles->viewer()->left()->text();
    QTRY_VERIFY(text->isReady() && text->document().toPlainText().contains(u"It is 8"_s));
    turns->click();
    QTRY_VERIFY(text->isReady() && !text->document().toPlainText().contains(u"It is 8"_s));
}

void TestBattlesPanel::groupsFold() {
    QAbstractButton* header = nullptr;
    for (QAbstractButton* button : m_battles->queue()->findChildren<QAbstractButton*>())
        if (button->text() == u"Next"_s)
            header = button;
    QVERIFY(header);
    QVERIFY(header->accessibleName().contains(u"8 battles"_s));
    header->click();
    QVERIFY(!m_battles->queue()->next()->isVisible());
    header->click();
    QVERIFY(m_battles->queue()->next()->isVisible());
}

void TestBattlesPanel::emptyWorkspace() {
    const QString path = m_fixture->folder() + u"/empty.agon"_s;
    QSignalSpy loaded(&m_fixture->session, &Session::tableChanged);
    QSignalSpy asked(&m_fixture->navigator, &Navigator::importRequested);
    m_fixture->session.create(path);
    QTRY_COMPARE(loaded.size(), 1);
    QAbstractButton* import = nullptr;
    for (QAbstractButton* button : m_battles->findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text().contains(u"Import"_s))
            import = button;
    QVERIFY(import);
    import->click();
    QCOMPARE(asked.size(), 1);
}

void TestBattlesPanel::noHits() {
    m_fixture->navigator.showBattles(u"flip:yes category:even"_s);
    QAbstractButton* drop = nullptr;
    const auto find = [&] {
        drop = nullptr;
        for (QAbstractButton* button : m_battles->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text().startsWith(u"Drop"_s) && !drop)
                drop = button;
        return drop != nullptr;
    };
    QTRY_VERIFY(find());
    // Nobody votes on what is not on screen, and the keyboard waits where one types.
    m_fixture->actions.action(ActionId::VoteA)->trigger();
    m_fixture->actions.action(ActionId::Flag)->trigger();
    QVERIFY(!m_fixture->session.history().canUndo());
    QVERIFY(qobject_cast<QLineEdit*>(m_battles->focusTarget()));
    QCOMPARE(drop->text(), u"Drop category:even (1 left)"_s);
    drop->click();
    QTRY_COMPARE(m_battles->queue()->next()->model()->rowCount(), 1);
    QTRY_VERIFY(m_battles->queue()->next()->isVisible());
}

void TestBattlesPanel::answersKeepTheirWidth() {
    openBattle(1);
    m_rationale->hide();
    for (const int width : {1300, 1008, 900, 842, 841, 760, 645}) {
        m_window->resize(width, 700);
        QCoreApplication::processEvents();
        const AnswerView* left = m_battles->viewer()->left();
        const AnswerView* right = m_battles->viewer()->right();
        QVERIFY2(left->width() >= 320 && right->width() >= 320, qPrintable(QString::number(width)));
        QVERIFY(std::abs(left->width() - right->width()) <= 1);
        if (m_battles->queue()->isVisible())
            QVERIFY(m_battles->queue()->width() >= 200);
    }
}

void TestBattlesPanel::badPages_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("shown"); // what the answer's place begins with
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("200 kB") << QByteArray("many words, ").repeated(17'000).replace(5000, 2, "\n\n")
                            << u"many words, many"_s;
    QTest::newRow("one word of 200 kB") << QByteArray(200'000, 'x') << u"xxxxxxxx"_s;
    QTest::newRow("only breaks") << QByteArray(3000, '\n') << QString();
}

// A very long name and an answer nobody wishes for: nothing is pushed out of its place.
void TestBattlesPanel::badPages() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, shown);
    const QString name = u"organisation/Model-8x7B-"_s + u"tuned-"_s.repeated(40);
    QSignalSpy loaded(&m_fixture->session, &Session::tableChanged);
    const auto added = m_fixture->session.workspace()->write<BattleId>(
        [&](Appender& appender) -> Result<BattleId> {
            const std::string unbroken(2000, 'w');
            const std::string text = answer.toStdString();
            const std::string longName = name.toStdString();
            const std::vector<TextIn> question{TextIn(unbroken)};
            const std::vector<TextIn> one{TextIn(text)};
            const std::vector<TextIn> two{TextIn("fine")};
            InstructionIn instruction;
            instruction.set = TRY(appender.set("bad"));
            instruction.key = "bad";
            instruction.turns = question;
            ResponseIn response;
            response.instruction = TRY(appender.instruction(instruction)).id;
            BattleIn battle;
            battle.instruction = response.instruction;
            response.model = TRY(appender.model(longName));
            response.turns = one;
            battle.a = TRY(appender.response(response)).id;
            response.model = TRY(appender.model("beta"));
            response.turns = two;
            battle.b = TRY(appender.response(response)).id;
            return TRY(appender.battle(battle)).ref.id;
        });
    QVERIFY(added);
    QTRY_COMPARE(loaded.size(), 1);
    m_rationale->hide();
    QCoreApplication::processEvents(); // its least width goes with it
    m_window->resize(845, 700);
    m_fixture->navigator.showBattle(*added);
    const AnswerView* left = m_battles->viewer()->left();
    QTRY_COMPARE(left->modelName(), name);
    QTRY_VERIFY(left->text()->isReady());
    QVERIFY(left->text()->document().toPlainText().startsWith(shown));
    QCoreApplication::processEvents();
    QCOMPARE(m_battles->width(), 845);
    QVERIFY(left->width() >= 320);
    QVERIFY(std::abs(left->width() - m_battles->viewer()->right()->width()) <= 1);
    for (const QWidget* part : left->findChildren<QWidget*>()) {
        if (!part->isVisible() || part->isAncestorOf(left->text()) ||
            left->text()->isAncestorOf(part))
            continue;
        const QRect place(part->mapTo(left, QPoint()), part->size());
        QVERIFY2(left->rect().contains(place), part->metaObject()->className());
    }
    const VerdictBar* bar = m_battles->viewer()->verdicts();
    for (const Verdict verdict : {Verdict::A, Verdict::B, Verdict::Tie, Verdict::Bad})
        QVERIFY(bar->rect().contains(bar->button(verdict)->geometry()));
    QVERIFY(m_battles->viewer()->right()->height() >= 120);
}

// In a program that also rings whatever scrolls.
void TestBattlesPanel::oneRingAroundAnAnswer() {
    const FocusRing everywhere;
    openBattle(1);
    MarkdownView* text = m_battles->viewer()->left()->text();
    text->scrollArea()->setFocus();
    QTRY_VERIFY(text->scrollArea()->hasFocus());
    const QImage picture = text->grab().toImage();
    const QRgb accent = Theme::current().color(Colour::Accent).rgb();
    const int middle = picture.height() / 2;
    for (const int x : {0, 1, picture.width() - 2, picture.width() - 1})
        QCOMPARE(picture.pixel(x, middle), accent);
    for (const int x : {2, 3, picture.width() - 4, picture.width() - 3})
        QVERIFY(picture.pixel(x, middle) != accent);
}

void TestBattlesPanel::everyControlHasAName() {
    for (const std::int64_t battle : {1, 4, 5, 6, 8}) {
        openBattle(battle);
        for (const QWidget* panel :
             {static_cast<QWidget*>(m_battles), static_cast<QWidget*>(m_rationale)})
            for (const QWidget* widget : panel->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                const QAccessibleInterface* accessible =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                         widget->metaObject()->className());
            }
    }
}

void TestBattlesPanel::looks_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("width");
    QTest::newRow("light") << false << 1372;
    QTest::newRow("dark") << true << 1372;
    QTest::newRow("light, 1280") << false << 1212;
    QTest::newRow("light, 1100") << false << 1032;
}

// Nothing is compared: it must paint without warnings, and the pictures are for looking at.
void TestBattlesPanel::looks() {
    QFETCH(bool, dark);
    QFETCH(int, width);
    m_theme->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    m_window->resize(width, 800);
    m_window->setSizes({width - 364, 360});
    QString battles = u"1 3 5 6"_s;
    if (const QString file = qEnvironmentVariable("AGON_WORKSPACE"); !file.isEmpty()) {
        QSignalSpy loaded(&m_fixture->session, &Session::tableChanged);
        m_fixture->session.open(file);
        QTRY_COMPARE(loaded.size(), 1);
        battles = qEnvironmentVariable("AGON_BATTLES", battles);
    }
    QVERIFY(QDir().mkpath(QStringLiteral(AGON_PICTURES)));
    for (const QString& battle : battles.split(u' ')) {
        openBattle(battle.toLongLong());
        QTRY_VERIFY(m_battles->viewer()->right()->text()->isReady());
        QCoreApplication::processEvents();
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u", "_s, u"-"_s);
        QVERIFY(m_window->grab().save(
            QStringLiteral("%1/%2-%3.png").arg(QStringLiteral(AGON_PICTURES), name, battle)));
    }
    m_theme->setChoice(ThemeChoice::Light);
}

QTEST_MAIN(TestBattlesPanel)
#include "tst_battles_panel.moc"
