#include "core/store/reader_pool.h"

#include "core/store/reader_state.h"

namespace agon::store {
namespace {

// Two for the view, two for jobs beside it.
constexpr int limit = 4;

} // namespace

ReaderPool::ReaderPool(std::filesystem::path path, Access access)
    : m_path(std::move(path))
    , m_access(access) {}
ReaderPool::~ReaderPool() = default;

Result<void> ReaderPool::lend(const std::function<void(Reader&)>& work,
                              const std::stop_token& stop) {
    std::unique_ptr<ReadConnection> connection;
    {
        std::unique_lock lock(m_mutex);
        if (!m_returned.wait(lock, stop, [this] { return m_lent < limit; }))
            return cancelled();
        ++m_lent;
        if (!m_free.empty()) {
            connection = std::move(m_free.back());
            m_free.pop_back();
        }
    }
    Result<void> result;
    if (!connection) {
        auto opened = Connection::open(m_path, m_access);
        if (opened)
            connection = std::make_unique<ReadConnection>(std::move(*opened));
        else
            result = tl::unexpected<Error>(std::move(opened).error());
    }
    if (connection) {
        connection->get().setStop(stop);
        {
            Reader reader(*connection);
            work(reader);
        }
        connection->get().setStop({});
        connection->get().resetStatements(); // an open statement would hold an old snapshot
    }
    {
        const std::scoped_lock lock(m_mutex);
        --m_lent;
        if (connection)
            m_free.push_back(std::move(connection));
    }
    m_returned.notify_one();
    return result;
}

} // namespace agon::store
