#include "core/store/writer.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace agon::store {
namespace {

constexpr std::size_t groupLimit = 256;
constexpr std::chrono::milliseconds quiet{500};
constexpr int mostLogBytes = 64 << 20;

Result<void> execute(Connection& connection, const char* sql) {
    return guarded([&]() -> Result<void> {
        connection.db().exec(sql);
        return {};
    });
}

std::string pragma(Connection& connection, const char* sql) {
    return guarded([&]() -> Result<std::string> {
               SQLite::Statement query(connection.db(), sql);
               return query.executeStep() ? query.getColumn(0).getString() : std::string();
           })
        .value_or(std::string());
}

} // namespace

Writer::Writer(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock,
               std::function<void(const ChangeSet&)> committed)
    : m_connection(std::move(connection))
    , m_clock(std::move(clock))
    , m_committed(std::move(committed)) {
    m_hasLog = pragma(*m_connection, "PRAGMA journal_mode") == "wal";
    const int pageSize = std::atoi(pragma(*m_connection, "PRAGMA page_size").c_str());
    m_mostLogPages = mostLogBytes / std::max(pageSize, 512);
    // In place of SQLite's own folding, inside the commit that somebody waits for.
    sqlite3_wal_hook(
        m_connection->db().getHandle(),
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Writer*>(self)->m_logPages = pages;
            return SQLITE_OK;
        },
        this);
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Writer::~Writer() {
    m_thread.request_stop();
    m_thread.join();
}

void Writer::enqueue(Job job, Done done, Kind kind) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back({std::move(job), std::move(done), kind});
    }
    m_wake.notify_one();
}

void Writer::run(const std::stop_token& stop) {
    while (true) {
        std::deque<Entry> group;
        {
            std::unique_lock lock(m_mutex);
            waitForWork(lock, stop);
            if (m_queue.empty())
                return;
            do {
                group.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            } while (group.back().kind == Kind::Shared && !m_queue.empty() &&
                     m_queue.front().kind == Kind::Shared && group.size() < groupLimit);
        }
        runGroup(group);
        if (m_logPages > m_mostLogPages)
            foldLog();
    }
}

void Writer::waitForWork(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
    const auto hasWork = [this] {
        return !m_queue.empty();
    };
    if (m_logPages > 0 && !m_wake.wait_for(lock, stop, quiet, hasWork) && !stop.stop_requested()) {
        lock.unlock();
        foldLog();
        lock.lock();
    }
    m_wake.wait(lock, stop, hasWork);
}

// As far as readers let it; what is left is folded in after the next commit, or at the close.
void Writer::foldLog() {
    m_logPages = 0;
    (void)execute(*m_connection, "PRAGMA wal_checkpoint(PASSIVE)");
}

void Writer::runGroup(std::deque<Entry>& group) {
    std::vector<Result<void>> results;
    ChangeSet changes;
    const bool bulk = group.front().kind == Kind::Bulk;
    const bool checked = bulk || group.front().kind == Kind::Checked;
    if (checked)
        setChecks(false);
    if (bulk)
        setSync(false);
    Result<void> whole = execute(*m_connection, "BEGIN IMMEDIATE");
    if (whole) {
        for (auto& entry : group)
            results.push_back(runOne(entry, changes));
        m_connection->resetStatements(); // an open one would keep the log from being folded in
        whole = execute(*m_connection, "COMMIT");
        if (!whole) {
            (void)execute(*m_connection, "ROLLBACK"); // a full disk may have rolled back already
            m_caches.clear();
        }
    }
    if (checked)
        setChecks(true);
    if (bulk)
        setSync(true);
    if (whole && changes.any())
        m_committed(changes);
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].done(whole ? std::move(results[i]) : whole);
}

// Between transactions.
void Writer::setChecks(bool on) {
    (void)execute(*m_connection, on ? "PRAGMA foreign_keys=ON" : "PRAGMA foreign_keys=OFF");
}

void Writer::setSync(bool full) {
    if (m_hasLog) // without one, it is the disk's order that keeps the file whole
        (void)execute(*m_connection,
                      full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

Result<void> Writer::runOne(Entry& entry, ChangeSet& changes) {
    TRY(execute(*m_connection, "SAVEPOINT job"));
    WriteTransaction transaction(*m_connection, m_caches, *m_clock);
    Result<void> result;
    {
        Appender appender(transaction);
        result = entry.job(appender);
    }
    if (result)
        result = execute(*m_connection, "RELEASE job");
    if (!result) {
        m_caches.clear();
        // After a full disk SQLite has undone the whole transaction; the commit then fails and says
        // so.
        (void)execute(*m_connection, "ROLLBACK TO job");
        (void)execute(*m_connection, "RELEASE job");
        return result;
    }
    changes.merge(transaction.changes());
    return result;
}

} // namespace agon::store
