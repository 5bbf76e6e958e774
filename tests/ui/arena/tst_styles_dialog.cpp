// The window of judge prompts: a copy is edited, checked while it is typed, previewed, saved.
#include "tests/ui/arena/arena_fixture.h"
#include "ui/arena/styles_dialog.h"
#include "ui/widgets/notice_bar.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <filesystem>

using namespace agon;
using namespace agon::ui;
using namespace agon::test;
using namespace Qt::StringLiterals;

class TestStylesDialog : public QObject {
    Q_OBJECT

  private slots:
    void aCopyIsEditedCheckedAndSaved();
    void builtInTextsCannotBeTypedInto();
    void closingAsksWhenSomethingIsNotSaved();

  private:
    template <class Widget>
    static Widget* named(const QWidget& in, const QString& name) {
        for (auto* widget : in.findChildren<Widget*>())
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    static QPushButton* button(const QWidget& in, const QString& text) {
        for (auto* each : in.findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    static const QString nowhere;
};

const QString TestStylesDialog::nowhere = u"http://127.0.0.1:9/v1"_s;

void TestStylesDialog::aCopyIsEditedCheckedAndSaved() {
    ArenaFixture fixture(nowhere.toStdString());
    fixture.open();
    StylesDialog dialog(fixture.desk, fixture.arena.battles[0], nullptr);
    dialog.show();
    const auto* list = named<QListWidget>(dialog, u"Styles"_s);
    QTRY_VERIFY(list->count() >= 5);
    const int before = list->count();
    button(dialog, u"Copy to edit"_s)->click();
    QCOMPARE(list->count(), before + 1);
    named<QLineEdit>(dialog, u"Title"_s)->setText(QString());
    QTest::keyClicks(named<QLineEdit>(dialog, u"Title"_s), u"Mine"_s);
    auto* user = named<QPlainTextEdit>(dialog, u"User message"_s);
    const QString text = user->toPlainText();
    user->setPlainText(text + u" {anwser_c}"_s);
    const auto* problem = dialog.findChild<NoticeBar*>();
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"{anwser_c}"_s), qPrintable(problem->text()));
    QVERIFY(!button(dialog, u"Save"_s)->isEnabled());
    user->setPlainText(text + u" Be brief."_s);
    QVERIFY(!problem->isVisible());
    const auto* preview = named<QPlainTextEdit>(dialog, u"Prompt, B first"_s);
    QTRY_VERIFY(preview->toPlainText().contains(u"Be brief."_s));
    QVERIFY(preview->toPlainText().indexOf(u"Nobody knows 0."_s) <
            preview->toPlainText().indexOf(u"It is 0, of course."_s));
    const QSignalSpy changed(&fixture.desk, &ArenaDesk::stylesChanged);
    QTest::mouseClick(button(dialog, u"Save"_s), Qt::LeftButton);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(std::filesystem::exists(fixture.person() / "judge"));
    bool known = false;
    for (const auto& style : fixture.desk.services()->resources.styles.all)
        known |= style->title == "Mine" && style->single.user.ends_with("Be brief.");
    QVERIFY(known);
    QCOMPARE(list->count(), before + 1);
    dialog.reject(); // nothing is left to be asked about
    QVERIFY(!dialog.isVisible());
}

void TestStylesDialog::builtInTextsCannotBeTypedInto() {
    ArenaFixture fixture(nowhere.toStdString());
    fixture.open();
    StylesDialog dialog(fixture.desk, {}, nullptr);
    dialog.show();
    auto* user = named<QPlainTextEdit>(dialog, u"User message"_s);
    QTRY_VERIFY(!user->toPlainText().isEmpty());
    QVERIFY(user->isReadOnly());
    QVERIFY(named<QLineEdit>(dialog, u"Title"_s)->isReadOnly());
    QVERIFY(!button(dialog, u"Save"_s)->isEnabled());
}

void TestStylesDialog::closingAsksWhenSomethingIsNotSaved() {
    ArenaFixture fixture(nowhere.toStdString());
    fixture.open();
    StylesDialog dialog(fixture.desk, {}, nullptr);
    dialog.show();
    QTRY_VERIFY(button(dialog, u"Copy to edit"_s)->isEnabled());
    button(dialog, u"Copy to edit"_s)->click();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY(pressInBox(dialog, u"Go back"_s));
    QVERIFY(dialog.isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(pressInBox(dialog, u"Discard them"_s));
    QTRY_VERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestStylesDialog)
#include "tst_styles_dialog.moc"
