// Private to core/store: what the appender's source files share.
#pragma once

#include "core/store/appender.h"
#include "core/store/text_rows.h"
#include "core/store/write_transaction.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

namespace agon {

struct Appender::State {
    WriteTransaction& transaction;

    [[nodiscard]] store::Connection& db() const { return transaction.connection(); }
    // Refuses a reference to a row that is not there.
    [[nodiscard]] Result<void> check(store::RowKind kind, std::int64_t id) const {
        return transaction.caches().rows.check(db(), kind, id);
    }
    [[nodiscard]] std::int64_t lastId() const { return db().db().getLastInsertRowid(); }
};

namespace store {

// Id of the row with this name, from the cache, the table, or newly made by `insert`.
std::int64_t findOrAddName(Connection& connection, IdByName& cache, std::string_view name,
                           const char* find, const char* insert, bool* added = nullptr);

// Of all turns; 0 is kept for "not known".
std::int64_t hashTurns(std::span<const TextIn> turns);
std::uint32_t marksOf(std::span<const TextIn> turns);

// From what was found or added lately, else from the tables.
Result<ResponseFacts> responseFacts(WriteTransaction& transaction, ResponseId id, int turn);

inline void bindOptional(SQLite::Statement& statement, int index, std::optional<double> value) {
    if (value)
        statement.bind(index, *value);
}
inline void bindOptional(SQLite::Statement& statement, int index,
                         std::optional<std::int64_t> value) {
    if (value)
        statement.bind(index, *value);
}
// Null when it is empty.
inline void bindText(SQLite::Statement& statement, int index, std::string_view value) {
    if (!value.empty())
        statement.bind(index, std::string(value));
}
template <class Tag>
void bindId(SQLite::Statement& statement, int index, Id<Tag> id) {
    if (id.valid())
        statement.bind(index, id.value);
}

} // namespace store
} // namespace agon
