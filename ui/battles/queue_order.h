// The orders of a queue that are offered, and their words.
#pragma once

#include "core/battles/sort.h"

#include <QString>

#include <span>

namespace agon::ui {

[[nodiscard]] std::span<const Sort> queueOrders();
[[nodiscard]] QString orderTitle(const Sort& sort);  // "Expected information"
[[nodiscard]] QString orderPhrase(const Sort& sort); // "by expected information"
[[nodiscard]] int orderIndex(const Sort& sort);      // in queueOrders(); -1: not offered

} // namespace agon::ui
