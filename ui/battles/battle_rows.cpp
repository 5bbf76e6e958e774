#include "ui/battles/battle_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace agon::ui {

namespace {

constexpr int page = 64;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BattleRows)
};

} // namespace

void BattleRows::set(std::shared_ptr<const BattleTable> table,
                     std::shared_ptr<const Verdicts> verdicts,
                     std::shared_ptr<const BattleOrder> order) {
    setVerdicts(std::move(table), std::move(verdicts));
    m_order = std::move(order);
    m_gaps.clear();
}

void BattleRows::setVerdicts(std::shared_ptr<const BattleTable> table,
                             std::shared_ptr<const Verdicts> verdicts) {
    m_table = std::move(table);
    m_verdicts = std::move(verdicts);
}

int BattleRows::count() const {
    if (!m_order)
        return 0;
    std::size_t rows = m_order->ids.size();
    for (const Gap& gap : m_gaps)
        rows -= gap.end - gap.begin;
    return static_cast<int>(rows);
}

std::uint32_t BattleRows::placeOf(int row) const {
    auto place = static_cast<std::uint32_t>(row);
    for (const Gap& gap : m_gaps)
        if (gap.begin <= place)
            place += gap.end - gap.begin;
    return place;
}

int BattleRows::rowOf(BattleId battle) const {
    if (!m_order || !m_table)
        return -1;
    const std::vector<std::uint32_t>& ids = m_order->ids;
    std::uint32_t place = BattleOrder::noPlace;
    if (const auto row = m_table->rowOf(battle); row && *row < m_order->places.size())
        place = m_order->places[*row];
    // Few enough to look through, or the order is of a table that has been read again since.
    if (m_order->places.empty() || (place < ids.size() && ids[place] != battle.value)) {
        const auto found = std::ranges::find(ids, battle.value);
        place = found == ids.end() ? BattleOrder::noPlace
                                   : static_cast<std::uint32_t>(found - ids.begin());
    }
    if (place == BattleOrder::noPlace)
        return -1;
    std::uint32_t before = 0;
    for (const Gap& gap : m_gaps) {
        if (gap.begin <= place && place < gap.end)
            return -1;
        if (gap.end <= place)
            before += gap.end - gap.begin;
    }
    return static_cast<int>(place - before);
}

void BattleRows::remove(int row, int count) {
    const Gap gap{placeOf(row), placeOf(row + count - 1) + 1};
    std::erase_if(m_gaps,
                  [&](const Gap& old) { return gap.begin <= old.begin && old.end <= gap.end; });
    m_gaps.insert(std::ranges::upper_bound(m_gaps, gap.begin, {}, &Gap::begin), gap);
}

std::optional<std::uint32_t> BattleRows::tableRow(int row) const {
    return m_table ? m_table->rowOf(battle(row)) : std::nullopt;
}

QString BattleRows::head(int row) const {
    const auto at = tableRow(row);
    if (!at)
        return {};
    if ((m_table->facts[*at] & facts::bare) != 0)
        return Words::tr("%1 against %2")
            .arg(QString::fromStdString(m_table->models[m_table->modelA[*at]].name),
                 QString::fromStdString(m_table->models[m_table->modelB[*at]].name));
    if (!m_heads)
        return {};
    if (const auto known = m_heads->find(battle(row)))
        return *known;
    want(row);
    return {};
}

// The whole page, so that scrolling asks once a screen and not once a row.
void BattleRows::want(int row) const {
    const int first = row / page * page;
    std::vector<BattleId> wanted;
    for (int i = first; i < std::min(first + page, count()); ++i)
        if (!m_heads->find(battle(i)))
            wanted.push_back(battle(i));
    m_heads->want(wanted);
}

BattleRows::Same BattleRows::same(const BattleOrder& other) const {
    const int rows = count();
    const auto others = static_cast<int>(other.ids.size());
    const int most = std::min(rows, others);
    const auto otherAt = [&other](int row) {
        return other.ids[static_cast<std::size_t>(row)];
    };
    Same out;
    while (out.front < most && idAt(out.front) == otherAt(out.front))
        ++out.front;
    while (out.back < most - out.front &&
           idAt(rows - 1 - out.back) == otherAt(others - 1 - out.back))
        ++out.back;
    return out;
}

} // namespace agon::ui
