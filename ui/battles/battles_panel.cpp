#include "ui/battles/battles_panel.h"

#include "ui/battles/answer_view.h"
#include "ui/battles/battle_list.h"
#include "ui/battles/battle_table_view.h"
#include "ui/battles/battle_viewer.h"
#include "ui/battles/filter_bar.h"
#include "ui/battles/filter_field.h"
#include "ui/battles/no_hits.h"
#include "ui/battles/queue_view.h"
#include "ui/battles/verdict_bar.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/theme/font.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format_number.h"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace agon::ui {

namespace {
constexpr int roomyWindow = 1200;
} // namespace

BattlesPanel::BattlesPanel(const PanelContext& context, std::shared_ptr<ReviewDesk> desk,
                           QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_desk(std::move(desk))
    , m_filter(new FilterBar(m_desk->queue, context.actions))
    , m_queueView(new QueueView(m_desk->queue, m_desk->review))
    , m_viewer(new BattleViewer(m_desk->queue, m_desk->review, context.actions))
    , m_table(new BattleTableView(m_desk->queue, m_desk->review, context.settings))
    , m_noHits(new NoHits(m_desk->queue))
    , m_split(new QSplitter(Qt::Horizontal))
    , m_content(new QStackedWidget)
    , m_pages(new QStackedWidget(this)) {
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(m_queueView);
    m_split->addWidget(m_viewer);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({scaled(264), scaled(744)});
    m_content->addWidget(m_split);
    m_content->addWidget(m_table);
    m_content->addWidget(m_noHits);
    auto* review = new QWidget(m_pages);
    auto* rows = new QVBoxLayout(review);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_filter);
    rows->addWidget(m_content, 1);
    m_pages->addWidget(review);
    m_pages->addWidget(noBattles());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);

    bindVotes();
    bindQueue();
    bindReading();
    bindTable();
    const auto focusBattle = [this] {
        focusTarget()->setFocus(Qt::OtherFocusReason);
    };
    connect(m_filter, &FilterBar::left, this, focusBattle);
    connect(m_viewer->verdicts(), &VerdictBar::left, this, focusBattle);
    connect(&m_context.session, &Session::tableChanged, this, &BattlesPanel::showPage);
    connect(&m_desk->queue, &BattleQueue::answered, this, &BattlesPanel::showPage);
    connect(&m_desk->queue, &BattleQueue::answered, this, &BattlesPanel::announce);
    connect(&m_context.navigator, &Navigator::battleRequested, this, [this](BattleId battle) {
        if (!m_desk->queue.positionOf(battle))
            showAsTable(false); // it is no row of the table
        m_desk->review.open(battle);
    });
    connect(&m_context.navigator, &Navigator::battlesRequested, &m_desk->queue,
            &BattleQueue::setFilter);
    showPage();
}

BattlesPanel::~BattlesPanel() {
    delete m_pages; // its parts look at the desk, which goes with this panel
}

QWidget* BattlesPanel::focusTarget() {
    if (m_content->currentWidget() == m_noHits)
        return m_filter->field()
            ->edit(); // what is hidden would take the keyboard when it comes back
    if (m_desk->queue.isShownAsTable())
        return m_table;
    return m_queueView->isHidden() ? static_cast<QWidget*>(m_viewer->left()->text()->scrollArea())
                                   : m_queueView->next();
}

// In a window of some width the queue keeps its place and the panels beside it give way; in a
// smaller one it gives way itself.
QSize BattlesPanel::minimumSizeHint() const {
    const int viewer = m_viewer->minimumSizeHint().width();
    const bool roomy = window()->width() >= scaled(roomyWindow);
    return {roomy ? viewer + m_split->handleWidth() + m_queueView->minimumSizeHint().width()
                  : viewer,
            scaled(420)};
}

QWidget* BattlesPanel::noBattles() {
    auto* state = new EmptyState(Icon::Battles, m_pages);
    state->setTitle(tr("No battles yet"));
    state->setText(tr("A battle is one instruction and two answers. Let models fight, or import "
                      "answers and judgments: drop their files into the window."));
    state->setPrimary(tr("Import files…"));
    connect(state, &EmptyState::primaryActivated, this,
            [this] { m_context.navigator.importFiles({}); });
    const QPushButton* run = state->addButton(tr("Run battles…"));
    connect(run, &QPushButton::clicked, &m_context.navigator, &Navigator::runBattles);
    return state;
}

void BattlesPanel::bindVotes() {
    ActionRegistry& actions = m_context.actions;
    BattleReview* review = &m_desk->review;
    for (const auto& [action, verdict] :
         {std::pair(ActionId::VoteA, Verdict::A), std::pair(ActionId::VoteB, Verdict::B),
          std::pair(ActionId::VoteTie, Verdict::Tie), std::pair(ActionId::VoteBad, Verdict::Bad)})
        actions.bind(action, this, [this, verdict = verdict] { vote(verdict); });
    actions.bind(ActionId::VoteClear, this, [review] { review->clearVote(); });
    actions.bind(ActionId::UndoVote, this, [review] { review->undo(); });
    actions.bind(ActionId::Flag, this, [review] { review->toggleFlag(); });
    actions.bind(ActionId::Comment, this, [this] { giveReason(); });
}

void BattlesPanel::bindQueue() {
    ActionRegistry& actions = m_context.actions;
    BattleReview* review = &m_desk->review;
    BattleQueue* queue = &m_desk->queue;
    actions.bind(ActionId::NextBattle, this, [review] { review->move(+1); });
    actions.bind(ActionId::PreviousBattle, this, [review] { review->move(-1); });
    actions.bind(ActionId::NextUnreviewed, this, [review] { review->nextUnreviewed(); });
    actions.bind(ActionId::SkipBattle, this, [review] { review->skip(); });
    actions.bind(ActionId::NextQueue, this, [queue] { queue->stepFacet(+1); });
    actions.bind(ActionId::PreviousQueue, this, [queue] { queue->stepFacet(-1); });
    actions.bind(ActionId::FilterBattles, this,
                 [this] { m_filter->field()->edit()->setFocus(Qt::ShortcutFocusReason); });
    actions.bindToggle(ActionId::NextAfterVote, this,
                       [review](bool on) { review->setNextAfterVote(on); });
    QAction* next = actions.action(ActionId::NextAfterVote);
    next->setChecked(review->nextAfterVote());
    connect(review, &BattleReview::nextAfterVoteChanged, next, &QAction::setChecked);
}

void BattlesPanel::bindReading() {
    ActionRegistry& actions = m_context.actions;
    actions.bindToggle(ActionId::ToggleMarkdown, this, [this](bool raw) { m_viewer->setRaw(raw); });
    actions.bindToggle(ActionId::LinkScrolling, this,
                       [this](bool linked) { m_viewer->setLinked(linked); });
    actions.action(ActionId::LinkScrolling)->setChecked(m_viewer->isLinked());
    actions.bind(ActionId::SwapSides, this, [this] { m_desk->review.swapSides(); });
    addAction(actions.action(ActionId::ToggleRationale)); // the rationale itself binds it
    addAction(actions.action(ActionId::JudgeAgain));      // and this
}

void BattlesPanel::bindTable() {
    ActionRegistry& actions = m_context.actions;
    actions.bindToggle(ActionId::ToggleTable, this, [this](bool on) { showAsTable(on); });
    connect(m_table, &BattleTableView::readWanted, this, [this] { showAsTable(false); });
    connect(m_table, &BattleTableView::sortWanted, this, [this](const Sort& sort) {
        m_openFirst = true;
        m_desk->queue.setSort(sort);
    });
    // Who sorts wants to see what comes first.
    connect(&m_desk->queue, &BattleQueue::answered, this, [this] {
        if (!std::exchange(m_openFirst, false))
            return;
        if (const auto first = m_desk->queue.neighbour({}, +1))
            m_desk->review.open(*first);
    });
    connect(&m_desk->queue, &BattleQueue::refused, this, [this] { m_openFirst = false; });
}

void BattlesPanel::showAsTable(bool table) {
    m_context.actions.action(ActionId::ToggleTable)->setChecked(table);
    if (table == m_desk->queue.isShownAsTable())
        return;
    const bool hadFocus = m_content->isAncestorOf(QApplication::focusWidget());
    m_desk->queue.setShownAsTable(table);
    showPage();
    m_desk->review.prepareNext();
    if (hadFocus)
        focusTarget()->setFocus(Qt::OtherFocusReason);
}

// In the table there is no left and right: its columns are the battle's own A and B.
void BattlesPanel::vote(Verdict onScreen) {
    if (m_desk->queue.isShownAsTable())
        m_desk->review.vote(onScreen, m_desk->review.myNote());
    else
        m_viewer->verdicts()->vote(onScreen);
}

void BattlesPanel::giveReason() {
    showAsTable(false); // the field stands below the answers
    m_viewer->verdicts()->focusReason();
}

void BattlesPanel::showPage() {
    const BattleQueue& queue = m_desk->queue;
    const bool empty = m_context.session.table() && !queue.hasBattles();
    m_pages->setCurrentIndex(empty ? 1 : 0);
    const bool table = queue.isShownAsTable();
    const bool rows = table && m_table->model()->rowCount() > 0;
    if (queue.answer() && queue.answer()->matches == 0 && !rows) {
        m_content->setCurrentWidget(m_noHits);
        if (m_desk->review.current().valid())
            m_desk->review.close(); // nobody votes on what is not on screen
    } else
        m_content->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_split);
}

void BattlesPanel::announce() {
    const BattleQueue& queue = m_desk->queue;
    PanelStatus status;
    status.done = queue.sitting().count();
    status.total = queue.answer() ? queue.toReview() : 0;
    if (status.done > 0) {
        status.notes.append(tr("%1 of %2 in this sitting")
                                .arg(formatCount(status.done), formatCount(status.total)));
        if (const auto each = queue.sitting().secondsEach()) {
            const double minutes = *each * (status.total - status.done) / 60;
            status.notes.append(minutes < 90
                                    ? tr("about %1 min left").arg(formatNumber(minutes, 0))
                                    : tr("about %1 h left").arg(formatNumber(minutes / 60, 0)));
            status.notes.append(tr("%1 s a battle").arg(formatNumber(*each, 0)));
        }
        status.notes.append(tr("you agree with the judge on %1 of %2")
                                .arg(formatCount(queue.agreements()), formatCount(status.done)));
    } else if (queue.answer()) {
        status.notes.append(tr("%1 to review").arg(formatCount(status.total)));
    }
    emit statusChanged(status);
}

// Answers keep 320 px each: first the queue shrinks; where not even that is enough, it gives way.
void BattlesPanel::fitQueue() {
    const int viewer = m_viewer->minimumSizeHint().width() + m_split->handleWidth();
    const bool fits = width() >= viewer + m_queueView->minimumSizeHint().width();
    const bool hadFocus = m_queueView->isAncestorOf(QApplication::focusWidget());
    m_queueView->setVisible(fits);
    if (!fits && hadFocus)
        focusTarget()->setFocus(Qt::OtherFocusReason);
}

void BattlesPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    window()->installEventFilter(this);
    updateGeometry();
}

bool BattlesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == window())
        updateGeometry(); // the least width depends on it
    return Panel::eventFilter(watched, event);
}

void BattlesPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fitQueue();
}

} // namespace agon::ui
