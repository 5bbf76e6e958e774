#include "ui/battles/battles_panel.h"

#include "ui/battles/answer_view.h"
#include "ui/battles/battle_list.h"
#include "ui/battles/battle_viewer.h"
#include "ui/battles/filter_bar.h"
#include "ui/battles/filter_field.h"
#include "ui/battles/no_hits.h"
#include "ui/battles/queue_view.h"
#include "ui/battles/verdict_bar.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/theme/font.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format_number.h"

#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace agon::ui {

BattlesPanel::BattlesPanel(const PanelContext& context, std::shared_ptr<ReviewDesk> desk,
                           QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_desk(std::move(desk))
    , m_filter(new FilterBar(m_desk->queue, context.actions))
    , m_queueView(new QueueView(m_desk->queue, m_desk->review))
    , m_viewer(new BattleViewer(m_desk->queue, m_desk->review, context.actions))
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
    const auto focusBattle = [this] {
        focusTarget()->setFocus(Qt::OtherFocusReason);
    };
    connect(m_filter, &FilterBar::left, this, focusBattle);
    connect(m_viewer->verdicts(), &VerdictBar::left, this, focusBattle);
    connect(&m_desk->queue, &BattleQueue::answered, this, &BattlesPanel::showPage);
    connect(&m_desk->queue, &BattleQueue::answered, this, &BattlesPanel::announce);
    connect(&m_context.navigator, &Navigator::battleRequested, &m_desk->review,
            &BattleReview::open);
    connect(&m_context.navigator, &Navigator::battlesRequested, &m_desk->queue,
            &BattleQueue::setFilter);
    showPage();
}

BattlesPanel::~BattlesPanel() {
    delete m_pages; // its parts look at the desk, which goes with this panel
}

QWidget* BattlesPanel::focusTarget() {
    return m_queueView->isHidden() ? static_cast<QWidget*>(m_viewer->left()->text())
                                   : m_queueView->next();
}

QSize BattlesPanel::minimumSizeHint() const {
    return {m_viewer->minimumSizeHint().width(), scaled(420)};
}

QWidget* BattlesPanel::noBattles() {
    auto* state = new EmptyState(Icon::Battles, m_pages);
    state->setTitle(tr("No battles yet"));
    state->setText(tr("A battle is one instruction and two answers. Import answers and judgments, "
                      "or drop their files into the window."));
    state->setPrimary(tr("Import files…"));
    connect(state, &EmptyState::primaryActivated, this,
            [this] { m_context.navigator.importFiles({}); });
    return state;
}

void BattlesPanel::bindVotes() {
    ActionRegistry& actions = m_context.actions;
    BattleReview* review = &m_desk->review;
    for (const auto& [action, verdict] :
         {std::pair(ActionId::VoteA, Verdict::A), std::pair(ActionId::VoteB, Verdict::B),
          std::pair(ActionId::VoteTie, Verdict::Tie), std::pair(ActionId::VoteBad, Verdict::Bad)})
        actions.bind(action, this,
                     [this, verdict = verdict] { m_viewer->verdicts()->vote(verdict); });
    actions.bind(ActionId::VoteClear, this, [review] { review->clearVote(); });
    actions.bind(ActionId::UndoVote, this, [review] { review->undo(); });
    actions.bind(ActionId::Flag, this, [review] { review->toggleFlag(); });
    actions.bind(ActionId::Comment, this, [this] { m_viewer->verdicts()->focusReason(); });
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
}

void BattlesPanel::showPage() {
    const BattleQueue& queue = m_desk->queue;
    const bool empty = m_context.session.table() && !queue.hasBattles();
    m_pages->setCurrentIndex(empty ? 1 : 0);
    const bool noHits = queue.answer() && queue.answer()->matches == 0;
    m_content->setCurrentWidget(noHits ? m_noHits : static_cast<QWidget*>(m_split));
}

void BattlesPanel::announce() {
    const BattleQueue& queue = m_desk->queue;
    PanelStatus status;
    status.done = queue.sitting().count();
    status.total = queue.answer() ? queue.count() : 0;
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

// Answers keep 320 px each: first the queue shrinks, then it gives way.
void BattlesPanel::fitQueue() {
    const int viewer = m_viewer->minimumSizeHint().width() + m_split->handleWidth();
    m_queueView->setVisible(width() >= viewer + m_queueView->minimumSizeHint().width());
}

void BattlesPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fitQueue();
}

} // namespace agon::ui
