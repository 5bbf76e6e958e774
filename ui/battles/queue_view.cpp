#include "ui/battles/queue_view.h"

#include "ui/battles/battle_list.h"
#include "ui/battles/battle_queue.h"
#include "ui/battles/battle_review.h"
#include "ui/battles/group_header.h"
#include "ui/battles/queue_order.h"
#include "ui/theme/font.h"

#include <QVBoxLayout>

namespace agon::ui {

namespace {
constexpr int reviewedRows = 4;
} // namespace

QueueView::QueueView(BattleQueue& queue, BattleReview& review, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_reviewedHeader(new GroupHeader(tr("Reviewed"), this))
    , m_reviewed(new BattleList(queue.reviewed(), tr("Reviewed in this sitting"), this))
    , m_nextHeader(new GroupHeader(tr("Next"), this))
    , m_next(new BattleList(queue.next(), tr("Next battles"), this))
    , m_filler(new QWidget(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_reviewed->setMostRows(reviewedRows);
    m_next->setMostRows(0);
    m_reviewedHeader->setNote(tr("in this sitting"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_reviewedHeader);
    column->addWidget(m_reviewed);
    column->addWidget(m_nextHeader);
    column->addWidget(m_next, 1);
    column->addWidget(m_filler, 1);

    for (BattleList* list : {m_reviewed, m_next})
        connect(list, &BattleList::chosen, &review, &BattleReview::open);
    connect(m_reviewedHeader, &GroupHeader::toggled, this, &QueueView::showCounts);
    connect(m_nextHeader, &GroupHeader::toggled, this, &QueueView::showCounts);
    connect(&queue, &BattleQueue::answered, this, &QueueView::showCounts);
    connect(&queue, &BattleQueue::sittingChanged, this, &QueueView::showCounts);
    connect(&queue, &BattleQueue::sortChanged, this, &QueueView::showCounts);
    connect(&review, &BattleReview::opening, this, &QueueView::showOpen);
    connect(&review, &BattleReview::closed, this, [this] { showOpen({}); });
    showCounts();
    showOpen(review.current());
}

QSize QueueView::sizeHint() const {
    return {scaled(264), scaled(400)};
}

QSize QueueView::minimumSizeHint() const {
    return {scaled(200), scaled(160)};
}

void QueueView::showCounts() {
    const int reviewed = m_queue.reviewed().rowCount();
    m_reviewedHeader->setCount(reviewed);
    m_reviewedHeader->setVisible(reviewed > 0);
    m_reviewed->setVisible(reviewed > 0 && m_reviewedHeader->isChecked());
    m_nextHeader->setCount(m_queue.next().rowCount());
    m_nextHeader->setNote(orderPhrase(m_queue.sort()));
    m_next->setVisible(m_nextHeader->isChecked());
    m_filler->setVisible(!m_nextHeader->isChecked());
}

void QueueView::showOpen(BattleId battle) {
    m_reviewed->setOpenBattle(battle);
    m_next->setOpenBattle(battle);
}

} // namespace agon::ui
