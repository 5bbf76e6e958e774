#include "ui/ratings/ratings_panel.h"

#include "core/rating/overview.h"
#include "ui/bridge/session.h"
#include "ui/charts/legend.h"
#include "ui/ratings/chart_rows.h"
#include "ui/ratings/leaderboard_model.h"
#include "ui/ratings/leaderboard_view.h"
#include "ui/ratings/pair_difference.h"
#include "ui/ratings/policy_bar.h"
#include "ui/ratings/ratings_presenter.h"
#include "ui/shell/navigator.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/policy_combo.h"
#include "ui/widgets/section_header.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace agon::ui {

using namespace Qt::StringLiterals;

namespace {

// Below this the four sections stand under each other and the panel scrolls.
constexpr int twoColumns = 980;
constexpr int stackedHeight = 320;

std::unique_ptr<QVBoxLayout> column() {
    auto layout = std::make_unique<QVBoxLayout>();
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

RatingsPanel::RatingsPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_presenter(new RatingsPresenter(context.session, this))
    , m_model(new LeaderboardModel(*m_presenter, this)) {
    build();
    connectLeaderboard();
    connectCharts();
    connect(m_presenter, &RatingsPresenter::overviewChanged, this, &RatingsPanel::showOverview);
    connect(m_presenter, &RatingsPresenter::pinsChanged, this, &RatingsPanel::showPins);
    connect(m_presenter, &RatingsPresenter::ratingChanged, this, &RatingsPanel::showStatus);
    connect(&context.session, &Session::tableChanged, this, &RatingsPanel::showOverview);
    connect(&context.session, &Session::closed, this, &RatingsPanel::showOverview);
    showOverview();
}

RatingsPanel::~RatingsPanel() = default;

QWidget* RatingsPanel::focusTarget() {
    return m_leaderboard;
}

void RatingsPanel::build() {
    auto* whole = column().release();
    setLayout(whole);
    m_pages = new QStackedWidget(this);
    whole->addWidget(m_pages);

    m_empty = new EmptyState(Icon::Ratings);
    connect(m_empty, &EmptyState::primaryActivated, this,
            [this] { m_context.navigator.importFiles({}); });
    m_pages->addWidget(m_empty);

    auto* content = new QWidget;
    auto* rows = column().release();
    content->setLayout(rows);
    rows->addWidget(new PolicyBar(m_context.session, *m_presenter));
    m_notice = new NoticeBar;
    m_notice->hide();
    rows->addWidget(m_notice);
    m_figures = new FigureStrip;
    auto pair = std::make_unique<PairDifference>();
    m_pair = pair.get();
    m_figures->setRightWidget(std::move(pair));
    connect(m_figures, &FigureStrip::opened, this,
            [this](int i) { openBattles(m_filters.value(i)); });
    rows->addWidget(m_figures);

    m_leaderboard = new LeaderboardView(*m_model);
    m_intervals = new IntervalPlot;
    m_intervals->setTitle(tr("Intervals"));
    m_progress = new ProgressPlot;
    m_progress->setTitle(tr("Progress"));
    m_heatMap = new HeatMap;
    m_heatMap->setTitle(tr("Win rate, row against column"));

    m_leaderboardHeader = new SectionHeader(tr("Leaderboard"));
    m_sections[0] = section(m_leaderboardHeader, m_leaderboard);

    auto* intervals = new SectionHeader(tr("Intervals"));
    auto* intervalsLegend = new Legend;
    intervalsLegend->follow(m_intervals);
    intervals->addWidget(intervalsLegend);
    addExport(intervals, m_intervals);
    m_sections[1] = section(intervals, m_intervals);

    auto* progress = new SectionHeader(tr("Progress"));
    m_family = new PolicyCombo(tr("Family"));
    m_family->setCaptionShown(false);
    m_family->setAccessibleName(tr("Whose progress"));
    m_family->setFixedHeight(scaled(measure::controlInBar));
    progress->addWidget(m_family);
    auto* progressLegend = new Legend;
    progressLegend->follow(m_progress);
    progress->addWidget(progressLegend);
    addExport(progress, m_progress);
    m_noProgress = new EmptyState(Icon::Flywheel);
    m_noProgress->setTitle(tr("No checkpoints yet"));
    m_noProgress->setText(tr("Progress is drawn over models that have an iteration and a stage."));
    m_progressPages = new QStackedWidget;
    m_progressPages->addWidget(m_progress);
    m_progressPages->addWidget(m_noProgress);
    m_sections[2] = section(progress, m_progressPages);

    auto* heatMap = new SectionHeader(tr("Win rate, row against column"), tr("%, ties left out"));
    addExport(heatMap, m_heatMap);
    m_sections[3] = section(heatMap, m_heatMap);

    m_grid = new QWidget;
    auto* grid = new QGridLayout(m_grid);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_grid);
    rows->addWidget(m_scroll, 1);
    m_pages->addWidget(content);
    arrange();
}

QWidget* RatingsPanel::section(SectionHeader* header, QWidget* content) {
    auto* out = new QWidget(this);
    auto* rows = column().release();
    out->setLayout(rows);
    rows->addWidget(header);
    rows->addWidget(content, 1);
    return out;
}

void RatingsPanel::addExport(SectionHeader* header, ChartView* chart) {
    auto* button = new QToolButton;
    button->setIcon(icon(Icon::Export));
    button->setAutoRaise(true);
    button->setToolTip(tr("Export this chart"));
    button->setAccessibleName(tr("Export %1").arg(chart->title()));
    connect(button, &QToolButton::clicked, chart, &ChartView::chooseExportFile);
    header->addWidget(button);
    connect(chart, &ChartView::exported, this, [this](const QString& path) {
        m_notice->say(Tone::Good, tr("Exported."), path);
        m_notice->show();
    });
    connect(chart, &ChartView::exportFailed, this, [this](const QString& message) {
        m_notice->say(Tone::Danger, tr("The chart was not exported."), message);
        m_notice->show();
    });
}

void RatingsPanel::connectLeaderboard() {
    connect(m_leaderboard, &LeaderboardView::battlesWanted, this,
            [this](const QString& model) { openBattles(filterWord("model", model)); });
    connect(m_leaderboard, &LeaderboardView::modelWanted, this, &RatingsPanel::openModel);
    connect(m_leaderboard, &LeaderboardView::pinWanted, m_presenter, &RatingsPresenter::pin);
    connect(m_leaderboard, &LeaderboardView::rowHovered, m_intervals,
            &IntervalPlot::setHighlightedRow);
    // the two scroll as one
    QScrollBar* bar = m_leaderboard->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, m_intervals, &IntervalPlot::setScrollOffset);
    connect(m_intervals, &IntervalPlot::scrollOffsetChanged, bar, &QScrollBar::setValue);
    m_intervals->setRowPitch(m_leaderboard->rowPitch());
    m_intervals->setHeaderHeight(m_leaderboard->headerHeight());
}

void RatingsPanel::connectCharts() {
    connect(m_intervals, &IntervalPlot::rowActivated, this,
            [this](int row) { openBattles(filterWord("model", m_model->nameAt(row))); });
    connect(m_heatMap, &HeatMap::cellActivated, this, [this](int row, int column) {
        const auto name = [this](int i) {
            return filterWord("model", m_heatMap->models()[static_cast<std::size_t>(i)].name);
        };
        m_heatMap->setSelectedCell(row, column);
        openBattles(name(row) + u' ' + name(column));
    });
    connect(m_progress, &ProgressPlot::pointActivated, this, [this](int series, int stage) {
        const auto overview = m_presenter->overview();
        const auto& progress = overview->progress;
        openBattles(
            filterWord("model", QString::fromStdString(
                                    progress.stages[static_cast<std::size_t>(stage)].model)) +
            u' ' +
            filterWord("judge", QString::fromStdString(
                                    progress.series[static_cast<std::size_t>(series)].judge)));
    });
    connect(m_family, &QComboBox::activated, this, [this] {
        rating::OverviewChoice choice = m_presenter->choice();
        choice.family = m_family->currentText().toStdString();
        m_presenter->setChoice(choice);
    });
}

// Two columns of 800 : 570, or one that scrolls.
void RatingsPanel::arrange() {
    const int columns = width() >= scaled(twoColumns) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    auto* grid = static_cast<QGridLayout*>(m_grid->layout());
    for (QWidget* section : m_sections)
        grid->removeWidget(section);
    for (int i = 0; i < 4; ++i) {
        grid->addWidget(m_sections[i], columns == 2 ? i / 2 : i, columns == 2 ? i % 2 : 0);
        m_sections[i]->setMinimumHeight(columns == 2 ? scaled(200) : scaled(stackedHeight));
    }
    grid->setColumnStretch(0, columns == 2 ? 800 : 1);
    grid->setColumnStretch(1, columns == 2 ? 570 : 0);
    for (int row = 0; row < 4; ++row)
        grid->setRowStretch(row, columns == 1 ? 1 : row == 0 ? 400 : row == 1 ? 300 : 0);
}

void RatingsPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    arrange();
}

void RatingsPanel::showOverview() {
    const auto overview = m_presenter->overview();
    const bool rated = overview && overview->problem.empty();
    m_pages->setCurrentIndex(rated ? 1 : 0);
    if (!rated) {
        const auto table = m_context.session.table();
        const bool loading = !table || (table->size() > 0 && !overview);
        m_empty->setTitle(loading              ? tr("Reading the battles")
                          : table->size() == 0 ? tr("Nothing to rate yet")
                                               : tr("These battles cannot be rated"));
        m_empty->setText(loading              ? QString()
                         : table->size() == 0 ? tr("Ratings come from battles with a verdict.")
                         : overview           ? QString::fromStdString(overview->problem)
                                              : QString());
        m_empty->setPrimary(!loading && table->size() == 0 ? tr("Import battles") : QString());
        showStatus();
        return;
    }
    const auto figures = figuresOf(*overview);
    std::vector<Figure> shown;
    m_filters.clear();
    for (const RatingsFigure& figure : figures) {
        shown.push_back(figure.figure);
        m_filters.push_back(figure.filter);
    }
    m_figures->setFigures(shown);
    auto [stages, series] = progressPlotOf(*overview);
    m_progressPages->setCurrentIndex(stages.empty() ? 1 : 0);
    m_progress->setProgress(std::move(stages), std::move(series));
    showFamilies();
    showPins();
    showStatus();
    emit noteChanged(formatCount(static_cast<qint64>(overview->models().size())));
}

void RatingsPanel::showFamilies() {
    const auto overview = m_presenter->overview();
    m_family->clear();
    for (const std::string& family : overview->families)
        m_family->addItem(QString::fromStdString(family));
    const std::string& chosen = m_presenter->choice().family;
    m_family->setCurrentIndex(
        chosen.empty() ? 0 : std::max(0, m_family->findText(QString::fromStdString(chosen))));
    m_family->setVisible(!overview->families.empty());
}

void RatingsPanel::showPins() {
    const auto overview = m_presenter->overview();
    if (!overview || !overview->problem.empty())
        return;
    m_intervals->setRows(intervalRows(*overview, *m_presenter));
    auto [models, cells] = heatMapOf(*overview, *m_presenter);
    m_heatMap->setMatrix(std::move(models), std::move(cells));
    const QString a = m_presenter->pinned(Pin::A);
    const QString b = m_presenter->pinned(Pin::B);
    if (a.isEmpty() || b.isEmpty())
        m_pair->hideAll();
    else
        m_pair->show(a, b, overview->difference(a.toStdString(), b.toStdString()));
    m_leaderboardHeader->setNote(
        a.isEmpty() || b.isEmpty() ? tr("Press A or B on a row to pin two models and compare them")
                                   : QString());
}

void RatingsPanel::showStatus() {
    PanelStatus status;
    const auto overview = m_presenter->overview();
    if (overview && overview->problem.empty()) {
        status.notes.push_back(m_presenter->isRating()
                                   ? tr("Rating…")
                                   : tr("Rated in %1").arg(formatSeconds(overview->seconds)));
        if (const auto [separated, pairs] = overview->separatedPairs(); pairs > 0)
            status.notes.push_back(
                tr("%1 of %2 pairs separated").arg(formatCount(separated), formatCount(pairs)));
        for (const std::string& note : overview->report.notes)
            status.notes.push_back(QString::fromStdString(note));
        status.notes.push_back(tr("Every number opens the battles behind it"));
    }
    emit statusChanged(status);
}

void RatingsPanel::openBattles(const QString& filter) {
    m_context.navigator.showBattles(filter);
}

void RatingsPanel::openModel(const QString& model) {
    if (const auto table = m_context.session.table())
        if (const auto index = table->modelIndex(model.toStdString()))
            m_context.navigator.showModel(table->models[*index].id);
}

} // namespace agon::ui
