// The two panels of this room, as the application registers them.
#pragma once

#include "ui/shell/panel.h"

#include <memory>
#include <vector>

namespace agon::ui {

class JudgeAgain;
struct ReviewDesk;

// “battles” and its companion “rationale”, which share one queue and one open battle.
// Made by the panel that comes first; they go together.
using SharedReview = std::shared_ptr<std::weak_ptr<ReviewDesk>>;

// `again` asks judges about the open battle; outlives the panels; null: nobody is asked.
[[nodiscard]] std::vector<PanelSpec>
battlePanels(const SharedReview& shared = std::make_shared<std::weak_ptr<ReviewDesk>>(),
             JudgeAgain* again = nullptr);

} // namespace agon::ui
