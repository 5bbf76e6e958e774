// Battles in a given order, as rows: facts from the columns in memory, words fetched by pages.
#pragma once

#include "ui/battles/battle_rows.h"

#include <QAbstractListModel>

namespace agon::ui {

// rowCount() is the full count; data() reads memory only and asks the cache for what it lacks.
class BattleListModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        IdRole = Qt::UserRole + 1, // qint64
        HeadRole,                  // one line of the instruction; empty while it is being read
        FactsRole,                 // "#391 · Coding · gap 0.5"
        JudgeRole,                 // agon::Verdict as int
        HumanRole,                 // agon::Verdict as int; None: nobody voted
        FlipRole,                  // bool
        FlaggedRole,               // bool
        ReviewedRole,              // bool
    };

    explicit BattleListModel(HeadCache& heads, QObject* parent = nullptr);

    // Moves to another order with as few inserted and removed rows as will do.
    void setRows(std::shared_ptr<const BattleTable> table, std::shared_ptr<const Verdicts> verdicts,
                 std::shared_ptr<const BattleOrder> order);
    // Same rows, other verdicts.
    void setVerdicts(std::shared_ptr<const BattleTable> table,
                     std::shared_ptr<const Verdicts> verdicts);

    [[nodiscard]] BattleId battle(int row) const { return m_rows.battle(row); }
    [[nodiscard]] int rowOf(BattleId battle) const { return m_rows.rowOf(battle); } // -1: not here
    void remove(BattleId battle);                                                   // if it is here

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    void announce(const std::vector<BattleId>& battles);

    BattleRows m_rows;
};

// "#391 · Coding · gap 0.5"; what is unusual comes instead of the gap: "3 replies unreadable".
[[nodiscard]] QString battleFacts(const BattleTable& table, const Verdicts& verdicts,
                                  std::uint32_t row);
// What people say of a row together; None: nobody voted.
[[nodiscard]] Verdict peopleSay(const BattleTable& table, std::uint32_t row);

} // namespace agon::ui
