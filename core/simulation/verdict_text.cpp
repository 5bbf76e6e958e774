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

// What there is to say about an answer once its decisive point is known to be right.
std::string besides(const Answer& answer, bool favoured, Random& random) {
    constexpr std::array<std::string_view, 4> better{"is pleasant to read", "keeps to the question",
                                                     "is well ordered", "finds the better words"};
    constexpr std::array<std::string_view, 4> worse{
        "says little beyond that", "reads less fluently", "explains less of the way there",
        "leaves the reader to join the pieces"};
    for (const Finding& finding : answer.findings)
        if (&finding != &answer.findings.front() && finding.good == favoured)
            return finding.quote.empty() ? finding.remark
                                         : fmt::format("{} (“{}”)", finding.remark, finding.quote);
    return std::string(favoured ? oneOf(better, random) : oneOf(worse, random));
}

// Who is ahead, and in what: in the matter only if there is something to find in the answers.
std::string conclusion(const ShownAnswer& first, const ShownAnswer& second, Random& random) {
    constexpr std::array<std::string_view, 3> even{
        "Neither is clearly ahead.", "In sum they are worth the same to a reader.",
        "The differences are of style; I see no winner."};
    constexpr std::array<std::string_view, 3> close{"{} is slightly ahead.",
                                                    "By a small margin I prefer {}.",
                                                    "The difference is small, in favour of {}."};
    constexpr std::array<std::string_view, 3> style{"I find {} the more helpful of the two.",
                                                    "{} is easier to follow from start to end.",
                                                    "The tone and order of {} are better."};
    constexpr std::array<std::string_view, 3> matter{"{} is clearly more accurate and complete.",
                                                     "{} serves the reader much better.",
                                                     "That decides it for {}."};
    const int gap = first.score - second.score;
    if (gap == 0)
        return std::string(oneOf(even, random));
    const Answer& loser = gap > 0 ? second.answer : first.answer;
    const auto& words = gap == 1 || gap == -1           ? close
                        : find(loser, false) != nullptr ? matter
                                                        : style;
    return fmt::format(fmt::runtime(oneOf(words, random)), gap > 0 ? "Answer A" : "Answer B");
}

} // namespace

std::string explain(const ShownAnswer& first, const ShownAnswer& second, Random& random) {
    const int gap = first.score - second.score;
    const Finding& one = first.answer.findings.front();
    const Finding& two = second.answer.findings.front();
    std::string out;
    if (one.good && two.good && !one.quote.empty() && one.quote == two.quote)
        out = fmt::format("Both have it right (“{}”). Answer A {}. Answer B {}.", one.quote,
                          besides(first.answer, gap >= 0, random),
                          besides(second.answer, gap <= 0, random));
    else
        out = fmt::format("{}. {}.", describe("A", first.answer, gap >= 0, random),
                          describe("B", second.answer, gap <= 0, random));
    return out + " " + conclusion(first, second, random);
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
    std::string out =
        "Compare two answers to the same instruction: coherence, factual accuracy, awareness of "
        "the "
        "context, overall quality. Neither order nor length may count. Explain, then end with two "
        "lines, “Score-A: n” and “Score-B: n”, each from 1 to 10.\n";
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
