#include "app/agon/panels.h"

#include "ui/ratings/ratings_panel.h"
#include "ui/shell/jobs_panel.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>

namespace agon::app {

namespace {

using namespace Qt::StringLiterals;
using ui::LayoutId;
using ui::PanelPlace;
using ui::PanelSpec;

QString tr(const char* text) {
    return QCoreApplication::translate("Panels", text);
}

PanelSpec jobs(ui::ImportReports& reports, const std::shared_ptr<const Clock>& clock) {
    constexpr int width = 420;
    const auto place = [](LayoutId layout, bool shown) {
        return PanelPlace{layout, Qt::RightDockWidgetArea, width, {}, shown};
    };
    return {u"jobs"_s,
            tr("Jobs"),
            ui::Icon::Jobs,
            true,
            {place(LayoutId::Operate, true), place(LayoutId::Review, false),
             place(LayoutId::Analyse, false)},
            [&reports, clock](const ui::PanelContext& context) {
                return std::make_unique<ui::JobsPanel>(context, reports, clock);
            }};
}

PanelSpec ratings() {
    return {u"ratings"_s,
            tr("Ratings"),
            ui::Icon::Ratings,
            true,
            {{LayoutId::Analyse, Qt::LeftDockWidgetArea, 0, {}, true}},
            [](const ui::PanelContext& context) {
                return std::make_unique<ui::RatingsPanel>(context);
            }};
}

} // namespace

std::vector<PanelSpec> panels(ui::ImportReports& reports,
                              const std::shared_ptr<const Clock>& clock) {
    return {ratings(), jobs(reports, clock)};
}

} // namespace agon::app
