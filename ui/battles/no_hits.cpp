#include "ui/battles/no_hits.h"

#include "ui/battles/battle_queue.h"
#include "ui/widgets/format_number.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

NoHits::NoHits(BattleQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    connect(&queue, &BattleQueue::answered, this, &NoHits::showFilter);
    showFilter();
}

void NoHits::showFilter() {
    const QueueAnswer* answer = m_queue.answer();
    const std::vector<FilterTerm>& terms = m_queue.filter().terms;
    if (!answer || answer->matches > 0 || answer->terms.size() != terms.size())
        return;
    delete m_state; // its buttons are of another filter
    m_state = new EmptyState(Icon::Filter, this);
    layout()->addWidget(m_state);
    m_state->setTitle(tr("No battle matches"));
    QStringList alone;
    for (std::size_t i = 0; i < terms.size(); ++i)
        alone.append(
            tr("%1 match %2 alone")
                .arg(formatCount(answer->terms[i].alone), QString::fromStdString(terms[i].text())));
    m_state->setText(alone.join(QStringLiteral(", ")) + u'.');
    // What to drop first: the part whose absence gives something, the fewest battles first.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < terms.size(); ++i)
        if (terms.size() > 1 && answer->terms[i].without > 0)
            order.push_back(i);
    std::ranges::sort(order, {}, [&](std::size_t i) { return answer->terms[i].without; });
    constexpr std::size_t mostButtons = 2;
    for (std::size_t i = 0; i < std::min(order.size(), mostButtons); ++i) {
        const std::size_t term = order[i];
        QPushButton* drop = m_state->addButton(tr("Drop %1 (%2 left)")
                                                   .arg(QString::fromStdString(terms[term].text()),
                                                        formatCount(answer->terms[term].without)));
        connect(drop, &QPushButton::clicked, &m_queue, [this, term] { m_queue.removeTerm(term); });
    }
    QPushButton* clear = m_state->addButton(tr("Clear the filter"));
    connect(clear, &QPushButton::clicked, &m_queue, &BattleQueue::clearFilter);
}

} // namespace agon::ui
