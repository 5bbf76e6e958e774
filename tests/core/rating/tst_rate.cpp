#include "core/rating/matrix.h"
#include "core/rating/names.h"
#include "core/rating/rate.h"
#include "tables.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

namespace {

void play(TableBuilder& builder, const std::string& a, const std::string& b, int winsA, int winsB,
          int ties = 0, const std::string& category = {}) {
    const auto add = [&](Verdict verdict, int times) {
        for (int i = 0; i < times; ++i)
            builder.battle(a, b).category(category).game("judge", verdict);
    };
    add(Verdict::A, winsA);
    add(Verdict::B, winsB);
    add(Verdict::Tie, ties);
}

// The battles of fourModels().
TableBuilder fourModelTable() {
    TableBuilder builder;
    play(builder, "a", "b", 7, 3, 2);
    play(builder, "a", "c", 4, 4, 1);
    play(builder, "b", "c", 1, 6);
    play(builder, "b", "d", 5, 2, 4);
    play(builder, "c", "d", 9, 1, 3);
    return builder;
}

Result<RatingReport> rated(const TableBuilder& builder, const RatingRequest& request = {},
                           const Policy& policy = {}) {
    return rate(builder.table(), policy, allRows(builder.table()), request);
}

const RatedModel& named(const RatedGroup& group, const std::string& name) {
    return *std::find_if(group.models.begin(), group.models.end(),
                         [&](const RatedModel& m) { return m.name == name; });
}

} // namespace

class TestRate : public QObject {
    Q_OBJECT

  private slots:
    void leaderboard();
    void anchored();
    void pointsDoNotDependOnTheSeed();
    void ranksWithoutIntervals();
    void statusesHaveNoNumbers();
    void groupsByCategory();
    void groupsByIteration();
    void judgesApart();
    void votesCountForTheJudgesOfTheirBattle();
    void eloMethod();
    void separateGames();
    void differences();
    void errors_data();
    void errors();
    void cancels();
    void names();
    void matrix();
};

void TestRate::leaderboard() {
    TableBuilder builder = fourModelTable();
    builder.battle("a", "b").game("judge", Verdict::Invalid);
    builder.battle("a", "a").game("judge", Verdict::Tie);
    const auto report = rated(builder);
    QVERIFY(report.has_value());
    QCOMPARE(report->battles, 52);
    QCOMPARE(report->invalid, 1);
    QCOMPARE(report->selfBattles, 1);
    QVERIFY(report->unit == Unit::Battle);
    QCOMPARE(report->notes.size(), std::size_t{1}); // instructions are not known
    QCOMPARE(report->judges, (std::vector<std::string>{"judge"}));
    QCOMPARE(report->groups.size(), std::size_t{1});
    const RatedGroup& group = report->groups[0];
    QCOMPARE(group.name, std::string("all"));
    std::vector<std::string> order;
    for (const RatedModel& model : group.models)
        order.push_back(model.name);
    QCOMPARE(order, (std::vector<std::string>{"c", "a", "b", "d"}));
    const RatedModel& a = named(group, "a");
    QVERIFY(std::abs(*a.rating - 1087.305815158) < 1e-6);
    QVERIFY(*a.lower < *a.median && *a.median < *a.upper);
    QCOMPARE(a.wins, 11);
    QCOMPARE(a.losses, 7);
    QCOMPARE(a.ties, 3);
    QCOMPARE(a.battles, 21);
    QCOMPARE(*named(group, "c").rank, 1);
}

void TestRate::anchored() {
    RatingRequest request;
    request.anchor = Anchor{"b", 1100};
    const auto report = rated(fourModelTable(), request);
    QVERIFY(report.has_value());
    const RatedModel& b = named(report->groups[0], "b");
    QCOMPARE(*b.rating, 1100.0);
    QCOMPARE(*b.lower, 1100.0);
    QCOMPARE(*b.upper, 1100.0);
    QVERIFY(std::abs(*named(report->groups[0], "a").rating -
                     (1100 + 1087.305815158 - 933.749422642)) < 1e-6);
}

void TestRate::pointsDoNotDependOnTheSeed() {
    RatingRequest request;
    const auto one = rated(fourModelTable(), request);
    request.seed = 99;
    const auto two = rated(fourModelTable(), request);
    bool anyMedianMoved = false;
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(*one->groups[0].models[i].rating, *two->groups[0].models[i].rating);
        anyMedianMoved =
            anyMedianMoved || *one->groups[0].models[i].median != *two->groups[0].models[i].median;
    }
    QVERIFY(anyMedianMoved);
}

void TestRate::ranksWithoutIntervals() {
    RatingRequest request;
    request.intervals = Intervals::None;
    const auto report = rated(fourModelTable(), request);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(*report->groups[0].models[i].rank, static_cast<int>(i) + 1);
        QVERIFY(!report->groups[0].models[i].lower);
    }
}

void TestRate::statusesHaveNoNumbers() {
    TableBuilder builder = fourModelTable();
    play(builder, "a", "loser", 5, 0);
    play(builder, "winner", "b", 5, 0);
    play(builder, "p", "q", 1, 1);
    const auto report = rated(builder);
    const auto& models = report->groups[0].models;
    QCOMPARE(models.front().name, std::string("winner"));
    QVERIFY(models.front().status == Status::UnboundedAbove);
    QVERIFY(!models.front().rating && !models.front().rank && !models.front().upper);
    QCOMPARE(models[5].name, std::string("loser"));
    QVERIFY(models[5].status == Status::UnboundedBelow);
    QVERIFY(models[6].status == Status::Disconnected);
    QCOMPARE(models[6].component, 2U);
    // The rated group is what it is without them.
    QVERIFY(std::abs(*named(report->groups[0], "a").rating - 1087.305815158) < 1e-6);
}

void TestRate::groupsByCategory() {
    TableBuilder builder;
    play(builder, "a", "b", 3, 1, 0, "Math");
    play(builder, "a", "c", 2, 1, 0, "Coding");
    play(builder, "a", "b", 1, 3);
    builder.battle("a", "b").category("Writing").game("judge", Verdict::Invalid);
    RatingRequest request;
    request.groupBy = GroupBy::Category;
    request.anchor = Anchor{"b", 1200};
    const auto report = rated(builder, request);
    QVERIFY(report.has_value());
    std::vector<std::string> groups;
    for (const RatedGroup& group : report->groups)
        groups.push_back(group.name);
    QCOMPARE(groups, (std::vector<std::string>{"Coding", "Math", "no category"}));
    QVERIFY(!report->groups[0].anchored);
    QVERIFY(report->groups[1].anchored);
    QVERIFY(std::abs(*named(report->groups[1], "a").rating - 1200 - 400 * std::log10(3.0)) < 1e-6);
    QCOMPARE(report->battles, 11);
    QCOMPARE(report->invalid, 1);
    QCOMPARE(report->notes.size(), std::size_t{3}); // Writing, the anchor in Coding, the unit
}

void TestRate::groupsByIteration() {
    TableBuilder builder;
    for (const std::int8_t iteration : {std::int8_t{10}, std::int8_t{-1}, std::int8_t{2}})
        for (const Verdict verdict : {Verdict::A, Verdict::B})
            builder.battle("a", "b").iteration(iteration).game("judge", verdict);
    RatingRequest request;
    request.groupBy = GroupBy::Iteration;
    const auto report = rated(builder, request);
    QCOMPARE(report->groups.size(), std::size_t{3});
    QCOMPARE(report->groups[0].name, std::string("no iteration"));
    QCOMPARE(report->groups[1].name, std::string("2"));
    QCOMPARE(report->groups[2].name, std::string("10"));
}

void TestRate::judgesApart() {
    TableBuilder builder;
    for (int i = 0; i < 4; ++i)
        builder.battle("a", "b")
            .game("kind", i < 3 ? Verdict::A : Verdict::B)
            .game("strict", i < 1 ? Verdict::A : Verdict::B);
    RatingRequest request;
    request.intervals = Intervals::None;
    Policy policy;
    policy.jury = Jury::Each;
    const auto each = rated(builder, request, policy);
    QVERIFY(each.has_value());
    QCOMPARE(each->groups.size(), std::size_t{2});
    QCOMPARE(each->groups[0].name, std::string("kind"));
    QVERIFY(std::abs(*named(each->groups[0], "a").rating - 1000 - 200 * std::log10(3.0)) < 1e-9);
    QVERIFY(std::abs(*named(each->groups[1], "a").rating - 1000 + 200 * std::log10(3.0)) < 1e-9);
    request.groupBy = GroupBy::Judge;
    QCOMPARE(rated(builder, request)->groups.size(), std::size_t{2});
    policy.judges = {builder.model("strict")};
    QCOMPARE(rated(builder, request, policy)->groups[0].name, std::string("strict"));
}

// A person's verdict on a battle says nothing about a judge that never saw it.
void TestRate::votesCountForTheJudgesOfTheirBattle() {
    TableBuilder builder;
    for (int i = 0; i < 4; ++i)
        builder.battle("a", "b").game("seen", i < 2 ? Verdict::A : Verdict::B);
    builder.vote("mira", Verdict::A); // where the judge said B: three to one
    for (int i = 0; i < 2; ++i)
        builder.battle("c", "d").game("elsewhere", i < 1 ? Verdict::A : Verdict::B);
    RatingRequest request;
    request.intervals = Intervals::None;
    request.groupBy = GroupBy::Judge;
    const auto report = rated(builder, request);
    QCOMPARE(report->groups.size(), std::size_t{2});
    QCOMPARE(report->groups[0].name, std::string("seen"));
    QCOMPARE(report->groups[0].battles, 4);
    QVERIFY(std::abs(*named(report->groups[0], "a").rating - 1000 - 200 * std::log10(3.0)) < 1e-9);
    QCOMPARE(report->groups[1].name, std::string("elsewhere"));
    QCOMPARE(report->groups[1].battles, 2);
    QCOMPARE(report->groups[1].models.size(), std::size_t{2});
}

void TestRate::eloMethod() {
    RatingRequest request;
    request.method = Method::Elo;
    request.anchor = Anchor{"d", 1000};
    const auto report = rated(fourModelTable(), request);
    QVERIFY(report.has_value());
    const auto expected = onlineElo(fourModels());
    const RatedGroup& group = report->groups[0];
    QVERIFY(std::abs(*named(group, "a").rating - (expected[0] - expected[3] + 1000)) < 1e-9);
    QVERIFY(*named(group, "a").lower <= *named(group, "a").upper);
}

// Counts and ratings are of battles, whatever the number of their games.
void TestRate::separateGames() {
    TableBuilder builder;
    for (int i = 0; i < 8; ++i)
        builder.battle("a", "b", static_cast<std::uint32_t>(i + 1))
            .game("judge", i < 6 ? Verdict::A : Verdict::B)
            .game("judge", i < 4 ? Verdict::A : Verdict::B, Order::BA);
    Policy policy;
    policy.merge = Merge::Separate;
    RatingRequest request;
    request.unit = Unit::Game;
    const auto report = rated(builder, request, policy);
    QVERIFY(report.has_value());
    QCOMPARE(report->battles, 8);
    QVERIFY(report->unit == Unit::Game);
    QVERIFY(report->notes.empty());
    const RatedModel& a = named(report->groups[0], "a");
    QCOMPARE(a.wins, 4);
    QCOMPARE(a.ties, 2);
    QCOMPARE(a.battles, 8);
    QVERIFY(std::abs(*a.rating - 1000 - 200 * std::log10(5.0 / 3)) < 1e-6); // 5 of 8 points
}

void TestRate::differences() {
    RatingRequest request;
    request.differences = true;
    const auto report = rated(fourModelTable(), request);
    const auto& group = report->groups[0];
    QCOMPARE(group.differences.size(), std::size_t{6});
    QCOMPARE(group.differences[0].a, std::string("c"));
    QCOMPARE(group.differences[0].b, std::string("a"));
    QVERIFY(std::abs(group.differences[0].difference - (1125.418019132 - 1087.305815158)) < 1e-6);
    QVERIFY(group.differences[0].lower < group.differences[0].upper);
}

void TestRate::errors_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* what, const QString& message) {
        QTest::newRow(what) << QString::fromUtf8(what) << message;
    };
    row("no battles", QStringLiteral("the filter leaves nothing"));
    row("all invalid", QStringLiteral("all 2 battles are invalid"));
    row("only self-battles", QStringLiteral("all 1 battles are of a model against itself"));
    row("no verdicts", QStringLiteral("none of the 1 battles has a verdict"));
    row("nothing of each", QStringLiteral("1 invalid, 1 of a model against itself, 1 without"));
    row("all ties dropped", QStringLiteral("every battle is a tie"));
    row("anchor unknown", QStringLiteral("the workspace has no such model"));
    row("anchor elsewhere",
        QStringLiteral("no such model among those that fight here (a, b, c, d)"));
    row("sandwich", QStringLiteral("not offered yet"));
    row("rounds", QStringLiteral("-1 is not between"));
    row("prior", QStringLiteral("prior: -1"));
    row("prior of Elo", QStringLiteral("Elo has none"));
    row("differences without rounds", QStringLiteral("ask for some"));
    row("anchor not a number", QStringLiteral("not a finite number"));
}

void TestRate::errors() {
    QFETCH(QString, what);
    QFETCH(QString, message);
    TableBuilder builder;
    RatingRequest request;
    const auto is = [&](const char* name) {
        return what == QString::fromUtf8(name);
    };
    if (is("all invalid")) {
        builder.battle("a", "b").game("judge", Verdict::Invalid);
        builder.battle("a", "b").game("judge", Verdict::Invalid);
    } else if (is("only self-battles")) {
        builder.battle("a", "a").game("judge", Verdict::Tie);
    } else if (is("no verdicts")) {
        builder.battle("a", "b");
    } else if (is("nothing of each")) {
        builder.battle("a", "b").battle("a", "a").game("judge", Verdict::Tie);
        builder.battle("a", "b").game("judge", Verdict::Invalid);
    } else if (is("all ties dropped")) {
        builder.battle("a", "b").game("judge", Verdict::Tie);
        request.ties = Ties::Drop;
    } else if (!is("no battles")) {
        builder = fourModelTable();
    }
    if (is("anchor unknown"))
        request.anchor = Anchor{"nobody", 1000};
    if (is("anchor elsewhere"))
        request.anchor = Anchor{"judge", 1000};
    if (is("anchor not a number"))
        request.anchor = Anchor{"a", std::nan("")};
    if (is("sandwich"))
        request.intervals = Intervals::Sandwich;
    if (is("rounds"))
        request.rounds = -1;
    if (is("prior") || is("prior of Elo"))
        request.prior = is("prior") ? -1 : 1;
    if (is("prior of Elo"))
        request.method = Method::Elo;
    if (is("differences without rounds")) {
        request.differences = true;
        request.intervals = Intervals::None;
    }
    const auto report = rated(builder, request);
    QVERIFY(!report);
    const QString text = QString::fromStdString(report.error().message);
    QVERIFY2(text.contains(message), qPrintable(text));
}

void TestRate::cancels() {
    std::stop_source stop;
    stop.request_stop();
    const TableBuilder builder = fourModelTable();
    const auto report = rate(builder.table(), {}, allRows(builder.table()), {}, stop.get_token());
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::Cancelled);
}

void TestRate::names() {
    QCOMPARE(methodFromName("elo"), std::optional(Method::Elo));
    QCOMPARE(methodName(Method::BradleyTerry), std::string_view("bt"));
    QCOMPARE(tiesFromName("drop"), std::optional(Ties::Drop));
    QVERIFY(!tiesFromName("davidson"));
    QCOMPARE(unitFromName("game"), std::optional(Unit::Game));
    QCOMPARE(intervalsFromName("none"), std::optional(Intervals::None));
    QCOMPARE(groupByFromName("iteration"), std::optional(GroupBy::Iteration));
    QCOMPARE(groupByName(GroupBy::Judge), std::string_view("judge"));
    const auto anchor = parseAnchor("org/model=v2=1100.5");
    QVERIFY(anchor.has_value());
    QCOMPARE(anchor->model, std::string("org/model=v2"));
    QCOMPARE(anchor->value, 1100.5);
    for (const char* wrong : {"", "model", "=1100", "model=", "model=x", "model=nan", "model=1 "})
        QVERIFY(!parseAnchor(wrong));
}

void TestRate::matrix() {
    const auto matrix = winMatrix(fourModels());
    QVERIFY(matrix.has_value());
    QCOMPARE(matrix->models, (std::vector<std::string>{"c", "a", "b", "d"}));
    QCOMPARE(matrix->wins[1], (std::vector<std::int64_t>{4, 0, 7, 0}));
    QCOMPARE(matrix->winRate[1][2], 70.0);
    QCOMPARE(matrix->winRate[2][1], 30.0);
    QVERIFY(std::isnan(matrix->winRate[1][3]));
    QVERIFY(!winMatrix(Comparisons{}));
}

QTEST_GUILESS_MAIN(TestRate)
#include "tst_rate.moc"
