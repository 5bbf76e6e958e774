#include "ui/arena/run_choices.h"

#include "core/store/run_reader.h"
#include "ui/widgets/format_number.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunChoices)
};

constexpr std::int64_t manyInstructions = 200; // as many say enough for a first look

const Model* find(const RunChoices& choices, ModelId id) {
    const auto found = std::ranges::find(choices.models, id, &Model::id);
    return found == choices.models.end() ? nullptr : &*found;
}

QString quoted(const QString& word) {
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:,=+@%-]+$"_s);
    if (plain.match(word).hasMatch())
        return word;
    QString inside = word;
    return u'\'' + inside.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString namesOf(const std::vector<ModelId>& ids, const RunChoices& choices) {
    QStringList names;
    for (const ModelId id : ids)
        if (const Model* model = find(choices, id))
            names.append(QString::fromStdString(model->name));
    return names.join(u',');
}

// What of an earlier run is still there.
RunSpec stillPossible(RunSpec spec, const RunChoices& choices) {
    const auto gone = [&](const auto& can) {
        return [&](ModelId id) {
            const Model* model = find(choices, id);
            return !model || !can(*model);
        };
    };
    std::erase_if(spec.fighters, gone(canFight));
    std::erase_if(spec.judges, gone(canJudge));
    if (std::ranges::find(choices.sets, spec.set, &SetInfo::id) == choices.sets.end())
        spec.set = {};
    if (std::ranges::find(spec.fighters, spec.pivot) == spec.fighters.end()) {
        spec.pivot = {};
        if (spec.plan == PairPlan::Target || spec.plan == PairPlan::Baseline)
            spec.plan = PairPlan::RoundRobin;
    }
    return spec;
}

void proposeFighters(RunSpec& spec, const RunChoices& choices) {
    const auto take = [&](const auto& wanted) {
        for (const Model& model : choices.models)
            if (canFight(model) && wanted(model))
                spec.fighters.push_back(model.id);
    };
    take([](const Model& model) {
        return model.roles.has(Role::Target) || model.roles.has(Role::Rival);
    });
    if (spec.fighters.empty())
        take([](const Model& model) { return !model.roles.has(Role::Judge); });
    const auto target = std::ranges::find_if(
        spec.fighters, [&](ModelId id) { return find(choices, id)->roles.has(Role::Target); });
    if (target != spec.fighters.end() && spec.fighters.size() > 2) {
        spec.plan = PairPlan::Target;
        spec.pivot = *target;
    }
}

} // namespace

bool isCalled(const Model& model) {
    return model.kind == ModelKind::Endpoint || model.kind == ModelKind::Server;
}

bool canFight(const Model& model) {
    return isCalled(model) || model.responses > 0;
}

bool canJudge(const Model& model) {
    return isCalled(model) && (model.roles.has(Role::Judge) || model.roles.has(Role::HeldOut));
}

Result<RunChoices> readRunChoices(Reader& reader) {
    RunChoices out;
    out.models = TRY(reader.models(false));
    out.sets = TRY(reader.sets());
    std::erase_if(out.sets, [](const SetInfo& set) { return set.instructions == 0; });
    for (const RunInfo& run : TRY(RunReader(reader).runs()))
        if (run.kind == "arena")
            if (auto spec = readRunSpec(run.parameters))
                out.latest = std::move(*spec);
    return out;
}

RunSpec proposedRun(const RunChoices& choices) {
    RunSpec out;
    if (choices.latest)
        out = stillPossible(*choices.latest, choices);
    if (!out.set.valid() && !choices.sets.empty()) {
        const auto largest = std::ranges::max_element(choices.sets, {}, &SetInfo::instructions);
        out.set = largest->id;
        out.categories.clear();
        out.limit = largest->instructions > manyInstructions ? manyInstructions : 0;
    }
    if (out.fighters.empty())
        proposeFighters(out, choices);
    if (out.judges.empty())
        for (const Model& model : choices.models)
            if (canJudge(model) && out.judges.empty())
                out.judges.push_back(model.id);
    return out;
}

QString runCommandLine(const RunSpec& spec, const RunChoices& choices, const QString& workspace) {
    QStringList words{u"agonctl"_s, u"run"_s, workspace};
    const auto add = [&](const QString& option, const QString& value) {
        words << option << value;
    };
    const auto set = std::ranges::find(choices.sets, spec.set, &SetInfo::id);
    if (set != choices.sets.end())
        add(u"--set"_s, QString::fromStdString(set->name));
    QStringList categories;
    for (const std::string& category : spec.categories)
        categories.append(QString::fromStdString(category));
    if (!categories.empty())
        add(u"--categories"_s, categories.join(u','));
    add(u"--models"_s, namesOf(spec.fighters, choices));
    add(u"--judge"_s, namesOf(spec.judges, choices));
    QString pairs = QString::fromUtf8(pairPlanName(spec.plan).data(),
                                      static_cast<qsizetype>(pairPlanName(spec.plan).size()));
    if (spec.plan == PairPlan::Target || spec.plan == PairPlan::Baseline)
        pairs += u':' + namesOf({spec.pivot}, choices);
    else if (spec.plan == PairPlan::Sampled)
        pairs += u':' + QString::number(spec.budget);
    add(u"--pairs"_s, pairs);
    if (!spec.style.empty())
        add(u"--prompt"_s, QString::fromStdString(spec.style));
    if (spec.ownAnswers != OwnAnswers::Allow) {
        const std::string_view rule = ownAnswersName(spec.ownAnswers);
        add(u"--own-answers"_s,
            QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size())));
    }
    if (spec.limit > 0)
        add(u"--limit"_s, QString::number(spec.limit));
    add(u"--concurrency"_s, QString::number(spec.atOnce));
    if (spec.maxCost)
        add(u"--max-cost"_s, QString::number(*spec.maxCost, 'f', 2));
    add(u"--seed"_s, QString::number(spec.seed));
    for (QString& word : words)
        word = quoted(word);
    return words.join(u' ');
}

std::optional<double> mostItCosts(const RunEstimate& estimate, const RunSpec& spec) {
    const std::optional<double> ceiling = estimate.ceiling();
    if (ceiling && spec.maxCost)
        return std::min(*ceiling, *spec.maxCost);
    return ceiling ? ceiling : spec.maxCost;
}

QString startWords(const RunEstimate& estimate, const RunSpec& spec) {
    const std::optional<double> most = mostItCosts(estimate, spec);
    const std::int64_t calls = estimate.calls();
    if (!isWorthStarting(estimate))
        return Words::tr("Nothing is left to ask");
    if (calls == 0)
        return Words::tr("Start, without a call");
    const QString asked = formatCount(calls);
    if (!most)
        return estimate.exact ? Words::tr("Start %1 calls, price not known").arg(asked)
                              : Words::tr("Start about %1 calls, price not known").arg(asked);
    const QString price = formatDollars(*most);
    if (estimate.exact)
        return Words::tr("Start %1 calls, at most %2").arg(asked, price);
    return spec.maxCost ? Words::tr("Start about %1 calls, at most %2").arg(asked, price)
                        : Words::tr("Start about %1 calls, about %2").arg(asked, price);
}

bool isWorthStarting(const RunEstimate& estimate) {
    return estimate.calls() > 0 || estimate.newBattles > 0;
}

} // namespace agon::ui
