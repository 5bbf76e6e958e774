// An order of battles, made once on a worker and shared by what shows it.
#pragma once

#include "core/battles/battle_table.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace agon::ui {

struct BattleOrder {
    static constexpr std::uint32_t noPlace = 0xffffffff;

    std::vector<std::uint32_t> ids;    // of battles
    std::vector<std::uint32_t> places; // of the table's rows among them, noPlace where not; empty:
                                       // few enough to look through
};

// With the places of all rows: a battle is found without looking through a million.
[[nodiscard]] std::shared_ptr<const BattleOrder> indexedOrder(const BattleTable& table,
                                                              std::vector<std::uint32_t> ids);
[[nodiscard]] std::shared_ptr<const BattleOrder> shortOrder(std::vector<std::uint32_t> ids);

} // namespace agon::ui
