// From an overview to what the charts take.
#pragma once

#include "ui/charts/heat_map.h"
#include "ui/charts/interval_plot.h"
#include "ui/charts/progress_plot.h"
#include "ui/widgets/figure_strip.h"

#include <utility>
#include <vector>

namespace agon::rating {
struct Overview;
} // namespace agon::rating

namespace agon::ui {

class RatingsPresenter;

[[nodiscard]] std::vector<IntervalRow> intervalRows(const rating::Overview& overview,
                                                    const RatingsPresenter& presenter);
[[nodiscard]] std::pair<std::vector<HeatMapModel>, std::vector<HeatMapCell>>
heatMapOf(const rating::Overview& overview, const RatingsPresenter& presenter);
[[nodiscard]] std::pair<std::vector<ProgressStage>, std::vector<ProgressSeries>>
progressPlotOf(const rating::Overview& overview);

// The strip of figures, and the filter that each of them opens (empty: none).
struct RatingsFigure {
    Figure figure;
    QString filter;
};
[[nodiscard]] std::vector<RatingsFigure> figuresOf(const rating::Overview& overview);

// "name:value" as the filter language writes it.
[[nodiscard]] QString filterWord(const char* field, const QString& value);

} // namespace agon::ui
