// Which ratings exist: a finite Bradley–Terry estimate needs a strongly connected graph of
// "scored against" (Ford 1957; method.md §5).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace agon::rating {

enum class Status : std::uint8_t { Ok, UnboundedAbove, UnboundedBelow, Disconnected };
// "ok", "unbounded_above", "unbounded_below", "disconnected".
[[nodiscard]] std::string_view statusName(Status status);

// Pairs that met, and what each side scored; entries of the three spans belong together.
struct PairPoints {
    std::span<const std::uint16_t> first;
    std::span<const std::uint16_t> second;
    std::span<const double> pointsFirst;
    std::span<const double> pointsSecond;
};

// The rated group is the strongly connected component of the reference model, else the largest one
// (of equal ones that with most points, then the first). Everybody in it is Ok. Of the others, who
// scored against it, also by way of others, and was never scored against is UnboundedAbove, the
// reverse UnboundedBelow; without a path either way, or with mere side branches, Disconnected.
// Without a reference a lone model that only won or only lost is unbounded too.
struct Existence {
    std::vector<Status> status; // by model
    std::vector<std::uint32_t>
        component; // 1: the rated group and all that are bounded or unbounded
                   // against it; 2…: islands among the disconnected
    [[nodiscard]] bool allOk() const;
};
[[nodiscard]] Existence examineExistence(std::uint32_t models, const PairPoints& points,
                                         std::optional<std::uint32_t> reference);

// The ordinary case, quickly: true if pairs in which both sides scored connect all models, which
// is sufficient for all to be Ok. False means "look closer".
[[nodiscard]] bool surelyConnected(std::uint32_t models, const PairPoints& points);

} // namespace agon::rating
