// The room base: what every other room stands on. Results, ids, hashes, time, chance, files.
//
// Result<T> is how a function of core reports failure. Exceptions never leave the function that
// calls a throwing library; a Result is never ignored.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agon {

enum class ErrorCode {
    InvalidInput, // what was given cannot be used: a bad filter, a missing column
    NotFound,     // a file, model, battle … that is not there
    Exists,       // would overwrite
    Io,           // reading or writing failed
    DiskFull,
    ReadOnly,
    Locked,  // in use by another program
    Corrupt, // damaged
    Foreign, // a valid file, but not one of ours
    Newer,   // written by a later version of Agon
    Cancelled,
    Internal, // a defect of Agon
};

// What went wrong, for a person: what, where (file and line, or model), and what to do about it.
// `context` is the chain of what was being done, outermost last.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::vector<std::string> context{};
    bool retryable = false;

    // The same error with one more outer context.
    [[nodiscard]] Error within(std::string what) && {
        context.push_back(std::move(what));
        return std::move(*this);
    }

    // "outer: inner: message"
    [[nodiscard]] std::string text() const;
};

// A stable lower-case name ("not_found"), used in JSON and logs.
[[nodiscard]] std::string_view errorCodeName(ErrorCode code);

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

[[nodiscard]] inline tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::Cancelled, "cancelled");
}

namespace detail {
template <class T>
T takeValue(Result<T>& result) {
    return std::move(*result);
}
inline void takeValue(Result<void>&) {}
} // namespace detail

} // namespace agon

// The value of an expression that yields a Result; returns its error from the calling function.
// The name carries a counter, so that one TRY may stand inside another.
// NOLINTBEGIN(bugprone-macro-parentheses): `name` is a name
#define TRY(expression) AGON_TRY_NAMED(expression, __COUNTER__)
#define AGON_TRY_NAMED(expression, number) AGON_TRY_JOIN(expression, number)
#define AGON_TRY_JOIN(expression, number) AGON_TRY_AS(expression, tryResult##number)
#define AGON_TRY_AS(expression, name)                                                              \
    __extension__({                                                                                \
        auto name = (expression);                                                                  \
        if (!name)                                                                                 \
            return ::tl::unexpected<::agon::Error>(std::move(name).error());                       \
        ::agon::detail::takeValue(name);                                                           \
    })
// NOLINTEND(bugprone-macro-parentheses)
