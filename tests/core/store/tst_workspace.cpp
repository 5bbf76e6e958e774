// Opening, closing, writing side by side, rolling back, read-only, a full disk.
#include "core/jobs/dispatcher.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

using namespace agon;

namespace {

std::int64_t count(Workspace& workspace, std::string_view table) {
    return valueOf(
        workspace.read<std::int64_t>([&](Reader& reader) { return reader.count(table); }));
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT

  private slots:
    void createsOpensAndLeavesOneFile() {
        TemporaryWorkspace workspace;
        const std::string uuid = workspace->uuid();
        QCOMPARE(uuid.size(), std::size_t{36});
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a); }));
        workspace.close();
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(workspace.folder())) {
            ++files;
            QCOMPARE(entry.path().filename().string(), std::string("test.agon"));
        }
        QCOMPARE(files, 1);
        workspace.reopen();
        QCOMPARE(workspace->uuid(), uuid);
        QCOMPARE(count(*workspace, "battles"), 2);
        QVERIFY(!workspace->readOnly());
    }

    void readingLeavesOneFileToo() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a); }));
        workspace.close();
        {
            OpenOptions options;
            options.readOnly = true;
            auto reading = valueOf(Workspace::open(workspace.path(), options));
            QCOMPARE(count(*reading, "battles"), 2);
        }
        for (const auto& entry : std::filesystem::directory_iterator(workspace.folder()))
            QCOMPARE(entry.path().filename().string(), std::string("test.agon"));
        workspace.reopen();
        QVERIFY(!workspace->readOnly());
    }

    void refusesToOverwrite() {
        TemporaryWorkspace workspace;
        const auto again = Workspace::create(workspace.path());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Exists);
    }

    void refusesAMissingFolderAndFile() {
        QCOMPARE(Workspace::create("/no/such/folder/x.agon").error().code, ErrorCode::NotFound);
        QCOMPARE(Workspace::open("/no/such/folder/x.agon").error().code, ErrorCode::NotFound);
    }

    void anErrorUndoesTheWholeWrite() {
        TemporaryWorkspace workspace;
        const auto failed = workspace->write<void>([](Appender& appender) -> Result<void> {
            TRY(addSmallArena(appender, 5));
            return fail(ErrorCode::InvalidInput, "no");
        });
        QCOMPARE(failed.error().message, std::string("no"));
        QCOMPARE(count(*workspace, "battles"), 0);
        // what was found before the roll back must not be believed afterwards
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 5); }));
        QCOMPARE(count(*workspace, "battles"), 5);
    }

    void oneOfManyWritesFailsAlone() {
        TemporaryWorkspace workspace;
        auto dispatcher = std::make_shared<ManualDispatcher>();
        int good = 0;
        int bad = 0;
        for (int i = 0; i < 50; ++i)
            workspace->writeAsync<SetId>(
                [i](Appender& appender) -> Result<SetId> {
                    auto set = TRY(appender.set("set " + std::to_string(i)));
                    if (i % 10 == 3)
                        return fail(ErrorCode::InvalidInput, "no");
                    return set;
                },
                dispatcher, [&](Result<SetId> result) { ++(result ? good : bad); });
        QTRY_COMPARE((dispatcher->runPending(), good + bad), 50);
        QCOMPARE(bad, 5);
        const auto sets = valueOf(
            workspace->read<std::vector<SetInfo>>([](Reader& reader) { return reader.sets(); }));
        QCOMPARE(sets.size(), std::size_t{45});
    }

    void queuedWritesAreDoneBeforeClosing() {
        TemporaryWorkspace workspace;
        auto dispatcher = std::make_shared<ManualDispatcher>();
        for (int i = 0; i < 20; ++i)
            workspace->writeAsync<SetId>(
                [i](Appender& appender) { return appender.set("set " + std::to_string(i)); },
                dispatcher, [](Result<SetId>) {});
        workspace.reopen();
        const auto sets = valueOf(
            workspace->read<std::vector<SetInfo>>([](Reader& reader) { return reader.sets(); }));
        QCOMPARE(sets.size(), std::size_t{20});
    }

    // By another name it is the same file, with the same lease and the same log.
    void aLinkLeadsToTheSameWorkspace() {
        TemporaryWorkspace workspace;
        QTemporaryDir elsewhere;
        const std::filesystem::path link = elsewhere.path().toStdString() + "/link.agon";
        std::filesystem::create_symlink(workspace.path(), link);
        {
            const auto second = valueOf(Workspace::open(link));
            QVERIFY(second->readOnly()); // somebody writes to it
            QCOMPARE(second->path(), workspace->path());
        }
        workspace.close();
        const auto third = valueOf(Workspace::open(link));
        QVERIFY(!third->readOnly());
        VERIFY_OK(third->append<SetId>([](Appender& appender) { return appender.set("s"); }));
        VERIFY_OK(third->makeDurable());
        QVERIFY(!std::filesystem::exists(link.string() + "-wal"));
    }

    // Nobody waits for it, and the log does not grow for ever.
    void theLogIsFoldedInWhenNothingComes() {
        TemporaryWorkspace workspace;
        const std::string text(500'000, 'x');
        VERIFY_OK(workspace->write<void>([&](Appender& appender) -> Result<void> {
            const TextIn turns[] = {text};
            TRY(appender.instruction({TRY(appender.set("s")), "", "", "", turns}));
            return {};
        }));
        QTRY_VERIFY(std::filesystem::file_size(workspace.path()) > text.size());
        QCOMPARE(count(*workspace, "texts"), 1);
    }

    void changesAreAnnouncedAfterTheCommit() {
        TemporaryWorkspace workspace;
        std::atomic<int> calls = 0;
        std::atomic<std::int64_t> seen = -1;
        ChangeSet last;
        auto subscription = workspace->onChange([&](const ChangeSet& changes) {
            last = changes;
            seen = count(*workspace, "battles");
            ++calls;
        });
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a); }));
        QCOMPARE(calls.load(), 1);
        QCOMPARE(seen.load(), 2);
        QVERIFY(last.models && last.sets && last.battlesAdded && last.votes.empty());
        VERIFY_OK(workspace->write<Added<OverrideId>>([&](Appender& appender) {
            VoteIn vote;
            vote.verdict = Verdict::B;
            vote.by = "mira";
            return appender.vote({arena.battles[1], false}, vote);
        }));
        QCOMPARE(last.votes, std::vector<BattleId>{arena.battles[1]});
        QVERIFY(!last.battlesAdded);
        // nothing new, nothing announced
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a); }));
        QCOMPARE(calls.load(), 2);
        subscription = {};
        VERIFY_OK(workspace->write<SetId>([](Appender& a) { return a.set("another"); }));
        QCOMPARE(calls.load(), 2);
    }

    void aSecondOpeningReadsAndFollows() {
        TemporaryWorkspace workspace;
        auto second = valueOf(Workspace::open(workspace.path()));
        QVERIFY(second->readOnly());
        QVERIFY(second->readOnlyReason().find("another program") != std::string::npos);
        const auto refused = second->write<SetId>([](Appender& a) { return a.set("x"); });
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        std::atomic<int> followed = 0;
        auto subscription = second->onChange([&](const ChangeSet&) { ++followed; });
        // the follower must have looked once before it can see a difference
        QTRY_VERIFY_WITH_TIMEOUT((writeSomething(*workspace), followed.load() > 0), 10000);
        QVERIFY(count(*second, "battles") == 0);
    }

    // Root may write everywhere, so this becomes somebody else for the moment.
    void aReadOnlyFolderIsRead() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a); }));
        workspace.close();
        using std::filesystem::perms;
        const auto readable = perms::owner_read | perms::group_read | perms::others_read;
        const auto enterable = perms::owner_exec | perms::group_exec | perms::others_exec;
        std::filesystem::permissions(workspace.path(), readable);
        std::filesystem::permissions(workspace.folder(), readable | enterable);
        constexpr uid_t nobody = 65534;
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::seteuid(nobody), 0);
        {
            const auto opened = Workspace::open(workspace.path());
            if (root)
                QCOMPARE(::seteuid(0), 0);
            VERIFY_OK(opened);
            QVERIFY((*opened)->readOnly());
            QVERIFY(!(*opened)->readOnlyReason().empty());
            QCOMPARE(count(**opened, "battles"), 2);
            const auto refused = (*opened)->write<SetId>([](Appender& a) { return a.set("x"); });
            QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        }
        std::filesystem::permissions(workspace.folder(), perms::owner_all);
    }

    void cancelEndsAQuery() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 2000); }));
        std::stop_source stop;
        const auto result = workspace->read<void>(
            [&](Reader& reader) {
                return reader.scanGames(1, [&](const GameFacts&) { stop.request_stop(); });
            },
            stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(count(*workspace, "battles"), 2000); // the connection is of use again
    }

    // RLIMIT_FSIZE makes a write fail as a full disk does, at a place of our choice.
    void aFullDiskKeepsWhatWasCommitted() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 3); }));
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 1 << 20;
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto failed = workspace->write<void>([](Appender& appender) -> Result<void> {
            TRY(addSmallArena(appender, 200));
            const auto set = TRY(appender.set("large"));
            for (int i = 0; i < 300; ++i) {
                const std::string text = std::string(100'000, 'x') + std::to_string(i);
                const TextIn turns[] = {text};
                TRY(appender.instruction({set, "", "", "", turns}));
            }
            return {};
        });
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!failed);
        QVERIFY2(failed.error().code == ErrorCode::DiskFull || failed.error().code == ErrorCode::Io,
                 failed.error().text().c_str());
        QCOMPARE(count(*workspace, "battles"), 3);
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 4); }));
        workspace.reopen();
        QCOMPARE(count(*workspace, "battles"), 4);
        for (const Check& check : valueOf(workspace->doctor({}, {})))
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    }

    void manyReadersAndOneWriter() {
        TemporaryWorkspace workspace;
        std::atomic<bool> broken = false;
        std::atomic<bool> ended = false;
        {
            std::vector<std::jthread> readers;
            for (int i = 0; i < 6; ++i)
                readers.emplace_back([&] {
                    while (!ended) {
                        // a battle is never seen without its games
                        const auto even = workspace->read<bool>([](Reader& reader) -> Result<bool> {
                            const auto battles = TRY(reader.count("battles"));
                            const auto games = TRY(reader.count("games"));
                            return games >= battles * 2;
                        });
                        if (!even || !*even)
                            broken = true;
                    }
                });
            for (int i = 1; i <= 30; ++i)
                VERIFY_OK(workspace->write<SmallArena>(
                    [&](Appender& a) { return addSmallArena(a, i * 5); }));
            ended = true;
        }
        QVERIFY(!broken);
        QCOMPARE(count(*workspace, "battles"), 150);
    }

  private:
    // a new set each time, so that there is something to follow
    static void writeSomething(Workspace& workspace) {
        static int number = 0;
        VERIFY_OK(workspace.write<SetId>(
            [](Appender& a) { return a.set("followed " + std::to_string(++number)); }));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
