// The rows that a list or a table of battles shows: an order, what the columns in memory say of it,
// and words fetched by pages.
#pragma once

#include "core/battles/policy.h"
#include "ui/battles/battle_order.h"
#include "ui/battles/head_cache.h"

#include <QPointer>
#include <QString>

#include <optional>

namespace agon::ui {

// Reads memory only; asks the cache for words that it lacks. Only two look through all rows:
// same(), which a model needs to move as few rows as will do, and rowOf() in a short order or one
// of a table that has been read again since.
class BattleRows final {
  public:
    explicit BattleRows(HeadCache& heads)
        : m_heads(&heads) {}

    void set(std::shared_ptr<const BattleTable> table, std::shared_ptr<const Verdicts> verdicts,
             std::shared_ptr<const BattleOrder> order);
    // Same rows, other verdicts.
    void setVerdicts(std::shared_ptr<const BattleTable> table,
                     std::shared_ptr<const Verdicts> verdicts);

    [[nodiscard]] int count() const;
    [[nodiscard]] BattleId battle(int row) const { return {idAt(row)}; }
    [[nodiscard]] int rowOf(BattleId battle) const; // -1: not here
    void remove(int row, int count = 1);

    // Null before the first set().
    [[nodiscard]] const BattleTable* table() const { return m_table.get(); }
    [[nodiscard]] const Verdicts& verdicts() const { return *m_verdicts; }
    // In the table; nullopt when the battle is gone since, the next answer drops it.
    [[nodiscard]] std::optional<std::uint32_t> tableRow(int row) const;
    // One line of the instruction; empty while it is being read.
    [[nodiscard]] QString head(int row) const;

    // How many rows at the front, and then at the back, are the same in another order.
    struct Same {
        int front = 0;
        int back = 0;
    };
    [[nodiscard]] Same same(const BattleOrder& other) const;

  private:
    // Places of the order that are rows no more.
    struct Gap {
        std::uint32_t begin;
        std::uint32_t end;
    };
    [[nodiscard]] std::uint32_t placeOf(int row) const;
    [[nodiscard]] std::uint32_t idAt(int row) const { return m_order->ids[placeOf(row)]; }
    void want(int row) const;

    QPointer<HeadCache> m_heads;
    std::shared_ptr<const BattleTable> m_table;
    std::shared_ptr<const Verdicts> m_verdicts;
    std::shared_ptr<const BattleOrder> m_order;
    std::vector<Gap> m_gaps; // ascending; few, until the next set()
};

} // namespace agon::ui
