#include "core/store/text_rows.h"

#include "core/base/hash.h"
#include "core/store/packed.h"
#include "core/text/measure.h"

#include <bit>
#include <string>

namespace agon::store {
namespace {

std::int64_t hashOf(std::string_view body) {
    return std::bit_cast<std::int64_t>(hashBytes(body));
}

bool sameBytes(const SQLite::Column& column, std::string_view body) {
    return std::string_view(column.getText(), static_cast<std::size_t>(column.getBytes())) == body;
}

std::string_view blobOf(const SQLite::Column& column) {
    return {static_cast<const char*>(column.getBlob()),
            static_cast<std::size_t>(column.getBytes())};
}

} // namespace

StoredText putText(Connection& connection, const TextIn& text) {
    const std::int64_t hash = hashOf(text.body);
    auto& find = connection.statement("SELECT id, length, marks, body FROM texts WHERE hash = ?");
    find.bind(1, hash);
    while (find.executeStep())
        if (sameBytes(find.getColumn(3), text.body))
            return {find.getColumn(0).getInt64(), find.getColumn(1).getInt64(),
                    static_cast<std::uint32_t>(find.getColumn(2).getInt64())};
    find.reset();

    const auto length = countCharacters(text.body);
    const std::string body(text.body);
    auto& add =
        connection.statement("INSERT INTO texts(hash, marks, length, body) VALUES(?, ?, ?, ?)");
    add.bind(1, hash);
    add.bind(2, static_cast<std::int64_t>(text.marks));
    add.bind(3, length);
    add.bindNoCopy(4, body);
    add.exec();
    add.clearBindings();
    return {connection.db().getLastInsertRowid(), length, text.marks};
}

std::int64_t putRecord(Connection& connection, std::string_view body) {
    const std::int64_t hash = hashOf(body);
    auto& find = connection.statement("SELECT id, codec, body FROM records WHERE hash = ?");
    find.bind(1, hash);
    while (find.executeStep())
        if (unpack(find.getColumn(1).getInt64(), blobOf(find.getColumn(2))) == body)
            return find.getColumn(0).getInt64();
    find.reset();

    const Packed packed = pack(body);
    auto& add = connection.statement("INSERT INTO records(hash, codec, body) VALUES(?, ?, ?)");
    add.bind(1, hash);
    add.bind(2, static_cast<int>(packed.codec));
    add.bindNoCopy(3, packed.body.data(), static_cast<int>(packed.body.size()));
    add.exec();
    add.clearBindings();
    return connection.db().getLastInsertRowid();
}

} // namespace agon::store
