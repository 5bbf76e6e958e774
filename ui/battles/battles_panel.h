// The panel “Battles”: filter, queue, viewer.
#pragma once

#include "ui/battles/review_desk.h"
#include "ui/shell/panel.h"

#include <memory>

class QSplitter;
class QStackedWidget;

namespace agon::ui {

class BattleViewer;
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
    [[nodiscard]] QueueView* queue() const { return m_queueView; }
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] QWidget* noBattles();
    void bindVotes();
    void bindQueue();
    void bindReading();
    void showPage();
    void announce();
    void fitQueue();

    PanelContext m_context;
    std::shared_ptr<ReviewDesk> m_desk;
    FilterBar* m_filter;
    QueueView* m_queueView;
    BattleViewer* m_viewer;
    QWidget* m_noHits;
    QSplitter* m_split;
    QStackedWidget* m_content; // queue and viewer, or why there is nothing
    QStackedWidget* m_pages;
};

} // namespace agon::ui
