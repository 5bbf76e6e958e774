// Whose verdicts: "judge:X", "human" (the annotators' plurality), "human:NAME".
#pragma once

#include "core/battles/policy.h"

#include <string>
#include <string_view>
#include <vector>

namespace agon::rating {

struct VerdictSource {
    enum class Kind { Judge, Humans, Annotator };
    Kind kind = Kind::Humans;
    std::uint16_t index = 0; // of the judge in models, or of the annotator in annotators

    bool operator==(const VerdictSource&) const = default;
};

// A bare name works where only one judge or annotator has it. Errors: NotFound; InvalidInput if the
// name fits several.
[[nodiscard]] Result<VerdictSource> resolveSource(const BattleTable& table, std::string_view name);

// All sources that the table has verdicts of, judges first.
[[nodiscard]] std::vector<VerdictSource> sourcesOf(const BattleTable& table);

// "judge:gpt-4", "human", "human:anna".
[[nodiscard]] std::string sourceName(const BattleTable& table, VerdictSource source);

// What a source says, a verdict a row of the table; None where it says nothing. A judge's games are
// merged by `merge`.
[[nodiscard]] std::vector<Verdict> verdictsOf(const BattleTable& table, VerdictSource source,
                                              Merge merge = Merge::Mean);

} // namespace agon::rating
