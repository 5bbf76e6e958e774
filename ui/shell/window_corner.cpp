#include "ui/shell/window_corner.h"

#include "ui/shell/action_registry.h"
#include "ui/shell/dock_layouts.h"
#include "ui/shell/picture.h"
#include "ui/shell/search_button.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>

namespace agon::ui {

WindowCorner::WindowCorner(const ActionRegistry& actions, QWidget* parent)
    : QWidget(parent)
    , m_icon(new Picture(Icon::Save, Colour::Dim, 14, this))
    , m_name(new ElidedLabel(QString(), Colour::Dim, Size::Body, Weight::Regular, this))
    , m_layouts(new SegmentedControl({layoutTitle(LayoutId::Review), layoutTitle(LayoutId::Analyse),
                                      layoutTitle(LayoutId::Operate)},
                                     this)) {
    setInBar(this);
    m_name->setElideMode(Qt::ElideMiddle);
    m_layouts->setAccessibleName(tr("Layout"));
    connect(m_layouts, &SegmentedControl::currentChanged, this,
            [this](int index) { emit layoutChosen(static_cast<LayoutId>(index)); });
    auto* search = new SearchButton(actions.action(ActionId::Palette), this);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, scaled(8), 1);
    row->setSpacing(scaled(8));
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addSpacing(scaled(4));
    row->addWidget(m_layouts);
    row->addWidget(search);
    setWorkspace({}, {});
}

void WindowCorner::setWorkspace(const QString& name, const QString& path) {
    m_name->setText(name);
    m_name->setToolTip(path);
    m_name->setAccessibleName(tr("Workspace %1").arg(name));
    for (QWidget* part : {m_icon, static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_layouts)})
        part->setVisible(!name.isEmpty());
}

void WindowCorner::setLayoutShown(LayoutId layout) {
    m_layouts->setCurrent(static_cast<int>(layout));
}

} // namespace agon::ui
