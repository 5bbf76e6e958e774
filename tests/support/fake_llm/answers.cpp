#include "tests/support/fake_llm/answers.h"

#include "tests/support/fake_llm/chance.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace fake {
namespace {

constexpr std::array<std::string_view, 24> sentences{
    "A sound answer begins with what is asked and leaves out what is not.",
    "There are two cases, and the second one is where most attempts fail.",
    "The measure that matters here is how often it holds, not how loudly it is said.",
    "Start with the smallest example that still shows the difficulty.",
    "Nothing in the question rules that out, so it has to be considered.",
    "In practice the first step takes longer than all the others together.",
    "One could object that the premise is doubtful; it still leads to the same result.",
    "The numbers add up only when the last row is counted once.",
    "Compare both ways before choosing, because the cheaper one is easy to undo.",
    "This is true for every value above zero and for no other.",
    "It follows that the order of the steps makes no difference.",
    "A short list helps: what is known, what is wanted, what stands between them.",
    "The simplest tool that does the work is usually the right one.",
    "Check the result by going backwards from it.",
    "That leaves one open point, which depends on what the reader needs.",
    "Where the text is silent, a careful guess should be marked as a guess.",
    "The same idea works for larger inputs with a little more patience.",
    "Keep a copy of the original, since the change cannot be taken back.",
    "Two sources agree on this and a third one does not mention it.",
    "If the rule is applied twice, the effect is the same as applying it once.",
    "It helps to name the unit of every number that is written down.",
    "The exception proves useful: it shows where the rule ends.",
    "A reader in a hurry can stop after the first paragraph.",
    "So the answer is yes, with the condition that was named above.",
};

void appendSentence(std::string& out, std::uint64_t hash, std::uint64_t number) {
    if (!out.empty())
        out += number % 4 == 0 ? "\n\n" : " ";
    out += sentences[mixed(hash, number) % sentences.size()];
}

} // namespace

double strengthOf(std::string_view model) {
    const std::size_t dash = model.rfind('-');
    int number = 0;
    if (dash != std::string_view::npos) {
        const std::string_view digits = model.substr(dash + 1);
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc() && end == digits.data() + digits.size())
            return std::clamp((number - 800) / 800.0, 0.0, 1.0);
    }
    return share(hashOf(model));
}

std::string fighterText(const ChatAsk& ask, std::size_t bytes) {
    const std::uint64_t hash =
        mixed(hashOf(ask.lastUser, hashOf(ask.model)), static_cast<std::uint64_t>(ask.seed));
    std::string out;
    if (bytes > 0) {
        out.reserve(bytes + 100);
        for (std::uint64_t i = 0; out.size() < bytes; ++i)
            appendSentence(out, hash, i);
        out.resize(bytes);
        return out;
    }
    const double luck = 4 * (share(mixed(hash, 1000)) - 0.5);
    const auto count =
        static_cast<std::uint64_t>(std::lround(4 + 10 * strengthOf(ask.model) + luck));
    for (std::uint64_t i = 0; i < count; ++i)
        appendSentence(out, hash, i);
    return out;
}

double qualityOf(std::string_view answer) {
    return std::log(1 + static_cast<double>(answer.size())) + 0.3 * share(hashOf(answer));
}

} // namespace fake
