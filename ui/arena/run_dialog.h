// “Run battles”, read downward: who fights, limits, plan and price, remarks, the same as a command,
// and a button that says how many calls it makes and what they cost at most.
#pragma once

#include "core/arena/estimate.h"
#include "ui/arena/run_choices.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/latest.h"

#include <QDialog>
#include <QTimer>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace agon::ui {

class NoticeBar;
class PlanBars;
class PlanTable;
class RunForm;
class SectionHeader;
class TextLabel;

// The desk outlives it. The plan is made on a worker a moment after the last change; what was asked
// before is dropped. Closes with the workspace.
class RunDialog final : public QDialog {
    Q_OBJECT

  public:
    RunDialog(ArenaDesk& desk, QWidget* parent);
    ~RunDialog() override;

    [[nodiscard]] RunSpec spec() const;
    // Of spec(); null while it is being made, or when there can be none.
    [[nodiscard]] const RunEstimate* estimate() const {
        return m_estimate ? &*m_estimate : nullptr;
    }
    void say(const QString& problem); // why it did not start

  signals:
    void confirmed(const agon::RunSpec& spec);
    void stylesWanted();

  private:
    [[nodiscard]] QWidget* content();
    [[nodiscard]] QWidget* command();
    [[nodiscard]] QWidget* foot();
    void load();
    void edited();
    void plan();
    void showPlan(const RunEstimate& estimate);
    void showProblem(const Error& error);
    void showNotices();
    void showCommand();

    ArenaDesk& m_desk;
    RunChoices m_choices;
    std::optional<RunEstimate> m_estimate;
    QString m_problem;
    QTimer m_wait;
    Latest m_loading;
    Latest m_planning;
    RunForm* m_form = nullptr;
    SectionHeader* m_planHeader = nullptr;
    PlanTable* m_plan = nullptr;
    PlanBars* m_bars = nullptr;
    QVBoxLayout* m_notices = nullptr;
    QPlainTextEdit* m_command = nullptr;
    TextLabel* m_note = nullptr;
    QPushButton* m_start = nullptr;
};

} // namespace agon::ui
