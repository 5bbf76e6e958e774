#include "core/base/clock.h"
#include "core/exchange/import.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/import_files_model.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/mapping_form.h"
#include "ui/shell/preview_model.h"
#include "ui/shell/rejections_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestImportDialog : public QObject {
    Q_OBJECT

  private slots:
    void recognisesFilesAndLeavesOutWhatItCannotRead();
    void columnsCanBeMapped();
    void aNewWorkspaceNeedsAPlace();
    void reportListsWhatWasLeftOut();

  private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    Executor m_executor{2, std::make_shared<SystemClock>()};
};

namespace {

QPushButton* importButton(const ImportDialog& dialog) {
    for (QPushButton* button : dialog.findChildren<QPushButton*>())
        if (button->text().startsWith(u"Import"))
            return button;
    return nullptr;
}

} // namespace

void TestImportDialog::recognisesFilesAndLeavesOutWhatItCannotRead() {
    const QString good =
        write(u"outputs.json"_s,
              R"([{"instruction":"What is 2+2?","output":"4","generator":"m","dataset":"d"}])");
    const QString bad = write(u"notes.txt"_s, "just some words\n");
    ImportDialog dialog(m_executor, {good, bad, good}, {}, nullptr);
    auto* files = dialog.findChild<ImportFilesModel*>();
    const QAbstractItemModelTester tester(files);
    const QAbstractItemModelTester previewTester(dialog.findChild<PreviewModel*>());
    QCOMPARE(files->rowCount(), 2); // given twice, listed once
    QTRY_COMPARE(files->ready(), 1);
    QTRY_VERIFY(!ImportFilesModel::remark(files->entries()[1]).isEmpty());
    QCOMPARE(dialog.request().files, QStringList{good});
    QVERIFY(dialog.request().newWorkspace.isEmpty());
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    QTRY_COMPARE(dialog.findChild<PreviewModel*>()->rowCount(), 1);

    QSignalSpy confirmed(&dialog, &ImportDialog::confirmed);
    importButton(dialog)->click();
    QCOMPARE(confirmed.size(), 1);
}

void TestImportDialog::columnsCanBeMapped() {
    const QString table = write(u"mine.csv"_s, "left,right,who_won\nalpha,beta,left\n");
    ImportDialog dialog(m_executor, {table}, {}, nullptr);
    auto* files = dialog.findChild<ImportFilesModel*>();
    auto* form = dialog.findChild<MappingForm*>();
    QTRY_VERIFY(files->entries()[0].preview.has_value());
    QVERIFY(files->entries()[0].preview->wantsMapping);
    QTRY_VERIFY(!form->isHidden());
    const auto choose = [&](exchange::Field field, const QString& column) {
        for (QComboBox* box : form->findChildren<QComboBox*>()) {
            if (!box->accessibleName().endsWith(fieldTitle(field)))
                continue;
            const int index = box->findText(column);
            QVERIFY(index > 0);
            box->setCurrentIndex(index);
            emit box->activated(index);
        }
    };
    choose(exchange::Field::ModelA, u"left"_s);
    choose(exchange::Field::ModelB, u"right"_s);
    choose(exchange::Field::Winner, u"who_won"_s);
    QTRY_COMPARE(files->ready(), 1);
    QCOMPARE(dialog.request().options.mapping.at(exchange::Field::Winner), std::string("who_won"));
}

void TestImportDialog::aNewWorkspaceNeedsAPlace() {
    const QString good =
        write(u"more.json"_s, R"([{"instruction":"Why?","output":"So.","generator":"m"}])");
    ImportDialog dialog(m_executor, {good}, u"/tmp/study.agon"_s, nullptr);
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    QCOMPARE(dialog.request().newWorkspace, u"/tmp/study.agon"_s);
    for (QLineEdit* field : dialog.findChildren<QLineEdit*>())
        if (field->accessibleName() == u"New workspace")
            field->clear();
    QVERIFY(!importButton(dialog)->isEnabled());
}

void TestImportDialog::reportListsWhatWasLeftOut() {
    exchange::ImportReport report;
    exchange::FileReport file;
    file.path = "folder/battles.jsonl";
    file.added = 798;
    file.rejected = 3;
    file.rejections = {{204, "winner is missing"}, {7731, "not JSON"}};
    report.files.push_back(file);
    exchange::FileReport lost;
    lost.path = "other.json";
    lost.error = Error{ErrorCode::NotFound, "there is no such file"};
    report.files.push_back(lost);
    report.added = 11198;
    report.rejected = 3;

    QVERIFY(hasRemarks(report));
    QCOMPARE(importSummary(report).section(u',', 0, 1), u"11,198 added"_s);
    QVERIFY(importSummary(report).contains(u"3 rejected"_s));
    const RejectionsModel model(report);
    QCOMPARE(model.rowCount(), 4); // two told, one more counted, one file
    QCOMPARE(model.index(0, RejectionsModel::Line).data().toString(), u"204"_s);
    QCOMPARE(model.index(3, RejectionsModel::File).data().toString(), u"other.json"_s);
    QVERIFY(model.asText().startsWith(u"battles.jsonl\t204\twinner is missing\n"_s));
}

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
