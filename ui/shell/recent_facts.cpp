#include "ui/shell/recent_facts.h"

namespace agon::ui {

void describe(const BattleTable& table, const Verdicts& verdicts, RecentWorkspace& entry) {
    constexpr std::uint8_t unsure = derived::flip | derived::disagree;
    entry.models = static_cast<int>(table.models.size());
    entry.battles = static_cast<int>(table.size());
    entry.toReview = static_cast<int>(
        std::count_if(verdicts.bits.begin(), verdicts.bits.end(), [](std::uint8_t bits) {
            return (bits & unsure) != 0 && (bits & derived::reviewed) == 0;
        }));
}

} // namespace agon::ui
