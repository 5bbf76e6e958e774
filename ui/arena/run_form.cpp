#include "ui/arena/run_form.h"

#include "ui/arena/model_picks.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QWidgetAction>

#include <algorithm>
#include <limits>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int judgesInLine = 3;
constexpr int mostAtOnce = 4096;

QHBoxLayout* line(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    return row;
}

QSpinBox* number(const QString& name, int least, int most, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setAccessibleName(name);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    box->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return box;
}

QComboBox* choice(const QString& name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

TextLabel* word(const QString& text, QWidget* parent) {
    return new TextLabel(text, Colour::Dim, Size::Body, Weight::Regular, parent);
}

void choose(QComboBox* box, const QVariant& value) {
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

RunForm::RunForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(12));
    m_grid->setVerticalSpacing(scaled(8));
    m_grid->setColumnStretch(1, 1);
    m_models = new ModelPicks(this);
    m_models->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QWidget* set = setRow();
    QWidget* pairs = pairsRow();
    QWidget* judges = judgesRow();
    QWidget* style = styleRow();
    QWidget* limits = limitsRow();
    addRow(0, tr("&Set"), set, m_set);
    addRow(1, tr("&Models"), m_models, m_models);
    addRow(2, tr("&Pairs"), pairs, m_plan);
    addRow(3, tr("&Judges"), judges, judges);
    addRow(4, tr("As&ked by"), style, m_style);
    addRow(5, tr("&Limits"), limits, m_maxCost);
    m_grid->itemAtPosition(1, 0)->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_grid->itemAtPosition(3, 0)->setAlignment(Qt::AlignRight | Qt::AlignTop);
    const auto told = [this] {
        if (m_filling)
            return;
        showPlan();
        emit edited();
    };
    for (QComboBox* box : {m_plan, m_pivot, m_style, m_own})
        connect(box, &QComboBox::currentIndexChanged, this, told);
    for (QSpinBox* box : {m_limit, m_budget, m_atOnce, m_attempts, m_seed})
        connect(box, &QSpinBox::valueChanged, this, told);
    connect(m_maxCost, &QDoubleSpinBox::valueChanged, this, told);
    connect(m_retry, &QCheckBox::toggled, this, told);
    connect(m_set, &QComboBox::currentIndexChanged, this, [this, told] {
        if (m_filling)
            return;
        showCategories({});
        told();
    });
    connect(m_models, &ModelPicks::picksChanged, this, [this, told] {
        if (m_filling)
            return;
        showPivots({m_pivot->currentData().toLongLong()});
        told();
    });
}

void RunForm::addRow(int row, const QString& label, QWidget* cell, QWidget* focus) {
    auto* words = new TextLabel(label, Colour::Dim, Size::Body, Weight::Regular, this);
    words->setBuddy(focus);
    words->setContentsMargins(0, scaled(5), 0, scaled(5));
    m_grid->addWidget(words, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(cell, row, 1);
}

QWidget* RunForm::setRow() {
    auto* cell = new QWidget(this);
    auto* row = line(cell);
    m_set = choice(tr("Set of instructions"), cell);
    m_categoriesButton = new QPushButton(cell);
    m_categoriesMenu = new QMenu(m_categoriesButton);
    m_categoriesButton->setMenu(m_categoriesMenu);
    m_limit = number(tr("Instructions at most"), 0, std::numeric_limits<int>::max(), cell);
    m_limit->setSpecialValueText(tr("all"));
    m_limit->setFixedWidth(scaled(88));
    m_limit->setSingleStep(50);
    m_seed = number(tr("Seed"), 0, std::numeric_limits<int>::max(), cell);
    m_seed->setGroupSeparatorShown(false);
    m_seed->setFixedWidth(scaled(72));
    row->addWidget(m_set);
    row->addWidget(m_categoriesButton);
    row->addWidget(word(tr("limited to"), cell));
    row->addWidget(m_limit);
    row->addWidget(word(tr("at random, seed"), cell));
    row->addWidget(m_seed);
    row->addStretch(1);
    return cell;
}

QWidget* RunForm::pairsRow() {
    auto* cell = new QWidget(this);
    auto* row = line(cell);
    m_plan = choice(tr("Pairs"), cell);
    const auto add = [&](const QString& words, PairPlan plan) {
        m_plan->addItem(words, static_cast<int>(plan));
    };
    add(tr("Round robin: everybody against everybody"), PairPlan::RoundRobin);
    add(tr("One target against each other"), PairPlan::Target);
    add(tr("Each against one baseline"), PairPlan::Baseline);
    add(tr("Sampled: where the ratings know least"), PairPlan::Sampled);
    m_pivot = choice(tr("The model that the others meet"), cell);
    m_budget = number(tr("Battles to spend"), 1, std::numeric_limits<int>::max(), cell);
    m_budget->setSingleStep(100);
    m_budget->setFixedWidth(scaled(96));
    m_budgetUnit = word(tr("battles"), cell);
    row->addWidget(m_plan);
    row->addWidget(m_pivot);
    row->addWidget(m_budget);
    row->addWidget(m_budgetUnit);
    row->addStretch(1);
    return cell;
}

QWidget* RunForm::judgesRow() {
    m_judges = new QWidget(this);
    m_judges->setAccessibleName(tr("Judges"));
    auto* grid = new QGridLayout(m_judges);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(4));
    return m_judges;
}

QWidget* RunForm::styleRow() {
    auto* cell = new QWidget(this);
    auto* row = line(cell);
    m_style = choice(tr("Style of the judge's prompt"), cell);
    auto* look = new QPushButton(tr("Prompts…"), cell);
    setLinkLook(look);
    connect(look, &QPushButton::clicked, this, &RunForm::stylesWanted);
    m_own = choice(tr("A judge's own answers"), cell);
    const auto add = [&](const QString& words, OwnAnswers rule) {
        m_own->addItem(words, static_cast<int>(rule));
    };
    add(tr("Judges may judge their own answers"), OwnAnswers::Allow);
    add(tr("Never their own answers"), OwnAnswers::ExcludeSame);
    add(tr("Never their own family"), OwnAnswers::ExcludeFamily);
    row->addWidget(m_style);
    row->addWidget(look);
    row->addSpacing(scaled(8));
    row->addWidget(m_own);
    row->addStretch(1);
    return cell;
}

QWidget* RunForm::limitsRow() {
    auto* cell = new QWidget(this);
    auto* row = line(cell);
    m_maxCost = new QDoubleSpinBox(cell);
    m_maxCost->setAccessibleName(tr("Most it may cost, in dollars"));
    m_maxCost->setRange(0, 1e6);
    m_maxCost->setDecimals(2);
    m_maxCost->setSingleStep(1);
    m_maxCost->setPrefix(u"$"_s);
    m_maxCost->setSpecialValueText(tr("no limit"));
    m_maxCost->setKeyboardTracking(false);
    m_maxCost->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_maxCost->setFixedWidth(scaled(96));
    m_atOnce = number(tr("Calls at once"), 1, mostAtOnce, cell);
    m_atOnce->setFixedWidth(scaled(72));
    m_attempts = number(tr("Attempts for a verdict"), 1, 10, cell);
    m_attempts->setFixedWidth(scaled(56));
    m_retry = new QCheckBox(tr("Ask again for invalid games"), cell);
    row->addWidget(word(tr("cost"), cell));
    row->addWidget(m_maxCost);
    row->addWidget(word(tr("calls at once"), cell));
    row->addWidget(m_atOnce);
    row->addWidget(word(tr("attempts"), cell));
    row->addWidget(m_attempts);
    row->addSpacing(scaled(4));
    row->addWidget(m_retry);
    row->addStretch(1);
    return cell;
}

void RunForm::setChoices(const RunChoices& choices, const PromptStyles& styles,
                         const RunSpec& spec) {
    m_choices = choices;
    m_given = spec;
    setStyles(styles);
    const QScopedValueRollback filling(m_filling, true);
    m_set->clear();
    for (const SetInfo& set : choices.sets)
        m_set->addItem(tr("%1   %2", "set, number of instructions")
                           .arg(QString::fromStdString(set.name), formatCount(set.instructions)),
                       QVariant::fromValue<qlonglong>(set.id.value));
    choose(m_set, QVariant::fromValue<qlonglong>(spec.set.value));
    showCategories(spec.categories);
    m_models->setModels(choices.models, spec.fighters);
    choose(m_plan, static_cast<int>(spec.plan));
    showPivots(spec.pivot);
    showJudges(spec.judges);
    choose(m_style, QString::fromStdString(spec.style));
    choose(m_own, static_cast<int>(spec.ownAnswers));
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    m_limit->setValue(static_cast<int>(std::min(spec.limit, most)));
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(spec.seed, most)));
    constexpr std::int64_t usualBudget = 500;
    m_budget->setValue(
        static_cast<int>(std::min(spec.budget > 0 ? spec.budget : usualBudget, most)));
    m_maxCost->setValue(spec.maxCost.value_or(0));
    m_atOnce->setValue(spec.atOnce);
    m_attempts->setValue(spec.judgeAttempts);
    m_retry->setChecked(spec.retryInvalid);
    showPlan();
}

void RunForm::setStyles(const PromptStyles& styles) {
    const QScopedValueRollback filling(m_filling, true);
    const QVariant chosen = m_style->currentData();
    m_style->clear();
    const auto usual = styles.find({});
    for (const auto& style : styles.all)
        m_style->addItem(QString::fromStdString(style->title),
                         QString::fromStdString(style == usual ? std::string() : style->id));
    choose(m_style, chosen);
}

void RunForm::showCategories(const std::vector<std::string>& chosen) {
    m_categoriesMenu->clear();
    m_categories.clear();
    const auto set =
        std::ranges::find(m_choices.sets, SetId{m_set->currentData().toLongLong()}, &SetInfo::id);
    if (set != m_choices.sets.end())
        for (const std::string& category : set->categories) {
            auto* box = new QCheckBox(QString::fromStdString(category).replace(u'&', u"&&"_s));
            box->setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4));
            box->setProperty("category", QString::fromStdString(category));
            box->setChecked(chosen.empty() || std::ranges::find(chosen, category) != chosen.end());
            auto* action = new QWidgetAction(m_categoriesMenu); // stays open for the next one
            action->setDefaultWidget(box);
            m_categoriesMenu->addAction(action);
            m_categories.push_back(box);
            connect(box, &QCheckBox::toggled, this, [this] {
                sayCategories();
                emit edited();
            });
        }
    m_categoriesButton->setVisible(m_categories.size() > 1);
    sayCategories();
}

// None and all are the same: there is nothing to choose.
std::vector<std::string> RunForm::categories() const {
    std::vector<std::string> out;
    for (const QCheckBox* box : m_categories)
        if (box->isChecked())
            out.push_back(box->property("category").toString().toStdString());
    if (out.size() == m_categories.size())
        out.clear();
    return out;
}

void RunForm::sayCategories() {
    const auto chosen = categories();
    m_categoriesButton->setText(
        chosen.empty() ? tr("all categories")
        : chosen.size() == 1
            ? QString::fromStdString(chosen.front()).replace(u'&', u"&&"_s)
            : tr("%1 of %2 categories").arg(chosen.size()).arg(m_categories.size()));
    m_categoriesButton->setAccessibleName(tr("Categories: %1").arg(m_categoriesButton->text()));
}

void RunForm::showJudges(const std::vector<ModelId>& chosen) {
    auto* grid = qobject_cast<QGridLayout*>(m_judges->layout());
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_judgeBoxes.clear();
    for (const Model& model : m_choices.models) {
        if (!canJudge(model))
            continue;
        QString name = QString::fromStdString(model.name).replace(u'&', u"&&"_s);
        if (model.roles.has(Role::HeldOut))
            name = tr("%1, held out").arg(name);
        auto* box = new QCheckBox(name, m_judges);
        box->setChecked(std::ranges::find(chosen, model.id) != chosen.end());
        const int at = static_cast<int>(m_judgeBoxes.size());
        grid->addWidget(box, at / judgesInLine, at % judgesInLine);
        m_judgeBoxes.emplace_back(model.id, box);
        connect(box, &QCheckBox::toggled, this, &RunForm::edited);
    }
    grid->setColumnStretch(judgesInLine, 1);
    if (m_judgeBoxes.empty())
        grid->addWidget(
            word(tr("No model with the role “judge” can be called. Add one in Models."), m_judges),
            0, 0);
    else
        m_judges->setFocusProxy(m_judgeBoxes.front().second);
}

void RunForm::showPivots(ModelId chosen) {
    const QScopedValueRollback filling(m_filling, true);
    m_pivot->clear();
    for (const ModelId id : m_models->picked()) {
        const auto model = std::ranges::find(m_choices.models, id, &Model::id);
        m_pivot->addItem(QString::fromStdString(model->name),
                         QVariant::fromValue<qlonglong>(id.value));
    }
    choose(m_pivot, QVariant::fromValue<qlonglong>(chosen.value));
}

void RunForm::showPlan() {
    m_pivot->setVisible(plan() == PairPlan::Target || plan() == PairPlan::Baseline);
    m_budget->setVisible(plan() == PairPlan::Sampled);
    m_budgetUnit->setVisible(plan() == PairPlan::Sampled);
}

PairPlan RunForm::plan() const {
    return static_cast<PairPlan>(m_plan->currentData().toInt());
}

RunSpec RunForm::spec() const {
    RunSpec out = m_given;
    out.set = {m_set->currentData().toLongLong()};
    out.categories = categories();
    out.limit = m_limit->value();
    out.fighters = m_models->picked();
    out.judges.clear();
    for (const auto& [id, box] : m_judgeBoxes)
        if (box->isChecked())
            out.judges.push_back(id);
    out.plan = plan();
    const bool pivots = out.plan == PairPlan::Target || out.plan == PairPlan::Baseline;
    out.pivot = pivots ? ModelId{m_pivot->currentData().toLongLong()} : ModelId{};
    out.budget = out.plan == PairPlan::Sampled ? m_budget->value() : 0;
    out.style = m_style->currentData().toString().toStdString();
    out.ownAnswers = static_cast<OwnAnswers>(m_own->currentData().toInt());
    out.judgeAttempts = m_attempts->value();
    out.retryInvalid = m_retry->isChecked();
    out.atOnce = m_atOnce->value();
    out.maxCost.reset();
    if (m_maxCost->value() > 0)
        out.maxCost = m_maxCost->value();
    out.seed = static_cast<std::uint64_t>(m_seed->value());
    return out;
}

} // namespace agon::ui
