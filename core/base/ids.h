// Ids of different things cannot be mixed up: Id<BattleTag> does not convert to Id<GameTag>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility> // brings <compare>, which moc of Qt 6.4 cannot read on its own

namespace agon {

// A row id of the workspace. 0 means "none"; rows begin at 1.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] constexpr bool valid() const { return value > 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

using ModelId = Id<struct ModelTag>;
using SetId = Id<struct SetTag>;
using CategoryId = Id<struct CategoryTag>;
using InstructionId = Id<struct InstructionTag>;
using ResponseId = Id<struct ResponseTag>;
using BattleId = Id<struct BattleTag>;
using GameId = Id<struct GameTag>;
using OverrideId = Id<struct OverrideTag>;
using AnnotatorId = Id<struct AnnotatorTag>;
using TextId = Id<struct TextTag>;
using RunId = Id<struct RunTag>;
using IterationId = Id<struct IterationTag>;
using StageId = Id<struct StageTag>;
using CallId = Id<struct CallTag>;
using BatchId = Id<struct BatchTag>;
using ImportId = Id<struct ImportTag>;

} // namespace agon

template <class Tag>
struct std::hash<agon::Id<Tag>> {
    std::size_t operator()(agon::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
