#include "ui/arena/plan_table.h"

#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/number_delegate.h"

#include <QHeaderView>

namespace agon::ui {

namespace {

enum Column { Calls, Planned, Cached, ToCall, TokensIn, TokensOut, Likely, AtMost, ColumnCount };

QVariant dollars(const std::optional<double>& value) {
    return value ? QVariant(formatDollars(*value)) : QVariant();
}

QVariant count(std::int64_t value) {
    return QVariant::fromValue<qlonglong>(value);
}

// "1.6 M": a plan is no bill.
QVariant tokens(std::int64_t value) {
    if (value >= 1'000'000)
        return PlanTable::tr("%1 M").arg(formatNumber(static_cast<double>(value) / 1e6, 1));
    return count(value);
}

} // namespace

PlanTable::PlanTable(QWidget* parent)
    : QTableWidget(0, ColumnCount, parent) {
    setAccessibleName(tr("Plan"));
    setHorizontalHeaderLabels({tr("Calls"), tr("Planned"), tr("Cached"), tr("To call"),
                               tr("Tokens in"), tr("Tokens out"), tr("Likely"), tr("At most")});
    setItemDelegate(new NumberDelegate(0, this));
    setItemDelegateForColumn(Calls, new QStyledItemDelegate(this));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(scaled(measure::planRow));
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(Calls, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (int column = Planned; column < ColumnCount; ++column)
        header->resizeSection(column, scaled(column < TokensIn ? 68 : 80));
    horizontalHeaderItem(Calls)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fit();
}

void PlanTable::addRow(const QString& title, const QList<QVariant>& cells, bool heavy) {
    const int row = rowCount();
    insertRow(row);
    const auto put = [&](int column, const QVariant& value) {
        auto* item = new QTableWidgetItem;
        item->setData(Qt::DisplayRole, value);
        if (heavy || column == ToCall)
            item->setFont(uiFont(Size::Body, Weight::Semibold));
        setItem(row, column, item);
    };
    put(Calls, title);
    for (int i = 0; i < cells.size(); ++i)
        put(Planned + i, cells[i]);
}

void PlanTable::show(const RunEstimate& estimate) {
    setRowCount(0);
    const auto counts = [&](const QString& title, const CallCounts& of, std::int64_t calls) {
        addRow(title, {count(of.planned), count(of.cached), count(calls), {}, {}, {}, {}}, false);
    };
    // An answer of several turns is several calls.
    const std::int64_t answers =
        estimate.exact ? estimate.calls() - estimate.games.left() : estimate.answers.left();
    counts(answers == estimate.answers.left() ? tr("Answers") : tr("Answers, a call for each turn"),
           estimate.answers, answers);
    counts(tr("Games"), estimate.games, estimate.games.left());
    std::int64_t in = 0;
    std::int64_t out = 0;
    for (const ModelEstimate& model : estimate.models) {
        if (model.calls == 0)
            continue;
        in += model.tokensIn;
        out += model.tokensOut;
        addRow(tr("of %1", "calls of a model").arg(QString::fromStdString(model.name)),
               {{},
                {},
                count(model.calls),
                tokens(model.tokensIn),
                tokens(model.tokensOut),
                dollars(model.likely),
                dollars(model.ceiling)},
               false);
    }
    addRow(tr("Together"),
           {count(estimate.answers.planned + estimate.games.planned),
            count(estimate.answers.cached + estimate.games.cached), count(estimate.calls()),
            tokens(in), tokens(out), dollars(estimate.likely()), dollars(estimate.ceiling())},
           true);
    fit();
}

void PlanTable::showNothing() {
    setRowCount(0);
    fit();
}

// As high as its rows: the dialog scrolls, not the table.
void PlanTable::fit() {
    setFixedHeight(horizontalHeader()->sizeHint().height() + rowCount() * scaled(measure::planRow) +
                   1);
}

} // namespace agon::ui
