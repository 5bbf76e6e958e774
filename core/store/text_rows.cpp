#include "core/store/text_rows.h"

#include "core/base/hash.h"
#include "core/store/packed.h"
#include "core/text/measure.h"

#include <bit>
#include <optional>
#include <string>

namespace agon::store {
namespace {

std::int64_t hashOf(std::string_view body) {
    return std::bit_cast<std::int64_t>(hashBytes(body));
}

bool sameBytes(const SQLite::Column& column, std::string_view body) {
    return std::string_view(column.getText(), static_cast<std::size_t>(column.getBytes())) == body;
}

std::optional<StoredText> findText(Connection& connection, std::int64_t hash,
                                   std::string_view body) {
    auto& find = connection.statement("SELECT id, length, marks, body FROM texts WHERE hash = ?");
    find.bind(1, hash);
    while (find.executeStep())
        if (sameBytes(find.getColumn(3), body))
            return StoredText{find.getColumn(0).getInt64(), find.getColumn(1).getInt64(),
                              static_cast<std::uint32_t>(find.getColumn(2).getInt64())};
    find.reset();
    return std::nullopt;
}

std::optional<std::int64_t> findPrompt(Connection& connection, std::int64_t hash,
                                       std::string_view body) {
    auto& find = connection.statement("SELECT id, body FROM prompts WHERE hash = ?");
    find.bind(1, hash);
    while (find.executeStep())
        if (unpacked(find.getColumn(1)) == body)
            return find.getColumn(0).getInt64();
    find.reset();
    return std::nullopt;
}

} // namespace

StoredText putText(WriteTransaction& transaction, const TextIn& text) {
    Connection& connection = transaction.connection();
    SeenKeys& seen = transaction.caches().seen;
    const std::int64_t hash =
        text.facts != nullptr ? std::bit_cast<std::int64_t>(text.facts->hash) : hashOf(text.body);
    const auto key = std::bit_cast<std::uint64_t>(hash);
    if (seen.maybe(KeyKind::Text, key))
        if (const auto found = findText(connection, hash, text.body))
            return *found;

    const auto length = text.facts != nullptr ? text.facts->length : countCharacters(text.body);
    // Bound as bytes, because a text would be copied.
    auto& add = connection.statement(
        "INSERT INTO texts(hash, marks, length, body) VALUES(?, ?, ?, CAST(? AS TEXT))");
    add.bind(1, hash);
    add.bind(2, static_cast<std::int64_t>(text.marks));
    add.bind(3, length);
    add.bindNoCopy(4, text.body.empty() ? "" : text.body.data(),
                   static_cast<int>(text.body.size()));
    add.exec();
    add.clearBindings();
    seen.add(KeyKind::Text, key);
    return {connection.db().getLastInsertRowid(), length, text.marks};
}

std::int64_t putPrompt(WriteTransaction& transaction, std::string_view body) {
    Connection& connection = transaction.connection();
    SeenKeys& seen = transaction.caches().seen;
    const std::int64_t hash = hashOf(body);
    const auto key = std::bit_cast<std::uint64_t>(hash);
    if (seen.maybe(KeyKind::Prompt, key))
        if (const auto found = findPrompt(connection, hash, body))
            return *found;
    std::string room;
    auto& add = connection.statement("INSERT INTO prompts(hash, body) VALUES(?, ?)");
    add.bind(1, hash);
    bindPacked(add, 2, body, room);
    add.exec();
    add.clearBindings();
    seen.add(KeyKind::Prompt, key);
    return connection.db().getLastInsertRowid();
}

} // namespace agon::store
