// The panel “Battles”: filter, and queue and viewer or the table.
#pragma once

#include "ui/battles/review_desk.h"
#include "ui/shell/panel.h"

#include <memory>

class QSplitter;
class QStackedWidget;

namespace agon::ui {

class BattleViewer;
class BattleTableView;
class FilterBar;
class QueueView;

class BattlesPanel final : public Panel {
    Q_OBJECT

  public:
    BattlesPanel(const PanelContext& context, std::shared_ptr<ReviewDesk> desk,
                 QWidget* parent = nullptr);
    ~BattlesPanel() override;

    QWidget* focusTarget() override;
    [[nodiscard]] BattleViewer* viewer() const { return m_viewer; }
    [[nodiscard]] FilterBar* filterBar() const { return m_filter; }
    [[nodiscard]] BattleTableView* table() const { return m_table; }
    [[nodiscard]] QueueView* queue() const { return m_queueView; }
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] QWidget* noBattles();
    void bindVotes();
    void bindQueue();
    void bindReading();
    void bindTable();
    void showAsTable(bool table);
    void vote(Verdict onScreen);
    void giveReason();
    void showPage();
    void announce();
    void fitQueue();

    PanelContext m_context;
    std::shared_ptr<ReviewDesk> m_desk;
    FilterBar* m_filter;
    QueueView* m_queueView;
    BattleViewer* m_viewer;
    BattleTableView* m_table;
    QWidget* m_noHits;
    QSplitter* m_split;
    QStackedWidget* m_content; // queue and viewer, or the table, or why there is nothing
    QStackedWidget* m_pages;
    bool m_openFirst = false; // sorted, and not answered yet
};

} // namespace agon::ui
