#include "ui/battles/rationale_panel.h"

#include "ui/arena/judge_again.h"
#include "ui/arena/judge_again_dialog.h"
#include "ui/arena/live_judgment.h"
#include "ui/battles/game_card.h"
#include "ui/battles/games_table.h"
#include "ui/battles/override_history.h"
#include "ui/battles/rerating_bar.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/verdict_chip.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

constexpr ModelId juryTab{-1}; // among the judges
constexpr int tabFrame = 53;   // what a tab has around its name: padding, the verdict's chip
constexpr int leastName = 48;

// What people say together since the last of them voted: "B counts since 14:02".
QString inForce(const Battle& battle, Verdict people) {
    if (people == Verdict::None)
        return {};
    Timestamp since;
    for (const Override& event : battle.overrides)
        since = std::max(since, event.at);
    QString verdict = people == Verdict::A     ? RationalePanel::tr("A counts")
                      : people == Verdict::B   ? RationalePanel::tr("B counts")
                      : people == Verdict::Tie ? RationalePanel::tr("A tie counts")
                                               : RationalePanel::tr("Both bad counts");
    if (!since.known())
        return verdict;
    const QDateTime now = QDateTime::currentDateTime();
    const bool today = QDateTime::fromMSecsSinceEpoch(since.milliseconds).date() == now.date();
    return RationalePanel::tr("%1 since %2", "verdict, time")
        .arg(verdict, today ? clockTime(since) : whenWords(since, now));
}

// In base colour. A background role would do that too, but it changes the role of the words on it.
class Sheet final : public QWidget {
  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::of(palette()).color(Colour::Base));
    }
};

QDockWidget* dockOf(QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(widget))
            return dock;
    return nullptr;
}

} // namespace

RationalePanel::RationalePanel(const PanelContext& context, std::shared_ptr<ReviewDesk> desk,
                               QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_desk(std::move(desk))
    , m_judges(new QTabBar(this))
    , m_scroll(new QScrollArea(this))
    , m_empty(new EmptyState(Icon::Judge, this))
    , m_pages(new QStackedWidget(this))
    , m_rerating(new ReratingBar(this)) {
    m_judges->setAccessibleName(tr("Judges"));
    m_judges->setExpanding(false);
    m_judges->setElideMode(Qt::ElideNone); // see fitTabs()
    m_judges->setUsesScrollButtons(true);
    m_judges->setDrawBase(false);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Rationale"));
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_judges);
    if (m_desk->again) {
        m_live = new LiveJudgment(*m_desk->again, this);
        column->addWidget(m_live);
    }
    column->addWidget(m_pages, 1);
    column->addWidget(m_rerating);

    BattleReview* review = &m_desk->review;
    connect(review, &BattleReview::shown, this, &RationalePanel::showBattle);
    connect(review, &BattleReview::updated, this, &RationalePanel::showBattle);
    connect(review, &BattleReview::closed, this, &RationalePanel::sayNothing);
    connect(review, &BattleReview::opening, this, [this] {
        if (!m_desk->review.battle())
            sayNothing();
    });
    // Blocked while the tabs are made, so it is a person who chooses; with the keyboard too.
    connect(m_judges, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab < 0)
            return;
        m_judge = {m_judges->tabData(tab).toLongLong()};
        showJudge();
    });
    connect(&m_desk->rerating, &Rerating::changed, this, &RationalePanel::showRerating);
    shareKeys();
    if (m_desk->again)
        bindJudgeAgain();
    if (review->battle())
        showBattle();
    else
        sayNothing();
}

RationalePanel::~RationalePanel() = default;

QWidget* RationalePanel::focusTarget() {
    return m_pages->currentWidget() == m_scroll ? static_cast<QWidget*>(m_scroll) : this;
}

QSize RationalePanel::minimumSizeHint() const {
    return {scaled(286), scaled(200)};
}

// The keys of the review act here too.
void RationalePanel::shareKeys() {
    for (const ActionSpec& spec : actionTable())
        if (spec.scope == Scope::Battles)
            addAction(m_context.actions.action(spec.id));
    m_context.actions.bindToggle(ActionId::ToggleRationale, this, [this](bool on) { toggle(on); });
}

// Beside the battles it comes and goes; as a tab of theirs it is raised, and they again.
void RationalePanel::toggle(bool on) {
    QDockWidget* dock = dockOf(this);
    if (dock && on)
        dock->show(); // before it is asked whose tab it is
    const auto* window = dock ? qobject_cast<QMainWindow*>(dock->parentWidget()) : nullptr;
    if (window && !dock->isFloating() && !window->tabifiedDockWidgets(dock).isEmpty())
        m_context.navigator.showPanel(on ? QStringLiteral("rationale") : QStringLiteral("battles"));
    else if (dock)
        dock->setVisible(on);
}

// A tab that is not in front is not hidden; only its dock tells.
void RationalePanel::followDock() {
    if (m_dock == dockOf(this))
        return;
    m_dock = dockOf(this);
    connect(m_dock, &QDockWidget::visibilityChanged,
            m_context.actions.action(ActionId::ToggleRationale), &QAction::setChecked);
}

void RationalePanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    followDock();
    if (!m_dock)
        m_context.actions.action(ActionId::ToggleRationale)->setChecked(true);
}

void RationalePanel::hideEvent(QHideEvent* event) {
    Panel::hideEvent(event);
    m_context.actions.action(ActionId::ToggleRationale)->setChecked(false);
}

void RationalePanel::bindJudgeAgain() {
    m_context.actions.bind(ActionId::JudgeAgain, this, [this] { judgeAgain(); });
    m_context.actions.action(ActionId::JudgeAgain)->setEnabled(false);
    connect(m_desk->again, &JudgeAgain::refused, &m_context.session, &Session::failed);
}

void RationalePanel::judgeAgain() {
    const Battle* battle = m_desk->review.battle();
    if (!battle)
        return;
    auto* dialog = new JudgeAgainDialog(m_desk->again->arena(), battle->id, m_judge, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &JudgeAgainDialog::confirmed, this, [this](const RejudgeRequest& request) {
        m_judge = request.judge; // its tab is the one to be looked at
        if (QDockWidget* dock = dockOf(this))
            dock->show();
        m_desk->again->start(request, window());
    });
    dialog->open();
}

void RationalePanel::sayNothing() {
    if (m_live) {
        m_live->setBattle({});
        m_context.actions.action(ActionId::JudgeAgain)->setEnabled(false);
    }
    m_judges->hide();
    m_rerating->hide();
    m_empty->setTitle(m_desk->review.current().valid() ? tr("Reading the battle…")
                                                       : tr("No battle is open"));
    m_empty->setText(m_desk->review.current().valid()
                         ? QString()
                         : tr("What the judges say of the open battle stands here."));
    m_pages->setCurrentWidget(m_empty);
}

void RationalePanel::showBattle() {
    const Battle* battle = m_desk->review.battle();
    if (!battle)
        return sayNothing();
    if (m_live) {
        m_live->setBattle(battle->id);
        m_context.actions.action(ActionId::JudgeAgain)->setEnabled(!battle->a.turns.empty());
    }
    const std::vector<JudgeRationale> judges = judgesOf(*battle, m_context.session.policy().merge);
    const QSignalBlocker blocked(m_judges);
    while (m_judges->count() > 0)
        m_judges->removeTab(0);
    int chosen = 0;
    const auto add = [&](ModelId id, const QString& name, const QString& explanation,
                         Verdict verdict) {
        const int tab = m_judges->addTab(name);
        m_judges->setTabData(tab, static_cast<qlonglong>(id.value));
        m_judges->setTabToolTip(tab, explanation);
        m_judges->setAccessibleTabName(tab, name);
        m_judges->setTabButton(tab, QTabBar::RightSide, new VerdictChip({verdict}, m_judges));
        if (id == m_judge)
            chosen = tab;
    };
    for (const JudgeRationale& judge : judges)
        add(judge.judge, judge.name, judge.name, judge.merged.verdict);
    if (const auto together = jury(judges))
        add(juryTab, tr("Jury of %1").arg(together->judges.size()), jurySentence(*together),
            together->merged.verdict);
    m_judges->setVisible(!judges.empty());
    m_judges->setCurrentIndex(chosen);
    fitTabs();
    showJudge();
    showRerating();
}

// Judges are often named alike at the front, so their names lose the middle. The jury loses its
// number only where nothing else is left to lose.
void RationalePanel::fitTabs() {
    const QFontMetrics metrics = m_judges->fontMetrics();
    const int least = scaled(leastName);
    int names = m_judges->count();
    int room = width() - names * scaled(tabFrame);
    if (const int last = names - 1;
        last >= 0 && m_judges->tabData(last).toLongLong() == juryTab.value) {
        --names;
        QString text = m_judges->accessibleTabName(last);
        if (room - metrics.horizontalAdvance(text) < names * least)
            text = tr("Jury");
        m_judges->setTabText(last, text);
        room -= metrics.horizontalAdvance(text);
    }
    for (int tab = 0; tab < names; ++tab) {
        const QString name = m_judges->accessibleTabName(tab);
        const int share = std::max(room / (names - tab), least);
        m_judges->setTabText(tab, metrics.elidedText(name, Qt::ElideMiddle, share));
        room -= std::min(share, metrics.horizontalAdvance(name));
    }
}

void RationalePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fitTabs();
}

std::optional<JuryRationale> RationalePanel::jury(const std::vector<JudgeRationale>& judges) const {
    const Policy& policy = m_context.session.policy();
    std::vector<ModelId> counting;
    if (const auto table = m_context.session.table())
        for (const std::uint16_t judge : policy.judges)
            counting.push_back(table->models[judge].id);
    return juryOf(judges, policy.jury, counting);
}

void RationalePanel::showRerating() {
    const Battle* battle = m_desk->review.battle();
    if (!battle || !m_context.session.table() || m_pages->currentWidget() != m_scroll)
        return m_rerating->hide();
    // The next battle is open by then: what moved are the models of the one that was voted on.
    const BattleTable& table = *m_context.session.table();
    const auto voted = table.rowOf(m_desk->rerating.battle());
    const auto name = [&](std::uint16_t model) {
        return QString::fromStdString(table.models[model].name);
    };
    if (voted)
        m_rerating->show(m_desk->rerating, name(table.modelA[*voted]), name(table.modelB[*voted]),
                         m_desk->rerating.battle() == battle->id);
    else
        m_rerating->hide();
}

void RationalePanel::showJudge() {
    const Battle* battle = m_desk->review.battle();
    if (!battle)
        return;
    const std::vector<JudgeRationale> judges = judgesOf(*battle, m_context.session.policy().merge);
    auto* content = new Sheet;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, scaled(12), 0, scaled(12));
    column->setSpacing(scaled(8));
    const int tab = m_judges->currentIndex();
    if (tab >= 0 && static_cast<std::size_t>(tab) < judges.size()) {
        addGames(*column, judges[static_cast<std::size_t>(tab)], *battle);
    } else if (const auto together = jury(judges)) {
        addJury(*column, *together);
    } else {
        auto* none = new TextLabel(tr("No judge has judged this battle."), Colour::Dim, Size::Body,
                                   Weight::Regular, content);
        none->setContentsMargins(scaled(12), 0, scaled(12), scaled(4));
        column->addWidget(none);
    }
    if (m_live)
        addJudgeAgain(*column);
    addOverrides(*column, *battle);
    column->addStretch(1);
    m_scroll->setWidget(content); // deletes the one before
    m_pages->setCurrentWidget(m_scroll);
}

void RationalePanel::addJudgeAgain(QVBoxLayout& column) {
    auto* box = new QVBoxLayout;
    box->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding),
                            scaled(4));
    column.addLayout(box);
    auto* again = new QPushButton(tr("Judge again…"), this);
    setLinkLook(again);
    QAction* action = m_context.actions.action(ActionId::JudgeAgain);
    again->setToolTip(action->toolTip());
    again->setEnabled(action->isEnabled());
    connect(again, &QPushButton::clicked, action, &QAction::trigger);
    box->addWidget(again, 0, Qt::AlignLeft);
}

void RationalePanel::addJury(QVBoxLayout& column, const JuryRationale& jury) {
    auto* box = new QVBoxLayout;
    box->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding),
                            scaled(4));
    box->setSpacing(scaled(8));
    column.addLayout(box);
    box->addWidget(new GamesTable(jury, this));
    auto* how = new TextLabel(jurySentence(jury), Colour::Dim, Size::Body, Weight::Regular, this);
    how->setWordWrap(true);
    box->addWidget(how);
}

void RationalePanel::addGames(QVBoxLayout& column, const JudgeRationale& judge,
                              const Battle& battle) {
    auto* box = new QVBoxLayout;
    box->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 0);
    box->setSpacing(scaled(8));
    column.addLayout(box);
    if (const QString flip = flipSentence(judge); !flip.isEmpty()) {
        auto* notice = new NoticeBar(this);
        notice->say(Tone::Warning, tr("Position flip."), flip);
        notice->setIcon(Icon::Flip);
        box->addWidget(notice);
    }
    box->addWidget(new GamesTable(judge, this));
    const std::vector<GameQuotes> quotes = battleQuotes(battle);
    const auto addCard = [&](const Game& game, int number) {
        const auto found = std::ranges::find(quotes, game.id, &GameQuotes::game);
        auto* card = new GameCard(game, number,
                                  found == quotes.end() ? QList<Quote>() : found->quotes, this);
        connect(card, &GameCard::quoteActivated, &m_desk->review, &BattleReview::quoteWanted);
        box->addWidget(card);
    };
    int number = 0;
    for (const Game* game : judge.games)
        addCard(*game, ++number);
    for (const Game* game : judge.superseded)
        addCard(*game, 0);
}

void RationalePanel::addOverrides(QVBoxLayout& column, const Battle& battle) {
    const auto events = historyOf(battle, QDateTime::currentDateTime());
    auto* header = new SectionHeader(
        tr("Overrides"), events.empty() ? QString() : QString::number(events.size()), this);
    const auto row = m_context.session.table()->rowOf(battle.id);
    const Verdict people = row ? peopleSay(*m_context.session.table(), *row) : Verdict::None;
    if (const QString counts = inForce(battle, people); !counts.isEmpty())
        header->addWidget(new LabelChip(counts, Tone::Human, Icon::Human, header));
    column.addWidget(header);
    auto* box = new QVBoxLayout;
    box->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 0);
    box->setSpacing(scaled(6));
    column.addLayout(box);
    if (events.empty()) {
        auto* none = new TextLabel(tr("Nobody has voted or commented."), Colour::Dim, Size::Body,
                                   Weight::Regular, this);
        box->addWidget(none);
    } else {
        box->addWidget(new OverrideHistory(battle, m_desk->review.judged().judgeVerdict, this));
    }
    auto* comment = new QPushButton(tr("Add a comment"), this);
    setLinkLook(comment);
    comment->setToolTip(m_context.actions.action(ActionId::Comment)->toolTip());
    connect(comment, &QPushButton::clicked, m_context.actions.action(ActionId::Comment),
            &QAction::trigger);
    box->addWidget(comment, 0, Qt::AlignLeft);
}

void RationalePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette()).color(Colour::Window));
}

} // namespace agon::ui
