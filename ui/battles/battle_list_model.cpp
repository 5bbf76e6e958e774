#include "ui/battles/battle_list_model.h"

#include "ui/widgets/format_number.h"
#include "ui/widgets/verdict_chip.h"

#include <algorithm>
#include <cmath>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t page = 64;

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

QString number(float value) {
    const auto asDouble = static_cast<double>(value);
    return formatNumber(asDouble, std::round(asDouble * 10) == asDouble * 10 ? 1 : 2);
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
        parts.append(BattleListModel::tr("gap %1").arg(number(verdicts.gap[row])));
    else if ((verdicts.bits[row] & derived::disagree) != 0)
        parts.append(BattleListModel::tr("judges disagree"));
    return parts.join(u" · "_s);
}

BattleListModel::BattleListModel(HeadCache& heads, QObject* parent)
    : QAbstractListModel(parent)
    , m_heads(&heads) {
    connect(&heads, &HeadCache::arrived, this, &BattleListModel::announce);
}

void BattleListModel::setRows(std::shared_ptr<const BattleTable> table,
                              std::shared_ptr<const Verdicts> verdicts,
                              std::vector<std::uint32_t> ids) {
    m_table = std::move(table);
    m_verdicts = std::move(verdicts);
    const auto [oldFront, newFront] = std::ranges::mismatch(m_ids, ids);
    const auto front = oldFront - m_ids.begin();
    auto oldBack = m_ids.end();
    auto newBack = ids.end();
    while (oldBack > oldFront && newBack > newFront && *(oldBack - 1) == *(newBack - 1)) {
        --oldBack;
        --newBack;
    }
    const auto first = static_cast<int>(front);
    const auto removed = static_cast<int>(oldBack - oldFront);
    const auto added = static_cast<int>(newBack - newFront);
    if (removed > 0) {
        beginRemoveRows({}, first, first + removed - 1);
        m_ids.erase(m_ids.begin() + first, m_ids.begin() + first + removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, first, first + added - 1);
        m_ids = std::move(ids);
        endInsertRows();
    }
    if (!m_ids.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void BattleListModel::setVerdicts(std::shared_ptr<const BattleTable> table,
                                  std::shared_ptr<const Verdicts> verdicts) {
    m_table = std::move(table);
    m_verdicts = std::move(verdicts);
    if (!m_ids.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int BattleListModel::rowOf(BattleId battle) const {
    const auto found = std::ranges::find(m_ids, static_cast<std::uint32_t>(battle.value));
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

void BattleListModel::remove(BattleId battle) {
    const int row = rowOf(battle);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_ids.erase(m_ids.begin() + row);
    endRemoveRows();
}

int BattleListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant BattleListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_table)
        return {};
    const BattleId id = battle(index.row());
    const auto row = m_table->rowOf(id);
    if (!row)
        return {}; // gone since; the next answer drops it
    const std::uint8_t bits = m_verdicts->bits[*row];
    switch (role) {
    case IdRole:
        return static_cast<qint64>(id.value);
    case HeadRole:
        return head(*row, index.row());
    case FactsRole:
        return battleFacts(*m_table, *m_verdicts, *row);
    case JudgeRole:
        return static_cast<int>(m_verdicts->judgeVerdict[*row]);
    case HumanRole:
        return static_cast<int>(peopleSay(*m_table, *row));
    case FlipRole:
        return (bits & derived::flip) != 0;
    case FlaggedRole:
        return (m_table->facts[*row] & facts::flagged) != 0;
    case ReviewedRole:
        return (bits & derived::reviewed) != 0;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return head(*row, index.row());
    case Qt::AccessibleTextRole: {
        const Verdict human = peopleSay(*m_table, *row);
        const Verdict judge = m_verdicts->judgeVerdict[*row];
        return tr("%1. %2. %3", "instruction, facts, verdict")
            .arg(head(*row, index.row()), battleFacts(*m_table, *m_verdicts, *row),
                 human == Verdict::None ? verdictWords({judge}) : verdictChangeWords(judge, human));
    }
    default:
        return {};
    }
}

QString BattleListModel::head(std::uint32_t tableRow, int row) const {
    if ((m_table->facts[tableRow] & facts::bare) != 0)
        return tr("%1 against %2")
            .arg(QString::fromStdString(m_table->models[m_table->modelA[tableRow]].name),
                 QString::fromStdString(m_table->models[m_table->modelB[tableRow]].name));
    if (!m_heads)
        return {};
    if (const auto known = m_heads->find(battle(row)))
        return *known;
    want(row);
    return {};
}

// The whole page, so that scrolling asks once a screen and not once a row.
void BattleListModel::want(int row) const {
    const std::size_t first = static_cast<std::size_t>(row) / page * page;
    const std::size_t last = std::min(first + page, m_ids.size());
    std::vector<BattleId> wanted;
    for (std::size_t i = first; i < last; ++i)
        if (!m_heads->find({m_ids[i]}))
            wanted.push_back({m_ids[i]});
    m_heads->want(wanted);
}

void BattleListModel::announce(const std::vector<BattleId>& battles) {
    // Views repaint what they show of it; finding each row would cost more.
    if (!battles.empty() && !m_ids.empty())
        emit dataChanged(index(0), index(rowCount() - 1),
                         {HeadRole, Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace agon::ui
