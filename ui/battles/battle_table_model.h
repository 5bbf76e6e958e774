// Battles as the rows of a table, a column a fact.
#pragma once

#include "core/battles/sort.h"
#include "ui/battles/battle_rows.h"

#include <QAbstractTableModel>

namespace agon::ui {

// rowCount() is the full count; data() reads memory only. Another order is a reset: its rows have
// nothing to do with those before.
class BattleTableModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        Number,
        Instruction,
        Set,
        Category,
        Turn,
        ModelA,
        ModelB,
        Verdict,
        Points,
        Gap,
        Flip,
        LengthA,
        LengthB,
        Iteration,
        Review,
        ColumnCount
    };
    enum Role {
        JudgeRole = Qt::UserRole + 1, // agon::Verdict as int
        HumanRole,                    // agon::Verdict as int; None: nobody voted
        FlipRole,                     // bool
        FlaggedRole,                  // bool
    };

    explicit BattleTableModel(HeadCache& heads, QObject* parent = nullptr);

    void setRows(std::shared_ptr<const BattleTable> table, std::shared_ptr<const Verdicts> verdicts,
                 Policy policy, std::shared_ptr<const BattleOrder> order);
    // Same rows; of these battles, or of all where none is named, other verdicts.
    void setVerdicts(std::shared_ptr<const BattleTable> table,
                     std::shared_ptr<const Verdicts> verdicts, Policy policy,
                     const std::vector<BattleId>& battles);

    [[nodiscard]] BattleId battle(int row) const { return m_rows.battle(row); }
    [[nodiscard]] int rowOf(BattleId battle) const { return m_rows.rowOf(battle); } // -1: not here

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    [[nodiscard]] QVariant display(std::uint32_t at, int row, Column column) const;
    [[nodiscard]] QString words(std::uint32_t at, int row, Column column) const;
    [[nodiscard]] QString points(std::uint32_t at) const;
    [[nodiscard]] QString reviewers(std::uint32_t at) const;
    void announce(const std::vector<BattleId>& battles);

    BattleRows m_rows;
    Policy m_policy;
};

// What a column is called where its header has room for a sign only.
[[nodiscard]] QString columnTitle(BattleTableModel::Column column);
// Stays the same in settings.
[[nodiscard]] QString columnKey(BattleTableModel::Column column);
[[nodiscard]] bool isNumeric(BattleTableModel::Column column);

// The order that a click on the header asks for first.
[[nodiscard]] Sort sortOf(BattleTableModel::Column column);
// The column that an order goes by; nullopt: none of them.
[[nodiscard]] std::optional<BattleTableModel::Column> columnOf(const Sort& sort);

} // namespace agon::ui
