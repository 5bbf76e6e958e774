#include "core/judge/parse_verdict.h"

#include "core/judge/json_verdict.h"
#include "core/judge/marked_text.h"
#include "core/judge/score_verdict.h"
#include "core/judge/verdict_scan.h"
#include "core/text/ascii.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace agon {
namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view repeatsOnly =
    "the reply repeats a verdict of an answer and gives none of its own";
constexpr std::string_view cutBefore = "the reply was cut at the token limit before its verdict";

// The verdicts of a reply that are not quoted, and whether a shown text says the same.
class Candidates {
  public:
    Candidates(VerdictForm form, std::string_view reply,
               std::span<const std::string_view> shownTexts)
        : m_reply(reply)
        , m_own(saidVerdicts(form, reply)) {
        if (m_own.empty())
            return;
        for (const std::string_view text : shownTexts)
            for (const SaidVerdict& said : saidVerdicts(form, text))
                m_shown.push_back(said.says);
        std::sort(m_shown.begin(), m_shown.end());
        if (m_shown.empty())
            return;
        const std::vector<bool> marked = markedText(reply);
        const std::size_t all = m_own.size();
        std::erase_if(m_own, [&](const SaidVerdict& said) {
            return isMarked(marked, said) && isShown(said);
        });
        m_quoted = m_own.size() < all;
    }

    [[nodiscard]] const std::vector<SaidVerdict>& all() const { return m_own; }
    [[nodiscard]] bool quoted() const { return m_quoted; } // there were quoted ones
    [[nodiscard]] bool isShown(const SaidVerdict& said) const {
        return std::binary_search(m_shown.begin(), m_shown.end(), said.says);
    }

  private:
    [[nodiscard]] bool isMarked(const std::vector<bool>& marked, const SaidVerdict& said) const {
        const bool apostrophes = said.from > 0 && said.to < m_reply.size() &&
                                 m_reply[said.from - 1] == '\'' && m_reply[said.to] == '\'';
        return marked[said.from] || apostrophes;
    }

    std::string_view m_reply;
    std::vector<SaidVerdict> m_own;
    std::vector<std::pair<double, double>> m_shown; // ascending
    bool m_quoted = false;
};

bool isBlank(std::string_view text) {
    return trimmed(text).empty();
}

// The reply without the lines of the verdict.
std::string withoutLines(std::string_view reply, std::size_t from, std::size_t to) {
    const std::size_t lineStart = from == 0 ? npos : reply.rfind('\n', from - 1);
    const std::string_view before = reply.substr(0, lineStart == npos ? 0 : lineStart);
    const std::string_view behind = reply.substr(std::min(reply.find('\n', to), reply.size()));
    return std::string(trimmed(std::string(before) + std::string(behind)));
}

const SaidVerdict* chooseInBrackets(const Candidates& candidates, std::string_view reply,
                                    bool cut) {
    const auto& all = candidates.all();
    if (all.empty())
        return nullptr;
    const SaidVerdict& last = all.back();
    if (cut) {
        const bool atEnd = trimmed(reply.substr(last.to)).find_first_not_of("*_`.\"") == npos;
        return atEnd && onOwnLine(reply, last) && !candidates.isShown(last) ? &last : nullptr;
    }
    if (!candidates.isShown(last) || onOwnLine(reply, last))
        return &last;
    const auto own = std::find_if(all.rbegin(), all.rend(),
                                  [&](const SaidVerdict& said) { return onOwnLine(reply, said); });
    return own == all.rend() ? &last : &*own;
}

ParsedVerdict parseBrackets(VerdictForm form, const Candidates& candidates, std::string_view reply,
                            bool cut) {
    ParsedVerdict out;
    const SaidVerdict* chosen = chooseInBrackets(candidates, reply, cut);
    if (chosen == nullptr) {
        out.problem = cut                   ? cutBefore
                      : candidates.quoted() ? repeatsOnly
                                            : "the reply names no verdict";
        out.explanation = trimmed(reply);
        return out;
    }
    out.explanation = onOwnLine(reply, *chosen) ? withoutLines(reply, chosen->from, chosen->to)
                                                : std::string(trimmed(reply));
    const auto [first, second] = chosen->says;
    if (form == VerdictForm::FastChatScores)
        judgeByScores(out, {"the first score", first}, {"the second score", second});
    else
        out.verdict = first > 0 ? Verdict::A : first < 0 ? Verdict::B : Verdict::Tie;
    return out;
}

bool isScoreB(const SaidVerdict& said) {
    return said.says.first > 0;
}

struct ScoreLines {
    const SaidVerdict* a = nullptr;
    const SaidVerdict* b = nullptr;
    bool together = false;

    void add(const SaidVerdict& said) { (isScoreB(said) ? b : a) = &said; }
};

// Nothing but white space and emphasis between them.
bool standTogether(std::string_view reply, const SaidVerdict& one, const SaidVerdict& next) {
    return isScoreB(one) != isScoreB(next) &&
           reply.substr(one.to, next.from - one.to).find_first_not_of(" \t\r\n*_#>`\"-|,.;!") ==
               npos;
}

// The last two that stand together. A lone line behind them changes nothing, both of them do.
ScoreLines chooseLines(const std::vector<SaidVerdict>& all, std::string_view reply) {
    ScoreLines last;
    ScoreLines pair;
    ScoreLines behind;
    pair.together = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        last.add(all[i]);
        behind.add(all[i]);
        if (i + 1 < all.size() && standTogether(reply, all[i], all[i + 1])) {
            pair.add(all[i]);
            pair.add(all[++i]);
            last.add(all[i]);
            behind = {};
        }
    }
    const bool bothBehind = behind.a != nullptr && behind.b != nullptr;
    return pair.a == nullptr || bothBehind ? last : pair;
}

ParsedVerdict parseLines(const Candidates& candidates, std::string_view reply, bool cut) {
    ParsedVerdict out;
    const ScoreLines lines = chooseLines(candidates.all(), reply);
    out.explanation = trimmed(reply);
    if (lines.a == nullptr || lines.b == nullptr) {
        if (cut)
            out.problem = cutBefore;
        else if (lines.a != nullptr)
            out.problem = "the reply ends before Score-B";
        else if (lines.b != nullptr)
            out.problem = "the reply has no Score-A";
        else
            out.problem = candidates.quoted() ? repeatsOnly : "the reply names no scores";
        return out;
    }
    const std::size_t from = std::min(lines.a->from, lines.b->from);
    const std::size_t to = std::max(lines.a->to, lines.b->to);
    const std::string_view behind = reply.substr(to);
    if (cut && (!lines.together || candidates.isShown(*lines.a) || candidates.isShown(*lines.b) ||
                !isBlank(behind) || behind.find('\n') == npos)) {
        out.problem = cutBefore;
        return out;
    }
    if (lines.together)
        out.explanation = withoutLines(reply, from, to);
    judgeByScores(out, {"Score-A", lines.a->says.second}, {"Score-B", lines.b->says.second});
    return out;
}

ParsedVerdict invalid(std::string_view problem, std::string_view reply) {
    ParsedVerdict out;
    out.problem = problem;
    out.explanation = trimmed(reply);
    return out;
}

} // namespace

ParsedVerdict parseVerdict(VerdictForm form, std::string_view reply, Finish finish,
                           std::span<const std::string_view> shownTexts) {
    const bool cut = finish == Finish::Length;
    if (finish == Finish::Filtered)
        return invalid("the judge's server withheld the reply (content filter)", reply);
    if (finish == Finish::Refused)
        return invalid("the judge declined to answer", reply);
    if (isBlank(reply))
        return invalid(cut ? "the token limit was reached before the judge said anything"
                           : "the reply is empty",
                       reply);
    if (form == VerdictForm::Json)
        return parseJsonVerdict(reply, cut, shownTexts);
    const Candidates candidates(form, reply, shownTexts);
    return form == VerdictForm::AgonScores ? parseLines(candidates, reply, cut)
                                           : parseBrackets(form, candidates, reply, cut);
}

} // namespace agon
