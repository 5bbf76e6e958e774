#include "core/arena/estimate.h"

#include "core/arena/rounds.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace agon {
namespace {

// Tokens of a reply, where a model has given none yet.
constexpr double commonAnswer = 350;
constexpr double commonVerdict = 250;
constexpr double bytesPerToken = 4; // of English; the ceiling counts 3

class Estimator {
  public:
    Estimator(const Cast& cast, std::map<ModelId, SeenTokens> answers,
              std::map<ModelId, SeenTokens> games)
        : m_cast(cast)
        , m_answers(std::move(answers))
        , m_games(std::move(games)) {}

    void add(const PlannedCall& call) {
        const bool game = call.purpose == CallPurpose::Game;
        const Endpoint& endpoint =
            game ? *m_cast.judges[call.who].endpoint : *m_cast.fighters[call.who].endpoint;
        const Sampling& sampling =
            game ? m_cast.judges[call.who].sampling : m_cast.fighters[call.who].sampling;
        TokenCeiling most = ceilingOf(call.bytes, call.messages, sampling.maxTokens);
        double likelyIn = static_cast<double>(call.bytes) / bytesPerToken;
        for (const std::size_t fighter : call.unknown) {
            most.in += m_cast.fighters[fighter].sampling.maxTokens;
            likelyIn += likelyOut(m_cast.fighters[fighter].model.id, false,
                                  m_cast.fighters[fighter].sampling.maxTokens);
        }
        ModelEstimate& model = m_models[{endpoint.model, call.purpose}];
        model.model = endpoint.model;
        model.name = endpoint.name;
        model.calls += call.times;
        model.tokensIn += most.in * call.times;
        model.tokensOut += most.out * call.times;
        model.likelyIn += likelyIn * call.times;
        model.likelyOut += likelyOut(endpoint.model, game, sampling.maxTokens) * call.times;
        model.seen = (game ? m_games : m_answers)[endpoint.model].calls > 0;
        m_prices[endpoint.model] = endpoint.price;
    }

    // `gameShare`: of the games, how many are played.
    [[nodiscard]] std::vector<ModelEstimate> models(double gameShare) const {
        std::vector<ModelEstimate> out;
        for (const auto& [key, counted] : m_models) {
            if (out.empty() || out.back().model != counted.model) {
                ModelEstimate& next = out.emplace_back();
                next.model = counted.model;
                next.name = counted.name;
                next.seen = true;
            }
            const double share = key.second == CallPurpose::Game ? gameShare : 1;
            const auto part = [&](std::int64_t count) {
                return std::llround(std::ceil(static_cast<double>(count) * share));
            };
            ModelEstimate& model = out.back();
            model.calls += part(counted.calls);
            model.tokensIn += part(counted.tokensIn);
            model.tokensOut += part(counted.tokensOut);
            model.likelyIn += counted.likelyIn * share;
            model.likelyOut += counted.likelyOut * share;
            model.seen = model.seen && counted.seen;
        }
        for (ModelEstimate& model : out) {
            const TokenPrice& price = m_prices.at(model.model);
            Usage most;
            most.in = model.tokensIn;
            most.out = model.tokensOut;
            most.cached = 0;
            model.ceiling = costOf(price, most);
            Usage likely;
            likely.in = std::llround(model.likelyIn);
            likely.out = std::llround(model.likelyOut);
            likely.cached = 0;
            model.likely = costOf(price, likely);
        }
        return out;
    }

  private:
    double likelyOut(ModelId model, bool game, int limit) {
        const SeenTokens& seen = (game ? m_games : m_answers)[model];
        const double usual = game ? commonVerdict : commonAnswer;
        return std::min(seen.calls > 0 ? seen.out : usual, static_cast<double>(limit));
    }

    const Cast& m_cast;
    std::map<ModelId, SeenTokens> m_answers;
    std::map<ModelId, SeenTokens> m_games;
    std::map<std::pair<ModelId, CallPurpose>, ModelEstimate> m_models;
    std::map<ModelId, TokenPrice> m_prices;
};

std::optional<double> sumOf(const std::vector<ModelEstimate>& models,
                            std::optional<double> ModelEstimate::*part) {
    double out = 0;
    for (const ModelEstimate& model : models) {
        if (!(model.*part))
            return std::nullopt;
        out += *(model.*part);
    }
    return out;
}

Result<std::map<ModelId, SeenTokens>> seenBy(Workspace& workspace, const Cast& cast,
                                             CallPurpose purpose) {
    return workspace.read<std::map<ModelId, SeenTokens>>(
        [&](Reader& reader) -> Result<std::map<ModelId, SeenTokens>> {
            std::map<ModelId, SeenTokens> out;
            RunReader runs(reader);
            for (const auto& endpoint : cast.endpoints())
                out[endpoint->model] = TRY(runs.seen(endpoint->model, purpose));
            return out;
        });
}

// Of a sampled plan only the number of battles is known: its games are a share of all.
double shrink(RunEstimate& estimate, std::int64_t budget) {
    estimate.exact = false;
    if (estimate.battles <= budget)
        return 1;
    const double share = static_cast<double>(budget) / static_cast<double>(estimate.battles);
    const auto part = [&](std::int64_t& count) {
        count = std::llround(std::ceil(static_cast<double>(count) * share));
    };
    part(estimate.newBattles);
    for (std::int64_t* count :
         {&estimate.games.planned, &estimate.games.cached, &estimate.games.failed})
        part(*count);
    estimate.battles = budget;
    return share;
}

} // namespace

std::int64_t RunEstimate::calls() const {
    std::int64_t out = 0;
    for (const ModelEstimate& model : models)
        out += model.calls;
    return out;
}

std::optional<double> RunEstimate::ceiling() const {
    return sumOf(models, &ModelEstimate::ceiling);
}

std::optional<double> RunEstimate::likely() const {
    return sumOf(models, &ModelEstimate::likely);
}

Result<RunEstimate> estimateRun(const RunSpec& spec, const Cast& cast, Workspace& workspace,
                                const std::stop_token& stop, const ProgressSink& progress) {
    const auto chosen = TRY(instructionsFor(spec, cast, workspace));
    const RoundPlan plan = fullRound(chosen, pairsOf(spec));
    const std::shared_ptr<const Cast> borrowed(std::shared_ptr<const Cast>(), &cast);
    RunTally tally;
    RunEstimate out;
    out.instructions = static_cast<std::int64_t>(chosen.size());
    out.battles = plan.battles;
    Estimator estimator(cast, TRY(seenBy(workspace, cast, CallPurpose::Answer)),
                        TRY(seenBy(workspace, cast, CallPurpose::Game)));
    ProgressMeter meter(progress);
    constexpr std::size_t some = 256; // a reader is lent for
    for (std::size_t at = 0; at < plan.units.size(); at += some) {
        if (stop.stop_requested())
            return cancelled();
        TRY(workspace.read<void>(
            [&](Reader& reader) -> Result<void> {
                for (std::size_t i = at; i < std::min(at + some, plan.units.size()); ++i) {
                    Unit unit(plan.units[i], borrowed, spec, tally);
                    TRY(unit.load(reader, false));
                    for (const PlannedCall& call : TRY(unit.outstanding()))
                        estimator.add(call);
                    out.newBattles += unit.newBattles();
                    tally.answers.planned += answersOf(plan.units[i]);
                    tally.games.planned += gamesOf(plan.units[i], spec, cast);
                }
                return {};
            },
            stop));
        meter.report("Planning", std::min(at + some, plan.units.size()), plan.units.size(),
                     "instructions");
    }
    out.answers = tally.answers;
    out.games = tally.games;
    const double share = spec.plan == PairPlan::Sampled ? shrink(out, spec.budget) : 1;
    out.models = estimator.models(share);
    out.warnings = ownAnswerWarnings(spec, cast);
    if (out.answers.failed > 0)
        out.warnings.push_back(fmt::format("{} recorded answers are missing, so {} games cannot be "
                                           "played",
                                           out.answers.failed, out.games.failed));
    return out;
}

} // namespace agon
