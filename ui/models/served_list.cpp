#include "ui/models/served_list.h"

#include "ui/models/model_words.h"
#include "ui/models/served_models.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/section_header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace agon::ui {

namespace {

constexpr int fewestRows = 4;
constexpr int nameRole = Qt::UserRole + 1;  // as the server knows it
constexpr int typedRole = Qt::UserRole + 2; // by hand

} // namespace

ServedList::ServedList(QWidget* parent)
    : QWidget(parent)
    , m_header(new SectionHeader(tr("Models")))
    , m_filter(new QLineEdit)
    , m_view(new QListView)
    , m_typed(new QLineEdit)
    , m_addTyped(new QPushButton(tr("Add to the list"))) {
    m_header->setFill(Colour::Window);
    m_filtered.setSourceModel(&m_names);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setPlaceholderText(tr("Filter the list"));
    m_filter->setAccessibleName(tr("Filter the list"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(Icon::Filter, Colour::Dim), QLineEdit::LeadingPosition);
    m_view->setModel(&m_filtered);
    m_view->setAccessibleName(tr("Models that the server has"));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setMinimumHeight(scaled(measure::tableRow) * fewestRows + 2);
    m_typed->setPlaceholderText(tr("Not in the list? Type the name that the server knows"));
    m_typed->setAccessibleName(tr("Name that the server knows"));
    m_addTyped->setAccessibleName(m_addTyped->text());
    m_addTyped->setAutoDefault(false);
    m_addTyped->setEnabled(false);

    auto* byHand = new QHBoxLayout;
    byHand->setSpacing(scaled(8));
    byHand->addWidget(m_typed, 1);
    byHand->addWidget(m_addTyped);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(8));
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addLayout(byHand);

    connect(m_filter, &QLineEdit::textChanged, &m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_addTyped->setEnabled(isUsableName(text.trimmed().toStdString()));
    });
    connect(m_typed, &QLineEdit::returnPressed, this, &ServedList::addByHand);
    connect(m_addTyped, &QPushButton::clicked, this, &ServedList::addByHand);
    connect(&m_names, &QStandardItemModel::itemChanged, this, [this] {
        if (m_filling)
            return;
        showCounts();
        emit changed();
    });
    showCounts();
}

void ServedList::append(const QString& name, bool chosen, bool here) {
    const QString shown = shownName(name.toStdString());
    auto* item = new QStandardItem(here ? tr("%1 (in this workspace already)").arg(shown) : shown);
    item->setCheckable(true);
    item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    item->setData(name, nameRole);
    m_names.appendRow(item);
}

void ServedList::setNames(const std::vector<std::string>& names,
                          const std::set<std::string>& here) {
    std::set<std::string> before;
    std::vector<std::string> all = names;
    for (int row = 0; row < m_names.rowCount(); ++row) {
        const QStandardItem& item = *m_names.item(row);
        const std::string name = item.data(nameRole).toString().toStdString();
        if (item.checkState() == Qt::Checked)
            before.insert(name);
        if (item.data(typedRole).toBool() && std::ranges::find(names, name) == names.end())
            all.push_back(name);
    }
    {
        const QScopedValueRollback filling(m_filling, true);
        m_names.clear();
        for (const std::string& name : all)
            append(QString::fromStdString(name), before.contains(name), here.contains(name));
        for (std::size_t i = names.size(); i < all.size(); ++i)
            m_names.item(static_cast<int>(i))->setData(true, typedRole);
    }
    showCounts();
    emit changed();
}

void ServedList::clearNames() {
    setNames({}, {});
}

void ServedList::addByHand() {
    const QString name = m_typed->text().trimmed();
    if (!isUsableName(name.toStdString()))
        return;
    m_typed->clear();
    m_filter->clear();
    int at = 0;
    while (at < m_names.rowCount() && m_names.item(at)->data(nameRole).toString() != name)
        ++at;
    if (at == m_names.rowCount()) {
        const QScopedValueRollback filling(m_filling, true);
        append(name, true, false);
        m_names.item(at)->setData(true, typedRole);
    } else {
        m_names.item(at)->setCheckState(Qt::Checked);
    }
    m_view->scrollTo(m_filtered.mapFromSource(m_names.index(at, 0)));
    showCounts();
    emit changed();
}

std::vector<std::string> ServedList::chosen() const {
    std::vector<std::string> out;
    for (int row = 0; row < m_names.rowCount(); ++row)
        if (m_names.item(row)->checkState() == Qt::Checked)
            out.push_back(m_names.item(row)->data(nameRole).toString().toStdString());
    return out;
}

void ServedList::showCounts() {
    const int all = m_names.rowCount();
    m_header->setNote(
        all == 0
            ? tr("not listed yet")
            : tr("%1 listed, %2 chosen").arg(formatCount(all), formatCount(std::ssize(chosen()))));
    m_filter->setEnabled(all > 0);
}

} // namespace agon::ui
