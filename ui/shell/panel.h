// What a dock holds. Panels are written in their own folders and registered by app/agon; the shell
// knows them only as this.
#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace agon::ui {

enum class Icon : std::uint8_t; // ui/theme/icon.h
class ActionRegistry;
class JobsFeed;
class Navigator;
class Session;
class Settings;

// What the shell offers to a panel. All outlive the panels.
struct PanelContext {
    Session& session;
    JobsFeed& jobs;
    ActionRegistry& actions;
    Navigator& navigator;
    Settings& settings;
};

// What a panel contributes to the status bar while it is the current one.
struct PanelStatus {
    int done = 0;
    int total = 0;     // 0: no progress bar
    QStringList notes; // the first is set heavier: "37 of 120 in this sitting"
};

class Panel : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    // Goes into the dock's title bar, left of its float and close buttons; parented by the shell.
    virtual std::vector<QWidget*> titleWidgets() { return {}; }
    // Where the keyboard goes when the panel is raised.
    virtual QWidget* focusTarget() { return this; }
    // What would be lost if the workspace were closed now, by name; empty: nothing.
    [[nodiscard]] virtual QStringList unsaved() const { return {}; }
    // Writes that, and then says whether all of it was written. What was not, the panel shows.
    virtual void saveUnsaved(const std::function<void(bool)>& done) { done(true); }

  signals:
    void statusChanged(const agon::ui::PanelStatus& status);
    void noteChanged(const QString& note); // beside the title, dim
};

enum class LayoutId { Review, Analyse, Operate };

// Where a panel stands in the default layouts.
struct PanelPlace {
    LayoutId layout = LayoutId::Review;
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
    int width = 0;      // wanted, pixels at 96 dpi; 0: what is left
    QString tabbedWith; // id of a panel before it in the list; empty: beside
    bool shown = true;  // false: opened when asked for
    // In a narrower window than this (0: never) a tab of another panel instead of beside it.
    int foldBelow = 0;
    QString foldInto{};
};

struct PanelSpec {
    QString id;    // stable: object name of the dock, key of Navigator::showPanel
    QString title; // translated
    Icon icon{};
    bool inBar = true; // false: a companion (the rationale) that is opened from its panel or View
    std::vector<PanelPlace> places; // the first is its home
    std::function<std::unique_ptr<Panel>(const PanelContext&)> make;
};

} // namespace agon::ui
