// The Ratings panel on a real workspace: rated, following an override, pinned, leading to battles.
#include "core/rating/overview.h"
#include "core/simulation/demo.h"
#include "tests/support/result_check.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/interval_plot.h"
#include "ui/charts/progress_plot.h"
#include "ui/ratings/chart_rows.h"
#include "ui/ratings/leaderboard_model.h"
#include "ui/ratings/leaderboard_view.h"
#include "ui/ratings/pair_difference.h"
#include "ui/ratings/policy_bar.h"
#include "ui/ratings/ratings_panel.h"
#include "ui/ratings/ratings_presenter.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/policy_combo.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestRatings : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheDemo();
    void followsAnOverrideAndItsUndo();
    void pinsAPair();
    void leadsToBattles();
    void progressIsASawTooth();
    void policyChangesTheFigures();
    void captionsGoBeforeValues();
    void saysWhyNothingCanBeRated();
    void anEmptyWorkspaceOffersTheNextStep();
    void everyControlHasAName();
    void wordsOfIntervals();

  private:
    void open(const QString& path);
    [[nodiscard]] const rating::Overview& overview() const {
        return *m_panel->presenter().overview();
    }
    [[nodiscard]] bool complete() const {
        const auto& value = m_panel->presenter().overview();
        return value && value->complete && !m_panel->presenter().isRating();
    }

    QTemporaryDir m_folder;
    QString m_demo;
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobsFeed> m_jobs;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RatingsPanel> m_panel;
};

void TestRatings::initTestCase() {
    m_theme = std::make_unique<ThemeController>();
    m_demo = m_folder.filePath(u"demo.agon"_s);
    VERIFY_OK(simulation::makeDemo(m_demo.toStdString(), simulation::demoSeed, {}, {}));
}

void TestRatings::init() {
    const auto clock = std::make_shared<SystemClock>();
    m_executor = std::make_unique<Executor>(2, clock);
    m_session = std::make_unique<Session>(*m_executor, clock);
    m_session->setAnnotator(u"mira"_s);
    m_jobs = std::make_unique<JobsFeed>(*m_executor);
    m_actions = std::make_unique<ActionRegistry>();
    m_navigator = std::make_unique<Navigator>();
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_panel = std::make_unique<RatingsPanel>(
        PanelContext{*m_session, *m_jobs, *m_actions, *m_navigator, *m_settings});
    m_panel->resize(1370, 800);
    m_panel->show();
}

void TestRatings::cleanup() {
    m_panel.reset();
    m_session.reset();
    m_jobs.reset();
    m_executor.reset();
}

void TestRatings::open(const QString& path) {
    m_session->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(complete(), 60'000);
}

void TestRatings::showsTheDemo() {
    open(m_demo);
    auto* view = m_panel->findChild<LeaderboardView*>();
    auto* model = qobject_cast<LeaderboardModel*>(view->model());
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), static_cast<int>(overview().models().size()));
    QVERIFY(model->rowCount() > 10);
    // the demo's own anchor holds
    const int anchor = model->rowOf(u"sim-anchor"_s);
    QVERIFY(anchor >= 0);
    QVERIFY(model->index(anchor, 0).data(LeaderboardModel::AnchorRole).toBool());
    QCOMPARE(model->index(anchor, LeaderboardModel::Rating).data().toString(), u"1100"_s);
    QCOMPARE(model->index(anchor, LeaderboardModel::Interval).data().toString(), u"fixed"_s);
    // the plot beside it has the same rows at the same pitch
    auto* plot = m_panel->findChild<IntervalPlot*>();
    QCOMPARE(static_cast<int>(plot->rows().size()), model->rowCount());
    QCOMPARE(plot->rowPitch(), view->rowPitch());
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(plot->rows()[static_cast<std::size_t>(row)].name, model->nameAt(row));
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
    QCOMPARE(plot->scrollOffset(), view->verticalScrollBar()->value());
}

void TestRatings::followsAnOverrideAndItsUndo() {
    const QString path = m_folder.filePath(u"follow.agon"_s);
    QFile::remove(path);
    QVERIFY(QFile::copy(m_demo, path));
    open(path);
    const auto before = overview().models().front();
    // a battle that the strongest won as A under the judges, and nobody has voted on
    std::optional<std::uint32_t> row;
    const auto table = m_session->table();
    const auto strongest = table->modelIndex(before.name);
    for (std::uint32_t i = 0; i < table->size() && !row; ++i)
        if (table->modelA[i] == *strongest && m_session->verdicts()->verdict[i] == Verdict::A &&
            (m_session->verdicts()->bits[i] & derived::reviewed) == 0)
            row = i;
    QVERIFY(row);
    const auto rated = [&] {
        for (const auto& model : overview().models())
            if (model.name == before.name)
                return *model.rating;
        return 0.0;
    };
    m_session->vote({table->id[*row]}, Verdict::B, {}, false);
    QTRY_VERIFY_WITH_TIMEOUT(rated() < *before.rating, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(complete(), 60'000);
    auto* model = m_panel->findChild<LeaderboardModel*>();
    const int place = model->rowOf(QString::fromStdString(before.name));
    QVERIFY(model->index(place, LeaderboardModel::Change).data().toDouble() < 0);
    m_session->undo();
    QTRY_COMPARE_WITH_TIMEOUT(rated(), *before.rating, 60'000);
}

void TestRatings::pinsAPair() {
    open(m_demo);
    auto* view = m_panel->findChild<LeaderboardView*>();
    auto* model = m_panel->findChild<LeaderboardModel*>();
    auto* pair = m_panel->findChild<PairDifference*>();
    QVERIFY(pair->isHidden());
    view->setFocus();
    view->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(view, Qt::Key_A);
    view->setCurrentIndex(model->index(1, 0));
    QTest::keyClick(view, Qt::Key_B);
    QVERIFY(!pair->isHidden());
    QVERIFY(pair->words().startsWith(model->nameAt(0)));
    QCOMPARE(m_panel->findChild<IntervalPlot*>()->rows()[0].pin, Pin::A);
    // B on the row of A exchanges them, and again takes it off
    view->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(view, Qt::Key_B);
    QCOMPARE(m_panel->presenter().pinned(Pin::B), model->nameAt(0));
    QCOMPARE(m_panel->presenter().pinned(Pin::A), model->nameAt(1));
    QTest::keyClick(view, Qt::Key_B);
    QVERIFY(pair->isHidden());
}

void TestRatings::leadsToBattles() {
    open(m_demo);
    QSignalSpy battles(m_navigator.get(), &Navigator::battlesRequested);
    auto* view = m_panel->findChild<LeaderboardView*>();
    auto* model = m_panel->findChild<LeaderboardModel*>();
    view->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(battles.takeFirst()[0].toString(), u"model:"_s + model->nameAt(0));
    emit m_panel->findChild<HeatMap*>()->cellActivated(0, 2);
    const QString filter = battles.takeFirst()[0].toString();
    QCOMPARE(filter.count(u"model:"_s), 2);
    emit m_panel->findChild<FigureStrip*>()->opened(1);
    QCOMPARE(battles.takeFirst()[0].toString(), u"verdict:invalid"_s);
}

void TestRatings::progressIsASawTooth() {
    open(m_demo);
    auto* plot = m_panel->findChild<ProgressPlot*>();
    QCOMPARE(plot->stages().size(), std::size_t{10});
    QCOMPARE(plot->series().size(), std::size_t{2});
    QCOMPARE(plot->series()[0].role, SeriesRole::InLoop);
    QCOMPARE(plot->series()[1].role, SeriesRole::HeldOut);
    const auto& points = plot->series()[0].points;
    for (std::size_t iteration = 1; iteration <= 3; ++iteration) {
        const std::size_t sft = 3 * iteration - 2;
        QVERIFY(*points[sft].value < *points[sft + 1].value);
        QVERIFY(*points[sft + 1].value < *points[sft + 2].value);
        if (iteration > 1)
            QVERIFY(*points[sft].value < *points[sft - 1].value); // SFT restarts from base
    }
}

void TestRatings::policyChangesTheFigures() {
    open(m_demo);
    const auto invalid = overview().report.invalid;
    rating::OverviewChoice choice = m_panel->presenter().choice();
    choice.intervals = rating::Intervals::None;
    m_panel->presenter().setChoice(choice);
    QTRY_VERIFY_WITH_TIMEOUT(complete(), 60'000);
    QVERIFY(!overview().models().front().lower);
    QCOMPARE(overview().report.invalid, invalid);
    Policy policy = m_session->policy();
    policy.overrides = Overrides::Only;
    m_session->setPolicy(policy);
    QTRY_VERIFY_WITH_TIMEOUT(complete() && overview().report.battles < 1000, 60'000);
}

// "Bars drop words before icons": at 1100 px every value is whole, and every combo has its name.
void TestRatings::captionsGoBeforeValues() {
    open(m_demo);
    const auto combos = m_panel->findChild<PolicyBar*>()->findChildren<PolicyCombo*>();
    const auto wanted = [&] {
        int width = 0;
        for (const PolicyCombo* combo : combos)
            width += combo->sizeHint().width();
        return width;
    };
    m_panel->resize(1372, 800);
    QTRY_COMPARE(m_panel->width(), 1372);
    const int captioned = wanted();
    for (const int width : {1032, 1212, 1372}) {
        m_panel->resize(width, 600);
        QTRY_COMPARE(m_panel->width(), width);
        for (const PolicyCombo* combo : combos) {
            QTRY_VERIFY2(combo->width() >= combo->sizeHint().width(),
                         qPrintable(u"%1 at %2"_s.arg(combo->accessibleName()).arg(width)));
            QVERIFY(!combo->accessibleName().isEmpty());
        }
    }
    QCOMPARE(wanted(), captioned); // with room they are back
}

void TestRatings::saysWhyNothingCanBeRated() {
    const QString path = m_folder.filePath(u"self.agon"_s);
    QFile::remove(path);
    {
        const auto workspace = valueOf(Workspace::create(path.toStdString()));
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto model = TRY(appender.model("x"));
            const auto battle =
                TRY(appender.bareBattle({TRY(appender.set("s")), 1, 1, model, model, "", {}}));
            GameIn game;
            game.judge = TRY(appender.model("judge"));
            game.verdict = Verdict::A;
            TRY(appender.game(battle.ref, game));
            return {};
        }));
    }
    m_session->open(path);
    QTRY_VERIFY(m_panel->presenter().overview() != nullptr);
    QVERIFY(!overview().problem.empty());
    auto* empty = m_panel->findChild<QStackedWidget*>()->currentWidget();
    QVERIFY(qobject_cast<EmptyState*>(empty) != nullptr);
}

void TestRatings::anEmptyWorkspaceOffersTheNextStep() {
    m_session->create(m_folder.filePath(u"empty.agon"_s));
    QTRY_VERIFY(m_session->table() != nullptr);
    QSignalSpy imports(m_navigator.get(), &Navigator::importRequested);
    auto* empty = qobject_cast<EmptyState*>(m_panel->findChild<QStackedWidget*>()->currentWidget());
    QVERIFY(empty);
    emit empty->primaryActivated();
    QCOMPARE(imports.size(), 1);
}

void TestRatings::everyControlHasAName() {
    open(m_demo);
    const auto widgets = m_panel->findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty() ||
                         !widget->property("text").toString().isEmpty(),
                     widget->metaObject()->className());
    for (const ChartView* chart : m_panel->findChildren<ChartView*>())
        QVERIFY(!chart->summary().isEmpty());
}

void TestRatings::wordsOfIntervals() {
    rating::RatedModel model;
    model.rating = 1000;
    QCOMPARE(intervalWords(model, false), u"–"_s);
    model.lower = 993;
    model.upper = 1010;
    QCOMPARE(intervalWords(model, false), u"−7 +10"_s);
    QCOMPARE(intervalWords(model, true), u"fixed"_s);
    model.upper = std::numeric_limits<double>::infinity();
    QCOMPARE(intervalWords(model, false), u"−7 +∞"_s);
    model.status = rating::Status::UnboundedBelow;
    model.rating.reset();
    QCOMPARE(intervalWords(model, false), u"never won"_s);
    QCOMPARE(filterWord("model", u"a b"_s), u"model:\"a b\""_s);
}

QTEST_MAIN(TestRatings)
#include "tst_ratings.moc"
