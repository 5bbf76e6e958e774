#include "core/store/known_rows.h"

#include <fmt/format.h>

namespace agon::store {
namespace {

struct Kind {
    const char* find;
    const char* name;
};

constexpr std::array<Kind, 7> kinds{{
    {"SELECT 1 FROM sets WHERE id = ?", "set"},
    {"SELECT 1 FROM models WHERE id = ?", "model"},
    {"SELECT 1 FROM instructions WHERE id = ?", "instruction"},
    {"SELECT 1 FROM battles WHERE id = ?", "battle"},
    {"SELECT 1 FROM runs WHERE id = ?", "run"},
    {"SELECT 1 FROM stages WHERE id = ?", "stage"},
    {"SELECT 1 FROM overrides WHERE id = ?", "vote"},
}};

} // namespace

void KnownRows::add(RowKind kind, std::int64_t id) {
    auto& known = m_known[static_cast<std::size_t>(kind)];
    if (known.size() >= most)
        known.clear();
    known.insert(id);
}

Result<void> KnownRows::check(Connection& connection, RowKind kind, std::int64_t id) {
    const auto index = static_cast<std::size_t>(kind);
    if (m_known[index].contains(id))
        return {};
    auto& find = connection.statement(kinds[index].find);
    find.bind(1, id);
    const bool there = find.executeStep();
    find.reset();
    if (!there)
        return fail(ErrorCode::NotFound, fmt::format("there is no {} {}", kinds[index].name, id));
    add(kind, id);
    return {};
}

} // namespace agon::store
