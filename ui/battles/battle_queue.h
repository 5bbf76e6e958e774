// The queue under review: filter, order, the battles that are next and those of this sitting.
#pragma once

#include "ui/battles/battle_list_model.h"
#include "ui/battles/battle_table_model.h"
#include "ui/battles/queue_answer.h"
#include "ui/battles/sitting.h"
#include "ui/bridge/latest.h"

#include <QObject>

#include <optional>

namespace agon::ui {

// A presenter: no widgets. Asks on a worker; until the answer comes, and where a filter is refused,
// the rows before stay. GUI thread.
class BattleQueue final : public QObject {
    Q_OBJECT

  public:
    explicit BattleQueue(Session& session, QObject* parent = nullptr);

    [[nodiscard]] const Filter& filter() const { return m_filter; }
    [[nodiscard]] const Sort& sort() const { return m_sort; }
    // False, with refused(), when it cannot be parsed.
    bool setFilter(const QString& text);
    bool addTerms(const QString& text);
    void removeTerm(std::size_t term);
    void clearFilter();
    void setSort(const Sort& sort);
    [[nodiscard]] bool isActive(Facet facet) const;
    // Takes the place of the other facets; beside them with `add`; away when it was active.
    void choose(Facet facet, bool add = false);
    void stepFacet(int step); // the queue before or after, round and round

    // Null until the first answer of a workspace.
    [[nodiscard]] const QueueAnswer* answer() const { return m_answer ? &*m_answer : nullptr; }
    [[nodiscard]] bool hasBattles() const; // the workspace has any
    [[nodiscard]] qint64 total() const;    // battles of the workspace
    [[nodiscard]] BattleListModel& reviewed() { return m_reviewed; }
    [[nodiscard]] BattleListModel& next() { return m_next; }
    // All that matches, as a table; empty while the battles are not shown as one. A vote changes
    // its rows where they stand: they go with the next filter or order.
    [[nodiscard]] BattleTableModel& table() { return m_table; }
    void setShownAsTable(bool table);
    [[nodiscard]] bool isShownAsTable() const { return m_shownAsTable; }
    [[nodiscard]] const Sitting& sitting() const { return m_sitting; }
    // How often this person's votes of the sitting say what the judge says.
    [[nodiscard]] int agreements() const;

    [[nodiscard]] int toReview() const; // reviewed and next together
    // In the order on screen: reviewed, then next; or the rows of the table.
    [[nodiscard]] int count() const;
    [[nodiscard]] std::optional<int> positionOf(BattleId battle) const; // from 0
    // The neighbours in that order; of a battle that is not listed: the first next one.
    [[nodiscard]] std::optional<BattleId> neighbour(BattleId battle, int step) const;
    [[nodiscard]] std::optional<BattleId> nextUnreviewed(BattleId battle) const;
    void skip(BattleId battle); // to the end

  signals:
    void filterChanged();
    void sortChanged();
    void refused(int position, const QString& message); // position in characters; -1: not in one
    void answered();                                    // other rows or counts
    void sittingChanged();

  private:
    void take(Filter filter);
    void reset();
    void ask();
    void askAnew();
    void accept(Result<QueueAnswer> answer);
    void fillTable();
    void verdictsChanged(const std::vector<BattleId>& battles);
    [[nodiscard]] std::optional<BattleId> at(int position) const;
    [[nodiscard]] bool isReviewed(BattleId battle) const;

    Session& m_session;
    HeadCache m_heads;
    BattleListModel m_reviewed;
    BattleListModel m_next;
    BattleTableModel m_table;
    bool m_shownAsTable = false;
    bool m_anew = true; // the next answer is to another question: rows of the table go too
    Filter m_filter;
    Sort m_sort;
    Sitting m_sitting;
    std::vector<std::uint32_t> m_skipped;
    std::optional<QueueAnswer> m_answer;
    Latest m_latest;
};

} // namespace agon::ui
