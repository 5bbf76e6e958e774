#include "app/agon/panels.h"

#include "app/agon/arena.h"
#include "ui/battles/battle_panels.h"
#include "ui/battles/review_desk.h"
#include "ui/models/model_panel.h"
#include "ui/models/models_panel.h"
#include "ui/ratings/ratings_panel.h"
#include "ui/ratings/ratings_presenter.h"
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

PanelSpec jobs(ui::ImportReports& reports, const std::shared_ptr<const Clock>& clock,
               ui::RunDesk& runs) {
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
            [&reports, &runs, clock](const ui::PanelContext& context) {
                return std::make_unique<ui::JobsPanel>(context, reports, clock, runs);
            }};
}

// Made by the panel that comes first; they go together.
using SharedModels = std::shared_ptr<std::weak_ptr<ui::ModelsDesk>>;

std::shared_ptr<ui::ModelsDesk> modelsDesk(const SharedModels& shared, ui::ArenaDesk& arena) {
    std::shared_ptr<ui::ModelsDesk> desk = shared->lock();
    if (!desk)
        *shared = desk = std::make_shared<ui::ModelsDesk>(arena);
    return desk;
}

PanelSpec models(const SharedModels& shared, ui::ArenaDesk& arena) {
    constexpr int width = 816;
    return {u"models"_s,
            tr("Models"),
            ui::Icon::Models,
            true,
            {PanelPlace{LayoutId::Operate, Qt::LeftDockWidgetArea, width, {}, true}},
            [shared, &arena](const ui::PanelContext& context) {
                return std::make_unique<ui::ModelsPanel>(context, modelsDesk(shared, arena));
            }};
}

PanelSpec model(const SharedModels& shared, ui::ArenaDesk& arena) {
    return {u"model"_s,
            tr("Model"),
            ui::Icon::Models,
            false,
            {PanelPlace{LayoutId::Operate, Qt::RightDockWidgetArea, 0, {}, true}},
            [shared, &arena](const ui::PanelContext& context) {
                return std::make_unique<ui::ModelPanel>(context, modelsDesk(shared, arena));
            }};
}

// The registry and the rationale show what the Ratings panel shows.
void followRatings(ui::RatingsPresenter& presenter, QObject& receiver,
                   const std::function<void(const QHash<QString, double>&)>& tell) {
    QObject::connect(
        &presenter, &ui::RatingsPresenter::overviewChanged, &receiver, [&presenter, tell] {
            QHash<QString, double> ratings;
            if (presenter.overview())
                for (const rating::RatedModel& model : presenter.overview()->models())
                    if (model.rating)
                        ratings.insert(QString::fromStdString(model.name), *model.rating);
            tell(ratings);
        });
}

PanelSpec ratings(const SharedModels& sharedModels, const ui::SharedReview& sharedReview) {
    return {u"ratings"_s,
            tr("Ratings"),
            ui::Icon::Ratings,
            true,
            {{LayoutId::Analyse, Qt::LeftDockWidgetArea, 0, {}, true}},
            [sharedModels, sharedReview](const ui::PanelContext& context) {
                auto panel = std::make_unique<ui::RatingsPanel>(context);
                if (const auto desk = sharedModels->lock())
                    followRatings(panel->presenter(), desk->registry,
                                  [registry = &desk->registry](const auto& ratings) {
                                      registry->setRatings(ratings, false);
                                  });
                if (const auto desk = sharedReview->lock()) {
                    QObject::connect(&panel->presenter(), &ui::RatingsPresenter::choiceChanged,
                                     &desk->rerating, &ui::Rerating::forget);
                    followRatings(panel->presenter(), desk->rerating,
                                  [rerating = &desk->rerating](const auto& ratings) {
                                      rerating->setRatings(ratings);
                                  });
                }
                return panel;
            }};
}

} // namespace

std::vector<PanelSpec> panels(ui::ImportReports& reports, Arena& arena,
                              const std::shared_ptr<const Clock>& clock,
                              const ui::SharedReview& review) {
    // In the order of the bar at the left.
    const auto sharedModels = std::make_shared<std::weak_ptr<ui::ModelsDesk>>();
    std::vector<PanelSpec> all{models(sharedModels, arena.desk), model(sharedModels, arena.desk)};
    for (PanelSpec& spec : ui::battlePanels(review, &arena.again))
        all.push_back(std::move(spec));
    all.push_back(ratings(sharedModels, review));
    all.push_back(jobs(reports, clock, arena.runs));
    return all;
}

} // namespace agon::app
