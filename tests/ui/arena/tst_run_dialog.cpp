// The dialog: what it proposes, what it says of the price, and that only the last plan counts.
#include "tests/ui/arena/arena_fixture.h"
#include "tests/ui/arena/arena_server.h"
#include "ui/arena/model_picks.h"
#include "ui/arena/plan_table.h"
#include "ui/arena/run_dialog.h"
#include "ui/widgets/notice_bar.h"

#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace agon::test;
using namespace Qt::StringLiterals;

class TestRunDialog : public QObject {
    Q_OBJECT

  private slots:
    void proposesARunAndSaysWhatItCosts();
    void aChangeMakesAnotherPlan();
    void tooFewModelsAreSaid();
    void everyControlHasAName();
    void closesWithTheWorkspace();

  private:
    static QPushButton* startOf(const RunDialog& dialog) {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->isDefault())
                return button;
        return nullptr;
    }
    template <class Widget>
    static Widget* named(const QWidget& in, const QString& name) {
        for (auto* widget : in.findChildren<Widget*>())
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    static QStringList notices(const RunDialog& dialog) {
        QStringList out;
        for (const auto* notice : dialog.findChildren<NoticeBar*>())
            if (notice->isVisibleTo(&dialog))
                out.append(notice->text());
        return out;
    }
};

void TestRunDialog::proposesARunAndSaysWhatItCosts() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDialog dialog(fixture.desk, nullptr);
    dialog.show();
    QTRY_VERIFY(dialog.estimate());
    // alpha, the target, against beta and caller, on two instructions; the games of alpha and beta
    // were imported, so the judge is asked about them too.
    QCOMPARE(dialog.estimate()->battles, 4);
    QCOMPARE(dialog.estimate()->newBattles, 2);
    QCOMPARE(dialog.estimate()->answers.left(), 2);
    QCOMPARE(dialog.estimate()->games.left(), 8);
    const QPushButton* start = startOf(dialog);
    QVERIFY(start->isEnabled());
    QVERIFY2(start->text().startsWith(u"Start 10 calls, at most $"_s), qPrintable(start->text()));
    const auto* command = named<QPlainTextEdit>(dialog, u"The same as a command"_s);
    QVERIFY(command->toPlainText().contains(u"--models alpha,beta,caller"_s));
    QVERIFY(command->toPlainText().contains(u"--pairs target:alpha"_s));
    const auto* plan = dialog.findChild<PlanTable*>();
    QVERIFY(plan->rowCount() >= 4); // answers, games, two models, together
    QCOMPARE(peer.requests(), 0);
    const QSignalSpy confirmed(&dialog, &RunDialog::confirmed);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(confirmed[0][0].value<RunSpec>() == dialog.spec());
}

void TestRunDialog::aChangeMakesAnotherPlan() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"), 20);
    fixture.open();
    RunDialog dialog(fixture.desk, nullptr);
    dialog.show();
    QTRY_VERIFY(dialog.estimate());
    auto* limit = named<QSpinBox>(dialog, u"Instructions at most"_s);
    QVERIFY(limit);
    for (const int value : {19, 7, 3}) { // the last one wins
        limit->setValue(value);
        QVERIFY(!dialog.estimate());
        QVERIFY(!startOf(dialog)->isEnabled());
    }
    QTRY_VERIFY(dialog.estimate());
    QCOMPARE(dialog.estimate()->instructions, 3);
    auto* most = named<QDoubleSpinBox>(dialog, u"Most it may cost, in dollars"_s);
    most->setValue(0.01);
    QTRY_VERIFY(dialog.estimate());
    QVERIFY2(startOf(dialog)->text().endsWith(u"at most $0.01"_s) ||
                 startOf(dialog)->text().contains(u"$0.0100"_s),
             qPrintable(startOf(dialog)->text()));
    QVERIFY(!notices(dialog).filter(u"limit"_s, Qt::CaseInsensitive).isEmpty() ||
            !notices(dialog).filter(u"stops at"_s).isEmpty());
}

void TestRunDialog::tooFewModelsAreSaid() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDialog dialog(fixture.desk, nullptr);
    dialog.show();
    QTRY_VERIFY(dialog.estimate());
    auto* models = dialog.findChild<ModelPicks*>();
    for (int group = 0; group < models->topLevelItemCount(); ++group)
        models->topLevelItem(group)->setCheckState(0, Qt::Unchecked);
    QVERIFY(models->picked().empty());
    QTRY_VERIFY(!notices(dialog).filter(u"two"_s).isEmpty());
    QVERIFY(!startOf(dialog)->isEnabled());
}

void TestRunDialog::everyControlHasAName() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDialog dialog(fixture.desk, nullptr);
    dialog.show();
    QTRY_VERIFY(dialog.estimate());
    for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
        const bool control = widget->focusPolicy() & Qt::TabFocus;
        const bool speaks = widget->inherits("QAbstractButton") ||
                            !widget->accessibleName().isEmpty() ||
                            widget->parentWidget()->inherits("QAbstractSpinBox");
        QVERIFY2(!control || !widget->isVisible() || speaks, widget->metaObject()->className());
    }
}

void TestRunDialog::closesWithTheWorkspace() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDialog dialog(fixture.desk, nullptr);
    dialog.show();
    fixture.session.close();
    QTRY_VERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestRunDialog)
#include "tst_run_dialog.moc"
