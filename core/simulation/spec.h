// The room simulation: fighters and judges whose true strength is known, for the demo and for tests
// that measure how well the rest of Agon recovers the truth.
//
// Everything is a pure function of a SimulatorSpec: no state, no clock; the same spec says the
// same, whatever is asked first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace agon::simulation {

enum class Category : std::uint8_t {
    Writing,
    Roleplay,
    Reasoning,
    Math,
    Coding,
    Extraction,
    Stem,
    Humanities,
    Others
};
inline constexpr std::size_t categoryCount = 9;
// The names of method.md §3.
inline constexpr std::array<std::string_view, categoryCount> categoryNames{
    "Writing",    "Roleplay", "Reasoning",         "Math",  "Coding",
    "Extraction", "STEM",     "Humanities/Social", "Others"};

// How a fighter likes to write. None of it makes an answer better or worse.
struct Style {
    double verbosity = 0.5; // 0 … 1: how much is said beyond what was asked
    bool headings = false;
    bool bullets = false; // lists instead of paragraphs
    bool polite = false;  // opens with "Sure!" and closes with an offer
};

struct FighterSpec {
    std::string name;
    std::string family;
    double strength = 1000;                      // Elo
    std::array<double, categoryCount> offsets{}; // Elo, added in a category
    Style style;
};

// A judge sees the level of an answer (1 … 10) and then errs. All in points of the 1 … 10 scale.
struct JudgeSpec {
    std::string name;
    std::string family;
    double noise = 0;          // standard deviation, each answer and game anew
    double positionBias = 0;   // what the answer shown first gains over the other
    double lengthBias = 0;     // what twice the length gains
    double selfPreference = 0; // what an answer of the judge's own family gains
    double invalidShare = 0;   // of games without a readable verdict
};

// 400 / ln 10: with this spread, "the better answer wins" is exactly the Bradley–Terry model.
inline constexpr double eloScale = 173.71779276130073;

struct SimulatorSpec {
    std::uint64_t seed = 1;
    std::vector<FighterSpec> fighters;
    std::vector<JudgeSpec> judges;
    // Scale (Elo) of the Gumbel noise of a fighter on an instruction. It stays the same in all
    // battles of that answer, so battles that share an instruction and a fighter go together.
    double answerSpread = eloScale;
    // Standard deviation (Elo) of what an instruction costs all fighters alike.
    double difficultySpread = 80;
    // Standard deviation of the factor (mean 1) by which an instruction stretches the differences
    // of strength: on some everybody does well, others tell fighters apart.
    double discriminationSpread = 0;
    double center = 1100;     // Elo whose answers are of level 5.5
    double eloPerPoint = 110; // around the center
};

// One turn of one instruction.
struct Item {
    std::uint32_t instruction = 0; // the caller's number; the same number is the same instruction
    Category category = Category::Writing;
    int turn = 1;
};

} // namespace agon::simulation
