#include "core/simulation/verdict_text.h"

#include "core/simulation/task_builders.h"

#include <fmt/format.h>

#include <array>

namespace agon::simulation {
namespace {

const Finding* find(const Answer& answer, bool good, const Finding* except = nullptr) {
    for (const Finding& finding : answer.findings)
        if (finding.good == good && &finding != except)
            return &finding;
    return nullptr;
}

std::string praise(std::string_view who, const Finding& finding) {
    if (finding.quote.empty())
        return fmt::format("Answer {} {}", who, finding.remark);
    return fmt::format("Answer {} {} (“{}”)", who, finding.remark, finding.quote);
}

std::string blame(std::string_view who, const Finding& finding) {
    if (finding.error)
        return fmt::format("Answer {} errs with “{}”: {}", who, finding.quote, finding.remark);
    return praise(who, finding);
}

std::string describe(std::string_view who, const Answer& answer, bool favoured, Random& random) {
    const Finding* good = find(answer, true);
    const Finding* bad = find(answer, false);
    if (favoured) {
        if (good == nullptr)
            return blame(who, *bad) + ", but it is easy to read";
        const Finding* more = find(answer, true, good);
        std::string out = praise(who, *good);
        if (more != nullptr)
            out += more->quote.empty() || random.below(2) == 0
                       ? fmt::format(" and {}", more->remark)
                       : fmt::format(" and {}, see “{}”", more->remark, more->quote);
        if (bad != nullptr && more == nullptr && bad->quote.empty())
            out += fmt::format(", although it {}", bad->remark);
        return out;
    }
    if (bad == nullptr) {
        constexpr std::array<std::string_view, 3> thin{"but says little beyond that",
                                                       "but reads less fluently",
                                                       "but explains less of the way there"};
        return fmt::format("{}, {}", praise(who, *good), oneOf(thin, random));
    }
    std::string out = blame(who, *bad);
    if (const Finding* more = find(answer, false, bad); more != nullptr && !more->error)
        out += fmt::format("; it also {}", more->remark);
    return out;
}

} // namespace

std::string explain(const ShownAnswer& first, const ShownAnswer& second, Random& random) {
    const int gap = first.score - second.score;
    const std::string one = describe("A", first.answer, gap >= 0, random);
    const std::string two = describe("B", second.answer, gap <= 0, random);
    constexpr std::array<std::string_view, 3> even{
        "Neither is clearly ahead.", "In sum they are worth the same to a reader.",
        "The differences are of style; I see no winner."};
    constexpr std::array<std::string_view, 3> close{"{} is slightly ahead.",
                                                    "By a small margin I prefer {}.",
                                                    "The difference is small, in favour of {}."};
    constexpr std::array<std::string_view, 3> clear{"{} is clearly more accurate and complete.",
                                                    "{} serves the reader much better.",
                                                    "That decides it for {}."};
    const std::string_view winner = gap > 0 ? "Answer A" : "Answer B";
    const std::string sum =
        gap == 0 ? std::string(oneOf(even, random))
                 : fmt::format(fmt::runtime(gap == 1 || gap == -1 ? oneOf(close, random)
                                                                  : oneOf(clear, random)),
                               winner);
    return fmt::format("{}. {}. {}", one, two, sum);
}

std::string reply(std::string_view explanation, int scoreFirst, int scoreSecond) {
    return fmt::format("{}\n\nScore-A: {}\nScore-B: {}", explanation, scoreFirst, scoreSecond);
}

UnreadableReply unreadableReply(std::string_view explanation, Random& random) {
    switch (random.below(4)) {
    case 0:
        return {fmt::format("{}\n\nI would rather not put numbers on this.", explanation),
                "the reply names no scores"};
    case 1:
        return {fmt::format("{}\n\nScore-A: 7\nScore-B:", explanation),
                "the reply ends before Score-B"};
    case 2:
        return {fmt::format("{}\n\nScore-A: 11\nScore-B: 8", explanation),
                "Score-A is 11; scores go from 1 to 10"};
    default:
        return {std::string(explanation.substr(0, explanation.find(". ") + 1)),
                "the reply breaks off before the scores"};
    }
}

std::string promptFor(std::span<const std::string> questions, std::span<const std::string> first,
                      std::span<const std::string> second) {
    std::string out = "You compare two answers to the same instruction. Judge coherence, factual "
                      "accuracy, awareness of "
                      "the context and overall quality. Do not let the order or the length of the "
                      "answers influence "
                      "you. Explain your judgement first, then end with two lines, “Score-A: n” "
                      "and “Score-B: n”, each "
                      "from 1 to 10.\n";
    const auto conversation = [&](std::string_view who, std::span<const std::string> answers) {
        out += fmt::format("\n[Answer {}]\n", who);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers.size() > 1)
                out += fmt::format("(turn {})\n", i + 1);
            out += answers[i] + "\n";
        }
        out += fmt::format("[End of answer {}]\n", who);
    };
    out += "\n[Instruction]\n";
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (questions.size() > 1)
            out += fmt::format("(turn {})\n", i + 1);
        out += questions[i] + "\n";
    }
    out += "[End of instruction]\n";
    conversation("A", first);
    conversation("B", second);
    if (questions.size() > 1)
        out +=
            fmt::format("\nJudge turn {} only; the earlier turns are context.\n", questions.size());
    return out;
}

} // namespace agon::simulation
