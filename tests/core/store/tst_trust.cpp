// A workspace may come from a stranger: what is not ours is refused, what is damaged is said.
#include "core/store/migrate.h"
#include "core/store/schema.h"
#include "core/store/trust.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

using namespace agon;

class TestTrust : public QObject {
    Q_OBJECT

  private:
    // A closed workspace with something in it, then this done to it by another program.
    static void change(TemporaryWorkspace& workspace, const std::string& sql) {
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a); }));
        workspace.close();
        SQLite::Database db(workspace.path().string(), SQLite::OPEN_READWRITE);
        db.exec(sql);
    }

  private slots:
    void refuses_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* sql, ErrorCode code) {
            QTest::newRow(name) << QByteArray(sql) << static_cast<int>(code);
        };
        row("trigger", "CREATE TRIGGER t AFTER INSERT ON overrides BEGIN DELETE FROM games; END",
            ErrorCode::Foreign);
        row("view", "CREATE VIEW v AS SELECT 1", ErrorCode::Foreign);
        row("view in place of a table",
            "PRAGMA foreign_keys=OFF; DROP TABLE rejections; CREATE VIEW rejections AS SELECT 1",
            ErrorCode::Foreign);
        row("foreign table", "CREATE TABLE extra(x)", ErrorCode::Foreign);
        row("foreign virtual table", "CREATE VIRTUAL TABLE extra USING fts5(x)",
            ErrorCode::Foreign);
        row("generated column",
            "ALTER TABLE games ADD COLUMN g INTEGER AS (abs(-9223372036854775808))",
            ErrorCode::Foreign);
        row("further column", "ALTER TABLE games ADD COLUMN g INTEGER DEFAULT 5",
            ErrorCode::Foreign);
        row("expression index", "CREATE INDEX e ON games(abs(verdict))", ErrorCode::Foreign);
        row("missing table", "PRAGMA foreign_keys=OFF; DROP TABLE rejections", ErrorCode::Corrupt);
        row("newer", "PRAGMA user_version=99", ErrorCode::Newer);
        row("negative version", "PRAGMA user_version=-5", ErrorCode::Corrupt);
        row("another application", "PRAGMA application_id=7", ErrorCode::Foreign);
        row("no identity", "DELETE FROM meta", ErrorCode::Corrupt);
    }
    void refuses() {
        QFETCH(QByteArray, sql);
        QFETCH(int, code);
        TemporaryWorkspace workspace;
        change(workspace, sql.toStdString());
        const auto opened = Workspace::open(workspace.path());
        QVERIFY(!opened);
        QCOMPARE(static_cast<int>(opened.error().code), code);
        QVERIFY(!opened.error().message.empty());
    }

    void refusesWhatIsNoDatabase_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("[{\"instruction\": \"x\"}]");
        QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("magic and noise")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x5a');
    }
    void refusesWhatIsNoDatabase() {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.agon")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto opened = Workspace::open(file.fileName().toStdString());
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == ErrorCode::Foreign ||
                     opened.error().code == ErrorCode::Corrupt,
                 opened.error().text().c_str());
    }

    void refusesAFolder() {
        QTemporaryDir folder;
        QCOMPARE(Workspace::open(folder.path().toStdString()).error().code, ErrorCode::Foreign);
    }

    // Numbers that name no value of an enum, texts that are no UTF-8, absurd ids: shown, not
    // trusted.
    void hostileContentIsReadSafely() {
        TemporaryWorkspace workspace;
        change(workspace,
               "UPDATE games SET verdict = 77, ord = -3, score_a = 1e300 WHERE id = 1;"
               "UPDATE models SET kind = 999, stage = -1, roles = 123456789, name = "
               "'../../etc/passwd' || char(10) || 'x' WHERE id = 1;"
               "UPDATE battles SET turn = 9000000, length_a = -5 WHERE id = 1;"
               "UPDATE texts SET body = CAST(x'ff00fe' AS TEXT) WHERE id = 2;"
               "INSERT INTO prompts VALUES(1, 5, x'28b52ffde0ffffffffffffffff'), (2, 6, -7);"
               "UPDATE game_details SET raw = x'28b52ffd00', prompt = 1 WHERE game = 1;"
               "UPDATE game_details SET raw = x'00', prompt = 2 WHERE game = 2;"
               "INSERT INTO meta VALUES('search.indexed_to', '9223372036854775807');"
               "INSERT INTO annotators VALUES(9, 'x');"
               "INSERT INTO overrides VALUES(1, 1, 9, 50, NULL, 7, NULL, -1);");
        workspace.reopen();
        const auto battle =
            valueOf(workspace->read<Battle>([](Reader& reader) { return reader.battle({1}); }));
        QCOMPARE(battle.games[0].verdict, Verdict::Invalid);
        QVERIFY(battle.games[0].raw.starts_with("[damaged"));
        QVERIFY(battle.games[0].prompt.starts_with("[damaged"));
        QVERIFY(battle.games[1].raw.starts_with("[damaged"));
        QCOMPARE(battle.games[1].prompt, std::string("-7"));
        QVERIFY(valueOf(workspace->read<std::vector<Model>>([](Reader& r) {
                    return r.models();
                })).size() == 3);
        VERIFY_OK(workspace->read<std::vector<std::int64_t>>(
            [](Reader& reader) { return reader.search("number"); }));
        bool reported = false;
        for (const Check& check : valueOf(workspace->doctor({}, {})))
            reported = reported || !check.ok;
        QVERIFY(reported);
    }

    void aDamagedFileSaysSo() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 500); }));
        workspace.close();
        QFile file(QString::fromStdString(workspace.path().string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        for (qint64 at = 4096 * 8; at < size; at += 4096) {
            file.seek(at + 8);
            file.write(QByteArray(512, '\x77'));
        }
        file.close();
        auto opened = Workspace::open(workspace.path());
        if (!opened) {
            QCOMPARE(opened.error().code, ErrorCode::Corrupt);
            return;
        }
        const auto read = (*opened)->read<void>(
            [](Reader& reader) { return reader.scanGames(1, [](const GameFacts&) {}); });
        const auto checks = (*opened)->doctor({}, {});
        const bool said = (!read && read.error().code == ErrorCode::Corrupt) ||
                          (checks && !checks->at(0).ok) || !checks;
        QVERIFY(said);
    }

    // An older file is copied, then led forward step by step; a failing step leaves it as it was.
    void migratesStepByStep() {
        TemporaryWorkspace workspace;
        workspace.close();
        auto connection = valueOf(store::Connection::open(workspace.path(), store::Access::Write));
        const std::string_view steps[] = {
            store::migrations()[0], "CREATE TABLE second(x INTEGER) STRICT",
            "CREATE TABLE third(x INTEGER) STRICT; SELECT no_such(1)"};
        const auto version = [&] {
            return connection->db().execAndGet("PRAGMA user_version").getInt();
        };
        connection->db().exec("PRAGMA user_version=1"); // as if it were an older file
        QVERIFY(!store::migrate(*connection, workspace.path(), 1, steps));
        QCOMPARE(version(), 2);
        QVERIFY(connection->db().tableExists("second"));
        QVERIFY(!connection->db().tableExists("third"));
        const std::string copy = workspace.path().string() + ".before-v3";
        QVERIFY(std::filesystem::exists(copy));
        SQLite::Database before(copy, SQLite::OPEN_READONLY);
        QCOMPARE(before.execAndGet("PRAGMA user_version").getInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
