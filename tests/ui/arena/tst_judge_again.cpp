// One battle judged again from the GUI: asked first, heard while it streams, cancelled.
#include "tests/ui/arena/arena_fixture.h"
#include "tests/ui/arena/arena_server.h"
#include "ui/arena/judge_again.h"
#include "ui/arena/judge_again_dialog.h"
#include "ui/arena/live_judgment.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace agon::test;
using namespace Qt::StringLiterals;

class TestJudgeAgain : public QObject {
    Q_OBJECT

  private slots:
    void isAskedForHeardAndKept();
    void theReplyIsShownWhileItComes();
    void canBeCancelled();
    void theDialogOffersWhoCanBeAsked();

  private:
    static RejudgeRequest requestOf(const ArenaFixture& fixture) {
        return {fixture.arena.battles[0], fixture.arena.judge, {}, 2};
    }
};

void TestJudgeAgain::isAskedForHeardAndKept() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    JudgeAgain again(fixture.desk);
    QWidget window;
    const QSignalSpy ended(&again, &JudgeAgain::ended);
    again.start(requestOf(fixture), &window);
    QTRY_VERIFY(pressInBox(window, u"Allow"_s));
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY2(again.outcome().isEmpty(), qPrintable(again.outcome()));
    QVERIFY(again.reply(Order::AB).text.startsWith(u"The first is better."_s));
    QVERIFY(again.reply(Order::BA).text.contains(u"Score-B: 3"_s));
    QCOMPARE(again.judgeName(), u"judge"_s);
    const Battle battle = valueOf(fixture.session.workspace()->read<Battle>(
        [&](Reader& reader) { return reader.battle(fixture.arena.battles[0]); }));
    QCOMPARE(battle.games.size(), std::size_t{4});
}

// The server sends one piece and keeps the rest to itself.
void TestJudgeAgain::theReplyIsShownWhileItComes() {
    RawPeer peer([](const std::string&, const std::string&) {
        return PeerAnswer{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                          "data: {\"choices\":[{\"delta\":{\"content\":\"Let me see \\u202e\"}}]}"
                          "\n\n",
                          PeerAnswer::Then::KeepOpen};
    });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    fixture.allow();
    JudgeAgain again(fixture.desk);
    LiveJudgment live(again);
    live.setBattle(fixture.arena.battles[0]);
    QVERIFY(live.isHidden());
    QWidget window;
    const QSignalSpy ended(&again, &JudgeAgain::ended);
    again.start(requestOf(fixture), &window);
    QTRY_VERIFY(!live.isHidden());
    const auto texts = live.findChildren<QPlainTextEdit*>();
    QTRY_COMPARE(texts[0]->toPlainText(), u"Let me see ⟦U+202E⟧"_s); // hostile text is plain
    live.setBattle(fixture.arena.battles[1]); // another battle is opened meanwhile
    QVERIFY(live.isHidden());
    live.setBattle(fixture.arena.battles[0]);
    QVERIFY(!live.isHidden());
    live.findChild<QPushButton*>()->click(); // Cancel
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!again.busy());
    QVERIFY(!again.outcome().isEmpty());
}

void TestJudgeAgain::canBeCancelled() {
    RawPeer peer([](const std::string&, const std::string&) {
        return PeerAnswer{{}, PeerAnswer::Then::KeepOpen};
    });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    fixture.allow();
    JudgeAgain again(fixture.desk);
    QWidget window;
    const QSignalSpy started(&again, &JudgeAgain::started);
    const QSignalSpy ended(&again, &JudgeAgain::ended);
    const QSignalSpy refused(&again, &JudgeAgain::refused);
    again.start(requestOf(fixture), &window);
    QTRY_COMPARE(started.size(), 1);
    again.start(requestOf(fixture), &window);
    QCOMPARE(refused.size(), 1);
    QTRY_COMPARE(peer.requests(), 2);
    again.cancel();
    QTRY_COMPARE(ended.size(), 1);
    const Battle battle = valueOf(fixture.session.workspace()->read<Battle>(
        [&](Reader& reader) { return reader.battle(fixture.arena.battles[0]); }));
    QCOMPARE(battle.games.size(), std::size_t{2});
}

void TestJudgeAgain::theDialogOffersWhoCanBeAsked() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    JudgeAgainDialog dialog(fixture.desk, fixture.arena.battles[1], {}, nullptr);
    const QSignalSpy confirmed(&dialog, &JudgeAgainDialog::confirmed);
    dialog.show();
    QTRY_VERIFY(dialog.request().judge == fixture.arena.judge);
    QCOMPARE(dialog.request().style, std::string("agon-scores"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(confirmed[0][0].value<RejudgeRequest>().battle == fixture.arena.battles[1]);
}

QTEST_MAIN(TestJudgeAgain)
#include "tst_judge_again.moc"
