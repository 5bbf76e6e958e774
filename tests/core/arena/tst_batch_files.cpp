// Runs through files for `vllm run-batch`: what is written, and what is made of any file that comes
// back.
#include "core/arena/batch_run.h"
#include "tests/support/batch_stage.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace agon;
using Json = nlohmann::ordered_json;

namespace {

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> linesOf(const std::filesystem::path& path) {
    std::istringstream text(bytesOf(path));
    std::vector<std::string> out;
    for (std::string line; std::getline(text, line);)
        out.push_back(line);
    return out;
}

void writeTo(const std::filesystem::path& path, const std::vector<std::string>& lines) {
    std::ofstream file(path, std::ios::binary);
    for (const std::string& line : lines)
        file << line << "\n";
}

// As the runner does: the script of arena_stage.h answers a line of requests.
std::string answerTo(const std::string& line) {
    const Json request = Json::parse(line);
    Endpoint endpoint;
    endpoint.name = request["body"]["model"];
    ChatCall call;
    call.endpoint = std::make_shared<const Endpoint>(endpoint);
    for (const Json& message : request["body"]["messages"])
        call.request.messages.push_back({ChatRole::User, message["content"]});
    const ChatOutcome said = *usualScript(call);
    const Json body{
        {"model", said->servedModel},
        {"choices", Json::array({{{"index", 0},
                                  {"message", {{"role", "assistant"}, {"content", said->text}}},
                                  {"finish_reason", "stop"}}})},
        {"usage", {{"prompt_tokens", *said->usage.in}, {"completion_tokens", *said->usage.out}}}};
    return Json{{"id", "vllm-1"},
                {"custom_id", request["custom_id"]},
                {"response", {{"status_code", 200}, {"request_id", "1"}, {"body", body}}},
                {"error", nullptr}}
        .dump();
}

std::string errorFor(const std::string& line, int status) {
    const Json error{{"message", "broken"}};
    return Json{{"id", "vllm-2"},
                {"custom_id", Json::parse(line)["custom_id"]},
                {"response", {{"status_code", status}, {"body", {{"error", error}}}}},
                {"error", nullptr}}
        .dump();
}

} // namespace

class TestBatchFiles : public QObject {
    Q_OBJECT

    static BatchProgress write(BatchStage& stage) {
        stage.workspace.reopen();
        auto out = valueOf(writeBatchFiles(stage.parts(), stage.spec, stage.runId,
                                           stage.workspace.folder(), {}, {}));
        stage.runId = out.run;
        return out;
    }
    static BatchProgress read(BatchStage& stage, const std::vector<std::string>& lines) {
        stage.workspace.reopen();
        const auto path = stage.workspace.folder() / "results.jsonl";
        writeTo(path, lines);
        return valueOf(readBatchResults(stage.parts(), stage.spec, *stage.runId, path, {}, {}));
    }
    static std::vector<std::string> answersTo(const std::vector<std::filesystem::path>& files) {
        std::vector<std::string> out;
        for (const auto& file : files)
            for (const std::string& line : linesOf(file))
                out.push_back(answerTo(line));
        std::reverse(out.begin(), out.end());
        return out;
    }

  private slots:
    void isTheSameAsARunDoneLive() {
        BatchStage liveStage("http://127.0.0.1:1/v1", 4, 3);
        const auto live = valueOf(liveStage.run(std::make_shared<ScriptedChat>(usualScript)));

        BatchStage stage("http://127.0.0.1:1/v1", 4, 3);
        const BatchProgress answers = write(stage);
        QCOMPARE(answers.state, RunState::Waiting);
        QCOMPARE(answers.files.size(), std::size_t{3}); // one a model
        QCOMPARE(answers.out.at(0).batch.state, std::string("written"));
        QCOMPARE(read(stage, answersTo(answers.files)).state, RunState::Stopped);
        const BatchProgress games = write(stage);
        QCOMPARE(games.files.size(), std::size_t{1});
        const BatchProgress done = read(stage, answersTo(games.files));
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(toldBy(*stage.workspace), toldBy(*liveStage.workspace));
        QCOMPARE(done.sums.answered, live.sums.answered);
        QVERIFY(qAbs(done.sums.cost - live.sums.cost) < 1e-12);
        QCOMPARE(done.sums.possiblyBilled(), std::int64_t{0});
    }

    void writesWhatVllmReads() {
        BatchStage stage("http://127.0.0.1:1/v1");
        std::set<std::string> names;
        for (const auto& file : write(stage).files)
            for (const std::string& line : linesOf(file)) {
                const Json request = Json::parse(line);
                QCOMPARE(request["method"].get<std::string>(), std::string("POST"));
                QCOMPARE(request["url"].get<std::string>(), std::string("/v1/chat/completions"));
                QVERIFY(request["body"]["messages"].is_array());
                QVERIFY(file.filename().string().find(
                            request["body"]["model"].get<std::string>()) != std::string::npos);
                QVERIFY(names.insert(request["custom_id"]).second);
            }
        QCOMPARE(names.size(), std::size_t{8});
    }

    // In parts, out of order, doubled, of others, broken: what is good is taken in, once.
    void takesAnyFile() {
        BatchStage stage("http://127.0.0.1:1/v1");
        const BatchProgress written = write(stage);
        std::vector<std::string> good = answersTo(written.files);
        const std::string request = linesOf(written.files[0])[0];
        Json foreign = Json::parse(good[0]);
        foreign["custom_id"] = "r1-c1-0000000000000000";
        const std::vector<std::string> last(good.begin() + 5, good.end());
        good.resize(5);
        std::vector<std::string> lines = good;
        lines.push_back(good[1]);
        lines.push_back(foreign.dump());
        lines.push_back(R"({"custom_id":"of another"})");
        lines.push_back("{\"custom_id\": \"r1-c");
        lines.push_back(std::string("\0\xff\xfe", 3));
        const BatchProgress some = read(stage, lines);
        QCOMPARE(some.state, RunState::Waiting);
        QCOMPARE(some.sums.answered, std::int64_t{5});
        QCOMPARE(some.notes.size(), std::size_t{1});
        QVERIFY2(some.notes[0].find("2 lines that nobody waits for") != std::string::npos &&
                     some.notes[0].find("1 line with an answer that was there already") !=
                         std::string::npos,
                 some.notes[0].c_str());

        const BatchProgress again = read(stage, good); // nothing of it is waited for any more
        QCOMPARE(again.sums.answered, std::int64_t{5});
        QCOMPARE(write(stage).requests, std::int64_t{2}); // of the one pair of answers
        const BatchProgress rest = read(stage, last);
        QCOMPARE(rest.sums.answered, std::int64_t{8});
        QCOMPARE(rest.sums.possiblyBilled(), std::int64_t{2}); // the games
    }

    void failedRequestsAreWrittenAgain() {
        BatchStage stage("http://127.0.0.1:1/v1");
        const BatchProgress written = write(stage);
        std::vector<std::string> lines = answersTo(written.files);
        const std::string first = linesOf(written.files[0])[0];
        std::erase_if(lines, [&](const std::string& line) {
            return Json::parse(line)["custom_id"] == Json::parse(first)["custom_id"];
        });
        lines.push_back(errorFor(first, 500));
        const BatchProgress read1 = read(stage, lines);
        QCOMPARE(read1.sums.failed, std::int64_t{1});
        const BatchProgress again = write(stage);
        QCOMPARE(again.files.size(), std::size_t{2}); // the one answer, and games
        read(stage, answersTo(again.files));
        const BatchProgress games = write(stage);
        const BatchProgress done = read(stage, answersTo(games.files));
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(done.tally.games.failed, std::int64_t{0});
        QCOMPARE(toldBy(*stage.workspace).size(), std::size_t{4});
    }

    void givenUpFilesAreWrittenAgain() {
        BatchStage stage("http://127.0.0.1:1/v1");
        const BatchProgress written = write(stage);
        QCOMPARE(write(stage).requests, std::int64_t{0}); // they are out
        const BatchProgress gone =
            valueOf(cancelBatches(stage.parts(), stage.spec, *stage.runId, {}, {}));
        QCOMPARE(gone.state, RunState::Stopped);
        QCOMPARE(gone.sums.possiblyBilled(), std::int64_t{0});
        QCOMPARE(write(stage).requests, std::int64_t{8});
        QCOMPARE(read(stage, answersTo(written.files)).sums.answered, std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestBatchFiles)
#include "tst_batch_files.moc"
