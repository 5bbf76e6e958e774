#include "ui/shell/action_registry.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QtTest/QTest>

#include <set>

using namespace agon::ui;

class TestActionRegistry : public QObject {
    Q_OBJECT

  private slots:
    void everyIdIsDeclaredOnce();
    void noTwoActionsShareAKey();
    void conflictsAreFound_data();
    void conflictsAreFound();
    void onlyNavigationRepeats();
    void anActionIsDisabledUntilBound();
    void battleKeysActOnlyInTheirPanelAndNotWhileTyping();
    void aHeldKeyActsOnce();
    void aDeadPanelLeavesItsActionsDisabled();
};

void TestActionRegistry::everyIdIsDeclaredOnce() {
    std::set<ActionId> seen;
    for (const ActionSpec& spec : actionTable())
        QVERIFY2(seen.insert(spec.id).second, spec.text);
    // The last enumerator: with all before it, every id has its row.
    QCOMPARE(seen.size(), static_cast<std::size_t>(ActionId::ToggleBlind) + 1);
}

void TestActionRegistry::noTwoActionsShareAKey() {
    for (const KeyConflict& conflict : keyConflicts(actionTable()))
        QFAIL(qPrintable(QStringLiteral("%1: “%2” and “%3”")
                             .arg(conflict.key.toString(), actionText(actionSpec(conflict.first)),
                                  actionText(actionSpec(conflict.second)))));
}

void TestActionRegistry::conflictsAreFound_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("firstInWindow");
    QTest::addColumn<bool>("conflict");
    QTest::newRow("same key") << QByteArray("J") << QByteArray("J") << false << true;
    QTest::newRow("another key") << QByteArray("J") << QByteArray("K") << false << false;
    QTest::newRow("with shift") << QByteArray("J") << QByteArray("Shift+J") << false << false;
    QTest::newRow("window and panel")
        << QByteArray("Ctrl+K") << QByteArray("Ctrl+K") << true << true;
    QTest::newRow("begins a chord") << QByteArray("G") << QByteArray("G, B") << false << true;
    QTest::newRow("ends a chord") << QByteArray("B") << QByteArray("G, B") << false << false;
}

void TestActionRegistry::conflictsAreFound() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, firstInWindow);
    QFETCH(bool, conflict);
    ActionSpec one{ActionId::VoteA, "", "one", {first.constData()}};
    one.scope = firstInWindow ? Scope::Window : Scope::Battles;
    ActionSpec other{ActionId::VoteB, "", "other", {second.constData()}};
    other.scope = Scope::Battles;
    const ActionSpec table[] = {one, other};
    QCOMPARE(!keyConflicts(table).empty(), conflict);
}

void TestActionRegistry::onlyNavigationRepeats() {
    const ActionRegistry registry;
    for (const ActionSpec& spec : actionTable()) {
        const bool navigation =
            spec.id == ActionId::NextBattle || spec.id == ActionId::PreviousBattle;
        QVERIFY2(registry.action(spec.id)->autoRepeat() == navigation, spec.text);
    }
}

void TestActionRegistry::anActionIsDisabledUntilBound() {
    ActionRegistry registry;
    QVERIFY(registry.available().empty());
    QWidget owner;
    int ran = 0;
    registry.bind(ActionId::About, &owner, [&] { ++ran; });
    QCOMPARE(registry.available(), std::vector<ActionId>{ActionId::About});
    registry.action(ActionId::About)->trigger();
    QCOMPARE(ran, 1);
}

void TestActionRegistry::battleKeysActOnlyInTheirPanelAndNotWhileTyping() {
    ActionRegistry registry;
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* panel = new QWidget(&window);
    panel->setFocusPolicy(Qt::StrongFocus);
    auto* inside = new QVBoxLayout(panel);
    auto* field = new QLineEdit(panel);
    inside->addWidget(field);
    auto* elsewhere = new QWidget(&window);
    elsewhere->setFocusPolicy(Qt::StrongFocus);
    column->addWidget(panel);
    column->addWidget(elsewhere);
    int votes = 0;
    registry.bind(ActionId::VoteA, panel, [&] { ++votes; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    panel->setFocus();
    QTest::keyClick(panel, Qt::Key_1);
    QCOMPARE(votes, 1);
    elsewhere->setFocus();
    QTest::keyClick(elsewhere, Qt::Key_1);
    QCOMPARE(votes, 1);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_1);
    QCOMPARE(votes, 1);
    QCOMPARE(field->text(), QStringLiteral("1"));
}

// As Qt reads an automatic repeat on X11 when it reads it badly: release and press at one time.
void TestActionRegistry::aHeldKeyActsOnce() {
    ActionRegistry registry;
    QWidget panel;
    const auto overridden = [&](Qt::Key key, const QString& text, quint64 released,
                                quint64 pressed) {
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
        release.setTimestamp(released);
        QCoreApplication::sendEvent(&panel, &release);
        QKeyEvent press(QEvent::ShortcutOverride, key, Qt::NoModifier, text);
        press.setTimestamp(pressed);
        press.ignore();
        QCoreApplication::sendEvent(&panel, &press);
        return press.isAccepted();
    };
    QVERIFY(overridden(Qt::Key_1, QStringLiteral("1"), 1000, 1000));
    QVERIFY(!overridden(Qt::Key_1, QStringLiteral("1"), 1000, 1090)); // by hand
    QVERIFY(
        !overridden(Qt::Key_J, QStringLiteral("j"), 2000, 2000)); // going on is what it is held for
    QVERIFY(!overridden(Qt::Key_Y, QStringLiteral("y"), 3000, 3000)); // nobody's key
}

void TestActionRegistry::aDeadPanelLeavesItsActionsDisabled() {
    ActionRegistry registry;
    {
        QWidget panel;
        registry.bind(ActionId::VoteTie, &panel, [] {});
        QVERIFY(registry.action(ActionId::VoteTie)->isEnabled());
    }
    QVERIFY(!registry.action(ActionId::VoteTie)->isEnabled());
}

QTEST_MAIN(TestActionRegistry)
#include "tst_action_registry.moc"
