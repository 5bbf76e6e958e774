// The one thread that writes. Private to core/store.
//
// Jobs run in the order they were queued. Small ones that wait together share a transaction, each
// in a savepoint, so that an error undoes only its own; a job that somebody waits for (an import)
// has a transaction to itself. `done` is called after the commit, on the writer's thread. The log
// is folded into the file when nothing has come for a moment, so that hardly anybody waits for
// that, and in between when it has grown large.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/appender.h"
#include "core/store/change_set.h"
#include "core/store/connection.h"
#include "core/store/write_transaction.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace agon::store {

class Writer {
  public:
    using Job = std::function<Result<void>(Appender&)>;
    using Done = std::function<void(Result<void>)>;

    Writer(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock,
           std::function<void(const ChangeSet&)> committed);
    ~Writer(); // runs what is queued, then closes the connection

    // Shared: with others in one transaction. Alone: in one of its own. Bulk: so, and without
    // SQLite's check of each reference (the appender has checked them) and without waiting for the
    // disk (the log keeps its order, so a power cut loses whole transactions, the last ones first).
    // Checked: without the check of references only.
    enum class Kind { Shared, Alone, Bulk, Checked };
    void enqueue(Job job, Done done, Kind kind);

  private:
    struct Entry {
        Job job;
        Done done;
        Kind kind = Kind::Shared;
    };
    void run(const std::stop_token& stop);
    void runGroup(std::deque<Entry>& group);
    Result<void> runOne(Entry& entry, ChangeSet& changes);
    void waitForWork(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    void foldLog();
    void setChecks(bool on);
    void setSync(bool full);

    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<const Clock> m_clock;
    std::function<void(const ChangeSet&)> m_committed;
    WriterCaches m_caches;
    int m_logPages = 0; // not folded in yet
    int m_mostLogPages = 0;
    bool m_hasLog = false;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Entry> m_queue;
    std::jthread m_thread;
};

} // namespace agon::store
