// Private to core/store: what the reader's source files share.
#pragma once

#include "core/store/connection.h"
#include "core/store/reader.h"

#include <cmath>
#include <limits>
#include <optional>

namespace agon {

class ReadConnection {
  public:
    explicit ReadConnection(std::unique_ptr<store::Connection> connection)
        : m_connection(std::move(connection)) {}
    [[nodiscard]] store::Connection& get() { return *m_connection; }

  private:
    std::unique_ptr<store::Connection> m_connection;
};

struct Reader::State {
    store::Connection& db;
};

namespace store {

inline std::optional<double> optionalDouble(const SQLite::Column& column) {
    if (column.isNull())
        return std::nullopt;
    return column.getDouble();
}
inline std::optional<std::int64_t> optionalInt(const SQLite::Column& column) {
    if (column.isNull())
        return std::nullopt;
    return column.getInt64();
}
inline std::string textOf(const SQLite::Column& column) {
    return {column.getText(""), static_cast<std::size_t>(column.getBytes())};
}

// Foreign numbers become the enum only when they name one of its values.
template <class Enum>
Enum enumOr(std::int64_t value, int count, Enum otherwise) {
    return value >= 0 && value < count ? static_cast<Enum>(value) : otherwise;
}

} // namespace store
} // namespace agon
