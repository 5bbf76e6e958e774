#include "ui/arena/live_judgment.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/text_label.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

constexpr int linesShown = 7;

} // namespace

LiveJudgment::LiveJudgment(JudgeAgain& again, QWidget* parent)
    : QWidget(parent)
    , m_again(again)
    , m_header(new SectionHeader(QString(), QString(), this))
    , m_cancel(new QPushButton(icon(Icon::Stop), tr("Cancel"), m_header))
    , m_outcome(new NoticeBar(this)) {
    m_header->setFill(Colour::Window);
    setInBar(m_cancel);
    m_header->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, &again, &JudgeAgain::cancel);
    m_outcome->setLink(tr("Dismiss"));
    connect(m_outcome, &NoticeBar::linkActivated, this, [this] {
        m_told = m_battle;
        refresh();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_outcome);
    for (const Order order : {Order::AB, Order::BA}) {
        Part& part = m_parts[static_cast<std::size_t>(order)];
        const QString name = order == Order::AB ? tr("A first") : tr("B first");
        part.caption = new TextLabel(name, Colour::Dim, Size::Caption, Weight::Semibold, this);
        part.caption->setContentsMargins(scaled(measure::dockPadding), scaled(6),
                                         scaled(measure::dockPadding), scaled(2));
        part.text = new QPlainTextEdit(this);
        part.text->setReadOnly(true);
        part.text->setTabChangesFocus(true);
        part.text->setFrameShape(QFrame::NoFrame);
        part.text->setFont(proseFont(Size::Body));
        part.text->setAccessibleName(tr("Reply of the judge, %1").arg(name));
        part.text->setFixedHeight(linesShown * scaled(18));
        part.text->document()->setDocumentMargin(scaled(measure::dockPadding));
        column->addWidget(part.caption);
        column->addWidget(part.text);
    }
    connect(&again, &JudgeAgain::started, this, [this] {
        m_told = {};
        refresh();
    });
    connect(&again, &JudgeAgain::heard, this, &LiveJudgment::refresh);
    connect(&again, &JudgeAgain::ended, this, &LiveJudgment::refresh);
    refresh();
}

void LiveJudgment::setBattle(BattleId battle) {
    m_battle = battle;
    refresh();
}

void LiveJudgment::refresh() {
    const bool mine = m_battle.valid() && m_again.battle() == m_battle;
    const bool busy = mine && m_again.busy();
    const bool told = mine && !m_again.busy() && !m_again.outcome().isEmpty() && m_told != m_battle;
    setVisible(busy || told);
    if (!busy && !told)
        return;
    m_header->setTitle(tr("%1 judges again").arg(m_again.judgeName()));
    m_cancel->setVisible(busy);
    m_outcome->setVisible(told);
    if (told)
        m_outcome->say(Tone::Warning, QString(), m_again.outcome());
    for (const Order order : {Order::AB, Order::BA})
        showReply(order);
}

// Follows the end, unless a person has scrolled away from it.
void LiveJudgment::showReply(Order order) {
    Part& part = m_parts[static_cast<std::size_t>(order)];
    part.caption->setVisible(m_again.busy());
    part.text->setVisible(m_again.busy());
    const JudgeAgain::Reply& reply = m_again.reply(order);
    const QString name = order == Order::AB ? tr("A first") : tr("B first");
    part.caption->setText(
        reply.attempt == 0 ? name : tr("%1, attempt %2").arg(name).arg(reply.attempt + 1));
    if (reply.text == part.shown)
        return;
    part.shown = reply.text;
    QScrollBar* bar = part.text->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    const int place = bar->value();
    part.text->setPlainText(reply.text);
    bar->setValue(atEnd ? bar->maximum() : place);
}

} // namespace agon::ui
