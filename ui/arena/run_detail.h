// The chosen run: how far it is, what it costs, how each model answers, what went wrong; pause,
// resume, stop.
#pragma once

#include "ui/arena/run_desk.h"

#include <QWidget>

class QPushButton;
class QSpinBox;
class QTableWidget;

namespace agon::ui {

class NoticeBar;
class RunBar;
class SectionHeader;
class TextLabel;

class RunDetail final : public QWidget {
    Q_OBJECT

  public:
    // The desk outlives it.
    explicit RunDetail(RunDesk& desk, QWidget* parent = nullptr);

    void show(RunId run, const QString& title);

  signals:
    void invalidWanted(); // the battles whose judgment failed

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] QWidget* progress();
    [[nodiscard]] QWidget* atOnceRow();
    [[nodiscard]] QTableWidget* table(const QString& name, const QStringList& columns);
    void update(RunId run);
    void showButtons(const KnownRun* known, const RunStatus* status, bool active);
    void showEndpoints(const RunStatus& status, bool active);
    void showErrors(const RunStatus& status);

    RunDesk& m_desk;
    RunId m_run;
    SectionHeader* m_header;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_stop;
    NoticeBar* m_message;
    RunBar* m_answers = nullptr;
    RunBar* m_games = nullptr;
    RunBar* m_price = nullptr;
    TextLabel* m_facts = nullptr;
    QWidget* m_atOnceRow = nullptr;
    QSpinBox* m_atOnce = nullptr;
    TextLabel* m_inFlight = nullptr;
    QTableWidget* m_endpoints = nullptr;
    QTableWidget* m_errors = nullptr;
    TextLabel* m_noErrors = nullptr;
};

} // namespace agon::ui
