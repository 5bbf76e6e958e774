// The room battles of the interface: the queue, the viewer of one battle, the judges' rationale.
//
// This file: the queues that people review most, each a term of the filter language.
#pragma once

#include "core/battles/filter.h"
#include "ui/theme/icon.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace agon::ui {

enum class Facet : std::uint8_t {
    Unreviewed,
    FlipInconsistent,
    JudgesDisagree,
    SmallGap,
    AgainstHuman,
    Flagged,
    Invalid,
};
inline constexpr std::array allFacets{
    Facet::Unreviewed,   Facet::FlipInconsistent, Facet::JudgesDisagree, Facet::SmallGap,
    Facet::AgainstHuman, Facet::Flagged,          Facet::Invalid};

[[nodiscard]] const FilterTerm& facetTerm(Facet facet);
[[nodiscard]] QString facetText(Facet facet);
[[nodiscard]] QString facetDescription(Facet facet); // for a tooltip
[[nodiscard]] std::optional<Icon> facetIcon(Facet facet);

// Whether a term says the same as a facet's.
[[nodiscard]] bool sameTerm(const FilterTerm& one, const FilterTerm& other);
[[nodiscard]] std::optional<Facet> facetOf(const FilterTerm& term);

} // namespace agon::ui
