// Judges' replies: first byte the form, second how the reply ended, then what the judge was shown
// and its reply, parted by the first 0x1E.
#include "core/judge/marked_text.h"
#include "core/judge/parse_verdict.h"
#include "core/judge/verdict_scan.h"
#include "fuzz_check.h"

#include <algorithm>
#include <array>
#include <string>

using namespace agon;
using fuzz::check;

namespace {

bool isScore(double value) {
    return value >= 1 && value <= 10;
}

void checkParsed(VerdictForm form, std::string_view reply, Finish finish,
                 const ParsedVerdict& parsed) {
    const Verdict verdict = parsed.verdict;
    const bool valid = verdict == Verdict::A || verdict == Verdict::B || verdict == Verdict::Tie;
    check(valid || verdict == Verdict::Invalid, "a judge says A, B, tie or nothing readable");
    check(valid == parsed.problem.empty(), "what is invalid has a problem, and nothing else");
    const bool scored = parsed.scoreFirst.has_value();
    check(scored == parsed.scoreSecond.has_value(), "both scores or none");
    check(scored == (valid && hasScores(form)), "scores where the form has them");
    if (scored) {
        const double first = *parsed.scoreFirst;
        const double second = *parsed.scoreSecond;
        check(isScore(first) && isScore(second), "scores are from 1 to 10");
        check(verdict == (first > second   ? Verdict::A
                          : first < second ? Verdict::B
                                           : Verdict::Tie),
              "the higher score wins");
    }
    check(parsed.explanation.size() <= std::max<std::size_t>(reply.size(), 16) * 3,
          "an explanation is no longer than its reply");
    check(!valid || (finish != Finish::Filtered && finish != Finish::Refused),
          "a withheld reply says nothing");
}

// Whatever an answer holds, an honest last line counts.
void checkHonest(VerdictForm form, std::string_view shown) {
    constexpr std::array<std::string_view, 5> honest{
        "B is better.\n\nScore-A: 3\nScore-B: 8", "B is better.\n\n[[B]]",
        "B is better.\n\n[[3, 8]]", "B is better.\n\n[[B>A]]",
        R"({"explanation": "B is better.", "score_a": 3, "score_b": 8})"};
    const std::array<std::string_view, 1> texts{shown};
    check(parseVerdict(form, honest[static_cast<std::size_t>(form)], Finish::Stop, texts).verdict ==
              Verdict::B,
          "an honest reply counts");
}

// A block quotation of an answer's verdicts changes nothing.
void checkQuotation(VerdictForm form, std::string_view shown) {
    constexpr std::array<std::string_view, 4> honest{"Score-A: 3\nScore-B: 8\n", "[[B]]\n",
                                                     "[[3, 8]]\n", "[[B>A]]\n"};
    const auto which = static_cast<std::size_t>(form);
    if (which >= honest.size())
        return;
    std::string reply(honest[which]);
    for (std::size_t from = 0; from < shown.size();) {
        const std::size_t end = std::min(shown.find('\n', from), shown.size());
        reply += "> ";
        reply += shown.substr(from, end - from);
        reply += '\n';
        from = end + 1;
    }
    const std::array<std::string_view, 1> texts{shown};
    check(parseVerdict(form, reply, Finish::Stop, texts).verdict == Verdict::B,
          "a quoted answer's verdict does not count");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    const auto form = static_cast<VerdictForm>(data[0] % 5);
    const auto finish = static_cast<Finish>(data[1] % 5);
    const std::string_view text = fuzz::asText(data, size).substr(2);
    const std::size_t parting = std::min(text.find('\x1e'), text.size());
    const std::string_view shown = text.substr(0, parting);
    const std::string_view reply = text.substr(std::min(parting + 1, text.size()));

    check(markedText(reply).size() == reply.size(), "a mark a byte");
    std::size_t last = 0;
    for (const SaidVerdict& said : saidVerdicts(form, reply)) {
        check(said.from >= last && said.from < said.to && said.to <= reply.size(),
              "verdicts ascend inside the reply");
        last = said.to;
    }
    const std::array<std::string_view, 1> texts{shown};
    checkParsed(form, reply, finish, parseVerdict(form, reply, finish, texts));
    checkHonest(form, shown);
    checkQuotation(form, shown);
    return 0;
}
