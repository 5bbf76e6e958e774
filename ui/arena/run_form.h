// Who fights, on what, in which pairs, judged by whom, within which limits.
#pragma once

#include "core/judge/prompt_style.h"
#include "ui/arena/run_choices.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QCheckBox;
class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;

namespace agon::ui {

class ModelPicks;

class RunForm final : public QWidget {
    Q_OBJECT

  public:
    explicit RunForm(QWidget* parent = nullptr);

    void setChoices(const RunChoices& choices, const PromptStyles& styles, const RunSpec& spec);
    void setStyles(const PromptStyles& styles);
    [[nodiscard]] RunSpec spec() const;

  signals:
    void edited();
    void stylesWanted(); // to look at the prompts, or change them

  private:
    void addRow(int row, const QString& label, QWidget* cell, QWidget* focus);
    [[nodiscard]] QWidget* setRow();
    [[nodiscard]] QWidget* pairsRow();
    [[nodiscard]] QWidget* judgesRow();
    [[nodiscard]] QWidget* styleRow();
    [[nodiscard]] QWidget* limitsRow();
    void showCategories(const std::vector<std::string>& chosen);
    void sayCategories();
    void showJudges(const std::vector<ModelId>& chosen);
    void showPivots(ModelId chosen);
    void showPlan();
    [[nodiscard]] std::vector<std::string> categories() const;
    [[nodiscard]] PairPlan plan() const;

    RunChoices m_choices;
    RunSpec m_given; // what has no field here is kept
    QGridLayout* m_grid;
    QComboBox* m_set = nullptr;
    QSpinBox* m_limit = nullptr;
    QPushButton* m_categoriesButton = nullptr;
    QMenu* m_categoriesMenu = nullptr;
    std::vector<QCheckBox*> m_categories;
    ModelPicks* m_models = nullptr;
    QComboBox* m_plan = nullptr;
    QComboBox* m_pivot = nullptr;
    QSpinBox* m_budget = nullptr;
    QLabel* m_budgetUnit = nullptr;
    QWidget* m_judges = nullptr;
    std::vector<std::pair<ModelId, QCheckBox*>> m_judgeBoxes;
    QComboBox* m_style = nullptr;
    QComboBox* m_own = nullptr;
    QDoubleSpinBox* m_maxCost = nullptr;
    QSpinBox* m_atOnce = nullptr;
    QSpinBox* m_attempts = nullptr;
    QSpinBox* m_seed = nullptr;
    QCheckBox* m_retry = nullptr;
    bool m_filling = false;
};

} // namespace agon::ui
