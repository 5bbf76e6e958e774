// The status bar: what the current panel says at the left; running job, counts and the last save at
// the right.
#pragma once

#include "ui/shell/panel.h"

#include <QStatusBar>
#include <QTimer>

class QProgressBar;
class QToolButton;

namespace agon::ui {

class TextLabel;

class StatusLine final : public QStatusBar {
    Q_OBJECT

  public:
    explicit StatusLine(const PanelContext& context, QWidget* parent = nullptr);

    // What the panel with the keyboard contributes.
    void showPanelStatus(const PanelStatus& status);
    // For a few seconds in place of the panel's notes.
    void say(const QString& message);

  signals:
    void jobsWanted(); // the running job was clicked

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void showNotes();
    void showJob();
    void showCounts();
    void showSaved();
    [[nodiscard]] QWidget* hints(const ActionRegistry& actions);

    Session& m_session;
    JobsFeed& m_jobs;
    PanelStatus m_status;
    QString m_said;
    QTimer m_sayTimer;
    QProgressBar* m_progress;
    TextLabel* m_notes;
    QToolButton* m_job;
    TextLabel* m_counts;
    QWidget* m_savedIcon;
    TextLabel* m_saved;
    QWidget* m_hints; // while no workspace is open
};

} // namespace agon::ui
