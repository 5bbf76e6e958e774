// One battle judged again: against a server on loopback that says what it is told.
#include "core/arena/rejudge.h"
#include "core/arena/services.h"
#include "core/store/run_reader.h"
#include "tests/support/raw_peer.h"
#include "tests/support/result_check.h"
#include "tests/support/small_arena.h"
#include "tests/support/streamed_answer.h"
#include "tests/support/temporary_workspace.h"

#include <QTest>

#include <map>
#include <mutex>

using namespace agon;

namespace {

struct Heard {
    std::mutex mutex;
    std::map<std::pair<Order, int>, std::string> texts; // by order and attempt
};

RejudgeListener listener(const std::shared_ptr<Heard>& heard) {
    return [heard](Order order, int attempt, std::string_view piece) {
        const std::scoped_lock lock(heard->mutex);
        heard->texts[{order, attempt}] += piece;
    };
}

} // namespace

class TestRejudge : public QObject {
    Q_OBJECT

    struct Stand {
        TemporaryWorkspace workspace;
        SmallArena arena;
        ArenaServices services;
        RejudgeRequest request;
    };
    static std::unique_ptr<Stand> stand(const std::string& url) {
        auto out = std::make_unique<Stand>();
        out->arena = valueOf(
            out->workspace->write<SmallArena>([&](Appender& appender) -> Result<SmallArena> {
                SmallArena arena = TRY(addSmallArena(appender));
                Model judge;
                judge.id = arena.judge;
                judge.name = "judge";
                judge.kind = ModelKind::Endpoint;
                judge.provider = "openai-compatible";
                judge.baseUrls = {url};
                judge.apiModel = "judge-api";
                judge.roles.add(Role::Judge);
                judge.priceIn = 1;
                judge.priceOut = 2;
                TRY(appender.editModel(judge));
                return arena;
            }));
        out->services = valueOf(openArenaServices(out->workspace.folder(), out->workspace->uuid(),
                                                  std::make_shared<EnvironmentSecrets>(),
                                                  std::make_shared<SystemClock>()));
        out->request = {out->arena.battles[0], out->arena.judge, {}, 2};
        const Judge judge =
            valueOf(judgeFor(out->request, out->services.resources, *out->workspace));
        for (const TrustedOrigin& origin : permissionsFor({judge.endpoint}))
            valueOf(out->services.permissions->allow(origin));
        return out;
    }
    static Result<Rejudged> judge(Stand& stand, const std::shared_ptr<Heard>& heard = {},
                                  const std::stop_token& stop = {}) {
        return judgeAgain(stand.request, stand.services.resources, stand.services.service,
                          *stand.workspace, heard ? listener(heard) : RejudgeListener(), stop);
    }
    static Battle battle(Stand& stand) {
        return valueOf(stand.workspace->read<Battle>(
            [&](Reader& reader) { return reader.battle(stand.request.battle); }));
    }
    static std::pair<RunInfo, CallSums> lastRun(Stand& stand) {
        using Told = std::pair<RunInfo, CallSums>;
        return valueOf(stand.workspace->read<Told>([](Reader& reader) -> Result<Told> {
            RunReader runs(reader);
            const RunInfo last = TRY(runs.runs()).back();
            return Told{last, TRY(runs.sums(last.id))};
        }));
    }

  private slots:
    void bothOrdersAreJudgedAndHeard() {
        // Says that the answer it reads first is worse: B for A first, A for B first.
        RawPeer peer([](const std::string&, const std::string&) {
            return streamedAnswer({"The second ", "is better.\\n", "Score-A: 3\\nScore-B: 9\\n"});
        });
        const auto s = stand(peer.url("/v1"));
        const auto heard = std::make_shared<Heard>();
        const auto judged = judge(*s, heard);
        VERIFY_OK(judged);
        QCOMPARE(judged->games.size(), 2U);
        QVERIFY(judged->games[0].verdict == Verdict::B);
        QVERIFY(judged->games[1].verdict == Verdict::A);
        QCOMPARE(*judged->cost, 2 * (100 * 1.0 + 20 * 2.0) / 1e6);
        const std::string whole = "The second is better.\nScore-A: 3\nScore-B: 9\n";
        QCOMPARE((heard->texts[{Order::AB, 0}]), whole);
        QCOMPARE((heard->texts[{Order::BA, 0}]), whole);

        const Battle now = battle(*s);
        QCOMPARE(now.games.size(), 4U); // the earlier two stay
        for (const Game& game : now.games) {
            const bool fresh = !game.servedModel.empty();
            QCOMPARE(game.superseded, !fresh);
            if (!fresh)
                continue;
            QCOMPARE(game.raw, whole);
            QCOMPARE(game.servedModel, std::string("served-1"));
            QCOMPARE(game.style, std::string("agon-scores 1"));
            QCOMPARE(*game.scoreA, game.order == Order::AB ? 3.0 : 9.0);
            QVERIFY(!game.prompt.empty());
        }
        const auto [run, sums] = lastRun(*s);
        QCOMPARE(run.kind, std::string("arena"));
        QCOMPARE(run.name, std::string("Judge again"));
        QVERIFY(run.state == RunState::Done);
        QCOMPARE(sums.answered, 2);
        QCOMPARE(sums.begun, 0);
    }
    // The very same request would otherwise count as answered already.
    void askedTwiceIsAskedTwice() {
        RawPeer peer([](const std::string&, const std::string&) {
            return streamedAnswer({"Score-A: 3\\nScore-B: 9\\n"});
        });
        const auto s = stand(peer.url("/v1"));
        VERIFY_OK(judge(*s));
        VERIFY_OK(judge(*s));
        QCOMPARE(peer.requests(), 4);
    }
    void aReplyWithoutVerdictIsAskedAgainAndThenInvalid() {
        RawPeer peer([](const std::string&, const std::string&) {
            return streamedAnswer({"I would rather not say."});
        });
        const auto s = stand(peer.url("/v1"));
        const auto heard = std::make_shared<Heard>();
        const auto judged = judge(*s, heard);
        VERIFY_OK(judged);
        QCOMPARE(peer.requests(), 4); // two attempts an order
        for (const RejudgedGame& game : judged->games) {
            QVERIFY(game.verdict == Verdict::Invalid);
            QVERIFY(!game.problem.empty());
        }
        QVERIFY((heard->texts.contains({Order::AB, 1})));
        int invalid = 0;
        for (const Game& game : battle(*s).games)
            invalid += game.verdict == Verdict::Invalid && !game.error.empty() ? 1 : 0;
        QCOMPARE(invalid, 2);
        QCOMPARE(lastRun(*s).second.answered, 4);
    }
    void aCallThatFailsLeavesTheBattleAlone() {
        RawPeer peer([](const std::string&, const std::string&) {
            return wholeAnswer(400, R"({"error":{"message":"no such model"}})");
        });
        const auto s = stand(peer.url("/v1"));
        const auto judged = judge(*s);
        VERIFY_OK(judged);
        QVERIFY(judged->games[0].verdict == Verdict::None);
        QVERIFY(judged->games[0].problem.find("no such model") != std::string::npos);
        QCOMPARE(battle(*s).games.size(), 2U);
        const auto [run, sums] = lastRun(*s);
        QVERIFY(run.state == RunState::Failed);
        QCOMPARE(sums.failed, 2);
    }
    void aStopEndsIt() {
        std::stop_source stop;
        RawPeer peer([&](const std::string&, const std::string&) {
            stop.request_stop();
            return PeerAnswer{{}, PeerAnswer::Then::KeepOpen};
        });
        const auto s = stand(peer.url("/v1"));
        const auto judged = judge(*s, {}, stop.get_token());
        QVERIFY(!judged);
        QVERIFY(judged.error().code == ErrorCode::Cancelled);
        const auto [run, sums] = lastRun(*s);
        QVERIFY(run.state == RunState::Stopped);
        QCOMPARE(sums.begun, 0); // every intent has its end
    }
    void whatCannotBeAskedIsSaid() {
        RawPeer peer([](const std::string&, const std::string&) { return PeerAnswer{}; });
        const auto s = stand(peer.url("/v1"));
        s->request.style = "no-such-style";
        QVERIFY(judge(*s).error().code == ErrorCode::InvalidInput);
        s->request.style.clear();
        s->request.judge = s->arena.alpha; // recorded
        QVERIFY(judge(*s).error().code == ErrorCode::InvalidInput);
        s->request.judge = ModelId{999};
        QVERIFY(judge(*s).error().code == ErrorCode::NotFound);
        QCOMPARE(peer.requests(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRejudge)
#include "tst_rejudge.moc"
