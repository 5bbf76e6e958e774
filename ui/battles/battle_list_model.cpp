#include "ui/battles/battle_list_model.h"

#include "ui/battles/battle_words.h"
#include "ui/widgets/verdict_chip.h"

#include <algorithm>
#include <cmath>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

int unreadableReplies(const BattleTable& table, std::uint32_t row) {
    const auto first = table.games.begin() + table.gameBegin[row];
    const auto last = table.games.begin() + table.gameBegin[row + 1];
    return static_cast<int>(std::count_if(
        first, last, [](const GameColumn& game) { return game.verdict == Verdict::Invalid; }));
}

QString unreadable(int replies) {
    return replies == 1 ? BattleListModel::tr("1 reply unreadable")
                        : BattleListModel::tr("%1 replies unreadable").arg(replies);
}

} // namespace

Verdict peopleSay(const BattleTable& table, std::uint32_t row) {
    const auto found = table.votes.find(row);
    if (found == table.votes.end())
        return Verdict::None;
    std::vector<Verdict> votes;
    for (const VoteColumn& vote : found->second)
        votes.push_back(vote.verdict);
    return foldVotes(votes).verdict;
}

QString battleFacts(const BattleTable& table, const Verdicts& verdicts, std::uint32_t row) {
    QStringList parts{u"#"_s + QString::number(table.id[row])};
    if (const std::string& category = table.categories[table.category[row]]; !category.empty())
        parts.append(QString::fromStdString(category));
    else if (const std::string& set = table.sets[table.set[row]]; !set.empty())
        parts.append(QString::fromStdString(set));
    const std::uint8_t facts = table.facts[row];
    if ((facts & facts::selfBattle) != 0)
        parts.append(BattleListModel::tr("against itself"));
    if (verdicts.judgeVerdict[row] == Verdict::Invalid)
        parts.append(unreadable(unreadableReplies(table, row)));
    else if (verdicts.judgeVerdict[row] == Verdict::None)
        parts.append(BattleListModel::tr("not judged"));
    else if (!std::isnan(verdicts.gap[row]))
        parts.append(BattleListModel::tr("gap %1").arg(formatScore(verdicts.gap[row])));
    else if ((verdicts.bits[row] & derived::disagree) != 0)
        parts.append(BattleListModel::tr("judges disagree"));
    return parts.join(u" · "_s);
}

BattleListModel::BattleListModel(HeadCache& heads, QObject* parent)
    : QAbstractListModel(parent)
    , m_rows(heads) {
    connect(&heads, &HeadCache::arrived, this, &BattleListModel::announce);
}

void BattleListModel::setRows(std::shared_ptr<const BattleTable> table,
                              std::shared_ptr<const Verdicts> verdicts,
                              std::shared_ptr<const BattleOrder> order) {
    const auto [front, back] = m_rows.same(*order);
    const int removed = m_rows.count() - front - back;
    const int added = static_cast<int>(order->ids.size()) - front - back;
    m_rows.setVerdicts(table, verdicts);
    if (removed > 0) {
        beginRemoveRows({}, front, front + removed - 1);
        m_rows.remove(front, removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, front, front + added - 1);
        m_rows.set(std::move(table), std::move(verdicts), std::move(order));
        endInsertRows();
    } else {
        m_rows.set(std::move(table), std::move(verdicts), std::move(order));
    }
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

void BattleListModel::setVerdicts(std::shared_ptr<const BattleTable> table,
                                  std::shared_ptr<const Verdicts> verdicts) {
    m_rows.setVerdicts(std::move(table), std::move(verdicts));
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

void BattleListModel::remove(BattleId battle) {
    const int row = rowOf(battle);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.remove(row);
    endRemoveRows();
}

int BattleListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows.count();
}

QVariant BattleListModel::data(const QModelIndex& index, int role) const {
    const auto row = index.isValid() ? m_rows.tableRow(index.row()) : std::nullopt;
    if (!row)
        return {};
    const BattleTable& table = *m_rows.table();
    const Verdicts& verdicts = m_rows.verdicts();
    const std::uint8_t bits = verdicts.bits[*row];
    switch (role) {
    case IdRole:
        return static_cast<qint64>(battle(index.row()).value);
    case HeadRole:
        return m_rows.head(index.row());
    case FactsRole:
        return battleFacts(table, verdicts, *row);
    case JudgeRole:
        return static_cast<int>(verdicts.judgeVerdict[*row]);
    case HumanRole:
        return static_cast<int>(peopleSay(table, *row));
    case FlipRole:
        return (bits & derived::flip) != 0;
    case FlaggedRole:
        return (table.facts[*row] & facts::flagged) != 0;
    case ReviewedRole:
        return (bits & derived::reviewed) != 0;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return m_rows.head(index.row());
    case Qt::AccessibleTextRole: {
        const Verdict human = peopleSay(table, *row);
        const Verdict judge = verdicts.judgeVerdict[*row];
        return tr("%1. %2. %3", "instruction, facts, verdict")
            .arg(m_rows.head(index.row()), battleFacts(table, verdicts, *row),
                 human == Verdict::None ? verdictWords({judge}) : verdictChangeWords(judge, human));
    }
    default:
        return {};
    }
}

void BattleListModel::announce(const std::vector<BattleId>& battles) {
    // Views repaint what they show of it; finding each row would cost more.
    if (!battles.empty() && rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1),
                         {HeadRole, Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace agon::ui
