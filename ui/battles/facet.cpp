#include "ui/battles/facet.h"

#include <QCoreApplication>

namespace agon::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Facet)
};

FilterTerm parsed(std::string_view text) {
    const auto filter = parseFilter(text);
    Q_ASSERT(filter && filter->terms.size() == 1);
    return filter->terms.front();
}

} // namespace

const FilterTerm& facetTerm(Facet facet) {
    static const std::array terms{
        parsed("reviewed:no"),  parsed("flip:yes"),    parsed("disagree:yes"),   parsed("gap<=1"),
        parsed("conflict:yes"), parsed("flagged:yes"), parsed("verdict:invalid")};
    return terms[static_cast<std::size_t>(facet)];
}

QString facetText(Facet facet) {
    switch (facet) {
    case Facet::Unreviewed:
        return Words::tr("Unreviewed");
    case Facet::FlipInconsistent:
        return Words::tr("Flip-inconsistent");
    case Facet::JudgesDisagree:
        return Words::tr("Judges disagree");
    case Facet::SmallGap:
        return Words::tr("Small gap");
    case Facet::AgainstHuman:
        return Words::tr("Against human");
    case Facet::Flagged:
        return Words::tr("Flagged");
    case Facet::Invalid:
        break;
    }
    return Words::tr("Invalid");
}

QString facetDescription(Facet facet) {
    switch (facet) {
    case Facet::Unreviewed:
        return Words::tr("No person has voted");
    case Facet::FlipInconsistent:
        return Words::tr("A judge's two games name different winners");
    case Facet::JudgesDisagree:
        return Words::tr("Two judges name different winners");
    case Facet::SmallGap:
        return Words::tr("The scores differ by 1 at most");
    case Facet::AgainstHuman:
        return Words::tr("People say otherwise than the judge");
    case Facet::Flagged:
        return Words::tr("Flagged for a second look");
    case Facet::Invalid:
        break;
    }
    return Words::tr("A judge's call failed or its reply is unreadable");
}

std::optional<Icon> facetIcon(Facet facet) {
    switch (facet) {
    case Facet::FlipInconsistent:
        return Icon::Flip;
    case Facet::AgainstHuman:
        return Icon::Human;
    case Facet::Flagged:
        return Icon::Flag;
    case Facet::Invalid:
        return Icon::Invalid;
    case Facet::Unreviewed:
    case Facet::JudgesDisagree:
    case Facet::SmallGap:
        break;
    }
    return std::nullopt;
}

bool sameTerm(const FilterTerm& one, const FilterTerm& other) {
    return one.text() == other.text();
}

std::optional<Facet> facetOf(const FilterTerm& term) {
    for (const Facet facet : allFacets)
        if (sameTerm(facetTerm(facet), term))
            return facet;
    return std::nullopt;
}

} // namespace agon::ui
