// Above the viewer: which battle, where in the queue, and what its keys do.
#pragma once

#include <QWidget>

#include <vector>

class QCheckBox;
class QHBoxLayout;

namespace agon::ui {

class ActionRegistry;
enum class ActionId;
class BattleQueue;
class BattleReview;
class KeyToolButton;
class TextLabel;

class ViewerBar final : public QWidget {
    Q_OBJECT

  public:
    ViewerBar(BattleQueue& queue, BattleReview& review, ActionRegistry& actions,
              QWidget* parent = nullptr);

    void showPosition();
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void addStep(QHBoxLayout* row, ActionId action);
    void addTools(QHBoxLayout* row, std::initializer_list<ActionId> actions);
    void fit();

    BattleQueue& m_queue;
    BattleReview& m_review;
    ActionRegistry& m_actions;
    TextLabel* m_number;
    TextLabel* m_position;
    QCheckBox* m_nextAfterVote;
    QWidget* m_divider;
    std::vector<KeyToolButton*> m_tools;
};

} // namespace agon::ui
