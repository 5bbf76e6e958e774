#include "ui/battles/battle_queue.h"

#include <algorithm>
#include <utility>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

std::uint32_t narrow(BattleId battle) {
    return static_cast<std::uint32_t>(battle.value);
}

} // namespace

BattleQueue::BattleQueue(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_heads(session)
    , m_reviewed(m_heads)
    , m_next(m_heads)
    , m_table(m_heads)
    , m_sort{SortKey::Information} {
    m_filter.terms.push_back(facetTerm(Facet::Unreviewed));
    connect(&session, &Session::opened, this, &BattleQueue::reset);
    connect(&session, &Session::closed, this, &BattleQueue::reset);
    connect(&session, &Session::tableChanged, this, [this] {
        m_heads.clear();
        askAnew();
    });
    connect(&session, &Session::verdictsChanged, this, &BattleQueue::verdictsChanged);
    if (session.table())
        ask();
}

bool BattleQueue::setFilter(const QString& text) {
    const std::string source = text.toStdString();
    auto filter = parseFilter(source);
    if (!filter) {
        const auto before = QByteArrayView(source).first(
            static_cast<qsizetype>(std::min(filter.error().position, source.size())));
        emit refused(static_cast<int>(QString::fromUtf8(before).size()),
                     QString::fromStdString(filter.error().message));
        return false;
    }
    take(std::move(*filter));
    return true;
}

bool BattleQueue::addTerms(const QString& text) {
    auto added = parseFilter(text.toStdString());
    if (!added)
        return setFilter(text); // says what is wrong with it
    Filter filter = m_filter;
    for (const FilterTerm& term : added->terms)
        if (std::ranges::none_of(filter.terms,
                                 [&](const FilterTerm& known) { return sameTerm(known, term); }))
            filter.terms.push_back(term);
    take(std::move(filter));
    return true;
}

void BattleQueue::removeTerm(std::size_t term) {
    if (term >= m_filter.terms.size())
        return;
    Filter filter = m_filter;
    filter.terms.erase(filter.terms.begin() + static_cast<std::ptrdiff_t>(term));
    take(std::move(filter));
}

void BattleQueue::clearFilter() {
    take({});
}

void BattleQueue::take(Filter filter) {
    m_filter = std::move(filter);
    emit filterChanged();
    askAnew();
}

void BattleQueue::setShownAsTable(bool table) {
    if (table == m_shownAsTable)
        return;
    m_shownAsTable = table;
    fillTable();
}

void BattleQueue::fillTable() {
    // The answer may be older than the last vote.
    if (m_shownAsTable && m_answer)
        m_table.setRows(m_session.table(), m_session.verdicts(), m_session.policy(), m_answer->all);
    else
        m_table.setRows(nullptr, nullptr, {}, shortOrder({}));
}

void BattleQueue::setSort(const Sort& sort) {
    m_sort = sort;
    emit sortChanged();
    askAnew();
}

bool BattleQueue::isActive(Facet facet) const {
    return std::ranges::any_of(m_filter.terms, [facet](const FilterTerm& term) {
        return sameTerm(term, facetTerm(facet));
    });
}

void BattleQueue::choose(Facet facet, bool add) {
    const bool wasActive = isActive(facet);
    Filter filter = m_filter;
    std::erase_if(filter.terms, [&](const FilterTerm& term) {
        const auto known = facetOf(term);
        return known && (!add || known == facet);
    });
    if (!wasActive)
        filter.terms.push_back(facetTerm(facet));
    take(std::move(filter));
}

void BattleQueue::stepFacet(int step) {
    const int count = static_cast<int>(allFacets.size());
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (isActive(allFacets[static_cast<std::size_t>(i)]))
            at = i;
    const Facet facet = allFacets[static_cast<std::size_t>((at + step + count) % count)];
    if (!isActive(facet))
        choose(facet);
}

bool BattleQueue::hasBattles() const {
    return total() > 0;
}

qint64 BattleQueue::total() const {
    return m_session.table() ? static_cast<qint64>(m_session.table()->size()) : 0;
}

int BattleQueue::agreements() const {
    if (!m_session.table())
        return 0;
    const BattleTable& table = *m_session.table();
    return static_cast<int>(std::ranges::count_if(m_sitting.ids(), [&](std::uint32_t id) {
        const VoteHistory::Step* mine = m_session.history().latestVote({id});
        const auto row = table.rowOf({id});
        return mine && row && mine->verdict == m_session.verdicts()->judgeVerdict[*row];
    }));
}

int BattleQueue::count() const {
    return m_shownAsTable ? m_table.rowCount() : toReview();
}

int BattleQueue::toReview() const {
    return m_reviewed.rowCount() + m_next.rowCount();
}

std::optional<BattleId> BattleQueue::at(int position) const {
    if (position < 0 || position >= count())
        return std::nullopt;
    if (m_shownAsTable)
        return m_table.battle(position);
    const int reviewed = m_reviewed.rowCount();
    return position < reviewed ? m_reviewed.battle(position) : m_next.battle(position - reviewed);
}

std::optional<int> BattleQueue::positionOf(BattleId battle) const {
    if (m_shownAsTable) {
        const int row = m_table.rowOf(battle);
        return row >= 0 ? std::optional(row) : std::nullopt;
    }
    if (const int row = m_reviewed.rowOf(battle); row >= 0)
        return row;
    if (const int row = m_next.rowOf(battle); row >= 0)
        return m_reviewed.rowCount() + row;
    return std::nullopt;
}

std::optional<BattleId> BattleQueue::neighbour(BattleId battle, int step) const {
    const auto position = positionOf(battle);
    return at(position ? *position + step : m_shownAsTable ? 0 : m_reviewed.rowCount());
}

std::optional<BattleId> BattleQueue::nextUnreviewed(BattleId battle) const {
    const int first = m_shownAsTable ? 0 : m_reviewed.rowCount();
    const int rows = count() - first;
    const int here = positionOf(battle).value_or(first - 1) - first;
    for (int i = 1; i <= rows; ++i) {
        const auto candidate = at(first + (std::max(here, -1) + i) % rows);
        if (candidate && *candidate != battle && !isReviewed(*candidate))
            return candidate;
    }
    return std::nullopt;
}

bool BattleQueue::isReviewed(BattleId battle) const {
    const auto row = m_session.table() ? m_session.table()->rowOf(battle) : std::nullopt;
    return row && (m_session.verdicts()->bits[*row] & derived::reviewed) != 0;
}

void BattleQueue::skip(BattleId battle) {
    std::erase(m_skipped, narrow(battle));
    m_skipped.push_back(narrow(battle));
    ask();
}

void BattleQueue::reset() {
    m_latest.cancel();
    m_heads.clear();
    m_sitting.clear();
    m_skipped.clear();
    m_answer.reset();
    m_reviewed.setRows(nullptr, nullptr, shortOrder({}));
    m_next.setRows(nullptr, nullptr, shortOrder({}));
    fillTable();
    emit sittingChanged();
    emit answered();
    if (m_session.table())
        askAnew();
}

void BattleQueue::askAnew() {
    m_anew = true;
    ask();
}

void BattleQueue::ask() {
    if (!m_session.table())
        return;
    QueueQuestion question{
        m_session.table(), m_session.verdicts(), m_filter, m_sort, m_sitting.ids(), m_skipped};
    m_latest.run<QueueAnswer>(
        m_session, JobSpec{{}, false},
        [question = std::move(question)](Workspace& workspace, const JobContext& context) {
            const TextSearch search = [&](std::string_view words) {
                return workspace.read<std::vector<std::int64_t>>(
                    [words](Reader& reader) { return reader.search(words); }, context.stop);
            };
            return answerQueue(question, search, context.stop);
        },
        this, [this](Result<QueueAnswer> answer) { accept(std::move(answer)); });
}

void BattleQueue::accept(Result<QueueAnswer> answer) {
    if (!answer) {
        if (answer.error().code != ErrorCode::Cancelled)
            emit refused(-1, QString::fromStdString(answer.error().text()));
        return;
    }
    m_answer = std::move(*answer);
    m_reviewed.setRows(m_answer->table, m_answer->verdicts, shortOrder(m_sitting.ids()));
    m_next.setRows(m_answer->table, m_answer->verdicts, m_answer->next);
    if (std::exchange(m_anew, false))
        fillTable();
    emit answered();
}

// Votes of this person in this sitting move their battles at once; the filter is asked afterwards.
void BattleQueue::verdictsChanged(const std::vector<BattleId>& battles) {
    bool moved = false;
    for (const BattleId battle : battles) {
        const VoteHistory::Step* mine = m_session.history().latestVote(battle);
        const bool voted = mine && mine->verdict;
        if (voted == m_sitting.contains(narrow(battle)))
            continue;
        moved = true;
        if (voted) {
            m_sitting.add(narrow(battle), m_session.savedAt());
            std::erase(m_skipped, narrow(battle));
            m_next.remove(battle);
        } else {
            m_sitting.remove(narrow(battle));
        }
    }
    if (!m_answer)
        return ask();
    m_reviewed.setRows(m_session.table(), m_session.verdicts(), shortOrder(m_sitting.ids()));
    m_next.setVerdicts(m_session.table(), m_session.verdicts());
    if (m_shownAsTable)
        m_table.setVerdicts(m_session.table(), m_session.verdicts(), m_session.policy(), battles);
    if (moved)
        emit sittingChanged();
    m_anew = m_anew || battles.empty(); // another policy
    ask();
}

} // namespace agon::ui
