// The filter language of agonctl.md, the same in the command and in the application.
#pragma once

#include "core/base/result.h"
#include "core/battles/policy.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace agon {

// One word of a filter: `-flip:yes`, `gap>=3`, `"two words"`.
struct FilterTerm {
    enum class Field {
        Text,
        Model,
        A,
        B,
        Set,
        Category,
        Judge,
        Verdict,
        By,
        Flip,
        Gap,
        Iteration,
        Stage,
        Flagged,
        Suspicious,
        Reviewed,
        Conflict,
        Disagree,
        Id
    };
    enum class Compare { Is, Less, LessEqual, Greater, GreaterEqual, Equal };

    Field field = Field::Text;
    Compare compare = Compare::Is;
    bool negated = false;
    std::string value;
    double number = 0;     // of gap, iteration, id
    std::size_t begin = 0; // position in the source, bytes
    std::size_t end = 0;

    [[nodiscard]] std::string text() const; // as it is written, quoted where needed
};

struct FilterError {
    std::size_t position = 0; // bytes from the beginning
    std::string message;      // for a person
};

// All terms must hold.
struct Filter {
    std::vector<FilterTerm> terms;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool hasText() const; // needs the search index
};

[[nodiscard]] tl::expected<Filter, FilterError> parseFilter(std::string_view source);
// The same as an Error: "filter, position 5: …".
[[nodiscard]] Result<Filter> parseFilterOrFail(std::string_view source);

// Rows that match, ascending. `found` answers a text term with battle ids (Reader::search); only
// called for text terms. A name that the workspace does not know matches nothing.
using TextSearch = std::function<Result<std::vector<std::int64_t>>(std::string_view)>;
[[nodiscard]] Result<std::vector<std::uint32_t>> select(const BattleTable& table,
                                                        const Verdicts& verdicts,
                                                        const Filter& filter,
                                                        const TextSearch& search);

} // namespace agon
