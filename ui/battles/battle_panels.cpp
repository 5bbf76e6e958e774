#include "ui/battles/battle_panels.h"

#include "ui/battles/battles_panel.h"
#include "ui/battles/rationale_panel.h"
#include "ui/theme/icon.h"

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

std::shared_ptr<ReviewDesk> reviewDesk(const SharedReview& shared, const PanelContext& context,
                                       JudgeAgain* again) {
    std::shared_ptr<ReviewDesk> desk = shared->lock();
    if (!desk)
        *shared = desk = std::make_shared<ReviewDesk>(context.session, context.settings);
    desk->again = again;
    return desk;
}

} // namespace

std::vector<PanelSpec> battlePanels(const SharedReview& shared, JudgeAgain* again) {
    constexpr int battlesWidth = 0; // what is left
    constexpr int rationaleWidth = 360;
    constexpr int bothBeside = 1136; // answers of 320, a queue of 200, a rationale of 286
    return {{u"battles"_s,
             BattlesPanel::tr("Battles"),
             Icon::Battles,
             true,
             {{LayoutId::Review, Qt::LeftDockWidgetArea, battlesWidth, {}, true}},
             [shared, again](const PanelContext& context) {
                 return std::make_unique<BattlesPanel>(context, reviewDesk(shared, context, again));
             }},
            {u"rationale"_s,
             RationalePanel::tr("Rationale"),
             Icon::Judge,
             false,
             {{LayoutId::Review,
               Qt::RightDockWidgetArea,
               rationaleWidth,
               {},
               true,
               bothBeside,
               u"battles"_s}},
             [shared, again](const PanelContext& context) {
                 return std::make_unique<RationalePanel>(context,
                                                         reviewDesk(shared, context, again));
             }}};
}

} // namespace agon::ui
