// The room domain: the words of method.md §1 as plain values. No behaviour beyond names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace agon {

// What a game or a battle says. The numbers are stored in the workspace and never change.
enum class Verdict : std::uint8_t {
    A = 0,
    B = 1,
    Tie = 2,
    Bad = 3,     // both bad: rates as a tie, feeds no training data
    Invalid = 4, // failed or unreadable; never a tie
    None = 5,    // nobody has judged yet
};

// "a", "b", "tie", "bad", "invalid", "none": the words of agonctl and the filter language.
[[nodiscard]] constexpr std::string_view verdictName(Verdict verdict) {
    constexpr std::array<std::string_view, 6> names{"a", "b", "tie", "bad", "invalid", "none"};
    return names[static_cast<std::size_t>(verdict)];
}

[[nodiscard]] constexpr std::optional<Verdict> verdictFromName(std::string_view name) {
    for (std::uint8_t i = 0; i < 6; ++i)
        if (verdictName(static_cast<Verdict>(i)) == name)
            return static_cast<Verdict>(i);
    return std::nullopt;
}

// The same verdict with the sides exchanged.
[[nodiscard]] constexpr Verdict swapped(Verdict verdict) {
    if (verdict == Verdict::A)
        return Verdict::B;
    if (verdict == Verdict::B)
        return Verdict::A;
    return verdict;
}

// A, B, tie or bad: it says something about the two answers.
[[nodiscard]] constexpr bool isDecisionOrTie(Verdict verdict) {
    return static_cast<std::uint8_t>(verdict) <= 3;
}

// Which answer the judge read first. Stored.
enum class Order : std::uint8_t { AB = 0, BA = 1 };

[[nodiscard]] constexpr std::string_view orderName(Order order) {
    return order == Order::AB ? "ab" : "ba";
}

} // namespace agon
