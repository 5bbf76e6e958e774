#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/palette_model.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QtTest/QTest>

using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestPalette : public QObject {
    Q_OBJECT

  private slots:
    void fits_data();
    void fits();
    void ranks_data();
    void ranks();
    void modelShowsTheBestFitFirst();
    void keyboardChoosesAndRuns();
    void escapeGivesTheKeyboardBack();
};

void TestPalette::fits_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fit");
    QTest::newRow("empty pattern") << u""_s << u"Import…"_s << true;
    QTest::newRow("letters in order") << u"imp"_s << u"Import…"_s << true;
    QTest::newRow("case aside") << u"IMP"_s << u"import"_s << true;
    QTest::newRow("with gaps") << u"nwk"_s << u"New workspace…"_s << true;
    QTest::newRow("wrong order") << u"pmi"_s << u"Import…"_s << false;
    QTest::newRow("letter twice, there once") << u"ii"_s << u"Import…"_s << false;
    QTest::newRow("words in any order") << u"theme dark"_s << u"Dark theme"_s << true;
    QTest::newRow("one word missing") << u"dark mode"_s << u"Dark theme"_s << false;
    QTest::newRow("empty text") << u"a"_s << u""_s << false;
    QTest::newRow("not Latin") << u"модель"_s << u"Модель 7b"_s << true;
}

void TestPalette::fits() {
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, fit);
    QCOMPARE(fuzzyScore(pattern, text).has_value(), fit);
}

void TestPalette::ranks_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("start of the text") << u"rat"_s << u"Ratings"_s << u"Go to Ratings"_s;
    QTest::newRow("starts of words") << u"nw"_s << u"New workspace"_s << u"Answer"_s;
    QTest::newRow("in a row") << u"tie"_s << u"Tie"_s << u"The time is set"_s;
    QTest::newRow("shorter") << u"battle"_s << u"Battles"_s << u"Battles of the last iteration"_s;
}

void TestPalette::ranks() {
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(pattern, worse).has_value());
    QVERIFY(*fuzzyScore(pattern, better) > *fuzzyScore(pattern, worse));
}

void TestPalette::modelShowsTheBestFitFirst() {
    PaletteModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEntries({{u"Go to Ratings"_s, u"Go to"_s, {}, u"elo"_s, {}, {}},
                      {u"Ratings"_s, u"Go to"_s, {}, {}, {}, {}},
                      {u"Import…"_s, u"File"_s, u"Ctrl+I"_s, u"add files"_s, {}, {}}});
    QCOMPARE(model.rowCount(), 3);
    model.setPattern(u"ratings"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), u"Ratings"_s);
    model.setPattern(u"elo"_s); // found by other words
    QCOMPARE(model.index(0).data().toString(), u"Go to Ratings"_s);
    model.setPattern(u"xyz"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestPalette::keyboardChoosesAndRuns() {
    QWidget window;
    window.resize(800, 600);
    CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QStringList ran;
    std::vector<PaletteEntry> entries;
    for (const QString& name : {u"Models"_s, u"Battles"_s, u"Ratings"_s})
        entries.push_back({name, u"Go to"_s, {}, {}, {}, [&ran, name] {
                               ran.append(name);
                           }});
    palette.popUp(entries);
    auto* field = palette.findChild<QLineEdit*>();
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran, QStringList{u"Battles"_s});
    QVERIFY(!palette.isVisible());

    palette.popUp(entries);
    QTest::keyClick(field, Qt::Key_Up); // from the first to the last
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran.back(), u"Ratings"_s);

    palette.popUp(entries);
    QTest::keyClicks(field, u"mod"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran.back(), u"Models"_s);

    palette.popUp(entries);
    QTest::keyClicks(field, u"nothing of the kind"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran.size(), 3);
}

void TestPalette::escapeGivesTheKeyboardBack() {
    QWidget window;
    QLineEdit before(&window);
    CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before.setFocus();
    palette.popUp({});
    QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QVERIFY(before.hasFocus());
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
