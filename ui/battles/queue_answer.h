// The question that a filter and an order ask of all battles, answered on a worker.
#pragma once

#include "core/battles/filter.h"
#include "core/battles/sort.h"
#include "ui/battles/battle_order.h"
#include "ui/battles/facet.h"

#include <array>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace agon::ui {

struct QueueQuestion {
    std::shared_ptr<const BattleTable> table;
    std::shared_ptr<const Verdicts> verdicts;
    Filter filter;
    Sort sort;
    std::vector<std::uint32_t> apart; // ids listed elsewhere: voted on in this sitting
    std::vector<std::uint32_t> last;  // ids that come at the end, in this order: skipped
};

// What one term of a filter without hits would give.
struct TermCount {
    std::int64_t alone = 0;
    std::int64_t without = 0; // all the others
};

struct QueueAnswer {
    std::shared_ptr<const BattleTable> table; // what the answer is about
    std::shared_ptr<const Verdicts> verdicts;
    std::shared_ptr<const BattleOrder> all;  // what matches, in order
    std::shared_ptr<const BattleOrder> next; // without those apart, the skipped at the end
    std::int64_t matches = 0;
    // Battles of each queue, were it chosen instead of the facets in the filter.
    std::array<std::int64_t, allFacets.size()> facets{};
    std::vector<TermCount> terms; // one a term; only when nothing matches
};

// Pure; any thread. Some 50 ms for a million battles, sorting included 0.3 s.
[[nodiscard]] Result<QueueAnswer> answerQueue(const QueueQuestion& question,
                                              const TextSearch& search, std::stop_token stop);

} // namespace agon::ui
