#include "tests/support/small_arena.h"
#include "tests/ui/models/some_models.h"
#include "ui/models/models_desk.h"

#include <QFile>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestModelEditor : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void readsTheRegistry();
    void savesEveryField();
    void addsAModel();
    void aTakenNameIsRefused();
    void aPastedKeyIsNotStored();
    void numbersThatAreNone();
    void draftsWait();
    void allDraftsAreSavedTogether();
    void saveAllWaitsForASaveUnderWay();
    void whatIsTypedDuringTheWriteStays();
    void nothingIsSavedWhileADraftIsWrong();
    void revertTakesBack();
    void anEditElsewhereIsFollowed();
    void removesWhatHasNoHistory();
    void historyStays();
    void aJudgeWithGamesStays();
    void closingForgets();
    void readOnlyRefuses();

  private:
    void select(const std::string& name);
    [[nodiscard]] Model stored(const std::string& name) const;
    [[nodiscard]] QString problem(ModelField field) const;

    std::unique_ptr<test::OpenSession> m_session;
    std::unique_ptr<ModelsDesk> m_desk;
};

void TestModelEditor::init() {
    m_session = std::make_unique<test::OpenSession>(test::someModels());
    m_desk = std::make_unique<ModelsDesk>(m_session->arena());
    QTRY_VERIFY(m_desk->registry.isRead());
}

void TestModelEditor::cleanup() {
    m_desk.reset();
    m_session.reset();
}

void TestModelEditor::select(const std::string& name) {
    const auto& models = m_desk->registry.models();
    const auto it = std::ranges::find(models, name, &Model::name);
    QVERIFY(it != models.end());
    m_desk->registry.setCurrent(it->id);
}

Model TestModelEditor::stored(const std::string& name) const {
    const std::vector<Model> models = m_session->stored();
    const auto it = std::ranges::find(models, name, &Model::name);
    return it == models.end() ? Model{} : *it;
}

QString TestModelEditor::problem(ModelField field) const {
    for (const FieldProblem& found : m_desk->editor.problems())
        if (found.field == field)
            return found.message;
    return {};
}

void TestModelEditor::readsTheRegistry() {
    QCOMPARE(m_desk->registry.models().size(), test::someModels().size());
    QVERIFY(!m_desk->editor.hasModel());
    select("alpha");
    QVERIFY(m_desk->editor.hasModel());
    QCOMPARE(m_desk->editor.draft().model.name, std::string("alpha"));
    QVERIFY(!m_desk->editor.canSave());
    const QSignalSpy changed(&m_desk->registry, &ModelRegistry::modelsChanged);
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(addSmallArena(appender));
        return {};
    }));
    QTRY_COMPARE(m_desk->registry.models().size(), test::someModels().size() + 2);
    // beta is new, alpha and the arena's judge: alpha has answers now, and is still in view.
    QTRY_COMPARE(m_desk->editor.draft().model.responses, 2);
}

void TestModelEditor::savesEveryField() {
    select("alpha");
    ModelEditor& editor = m_desk->editor;
    const ModelId parent = stored("base-7b").id;
    editor.setText(ModelField::Name, u"  beta  "_s);
    editor.setBaseUrls(u"https://one.example/v1\n\n https://two.example/v1 \n"_s);
    editor.setText(ModelField::ApiModel, u"org/Beta-70B"_s);
    editor.setText(ModelField::Provider, u"openai"_s);
    editor.setText(ModelField::Family, u"beta"_s);
    editor.setText(ModelField::KeyVariable, u"AGON_KEY"_s);
    editor.setRole(Role::Judge, true);
    editor.setRole(Role::Rival, false);
    editor.setRole(Role::HeldOut, true);
    editor.setParentModel(parent);
    editor.setText(ModelField::PriceIn, u"0.59"_s);
    editor.setText(ModelField::PriceOut, u"12"_s);
    editor.setText(ModelField::Note, u"first line\nsecond line"_s);
    QCOMPARE(editor.changes().size(), std::size_t{11});
    QVERIFY(editor.canSave());
    const QSignalSpy saved(&editor, &ModelEditor::saved);
    editor.save();
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(editor.changes().empty());
    const Model now = stored("beta");
    QCOMPARE(now.baseUrls,
             (std::vector<std::string>{"https://one.example/v1", "https://two.example/v1"}));
    QCOMPARE(now.apiModel, std::string("org/Beta-70B"));
    QCOMPARE(now.provider, std::string("openai"));
    QCOMPARE(now.family, std::string("beta"));
    QCOMPARE(now.keyVariable, std::string("AGON_KEY"));
    QVERIFY(now.roles.has(Role::Judge) && now.roles.has(Role::HeldOut));
    QVERIFY(!now.roles.has(Role::Rival));
    QCOMPARE(now.parent, parent);
    QCOMPARE(now.priceIn, std::optional(0.59));
    QCOMPARE(now.priceOut, std::optional(12.0));
    QCOMPARE(now.note, std::string("first line\nsecond line"));
    QTRY_COMPARE(m_desk->registry.find(now.id)->name, std::string("beta"));
    QVERIFY(editor.unsaved().empty());
}

void TestModelEditor::addsAModel() {
    ModelEditor& editor = m_desk->editor;
    editor.beginNew();
    QVERIFY(editor.draft().isNew());
    QVERIFY(problem(ModelField::Name).isEmpty()); // nobody has done anything wrong yet
    editor.save();
    QVERIFY(!problem(ModelField::Name).isEmpty());
    editor.setText(ModelField::Name, u"fresh"_s);
    editor.setKind(ModelKind::Simulated);
    editor.setText(ModelField::Strength, u"-12.5"_s);
    const QSignalSpy saved(&editor, &ModelEditor::saved);
    editor.save();
    QTRY_COMPARE(saved.size(), 1);
    QTRY_VERIFY(editor.hasModel() && !editor.draft().isNew());
    QCOMPARE(editor.draft().model.name, std::string("fresh"));
    QCOMPARE(stored("fresh").strength, std::optional(-12.5));
    QVERIFY(stored("fresh").kind == ModelKind::Simulated);
}

void TestModelEditor::aTakenNameIsRefused() {
    select("alpha");
    m_desk->editor.setText(ModelField::Name, u"rival-9"_s);
    QVERIFY(!problem(ModelField::Name).isEmpty());
    QVERIFY(!m_desk->editor.canSave());
    m_desk->editor.save();
    QVERIFY(!m_desk->editor.isSaving());
    QCOMPARE(stored("alpha").name, std::string("alpha"));
}

void TestModelEditor::aPastedKeyIsNotStored() {
    select("alpha");
    const QString key = u"sk-aB3dE5fG7hI9jK1lM3nO5pQ7"_s;
    m_desk->editor.setText(ModelField::KeyVariable, key);
    QVERIFY(problem(ModelField::KeyVariable).contains(u"key itself"_s));
    m_desk->editor.save();
    QVERIFY(!m_desk->editor.isSaving());
    QVERIFY(stored("alpha").keyVariable.empty());
    m_desk->editor.setText(ModelField::KeyVariable, u"MY_KEY"_s);
    QVERIFY(m_desk->editor.canSave());
}

void TestModelEditor::numbersThatAreNone() {
    select("alpha");
    ModelEditor& editor = m_desk->editor;
    for (const QString& text : {u"cheap"_s, u"-1"_s, u"nan"_s, u"inf"_s, u"0,59"_s}) {
        editor.setText(ModelField::PriceIn, text);
        QVERIFY2(!problem(ModelField::PriceIn).isEmpty(), qPrintable(text));
        QVERIFY(!editor.canSave());
    }
    editor.setText(ModelField::PriceIn, u""_s);
    QVERIFY(editor.changes().empty());
    editor.setText(ModelField::PriceIn, u"1e-3"_s);
    QVERIFY(editor.canSave());
}

void TestModelEditor::draftsWait() {
    select("alpha");
    m_desk->editor.setText(ModelField::Note, u"half a thought"_s);
    select("rival-9");
    QVERIFY(m_desk->editor.changes().empty());
    QCOMPARE(m_desk->editor.unsaved(), std::vector{stored("alpha").id});
    select("alpha");
    QCOMPARE(m_desk->editor.draft().model.note, std::string("half a thought"));
    QCOMPARE(m_desk->editor.changes().size(), std::size_t{1});
    // A new one waits too.
    m_desk->editor.beginNew();
    m_desk->editor.setText(ModelField::Name, u"fresh"_s);
    select("rival-9");
    m_desk->editor.beginNew();
    QCOMPARE(m_desk->editor.draft().model.name, std::string("fresh"));
}

void TestModelEditor::allDraftsAreSavedTogether() {
    ModelEditor& editor = m_desk->editor;
    select("alpha");
    editor.setText(ModelField::Note, u"half a thought"_s);
    editor.beginNew();
    editor.setText(ModelField::Name, u"fresh"_s);
    editor.setBaseUrls(u"https://one.example/v1"_s);
    select("rival-9");
    QCOMPARE(editor.unsaved(), (std::vector{ModelId{}, stored("alpha").id}));
    std::optional<bool> saved;
    editor.saveAll([&](bool all) { saved = all; });
    QTRY_VERIFY(saved.has_value());
    QVERIFY(*saved);
    QVERIFY(editor.unsaved().empty());
    QCOMPARE(stored("alpha").note, std::string("half a thought"));
    QVERIFY(stored("fresh").id.valid());
}

// “Add model”, and the window is closed and “Save” answered before that has ended.
void TestModelEditor::saveAllWaitsForASaveUnderWay() {
    ModelEditor& editor = m_desk->editor;
    editor.beginNew();
    editor.setText(ModelField::Name, u"fresh"_s);
    editor.setBaseUrls(u"https://one.example/v1"_s);
    const QSignalSpy refused(&editor, &ModelEditor::refused);
    editor.save();
    QVERIFY(editor.isSaving());
    editor.setText(ModelField::Note, u"half a thought"_s);
    std::optional<bool> saved;
    editor.saveAll([&](bool all) { saved = all; });
    QTRY_VERIFY(saved.has_value());
    QVERIFY(*saved);
    QCOMPARE(refused.size(), 0);
    QVERIFY(editor.unsaved().empty());
    QCOMPARE(stored("fresh").note, std::string("half a thought"));
    QCOMPARE(std::ranges::count(m_session->stored(), std::string("fresh"), &Model::name), 1);
}

void TestModelEditor::whatIsTypedDuringTheWriteStays() {
    ModelEditor& editor = m_desk->editor;
    select("alpha");
    editor.setText(ModelField::Note, u"half a thought"_s);
    editor.beginNew();
    editor.setText(ModelField::Name, u"fresh"_s);
    editor.setBaseUrls(u"https://one.example/v1"_s);
    std::optional<bool> saved;
    editor.saveAll([&](bool all) { saved = all; });
    editor.setText(ModelField::Note, u"the other half"_s);
    QTRY_VERIFY(saved.has_value());
    QCOMPARE(editor.unsaved(), std::vector{stored("fresh").id});
    QCOMPARE(editor.draft().model.note, std::string("the other half"));
    QTRY_VERIFY(m_desk->registry.find(stored("fresh").id));
    QCOMPARE(editor.draft().base.id, stored("fresh").id);
    QCOMPARE(editor.changes(), std::vector{ModelField::Note});
    QCOMPARE(stored("alpha").note, std::string("half a thought"));
}

void TestModelEditor::nothingIsSavedWhileADraftIsWrong() {
    ModelEditor& editor = m_desk->editor;
    select("alpha");
    editor.setText(ModelField::Note, u"half a thought"_s);
    select("rival-9");
    editor.setText(ModelField::Name, {});
    select("alpha");
    const QSignalSpy refused(&editor, &ModelEditor::refused);
    std::optional<bool> saved;
    editor.saveAll([&](bool all) { saved = all; });
    QTRY_VERIFY(saved.has_value());
    QVERIFY(!*saved);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(editor.draft().base.name, std::string("rival-9")); // the one to mend
    QVERIFY(!problem(ModelField::Name).isEmpty());
    QVERIFY(stored("alpha").note != "half a thought");
    QCOMPARE(editor.unsaved().size(), std::size_t{2});
}

void TestModelEditor::revertTakesBack() {
    select("alpha");
    m_desk->editor.setText(ModelField::Note, u"no"_s);
    m_desk->editor.setText(ModelField::PriceIn, u"x"_s);
    m_desk->editor.revert();
    QVERIFY(m_desk->editor.changes().empty());
    QVERIFY(m_desk->editor.draft().model.note.empty());
    m_desk->editor.beginNew();
    m_desk->editor.revert();
    QVERIFY(!m_desk->editor.hasModel());
}

void TestModelEditor::anEditElsewhereIsFollowed() {
    select("alpha");
    m_desk->editor.setText(ModelField::Note, u"mine"_s);
    Model elsewhere = stored("alpha");
    elsewhere.family = "theirs";
    VERIFY_OK((*m_session)->workspace()->write<void>([&](Appender& appender) {
        return appender.editModel(elsewhere);
    }));
    QTRY_COMPARE(m_desk->editor.draft().model.family, std::string("theirs"));
    QCOMPARE(m_desk->editor.draft().model.note, std::string("mine"));
    QCOMPARE(m_desk->editor.changes(), std::vector{ModelField::Note});
}

void TestModelEditor::removesWhatHasNoHistory() {
    select("alpha");
    const QSignalSpy asked(&m_desk->editor, &ModelEditor::removalAsked);
    m_desk->editor.askRemoval();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(stored("alpha").name, std::string("alpha")); // only asked
    m_desk->editor.remove();
    QTRY_VERIFY(!m_desk->editor.hasModel());
    QVERIFY(!stored("alpha").id.valid());
    QVERIFY(!m_desk->registry.current().valid());
    // What others were trained from stays.
    select("base-7b");
    const QSignalSpy refused(&m_desk->editor, &ModelEditor::refused);
    m_desk->editor.askRemoval();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(asked.size(), 1);
}

void TestModelEditor::historyStays() {
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(addSmallArena(appender));
        return {};
    }));
    QTRY_VERIFY(m_desk->registry.models().size() > test::someModels().size());
    select("beta");
    QTRY_COMPARE(m_desk->editor.draft().model.battles, 2);
    const QSignalSpy refused(&m_desk->editor, &ModelEditor::refused);
    m_desk->editor.askRemoval();
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.front().at(1).toString().contains(u"2 battles"_s));
}

// Games are not counted in the registry: the store itself has the last word.
void TestModelEditor::aJudgeWithGamesStays() {
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(addSmallArena(appender));
        return {};
    }));
    QTRY_VERIFY(m_desk->registry.models().size() > test::someModels().size());
    select("judge");
    const QSignalSpy refused(&m_desk->editor, &ModelEditor::refused);
    m_desk->editor.askRemoval();
    m_desk->editor.remove();
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.front().at(1).toString().contains(u"4 games"_s));
    QVERIFY(m_desk->editor.hasModel());
}

void TestModelEditor::closingForgets() {
    select("alpha");
    m_desk->editor.setText(ModelField::Note, u"lost"_s);
    (*m_session)->close();
    QVERIFY(!m_desk->editor.hasModel());
    QVERIFY(m_desk->registry.models().empty());
    QVERIFY(!m_desk->registry.isRead());
    m_desk->editor.beginNew();
    QVERIFY(!m_desk->editor.hasModel());
}

void TestModelEditor::readOnlyRefuses() {
    // The same file, held by the first session, opens read-only.
    test::OpenSession second(m_session->path());
    QVERIFY(!second->readOnlyReason().isEmpty());
    ModelsDesk desk(second.arena());
    QTRY_VERIFY(desk.registry.isRead());
    desk.registry.setCurrent(desk.registry.models().front().id);
    QVERIFY(desk.editor.hasModel());
    QVERIFY(desk.editor.isReadOnly());
    desk.editor.setText(ModelField::Note, u"no"_s);
    QVERIFY(!desk.editor.canSave());
    const QSignalSpy refused(&desk.editor, &ModelEditor::refused);
    desk.editor.askRemoval();
    QCOMPARE(refused.size(), 1);
    desk.editor.beginNew();
    QVERIFY(!desk.editor.draft().isNew());
}

QTEST_MAIN(TestModelEditor)
#include "tst_model_editor.moc"
