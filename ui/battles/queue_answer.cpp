#include "ui/battles/queue_answer.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <unordered_set>

namespace agon::ui {

namespace {

using Rows = std::vector<std::uint32_t>;

// Each text is searched for once, however often it is asked.
class Searches {
  public:
    explicit Searches(const TextSearch& search)
        : m_search(search) {}
    Result<std::vector<std::int64_t>> operator()(std::string_view words) {
        const auto known = m_found.find(std::string(words));
        if (known != m_found.end())
            return known->second;
        auto ids = TRY(m_search(words));
        m_found.emplace(words, ids);
        return ids;
    }

  private:
    const TextSearch& m_search;
    std::map<std::string, std::vector<std::int64_t>> m_found;
};

Result<Rows> rowsOf(const QueueQuestion& question, const Filter& filter, Searches& searches) {
    return select(*question.table, *question.verdicts, filter,
                  [&](std::string_view words) { return searches(words); });
}

Filter without(const Filter& filter, std::size_t term) {
    Filter out = filter;
    out.terms.erase(out.terms.begin() + static_cast<std::ptrdiff_t>(term));
    return out;
}

std::int64_t countOf(const Rows& rows) {
    return static_cast<std::int64_t>(rows.size());
}

Result<void> countFacets(const QueueQuestion& question, Searches& searches, std::stop_token stop,
                         QueueAnswer& answer) {
    Filter base = question.filter;
    std::erase_if(base.terms, [](const FilterTerm& term) { return facetOf(term).has_value(); });
    std::vector<bool> inBase(question.table->size());
    for (const std::uint32_t row : TRY(rowsOf(question, base, searches)))
        inBase[row] = true;
    for (const Facet facet : allFacets) {
        if (stop.stop_requested())
            return cancelled();
        const Rows rows = TRY(rowsOf(question, Filter{{facetTerm(facet)}}, searches));
        answer.facets[static_cast<std::size_t>(facet)] =
            std::ranges::count_if(rows, [&](std::uint32_t row) { return inBase[row]; });
    }
    return {};
}

Result<void> countTerms(const QueueQuestion& question, Searches& searches, QueueAnswer& answer) {
    const Filter& filter = question.filter;
    for (std::size_t i = 0; i < filter.terms.size(); ++i) {
        TermCount count;
        count.alone = countOf(TRY(rowsOf(question, Filter{{filter.terms[i]}}, searches)));
        count.without = countOf(TRY(rowsOf(question, without(filter, i), searches)));
        answer.terms.push_back(count);
    }
    return {};
}

Rows idsOf(const BattleTable& table, const Rows& rows) {
    Rows out;
    out.reserve(rows.size());
    for (const std::uint32_t row : rows)
        out.push_back(table.id[row]);
    return out;
}

std::shared_ptr<const BattleOrder> nextOf(const QueueQuestion& question,
                                          const std::shared_ptr<const BattleOrder>& all) {
    if (question.apart.empty() && question.last.empty())
        return all;
    const BattleTable& table = *question.table;
    const auto matches = [&](std::uint32_t id) {
        const auto row = table.rowOf({id});
        return row && all->places[*row] != BattleOrder::noPlace;
    };
    std::unordered_set<std::uint32_t> elsewhere(question.apart.begin(), question.apart.end());
    elsewhere.insert(question.last.begin(), question.last.end());
    Rows out;
    out.reserve(all->ids.size());
    std::ranges::copy_if(all->ids, std::back_inserter(out),
                         [&](std::uint32_t id) { return !elsewhere.contains(id); });
    std::ranges::copy_if(question.last, std::back_inserter(out), matches);
    return indexedOrder(table, std::move(out));
}

} // namespace

Result<QueueAnswer> answerQueue(const QueueQuestion& question, const TextSearch& search,
                                std::stop_token stop) {
    const BattleTable& table = *question.table;
    QueueAnswer answer;
    answer.table = question.table;
    answer.verdicts = question.verdicts;
    Searches searches(search);
    Rows rows = TRY(rowsOf(question, question.filter, searches));
    answer.matches = countOf(rows);
    if (rows.empty())
        TRY(countTerms(question, searches, answer));
    TRY(countFacets(question, searches, stop, answer));

    if (stop.stop_requested())
        return cancelled();
    sortRows(rows, table, *question.verdicts, question.sort);
    answer.all = indexedOrder(table, idsOf(table, rows));
    answer.next = nextOf(question, answer.all);
    return answer;
}

} // namespace agon::ui
