// Reads millions of narrow rows: the same as a cached statement, without SQLiteCpp's reference
// count for every column (half of the time of such a scan). Private to core/store; not thread-safe.
#pragma once

#include "core/store/connection.h"

#include <sqlite3.h>

#include <cstdint>
#include <limits>

namespace agon::store {

class Scan {
  public:
    // Throws SQLite::Exception, as next() does: use inside guarded().
    Scan(Connection& connection, const char* sql)
        : m_handle(connection.db().getHandle()) {
        if (const int code = sqlite3_prepare_v2(m_handle, sql, -1, &m_statement, nullptr);
            code != SQLITE_OK)
            throw SQLite::Exception(m_handle, code);
    }
    ~Scan() { sqlite3_finalize(m_statement); }
    Scan(const Scan&) = delete;
    Scan& operator=(const Scan&) = delete;

    void bind(int index, std::int64_t value) { sqlite3_bind_int64(m_statement, index, value); }
    [[nodiscard]] bool next() {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code != SQLITE_DONE)
            throw SQLite::Exception(m_handle, code);
        return false;
    }
    // NULL is 0.
    [[nodiscard]] std::int64_t integer(int column) const {
        return sqlite3_column_int64(m_statement, column);
    }
    [[nodiscard]] double realOrNan(int column) const {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL
                   ? std::numeric_limits<double>::quiet_NaN()
                   : sqlite3_column_double(m_statement, column);
    }

  private:
    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace agon::store
