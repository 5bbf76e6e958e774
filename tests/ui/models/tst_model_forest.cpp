#include "tests/ui/models/some_models.h"
#include "ui/models/model_forest.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace agon;
using namespace agon::ui;
using test::bits;
using test::checkpoint;
using test::model;

namespace {

bool byId(const Model& a, const Model& b) {
    return a.id < b.id;
}

bool all(const Model&) {
    return true;
}

// "base(a(b) c)" of one group.
QString drawn(const Forest& forest, const std::vector<Model>& models,
              const std::vector<std::size_t>& nodes) {
    QStringList parts;
    for (const std::size_t at : nodes) {
        const ForestNode& node = forest.nodes[at];
        QString part = QString::fromStdString(models[node.model].name);
        if (!node.children.empty())
            part += u'(' + drawn(forest, models, node.children) + u')';
        parts << part;
    }
    return parts.join(u' ');
}

QString drawn(const std::vector<Model>& models, ModelGroup group, const ModelKept& kept = all) {
    const Forest forest = arrange(models, byId, kept);
    const auto it = std::ranges::find(forest.groups, group, &ForestGroup::group);
    return it == forest.groups.end() ? QString() : drawn(forest, models, it->roots);
}

} // namespace

class TestModelForest : public QObject {
    Q_OBJECT

  private slots:
    void groupsInOrder();
    void lineageFollowsParents();
    void aModelStandsInOneGroup_data();
    void aModelStandsInOneGroup();
    void emptyGroupsAreAbsent();
    void circlesSurvive_data();
    void circlesSurvive();
    void filteringKeepsTheWayDown();
    void parentsInOtherGroupsDoNotCount();
    void longChains();
    void newestIsTheLastStage();
    void parentsThatDoNotDescend();
};

void TestModelForest::groupsInOrder() {
    const std::vector<Model> models = test::someModels();
    const Forest forest = arrange(models, byId, all);
    QCOMPARE(forest.groups.size(), std::size_t{4});
    QCOMPARE(forest.groups[0].models, 5);
    QCOMPARE(forest.groups[1].models, 2);
    QCOMPARE(forest.groups[2].models, 1);
    QCOMPARE(forest.groups[3].models, 3);
    QCOMPARE(forest.nodes.size(), models.size());
}

void TestModelForest::lineageFollowsParents() {
    QCOMPARE(drawn(test::someModels(), ModelGroup::Target),
             QStringLiteral("base-7b(SFT-I1(DPO-I1(PPO-I1)) SFT-I0)"));
}

void TestModelForest::aModelStandsInOneGroup_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("roles");
    QTest::addColumn<int>("group");
    const auto row = [](const char* name, ModelKind kind, int roles, ModelGroup group) {
        QTest::newRow(name) << static_cast<int>(kind) << roles << static_cast<int>(group);
    };
    row("target that judges", ModelKind::Server, bits(Role::Target) | bits(Role::Judge),
        ModelGroup::Target);
    row("simulated target", ModelKind::Simulated, bits(Role::Target), ModelGroup::Target);
    row("base alone", ModelKind::Recorded, bits(Role::Base), ModelGroup::Target);
    row("judge that fights", ModelKind::Endpoint, bits(Role::Judge) | bits(Role::Rival),
        ModelGroup::Judges);
    row("simulated judge", ModelKind::Simulated, bits(Role::Judge), ModelGroup::Judges);
    row("simulated rival", ModelKind::Simulated, bits(Role::Rival), ModelGroup::Simulated);
    row("rival", ModelKind::Recorded, bits(Role::Rival), ModelGroup::Rivals);
    row("nothing said", ModelKind::Recorded, 0, ModelGroup::Rivals);
}

void TestModelForest::aModelStandsInOneGroup() {
    QFETCH(int, kind);
    QFETCH(int, roles);
    QFETCH(int, group);
    const std::vector<Model> models{
        model(1, "m", static_cast<ModelKind>(kind), static_cast<std::uint8_t>(roles))};
    QCOMPARE(static_cast<int>(groupsOf(models).front()), group);
    QCOMPARE(arrange(models, byId, all).groups.size(), std::size_t{1});
}

void TestModelForest::emptyGroupsAreAbsent() {
    QVERIFY(arrange({}, byId, all).groups.empty());
    const std::vector<Model> models{model(1, "r", ModelKind::Recorded, bits(Role::Rival))};
    const Forest forest = arrange(models, byId, all);
    QCOMPARE(forest.groups.size(), std::size_t{1});
    QVERIFY(forest.groups.front().group == ModelGroup::Rivals);
}

void TestModelForest::circlesSurvive_data() {
    QTest::addColumn<QList<int>>("parents"); // of models 1, 2, 3 …
    QTest::addColumn<QString>("tree");
    QTest::newRow("its own parent") << QList<int>{1} << QStringLiteral("m1");
    QTest::newRow("two") << QList<int>{2, 1} << QStringLiteral("m1(m2)");
    QTest::newRow("three") << QList<int>{3, 1, 2} << QStringLiteral("m1(m2(m3))");
    QTest::newRow("a tail into a circle") << QList<int>{2, 3, 2} << QStringLiteral("m2(m1 m3)");
    QTest::newRow("two circles") << QList<int>{2, 1, 4, 3} << QStringLiteral("m1(m2) m3(m4)");
    QTest::newRow("a parent that is not there") << QList<int>{99} << QStringLiteral("m1");
}

void TestModelForest::circlesSurvive() {
    QFETCH(QList<int>, parents);
    QFETCH(QString, tree);
    std::vector<Model> models;
    for (int i = 0; i < parents.size(); ++i)
        models.push_back(model(i + 1, "m" + std::to_string(i + 1), ModelKind::Server,
                               bits(Role::Target), parents[i]));
    QCOMPARE(drawn(models, ModelGroup::Target), tree);
}

void TestModelForest::filteringKeepsTheWayDown() {
    const auto dpo = [](const Model& model) {
        return model.stage == StageKind::Dpo;
    };
    QCOMPARE(drawn(test::someModels(), ModelGroup::Target, dpo),
             QStringLiteral("base-7b(SFT-I1(DPO-I1))"));
    QCOMPARE(drawn(test::someModels(), ModelGroup::Rivals, dpo), QString());
}

void TestModelForest::parentsInOtherGroupsDoNotCount() {
    std::vector<Model> models{model(1, "base", ModelKind::Recorded, bits(Role::Base)),
                              model(2, "rival", ModelKind::Recorded, bits(Role::Rival), 1),
                              model(3, "heir", ModelKind::Recorded, 0, 1)};
    QCOMPARE(drawn(models, ModelGroup::Target), QStringLiteral("base(heir)"));
    QCOMPARE(drawn(models, ModelGroup::Rivals), QStringLiteral("rival"));
}

void TestModelForest::longChains() {
    std::vector<Model> models;
    constexpr int count = 20000;
    for (int i = 1; i <= count; ++i)
        models.push_back(model(i, "m", ModelKind::Recorded, 0, i - 1));
    models.front().roles.add(Role::Base);
    const Forest forest = arrange(models, byId, all);
    QCOMPARE(forest.groups.front().models, count);
    QCOMPARE(forest.nodes.back().depth, count - 1);
}

void TestModelForest::newestIsTheLastStage() {
    QCOMPARE(newestCheckpoint(test::someModels()), std::optional(ModelId{5}));
    QCOMPARE(newestCheckpoint(std::vector<Model>{model(1, "m")}), std::nullopt);
    const std::vector<Model> models{checkpoint(1, "ppo", 0, StageKind::Ppo, 1),
                                    checkpoint(2, "sft", 0, StageKind::Sft, 2),
                                    checkpoint(3, "rm", 0, StageKind::RewardModel, 3)};
    QCOMPARE(newestCheckpoint(models), std::optional(ModelId{2}));
}

void TestModelForest::parentsThatDoNotDescend() {
    const std::vector<Model> models = test::someModels();
    const std::vector<ModelId> possible = possibleParents(models, ModelId{2});
    QCOMPARE(possible.size(), models.size() - 3); // without itself, DPO-I1 and PPO-I1
    for (const std::int64_t not_ : {2, 4, 5})
        QVERIFY(std::ranges::find(possible, ModelId{not_}) == possible.end());
    // A circle elsewhere in the file does not hang.
    const std::vector<Model> circle{model(1, "a", ModelKind::Recorded, 0, 2),
                                    model(2, "b", ModelKind::Recorded, 0, 1), model(3, "c")};
    QCOMPARE(possibleParents(circle, ModelId{3}).size(), std::size_t{2});
    QCOMPARE(possibleParents(circle, ModelId{1}).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestModelForest)
#include "tst_model_forest.moc"
