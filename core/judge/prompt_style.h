// How a judge is asked and how it answers: data, not code. The built-in styles are
// resources/judge/*.json; a user's own folder overrides them by id.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// What the judge is asked to end with; parse_verdict.h reads it.
enum class VerdictForm : std::uint8_t {
    AgonScores,      // "agon-scores": lines Score-A: 8 and Score-B: 6
    FastChatVerdict, // "fastchat-verdict": [[A]], [[B]], [[C]] for a tie
    FastChatScores,  // "fastchat-scores": [[8, 3]]
    ArenaHardLabel,  // "arena-hard": [[A>>B]] [[A>B]] [[A=B]] [[B>A]] [[B>>A]]
    Json,            // "json": an object with explanation, score_a, score_b
};
[[nodiscard]] std::string_view verdictFormName(VerdictForm form);
[[nodiscard]] bool hasScores(VerdictForm form);

// What is sent, with placeholders. A placeholder is {name} of lower-case letters, digits and _;
// every other brace is literal. A and B are the answers as shown, first and second.
//   {question} {answer_a} {answer_b}              of the judged turn, which is the last
//   {question_N} {answer_a_N} {answer_b_N}        of turn N, from 1 on; such a text is for exactly
//                                                 as many turns as the highest N
//   {conversation_a} {conversation_b}             all turns, questions and answers in turn
//   {reference}                                   the reference answers of all turns
//   {ref_answer_N}                                the reference answer of turn N
//   {history}                                     what was said before the first question, the
//                                                 system text included, with a heading and a blank
//                                                 line after it; nothing where there was nothing.
//                                                 Where a text does not name it, it comes first.
struct PromptText {
    std::string system; // may be empty
    std::string user;

    bool operator==(const PromptText&) const = default;
};

struct PromptStyle {
    std::string id;    // "agon-scores"; [a-z0-9-]
    std::string title; // "Agon: two scores"
    int version = 1;   // counted up by whoever changes the texts
    VerdictForm form = VerdictForm::AgonScores;
    PromptText single;                   // one turn
    std::optional<PromptText> multiTurn; // without it, only single turns can be judged
    std::optional<PromptText> reference; // without it, references are left out
    std::optional<PromptText> referenceMultiTurn;
    int maxTokens = 2048;
    double temperature = 0;
    std::string schemaName; // of structured output: "verdict"; may be empty
    std::string schema;     // a JSON schema, compact; empty: free text
    std::string note;       // for a person
    // Of all that shapes the prompt and the reading of its reply; part of the call's key.
    std::uint64_t contentHash = 0;

    bool operator==(const PromptStyle&) const = default;
};

// Ids are unique; a file of the user's folder replaces the built-in style of its id. A file that
// cannot be used is left out and told in `problems` (file, what is wrong).
struct PromptStyles {
    std::vector<std::shared_ptr<const PromptStyle>> all; // by title
    std::vector<std::string> problems;

    // The style of this id; "agon-scores" for an empty id; else nullptr.
    [[nodiscard]] std::shared_ptr<const PromptStyle> find(std::string_view id) const;
};
[[nodiscard]] PromptStyles loadPromptStyles(const std::filesystem::path& userFolder = {});

// Hostile bytes. Errors: InvalidInput with the key that is wrong, and the placeholder that is
// unknown, misplaced or missing: every text shows both answers and the question, a text with
// reference the reference.
[[nodiscard]] Result<PromptStyle> readPromptStyle(std::string_view json);
[[nodiscard]] std::string writePromptStyle(const PromptStyle& style);

} // namespace agon
