#include "core/exchange/export.h"

#include "core/exchange/exporter.h"
#include "core/judge/merge.h"
#include "core/text/marks.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace agon::exchange {
namespace {

std::optional<double> orNothing(float value) {
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

void addName(std::string& names, std::string_view name) {
    if (!names.empty())
        names += "; ";
    names += name;
}

GameValue valueOf(const Game& game) {
    GameValue out;
    out.verdict = game.verdict;
    out.order = game.order;
    const auto set = [](float& into, const std::optional<double>& from) {
        if (from)
            into = static_cast<float>(*from);
    };
    set(out.scoreA, game.scoreA);
    set(out.scoreB, game.scoreB);
    set(out.preferenceA, game.preferenceA);
    return out;
}

Result<ModelId> modelNamed(Reader& reader, std::string_view name) {
    for (const Model& model : TRY(reader.models()))
        if (model.name == name)
            return model.id;
    return fail(ErrorCode::InvalidInput, fmt::format("there is no model “{}”", name));
}

} // namespace

Summary summarise(const Battle& battle) {
    Summary out;
    std::vector<Merged> merged;
    for (std::size_t i = 0; i < battle.games.size();) {
        const ModelId judge = battle.games[i].judge;
        std::vector<GameValue> games;
        for (; i < battle.games.size() && battle.games[i].judge == judge; ++i) {
            if (battle.games[i].superseded)
                continue;
            games.push_back(valueOf(battle.games[i]));
            if (games.size() == 1)
                addName(out.judges, battle.games[i].judgeName);
            if (out.explanation.empty())
                out.explanation = battle.games[i].explanation;
        }
        merged.push_back(mergeGames(games, Merge::Mean));
    }
    const Merged jury = foldJury(merged, Jury::Majority);
    out.verdict = jury.verdict;
    out.scoreA = orNothing(jury.scoreA);
    out.scoreB = orNothing(jury.scoreB);
    out.gap = orNothing(jury.gap);
    out.flip = jury.flip;

    std::map<std::string, std::optional<Verdict>> latest;
    for (const Override& event : battle.overrides)
        latest[event.by] = event.verdict;
    std::vector<Verdict> votes;
    for (const auto& [by, verdict] : latest) {
        if (!verdict)
            continue;
        votes.push_back(*verdict);
        addName(out.annotators, by);
    }
    if (!votes.empty()) {
        out.verdict = foldVotes(votes).verdict;
        out.byHuman = true;
    }
    return out;
}

Result<void> ExportRun::step(std::uint64_t done, std::uint64_t total) {
    meter.report(fmt::format("Writing {}", options.path.filename().string()), done, total);
    if (stop.stop_requested())
        return cancelled();
    return {};
}

Result<void> ExportRun::line(std::string text) {
    ++report.rows;
    text.push_back('\n');
    return out.write(text);
}

Result<void>
ExportRun::eachBattle(const std::function<Result<void>(const Battle&, Timestamp)>& row) {
    std::vector<BattleId> ids;
    std::unordered_map<std::int64_t, std::int64_t> times;
    TRY(reader.scanBattles(0, [&](const BattleFacts& facts) {
        if (!options.battles)
            ids.push_back({facts.id});
        if (facts.at != 0)
            times.emplace(facts.id, facts.at);
    }));
    const std::span<const BattleId> wanted = options.battles ? *options.battles : ids;
    std::uint64_t done = 0;
    for (const BattleId id : wanted) {
        const auto at = times.find(id.value);
        TRY(row(TRY(reader.battle(id)), {at == times.end() ? 0 : at->second}));
        TRY(step(++done, wanted.size()));
    }
    return {};
}

Result<void>
ExportRun::eachAnswer(const std::function<Result<void>(const Instruction&, const Response&)>& row) {
    const auto checked = [&](const Instruction& instruction, const Response& response) {
        if (response.turns.empty() || instruction.turns.empty()) {
            ++report.leftOut;
            return Result<void>{};
        }
        return row(instruction, response);
    };
    if (options.battles) {
        std::unordered_set<std::int64_t> seen;
        return eachBattle([&](const Battle& battle, Timestamp) -> Result<void> {
            for (const Response* response : {&battle.a, &battle.b})
                if ((options.model.empty() || response->modelName == options.model) &&
                    response->id.valid() && seen.insert(response->id.value).second)
                    TRY(checked(battle.instruction, *response));
            return {};
        });
    }
    std::optional<ModelId> model;
    if (!options.model.empty())
        model = TRY(modelNamed(reader, options.model));
    const auto total = static_cast<std::uint64_t>(TRY(reader.count("responses")));
    std::uint64_t done = 0;
    return reader.eachResponse(
        model, [&](const Response& response, InstructionId instruction) -> Result<void> {
            TRY(checked(TRY(reader.instruction(instruction)), response));
            return step(++done, total);
        });
}

Result<ExportReport> exportTo(Workspace& workspace, const ExportOptions& options,
                              std::stop_token stop, const ProgressSink& progress) {
    using Exporter = Result<void> (*)(ExportRun&);
    const Exporter exporter = [&]() -> Exporter {
        switch (options.format) {
        case Format::AlpacaOutputs:
            return exportAlpacaOutputs;
        case Format::FastchatQuestions:
            return exportFastchatQuestions;
        case Format::FastchatAnswers:
            return exportFastchatAnswers;
        case Format::FastchatPair:
            return exportFastchatPair;
        case Format::Csv:
            return exportCsv;
        case Format::Jsonl:
            return exportJsonl;
        default:
            return nullptr;
        }
    }();
    if (exporter == nullptr) {
        std::vector<std::string_view> ids;
        for (const Format format : writableFormats())
            ids.push_back(formatId(format));
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{} is read, not written; choose one of {}",
                                formatId(options.format), fmt::join(ids, ", ")));
    }
    return workspace.read<ExportReport>(
        [&](Reader& reader) -> Result<ExportReport> {
            OutputFile out = TRY(OutputFile::create(options.path));
            ExportReport report{options.path};
            ProgressMeter meter(progress);
            ExportRun run{options, reader, out, stop, meter, report};
            TRY(exporter(run));
            TRY(out.commit());
            return report;
        },
        stop);
}

} // namespace agon::exchange
