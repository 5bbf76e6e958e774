#include "core/store/writer.h"

namespace agon::store {
namespace {

constexpr std::size_t groupLimit = 256;

Result<void> execute(Connection& connection, const char* sql) {
    return guarded([&]() -> Result<void> {
        connection.db().exec(sql);
        return {};
    });
}

} // namespace

Writer::Writer(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock,
               std::function<void(const ChangeSet&)> committed)
    : m_connection(std::move(connection))
    , m_clock(std::move(clock))
    , m_committed(std::move(committed))
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Writer::~Writer() {
    m_thread.request_stop();
    m_thread.join();
}

void Writer::enqueue(Job job, Done done, bool alone) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back({std::move(job), std::move(done), alone});
    }
    m_wake.notify_one();
}

void Writer::run(const std::stop_token& stop) {
    while (true) {
        std::deque<Entry> group;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return !m_queue.empty(); });
            if (m_queue.empty())
                return;
            do {
                group.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            } while (!group.back().alone && !m_queue.empty() && !m_queue.front().alone &&
                     group.size() < groupLimit);
        }
        runGroup(group);
    }
}

void Writer::runGroup(std::deque<Entry>& group) {
    std::vector<Result<void>> results;
    ChangeSet changes;
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
    if (whole && changes.any())
        m_committed(changes);
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].done(whole ? std::move(results[i]) : whole);
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
