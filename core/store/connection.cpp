#include "core/store/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace agon::store {
namespace {

// A path as a URI, so that `immutable` can be asked for.
std::string toUri(const std::filesystem::path& path, Access access) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    if (access == Access::Immutable)
        uri += "?immutable=1";
    return uri;
}

int flagsOf(Access access) {
    constexpr int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    switch (access) {
    case Access::Create:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::Write:
        return common | SQLITE_OPEN_READWRITE;
    case Access::Read:
    case Access::Immutable:
        return common | SQLITE_OPEN_READONLY;
    }
    return common | SQLITE_OPEN_READONLY;
}

// Nobody reads SQLite's own statistics of memory, and keeping them locks at every allocation. Only
// before its first use does SQLite take this.
void configureLibrary() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once;
}

} // namespace

Error toError(const SQLite::Exception& exception) {
    switch (exception.getErrorCode()) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull,
                "the disk is full; nothing of this step was kept. Free some space and try again"};
    case SQLITE_READONLY:
        return {ErrorCode::ReadOnly, "the file cannot be written"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked, "the file is in use by another program", {}, true};
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupt, "the file is damaged. Open a copy from a backup, or save what "
                                    "can be read with `agonctl export`"};
    case SQLITE_NOTADB:
        return {ErrorCode::Foreign, "this is not an Agon workspace"};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, "cancelled"};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io,
                "the file cannot be opened. See whether its folder is there and can be read"};
    case SQLITE_IOERR:
        return {ErrorCode::Io, "reading or writing the file failed; nothing of this step was kept. "
                               "See whether the disk is full or was taken away"};
    case SQLITE_TOOBIG:
        return {ErrorCode::InvalidInput, "a text is larger than a workspace can hold (1 GB)"};
    default:
        return {ErrorCode::Internal,
                fmt::format("the database refused a step: {}", exception.what())};
    }
}

Connection::Connection(const std::string& uri, int flags)
    : m_db(uri, flags) {}

Connection::~Connection() {
    m_statements.clear();
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& path,
                                                     Access access) {
    configureLibrary();
    return guarded([&]() -> Result<std::unique_ptr<Connection>> {
        std::unique_ptr<Connection> out(new Connection(toUri(path, access), flagsOf(access)));
        sqlite3* handle = out->m_db.getHandle();
        // The file may come from a stranger: no triggers, no views, no clever schema.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
        sqlite3_busy_timeout(handle, 5000);
        sqlite3_extended_result_codes(handle, 0);
        out->m_db.exec(
            "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;");
        // An answer of a page or two in size fits beside others, and a scan reads longer stretches.
        if (access == Access::Create)
            out->m_db.exec("PRAGMA page_size=16384;");
        const bool writes = access == Access::Create || access == Access::Write;
        // The writer keeps a whole import in its cache instead of spilling it early.
        out->m_db.exec(writes ? "PRAGMA cache_size=-65536;" : "PRAGMA cache_size=-16384;");
        sqlite3_progress_handler(
            handle, 1000,
            [](void* self) {
                return static_cast<Connection*>(self)->m_stop.stop_requested() ? 1 : 0;
            },
            out.get());
        return out;
    });
}

SQLite::Statement& Connection::statement(const char* sql) {
    auto& slot = m_statements[sql];
    if (!slot)
        slot = std::make_unique<SQLite::Statement>(m_db, sql);
    slot->reset();
    slot->clearBindings();
    return *slot;
}

void Connection::resetStatements() {
    for (auto& [sql, statement] : m_statements)
        statement->tryReset();
}

void Connection::setStop(std::stop_token stop) {
    m_stop = std::move(stop);
}

} // namespace agon::store
