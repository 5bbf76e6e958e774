// One SQLite connection with our settings, a cache of prepared statements, and a stop token that
// interrupts queries. Private to core/store; not thread-safe.
#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>

namespace agon::store {

enum class Access {
    Create,   // a new file; refuses an existing one
    Write,    // read and write
    Read,     // read-only beside a writer
    Immutable // read-only in a folder that cannot be written
};

class Connection {
  public:
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& path,
                                                    Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] SQLite::Database& db() { return m_db; }
    // Ready to bind and step. The same literal gives the same statement, reset. Throws
    // SQLite::Exception, as all of SQLiteCpp does: call inside guarded().
    [[nodiscard]] SQLite::Statement& statement(const char* sql);
    // Ends what the cached statements were reading.
    void resetStatements();
    // Queries end with SQLITE_INTERRUPT soon after the token's stop.
    void setStop(std::stop_token stop);

  private:
    Connection(const std::string& uri, int flags);
    SQLite::Database m_db;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_statements;
    std::stop_token m_stop;
};

[[nodiscard]] Error toError(const SQLite::Exception& exception);

// Runs a function that may throw SQLite::Exception; its exceptions end here.
template <class F>
auto guarded(F&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected<Error>(toError(exception));
    } catch (const std::bad_alloc&) {
        return tl::unexpected<Error>(Error{ErrorCode::Io, "there is not enough memory for this"});
    }
}

} // namespace agon::store
