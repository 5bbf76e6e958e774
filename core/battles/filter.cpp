// Terms to rows.
#include "core/battles/filter.h"

#include <algorithm>
#include <cmath>

namespace agon {
namespace {

using Field = FilterTerm::Field;
using Compare = FilterTerm::Compare;

bool sameName(std::string_view left, std::string_view right) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::equal(left, right, {}, lower, lower);
}

// Which entries of a list of names a value means. An exact match wins over one without regard to
// case, so that models that differ only in case can be told apart.
template <class Names, class NameOf>
std::vector<bool> matching(const Names& names, std::string_view value, NameOf nameOf) {
    std::vector<bool> out(names.size());
    bool exact = false;
    for (std::size_t i = 0; i < names.size(); ++i)
        exact = exact || nameOf(names[i]) == value;
    for (std::size_t i = 0; i < names.size(); ++i)
        out[i] = exact ? nameOf(names[i]) == value : sameName(nameOf(names[i]), value);
    return out;
}

bool compareNumbers(double left, Compare compare, double right) {
    switch (compare) {
    case Compare::Less:
        return left < right;
    case Compare::LessEqual:
        return left <= right;
    case Compare::Greater:
        return left > right;
    case Compare::GreaterEqual:
        return left >= right;
    case Compare::Is:
    case Compare::Equal:
        return left == right;
    }
    return false;
}

// Keeps the rows for which the predicate is not what `negated` says.
template <class Predicate>
void keep(std::vector<std::uint32_t>& rows, bool negated, Predicate predicate) {
    std::erase_if(rows, [&](std::uint32_t row) { return predicate(row) == negated; });
}

const std::string& textOf(const std::string& name) {
    return name;
}
const std::string& nameOf(const Model& model) {
    return model.name;
}

void keepNames(std::vector<std::uint32_t>& rows, const BattleTable& table, const FilterTerm& term) {
    switch (term.field) {
    case Field::Model:
    case Field::A:
    case Field::B: {
        const auto wanted = matching(table.models, term.value, nameOf);
        const bool a = term.field != Field::B;
        const bool b = term.field != Field::A;
        keep(rows, term.negated, [&](std::uint32_t row) {
            return (a && wanted[table.modelA[row]]) || (b && wanted[table.modelB[row]]);
        });
        return;
    }
    case Field::Judge: {
        const auto wanted = matching(table.models, term.value, nameOf);
        keep(rows, term.negated, [&](std::uint32_t row) {
            for (std::uint32_t i = table.gameBegin[row]; i < table.gameBegin[row + 1]; ++i)
                if (wanted[table.games[i].judge])
                    return true;
            return false;
        });
        return;
    }
    case Field::Set: {
        const auto wanted = matching(table.sets, term.value, textOf);
        keep(rows, term.negated, [&](std::uint32_t row) { return wanted[table.set[row]]; });
        return;
    }
    default: {
        const auto wanted = matching(table.categories, term.value, textOf);
        keep(rows, term.negated, [&](std::uint32_t row) { return wanted[table.category[row]]; });
        return;
    }
    }
}

// Terms that are a bit of a row: the value "yes" is that the bit is set.
void keepBit(std::vector<std::uint32_t>& rows, const std::vector<std::uint8_t>& bits,
             std::uint8_t bit, const FilterTerm& term) {
    const bool wanted = term.value == "yes";
    keep(rows, term.negated, [&](std::uint32_t row) { return ((bits[row] & bit) != 0) == wanted; });
}

Result<void> keepText(std::vector<std::uint32_t>& rows, const BattleTable& table,
                      const FilterTerm& term, const TextSearch& search) {
    std::vector<bool> hit(table.size());
    for (const std::int64_t id : TRY(search(term.value)))
        if (const auto row = table.rowOf({id}))
            hit[*row] = true;
    keep(rows, term.negated, [&](std::uint32_t row) { return hit[row]; });
    return {};
}

} // namespace

Result<std::vector<std::uint32_t>> select(const BattleTable& table, const Verdicts& verdicts,
                                          const Filter& filter, const TextSearch& search) {
    std::vector<std::uint32_t> rows(table.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        rows[row] = row;
    for (const FilterTerm& term : filter.terms) {
        switch (term.field) {
        case Field::Text:
            TRY(keepText(rows, table, term, search));
            break;
        case Field::Model:
        case Field::A:
        case Field::B:
        case Field::Judge:
        case Field::Set:
        case Field::Category:
            keepNames(rows, table, term);
            break;
        case Field::Verdict: {
            const auto wanted = verdictFromName(term.value);
            keep(rows, term.negated,
                 [&](std::uint32_t row) { return verdicts.verdict[row] == wanted; });
            break;
        }
        case Field::By: {
            const bool human = term.value == "human";
            keep(rows, term.negated, [&](std::uint32_t row) {
                const bool byHuman = (verdicts.bits[row] & derived::byHuman) != 0;
                return human ? byHuman : !byHuman && verdicts.verdict[row] != Verdict::None;
            });
            break;
        }
        case Field::Flip:
            keepBit(rows, verdicts.bits, derived::flip, term);
            break;
        case Field::Reviewed:
            keepBit(rows, verdicts.bits, derived::reviewed, term);
            break;
        case Field::Conflict:
            keepBit(rows, verdicts.bits, derived::conflict, term);
            break;
        case Field::Disagree:
            keepBit(rows, verdicts.bits, derived::disagree, term);
            break;
        case Field::Flagged:
            keepBit(rows, table.facts, facts::flagged, term);
            break;
        case Field::Suspicious:
            keepBit(rows, table.facts, facts::suspicious, term);
            break;
        case Field::Gap:
            keep(rows, term.negated, [&](std::uint32_t row) {
                const auto gap = static_cast<double>(verdicts.gap[row]);
                return !std::isnan(gap) && compareNumbers(gap, term.compare, term.number);
            });
            break;
        case Field::Iteration:
            keep(rows, term.negated, [&](std::uint32_t row) {
                return table.iteration[row] >= 0 &&
                       compareNumbers(table.iteration[row], term.compare, term.number);
            });
            break;
        case Field::Stage: {
            const auto wanted = stageKindFromName(term.value);
            keep(rows, term.negated, [&](std::uint32_t row) {
                return static_cast<StageKind>(table.stage[row]) == wanted;
            });
            break;
        }
        case Field::Id:
            keep(rows, term.negated, [&](std::uint32_t row) {
                return compareNumbers(table.id[row], term.compare, term.number);
            });
            break;
        }
    }
    return rows;
}

} // namespace agon
