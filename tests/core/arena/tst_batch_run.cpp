// Runs through files and batches of a real server of them: the same as runs done live, whatever
// happens in between.
#include "core/arena/batch_run.h"
#include "tests/support/batch_stage.h"
#include "tests/support/fake_llm.h"

#include <QTest>

using namespace agon;

class TestBatchRun : public QObject {
    Q_OBJECT

  private slots:
    void isTheSameAsARunDoneLive_data() {
        QTest::addColumn<bool>("noVerdicts");
        QTest::addColumn<int>("turns");
        QTest::addColumn<qint64>("lines");
        QTest::newRow("one turn") << false << 1 << qint64{50'000};
        QTest::newRow("two turns") << false << 2 << qint64{50'000};
        QTest::newRow("replies without a verdict") << true << 1 << qint64{50'000};
        QTest::newRow("many small files") << false << 1 << qint64{3};
    }
    void isTheSameAsARunDoneLive() {
        QFETCH(bool, noVerdicts);
        QFETCH(int, turns);
        QFETCH(qint64, lines);
        FakeLlm server(noVerdicts ? std::vector<std::string>{"--no-verdict", "0.4"}
                                  : std::vector<std::string>());
        BatchStage liveStage(server.baseUrl(), 6, 3, turns);
        const RunStatus expected = liveStage.live();
        QCOMPARE(expected.state, RunState::Done);

        BatchStage stage(server.baseUrl(), 6, 3, turns);
        stage.limits.lines = lines;
        const BatchProgress done = stage.steps();
        QCOMPARE(done.state, RunState::Done);
        QVERIFY2(done.notes.empty(), done.notes.empty() ? "" : done.notes.front().c_str());
        QCOMPARE(toldBy(*stage.workspace), toldBy(*liveStage.workspace));
        const CallSums bill = sumsOf(*liveStage.workspace, expected.run);
        QCOMPARE(done.sums.answered, bill.answered);
        QCOMPARE(done.sums.tokensIn, bill.tokensIn);
        QCOMPARE(done.sums.tokensOut, bill.tokensOut);
        QVERIFY(qAbs(done.sums.cost - bill.cost) < 1e-9);
        QCOMPARE(done.sums.possiblyBilled(), std::int64_t{0});
        QCOMPARE(server.stats().batchLines, bill.answered);
        for (const Batch& batch : stage.batches())
            QVERIFY(batch.requests <= lines && batch.ended.known());
        // Nothing is asked for twice.
        QCOMPARE(stage.steps().requests, std::int64_t{0});
    }

    // Each round is planned by what the one before it has taught.
    void sampledRoundsAreTheSameToo() {
        FakeLlm server;
        BatchStage liveStage(server.baseUrl(), 12, 3);
        BatchStage stage(server.baseUrl(), 12, 3);
        for (BatchStage* one : {&liveStage, &stage}) {
            one->spec.plan = PairPlan::Sampled;
            one->spec.budget = 12;
        }
        QCOMPARE(liveStage.live().state, RunState::Done);
        QCOMPARE(stage.steps().state, RunState::Done);
        QCOMPARE(toldBy(*stage.workspace), toldBy(*liveStage.workspace));
        QCOMPARE(toldBy(*stage.workspace).size(), std::size_t{12});
    }

    void whatCannotBeHandedOverIsTakenBack() {
        BatchStage stage("http://127.0.0.1:1/v1");
        stage.editModels([](Model& model) { model.keyVariable = "AGON_TEST_NO_SUCH_KEY"; });
        const auto refused = stage.step();
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        stage.runId = RunId{1};
        for (const Batch& batch : stage.batches())
            QVERIFY(batch.ended.known());
        QCOMPARE(sumsOf(*stage.workspace, RunId{1}).possiblyBilled(), std::int64_t{0});
    }

    // What happens once does not change what comes out in the end.
    void comesThrough_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<qint64>("failed");
        QTest::newRow("lines that failed")
            << QByteArray(R"({"first":3,"path":"/v1/chat","fault":"batch_line","status":500})")
            << qint64{3};
        QTest::newRow("a batch that expired")
            << QByteArray(R"({"first":2,"path":"/v1/batches","fault":"batch_expired"})")
            << qint64{0};
    }
    void comesThrough() {
        QFETCH(QByteArray, rule);
        QFETCH(qint64, failed);
        FakeLlm sound;
        BatchStage expected(sound.baseUrl(), 5, 3);
        QCOMPARE(expected.steps().state, RunState::Done);

        FakeLlm server({}, R"({"rules":[)" + rule.toStdString() + "]}");
        BatchStage stage(server.baseUrl(), 5, 3);
        const BatchProgress done = stage.steps();
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(done.sums.failed, failed);
        QCOMPARE(done.sums.lost, std::int64_t{0});
        QCOMPARE(toldBy(*stage.workspace), toldBy(*expected.workspace));
        QCOMPARE(server.stats().batchLines, sound.stats().batchLines);
    }

    // Killed after the batch was created and before its id was written down.
    void findsWhatItHasCreated() {
        FakeLlm server;
        BatchStage stage(server.baseUrl());
        QCOMPARE(valueOf(stage.step()).requests, std::int64_t{8});
        stage.editBatches([](Batch& batch) {
            batch.remote.clear();
            batch.state = "submitting";
        });
        QCOMPARE(stage.steps().state, RunState::Done);
        QCOMPARE(server.stats().batchLines, std::int64_t{8 + 8});
        QCOMPARE(stage.batches().size(), std::size_t{2 + 1});
    }

    // Killed before: nothing was created, so that nothing is billed.
    void beginsAgainWhatItHasNotHandedOver_data() {
        QTest::addColumn<QString>("state");
        QTest::newRow("writing down") << "writing";
        QTest::newRow("uploading") << "uploading";
    }
    void beginsAgainWhatItHasNotHandedOver() {
        QFETCH(QString, state);
        FakeLlm server;
        BatchStage stage(server.baseUrl());
        QVERIFY(!valueOf(stage.step()).out.empty());
        stage.editBatches([&](Batch& batch) {
            batch.remote.clear();
            batch.inputFile.clear();
            batch.state = state.toStdString();
        });
        const BatchProgress done = stage.steps();
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(done.sums.answered, std::int64_t{8 + 8});
        QCOMPARE(done.sums.possiblyBilled(), std::int64_t{0});
    }

    void aRefusedBatchIsToldAndCanBeAskedAgain() {
        FakeLlm server({},
                       R"({"rules":[{"first":2,"path":"/v1/batches","fault":"batch_failed"}]})");
        BatchStage stage(server.baseUrl());
        const BatchProgress refused = stage.steps();
        QCOMPARE(refused.state, RunState::Failed);
        QVERIFY2(refused.message.find("as the script says") != std::string::npos,
                 refused.message.c_str());
        QCOMPARE(refused.sums.possiblyBilled(), std::int64_t{0});
        QCOMPARE(stage.steps().state, RunState::Done);
    }

    // A question that cannot be asked costs what depends on it; a game that cannot be is invalid.
    void badRequestsAreNotAskedAgain() {
        FakeLlm server({}, R"({"rules":[
            {"model":"f0","contains":"Question 1","path":"/v1/chat","fault":"batch_line","status":400},
            {"model":"judge","contains":"Question 2","path":"/v1/chat","fault":"batch_line","status":400}]})");
        BatchStage stage(server.baseUrl());
        const BatchProgress done = stage.steps();
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(done.tally.answers.failed, std::int64_t{1});
        QCOMPARE(done.tally.games.failed, std::int64_t{2});
        QCOMPARE(done.sums.failed, std::int64_t{1 + 2});
        const auto told = toldBy(*stage.workspace);
        QCOMPARE(told.size(), std::size_t{3});
        QCOMPARE(told[1].games, (std::vector<std::string>{"judge ab invalid", "judge ba invalid"}));
    }

    void aModelThatFailsEverythingEndsTheRun() {
        FakeLlm server({}, R"({"rules":[
            {"model":"f0","path":"/v1/chat","fault":"batch_line","status":400,"message":"no such model"}]})");
        BatchStage stage(server.baseUrl());
        const BatchProgress failed = stage.steps();
        QCOMPARE(failed.state, RunState::Failed);
        QVERIFY2(failed.message.find("f0") != std::string::npos, failed.message.c_str());
    }

    void keepsToItsMoney() {
        FakeLlm server;
        BatchStage stage(server.baseUrl(), 30);
        stage.spec.maxCost = 0.05;
        const BatchProgress stopped = stage.steps();
        QCOMPARE(stopped.state, RunState::Stopped);
        QVERIFY(stopped.sums.cost > 0 && stopped.sums.cost <= 0.05);
        QVERIFY(stopped.message.find("limit") != std::string::npos);
        stage.spec.maxCost.reset();
        QCOMPARE(stage.steps().state, RunState::Done);
    }

    // One half by batches, the other live.
    void halves() {
        FakeLlm server;
        BatchStage stage(server.baseUrl());
        stage.halves.games = false;
        const BatchProgress answered = stage.steps();
        QCOMPARE(answered.state, RunState::Stopped);
        QCOMPARE(answered.sums.answered, std::int64_t{8});
        const RunStatus judged = stage.live();
        QCOMPARE(judged.state, RunState::Done);
        QCOMPARE(judged.tally.games.done, std::int64_t{8});
        QCOMPARE(judged.tally.answers.cached, std::int64_t{8});
    }

    void modelsWithoutBatchesAreLeft() {
        FakeLlm server;
        BatchStage stage(server.baseUrl());
        stage.editModels([](Model& model) {
            if (model.name == "f1")
                model.provider = "vllm";
        });
        const BatchProgress stopped = stage.steps();
        QCOMPARE(stopped.state, RunState::Stopped);
        QCOMPARE(stopped.sums.answered, std::int64_t{4});
        QCOMPARE(stopped.notes.size(), std::size_t{1});
        QVERIFY(stopped.notes[0].starts_with("f1: 4 requests"));
        QCOMPARE(stage.live().state, RunState::Done);
    }

    // Live, what is out would be paid for twice.
    void isNotResumedLiveWhileBatchesAreOut() {
        FakeLlm server;
        BatchStage stage(server.baseUrl());
        valueOf(stage.step());
        const auto refused =
            stage.run(std::make_shared<LlmClient>(LlmClient::Options{}), stage.runId);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);

        const BatchProgress cancelled =
            valueOf(cancelBatches(stage.parts(), stage.spec, *stage.runId, {}, {}));
        QCOMPARE(cancelled.state, RunState::Waiting);  // for what is answered already
        QCOMPARE(stage.steps().state, RunState::Done); // which the same steps take in
    }

    void aStopIsNoEnd() {
        FakeLlm server;
        BatchStage stage(server.baseUrl());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(stage.step(stop.get_token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(stage.steps().state, RunState::Done);
    }
};

QTEST_GUILESS_MAIN(TestBatchRun)
#include "tst_batch_run.moc"
