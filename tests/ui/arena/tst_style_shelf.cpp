// Prompt styles as files of a person: copies, versions, what is wrong, the preview.
#include "tests/support/result_check.h"
#include "ui/arena/style_shelf.h"

#include <QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestStyleShelf : public QObject {
    Q_OBJECT

  private slots:
    void builtInStylesAreNobodysOwn();
    void aCopyIsSavedUnderAnIdOfItsOwn();
    void aChangedTextIsAnotherVersion();
    void whatCannotBeUsedIsNotSaved_data();
    void whatCannotBeUsedIsNotSaved();
    void thePreviewShowsBothOrders();
};

namespace {

const PromptStyle& usual(const StyleShelf& shelf) {
    return *shelf.all.find({});
}

const ShelvedStyle* find(const StyleShelf& shelf, const std::string& id) {
    const auto found = std::ranges::find_if(
        shelf.styles, [&](const ShelvedStyle& each) { return each.style.id == id; });
    return found == shelf.styles.end() ? nullptr : &*found;
}

} // namespace

void TestStyleShelf::builtInStylesAreNobodysOwn() {
    const QTemporaryDir folder;
    const StyleShelf shelf = readStyles(folder.path().toStdString());
    QVERIFY(shelf.styles.size() >= 5);
    for (const ShelvedStyle& each : shelf.styles)
        QVERIFY2(!each.own, each.style.id.c_str());
}

void TestStyleShelf::aCopyIsSavedUnderAnIdOfItsOwn() {
    const QTemporaryDir folder;
    StyleShelf shelf = readStyles(folder.path().toStdString());
    const PromptStyle copied = copyOf(usual(shelf), shelf.styles);
    QCOMPARE(copied.id, std::string("agon-scores-2"));
    shelf = valueOf(saveStyle(folder.path().toStdString(), copied, nullptr));
    const ShelvedStyle* saved = find(shelf, copied.id);
    QVERIFY(saved && saved->own);
    QCOMPARE(saved->style.version, 1);
    QVERIFY(find(shelf, "agon-scores") && !find(shelf, "agon-scores")->own);
    QCOMPARE(copyOf(usual(shelf), shelf.styles).id, std::string("agon-scores-3"));
}

void TestStyleShelf::aChangedTextIsAnotherVersion() {
    const QTemporaryDir folder;
    const std::filesystem::path person = folder.path().toStdString();
    StyleShelf shelf = readStyles(person);
    PromptStyle style = copyOf(usual(shelf), shelf.styles);
    shelf = valueOf(saveStyle(person, style, nullptr));
    PromptStyle before = find(shelf, style.id)->style;
    style = before;
    style.title = "Another title";
    shelf = valueOf(saveStyle(person, style, &before));
    QCOMPARE(find(shelf, style.id)->style.version, 1); // the judge is asked the same
    before = find(shelf, style.id)->style;
    style = before;
    style.single.user += "\nBe brief.";
    shelf = valueOf(saveStyle(person, style, &before));
    QCOMPARE(find(shelf, style.id)->style.version, 2);
}

void TestStyleShelf::whatCannotBeUsedIsNotSaved_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("told");
    QTest::newRow("missing answer") << u"{question} {answer_a}"_s << u"answer_b"_s;
    QTest::newRow("unknown") << u"{question} {answer_a} {answer_b} {anwser_c}"_s << u"anwser_c"_s;
    QTest::newRow("empty") << u""_s << u"question"_s;
}

void TestStyleShelf::whatCannotBeUsedIsNotSaved() {
    QFETCH(QString, user);
    QFETCH(QString, told);
    const QTemporaryDir folder;
    const StyleShelf shelf = readStyles(folder.path().toStdString());
    PromptStyle style = copyOf(usual(shelf), shelf.styles);
    QVERIFY(styleProblem(style).isEmpty());
    style.single.user = user.toStdString();
    QVERIFY2(styleProblem(style).contains(told), qPrintable(styleProblem(style)));
    QVERIFY(!saveStyle(folder.path().toStdString(), style, nullptr));
    QVERIFY(!std::filesystem::exists(folder.filePath(u"judge/agon-scores-2.json"_s).toStdString()));
}

void TestStyleShelf::thePreviewShowsBothOrders() {
    const QTemporaryDir folder;
    const StyleShelf shelf = readStyles(folder.path().toStdString());
    Battle battle;
    battle.instruction.turns = {"What is one?"};
    battle.a.turns = {"The first answer."};
    battle.b.turns = {"The second answer."};
    const StylePreview preview = valueOf(previewOf(usual(shelf), battle));
    QVERIFY(preview.first.find("The first") < preview.first.find("The second"));
    QVERIFY(preview.second.find("The second") < preview.second.find("The first"));
    battle.a.turns.clear();
    QVERIFY(!previewOf(usual(shelf), battle));
}

QTEST_MAIN(TestStyleShelf)
#include "tst_style_shelf.moc"
