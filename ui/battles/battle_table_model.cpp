#include "ui/battles/battle_table_model.h"

#include "core/domain/model.h"
#include "ui/battles/battle_list_model.h"
#include "ui/battles/battle_words.h"
#include "ui/theme/font.h"
#include "ui/widgets/verdict_chip.h"

#include <cmath>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

QString stageText(StageKind stage) {
    return text(std::string(stageKindName(stage))).toUpper();
}

QVariant length(std::uint32_t characters) {
    return characters == 0 ? QVariant() : QVariant(static_cast<qint64>(characters));
}

} // namespace

BattleTableModel::BattleTableModel(HeadCache& heads, QObject* parent)
    : QAbstractTableModel(parent)
    , m_rows(heads) {
    connect(&heads, &HeadCache::arrived, this, &BattleTableModel::announce);
}

void BattleTableModel::setRows(std::shared_ptr<const BattleTable> table,
                               std::shared_ptr<const Verdicts> verdicts, Policy policy,
                               std::shared_ptr<const BattleOrder> order) {
    beginResetModel();
    m_rows.set(std::move(table), std::move(verdicts), std::move(order));
    m_policy = std::move(policy);
    endResetModel();
}

void BattleTableModel::setVerdicts(std::shared_ptr<const BattleTable> table,
                                   std::shared_ptr<const Verdicts> verdicts, Policy policy,
                                   const std::vector<BattleId>& battles) {
    m_rows.setVerdicts(std::move(table), std::move(verdicts));
    m_policy = std::move(policy);
    if (battles.empty() && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (const BattleId battle : battles)
        if (const int row = rowOf(battle); row >= 0)
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int BattleTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows.count();
}

int BattleTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BattleTableModel::data(const QModelIndex& index, int role) const {
    const auto at = index.isValid() ? m_rows.tableRow(index.row()) : std::nullopt;
    if (!at)
        return {};
    const BattleTable& table = *m_rows.table();
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(*at, index.row(), column);
    case Qt::ToolTipRole:
        return words(*at, index.row(), column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value")
            .arg(columnTitle(column), words(*at, index.row(), column));
    case Qt::FontRole:
        return column == Instruction ? QVariant(proseFont(Size::Body)) : QVariant();
    case JudgeRole:
        return static_cast<int>(m_rows.verdicts().judgeVerdict[*at]);
    case HumanRole:
        return static_cast<int>(peopleSay(table, *at));
    case FlipRole:
        return (m_rows.verdicts().bits[*at] & derived::flip) != 0;
    case FlaggedRole:
        return (table.facts[*at] & facts::flagged) != 0;
    default:
        return {};
    }
}

QVariant BattleTableModel::display(std::uint32_t at, int row, Column column) const {
    const BattleTable& table = *m_rows.table();
    switch (column) {
    case Number:
        return QString::number(table.id[at]);
    case Instruction:
        return m_rows.head(row);
    case Set:
        return text(table.sets[table.set[at]]);
    case Category:
        return text(table.categories[table.category[at]]);
    case Turn:
        return static_cast<int>(table.turn[at]);
    case ModelA:
        return text(table.models[table.modelA[at]].name);
    case ModelB:
        return text(table.models[table.modelB[at]].name);
    case Points:
        return points(at);
    case Gap:
        return std::isnan(m_rows.verdicts().gap[at]) ? QString()
                                                     : formatScore(m_rows.verdicts().gap[at]);
    case LengthA:
        return length(table.lengthA[at]);
    case LengthB:
        return length(table.lengthB[at]);
    case Iteration: {
        QStringList parts;
        if (table.iteration[at] >= 0)
            parts.append(QString::number(table.iteration[at]));
        if (const QString stage = stageText(static_cast<StageKind>(table.stage[at]));
            !stage.isEmpty())
            parts.append(stage);
        return parts.join(u' ');
    }
    case Review:
        return reviewers(at);
    case Verdict:
    case Flip:
    case ColumnCount:
        break;
    }
    return {};
}

// What a cell says in words, for a tooltip and for who does not see it.
QString BattleTableModel::words(std::uint32_t at, int row, Column column) const {
    const BattleTable& table = *m_rows.table();
    switch (column) {
    case Verdict: {
        const auto judge = m_rows.verdicts().judgeVerdict[at];
        const auto human = peopleSay(table, at);
        return human == agon::Verdict::None ? verdictWords({judge})
                                            : verdictChangeWords(judge, human);
    }
    case Flip:
        return (m_rows.verdicts().bits[at] & derived::flip) != 0
                   ? tr("The judge's two games name different winners")
                   : QString();
    case Review: {
        QStringList parts;
        if ((table.facts[at] & facts::flagged) != 0)
            parts.append(tr("flagged"));
        if (const QString names = reviewers(at); !names.isEmpty())
            parts.append(names);
        return parts.join(u", "_s);
    }
    default:
        return display(at, row, column).toString();
    }
}

QString BattleTableModel::points(std::uint32_t at) const {
    const RowVerdict row = deriveRow(*m_rows.table(), at, m_policy);
    if (std::isnan(row.scoreA) || std::isnan(row.scoreB))
        return {};
    return tr("%1 : %2", "points of A and B").arg(formatScore(row.scoreA), formatScore(row.scoreB));
}

QString BattleTableModel::reviewers(std::uint32_t at) const {
    const BattleTable& table = *m_rows.table();
    const auto votes = table.votes.find(at);
    QStringList names;
    if (votes != table.votes.end())
        for (const VoteColumn& vote : votes->second)
            if (vote.annotator < table.annotators.size())
                names.append(text(table.annotators[vote.annotator]));
    return names.join(u", "_s);
}

QVariant BattleTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return column == Number ? u"#"_s : columnTitle(column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return columnTitle(column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    default:
        return {};
    }
}

void BattleTableModel::announce(const std::vector<BattleId>& battles) {
    // Views repaint what they show of it; finding each row would cost more.
    if (!battles.empty() && rowCount() > 0)
        emit dataChanged(index(0, Instruction), index(rowCount() - 1, Instruction),
                         {Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace agon::ui
