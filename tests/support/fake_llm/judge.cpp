#include "tests/support/fake_llm/judge.h"

#include "tests/support/fake_llm/answers.h"
#include "tests/support/fake_llm/chance.h"
#include "tests/support/fake_llm/json_skim.h"
#include "tests/support/fake_llm/judge_schema.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fake {
namespace {

char lowered(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

// Of an answer: what stands between the line with `opening` and the line with `closing`, or, for
// marks like <answer_a>, between the two themselves.
std::string_view enclosed(std::string_view prompt, std::string_view lower, std::string_view opening,
                          std::string_view closing) {
    const std::size_t mark = lower.find(opening);
    if (mark == std::string_view::npos)
        return {};
    const bool tag = opening.starts_with('<');
    const std::size_t begin =
        tag ? mark + opening.size() - 1 : std::min(prompt.find('\n', mark), prompt.size() - 1);
    std::size_t end = lower.find(closing, begin);
    if (end == std::string_view::npos)
        return {};
    if (!tag)
        end = std::max(begin, prompt.rfind('\n', end));
    return prompt.substr(begin + 1, end > begin ? end - begin - 1 : 0);
}

// Between Agon's own boundary lines: "----- agon-0123456789abcdef answer A …-----". Of several
// turns the last.
std::string_view fenced(std::string_view prompt, std::string_view side) {
    constexpr std::string_view dashes = "----- agon-";
    std::string_view out;
    for (std::size_t at = prompt.find(dashes); at != std::string_view::npos;
         at = prompt.find(dashes, at + 1)) {
        const std::size_t end = std::min(prompt.find('\n', at), prompt.size());
        const std::size_t word = prompt.find(' ', at + dashes.size());
        if (word >= end || prompt.substr(word + 1, side.size()) != side)
            continue;
        const std::size_t begin = std::min(end + 1, prompt.size());
        const std::size_t close = std::min(prompt.find(dashes, begin), prompt.size());
        out = prompt.substr(begin, close - begin);
    }
    return out;
}

bool asksForPair(std::string_view text) {
    for (std::size_t at = text.find("[["); at != std::string_view::npos;
         at = text.find("[[", at + 2)) {
        const std::size_t end = text.find("]]", at);
        const std::string_view inner =
            end == std::string_view::npos ? "" : text.substr(at + 2, end - at - 2);
        if (inner.size() < 32 && inner.find(',') != std::string_view::npos &&
            inner.find_first_of("0123456789rs") != std::string_view::npos)
            return true;
    }
    return false;
}

Verdict verdictOf(const JudgedPair& pair, const ChatAsk& ask, const JudgeHabits& habits) {
    Verdict out;
    const std::uint64_t inEitherOrder = hashOf(pair.a) ^ hashOf(pair.b);
    const std::uint64_t luck = mixed(inEitherOrder, 7);
    out.preference =
        pair.a == pair.b || share(luck) < habits.tie ? 0 : qualityOf(pair.a) - qualityOf(pair.b);
    if (share(mixed(ask.bodyHash, 11)) < habits.flip)
        out.preference = -out.preference;
    const int better = 6 + static_cast<int>(luck % 4);
    const int worse = better - 1 - static_cast<int>(luck / 4 % 4);
    out.scoreA = out.preference < 0 ? worse : better;
    out.scoreB = out.preference > 0 ? worse : better;
    return out;
}

std::string label(const Verdict& verdict) {
    return verdict.preference > 0 ? "[[A]]" : verdict.preference < 0 ? "[[B]]" : "[[C]]";
}

std::string fiveLabel(const Verdict& verdict) {
    constexpr double clearly = 0.3;
    if (verdict.preference == 0)
        return "[[A=B]]";
    const bool much = std::abs(verdict.preference) > clearly;
    if (verdict.preference > 0)
        return much ? "[[A>>B]]" : "[[A>B]]";
    return much ? "[[B>>A]]" : "[[B>A]]";
}

std::string explanation(const Verdict& verdict) {
    if (verdict.preference == 0)
        return "Both answers say the same with the same care; neither is ahead.";
    return std::string("Both answers stay with the question. Answer ") +
           (verdict.preference > 0 ? "A" : "B") +
           " covers more of it and names its conditions, which the other leaves out.";
}

} // namespace

JudgedPair judgedPair(std::string_view prompt) {
    using Marks = std::array<std::string_view, 4>;
    static constexpr std::array marks{
        Marks{"start of assistant a", "end of assistant a", "start of assistant b",
              "end of assistant b"},
        Marks{"start of answer a", "end of answer a", "start of answer b", "end of answer b"},
        Marks{"start of response a", "end of response a", "start of response b",
              "end of response b"},
        Marks{"begin of answer a", "end of answer a", "begin of answer b", "end of answer b"},
        Marks{"<answer_a>", "</answer_a>", "<answer_b>", "</answer_b>"},
        Marks{"<response_a>", "</response_a>", "<response_b>", "</response_b>"},
    };
    if (const std::string_view own = fenced(prompt, "answer A"); own.data() != nullptr)
        if (const std::string_view other = fenced(prompt, "answer B"); other.data() != nullptr)
            return {own, other};
    std::string lower(prompt);
    std::transform(lower.begin(), lower.end(), lower.begin(), lowered);
    for (const Marks& four : marks) {
        const std::string_view a = enclosed(prompt, lower, four[0], four[1]);
        if (a.data() == nullptr)
            continue;
        // Behind the first answer, which may hold the marks of the second.
        const auto behind = static_cast<std::size_t>(a.data() - prompt.data()) + a.size();
        const std::string_view b = enclosed(
            prompt.substr(behind), std::string_view(lower).substr(behind), four[2], four[3]);
        if (b.data() != nullptr)
            return {a, b};
    }
    return {};
}

VerdictForm verdictForm(const ChatAsk& ask, std::string_view prompt, const JudgedPair& pair) {
    if (!ask.schema.empty())
        return VerdictForm::Schema;
    // The head of the body holds the system message.
    std::string outside(ask.body.substr(
        0, static_cast<std::size_t>(
               ask.lastUser.data() != nullptr ? ask.lastUser.data() - ask.body.data() : 0)));
    if (pair.a.data() == nullptr) {
        outside += prompt;
    } else {
        const auto beginA = static_cast<std::size_t>(pair.a.data() - prompt.data());
        const auto endA = beginA + pair.a.size();
        const auto beginB = static_cast<std::size_t>(pair.b.data() - prompt.data());
        outside += prompt.substr(0, beginA);
        outside += prompt.substr(endA, beginB - endA);
        outside += prompt.substr(beginB + pair.b.size());
    }
    const auto asks = [&](std::string_view what) {
        return outside.find(what) != std::string::npos;
    };
    if (asks("Score-A"))
        return VerdictForm::ScoreLines;
    if (asks("[[A>>B]]"))
        return VerdictForm::FiveLabels;
    if (asksForPair(outside))
        return VerdictForm::Pair;
    if (asks("[[A]]"))
        return VerdictForm::Label;
    return asks("[[rating]]") ? VerdictForm::Rating : VerdictForm::None;
}

std::string noVerdictText() {
    return "The two answers differ in what they stress, and a decision between them would need to "
           "know more about the reader.";
}

std::string judgeText(const ChatAsk& ask, const JudgeHabits& habits) {
    if (share(mixed(ask.bodyHash, 13)) < habits.noVerdict)
        return noVerdictText();
    const std::string prompt = unescaped(ask.lastUser);
    const JudgedPair pair = judgedPair(prompt);
    const Verdict verdict = verdictOf(pair, ask, habits);
    const std::string why = explanation(verdict);
    switch (verdictForm(ask, prompt, pair)) {
    case VerdictForm::Schema:
        return verdictObject(ask.schema, verdict, why);
    case VerdictForm::ScoreLines:
        return why + "\n\nScore-A: " + std::to_string(verdict.scoreA) +
               "\nScore-B: " + std::to_string(verdict.scoreB);
    case VerdictForm::FiveLabels:
        return why + "\n\nMy final verdict is: " + fiveLabel(verdict);
    case VerdictForm::Pair:
        return why + "\n\n[[" + std::to_string(verdict.scoreA) + ", " +
               std::to_string(verdict.scoreB) + "]]";
    case VerdictForm::Label:
        return why + "\n\n" + label(verdict);
    case VerdictForm::Rating:
        return why + "\n\nRating: [[" + std::to_string(verdict.scoreA) + "]]";
    case VerdictForm::None:
        return fighterText(ask, 0);
    }
    return {};
}

} // namespace fake
