// The docks and their named layouts: Review, Analyse, Operate. Kept per user.
#pragma once

#include "ui/shell/panel.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QObject>

class QTimer;

namespace agon::ui {

class DockFold;

[[nodiscard]] QString layoutKey(LayoutId layout);   // "review", as stored and on the command line
[[nodiscard]] QString layoutTitle(LayoutId layout); // translated
[[nodiscard]] std::optional<LayoutId> layoutFromKey(const QString& key);

class DockLayouts final : public QObject {
    Q_OBJECT

  public:
    DockLayouts(QMainWindow& window, Settings& settings, QObject* parent = nullptr);
    ~DockLayouts() override;

    void add(const PanelSpec& spec, std::unique_ptr<Panel> panel, const QKeySequence& keys);
    [[nodiscard]] const std::vector<PanelSpec>& specs() const { return m_specs; }
    [[nodiscard]] QDockWidget* dock(const QString& id) const;
    [[nodiscard]] Panel* panel(const QString& id) const;

    [[nodiscard]] LayoutId current() const { return m_current; }
    // Keeps the present arrangement and shows another, as it was left; the default when there is
    // none or it cannot be read.
    void switchTo(LayoutId layout);
    void save();
    void reset(); // the current layout to its default
    // Shows and raises a panel and gives it the keyboard; changes to the panel's home layout when
    // the current one has no place for it.
    void raise(const QString& id);
    // The keyboard goes to the layout's first visible panel.
    void raiseFirst();
    void hideAll(); // while no workspace is open
    void showCurrent();

    bool eventFilter(QObject* watched, QEvent* event) override;

  signals:
    void layoutChanged(agon::ui::LayoutId layout);
    void panelRaised(const QString& id); // has the keyboard now

  private:
    void arrangeDefault();
    void focusMoved(QWidget* now);
    void findFolds();
    void fitFolds();
    [[nodiscard]] const PanelPlace* placeOf(const PanelSpec& spec) const;

    QMainWindow& m_window;
    Settings& m_settings;
    std::vector<PanelSpec> m_specs;
    std::vector<QDockWidget*> m_docks; // of m_specs
    std::vector<Panel*> m_panels;
    LayoutId m_current = LayoutId::Review;
    bool m_shown = false;
    std::vector<std::unique_ptr<DockFold>> m_folds; // of the current layout
    QTimer* m_fitSoon;
};

} // namespace agon::ui
