#include "app/agonctl/run_words.h"

#include "core/store/run_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::ctl {
namespace {

struct Known {
    std::vector<Model> models;
    std::vector<SetInfo> sets;
};

Result<ModelId> modelNamed(const Known& known, const std::string& name) {
    const auto found = std::ranges::find(known.models, name, &Model::name);
    if (found == known.models.end())
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no model “{}”; `agonctl models` lists them", name));
    return found->id;
}

Result<std::vector<ModelId>> modelsNamed(const Known& known,
                                         const std::vector<std::string>& names) {
    std::vector<ModelId> out;
    out.reserve(names.size());
    for (const std::string& name : names)
        out.push_back(TRY(modelNamed(known, name)));
    return out;
}

Result<void> takePairs(const Known& known, const std::string& words, RunSpec& spec) {
    const std::size_t colon = std::min(words.find(':'), words.size());
    const std::string kind = words.substr(0, colon);
    const std::string model = words.substr(std::min(colon + 1, words.size()));
    for (const PairPlan plan :
         {PairPlan::RoundRobin, PairPlan::Target, PairPlan::Baseline, PairPlan::Sampled}) {
        if (pairPlanName(plan) != kind)
            continue;
        spec.plan = plan;
        if (plan == PairPlan::Target || plan == PairPlan::Baseline) {
            if (model.empty())
                break;
            spec.pivot = TRY(modelNamed(known, model));
        } else if (plan == PairPlan::Sampled && !model.empty()) {
            if (!CLI::detail::lexical_cast(model, spec.budget) || spec.budget < 1)
                break;
        } else if (!model.empty()) {
            break;
        }
        return {};
    }
    return fail(ErrorCode::InvalidInput,
                fmt::format("--pairs is round-robin, target:MODEL, baseline:MODEL or "
                            "sampled[:BATTLES], not “{}”",
                            words));
}

// "CATEGORY=JUDGE[,JUDGE…][:STYLE]", "CATEGORY=:STYLE"
Result<CategoryRule> ruleOf(const Known& known, const std::string& words) {
    const std::size_t equals = words.find('=');
    if (equals == std::string::npos || equals == 0)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("--rule is CATEGORY=JUDGE,…:STYLE, not “{}”", words));
    CategoryRule out;
    out.category = words.substr(0, equals);
    std::string judges = words.substr(equals + 1);
    if (const std::size_t colon = judges.rfind(':'); colon != std::string::npos) {
        out.style = judges.substr(colon + 1);
        judges.resize(colon);
    }
    for (const std::string& name : CLI::detail::split(judges, ','))
        if (!name.empty())
            out.judges.push_back(TRY(modelNamed(known, name)));
    return out;
}

Result<RunSpec> specOf(const RunWords& words, Workspace& workspace) {
    const Known known = TRY(workspace.read<Known>([](Reader& reader) -> Result<Known> {
        return Known{TRY(reader.models(false)), TRY(reader.sets())};
    }));
    RunSpec spec;
    const auto set = std::ranges::find(known.sets, words.set, &SetInfo::name);
    if (set == known.sets.end())
        return fail(
            ErrorCode::NotFound,
            words.set.empty()
                ? "choose the instructions with --set; `agonctl sets` lists them"
                : fmt::format("there is no set “{}”; `agonctl sets` lists them", words.set));
    spec.set = set->id;
    spec.fighters = TRY(modelsNamed(known, words.models));
    spec.judges = TRY(modelsNamed(known, words.judges));
    TRY(takePairs(known, words.pairs, spec));
    spec.categories = words.categories;
    for (const std::string& rule : words.rules)
        spec.rules.push_back(TRY(ruleOf(known, rule)));
    spec.style = words.style;
    spec.limit = words.limit.value_or(0);
    spec.budget = words.budget.value_or(spec.budget);
    spec.seed = words.seed.value_or(spec.seed);
    for (const OwnAnswers rule :
         {OwnAnswers::Allow, OwnAnswers::ExcludeSame, OwnAnswers::ExcludeFamily})
        if (ownAnswersName(rule) == words.ownAnswers)
            spec.ownAnswers = rule;
    return spec;
}

} // namespace

void addRunOptions(CLI::App& command, RunWords& words) {
    command.add_option("W", words.workspace, "The workspace file")->required();
    command.add_option("--set", words.set, "Instructions to fight on");
    command.add_option("--models", words.models, "Who fights: names with commas")->delimiter(',');
    command.add_option("--judge", words.judges, "Who judges; several are a jury")->delimiter(',');
    command.add_option("--pairs", words.pairs,
                       "round-robin, target:MODEL, baseline:MODEL, or sampled:BATTLES");
    command.add_option("--budget", words.budget, "Battles of a sampled plan")
        ->check(CLI::PositiveNumber);
    command.add_option("--prompt", words.style, "How the judge is asked, e.g. agon-scores");
    command.add_option("--rule", words.rules, "CATEGORY=JUDGE,…:STYLE for one category; several");
    command.add_option("--category,--categories", words.categories, "Only these; several")
        ->delimiter(',');
    command
        .add_option("--own-answers", words.ownAnswers, "A judge of its own or its family's answers")
        ->check(CLI::IsMember({"allow", "exclude-same", "exclude-family"}));
    command.add_option("--limit", words.limit, "So many instructions, drawn by the seed")
        ->check(CLI::PositiveNumber);
    command.add_option("--concurrency", words.concurrency, "Calls at once (32)")
        ->check(CLI::Range(1, 4096));
    command.add_option("--max-cost", words.maxCost, "Dollars that it never passes")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--seed", words.seed, "Of the draw of instructions (1)");
    command.add_option("--resume", words.resume, "Number of a run to go on with");
    command.add_flag("--retry-invalid", words.retryInvalid,
                     "Ask again for games without a verdict");
    command.add_flag("--allow", words.allow, "Allow this workspace to call the hosts it names");
    auto* batch = command.add_flag("--batch", words.batch,
                                   "By the provider's batches: hand over, look after, take in");
    auto* write = command.add_option("--batch-write", words.batchFolder,
                                     "Write request files for `vllm run-batch` into this folder");
    auto* read =
        command.add_option("--batch-read", words.batchFile, "Take in a file of its results");
    auto* cancel = command.add_flag("--batch-cancel", words.batchCancel, "Cancel what is out");
    for (CLI::Option* one : {batch, write, read, cancel})
        for (CLI::Option* other : {batch, write, read, cancel})
            if (one != other)
                one->excludes(other);
    command.add_flag("--dry-run", words.dryRun, "Say what would be called, and its price");
}

Result<Wanted> wantedRun(const RunWords& words, Workspace& workspace) {
    Wanted out;
    if (words.resume) {
        out.resume = RunId{*words.resume};
        const RunInfo run = TRY(workspace.read<RunInfo>(
            [&](Reader& reader) { return RunReader(reader).run(*out.resume); }));
        if (run.kind != "arena")
            return fail(ErrorCode::InvalidInput,
                        fmt::format("run {} is no run of battles", run.id.value));
        out.spec = TRY(readRunSpec(run.parameters));
    } else {
        out.spec = TRY(specOf(words, workspace));
    }
    out.spec.retryInvalid = words.retryInvalid;
    if (words.concurrency)
        out.spec.atOnce = *words.concurrency;
    if (words.maxCost)
        out.spec.maxCost = words.maxCost;
    TRY(checkRunSpec(out.spec));
    return out;
}

} // namespace agon::ctl
