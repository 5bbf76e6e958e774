#include "core/rating/verdict_source.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::rating {
namespace {

std::string listed(const BattleTable& table) {
    std::string out;
    for (const VerdictSource source : sourcesOf(table))
        out += (out.empty() ? "" : ", ") + sourceName(table, source);
    return out.empty() ? "none: nothing has been judged" : out;
}

} // namespace

std::string sourceName(const BattleTable& table, VerdictSource source) {
    switch (source.kind) {
    case VerdictSource::Kind::Judge:
        return "judge:" + table.models[source.index].name;
    case VerdictSource::Kind::Annotator:
        return "human:" + table.annotators[source.index];
    case VerdictSource::Kind::Humans:
        break;
    }
    return "human";
}

std::vector<VerdictSource> sourcesOf(const BattleTable& table) {
    std::vector<bool> judges(table.models.size());
    for (const GameColumn& game : table.games)
        judges[game.judge] = true;
    std::vector<VerdictSource> out;
    for (std::size_t model = 0; model < judges.size(); ++model)
        if (judges[model])
            out.push_back({VerdictSource::Kind::Judge, static_cast<std::uint16_t>(model)});
    std::vector<bool> annotators(table.annotators.size());
    for (const auto& [row, votes] : table.votes)
        for (const VoteColumn& vote : votes)
            annotators[vote.annotator] = true;
    if (std::find(annotators.begin(), annotators.end(), true) != annotators.end())
        out.push_back({VerdictSource::Kind::Humans, 0});
    for (std::size_t annotator = 0; annotator < annotators.size(); ++annotator)
        if (annotators[annotator])
            out.push_back({VerdictSource::Kind::Annotator, static_cast<std::uint16_t>(annotator)});
    return out;
}

Result<VerdictSource> resolveSource(const BattleTable& table, std::string_view name) {
    std::vector<VerdictSource> bare;
    for (const VerdictSource source : sourcesOf(table)) {
        const std::string full = sourceName(table, source);
        if (full == name)
            return source;
        const std::size_t colon = full.find(':');
        if (colon != std::string::npos && std::string_view(full).substr(colon + 1) == name)
            bare.push_back(source);
    }
    if (bare.size() == 1)
        return bare.front();
    if (bare.size() > 1)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("\"{}\" is a judge and an annotator; write {} or {}", name,
                                sourceName(table, bare[0]), sourceName(table, bare[1])));
    return fail(ErrorCode::NotFound,
                fmt::format("no verdicts of \"{}\"; there are those of: {}", name, listed(table)));
}

std::vector<Verdict> verdictsOf(const BattleTable& table, VerdictSource source, Merge merge) {
    if (source.kind == VerdictSource::Kind::Annotator) {
        std::vector<Verdict> out(table.size(), Verdict::None);
        for (const auto& [row, votes] : table.votes)
            for (const VoteColumn& vote : votes)
                if (vote.annotator == source.index)
                    out[row] = vote.verdict;
        return out;
    }
    Policy policy;
    policy.merge = merge;
    policy.overrides = Overrides::Only;
    if (source.kind == VerdictSource::Kind::Judge) {
        policy.judges = {source.index};
        policy.overrides = Overrides::Off;
    }
    return deriveVerdicts(table, policy).verdict;
}

} // namespace agon::rating
