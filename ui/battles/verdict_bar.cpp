#include "ui/battles/verdict_bar.h"

#include "ui/battles/battle_review.h"
#include "ui/battles/reason_field.h"
#include "ui/battles/verdict_button.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/font.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include <cmath>

namespace agon::ui {

namespace {

constexpr int barHeight = 64;
constexpr int wide = 690; // below that the buttons give up their words about who

constexpr std::array verdicts{Verdict::A, Verdict::B, Verdict::Tie, Verdict::Bad};
constexpr std::array actionsOfVerdicts{ActionId::VoteA, ActionId::VoteB, ActionId::VoteTie,
                                       ActionId::VoteBad};
constexpr std::array widths{124, 124, 92, 108};
constexpr std::array narrowWidths{98, 98, 66, 106};

} // namespace

VerdictBar::VerdictBar(BattleReview& review, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent)
    , m_review(review)
    , m_reason(new ReasonField(actions.action(ActionId::Comment)->shortcut(), this))
    , m_clear(new VerdictButton(actions.action(ActionId::VoteClear)->shortcut(), this)) {
    setFixedHeight(scaled(barHeight));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(measure::dockPadding), 1, scaled(4), 0);
    row->setSpacing(scaled(8));
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        auto* button = new VerdictButton(actions.action(actionsOfVerdicts[i])->shortcut(), this);
        connect(button, &VerdictButton::clicked, this, [this, i] { vote(verdicts[i]); });
        row->addWidget(button);
        m_buttons[i] = button;
    }
    row->addWidget(m_reason, 1);
    m_clear->setFlat(true);
    m_clear->setWords(tr("Clear"));
    row->addWidget(m_clear);

    connect(m_clear, &VerdictButton::clicked, &review, &BattleReview::clearVote);
    connect(m_reason, &ReasonField::saved, this, [this](const QString& reason) {
        m_review.comment(reason);
        emit left();
    });
    connect(m_reason, &ReasonField::left, this, &VerdictBar::left);
    connect(&review, &BattleReview::opening, this, &VerdictBar::showBattle);
    connect(&review, &BattleReview::shown, this, &VerdictBar::showBattle);
    connect(&review, &BattleReview::closed, this, &VerdictBar::showBattle);
    connect(&review, &BattleReview::sidesChanged, this, &VerdictBar::showVotes);
    connect(&review, &BattleReview::updated, this, [this] {
        if (m_reason->edit()->hasFocus())
            showVotes(); // what is being typed stays
        else
            showBattle();
    });
    showBattle();
}

void VerdictBar::vote(Verdict onScreen) {
    m_review.voteOnScreen(onScreen, m_reason->text());
}

void VerdictBar::focusReason() {
    m_reason->edit()->setFocus(Qt::ShortcutFocusReason);
    m_reason->edit()->selectAll();
}

VerdictButton* VerdictBar::button(Verdict onScreen) const {
    return m_buttons[static_cast<std::size_t>(onScreen)];
}

QSize VerdictBar::minimumSizeHint() const {
    return {scaled(300), scaled(barHeight)};
}

void VerdictBar::showBattle() {
    const Override* mine = m_review.myVote();
    QString note = mine ? QString::fromStdString(mine->note) : QString();
    m_reason->setStored(note.replace(u'\n', u' '));
    showVotes();
}

void VerdictBar::showVotes() {
    const bool known = m_review.battle() != nullptr;
    const Override* mine = m_review.myVote();
    const RowVerdict judged = known ? m_review.judged() : RowVerdict{};
    const QString who = m_review.judgeCount() > 1 ? tr("judges") : tr("judge");
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Verdict stored = m_review.left() == Side::A ? verdicts[i] : swapped(verdicts[i]);
        VerdictButton* button = m_buttons[i];
        button->setEnabled(known);
        button->setWords(verdictButtonText(stored));
        QString judge;
        if (known && judged.judgeVerdict == stored)
            judge =
                std::isnan(judged.gap) || judged.gap == 0.0F
                    ? who
                    : tr("%1, by %2").arg(who, formatNumber(static_cast<double>(judged.gap), 1));
        button->setJudge(judge, judge.isEmpty() ? QString() : who);
        if (mine && mine->verdict == stored)
            button->setMine(tr("you, %1").arg(clockTime(mine->at)), tr("you"));
        else
            button->setMine({}, {});
    }
    m_reason->setEnabled(known);
    m_clear->setEnabled(mine != nullptr);
}

void VerdictBar::resizeEvent(QResizeEvent*) {
    const bool roomy = width() >= scaled(wide);
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setFixedWidth(scaled(roomy ? widths[i] : narrowWidths[i]));
    m_clear->setVisible(width() >= scaled(560));
}

void VerdictBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Window));
    painter.fillRect(0, 0, width(), 1, theme.color(Colour::Border));
}

} // namespace agon::ui
