#include "ui/battles/queue_order.h"

#include "ui/battles/battle_table_model.h"

#include <QCoreApplication>
#include <QLocale>

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

// As its column is called.
QString keyTitle(const Sort& sort) {
    const auto column = columnOf(sort);
    return column ? columnTitle(*column) : QString();
}

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
    case SortKey::Length:
        return sort.descending ? Words::tr("Longest answers") : Words::tr("Shortest answers");
    case SortKey::LengthA:
        return sort.descending ? Words::tr("Longest answer A") : Words::tr("Shortest answer A");
    case SortKey::LengthB:
        return sort.descending ? Words::tr("Longest answer B") : Words::tr("Shortest answer B");
    case SortKey::Changed:
        return sort.descending ? Words::tr("Earliest vote") : Words::tr("Latest vote");
    case SortKey::Flip:
        return sort.descending ? Words::tr("Flips last") : Words::tr("Flips first");
    case SortKey::Random:
        return Words::tr("Random, seed %1").arg(sort.seed);
    default:
        return sort.descending ? Words::tr("%1, backwards").arg(keyTitle(sort)) : keyTitle(sort);
    }
}

QString orderPhrase(const Sort& sort) {
    switch (sort.key) {
    case SortKey::Information:
        return Words::tr("by expected information");
    case SortKey::Gap:
        return sort.descending ? Words::tr("largest gap first") : Words::tr("smallest gap first");
    case SortKey::Length:
        return sort.descending ? Words::tr("longest answers first")
                               : Words::tr("shortest answers first");
    case SortKey::LengthA:
        return sort.descending ? Words::tr("longest answer A first")
                               : Words::tr("shortest answer A first");
    case SortKey::LengthB:
        return sort.descending ? Words::tr("longest answer B first")
                               : Words::tr("shortest answer B first");
    case SortKey::Changed:
        return sort.descending ? Words::tr("earliest vote first") : Words::tr("latest vote first");
    case SortKey::Flip:
        return sort.descending ? Words::tr("flips last") : Words::tr("flips first");
    case SortKey::Random:
        return Words::tr("in random order");
    default: {
        const QString title = keyTitle(sort);
        const QString words = QLocale().toLower(title.left(1)) + title.mid(1);
        return sort.descending ? Words::tr("by %1, backwards").arg(words)
                               : Words::tr("by %1").arg(words);
    }
    }
}

} // namespace agon::ui
