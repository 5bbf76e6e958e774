#include "ui/battles/viewer_bar.h"

#include "ui/battles/battle_queue.h"
#include "ui/battles/battle_review.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/key_tool_button.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace agon::ui {

namespace {

class Divider final : public QWidget {
  public:
    explicit Divider(QWidget* parent)
        : QWidget(parent) {
        setFixedSize(scaled(9), scaled(16));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(width() / 2, 0, 1, height(),
                         Theme::of(palette()).color(Colour::StrongBorder));
    }
};

} // namespace

ViewerBar::ViewerBar(BattleQueue& queue, BattleReview& review, ActionRegistry& actions,
                     QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_review(review)
    , m_actions(actions)
    , m_number(new TextLabel({}, Colour::Text, Size::Answer, Weight::Semibold, this))
    , m_position(new TextLabel({}, Colour::Dim, Size::Body, Weight::Regular, this))
    , m_nextAfterVote(new QCheckBox(tr("Next after vote"), this))
    , m_divider(new Divider(this)) {
    setFixedHeight(scaled(measure::toolRow));
    setInBar(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(6), 1);
    row->setSpacing(scaled(2));
    row->addWidget(m_number);
    row->addSpacing(scaled(6));
    row->addWidget(m_position);
    row->addSpacing(scaled(6));
    addStep(row, ActionId::PreviousBattle);
    addStep(row, ActionId::NextBattle);
    row->addSpacing(scaled(8));
    row->addWidget(m_nextAfterVote);
    row->addStretch(1);
    addTools(row, {ActionId::ToggleMarkdown, ActionId::LinkScrolling, ActionId::SwapSides});
    row->addWidget(m_divider);
    addTools(row, {ActionId::Flag, ActionId::Comment, ActionId::SkipBattle, ActionId::UndoVote});

    m_nextAfterVote->setToolTip(tr("Opens the next battle after a vote"));
    m_nextAfterVote->setChecked(review.nextAfterVote());
    connect(m_nextAfterVote, &QCheckBox::clicked, &review, &BattleReview::setNextAfterVote);
    connect(&review, &BattleReview::nextAfterVoteChanged, m_nextAfterVote, &QCheckBox::setChecked);
    connect(&review, &BattleReview::opening, this, &ViewerBar::showPosition);
    connect(&review, &BattleReview::closed, this, &ViewerBar::showPosition);
    connect(&queue, &BattleQueue::answered, this, &ViewerBar::showPosition);
    showPosition();
}

void ViewerBar::addStep(QHBoxLayout* row, ActionId action) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(m_actions.action(action));
    button->setAccessibleName(actionText(actionSpec(action)));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setAutoRepeat(true);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
}

void ViewerBar::addTools(QHBoxLayout* row, std::initializer_list<ActionId> actions) {
    for (const ActionId action : actions) {
        auto* button = new KeyToolButton(m_actions.action(action), this);
        row->addWidget(button);
        m_tools.push_back(button);
    }
}

void ViewerBar::showPosition() {
    const BattleId current = m_review.current();
    m_number->setText(current.valid() ? QStringLiteral("#%1").arg(current.value) : QString());
    const auto position = current.valid() ? m_queue.positionOf(current) : std::nullopt;
    if (position)
        m_position->setText(
            tr("%1 of %2").arg(formatCount(*position + 1), formatCount(m_queue.count())));
    else
        m_position->setText(current.valid() ? tr("not in this queue") : QString());
    fit();
}

QSize ViewerBar::minimumSizeHint() const {
    return {scaled(320), scaled(measure::toolRow)};
}

// Words go before icons; nothing wraps.
void ViewerBar::fit() {
    m_nextAfterVote->show();
    m_position->show();
    m_divider->show();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_nextAfterVote), static_cast<QWidget*>(m_position), m_divider}) {
        if (layout()->sizeHint().width() <= width())
            return;
        widget->hide();
    }
}

void ViewerBar::resizeEvent(QResizeEvent*) {
    fit();
}

void ViewerBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Colour::Border));
}

} // namespace agon::ui
