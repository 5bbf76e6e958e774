#include "ui/battles/filter_bar.h"

#include "ui/battles/battle_queue.h"
#include "ui/battles/filter_field.h"
#include "ui/battles/queue_order.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/facet_button.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/key_tool_button.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/policy_combo.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace agon::ui {

FilterBar::FilterBar(BattleQueue& queue, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_field(new FilterField(this))
    , m_matches(new TextLabel({}, Colour::Text, Size::Body, Weight::Semibold, this))
    , m_total(new TextLabel({}, Colour::Dim, Size::Body, Weight::Regular, this))
    , m_sort(new PolicyCombo(tr("Sort"), this))
    , m_table(new KeyToolButton(actions.action(ActionId::ToggleTable), this))
    , m_notice(new NoticeBar(this)) {
    m_field->setKey(actions.action(ActionId::FilterBattles)->shortcut());
    m_notice->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addWidget(filterRow());
    column->addWidget(m_notice);
    column->addWidget(facetRow());

    connect(m_field, &FilterField::entered, this, [this](const QString& text) {
        if (m_queue.addTerms(text))
            m_field->clearText();
    });
    connect(m_field, &FilterField::removed, &m_queue, &BattleQueue::removeTerm);
    connect(m_field, &FilterField::left, this, &FilterBar::left);
    connect(m_field->edit(), &QLineEdit::textChanged, m_notice, &QWidget::hide);
    connect(&m_queue, &BattleQueue::refused, this, &FilterBar::showRefusal);
    connect(&m_queue, &BattleQueue::filterChanged, this, &FilterBar::showFilter);
    connect(&m_queue, &BattleQueue::sortChanged, this, &FilterBar::showSort);
    connect(&m_queue, &BattleQueue::answered, this, &FilterBar::showCounts);
    showFilter();
    showCounts();
}

QWidget* FilterBar::filterRow() {
    auto* bar = new QWidget(this);
    setInBar(bar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(measure::dockPadding), scaled(6), scaled(measure::dockPadding),
                            scaled(6));
    row->setSpacing(scaled(8));
    row->addWidget(m_field, 1);
    auto* counts = new QHBoxLayout;
    counts->setSpacing(scaled(4));
    counts->addWidget(m_matches);
    counts->addWidget(m_total);
    row->addLayout(counts);
    row->addWidget(m_sort);
    m_sort->setLead(Icon::Sort);
    fillSorts();
    return bar;
}

void FilterBar::fillSorts() {
    showSort();
    m_sort->setAccessibleName(tr("Sort"));
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        if (const auto offered = static_cast<std::size_t>(index); offered < queueOrders().size())
            m_queue.setSort(queueOrders()[offered]);
    });
}

// An order that a column's header asked for stands below those that are offered.
void FilterBar::showSort() {
    m_sort->clear();
    for (const Sort& sort : queueOrders())
        m_sort->addItem(orderTitle(sort));
    int index = orderIndex(m_queue.sort());
    if (index < 0) {
        index = m_sort->count();
        m_sort->addItem(orderTitle(m_queue.sort()));
    }
    m_sort->setCurrentIndex(index);
}

QWidget* FilterBar::facetRow() {
    auto* bar = new QWidget(this);
    bar->setFixedHeight(scaled(measure::chipRow));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding),
                            scaled(4));
    row->setSpacing(scaled(6));
    for (const Facet facet : allFacets) {
        auto* button = new FacetButton(facetText(facet), facetIcon(facet), bar);
        button->setToolTip(
            tr("%1. With Shift: beside the other queues", "queue").arg(facetDescription(facet)));
        connect(button, &FacetButton::clicked, this, [this, facet] {
            const bool add = QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
            m_queue.choose(facet, add);
        });
        row->addWidget(button);
        m_facets.emplace_back(facet, button);
    }
    row->addStretch(1);
    row->addWidget(m_table);
    return bar;
}

void FilterBar::showRefusal(int position, const QString& message) {
    m_notice->say(Tone::Danger,
                  position >= 0 ? tr("Not a filter, position %1:").arg(position + 1)
                                : tr("The search failed:"),
                  message);
    m_notice->show();
    m_field->markError(position);
}

void FilterBar::showFilter() {
    m_notice->hide();
    m_field->setTerms(m_queue.filter().terms);
    for (const auto& [facet, button] : m_facets)
        button->setChecked(m_queue.isActive(facet));
    fit();
}

void FilterBar::showCounts() {
    const QueueAnswer* answer = m_queue.answer();
    m_matches->setText(answer ? formatCount(answer->matches) : missing());
    m_total->setText(tr("of %1").arg(formatCount(m_queue.total())));
    for (const auto& [facet, button] : m_facets)
        button->setCount(
            answer ? std::optional<qint64>(answer->facets[static_cast<std::size_t>(facet)])
                   : std::nullopt);
    fit();
}

// The row never wraps: queues at the end give way, the active one stays. All are reached by [ and
// ].
void FilterBar::fit() {
    int room = width() - 2 * scaled(measure::dockPadding) - m_table->sizeHint().width();
    const auto cost = [](const FacetButton* button) {
        return button->sizeHint().width() + scaled(6);
    };
    for (const auto& [facet, button] : m_facets)
        if (button->isChecked())
            room -= cost(button);
    for (const auto& [facet, button] : m_facets) {
        if (button->isChecked()) {
            button->show();
            continue;
        }
        const bool fits = room >= cost(button);
        if (fits)
            room -= cost(button);
        button->setVisible(fits);
    }
}

void FilterBar::resizeEvent(QResizeEvent*) {
    fit();
}

void FilterBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Colour::Border));
}

} // namespace agon::ui
