// Words to battles, with and without the index; nothing in a word is an operator.
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

using namespace agon;

class TestSearch : public QObject {
    Q_OBJECT

  private:
    static std::vector<std::int64_t> find(TemporaryWorkspace& workspace, const std::string& words) {
        return valueOf(workspace->read<std::vector<std::int64_t>>(
            [&](Reader& reader) { return reader.search(words); }));
    }

  private slots:
    void finds_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("battles");
        QTest::newRow("instruction") << "What is number 3" << 1;
        QTest::newRow("answer") << "of course" << 10;
        QTest::newRow("answer, one") << "nobody 7" << 1;
        QTest::newRow("rationale") << "Alpha knows" << 10;
        QTest::newRow("beginning of the last word") << "nob" << 10;
        QTest::newRow("case") << "NOBODY" << 10;
        QTest::newRow("nothing") << "elephant" << 0;
        QTest::newRow("operators are words") << "number OR elephant" << 0;
        QTest::newRow("near") << "NEAR(number, 2)" << 0;
        QTest::newRow("quotes") << "\"number" << 10;
        QTest::newRow("column filter") << "body:number" << 0;
        QTest::newRow("only spaces") << "   " << 0;
        QTest::newRow("star") << "*" << 0;
    }
    void finds() {
        QFETCH(QString, words);
        QFETCH(int, battles);
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 10); }));
        VERIFY_OK(workspace->updateSearchIndex({}, {}));
        QCOMPARE(static_cast<int>(find(workspace, words.toStdString()).size()), battles);
    }

    void findsWhatTheIndexHasNotReached() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 10); }));
        QCOMPARE(find(workspace, "nobody 7").size(), std::size_t{1});
        VERIFY_OK(workspace->updateSearchIndex({}, {}));
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 12); }));
        QCOMPARE(find(workspace, "nobody").size(), std::size_t{12});
    }

    void cancelKeepsTheIndexWhole() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 10); }));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(workspace->updateSearchIndex(stop.get_token(), {}).error().code,
                 ErrorCode::Cancelled);
        VERIFY_OK(workspace->updateSearchIndex({}, {}));
        QCOMPARE(find(workspace, "course").size(), std::size_t{10});
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
