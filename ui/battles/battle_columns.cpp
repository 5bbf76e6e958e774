// What the columns of the table are called, and the orders they stand for.
#include "ui/battles/battle_table_model.h"

#include <array>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;
using Column = BattleTableModel::Column;

struct Row {
    const char16_t* key;
    SortKey sort;
    bool descendingFirst; // what one looks for is at that end
    bool numeric;
};

constexpr std::array<Row, BattleTableModel::ColumnCount> rows{{
    {u"number", SortKey::Id, false, true},
    {u"instruction", SortKey::Instruction, false, false},
    {u"set", SortKey::Set, false, false},
    {u"category", SortKey::Category, false, false},
    {u"turn", SortKey::Turn, true, true},
    {u"model-a", SortKey::ModelA, false, false},
    {u"model-b", SortKey::ModelB, false, false},
    {u"verdict", SortKey::Verdict, false, false},
    {u"points", SortKey::Gap, true, true},
    {u"gap", SortKey::Gap, false, true},
    {u"flip", SortKey::Flip, false, false},
    {u"length-a", SortKey::LengthA, true, true},
    {u"length-b", SortKey::LengthB, true, true},
    {u"iteration", SortKey::Iteration, false, false},
    {u"review", SortKey::Changed, false, false},
}};

const Row& rowOf(Column column) {
    return rows[static_cast<std::size_t>(column)];
}

} // namespace

QString columnTitle(Column column) {
    switch (column) {
    case Column::Number:
        return BattleTableModel::tr("Number");
    case Column::Instruction:
        return BattleTableModel::tr("Instruction");
    case Column::Set:
        return BattleTableModel::tr("Set");
    case Column::Category:
        return BattleTableModel::tr("Category");
    case Column::Turn:
        return BattleTableModel::tr("Turn");
    case Column::ModelA:
        return BattleTableModel::tr("Model A");
    case Column::ModelB:
        return BattleTableModel::tr("Model B");
    case Column::Verdict:
        return BattleTableModel::tr("Verdict");
    case Column::Points:
        return BattleTableModel::tr("Points");
    case Column::Gap:
        return BattleTableModel::tr("Gap");
    case Column::Flip:
        return BattleTableModel::tr("Flip");
    case Column::LengthA:
        return BattleTableModel::tr("Length A");
    case Column::LengthB:
        return BattleTableModel::tr("Length B");
    case Column::Iteration:
        return BattleTableModel::tr("Iteration");
    case Column::Review:
        return BattleTableModel::tr("Reviewed by");
    case Column::ColumnCount:
        break;
    }
    return {};
}

QString columnKey(Column column) {
    return QString::fromUtf16(rowOf(column).key);
}

bool isNumeric(Column column) {
    return rowOf(column).numeric;
}

Sort sortOf(Column column) {
    return {rowOf(column).sort, rowOf(column).descendingFirst, 0};
}

std::optional<Column> columnOf(const Sort& sort) {
    // Of points and gap, which share an order, the gap says it.
    for (std::size_t i = rows.size(); i-- > 0;)
        if (rows[i].sort == sort.key)
            return static_cast<Column>(i);
    return std::nullopt;
}

} // namespace agon::ui
