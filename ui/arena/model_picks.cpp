#include "ui/arena/model_picks.h"

#include "ui/arena/run_choices.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace agon::ui {

namespace {

enum Column { Name, From, Answers, Price, ColumnCount };

constexpr int modelRole = Qt::UserRole;
constexpr int leastRows = 3;
constexpr int mostRows = 8;

QString from(const Model& model) {
    switch (model.kind) {
    case ModelKind::Endpoint:
        return ModelPicks::tr("called");
    case ModelKind::Server:
        return ModelPicks::tr("local server");
    case ModelKind::Recorded:
        return ModelPicks::tr("recorded");
    case ModelKind::Simulated:
        return ModelPicks::tr("simulated");
    }
    return {};
}

QString price(const Model& model) {
    if (!isCalled(model))
        return ModelPicks::tr("nothing to pay");
    if (!model.priceIn || !model.priceOut)
        return ModelPicks::tr("price not known");
    return ModelPicks::tr("%1 / %2 a million", "price of tokens in, out")
        .arg(formatDollars(*model.priceIn), formatDollars(*model.priceOut));
}

} // namespace

ModelPicks::ModelPicks(QWidget* parent)
    : QTreeWidget(parent) {
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("Model"), tr("Answers"), tr("Recorded"), tr("Price")});
    setAccessibleName(tr("Models that fight"));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(scaled(16));
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->resizeSection(From, scaled(96));
    header()->resizeSection(Answers, scaled(80));
    header()->resizeSection(Price, scaled(168));
    headerItem()->setTextAlignment(Answers, Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QTreeWidget::itemChanged, this, &ModelPicks::picksChanged);
}

void ModelPicks::setModels(const std::vector<Model>& models, const std::vector<ModelId>& picked) {
    const QSignalBlocker quiet(this);
    clear();
    std::vector<const Model*> targets;
    std::vector<const Model*> rivals;
    std::vector<const Model*> others;
    for (const Model& model : models) {
        if (!canFight(model))
            continue;
        auto& group = model.roles.has(Role::Target)  ? targets
                      : model.roles.has(Role::Rival) ? rivals
                                                     : others;
        group.push_back(&model);
    }
    addGroup(tr("Target"), targets, picked);
    addGroup(tr("Rivals"), rivals, picked);
    addGroup(targets.empty() && rivals.empty() ? tr("Models") : tr("Others"), others, picked);
    expandAll();
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
    updateGeometry();
}

void ModelPicks::addGroup(const QString& title, const std::vector<const Model*>& models,
                          const std::vector<ModelId>& picked) {
    if (models.empty())
        return;
    auto* group = new QTreeWidgetItem(this, {title});
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                    Qt::ItemIsAutoTristate);
    group->setFont(Name, uiFont(Size::Body, Weight::Semibold));
    for (const Model* model : models) {
        const QString answers = model->responses > 0 ? formatCount(model->responses) : missing();
        auto* item = new QTreeWidgetItem(
            group, {QString::fromStdString(model->name), from(*model), answers, price(*model)});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemNeverHasChildren);
        item->setTextAlignment(Answers, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(Name, modelRole, QVariant::fromValue<qlonglong>(model->id.value));
        const bool on = std::ranges::find(picked, model->id) != picked.end();
        item->setCheckState(Name, on ? Qt::Checked : Qt::Unchecked);
    }
}

std::vector<ModelId> ModelPicks::picked() const {
    std::vector<ModelId> out;
    for (int g = 0; g < topLevelItemCount(); ++g) {
        const QTreeWidgetItem* group = topLevelItem(g);
        for (int i = 0; i < group->childCount(); ++i)
            if (group->child(i)->checkState(Name) == Qt::Checked)
                out.push_back({group->child(i)->data(Name, modelRole).toLongLong()});
    }
    return out;
}

QSize ModelPicks::sizeHint() const {
    int rows = topLevelItemCount();
    for (int g = 0; g < topLevelItemCount(); ++g)
        rows += topLevelItem(g)->childCount();
    rows = std::clamp(rows, leastRows, mostRows) + 1; // the header
    return {scaled(400), rows * scaled(measure::tableRow) + 2 * frameWidth()};
}

} // namespace agon::ui
