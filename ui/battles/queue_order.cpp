#include "ui/battles/queue_order.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace agon::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueueOrder)
};

constexpr std::array<Sort, 9> orders{{
    {SortKey::Information, false, 0},
    {SortKey::Gap, false, 0},
    {SortKey::Gap, true, 0},
    {SortKey::Id, false, 0},
    {SortKey::Changed, false, 0},
    {SortKey::Length, true, 0},
    {SortKey::Category, false, 0},
    {SortKey::ModelA, false, 0},
    {SortKey::Random, false, 42},
}};

} // namespace

std::span<const Sort> queueOrders() {
    return orders;
}

int orderIndex(const Sort& sort) {
    const auto found = std::ranges::find_if(orders, [&](const Sort& known) {
        return known.key == sort.key && known.descending == sort.descending;
    });
    return found == orders.end() ? -1 : static_cast<int>(found - orders.begin());
}

QString orderTitle(const Sort& sort) {
    switch (sort.key) {
    case SortKey::Information:
        return Words::tr("Expected information");
    case SortKey::Gap:
        return sort.descending ? Words::tr("Largest gap") : Words::tr("Smallest gap");
    case SortKey::Id:
        return Words::tr("Number");
    case SortKey::Changed:
        return Words::tr("Latest vote");
    case SortKey::Length:
        return sort.descending ? Words::tr("Longest answers") : Words::tr("Shortest answers");
    case SortKey::Category:
        return Words::tr("Category");
    case SortKey::ModelA:
        return Words::tr("Model A");
    case SortKey::ModelB:
        return Words::tr("Model B");
    case SortKey::Random:
        break;
    }
    return Words::tr("Random, seed %1").arg(sort.seed);
}

QString orderPhrase(const Sort& sort) {
    switch (sort.key) {
    case SortKey::Information:
        return Words::tr("by expected information");
    case SortKey::Gap:
        return sort.descending ? Words::tr("largest gap first") : Words::tr("smallest gap first");
    case SortKey::Id:
        return Words::tr("by number");
    case SortKey::Changed:
        return Words::tr("latest vote first");
    case SortKey::Length:
        return sort.descending ? Words::tr("longest answers first")
                               : Words::tr("shortest answers first");
    case SortKey::Category:
        return Words::tr("by category");
    case SortKey::ModelA:
        return Words::tr("by model A");
    case SortKey::ModelB:
        return Words::tr("by model B");
    case SortKey::Random:
        break;
    }
    return Words::tr("in random order");
}

} // namespace agon::ui
