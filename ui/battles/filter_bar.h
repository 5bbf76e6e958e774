// Filter, counts, order and the queues above the battles.
#pragma once

#include "ui/battles/facet.h"

#include <QWidget>

#include <utility>
#include <vector>

namespace agon::ui {

class ActionRegistry;
class BattleQueue;
class FacetButton;
class FilterField;
class KeyToolButton;
class NoticeBar;
class PolicyCombo;
class TextLabel;

class FilterBar final : public QWidget {
    Q_OBJECT

  public:
    FilterBar(BattleQueue& queue, ActionRegistry& actions, QWidget* parent = nullptr);

    [[nodiscard]] FilterField* field() const { return m_field; }
    // Says that a filter was refused; the rows below stay.
    void showRefusal(int position, const QString& message);

  signals:
    void left(); // the keyboard goes to the battles

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] QWidget* filterRow();
    [[nodiscard]] QWidget* facetRow();
    void fillSorts();
    void showFilter();
    void showCounts();
    void showSort();
    void fit();

    BattleQueue& m_queue;
    FilterField* m_field;
    TextLabel* m_matches;
    TextLabel* m_total;
    PolicyCombo* m_sort;
    KeyToolButton* m_table;
    NoticeBar* m_notice;
    std::vector<std::pair<Facet, FacetButton*>> m_facets;
};

} // namespace agon::ui
