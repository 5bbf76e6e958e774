#include "ui/ratings/policy_bar.h"

#include "ui/bridge/session.h"
#include "ui/ratings/ratings_presenter.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/policy_combo.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace agon::ui {

using namespace Qt::StringLiterals;
using rating::Intervals;
using rating::Method;
using rating::OverviewChoice;
using rating::Ties;
using rating::Unit;

namespace {

// The intervals on offer, in the order of their combo box.
struct IntervalChoice {
    Intervals intervals;
    Unit unit;
};
constexpr IntervalChoice intervalChoices[] = {
    {Intervals::Bootstrap, Unit::Instruction},
    {Intervals::Bootstrap, Unit::Battle},
    {Intervals::None, Unit::Instruction},
};

constexpr double usualAnchor = 1000;

int indexOf(const OverviewChoice& choice) {
    for (int i = 0; i < 3; ++i)
        if (choice.intervals == intervalChoices[i].intervals &&
            (choice.intervals == Intervals::None || choice.unit == intervalChoices[i].unit))
            return i;
    return 0;
}

} // namespace

PolicyBar::PolicyBar(Session& session, RatingsPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_presenter(presenter) {
    setFixedHeight(scaled(measure::filterBar));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 0);
    row->setSpacing(scaled(6));

    m_method = add(tr("Method"), tr("How ratings are found"));
    m_method->setCaptionShown(false); // what it says needs no caption
    m_method->addItems({tr("Bradley–Terry"), tr("Online Elo")});
    m_set = add(tr("Set"), tr("Which battles are rated"));
    m_judge = add(tr("Judge"), tr("Whose verdicts count"));
    m_games = add(tr("Games"), tr("How a judge's two games come to one verdict"));
    m_games->addItems({tr("mean"), tr("agree"), tr("separate")});
    m_ties = add(tr("Ties"), tr("A tie is half a win and half a loss, or is left out"));
    m_ties->addItems({tr("half"), tr("drop")});
    m_overrides = add(tr("Overrides"), tr("Whether people's verdicts count"));
    m_overrides->addItems({tr("on"), tr("off"), tr("only")});
    m_intervals =
        add(tr("Intervals"), tr("What is drawn again and again to see how sure ratings are"));
    m_intervals->addItems(
        {tr("bootstrap 100, by instruction"), tr("bootstrap 100, by battle"), tr("none")});
    m_anchor =
        add(tr("Anchor"), tr("The model whose rating is set; the others are relative to it"));
    m_anchor->setCaptionShown(false);
    m_anchor->setLead(Icon::Anchor);
    row->addStretch(1);

    for (PolicyCombo* combo : {m_judge, m_games, m_overrides})
        connect(combo, &QComboBox::activated, this, &PolicyBar::applyPolicy);
    for (PolicyCombo* combo : {m_method, m_set, m_ties, m_intervals, m_anchor})
        connect(combo, &QComboBox::activated, this, &PolicyBar::applyChoice);
    connect(&session, &Session::tableChanged, this, &PolicyBar::fill);
    connect(&session, &Session::policyChanged, this, &PolicyBar::fill);
    connect(&session, &Session::verdictsChanged, this, &PolicyBar::fillOverrides);
    connect(&presenter, &RatingsPresenter::choiceChanged, this, &PolicyBar::fill);
    fill();
}

PolicyCombo* PolicyBar::add(const QString& caption, const QString& explanation) {
    auto* combo = new PolicyCombo(caption, this);
    combo->setAccessibleDescription(explanation);
    combo->setToolTip(explanation);
    combo->setFixedHeight(scaled(measure::controlInBar));
    layout()->addWidget(combo);
    return combo;
}

void PolicyBar::fill() {
    const auto table = m_session.table();
    setEnabled(table != nullptr);
    if (!table)
        return;
    const OverviewChoice& choice = m_presenter.choice();
    const Policy& policy = m_session.policy();
    const auto text = [](const std::string& name) {
        return QString::fromStdString(name);
    };

    m_set->clear();
    m_set->addItem(tr("all"), QString());
    for (const std::string& set : table->sets)
        m_set->addItem(text(set), text(set));
    m_set->setCurrentIndex(std::max(0, m_set->findData(text(choice.set))));

    m_judge->clear();
    const auto& judges = table->judges;
    m_judge->addItem(judges.size() == 1 ? text(table->models[judges[0]].name)
                     : judges.empty()   ? missing()
                                        : tr("all, by majority"),
                     -1);
    if (judges.size() > 1)
        for (const std::uint16_t judge : judges)
            m_judge->addItem(text(table->models[judge].name), static_cast<int>(judge));
    m_judge->setCurrentIndex(
        policy.judges.size() == 1 ? std::max(0, m_judge->findData(policy.judges[0])) : 0);

    m_anchor->clear();
    m_anchor->addItem(tr("mean = 1000"), QString());
    for (const Model& model : table->models) {
        const QString name = text(model.name);
        const bool chosen = choice.anchor && choice.anchor->model == model.name;
        if (model.battles > 0)
            m_anchor->addItem(
                tr("%1 = %2").arg(name, formatRating(chosen ? choice.anchor->value : usualAnchor)),
                name);
    }
    m_anchor->setCurrentIndex(
        choice.anchor ? std::max(0, m_anchor->findData(text(choice.anchor->model))) : 0);

    m_method->setCurrentIndex(choice.method == Method::Elo ? 1 : 0);
    m_ties->setCurrentIndex(choice.ties == Ties::Drop ? 1 : 0);
    m_intervals->setCurrentIndex(indexOf(choice));
    m_games->setCurrentIndex(static_cast<int>(policy.merge));
    m_overrides->setCurrentIndex(static_cast<int>(policy.overrides));
    fillOverrides();
}

// After every vote, so it does not look at all rows.
void PolicyBar::fillOverrides() {
    const auto table = m_session.table();
    if (!table)
        return;
    m_overrides->setHumanDot(m_session.policy().overrides != Overrides::Off &&
                             !table->votes.empty());
    m_overrides->setItemText(
        0, table->votes.empty()
               ? tr("on")
               : tr("on, %1").arg(formatCount(static_cast<qint64>(table->votes.size()))));
    fitCaptions();
}

// Where there is too little room, captions go before values lose letters: first those whose values
// say by themselves what they are.
void PolicyBar::fitCaptions() {
    int room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const auto bars = findChildren<PolicyCombo*>(Qt::FindDirectChildrenOnly);
    PolicyCombo* const captioned[] = {m_intervals, m_judge, m_overrides, m_set, m_games, m_ties};
    for (PolicyCombo* combo : captioned)
        combo->setCaptionShown(true);
    for (const PolicyCombo* combo : bars)
        room -= combo->sizeHint().width();
    room -= static_cast<int>(bars.size()) * layout()->spacing();
    for (PolicyCombo* combo : captioned) {
        if (room >= 0)
            return;
        room += combo->sizeHint().width();
        combo->setCaptionShown(false);
        room -= combo->sizeHint().width();
    }
}

void PolicyBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitCaptions();
}

void PolicyBar::applyChoice() {
    OverviewChoice choice = m_presenter.choice();
    choice.method = m_method->currentIndex() == 1 ? Method::Elo : Method::BradleyTerry;
    choice.set = m_set->currentData().toString().toStdString();
    choice.ties = m_ties->currentIndex() == 1 ? Ties::Drop : Ties::Half;
    const IntervalChoice& intervals = intervalChoices[std::max(0, m_intervals->currentIndex())];
    choice.intervals = intervals.intervals;
    choice.unit = intervals.unit;
    const std::string anchor = m_anchor->currentData().toString().toStdString();
    if (anchor.empty())
        choice.anchor.reset();
    else if (!choice.anchor || choice.anchor->model != anchor)
        choice.anchor = rating::Anchor{anchor, usualAnchor};
    m_presenter.setChoice(choice);
}

void PolicyBar::applyPolicy() {
    Policy policy = m_session.policy();
    policy.judges.clear();
    if (const int judge = m_judge->currentData().toInt(); judge >= 0)
        policy.judges.push_back(static_cast<std::uint16_t>(judge));
    policy.merge = static_cast<Merge>(m_games->currentIndex());
    policy.overrides = static_cast<Overrides>(m_overrides->currentIndex());
    m_session.setPolicy(policy);
}

void PolicyBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Colour::Border));
}

} // namespace agon::ui
