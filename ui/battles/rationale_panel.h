// The panel “Rationale”: why each judge decided so, and who has said otherwise.
#pragma once

#include "ui/battles/battle_quotes.h"
#include "ui/battles/jury_rationale.h"
#include "ui/battles/review_desk.h"
#include "ui/shell/panel.h"

#include <memory>

class QDockWidget;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace agon::ui {

class EmptyState;
class LiveJudgment;
class ReratingBar;

class RationalePanel final : public Panel {
    Q_OBJECT

  public:
    RationalePanel(const PanelContext& context, std::shared_ptr<ReviewDesk> desk,
                   QWidget* parent = nullptr);
    ~RationalePanel() override;

    QWidget* focusTarget() override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QTabBar* judges() const { return m_judges; }
    [[nodiscard]] QScrollArea* scrollArea() const { return m_scroll; }
    [[nodiscard]] ReratingBar* reratingBar() const { return m_rerating; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void shareKeys();
    void followDock();
    void toggle(bool on);
    void showBattle();
    void showJudge();
    void fitTabs();
    void showRerating();
    [[nodiscard]] std::optional<JuryRationale>
    jury(const std::vector<JudgeRationale>& judges) const;
    void addJury(QVBoxLayout& column, const JuryRationale& jury);
    void addGames(QVBoxLayout& column, const JudgeRationale& judge, const Battle& battle);
    void addOverrides(QVBoxLayout& column, const Battle& battle);
    void addJudgeAgain(QVBoxLayout& column);
    void judgeAgain();
    void bindJudgeAgain();
    void sayNothing();

    PanelContext m_context;
    std::shared_ptr<ReviewDesk> m_desk;
    QTabBar* m_judges;
    QScrollArea* m_scroll;
    EmptyState* m_empty;
    QStackedWidget* m_pages;
    QDockWidget* m_dock = nullptr;
    LiveJudgment* m_live = nullptr; // only where judges can be asked
    ReratingBar* m_rerating;
    ModelId m_judge; // chosen last; kept from battle to battle
};

} // namespace agon::ui
