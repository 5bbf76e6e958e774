// The demo workspace: whole, true to its strengths, the same each time; and the large one.
#include "core/battles/policy.h"
#include "core/simulation/demo.h"
#include "core/simulation/demo_cast.h"
#include "core/simulation/large.h"
#include "core/text/marks.h"
#include "tests/support/result_check.h"

#include <QTemporaryDir>

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>

using namespace agon;
using namespace agon::simulation;

namespace {

// Everything of a workspace but its id, as one string.
std::string contentOf(Workspace& workspace) {
    return valueOf(workspace.read<std::string>([](Reader& reader) -> Result<std::string> {
        std::string out;
        for (const Model& model : TRY(reader.models()))
            out += fmt::format("{} {} {} {}\n", model.name, model.note, model.strength.value_or(0),
                               model.parent.value);
        for (const StageInfo& stage : TRY(reader.stages()))
            out += fmt::format("{} {} {}\n", stage.slice, stage.facts, stage.at.milliseconds);
        TRY(reader.eachInstruction(std::nullopt, [&](const Instruction& row) -> Result<void> {
            for (const std::string& turn : row.turns)
                out += turn;
            return {};
        }));
        TRY(reader.eachResponse(std::nullopt,
                                [&](const Response& row, InstructionId) -> Result<void> {
                                    for (const std::string& turn : row.turns)
                                        out += turn;
                                    return {};
                                }));
        TRY(reader.scanGames(1, [&](const GameFacts& game) {
            out += fmt::format("{} {} {} {}\n", game.battle, static_cast<int>(game.verdict),
                               game.scoreA, game.scoreB);
        }));
        TRY(reader.scanVotes(std::nullopt, [&](const VoteFacts& vote) {
            out += fmt::format("{} {} {}\n", vote.battle, vote.annotator, vote.at);
        }));
        const std::int64_t battles = TRY(reader.count("battles"));
        for (std::int64_t id = 1; id <= battles; id += 171) {
            const Battle battle = TRY(reader.battle({id}));
            for (const Game& game : battle.games)
                out += fmt::format("{} {} {}", game.raw, game.prompt, game.at.milliseconds);
        }
        return out;
    }));
}

// The number after "Score-A: " at the end of a reply.
double scoreIn(const std::string& raw, char label) {
    const auto at = raw.rfind(std::string("Score-") + label + ": ");
    return at == std::string::npos ? -1 : std::stod(raw.substr(at + 9));
}

} // namespace

class TestDemo : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_summary = valueOf(makeDemo(path(), demoSeed, {}, {}));
        m_workspace = valueOf(Workspace::open(path(), {true, nullptr}));
        m_table = valueOf(loadBattleTable(*m_workspace, {}));
    }

    void countsWhatItMade() {
        const auto count = [&](std::string_view table) {
            return valueOf(m_workspace->read<std::int64_t>(
                [&](Reader& reader) { return reader.count(table); }));
        };
        QCOMPARE(m_summary.battles, count("battles"));
        QCOMPARE(m_summary.games, count("games"));
        QCOMPARE(m_summary.battles, static_cast<std::int64_t>(m_table->size()));
        QCOMPARE(m_summary.models, static_cast<std::int64_t>(m_table->models.size()));
        QVERIFY(m_summary.battles > 8000 && m_summary.battles < 20000);
        QVERIFY(m_summary.instructions >= 120);
    }

    void everythingSaysThatItIsSimulated() {
        for (const Model& model : m_table->models) {
            QCOMPARE(model.kind, ModelKind::Simulated);
            QVERIFY(model.name.starts_with("sim-"));
            QVERIFY(model.note.find("imulated") != std::string::npos);
        }
    }

    void theFlywheelIsThere() {
        const auto stages = valueOf(m_workspace->read<std::vector<StageInfo>>(
            [](Reader& reader) { return reader.stages(); }));
        QCOMPARE(stages.size(), checkpoints.size());
        const ModelId base = m_table->models[*m_table->modelIndex(baseName)].id;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const Model& made = m_table->models[*m_table->modelIndex(stages[i].checkpoint)];
            QCOMPARE(made.name, std::string(checkpoints[i].name));
            QCOMPARE(stages[i].iteration, made.iteration);
            QCOMPARE(stages[i].kind, made.stage);
            QCOMPARE(stages[i].parent, made.parent);
            QCOMPARE(made.stage == StageKind::Sft, made.parent == base);
            QVERIFY(stages[i].facts.find("\"loss\"") != std::string::npos);
        }
        QCOMPARE(valueOf(m_workspace->read<std::optional<std::string>>(
                     [](Reader& reader) { return reader.setting("rating.anchor"); })),
                 std::optional<std::string>("sim-anchor=1100"));
        std::set<std::pair<int, int>> columns;
        for (std::size_t i = 0; i < m_table->size(); ++i)
            columns.emplace(m_table->iteration[i], m_table->stage[i]);
        QCOMPARE(columns.size(), std::size_t{11}); // ten stages, and the rivals among themselves
    }

    void everyCheckpointMeetsEveryRivalAndTheBestBeforeIt() {
        std::map<std::pair<std::uint16_t, std::uint16_t>, int> met;
        for (std::size_t i = 0; i < m_table->size(); ++i) {
            if (m_table->sets[m_table->set[i]] != "sim-arena")
                continue;
            ++met[std::minmax(m_table->modelA[i], m_table->modelB[i])];
            QCOMPARE(m_table->gameBegin[i + 1] - m_table->gameBegin[i],
                     4U); // two judges, both orders
        }
        const SimulatorSpec spec = demoSpec(demoSeed);
        double best = 0;
        std::string bestName;
        for (const Checkpoint& checkpoint : checkpoints) {
            const auto own = *m_table->modelIndex(checkpoint.name);
            for (std::size_t i = firstRival; i < spec.fighters.size(); ++i)
                QVERIFY(met[std::minmax(own, *m_table->modelIndex(spec.fighters[i].name))] >= 120);
            if (!bestName.empty())
                QVERIFY(met[std::minmax(own, *m_table->modelIndex(bestName))] >= 120);
            if (checkpoint.strength > best) {
                best = checkpoint.strength;
                bestName = checkpoint.name;
            }
        }
    }

    // Win rates against the rivals rank the checkpoints as their strengths do, but for neighbours.
    void strengthsAreRecovered() {
        for (const char* judge : {"sim-judge-loop", "sim-judge-held-out"}) {
            Policy policy;
            policy.judges = {*m_table->modelIndex(judge)};
            policy.overrides = Overrides::Off;
            const Verdicts verdicts = deriveVerdicts(*m_table, policy);
            std::map<std::string, std::pair<double, int>> won;
            for (std::size_t i = 0; i < m_table->size(); ++i) {
                if (m_table->sets[m_table->set[i]] != "sim-arena" ||
                    std::isnan(verdicts.pointsA[i]))
                    continue;
                const Model& a = m_table->models[m_table->modelA[i]];
                const Model& b = m_table->models[m_table->modelB[i]];
                if (a.roles.has(Role::Target) == b.roles.has(Role::Target))
                    continue;
                auto& sum = won[a.roles.has(Role::Target) ? a.name : b.name];
                const double points = static_cast<double>(verdicts.pointsA[i]);
                sum.first += a.roles.has(Role::Target) ? points : 1 - points;
                ++sum.second;
            }
            const auto rate = [&](const Checkpoint& checkpoint) {
                const auto& sum = won.at(std::string(checkpoint.name));
                return sum.first / sum.second;
            };
            // about 175 instructions shared by 7 battles: a standard error of some 15 Elo each
            for (const Checkpoint& one : checkpoints)
                for (const Checkpoint& two : checkpoints)
                    if (one.strength > two.strength + 60)
                        QVERIFY2(rate(one) > rate(two),
                                 fmt::format("{} and {}", one.name, two.name).c_str());
            // the saw-tooth: each restart from base falls behind the PPO before it
            for (const std::size_t i : {4U, 7U})
                QVERIFY(rate(checkpoints[i]) < rate(checkpoints[i - 1]));
        }
    }

    void judgesShowTheirBiases() {
        const auto firstRate = [&](std::string_view judge) {
            const auto index = *m_table->modelIndex(judge);
            int first = 0;
            int decided = 0;
            for (const GameColumn& game : m_table->games) {
                if (game.judge != index ||
                    (game.verdict != Verdict::A && game.verdict != Verdict::B))
                    continue;
                ++decided;
                first += (game.verdict == Verdict::A) == (game.order == Order::AB) ? 1 : 0;
            }
            return static_cast<double>(first) / decided;
        };
        QVERIFY(firstRate("sim-judge-loop") > 0.54);
        QVERIFY(firstRate("sim-judge-held-out") < 0.5);
    }

    void scoresAndVerdictsFitTogether() {
        const Verdicts verdicts =
            deriveVerdicts(*m_table, {{*m_table->modelIndex("sim-judge-loop")},
                                      Merge::Mean,
                                      Jury::Majority,
                                      Overrides::Off});
        int flips = 0;
        int invalid = 0;
        for (std::size_t i = 0; i < m_table->size(); ++i) {
            flips += (verdicts.bits[i] & derived::flip) != 0 ? 1 : 0;
            invalid += verdicts.verdict[i] == Verdict::Invalid ? 1 : 0;
            for (auto g = m_table->gameBegin[i]; g < m_table->gameBegin[i + 1]; ++g) {
                const GameColumn& game = m_table->games[g];
                if (game.verdict == Verdict::Invalid) {
                    QVERIFY(std::isnan(game.scoreA));
                    continue;
                }
                QVERIFY(game.scoreA >= 1 && game.scoreA <= 10);
                QCOMPARE(game.verdict, game.scoreA > game.scoreB   ? Verdict::A
                                       : game.scoreA < game.scoreB ? Verdict::B
                                                                   : Verdict::Tie);
            }
            if (!std::isnan(verdicts.gap[i]))
                QCOMPARE(verdicts.gap[i] * 2, std::round(verdicts.gap[i] * 2));
        }
        QVERIFY(flips > 100);
        QVERIFY(invalid > 50);
    }

    // The raw reply speaks of the order shown; what is stored, of the battle.
    void rawRepliesAreUnswapped() {
        int checked = 0;
        int explained = 0;
        for (std::size_t i = 0; i < m_table->size(); i += 40) {
            const Battle battle = readBattle(m_table->id[i]);
            const auto turn = static_cast<std::size_t>(battle.turn - 1);
            for (const Game& game : battle.games) {
                QVERIFY(!game.raw.empty() && !game.prompt.empty());
                const bool straight = game.order == Order::AB;
                const std::string& first = (straight ? battle.a : battle.b).turns[turn];
                const std::string& second = (straight ? battle.b : battle.a).turns[turn];
                QVERIFY(game.prompt.find("[Answer A]") < game.prompt.find("[Answer B]"));
                QVERIFY(game.prompt.find(first) != std::string::npos);
                QVERIFY(game.prompt.rfind(second) != std::string::npos);
                if (game.verdict == Verdict::Invalid) {
                    QVERIFY(!game.error.empty());
                    continue;
                }
                QCOMPARE(scoreIn(game.raw, 'A'), straight ? *game.scoreA : *game.scoreB);
                QCOMPARE(scoreIn(game.raw, 'B'), straight ? *game.scoreB : *game.scoreA);
                QVERIFY(game.raw.starts_with(game.explanation));
                ++checked;
                const auto open = game.explanation.find("“");
                if (open == std::string::npos)
                    continue;
                const std::string quote =
                    game.explanation.substr(open + 3, game.explanation.find("”", open) - open - 3);
                QVERIFY2(first.find(quote) != std::string::npos ||
                             second.find(quote) != std::string::npos,
                         quote.c_str());
                ++explained;
            }
        }
        QVERIFY(checked > 1000);
        QVERIFY(explained * 10 > checked * 9);
    }

    void somethingOfEverythingIsThere() {
        std::set<int> turns;
        std::set<std::string> categories;
        std::uint32_t marks = 0;
        int suspicious = 0;
        VERIFY_OK(m_workspace->read<void>([&](Reader& reader) {
            return reader.scanBattles(
                1, [&](const BattleFacts& row) { marks |= row.marksA | row.marksB; });
        }));
        for (std::size_t i = 0; i < m_table->size(); ++i) {
            turns.insert(m_table->turn[i]);
            categories.insert(m_table->categories[m_table->category[i]]);
            suspicious += (m_table->facts[i] & facts::suspicious) != 0 ? 1 : 0;
        }
        QCOMPARE(turns, (std::set<int>{1, 2, 3}));
        QCOMPARE(categories.size(), categoryCount);
        QVERIFY(suspicious > 0);
        for (const std::uint32_t mark :
             {marks::empty, marks::refused, marks::cut, marks::judgeSyntax})
            QVERIFY2((marks & mark) != 0, fmt::format("no answer is marked {}", mark).c_str());
    }

    void peopleHaveSpoken() {
        std::set<std::int64_t> annotators;
        int blind = 0;
        int taken = 0;
        VERIFY_OK(m_workspace->read<void>([&](Reader& reader) {
            return reader.scanVotes(std::nullopt, [&](const VoteFacts& vote) {
                annotators.insert(vote.annotator);
                blind += vote.blind ? 1 : 0;
                taken += vote.undoes != 0 && !vote.verdict ? 1 : 0;
            });
        }));
        QCOMPARE(annotators.size(), std::size_t{2});
        QVERIFY(blind > 5);
        QVERIFY(taken >= 1);
        const Verdicts verdicts = deriveVerdicts(*m_table, {});
        int conflict = 0;
        int divided = 0;
        int flagged = 0;
        for (std::size_t i = 0; i < m_table->size(); ++i) {
            conflict += (verdicts.bits[i] & derived::conflict) != 0 ? 1 : 0;
            divided += (verdicts.bits[i] & derived::divided) != 0 ? 1 : 0;
            flagged += (m_table->facts[i] & facts::flagged) != 0 ? 1 : 0;
        }
        QVERIFY(conflict > 10);
        QVERIFY(divided >= 2);
        QVERIFY(flagged >= 3);
    }

    void timesGoOn() {
        std::int64_t before = 0;
        VERIFY_OK(m_workspace->read<void>([&](Reader& reader) {
            return reader.scanBattles(1, [&](const BattleFacts& row) {
                QVERIFY(row.at > before);
                before = row.at;
            });
        }));
    }

    void theDoctorFindsNothing() {
        for (const Check& check : valueOf(m_workspace->doctor({}, {})))
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    }

    void theSameSeedGivesTheSame() {
        const auto again = folder() / "again.agon";
        QCOMPARE(valueOf(makeDemo(again, demoSeed, {}, {})).games, m_summary.games);
        const auto second = valueOf(Workspace::open(again));
        QVERIFY(second->uuid() != m_workspace->uuid());
        QVERIFY(contentOf(*second) == contentOf(*m_workspace));
        const auto other = folder() / "other.agon";
        VERIFY_OK(makeDemo(other, demoSeed + 1, {}, {}));
        QVERIFY(contentOf(*valueOf(Workspace::open(other))) != contentOf(*m_workspace));
    }

    void refusesToOverwrite() {
        const auto size = std::filesystem::file_size(path());
        const auto refused = makeDemo(path(), 1, {}, {});
        QCOMPARE(refused.error().code, ErrorCode::Exists);
        QCOMPARE(std::filesystem::file_size(path()), size);
        QCOMPARE(makeDemo("/no/such/folder/x.agon", 1, {}, {}).error().code, ErrorCode::NotFound);
    }

    void cancelLeavesNothing() {
        QTemporaryDir empty;
        std::stop_source stop;
        const std::filesystem::path target = empty.path().toStdString() + "/demo.agon";
        const auto ended = makeDemo(target, 1, stop.get_token(), [&](const Progress& progress) {
            if (progress.done > 10)
                stop.request_stop();
        });
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
        QVERIFY(std::filesystem::is_empty(empty.path().toStdString()));
    }

    void theLargeOneHasWhatWasAskedFor_data() {
        QTest::addColumn<int>("models");
        QTest::newRow("odd") << 5;
        QTest::newRow("even") << 6;
        QTest::newRow("two") << 2;
    }
    void theLargeOneHasWhatWasAskedFor() {
        QFETCH(int, models);
        const auto target = folder() / fmt::format("large-{}.agon", models);
        const int battles = 20 * models * (models - 1) / 2; // every pair on every instruction
        VERIFY_OK(makeLarge(target, {battles, models, 20, 1}, {}, {}));
        const auto workspace = valueOf(Workspace::open(target));
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        QCOMPARE(table->size(), static_cast<std::size_t>(battles));
        QCOMPARE(table->games.size(), static_cast<std::size_t>(2 * battles));
        QCOMPARE(table->models.size(), static_cast<std::size_t>(models + 1));
        QCOMPARE(
            makeLarge(folder() / "more.agon", {battles + 1, models, 20, 1}, {}, {}).error().code,
            ErrorCode::InvalidInput);
        QVERIFY(!std::filesystem::exists(folder() / "more.agon"));
    }

  private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] std::filesystem::path path() const { return folder() / "demo.agon"; }
    Battle readBattle(std::uint32_t id) {
        return valueOf(
            m_workspace->read<Battle>([&](Reader& reader) { return reader.battle({id}); }));
    }

    QTemporaryDir m_folder;
    DemoSummary m_summary;
    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<const BattleTable> m_table;
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
