// Bad input through the window: what a person reads, and that nothing is lost or half done.
// The same through agonctl is in tst_agonctl, and below both in tests/core.
#include "core/text/marks.h"
#include "tests/integration/window_harness.h"
#include "tests/support/result_check.h"
#include "tests/support/small_arena.h"
#include "ui/battles/answer_view.h"
#include "ui/battles/battle_viewer.h"
#include "ui/battles/battles_panel.h"
#include "ui/ratings/ratings_panel.h"
#include "ui/ratings/ratings_presenter.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/import_files_model.h"
#include "ui/text/markdown_view.h"
#include "ui/widgets/label_chip.h"

#include <QDialog>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray output(int i, const QByteArray& text) {
    return R"({"instruction":"task )" + QByteArray::number(i) + R"(","output":)" + text +
           R"(,"generator":"birch"})";
}

QByteArray outputs(int count, int bad, const QByteArray& badRecord) {
    QByteArray out = "[\n";
    for (int i = 1; i <= count; ++i)
        out += (i == bad ? badRecord : output(i, "\"answer\"")) + (i == count ? "\n]\n" : ",\n");
    return out;
}

QByteArray annotation(int i, const QByteArray& preference, const QByteArray& second = "m2") {
    return R"({"instruction":"task )" + QByteArray::number(i) +
           R"(","output_1":"one","generator_1":"m1","output_2":"two","generator_2":")" + second +
           R"(","annotator":"owl","preference":)" + preference + "}";
}

// Raw words of the database or of the language are no message for a person.
void sayNothingRaw(const QString& message) {
    for (const auto& raw : {u"SQL"_s, u"malformed"_s, u"database disk"_s, u"errno"_s,
                            u"constraint"_s, u"std::"_s, u"not a database"_s, u"Errno"_s})
        QVERIFY2(!message.contains(raw), qPrintable(message));
}

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void filesThatCannotBeRead_data();
    void filesThatCannotBeRead();
    void truncatedJson();
    void oneBadRecordOf800();
    void repairedTextIsMarkedInTheViewer();
    void aFullDiskUndoesTheImport();
    void aReadOnlyFolder();
    void workspacesThatAreNone_data();
    void workspacesThatAreNone();
    void theSameWorkspaceTwice();
    void failedAnnotationsAreInvalid();
    void selfBattlesAreKeptAndNotRated();

  private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& content);
    void create();
    // Through the dialog, as after a drop.
    [[nodiscard]] ImportDialog* dialog(const QStringList& files);
    void import(const QStringList& files);
    // The lines of the report that “See lines” opens.
    [[nodiscard]] QStringList reported();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::WindowHarness> m_app;
};

void TestBadInput::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
}

void TestBadInput::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_app = std::make_unique<test::WindowHarness>(m_folder->path());
}

void TestBadInput::cleanup() {
    m_app.reset();
    m_folder.reset();
}

QString TestBadInput::write(const QString& name, const QByteArray& content) {
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(content);
    return file.fileName();
}

void TestBadInput::create() {
    m_app->session.create(m_folder->filePath(u"study.agon"_s));
    QTRY_VERIFY(m_app->session.table() != nullptr);
}

ImportDialog* TestBadInput::dialog(const QStringList& files) {
    m_app->commands.take(files);
    auto* out = m_app->window.findChild<ImportDialog*>();
    const auto* model = out ? out->findChild<ImportFilesModel*>() : nullptr;
    const auto looked = [&] {
        return std::ranges::all_of(model->entries(), [](const ImportFilesModel::Entry& entry) {
            return entry.preview || !entry.error.isEmpty();
        });
    };
    return model && QTest::qWaitFor(looked) ? out : nullptr;
}

void TestBadInput::import(const QStringList& files) {
    QSignalSpy ended(&m_app->imports, &ImportCommand::ended);
    QSignalSpy failed(&m_app->jobs, &JobsFeed::ended);
    ImportDialog* asked = dialog(files);
    QVERIFY(asked);
    for (QPushButton* button : asked->findChildren<QPushButton*>())
        if (button->isDefault()) {
            QVERIFY(button->isEnabled());
            button->click();
            break;
        }
    QTRY_VERIFY(!ended.isEmpty() || !failed.isEmpty());
    QTRY_VERIFY(!m_app->window.findChild<ImportDialog*>());
}

QStringList TestBadInput::reported() {
    m_app->navigator.showPanel(u"jobs"_s);
    QPushButton* lines = nullptr;
    const auto found = [&] {
        for (QPushButton* button : m_app->window.findChildren<QPushButton*>())
            if (button->text() == u"See lines"_s && button->isVisible())
                lines = button;
        return lines != nullptr;
    };
    if (!QTest::qWaitFor(found))
        return {};
    lines->click();
    QStringList out;
    for (auto* report : m_app->window.findChildren<QDialog*>()) {
        const auto* table = report->findChild<QTableView*>();
        if (!table || !report->isVisible())
            continue;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                cells.append(table->model()->index(row, column).data().toString());
            out.append(cells.join(u" | "_s));
        }
        report->reject();
    }
    return out;
}

void TestBadInput::filesThatCannotBeRead_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("not JSON") << QByteArray("once upon a time\n") << u"Not recognised"_s;
    QTest::newRow("unknown JSON") << QByteArray("[{\"colour\": \"red\"}]") << u"which columns"_s;
    QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\0\1\2\3", 9) << u"not text"_s;
    QTest::newRow("empty") << QByteArray("") << u"empty"_s;
    QTest::newRow("a folder") << QByteArray() << u"is a folder"_s;
}

void TestBadInput::filesThatCannotBeRead() {
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    create();
    QString path = m_folder->filePath(u"given.json"_s);
    if (content.isNull())
        QVERIFY(QDir().mkdir(path));
    else
        path = write(u"given.json"_s, content);
    ImportDialog* asked = dialog({path});
    QVERIFY(asked);
    QVERIFY(asked->request().files.isEmpty());
    const QString said = asked->findChild<NoticeBar*>()->text();
    QVERIFY2(said.contains(says), qPrintable(said));
    QCOMPARE(asked->findChild<ImportFilesModel*>()->index(0, 0).data().toString(), u"given.json"_s);
    sayNothingRaw(said);
    asked->reject();
}

void TestBadInput::truncatedJson() {
    create();
    const QByteArray whole = outputs(20, 0, {});
    import({write(u"cut.json"_s, whole.left(whole.indexOf("task 11") + 20))});
    QTRY_VERIFY2(m_app->notice().contains(u"10 added, 1 rejected"_s), qPrintable(m_app->notice()));
    const QStringList lines = reported();
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines[0].startsWith(u"cut.json | 12 | "_s), qPrintable(lines[0]));
    QVERIFY(lines[0].contains(u"cut off"_s));
}

void TestBadInput::oneBadRecordOf800() {
    create();
    import({write(u"outputs.json"_s, outputs(800, 400, output(400, "17")))});
    QTRY_VERIFY2(m_app->notice().contains(u"799 added, 1 rejected"_s), qPrintable(m_app->notice()));
    const QStringList lines = reported();
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines[0].startsWith(u"outputs.json | 401 | "_s), qPrintable(lines[0]));
    QVERIFY(lines[0].contains(u"“output” is a number"_s));
}

void TestBadInput::repairedTextIsMarkedInTheViewer() {
    create();
    import({write(u"mended.jsonl"_s,
                  R"({"instruction":"Why?","model_a":"x","model_b":"y","response_a":"bad )"
                  "\xFF\xC3"
                  R"( bytes","response_b":"lone \ud83d surrogate","winner":"model_a","judge":"j"})"
                  "\n")});
    QTRY_VERIFY(m_app->session.table() && m_app->session.table()->size() == 1);
    m_app->navigator.showBattle({1});
    const auto* viewer = m_app->window.findChild<BattlesPanel*>()->viewer();
    QTRY_COMPARE(viewer->left()->modelName(), u"x"_s);
    QTRY_COMPARE(viewer->left()->text()->document().toPlainText(), u"bad \uFFFD\uFFFD bytes"_s);
    QTRY_COMPARE(viewer->right()->text()->document().toPlainText(), u"lone \uFFFD surrogate"_s);
    for (const AnswerView* answer : {viewer->left(), viewer->right()}) {
        QTRY_VERIFY(std::ranges::any_of(answer->findChildren<LabelChip*>(), [](const auto* chip) {
            return chip->isVisible() && chip->accessibleName().contains(u"repaired"_s) &&
                   chip->toolTip().contains(u"replaced"_s);
        }));
    }
}

// RLIMIT_FSIZE makes a write fail as a full disk does.
void TestBadInput::aFullDiskUndoesTheImport() {
    create();
    const QString path = m_app->session.path();
    QByteArray large = "[\n";
    for (int i = 1; i <= 300; ++i)
        large += output(i, '"' + QByteArray(100'000, 'x') + QByteArray::number(i) + '"') +
                 (i == 300 ? "\n]\n" : ",\n");
    const QString given = write(u"large.json"_s, large);
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 1 << 20;
    {
        const auto back = qScopeGuard([&] { ::setrlimit(RLIMIT_FSIZE, &before); });
        ::setrlimit(RLIMIT_FSIZE, &small);
        import({given});
        QTRY_VERIFY(!m_app->notice().isEmpty());
    }
    QVERIFY(m_app->notice().contains(u"large.json"_s));
    QVERIFY(m_app->notice().contains(u"disk"_s));
    sayNothingRaw(m_app->notice());
    QVERIFY(m_app->session.isOpen());
    m_app->session.close();
    m_app->commands.open(path);
    QTRY_VERIFY(m_app->session.table() != nullptr);
    QCOMPARE(valueOf(m_app->session.workspace()->read<std::int64_t>(
                 [](Reader& reader) { return reader.count("responses"); })),
             0);
}

// Root may write everywhere, so this becomes somebody else for the moment.
void TestBadInput::aReadOnlyFolder() {
    const QString folder = m_folder->filePath(u"locked"_s);
    QVERIFY(QDir().mkdir(folder));
    const QString path = folder + u"/study.agon"_s;
    valueOf(Workspace::create(path.toStdString()));
    const QString given = write(u"outputs.json"_s, outputs(3, 0, {}));
    using std::filesystem::perms;
    const std::filesystem::path there = folder.toStdString();
    const auto all = perms::owner_all | perms::group_all | perms::others_all;
    std::filesystem::permissions(path.toStdString(), all);
    std::filesystem::permissions(m_folder->path().toStdString(), all);
    std::filesystem::permissions(there, perms::owner_read | perms::owner_exec | perms::group_read |
                                            perms::group_exec | perms::others_read |
                                            perms::others_exec);
    constexpr uid_t nobody = 65534;
    const bool root = ::geteuid() == 0;
    bool opened = false;
    bool refused = false;
    QString said;
    {
        const auto back = qScopeGuard([&] {
            if (root && ::seteuid(0) != 0)
                qFatal("root again it cannot be");
            std::filesystem::permissions(there, all);
        });
        if (root)
            QCOMPARE(::seteuid(nobody), 0);
        m_app->commands.open(path);
        opened = QTest::qWaitFor([&] { return m_app->session.table() != nullptr; });
        said = m_app->notice();
        import({given});
        refused = QTest::qWaitFor([&] { return m_app->notice() != said; });
    }
    QVERIFY(opened);
    QVERIFY(said.contains(u"Read-only"_s) && said.contains(u"folder"_s));
    QVERIFY(refused);
    QVERIFY(m_app->notice().contains(u"outputs.json"_s));
    QVERIFY(m_app->notice().contains(u"write-protected"_s));
    QCOMPARE(m_app->session.table()->size(), std::size_t{0});
}

void TestBadInput::workspacesThatAreNone_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const QByteArray none;
    QTest::newRow("newer") << QByteArray("PRAGMA user_version=99") << none << u"later version"_s;
    QTest::newRow("another program")
        << QByteArray("PRAGMA application_id=7") << none << u"another program"_s;
    QTest::newRow("a trigger")
        << QByteArray("CREATE TRIGGER t AFTER INSERT ON overrides BEGIN DELETE FROM games; END")
        << none << u"trigger"_s;
    QTest::newRow("a table missing")
        << QByteArray("PRAGMA foreign_keys=OFF; DROP TABLE rejections") << none << u"missing"_s;
    QTest::newRow("a text") << none << QByteArray("hello, I am no database")
                            << u"not an Agon workspace"_s;
    QTest::newRow("empty") << none << QByteArray("") << u"empty"_s;
    QTest::newRow("damaged") << none
                             << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\x5a')
                             << u"workspace"_s;
    QTest::newRow("torn") << QByteArray("torn") << none << u"damaged"_s;
    QTest::newRow("a folder") << none << none << u"folder"_s;
    QTest::newRow("absent") << QByteArray("absent") << none << u"there is no file"_s;
}

void TestBadInput::workspacesThatAreNone() {
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    QString path = m_folder->filePath(u"given.agon"_s);
    if (sql == "torn") {
        {
            const auto workspace = valueOf(Workspace::create(path.toStdString()));
            valueOf(workspace->write<SmallArena>(
                [](Appender& appender) { return addSmallArena(appender, 500); }));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = 4096; at < file.size(); at += 4096) {
            file.seek(at);
            file.write(QByteArray(2048, '\x5a'));
        }
    } else if (sql == "absent") {
        // nothing is there
    } else if (!sql.isNull()) {
        valueOf(Workspace::create(path.toStdString())).reset();
        SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE);
        db.exec(sql.toStdString());
    } else if (content.isNull()) {
        QVERIFY(QDir().mkdir(path));
    } else {
        path = write(u"given.agon"_s, content);
    }
    m_app->commands.open(path);
    QTRY_VERIFY(!m_app->notice().isEmpty());
    const QString said = m_app->notice();
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY(said.contains(u"given.agon"_s));
    sayNothingRaw(said);
    QVERIFY(!m_app->session.isOpen());
    // and the window is of use again
    create();
}

void TestBadInput::theSameWorkspaceTwice() {
    create();
    test::WindowHarness second(m_folder->path());
    second.commands.open(m_app->session.path());
    QTRY_VERIFY(second.session.table() != nullptr);
    QVERIFY(second.notice().contains(u"Read-only"_s));
    QVERIFY(second.notice().contains(u"Another program"_s));
    // what the first writes is seen in the second
    import({write(u"votes.csv"_s, "model_a,model_b,winner\nx,y,model_a\n")});
    QTRY_COMPARE_WITH_TIMEOUT(second.session.table()->size(), std::size_t{1}, 20'000);
}

void TestBadInput::failedAnnotationsAreInvalid() {
    create();
    QByteArray rows = "[";
    const QByteArrayList preferences{"null", "NaN", "-1", "\"error\"", "1.5", "1"};
    for (int i = 0; i < preferences.size(); ++i)
        rows += annotation(i, preferences[i]) + (i + 1 < preferences.size() ? ",\n" : "]");
    QSignalSpy ended(&m_app->imports, &ImportCommand::ended);
    import({write(u"annotations.json"_s, rows)});
    QTRY_VERIFY(m_app->session.table() && m_app->session.table()->size() == 6);
    QVERIFY(ended[0][0].toString().contains(u"4 invalid"_s));
    const auto& verdicts = m_app->session.verdicts()->verdict;
    QCOMPARE(std::ranges::count(verdicts, Verdict::Invalid), 4);
    QCOMPARE(std::ranges::count(verdicts, Verdict::Tie), 1);
}

void TestBadInput::selfBattlesAreKeptAndNotRated() {
    create();
    import({write(u"annotations.json"_s, "[" + annotation(1, "1") + "," + annotation(2, "2") + "," +
                                             annotation(3, "1", "m1") + "]")});
    QTRY_VERIFY(m_app->session.table() && m_app->session.table()->size() == 3);
    m_app->navigator.showBattle({3});
    const auto* viewer = m_app->window.findChild<BattlesPanel*>()->viewer();
    QTRY_COMPARE(viewer->left()->modelName(), u"m1"_s);
    QCOMPARE(viewer->right()->modelName(), u"m1"_s);
    const auto table = m_app->session.table();
    QVERIFY((table->facts[2] & facts::selfBattle) != 0);
    const auto& ratings = m_app->window.findChild<RatingsPanel*>()->presenter();
    QTRY_VERIFY(ratings.overview() && ratings.overview()->table == table);
    QCOMPARE(ratings.overview()->models().size(), std::size_t{2});
    for (const rating::RatedModel& model : ratings.overview()->models())
        QCOMPARE(model.battles, 2);
}

QTEST_MAIN(TestBadInput)
#include "tst_bad_input.moc"
