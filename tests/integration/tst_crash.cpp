// A run is killed at random moments, again and again: the file stays whole, the bill is honest, and
// the resumed run ends as an undisturbed one. AGON_CRASH_KILLS sets how often (12).
#include "core/arena/run_control.h"
#include "core/base/random.h"
#include "core/store/run_reader.h"
#include "core/store/workspace.h"
#include "tests/support/child_program.h"
#include "tests/support/fake_llm.h"
#include "tests/support/result_check.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace agon;

namespace {

constexpr int atOnce = 8;
constexpr int instructions = 24;

// What a run comes to, but for times and costs.
struct Told {
    std::int64_t battle = 0;
    std::string question, a, b;
    std::vector<std::string> games;
    auto operator<=>(const Told&) const = default;
};

std::vector<Told> toldBy(Workspace& workspace) {
    std::vector<std::int64_t> ids;
    valueOf(workspace.read<void>([&](Reader& reader) {
        return reader.scanBattles(1, [&](const BattleFacts& battle) { ids.push_back(battle.id); });
    }));
    std::vector<Told> out;
    for (const std::int64_t id : ids) {
        const auto battle = valueOf(
            workspace.read<Battle>([&](Reader& reader) { return reader.battle(BattleId{id}); }));
        Told told{
            id, battle.instruction.turns.at(0), battle.a.turns.at(0), battle.b.turns.at(0), {}};
        for (const Game& game : battle.games)
            told.games.push_back(fmt::format("{} {} {} {}", orderName(game.order),
                                             verdictName(game.verdict), game.scoreA.value_or(-1),
                                             game.scoreB.value_or(-1)));
        out.push_back(std::move(told));
    }
    return out;
}

CallSums sumsOf(Workspace& workspace) {
    return valueOf(workspace.read<CallSums>([](Reader& reader) -> Result<CallSums> {
        RunReader runs(reader);
        const auto all = TRY(runs.runs());
        return all.empty() ? CallSums() : runs.sums(all.front().id);
    }));
}

} // namespace

class TestCrash : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;
    FakeLlm m_server{{"--latency", "3", "--jitter", "4", "--no-verdict", "0.04"}};

    [[nodiscard]] std::string file(const std::string& name) const {
        return m_folder.path().toStdString() + "/" + name;
    }
    int agonctl(const std::vector<std::string>& words) {
        return ChildProgram(AGONCTL, words, file("said"), variables()).wait();
    }
    [[nodiscard]] std::map<std::string, std::string> variables() const {
        return {{"XDG_CONFIG_HOME", file("config")}};
    }
    static std::vector<std::string> runWords(const std::string& workspace) {
        return {"run",         workspace, "--set",   "questions",     "--models",
                "f-a,f-b,f-c", "--judge", "judge-a", "--concurrency", std::to_string(atOnce),
                "--quiet"};
    }
    // Kills it at a moment that the server's count and chance decide. False: it was done before.
    bool killSomewhere(ChildProgram& program, Random& random, std::int64_t from,
                       std::int64_t calls) {
        const auto after =
            from + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(calls)));
        while (m_server.stats().answered < after)
            if (program.ended())
                return false;
        const std::uint64_t rounds = random.below(20'000);
        for (std::uint64_t i = 0; i < rounds; ++i)
            std::this_thread::yield();
        program.signal(SIGKILL);
        return program.wait() == -SIGKILL;
    }

  private slots:
    void initTestCase() {
        const std::string empty = file("empty.agon");
        {
            auto workspace = valueOf(Workspace::create(empty));
            valueOf(workspace->write<void>([](Appender& appender) -> Result<void> {
                const auto set = TRY(appender.set("questions"));
                for (int i = 0; i < instructions; ++i) {
                    const std::string text = fmt::format("What is worth knowing of number {}?", i);
                    const TextIn turns[] = {text};
                    TRY(appender.instruction({set, fmt::format("q{}", i), {}, {}, turns}));
                }
                return {};
            }));
        }
        for (const char* model : {"f-a", "f-b", "f-c", "judge-a"})
            QCOMPARE(agonctl({"model", "add", empty, model, "--kind", "endpoint", "--provider",
                              "vllm", "--base-url", m_server.baseUrl(), "--api-model", model}),
                     0);
    }

    void killedRunsEndAsUndisturbedOnes() {
        const std::string whole = file("whole.agon");
        std::filesystem::copy_file(file("empty.agon"), whole);
        m_server.reset();
        const int ended = agonctl(runWords(whole));
        QVERIFY2(ended == 0 || ended == 3, qPrintable(QString::number(ended)));
        const std::int64_t calls = m_server.stats().answered;
        const auto expected = toldBy(*valueOf(Workspace::open(whole)));
        QCOMPARE(expected.size(), std::size_t{instructions * 3});

        const char* wanted = std::getenv("AGON_CRASH_KILLS");
        const int kills = wanted != nullptr ? std::atoi(wanted) : 12;
        Random random(20261130);
        int killed = 0;
        int runs = 0;
        std::int64_t mostPossible = 0;
        while (killed < kills) {
            const std::string path = file(fmt::format("run-{}.agon", runs++));
            std::filesystem::copy_file(file("empty.agon"), path);
            m_server.reset();
            std::vector<std::string> words = runWords(path);
            std::int64_t answeredBefore = 0;
            std::int64_t lost = 0;
            for (int sitting = 0; sitting < 3; ++sitting) { // up to two kills a run, then the end
                if (sitting < 2) {
                    ChildProgram program(AGONCTL, words, file("said"), variables());
                    killed += killSomewhere(program, random, answeredBefore,
                                            std::max<std::int64_t>(1, calls - answeredBefore));
                } else {
                    const int code = agonctl(words);
                    QFile said(QString::fromStdString(file("said")));
                    QVERIFY(said.open(QIODevice::ReadOnly));
                    QVERIFY2(code == 0 || code == 3, said.readAll().constData());
                }
                auto workspace = valueOf(Workspace::open(path));
                const auto checks = valueOf(workspace->doctor({}, {}));
                for (const Check& check : checks)
                    QVERIFY2(check.ok, check.detail.c_str());
                const auto told = toldBy(*workspace);
                for (const Told& one : told) { // a part of the whole, nothing else
                    const auto same = std::ranges::find(expected, one.battle, &Told::battle);
                    QVERIFY(same != expected.end());
                    QCOMPARE(one.a, same->a);
                    QCOMPARE(one.b, same->b);
                }
                const CallSums sums = sumsOf(*workspace);
                const std::int64_t counted = m_server.stats().answered;
                QVERIFY2(sums.answered <= counted,
                         qPrintable(QStringLiteral("%1 > %2").arg(sums.answered).arg(counted)));
                QVERIFY2(counted <= sums.answered + sums.possiblyBilled(),
                         qPrintable(QStringLiteral("%1 > %2 + %3")
                                        .arg(counted)
                                        .arg(sums.answered)
                                        .arg(sums.possiblyBilled())));
                // At most the concurrency plus one commit group, each time it was killed.
                QVERIFY(sums.possiblyBilled() - lost <= 2 * atOnce);
                QVERIFY(sums.answered >= answeredBefore); // no commit is lost
                mostPossible = std::max(mostPossible, sums.possiblyBilled() - lost);
                lost = sums.possiblyBilled();
                answeredBefore = sums.answered;
                const bool begun = valueOf(workspace->read<bool>(
                    [](Reader& r) -> Result<bool> { return !TRY(RunReader(r).runs()).empty(); }));
                words = begun ? std::vector<std::string>{"run", path, "--resume", "1", "--quiet"}
                              : runWords(path);
            }
            QCOMPARE(toldBy(*valueOf(Workspace::open(path))), expected);
            std::filesystem::remove(path);
        }
        qInfo("%d kills in %d runs of %lld calls; at most %lld possibly billed at once", killed,
              runs, static_cast<long long>(calls), static_cast<long long>(mostPossible));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
