#include "ui/battles/battle_order.h"

namespace agon::ui {

std::shared_ptr<const BattleOrder> indexedOrder(const BattleTable& table,
                                                std::vector<std::uint32_t> ids) {
    auto order = std::make_shared<BattleOrder>();
    order->ids = std::move(ids);
    order->places.assign(table.size(), BattleOrder::noPlace);
    for (std::size_t place = 0; place < order->ids.size(); ++place)
        if (const auto row = table.rowOf({order->ids[place]}))
            order->places[*row] = static_cast<std::uint32_t>(place);
    return order;
}

std::shared_ptr<const BattleOrder> shortOrder(std::vector<std::uint32_t> ids) {
    return std::make_shared<const BattleOrder>(BattleOrder{std::move(ids), {}});
}

} // namespace agon::ui
