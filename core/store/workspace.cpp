#include "core/store/workspace.h"

#include "core/store/connection.h"
#include "core/store/doctor.h"
#include "core/store/lease.h"
#include "core/store/migrate.h"
#include "core/store/reader_pool.h"
#include "core/store/reader_state.h"
#include "core/store/schema.h"
#include "core/store/search_index.h"
#include "core/store/trust.h"
#include "core/store/writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <thread>

namespace agon {

using store::Access;
using store::Connection;
using store::guarded;

namespace {

// Observers outlive neither themselves nor the workspace: both hold the list by shared_ptr.
class Observers {
  public:
    using Call = std::function<void(const ChangeSet&)>;

    std::uint64_t add(Call call) {
        const std::scoped_lock lock(m_mutex);
        m_calls.emplace(++m_last, std::move(call));
        return m_last;
    }
    void remove(std::uint64_t id) {
        const std::scoped_lock lock(m_mutex);
        m_calls.erase(id);
    }
    void announce(const ChangeSet& changes) {
        std::map<std::uint64_t, Call> calls;
        {
            const std::scoped_lock lock(m_mutex);
            calls = m_calls;
        }
        for (auto& [id, call] : calls)
            call(changes);
    }

  private:
    std::mutex m_mutex;
    std::map<std::uint64_t, Call> m_calls;
    std::uint64_t m_last = 0;
};

bool writable(const std::filesystem::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

// Write-ahead logging needs shared memory, which network file systems do not give.
bool onNetwork(const std::filesystem::path& path) {
    struct statfs info {};
    if (::statfs(path.c_str(), &info) != 0)
        return false;
    constexpr unsigned long nfs = 0x6969;
    constexpr unsigned long smb = 0x517b;
    constexpr unsigned long smb2 = 0xfe534d42;
    constexpr unsigned long cifs = 0xff534d42;
    constexpr unsigned long fuse = 0x65735546;
    const auto type = static_cast<unsigned long>(static_cast<std::uint32_t>(info.f_type));
    return type == nfs || type == smb || type == smb2 || type == cifs || type == fuse;
}

Result<void> prepareForWriting(Connection& connection, const std::filesystem::path& path) {
    return guarded([&]() -> Result<void> {
        connection.db().exec(onNetwork(path) ? "PRAGMA journal_mode=DELETE"
                                             : "PRAGMA journal_mode=WAL");
        connection.db().exec("PRAGMA synchronous=FULL");
        return {};
    });
}

Result<std::string> readUuid(Connection& connection) {
    return guarded([&]() -> Result<std::string> {
        auto& query = connection.statement("SELECT value FROM meta WHERE key = 'uuid'");
        if (!query.executeStep())
            return fail(ErrorCode::Corrupt,
                        "the file is damaged: it has no identity. Open a copy from a backup");
        std::string uuid = store::textOf(query.getColumn(0));
        query.reset(); // an open statement would hold this moment's snapshot
        return uuid;
    });
}

// Readers make a log that only a writer can remove: be one for a moment, when nobody else is.
void removeLog(const std::filesystem::path& path) {
    const auto lease = store::Lease::take(path);
    if (!lease)
        return;
    if (auto connection = Connection::open(path, Access::Write))
        (void)store::checkVersion(**connection); // it must have read something to close the log
}

} // namespace

struct Workspace::Impl {
    std::filesystem::path path;
    std::string uuid;
    bool readOnly = false;
    std::string readOnlyReason;
    std::shared_ptr<Observers> observers = std::make_shared<Observers>();
    std::unique_ptr<store::Lease> lease; // outlives the connections
    std::unique_ptr<store::ReaderPool> readers;
    std::unique_ptr<store::Writer> writer;
    std::jthread follower; // of another program's writes
    bool tidies = false;   // read-only connections leave a log behind

    void begin(std::unique_ptr<Connection> connection, const OpenOptions& options);
    void follow(const std::stop_token& stop, Connection& connection) const;
};

void Workspace::Impl::begin(std::unique_ptr<Connection> connection, const OpenOptions& options) {
    std::shared_ptr<const Clock> clock =
        options.clock ? options.clock : std::make_shared<SystemClock>();
    writer = std::make_unique<store::Writer>(
        std::move(connection), std::move(clock),
        [list = observers](const ChangeSet& changes) { list->announce(changes); });
}

void Workspace::Impl::follow(const std::stop_token& stop, Connection& connection) const {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::int64_t known = -1;
    while (!stop.stop_requested()) {
        const auto version = guarded([&]() -> Result<std::int64_t> {
            SQLite::Statement query(connection.db(), "PRAGMA data_version");
            query.executeStep();
            return query.getColumn(0).getInt64();
        });
        if (version && known >= 0 && *version != known) {
            ChangeSet all;
            all.models = all.sets = all.battlesAdded = all.runs = all.flywheel = all.settings =
                true;
            observers->announce(all);
        }
        if (version)
            known = *version;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
}

Workspace::Workspace()
    : m_impl(std::make_unique<Impl>()) {}

Workspace::~Workspace() {
    m_impl->follower = {};
    m_impl->readers.reset(); // before the writer, whose close then removes the log
    m_impl->writer.reset();
    if (m_impl->tidies)
        removeLog(m_impl->path);
}

Result<std::shared_ptr<Workspace>> Workspace::create(const std::filesystem::path& path,
                                                     const OpenOptions& options) {
    const auto within = [&](Error error) {
        return tl::unexpected<Error>(
            std::move(error).within(fmt::format("making the workspace {}", path.string())));
    };
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return within({ErrorCode::Exists, "there is such a file already; choose another name, or "
                                          "remove it first"});
    const auto given = std::filesystem::absolute(path).parent_path();
    const auto folder = std::filesystem::canonical(given, error);
    if (error || !std::filesystem::is_directory(folder, error))
        return within({ErrorCode::NotFound, fmt::format("there is no folder {}", given.string())});

    std::shared_ptr<Workspace> out(new Workspace);
    out->m_impl->path = folder / path.filename();
    auto lease = store::Lease::take(out->m_impl->path);
    if (!lease)
        return within(std::move(lease).error());
    out->m_impl->lease = std::move(*lease);
    auto connection = Connection::open(out->m_impl->path, Access::Create);
    if (!connection)
        return within(std::move(connection).error());
    auto made = prepareForWriting(**connection, out->m_impl->path);
    if (made)
        made = store::makeSchema(**connection);
    auto uuid = made ? readUuid(**connection) : Result<std::string>(tl::unexpected(made.error()));
    if (!uuid) {
        connection->reset();
        std::filesystem::remove(path, error); // half a workspace helps nobody
        return within(std::move(uuid).error());
    }
    out->m_impl->uuid = std::move(*uuid);
    out->m_impl->readers = std::make_unique<store::ReaderPool>(out->m_impl->path, Access::Read);
    out->m_impl->begin(std::move(*connection), options);
    return out;
}

Result<std::shared_ptr<Workspace>> Workspace::open(const std::filesystem::path& path,
                                                   const OpenOptions& options) {
    const auto within = [&](Error error) {
        return tl::unexpected<Error>(
            std::move(error).within(fmt::format("opening {}", path.filename().string())));
    };
    if (auto file = store::checkFile(path); !file)
        return within(std::move(file).error());

    std::shared_ptr<Workspace> out(new Workspace);
    Impl& impl = *out->m_impl;
    std::error_code error;
    impl.path = std::filesystem::canonical(path, error); // one file, one lease, one log
    if (error)
        return within({ErrorCode::Io, fmt::format("{}: {}", path.string(), error.message())});
    Access access = Access::Write;
    bool follow = false;
    if (options.readOnly) {
        access = Access::Read;
        impl.readOnlyReason = "opened for reading only";
    } else if (!writable(impl.path)) {
        access = Access::Read;
        impl.readOnlyReason = "the file is write-protected";
    } else if (auto lease = store::Lease::take(impl.path); lease) {
        impl.lease = std::move(*lease);
    } else {
        access = Access::Read;
        impl.readOnlyReason =
            lease.error().code == ErrorCode::Locked
                ? "another program has it open for writing; its changes are shown here"
                : "its folder is write-protected";
    }
    follow = access == Access::Read;
    // Beside a log that cannot be written SQLite reads only a file that nobody changes.
    std::filesystem::path log = impl.path;
    log += "-wal";
    if (access == Access::Read && !writable(impl.path.parent_path()) &&
        !std::filesystem::exists(log, error)) {
        access = Access::Immutable;
        follow = false;
    }
    impl.readOnly = access != Access::Write;
    impl.tidies = access == Access::Read;

    auto connection = Connection::open(impl.path, access);
    if (!connection)
        return within(std::move(connection).error());
    auto version = store::checkVersion(**connection);
    if (!version)
        return within(std::move(version).error());
    if (auto schema = store::checkSchema(**connection, *version); !schema)
        return within(std::move(schema).error());
    if (*version < store::schemaVersion) {
        if (impl.readOnly)
            return within({ErrorCode::ReadOnly,
                           "this workspace is of an older format and must be brought up to date, "
                           "which needs a place that can be written; copy it there"});
        if (auto moved = store::migrate(**connection, impl.path, *version, store::migrations());
            !moved)
            return within(std::move(moved).error());
    }
    auto uuid = readUuid(**connection);
    if (!uuid)
        return within(std::move(uuid).error());
    impl.uuid = std::move(*uuid);
    if (access == Access::Write) {
        if (auto prepared = prepareForWriting(**connection, impl.path); !prepared)
            return within(std::move(prepared).error());
        impl.begin(std::move(*connection), options);
        access = Access::Read;
    } else if (follow) {
        impl.follower =
            std::jthread([&impl, follows = std::shared_ptr<Connection>(std::move(*connection))](
                             const std::stop_token& stop) { impl.follow(stop, *follows); });
    }
    impl.readers = std::make_unique<store::ReaderPool>(impl.path, access);
    return out;
}

const std::filesystem::path& Workspace::path() const {
    return m_impl->path;
}
const std::string& Workspace::uuid() const {
    return m_impl->uuid;
}
bool Workspace::readOnly() const {
    return m_impl->readOnly;
}
const std::string& Workspace::readOnlyReason() const {
    return m_impl->readOnlyReason;
}

Result<void> Workspace::writeAndWait(WriteKind kind, const Job& job) {
    std::promise<Result<void>> promise;
    auto future = promise.get_future();
    if (!m_impl->writer)
        return fail(ErrorCode::ReadOnly,
                    fmt::format("this workspace cannot be changed: {}", m_impl->readOnlyReason));
    m_impl->writer->enqueue(
        job, [&](Result<void> result) { promise.set_value(std::move(result)); },
        kind == WriteKind::Bulk      ? store::Writer::Kind::Bulk
        : kind == WriteKind::Checked ? store::Writer::Kind::Checked
                                     : store::Writer::Kind::Alone);
    return future.get();
}

Result<void> Workspace::makeDurable() {
    const std::string log = m_impl->path.string() + "-wal";
    const int file = ::open(log.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) // a file without a log is synced by each commit
        return {};
    const bool synced = file >= 0 && ::fdatasync(file) == 0;
    const int error = errno;
    if (file >= 0)
        ::close(file);
    if (synced)
        return {};
    return fail(ErrorCode::Io, fmt::format("{}: what was read may not be on the disk yet: {}", log,
                                           std::generic_category().message(error)));
}

void Workspace::enqueue(Job job, Done done) {
    if (m_impl->writer)
        m_impl->writer->enqueue(std::move(job), std::move(done), store::Writer::Kind::Shared);
    else
        done(fail(ErrorCode::ReadOnly,
                  fmt::format("this workspace cannot be changed: {}", m_impl->readOnlyReason)));
}

Result<void> Workspace::withReader(const std::function<void(Reader&)>& work, std::stop_token stop) {
    return m_impl->readers->lend(work, stop);
}

Subscription Workspace::onChange(std::function<void(const ChangeSet&)> observer) {
    const std::uint64_t id = m_impl->observers->add(std::move(observer));
    return Subscription(std::shared_ptr<void>(
        nullptr, [list = m_impl->observers, id](void*) { list->remove(id); }));
}

Result<void> Workspace::updateSearchIndex(std::stop_token stop, const ProgressSink& progress) {
    ProgressMeter meter(progress);
    const auto state = read<std::pair<std::int64_t, std::int64_t>>(
        [](Reader& reader) { return reader.indexState(); });
    if (!state)
        return tl::unexpected<Error>(state.error());
    const std::int64_t total = state->second - state->first;
    std::int64_t done = 0;
    while (total > 0) {
        if (stop.stop_requested())
            return cancelled();
        // Short steps, so that a vote never waits long for the index.
        constexpr std::int64_t bytes = 4 << 20;
        const std::int64_t some =
            TRY(write<std::int64_t>([](Appender& appender) { return appender.indexTexts(bytes); }));
        if (some == 0)
            break;
        done += some;
        meter.report("Indexing texts", static_cast<std::uint64_t>(std::min(done, total)),
                     static_cast<std::uint64_t>(total), "texts");
    }
    return {};
}

Result<std::vector<Check>> Workspace::doctor(std::stop_token stop, const ProgressSink& progress) {
    return read<std::vector<Check>>([&](Reader& reader) { return reader.examine(progress); }, stop);
}

} // namespace agon
