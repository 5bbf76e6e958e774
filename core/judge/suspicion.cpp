#include "core/judge/suspicion.h"

#include "core/base/hash.h"
#include "core/judge/fence.h"
#include "core/judge/placeholder.h"
#include "core/text/ascii.h"
#include "core/text/judge_syntax.h"
#include "core/text/marks.h"

#include <algorithm>
#include <tuple>

namespace agon {
namespace {

bool holdsFenceLine(std::string_view text) {
    // Most texts have no such word; its lines need not be looked at.
    constexpr std::string_view word = "----- agon-";
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + word.size())) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (fenceLine(text.substr(at, end - at)) != FenceLine::None)
            return true;
    }
    return false;
}

// One placeholder may turn up in an honest answer about prompts; both answers' hardly do.
bool holdsTemplate(std::string_view text) {
    if (text.find("{answer_") == std::string_view::npos &&
        text.find("{conversation_") == std::string_view::npos)
        return false;
    bool a = false;
    bool b = false;
    for (const PromptPiece& piece : promptPieces(text)) {
        a = a || piece.slot == Slot::AnswerA || piece.slot == Slot::ConversationA;
        b = b || piece.slot == Slot::AnswerB || piece.slot == Slot::ConversationB;
    }
    return a && b;
}

} // namespace

std::uint64_t answerHash(std::string_view answer) {
    return hashBytes(trimmed(answer));
}

std::vector<SameAnswer> sameAnswers(std::span<const AnswerFact> facts) {
    std::vector<AnswerFact> sorted(facts.begin(), facts.end());
    std::sort(sorted.begin(), sorted.end(), [](const AnswerFact& a, const AnswerFact& b) {
        return std::tie(a.model, a.instruction, a.answer) <
               std::tie(b.model, b.instruction, b.answer);
    });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());

    std::vector<SameAnswer> out;
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto to = std::find_if(
            from, sorted.end(), [&](const AnswerFact& fact) { return fact.model != from->model; });
        SameAnswer found;
        found.model = from->model;
        for (auto fact = from; fact != to; ++fact)
            if (fact == from || fact->instruction != (fact - 1)->instruction)
                ++found.instructions;
        std::sort(from, to, [](const AnswerFact& a, const AnswerFact& b) {
            return std::tie(a.answer, a.instruction) < std::tie(b.answer, b.instruction);
        });
        for (auto run = from; run != to;) {
            const auto runEnd = std::find_if(
                run, to, [&](const AnswerFact& fact) { return fact.answer != run->answer; });
            const auto length = static_cast<std::size_t>(runEnd - run);
            if (length > found.same) {
                found.same = length;
                found.answer = run->answer;
            }
            run = runEnd;
        }
        if (found.instructions >= sameAnswerLeast &&
            static_cast<double>(found.same) >=
                sameAnswerShare * static_cast<double>(found.instructions))
            out.push_back(found);
        from = to;
    }
    return out;
}

std::uint32_t suspicionMarks(std::string_view answer) {
    return findJudgeSyntax(answer) || holdsFenceLine(answer) || holdsTemplate(answer)
               ? marks::judgeSyntax
               : 0;
}

} // namespace agon
