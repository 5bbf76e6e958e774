#include "ui/ratings/chart_rows.h"

#include "core/battles/filter.h"
#include "core/rating/overview.h"
#include "ui/ratings/leaderboard_model.h"
#include "ui/ratings/ratings_presenter.h"
#include "ui/widgets/format_number.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace agon::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Ratings", text);
}

// A judge whose decisive battles go to the longer answer this often is worth a warning.
constexpr double tooOftenLonger = 60;
constexpr double tooOftenFirst = 55;

template <class Member>
std::optional<double> meanOf(const std::vector<rating::JudgeQuality>& judges, Member member) {
    double sum = 0;
    double weight = 0;
    for (const auto& judge : judges)
        if (const auto& rate = judge.*member) {
            sum += *rate * static_cast<double>(judge.games);
            weight += static_cast<double>(judge.games);
        }
    if (weight == 0)
        return std::nullopt;
    return sum / weight;
}

QString percent(std::optional<double> value) {
    return value ? formatPercent(*value / 100, 1) : missing();
}

ui::StageKind kindOf(agon::StageKind stage) {
    return stage == agon::StageKind::Dpo   ? ui::StageKind::Dpo
           : stage == agon::StageKind::Ppo ? ui::StageKind::Ppo
                                           : ui::StageKind::Sft;
}

} // namespace

QString filterWord(const char* field, const QString& value) {
    auto filter = parseFilter(std::string(field) + ":x");
    filter->terms.front().value = value.toStdString();
    return QString::fromStdString(filter->text());
}

std::vector<IntervalRow> intervalRows(const rating::Overview& overview,
                                      const RatingsPresenter& presenter) {
    std::vector<IntervalRow> out;
    const auto& anchor = overview.report.request.anchor;
    const bool byInstruction = overview.report.unit == rating::Unit::Instruction;
    for (const rating::RatedModel& model : overview.models()) {
        IntervalRow row;
        row.name = QString::fromStdString(model.name);
        row.rating = model.rating;
        row.pin = presenter.pinOf(row.name);
        row.anchor = anchor && anchor->model == model.name;
        row.word = statusWords(model);
        if (!row.anchor && model.lower && model.upper) {
            const RatingSpan span{*model.lower, *model.upper};
            (byInstruction ? row.byInstruction : row.byBattle) = span;
            if (const auto battle = overview.byBattle.find(model.name);
                byInstruction && battle != overview.byBattle.end())
                row.byBattle = RatingSpan{battle->second.first, battle->second.second};
        }
        out.push_back(std::move(row));
    }
    return out;
}

std::pair<std::vector<HeatMapModel>, std::vector<HeatMapCell>>
heatMapOf(const rating::Overview& overview, const RatingsPresenter& presenter) {
    std::vector<HeatMapModel> models;
    const rating::WinMatrix& matrix = overview.matrix;
    const std::size_t n = matrix.models.size();
    for (std::size_t i = 0; i < n; ++i) {
        HeatMapModel model;
        model.name = QString::fromStdString(matrix.models[i]);
        model.rank = static_cast<int>(i) + 1;
        model.pin = presenter.pinOf(model.name);
        models.push_back(std::move(model));
    }
    std::vector<HeatMapCell> cells(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            HeatMapCell& cell = cells[i * n + j];
            if (i != j)
                cell.rate = matrix.winRate[i][j] / 100;
            cell.wins = matrix.wins[i][j];
            cell.losses = matrix.wins[j][i];
        }
    return {std::move(models), std::move(cells)};
}

std::pair<std::vector<ProgressStage>, std::vector<ProgressSeries>>
progressPlotOf(const rating::Overview& overview) {
    std::vector<ProgressStage> stages;
    for (const auto& stage : overview.progress.stages)
        stages.push_back({u"I%1"_s.arg(stage.iteration), kindOf(stage.stage), {}});
    std::vector<ProgressSeries> series;
    for (const auto& judge : overview.progress.series) {
        ProgressSeries line;
        line.name = QString::fromStdString(judge.judge);
        line.role = judge.heldOut ? SeriesRole::HeldOut : SeriesRole::InLoop;
        for (const auto& point : judge.points) {
            ProgressPoint mark;
            mark.value = point.rating;
            if (point.lower && point.upper)
                mark.interval = RatingSpan{*point.lower, *point.upper};
            mark.provisional = !overview.complete;
            line.points.push_back(mark);
        }
        series.push_back(std::move(line));
    }
    return {std::move(stages), std::move(series)};
}

std::vector<RatingsFigure> figuresOf(const rating::Overview& overview) {
    std::vector<RatingsFigure> out;
    const QString set = overview.choice.set.empty()
                            ? QString()
                            : filterWord("set", QString::fromStdString(overview.choice.set));
    const auto filter = [&](const QString& words) {
        return set.isEmpty() ? words : words + u' ' + set;
    };
    const rating::RatingReport& report = overview.report;
    const auto all = report.battles + report.invalid;
    out.push_back({{tr("Battles"),
                    formatCount(report.battles),
                    {},
                    Tone::Neutral,
                    false,
                    true,
                    tr("Battles that the ratings rest on")},
                   set});
    out.push_back(
        {{tr("Invalid, left out"), formatCount(report.invalid),
          all > 0 ? formatPercent(static_cast<double>(report.invalid) / static_cast<double>(all), 2)
                  : QString(),
          Tone::Neutral, false, report.invalid > 0,
          tr("Failed or unreadable verdicts; they are never ties")},
         filter(u"verdict:invalid"_s)});
    const auto flips = meanOf(overview.judges, &rating::JudgeQuality::flipRate);
    out.push_back({{tr("Position flips"),
                    percent(flips),
                    {},
                    Tone::Neutral,
                    true,
                    flips.has_value(),
                    tr("Battles whose two games name different winners")},
                   filter(u"flip:yes"_s)});
    const auto first = meanOf(overview.judges, &rating::JudgeQuality::firstPositionRate);
    out.push_back(
        {{tr("First read wins"),
          percent(first),
          {},
          first && (*first > tooOftenFirst || *first < 100 - tooOftenFirst) ? Tone::Warning
                                                                            : Tone::Neutral,
          false,
          false,
          tr("Decisive games won by the answer that was read first")},
         {}});
    const auto longer = meanOf(overview.judges, &rating::JudgeQuality::longerWinsRate);
    out.push_back({{tr("Longer wins"),
                    percent(longer),
                    {},
                    longer && *longer > tooOftenLonger ? Tone::Warning : Tone::Neutral,
                    false,
                    false,
                    tr("Decisive battles won by the answer that is more than a tenth longer")},
                   {}});
    if (overview.human && overview.human->agreement) {
        const rating::Agreement& human = *overview.human;
        const QString note =
            human.kappa
                ? tr("κ %1 on %2").arg(formatNumber(*human.kappa, 2), formatCount(human.battles))
                : tr("on %1").arg(formatCount(human.battles));
        out.push_back({{tr("Judge with human"), formatPercent(*human.agreement / 100, 0), note,
                        Tone::Neutral, false, true, tr("How often people and judges say the same")},
                       filter(u"reviewed:yes"_s)});
    }
    return out;
}

} // namespace agon::ui
