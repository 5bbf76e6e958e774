#include "tests/ui/models/some_models.h"
#include "ui/models/model_draft.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;
using test::model;

namespace {

ModelDraft draftOf(const Model& model) {
    return {model, model, {}};
}

QString problem(const ModelDraft& draft, ModelField field) {
    for (const FieldProblem& found : problemsOf(draft, test::someModels()))
        if (found.field == field)
            return found.message;
    return {};
}

} // namespace

class TestModelDraft : public QObject {
    Q_OBJECT

  private slots:
    void variableNames_data();
    void variableNames();
    void addresses_data();
    void addresses();
    void names_data();
    void names();
    void aKeyNeverTravelsInTheOpen();
    void parentsMayNotGoInACircle();
    void whatWasWrongBeforeCanStay();
    void hiddenFieldsDoNotCount();
    void aNewKindEmptiesWhatDoesNotApply();
    void whatWasNotEditedFollows();
    void numbersGoIntoTheirPlace_data();
    void numbersGoIntoTheirPlace();
    void aModelThatSaysNothingKeepsSayingNothing();
    void stopTextsThereAndBack();
    void permissionsAreOfTypedAddresses();
};

void TestModelDraft::variableNames_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("none") << u""_s << true;
    QTest::newRow("usual") << u"AGON_JUDGE_KEY"_s << true;
    QTest::newRow("lower case") << u"_key2"_s << true;
    QTest::newRow("begins with a digit") << u"2KEY"_s << false;
    QTest::newRow("dash") << u"MY-KEY"_s << false;
    QTest::newRow("blank") << u"MY KEY"_s << false;
    QTest::newRow("umlaut") << u"SCHLÜSSEL"_s << false;
    QTest::newRow("dollar") << u"$KEY"_s << false;
    QTest::newRow("key with dashes") << u"sk-proj-aB3dE5fG7hI9jK1lM3nO5pQ7"_s << false;
    QTest::newRow("key that could be a name") << u"hf_aBcDeFgHiJkLmNoPqRsTuVwXyZ"_s << false;
    QTest::newRow("short name that begins so") << u"hf_token"_s << true;
    QTest::newRow("endless") << u"A"_s.repeated(80) << false;
}

void TestModelDraft::variableNames() {
    QFETCH(QString, text);
    QFETCH(bool, good);
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.model.keyVariable = text.toStdString();
    QCOMPARE(problem(draft, ModelField::KeyVariable).isEmpty(), good);
}

void TestModelDraft::addresses_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << u"https://llm.example.org/v1"_s << true;
    QTest::newRow("port") << u"http://127.0.0.1:8000/v1"_s << true;
    QTest::newRow("IPv6") << u"http://[::1]:8000/v1"_s << true;
    QTest::newRow("no scheme") << u"llm.example.org/v1"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"https:///v1"_s << false;
    QTest::newRow("password") << u"https://me:secret@example.org/v1"_s << false;
    QTest::newRow("blank inside") << u"https://exa mple.org"_s << false;
}

void TestModelDraft::addresses() {
    QFETCH(QString, url);
    QFETCH(bool, good);
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.model.baseUrls = {"https://fine.example/v1", url.toStdString()};
    QCOMPARE(problem(draft, ModelField::BaseUrls).isEmpty(), good);
}

void TestModelDraft::names_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"llama-3-70b"_s << true;
    QTest::newRow("Arabic") << u"نموذج"_s << true;
    QTest::newRow("500 bytes") << u"x"_s.repeated(500) << true;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("another's") << u"alpha"_s << false;
    QTest::newRow("501 bytes") << u"x"_s.repeated(501) << false;
    QTest::newRow("line break") << u"a\nb"_s << false;
    QTest::newRow("override") << u"a\u202Eb"_s << false;
}

void TestModelDraft::names() {
    QFETCH(QString, name);
    QFETCH(bool, good);
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.model.name = name.toStdString();
    QCOMPARE(problem(draft, ModelField::Name).isEmpty(), good);
}

void TestModelDraft::aKeyNeverTravelsInTheOpen() {
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.base.baseUrls = {"http://llm.example.org/v1"};
    draft.model.baseUrls = draft.base.baseUrls;
    QVERIFY(problemsOf(draft, test::someModels()).empty());
    draft.model.keyVariable = "KEY";
    QVERIFY(!problem(draft, ModelField::BaseUrls).isEmpty());
    draft.model.baseUrls = {"http://localhost:8000/v1", "https://llm.example.org/v1"};
    QVERIFY(problem(draft, ModelField::BaseUrls).isEmpty());
}

void TestModelDraft::parentsMayNotGoInACircle() {
    ModelDraft draft = draftOf(test::someModels()[1]); // SFT-I1
    draft.model.parent = {5};                          // PPO-I1 descends from it
    QVERIFY(!problem(draft, ModelField::Parent).isEmpty());
    draft.model.parent = {3};
    QVERIFY(problem(draft, ModelField::Parent).isEmpty());
    draft.model.parent = {99};
    QVERIFY(!problem(draft, ModelField::Parent).isEmpty());
    draft.model.parent = {};
    QVERIFY(problem(draft, ModelField::Parent).isEmpty());
}

void TestModelDraft::whatWasWrongBeforeCanStay() {
    Model foreign = test::someModels()[5];
    foreign.name = "two\nlines";
    foreign.keyVariable = "not a name";
    foreign.parent = foreign.id;
    ModelDraft draft = draftOf(foreign);
    draft.model.note = "mine";
    QVERIFY(problemsOf(draft, test::someModels()).empty());
    QCOMPARE(changedFields(draft), std::vector{ModelField::Note});
}

void TestModelDraft::hiddenFieldsDoNotCount() {
    ModelDraft draft = draftOf(model(1, "m", ModelKind::Recorded));
    draft.model.apiModel = "hidden";
    QVERIFY(changedFields(draft).empty());
    draft.unreadable[ModelField::Strength] = u"much"_s;
    QVERIFY(problemsOf(draft, {}).empty());
    draft.model.kind = ModelKind::Simulated;
    QVERIFY(!problem(draft, ModelField::Strength).isEmpty());
}

void TestModelDraft::aNewKindEmptiesWhatDoesNotApply() {
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.model.baseUrls = {"https://llm.example.org/v1"};
    draft.base = draft.model;
    draft.model.note = "same kind";
    QCOMPARE(toStore(draft).baseUrls.size(), std::size_t{1});
    draft.model.kind = ModelKind::Recorded;
    const Model stored = toStore(draft);
    QVERIFY(stored.baseUrls.empty());
    QVERIFY(!stored.priceIn);
    QCOMPARE(stored.family, draft.base.family);
    // What is hidden but belongs to the kind's own past is not lost by an edit of the note.
    Model recorded = model(1, "m", ModelKind::Recorded);
    recorded.priceIn = 1.5;
    ModelDraft other = draftOf(recorded);
    other.model.note = "n";
    QCOMPARE(toStore(other).priceIn, std::optional(1.5));
}

void TestModelDraft::whatWasNotEditedFollows() {
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.model.note = "mine";
    Model now = draft.base;
    now.family = "theirs";
    now.note = "theirs";
    now.responses = 12;
    rebase(draft, now);
    QCOMPARE(draft.model.note, std::string("mine"));
    QCOMPARE(draft.model.family, std::string("theirs"));
    QCOMPARE(draft.model.responses, 12);
    QCOMPARE(changedFields(draft), std::vector{ModelField::Note});
}

void TestModelDraft::numbersGoIntoTheirPlace_data() {
    QTest::addColumn<int>("field");
    QTest::addColumn<double>("number");
    const auto row = [](const char* name, ModelField field, double number) {
        QTest::newRow(name) << static_cast<int>(field) << number;
    };
    row("cached", ModelField::PriceCached, 0.1);
    row("temperature", ModelField::Temperature, 0.7);
    row("top p", ModelField::TopP, 0.9);
    row("max tokens", ModelField::MaxTokens, 4096);
    row("at once", ModelField::AtOnce, 4);
    row("a minute", ModelField::RequestsPerMinute, 600);
    row("tokens a minute", ModelField::TokensPerMinute, 90000);
    row("retries", ModelField::Retries, 0);
    row("connect", ModelField::ConnectTime, 2.5);
    row("first byte", ModelField::FirstByteTime, 300);
    row("idle", ModelField::IdleTime, 5);
    row("total", ModelField::TotalTime, 900);
}

void TestModelDraft::numbersGoIntoTheirPlace() {
    QFETCH(int, field);
    QFETCH(double, number);
    const auto which = static_cast<ModelField>(field);
    Model made = model(1, "a", ModelKind::Endpoint);
    setInsecureTls(made, true);
    setNumber(made, which, number);
    QCOMPARE(numberOf(made, which), std::optional(number));
    // Nothing else changed.
    Model plain = model(1, "a", ModelKind::Endpoint);
    setInsecureTls(plain, true);
    for (const ModelField other : allModelFields())
        QCOMPARE(sameField(made, plain, other), other != which);
    Model copy = plain;
    copyField(copy, made, which);
    QCOMPARE(numberOf(copy, which), std::optional(number));
    setNumber(made, which, std::nullopt);
    QCOMPARE(numberOf(made, which), rangeOf(which).usual);
    QCOMPARE(made.limits, plain.limits);
    QCOMPARE(made.sampling, plain.sampling);
}

void TestModelDraft::aModelThatSaysNothingKeepsSayingNothing() {
    ModelDraft draft = draftOf(test::someModels()[5]);
    setNumber(draft.model, ModelField::Temperature, 0.5);
    setNumber(draft.model, ModelField::Temperature, std::nullopt);
    QCOMPARE(toStore(draft).sampling, std::string("{}"));
    QCOMPARE(toStore(draft).limits, std::string("{}"));
    QVERIFY(changedFields(draft).empty());
}

void TestModelDraft::stopTextsThereAndBack() {
    Model made = model(1, "a", ModelKind::Endpoint);
    setStopLines(made, u"</s>\n\\nUser:\n\n C:\\\\n "_s);
    Model again = model(1, "a", ModelKind::Endpoint);
    setStopLines(again, stopLines(made));
    QCOMPARE(again.sampling, made.sampling);
    QCOMPARE(stopLines(made), u"</s>\n\\nUser:\n C:\\\\n "_s);
    setStopLines(made, {});
    QCOMPARE(made.sampling, std::string("{}"));
}

void TestModelDraft::permissionsAreOfTypedAddresses() {
    ModelDraft draft = draftOf(test::someModels()[5]);
    draft.base.baseUrls = {"https://stranger.example/v1"};
    draft.model.baseUrls = {"https://stranger.example/v1", "https://mine.example/v1",
                            "https://mine.example/v2", "nonsense"};
    draft.model.keyVariable = "A_KEY";
    setInsecureTls(draft.model, true);
    const std::vector<TrustedOrigin> typed = typedPermissions(draft);
    QCOMPARE(typed.size(), std::size_t{1});
    QCOMPARE(typed.front(), (TrustedOrigin{"https://mine.example:443", "A_KEY", true}));
    QCOMPARE(permissionsOf(draft.model).size(), std::size_t{2});
    draft.model.kind = ModelKind::Recorded; // nothing is called
    QVERIFY(typedPermissions(draft).empty());
}

QTEST_GUILESS_MAIN(TestModelDraft)
#include "tst_model_draft.moc"
