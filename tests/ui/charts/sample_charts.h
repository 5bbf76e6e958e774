// Values to look at and to test with: two dozen models, three iterations, a matrix of win rates.
#pragma once

#include "ui/charts/bar_chart.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/histogram.h"
#include "ui/charts/interval_plot.h"
#include "ui/charts/progress_plot.h"

#include <cmath>

namespace agon::ui::samples {

using namespace Qt::StringLiterals;

inline const QStringList names{u"Amaranth 70B"_s,      u"Basalt 3.5"_s,
                               u"Cobalt 1.5 Pro"_s,    u"Amaranth-1106-Preview"_s,
                               u"Dune-3-70B-Chat"_s,   u"Basalt Small"_s,
                               u"Ember R+"_s,          u"Fjord1.5-72B-Chat"_s,
                               u"Fjord1.5-32B-Chat"_s, u"Flywheel-β-7B-I3"_s,
                               u"Heron-LM-7B-Beta"_s,  u"Flywheel-70B-v1.0"_s,
                               u"Ibis-2-DPO-70B"_s,    u"Juniper-2-Mixture"_s,
                               u"Dune-2-70B-Chat"_s};
inline const std::vector<double> ratings{1395, 1384, 1377, 1374, 1357, 1342, 1337, 1321,
                                         1283, 1274, 1272, 1169, 1157, 1114, 1100};

inline std::vector<IntervalRow> rows(int count = 15) {
    std::vector<IntervalRow> rows;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i % 15);
        IntervalRow row;
        row.name = names[i % 15];
        row.rating = ratings[at] - 25 * (i / 15);
        const double reach = 7 + i * 5 % 4;
        row.byInstruction = RatingSpan{*row.rating - reach, *row.rating + reach + 1};
        row.byBattle = RatingSpan{*row.rating - reach / 2, *row.rating + reach / 2};
        row.pin = i == 9 ? Pin::A : i == 10 ? Pin::B : Pin::None;
        row.anchor = i == 14;
        rows.push_back(row);
    }
    return rows;
}

inline std::vector<ProgressStage> stages() {
    return {{u"I0"_s, StageKind::Sft}, {u"I1"_s, StageKind::Sft}, {u"I1"_s, StageKind::Dpo},
            {u"I1"_s, StageKind::Ppo}, {u"I2"_s, StageKind::Sft}, {u"I2"_s, StageKind::Dpo},
            {u"I2"_s, StageKind::Ppo}, {u"I3"_s, StageKind::Sft}, {u"I3"_s, StageKind::Dpo},
            {u"I3"_s, StageKind::Ppo}};
}

inline ProgressSeries series(const QString& name, SeriesRole role,
                             const std::vector<double>& values, double reach) {
    ProgressSeries made{name, role, {}};
    for (const double value : values) {
        ProgressPoint point;
        if (!std::isnan(value))
            point.value = value;
        if (reach > 0.0)
            point.interval = RatingSpan{value - reach, value + reach};
        made.points.push_back(point);
    }
    return made;
}

inline std::vector<ProgressSeries> progress() {
    return {series(u"amaranth-70b"_s, SeriesRole::InLoop,
                   {871, 1117, 1187, 1214, 1163, 1228, 1246, 1205, 1253, 1274}, 9),
            series(u"cobalt-turbo"_s, SeriesRole::HeldOut,
                   {884, 1102, 1160, 1177, 1138, 1191, 1201, 1168, 1207, 1219}, 9),
            series(u"MT-Bench"_s, SeriesRole::Benchmark,
                   {6.41, 7.35, 7.59, 7.74, 7.55, 7.84, 7.98, 7.77, 8.03, 8.17}, 0)};
}

inline std::vector<HeatMapModel> models(int count = 12) {
    std::vector<HeatMapModel> models;
    for (int i = 0; i < count; ++i)
        models.push_back({names[i % 15], i + 1, i == 9 ? Pin::A : i == 10 ? Pin::B : Pin::None});
    return models;
}

inline std::vector<HeatMapCell> cells(int count = 12) {
    std::vector<HeatMapCell> cells;
    for (int row = 0; row < count; ++row) {
        for (int column = 0; column < count; ++column) {
            HeatMapCell cell;
            const double gap = (column - row) * 26.0 * 12.0 / count + (row * column) % 5 * 4;
            if (row != column)
                cell.rate = 1.0 / (1.0 + std::pow(10.0, -gap / 400.0));
            cell.wins = std::lround(cell.rate > 0 ? cell.rate * 400 : 0);
            cell.ties = 12;
            cell.losses = 400 - cell.wins;
            cells.push_back(cell);
        }
    }
    return cells;
}

inline std::vector<Bar> sweep() {
    const std::vector<double> kept{30.0, 27.4, 23.6, 19.8, 18.9, 16.7, 14.6, 13.4, 11.9, 10.7, 9.6};
    const std::vector<double> elo{1047, 1056, 1065, 1075, 1089, 1105, 1117, 1108, 1094, 1072, 1054};
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < kept.size(); ++i)
        bars.push_back({QString::number(0.5 * static_cast<double>(i)), kept[i] * 1000,
                        QString::number(kept[i], 'f', 1), i == 6, elo[i],
                        RatingSpan{elo[i] - 7, elo[i] + 7}});
    return bars;
}

inline std::vector<Bar> categories() {
    return {{u"Writing"_s, 4210},
            {u"Reasoning"_s, 3120},
            {u"Coding"_s, 2890, {}, true},
            {u"Math"_s, 2044},
            {u"Humanities and history"_s, 960},
            {u"Extraction"_s, 310}};
}

inline HistogramData lengths() {
    HistogramData data;
    for (int i = 0; i <= 40; ++i)
        data.edges.push_back(25.0 * i);
    for (int i = 0; i < 40; ++i)
        data.counts.push_back(std::round(5200 * std::exp(-std::pow((i - 12) / 8.0, 2))));
    data.cut = 640;
    data.cutWord = u"longest kept"_s;
    data.valueName = u"words"_s;
    return data;
}

} // namespace agon::ui::samples
