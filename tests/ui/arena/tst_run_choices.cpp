// What a run is proposed to be, the same as a command, and the words on the button.
#include "ui/arena/run_choices.h"

#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestRunChoices : public QObject {
    Q_OBJECT

  private slots:
    void proposesWhoHasARole();
    void withoutRolesWhoHasAnswersFights();
    void proposesTheLatestRunAsFarAsItIsPossible();
    void isTheSameAsACommand();
    void namesAreQuotedForAShell();
    void theButtonNamesCallsAndPrice_data();
    void theButtonNamesCallsAndPrice();
};

namespace {

Model model(int id, const char* name, ModelKind kind, std::initializer_list<Role> roles,
            int responses = 0) {
    Model out;
    out.id = {id};
    out.name = name;
    out.kind = kind;
    for (const Role role : roles)
        out.roles.add(role);
    out.responses = responses;
    return out;
}

RunChoices choices() {
    RunChoices out;
    out.models = {model(1, "ours", ModelKind::Endpoint, {Role::Target}),
                  model(2, "rival one", ModelKind::Recorded, {Role::Rival}, 100),
                  model(3, "rival-two", ModelKind::Endpoint, {Role::Rival}),
                  model(4, "empty", ModelKind::Recorded, {Role::Rival}),
                  model(5, "judge-a", ModelKind::Endpoint, {Role::Judge}),
                  model(6, "judge-recorded", ModelKind::Recorded, {Role::Judge}, 9)};
    out.sets = {{{1}, "small", 100, {"math"}}, {{2}, "Mix", 2000, {"code", "math"}}};
    return out;
}

} // namespace

void TestRunChoices::proposesWhoHasARole() {
    const RunSpec spec = proposedRun(choices());
    QVERIFY(spec.set == SetId{2});
    QCOMPARE(spec.limit, 200); // of 2,000: enough for a first look
    QVERIFY((spec.fighters == std::vector<ModelId>{{1}, {2}, {3}})); // “empty” cannot fight
    QVERIFY((spec.judges == std::vector<ModelId>{{5}}));
    QVERIFY(spec.plan == PairPlan::Target);
    QVERIFY(spec.pivot == ModelId{1});
    QVERIFY(checkRunSpec(spec).has_value());
}

void TestRunChoices::withoutRolesWhoHasAnswersFights() {
    RunChoices given;
    given.models = {model(1, "a", ModelKind::Recorded, {}, 5),
                    model(2, "b", ModelKind::Simulated, {}, 5),
                    model(3, "j", ModelKind::Endpoint, {Role::Judge})};
    const RunSpec spec = proposedRun(given);
    QVERIFY((spec.fighters == std::vector<ModelId>{{1}, {2}}));
    QVERIFY(spec.plan == PairPlan::RoundRobin);
    QVERIFY(!spec.set.valid());
}

void TestRunChoices::proposesTheLatestRunAsFarAsItIsPossible() {
    RunChoices given = choices();
    given.latest = RunSpec{};
    given.latest->set = {1};
    given.latest->fighters = {{2}, {3}, {77}};
    given.latest->judges = {{6}, {5}};
    given.latest->plan = PairPlan::Baseline;
    given.latest->pivot = {77}; // gone since
    given.latest->maxCost = 3.5;
    const RunSpec spec = proposedRun(given);
    QVERIFY(spec.set == SetId{1});
    QVERIFY((spec.fighters == std::vector<ModelId>{{2}, {3}}));
    QVERIFY((spec.judges == std::vector<ModelId>{{5}}));
    QVERIFY(spec.plan == PairPlan::RoundRobin);
    QCOMPARE(*spec.maxCost, 3.5);
}

void TestRunChoices::isTheSameAsACommand() {
    RunSpec spec = proposedRun(choices());
    spec.maxCost = 200;
    spec.seed = 42;
    spec.fighters = {{1}, {3}};
    QCOMPARE(runCommandLine(spec, choices(), u"/tmp/wizard.agon"_s),
             u"agonctl run /tmp/wizard.agon --set Mix --models ours,rival-two --judge judge-a "
             "--pairs target:ours --limit 200 --concurrency 32 --max-cost 200.00 --seed 42"_s);
}

void TestRunChoices::namesAreQuotedForAShell() {
    RunChoices given = choices();
    given.models[1].name = "it's; rm -rf ~";
    RunSpec spec = proposedRun(given);
    spec.fighters = {{1}, {2}};
    const QString line = runCommandLine(spec, given, u"a b.agon"_s);
    QVERIFY2(line.contains(u"run 'a b.agon' "_s), qPrintable(line));
    QVERIFY2(line.contains(u"--models 'ours,it'\\''s; rm -rf ~' "_s), qPrintable(line));
}

void TestRunChoices::theButtonNamesCallsAndPrice_data() {
    QTest::addColumn<int>("calls");
    QTest::addColumn<double>("ceiling"); // negative: no price
    QTest::addColumn<double>("limit");   // negative: none
    QTest::addColumn<int>("newBattles");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<QString>("words");
    QTest::newRow("ceiling") << 1200 << 3.4 << -1.0 << 5 << true
                             << u"Start 1,200 calls, at most $3.40"_s;
    QTest::newRow("limit below") << 1200 << 3.4 << 2.0 << 5 << true
                                 << u"Start 1,200 calls, at most $2.00"_s;
    QTest::newRow("limit above") << 1200 << 3.4 << 9.0 << 5 << true
                                 << u"Start 1,200 calls, at most $3.40"_s;
    QTest::newRow("no price") << 12 << -1.0 << -1.0 << 5 << true
                              << u"Start 12 calls, price not known"_s;
    QTest::newRow("sampled") << 12 << 1.0 << -1.0 << 5 << false
                             << u"Start about 12 calls, about $1.00"_s;
    QTest::newRow("only battles") << 0 << 0.0 << -1.0 << 5 << true << u"Start, without a call"_s;
    QTest::newRow("nothing") << 0 << 0.0 << -1.0 << 0 << true << u"Nothing is left to ask"_s;
}

void TestRunChoices::theButtonNamesCallsAndPrice() {
    QFETCH(int, calls);
    QFETCH(double, ceiling);
    QFETCH(double, limit);
    QFETCH(int, newBattles);
    QFETCH(bool, exact);
    QFETCH(QString, words);
    RunEstimate estimate;
    estimate.newBattles = newBattles;
    estimate.exact = exact;
    ModelEstimate called;
    called.calls = calls;
    if (ceiling >= 0)
        called.ceiling = ceiling;
    estimate.models = {called};
    RunSpec spec;
    if (limit >= 0)
        spec.maxCost = limit;
    QCOMPARE(startWords(estimate, spec), words);
}

QTEST_MAIN(TestRunChoices)
#include "tst_run_choices.moc"
