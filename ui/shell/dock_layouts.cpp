#include "ui/shell/dock_layouts.h"

#include "ui/shell/dock_fold.h"
#include "ui/shell/settings.h"
#include "ui/theme/font.h"
#include "ui/widgets/panel_header.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int stateVersion = 1; // raise when the set of docks changes its meaning

Setting settingOf(LayoutId layout) {
    switch (layout) {
    case LayoutId::Review:
        return Setting::LayoutReview;
    case LayoutId::Analyse:
        return Setting::LayoutAnalyse;
    case LayoutId::Operate:
        break;
    }
    return Setting::LayoutOperate;
}

} // namespace

QString layoutKey(LayoutId layout) {
    switch (layout) {
    case LayoutId::Review:
        return u"review"_s;
    case LayoutId::Analyse:
        return u"analyse"_s;
    case LayoutId::Operate:
        break;
    }
    return u"operate"_s;
}

QString layoutTitle(LayoutId layout) {
    switch (layout) {
    case LayoutId::Review:
        return DockLayouts::tr("Review");
    case LayoutId::Analyse:
        return DockLayouts::tr("Analyse");
    case LayoutId::Operate:
        break;
    }
    return DockLayouts::tr("Operate");
}

std::optional<LayoutId> layoutFromKey(const QString& key) {
    for (const LayoutId layout : {LayoutId::Review, LayoutId::Analyse, LayoutId::Operate})
        if (layoutKey(layout) == key.toLower())
            return layout;
    return std::nullopt;
}

DockLayouts::DockLayouts(QMainWindow& window, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
    , m_fitSoon(new QTimer(this)) {
    m_window.setDockNestingEnabled(true);
    m_window.installEventFilter(this);
    m_fitSoon->setSingleShot(true); // after the window has laid itself out
    m_fitSoon->setInterval(0);
    connect(m_fitSoon, &QTimer::timeout, this, &DockLayouts::fitFolds);
    m_current = layoutFromKey(m_settings.text(Setting::LayoutName)).value_or(LayoutId::Review);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { focusMoved(now); });
}

DockLayouts::~DockLayouts() = default;

void DockLayouts::add(const PanelSpec& spec, std::unique_ptr<Panel> panel,
                      const QKeySequence& keys) {
    auto* dock = new QDockWidget(spec.title, &m_window);
    dock->setObjectName(spec.id);
    dock->setAccessibleName(spec.title);
    PanelHeader* header = PanelHeader::install(dock);
    header->setKey(keys);
    for (QWidget* action : panel->titleWidgets())
        header->addAction(action);
    connect(panel.get(), &Panel::noteChanged, header, &PanelHeader::setNote);
    dock->setWidget(new PanelFrame(panel.get(), dock));
    m_panels.push_back(panel.release()); // its dock owns it now
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    dock->hide();
    m_specs.push_back(spec);
    m_docks.push_back(dock);
}

QDockWidget* DockLayouts::dock(const QString& id) const {
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        if (m_specs[i].id == id)
            return m_docks[i];
    return nullptr;
}

Panel* DockLayouts::panel(const QString& id) const {
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        if (m_specs[i].id == id)
            return m_panels[i];
    return nullptr;
}

void DockLayouts::switchTo(LayoutId layout) {
    if (m_shown)
        save();
    m_current = layout;
    m_settings.set(Setting::LayoutName, layoutKey(layout));
    showCurrent();
}

void DockLayouts::save() {
    if (!m_shown)
        return;
    // Kept as it is in a wide window; how wide the next one will be is not known.
    for (const auto& fold : m_folds) {
        fold->unfold();
        if (fold->draggedTo() > 0)
            m_settings.set(Setting::CompanionWidth, fold->draggedTo());
    }
    m_settings.set(settingOf(m_current), m_window.saveState(stateVersion));
    m_fitSoon->start();
}

void DockLayouts::reset() {
    m_settings.reset(settingOf(m_current));
    m_settings.reset(Setting::CompanionWidth);
    showCurrent();
}

void DockLayouts::showCurrent() {
    m_shown = true;
    m_folds.clear();
    const QByteArray state = m_settings.bytes(settingOf(m_current));
    const bool restored = !state.isEmpty() && m_window.restoreState(state, stateVersion);
    // A state may be readable and yet show nothing, e.g. when its panels are gone.
    const bool anything = std::any_of(m_docks.begin(), m_docks.end(),
                                      [](const QDockWidget* dock) { return !dock->isHidden(); });
    if (!restored || !anything)
        arrangeDefault();
    findFolds();
    fitFolds();
    m_fitSoon->start();
    emit layoutChanged(m_current);
}

void DockLayouts::findFolds() {
    for (const PanelSpec& spec : m_specs) {
        const PanelPlace* place = placeOf(spec);
        QDockWidget* partner = place ? dock(place->foldInto) : nullptr;
        if (!partner || place->foldBelow == 0)
            continue;
        const int dragged = m_settings.number(Setting::CompanionWidth);
        m_folds.push_back(std::make_unique<DockFold>(
            m_window, *partner, *dock(spec.id),
            FoldPlace{place->area, dragged > 0 ? dragged : place->width, place->foldBelow}));
    }
}

void DockLayouts::fitFolds() {
    for (const auto& fold : m_folds)
        if (m_shown)
            fold->fit();
}

bool DockLayouts::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Resize && m_shown) {
        for (const auto& fold : m_folds)
            fold->keepWidth();
        m_fitSoon->start();
    }
    return QObject::eventFilter(watched, event);
}

void DockLayouts::hideAll() {
    save();
    m_shown = false;
    for (QDockWidget* dock : m_docks)
        dock->hide();
}

const PanelPlace* DockLayouts::placeOf(const PanelSpec& spec) const {
    for (const PanelPlace& place : spec.places)
        if (place.layout == m_current)
            return &place;
    return nullptr;
}

void DockLayouts::arrangeDefault() {
    QList<QDockWidget*> sized;
    QList<int> widths;
    QDockWidget* filling = nullptr;
    int left = m_window.width();
    for (std::size_t i = 0; i < m_specs.size(); ++i) {
        QDockWidget* dock = m_docks[i];
        dock->setFloating(false);
        m_window.removeDockWidget(dock); // also hides it
        const PanelPlace* place = placeOf(m_specs[i]);
        if (!place)
            continue;
        m_window.addDockWidget(place->area, dock);
        QDockWidget* partner = this->dock(place->tabbedWith);
        if (partner && partner != dock)
            m_window.tabifyDockWidget(partner, dock);
        dock->setVisible(place->shown);
        if (partner && place->shown)
            partner->raise();
        if (!place->shown || partner)
            continue;
        if (place->width == 0) {
            filling = dock;
        } else {
            sized.append(dock);
            widths.append(scaled(place->width));
            left -= scaled(place->width);
        }
    }
    if (filling) {
        sized.append(filling);
        widths.append(std::max(left, scaled(320)));
    }
    m_window.resizeDocks(sized, widths, Qt::Horizontal);
}

void DockLayouts::raise(const QString& id) {
    const auto spec = std::find_if(m_specs.begin(), m_specs.end(),
                                   [&](const PanelSpec& known) { return known.id == id; });
    if (spec == m_specs.end())
        return;
    QDockWidget* wanted = dock(id);
    if (wanted->isHidden() && !placeOf(*spec) && !spec->places.empty())
        switchTo(spec->places.front().layout);
    wanted->show();
    wanted->raise();
    if (QWidget* target = panel(id)->focusTarget())
        target->setFocus(Qt::OtherFocusReason);
    emit panelRaised(id);
}

void DockLayouts::raiseFirst() {
    for (const PanelSpec& spec : m_specs)
        if (!dock(spec.id)->isHidden())
            return raise(spec.id);
}

void DockLayouts::focusMoved(QWidget* now) {
    for (const QWidget* widget = now; widget; widget = widget->parentWidget())
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            return emit panelRaised(dock->objectName());
}

} // namespace agon::ui
