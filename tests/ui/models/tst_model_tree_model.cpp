#include "core/simulation/demo.h"
#include "tests/support/result_check.h"
#include "tests/ui/models/some_models.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/model_words.h"
#include "ui/widgets/format_number.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <functional>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;
using test::model;

namespace {

// Every row with two blanks a level.
QStringList rows(const QAbstractItemModel& model, const QModelIndex& parent = {}, int level = 0) {
    QStringList out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        out << QString(u' ').repeated(2 * level) + index.data().toString();
        out << rows(model, index, level + 1);
    }
    return out;
}

QModelIndex find(const QAbstractItemModel& model, const QString& name) {
    const QModelIndexList found =
        model.match(model.index(0, 0), Qt::DisplayRole, name, 1,
                    Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive);
    return found.isEmpty() ? QModelIndex() : found.front();
}

} // namespace

class TestModelTreeModel : public QObject {
    Q_OBJECT

  private slots:
    void showsGroupsAndLineage();
    void showsColumns();
    void ratingsAreShownAsTheyCome();
    void factsAloneDoNotReset();
    void filters_data();
    void filters();
    void sortsSiblings();
    void notesOfGroups();
    void hostileNames_data();
    void hostileNames();
    void lineageOfTheDemo();
    void saysLineageInWords();
};

void TestModelTreeModel::showsGroupsAndLineage() {
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setModels(test::someModels());
    QCOMPARE(rows(tree),
             (QStringList{u"Target"_s, u"  base-7b"_s, u"    SFT-I0"_s, u"    SFT-I1"_s,
                          u"      DPO-I1"_s, u"        PPO-I1"_s, u"Judges"_s, u"  held-out"_s,
                          u"  judge-70b"_s, u"Simulated"_s, u"  sim-1200"_s, u"Rivals"_s,
                          u"  alpha"_s, u"  rival-9"_s, u"  rival-10"_s}));
    tree.setModels({});
    QCOMPARE(tree.rowCount(), 0);
}

void TestModelTreeModel::showsColumns() {
    ModelTreeModel tree;
    std::vector<Model> models = test::someModels();
    models[5].responses = 2000;
    models[5].battles = 4025;
    tree.setModels(models);
    const QModelIndex judge = find(tree, u"judge-70b"_s);
    const auto cell = [&](int column) {
        return judge.siblingAtColumn(column).data();
    };
    QCOMPARE(cell(ModelTreeModel::Kind).toString(), u"endpoint"_s);
    QCOMPARE(cell(ModelTreeModel::RolesColumn).toString(), u"judge, rival"_s);
    QVERIFY(!cell(ModelTreeModel::Elo).isValid());
    QCOMPARE(cell(ModelTreeModel::Responses).toInt(), 2000);
    QCOMPARE(cell(ModelTreeModel::Battles).toInt(), 4025);
    QCOMPARE(cell(ModelTreeModel::Price).toString(), u"0.59, 0.79"_s);
    QCOMPARE(find(tree, u"PPO-I1"_s).data(ModelTreeModel::NewestRole).toBool(), true);
    QCOMPARE(find(tree, u"base-7b"_s).data(ModelTreeModel::BaseRole).toBool(), true);
    QCOMPARE(find(tree, u"base-7b"_s).data(ModelTreeModel::CountRole).toInt(), 4);
    QCOMPARE(find(tree, u"Target"_s).data(ModelTreeModel::CountRole).toInt(), 5);
}

void TestModelTreeModel::ratingsAreShownAsTheyCome() {
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setModels(test::someModels());
    const QSignalSpy reset(&tree, &QAbstractItemModel::modelReset);
    tree.setRatings({{u"alpha"_s, 1337.4}}, false);
    const auto elo = [&] {
        return find(tree, u"alpha"_s).siblingAtColumn(ModelTreeModel::Elo).data().toString();
    };
    QCOMPARE(elo(), u"1337"_s);
    tree.setRatings({{u"alpha"_s, 1340}}, true);
    QCOMPARE(elo(), provisional(u"1340"_s));
    QVERIFY(reset.isEmpty());
}

void TestModelTreeModel::factsAloneDoNotReset() {
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    std::vector<Model> models = test::someModels();
    tree.setModels(models);
    const QSignalSpy reset(&tree, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&tree, &QAbstractItemModel::dataChanged);
    models[8].responses = 7;
    models[8].note = "seen";
    tree.setModels(models);
    QVERIFY(reset.isEmpty());
    QVERIFY(!changed.isEmpty());
    models[8].roles.add(Role::Judge);
    tree.setModels(models);
    QCOMPARE(reset.size(), 1);
}

void TestModelTreeModel::filters_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("name") << u"RIVAL-"_s
                          << QStringList{u"Rivals"_s, u"  rival-9"_s, u"  rival-10"_s};
    QTest::newRow("what leads to it stays")
        << u"ppo"_s
        << QStringList{u"Target"_s, u"  base-7b"_s, u"    SFT-I1"_s, u"      DPO-I1"_s,
                       u"        PPO-I1"_s};
    QTest::newRow("family") << u"llama"_s << QStringList{u"Judges"_s, u"  judge-70b"_s};
    QTest::newRow("two words") << u"held judge"_s << QStringList{u"Judges"_s, u"  held-out"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList{};
}

void TestModelTreeModel::filters() {
    QFETCH(QString, filter);
    QFETCH(QStringList, shown);
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setModels(test::someModels());
    const QStringList whole = rows(tree);
    tree.setFilter(filter);
    QVERIFY(tree.isFiltered());
    QCOMPARE(rows(tree), shown);
    if (const QModelIndex base = find(tree, u"base-7b"_s); base.isValid())
        QCOMPARE(base.data(ModelTreeModel::MatchRole).toBool(), false);
    tree.setFilter(u"  "_s);
    QCOMPARE(rows(tree), whole);
}

void TestModelTreeModel::sortsSiblings() {
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setModels(test::someModels());
    tree.setRatings({{u"rival-9"_s, 1100}, {u"alpha"_s, 1000}}, false);
    tree.sort(ModelTreeModel::Elo, Qt::DescendingOrder);
    QCOMPARE(rows(tree).last(3), (QStringList{u"  rival-9"_s, u"  alpha"_s, u"  rival-10"_s}));
    tree.sort(ModelTreeModel::Elo, Qt::AscendingOrder);
    // What has no rating stays last.
    QCOMPARE(rows(tree).last(3), (QStringList{u"  alpha"_s, u"  rival-9"_s, u"  rival-10"_s}));
    tree.sort(ModelTreeModel::Name, Qt::DescendingOrder);
    QCOMPARE(rows(tree).last(3), (QStringList{u"  rival-10"_s, u"  rival-9"_s, u"  alpha"_s}));
    QCOMPARE(rows(tree).first(), u"Target"_s); // groups stay
    tree.sort(-1);
    QCOMPARE(rows(tree).at(2), u"    SFT-I0"_s);
}

void TestModelTreeModel::notesOfGroups() {
    ModelTreeModel tree;
    tree.setModels(test::someModels());
    const auto note = [&](int row) {
        return tree.index(row, 0).data(ModelTreeModel::NoteRole).toString();
    };
    QCOMPARE(note(0), u"base-7b and its checkpoints"_s);
    QCOMPARE(note(1), u"1 may also fight"_s);
    QCOMPARE(note(2), u"demo fighters with known strength"_s);
    QCOMPARE(note(3), u"2 from recorded answers"_s);
}

void TestModelTreeModel::hostileNames_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("line break") << u"two\nlines"_s;
    QTest::newRow("tab") << u"a\tb"_s;
    QTest::newRow("override") << u"safe\u202Egnp.exe"_s;
    QTest::newRow("Arabic") << u"نموذج كبير 70B"_s;
    QTest::newRow("markup") << u"<img src=x><b>bold</b>"_s;
    QTest::newRow("very long") << u"x"_s.repeated(500);
    QTest::newRow("zero width") << u"a\u200Bb"_s;
}

void TestModelTreeModel::hostileNames() {
    QFETCH(QString, name);
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setModels({model(1, name.toStdString()), model(2, name.toStdString() + "2", {}, 0, 1)});
    const QString shown = tree.index(0, 0, tree.index(0, 0)).data().toString();
    QVERIFY(!shown.contains(u'\n'));
    QVERIFY(!shown.contains(u'\t'));
    for (const char16_t hidden : {u'\u202E', u'\u200B'})
        QVERIFY(!shown.contains(QChar(hidden)));
    const QModelIndex index = tree.index(0, 0, tree.index(0, 0));
    QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QVERIFY(tree.indexOf(ModelId{2}).isValid());
}

void TestModelTreeModel::lineageOfTheDemo() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(u"demo.agon"_s).toStdString();
    VERIFY_OK(simulation::makeDemo(path, simulation::demoSeed, {}, {}));
    const auto workspace = valueOf(Workspace::open(path));
    ModelTreeModel tree;
    const QAbstractItemModelTester tester(&tree);
    tree.setModels(valueOf(
        workspace->read<std::vector<Model>>([](Reader& reader) { return reader.models(); })));
    const QStringList all = rows(tree);
    QCOMPARE(all.first(12),
             (QStringList{u"Target"_s, u"  sim-ember-base"_s, u"    sim-ember-SFT-I0"_s,
                          u"    sim-ember-SFT-I1"_s, u"      sim-ember-DPO-I1"_s,
                          u"        sim-ember-PPO-I1"_s, u"    sim-ember-SFT-I2"_s,
                          u"      sim-ember-DPO-I2"_s, u"        sim-ember-PPO-I2"_s,
                          u"    sim-ember-SFT-I3"_s, u"      sim-ember-DPO-I3"_s,
                          u"        sim-ember-PPO-I3"_s}));
    QVERIFY(all.contains(u"Judges"_s));
    QVERIFY(all.contains(u"Simulated"_s));
    QVERIFY(!all.contains(u"Rivals"_s)); // everything in the demo is simulated
    QCOMPARE(find(tree, u"sim-ember-PPO-I3"_s).data(ModelTreeModel::NewestRole).toBool(), true);
}

void TestModelTreeModel::saysLineageInWords() {
    ModelTreeModel tree;
    tree.setModels(test::someModels());
    QCOMPARE(find(tree, u"DPO-I1"_s).data(Qt::AccessibleTextRole).toString(),
             u"DPO-I1, DPO of iteration 1, trained from SFT-I1"_s);
    tree.setUnsaved({ModelId{4}});
    QVERIFY(find(tree, u"DPO-I1"_s)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"changes that are not saved"_s));
}

QTEST_MAIN(TestModelTreeModel)
#include "tst_model_tree_model.moc"
