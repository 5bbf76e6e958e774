#include "core/judge/placeholder.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

namespace agon {
namespace {

constexpr int mostTurns = 999;
constexpr std::string_view nameLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";

struct Named {
    std::string_view name;
    Slot slot;
};
constexpr std::array<Named, 7> whole{{
    {"question", Slot::Question},
    {"answer_a", Slot::AnswerA},
    {"answer_b", Slot::AnswerB},
    {"conversation_a", Slot::ConversationA},
    {"conversation_b", Slot::ConversationB},
    {"reference", Slot::Reference},
    {"history", Slot::History},
}};
constexpr std::array<Named, 4> numbered{{
    {"question_", Slot::Question},
    {"answer_a_", Slot::AnswerA},
    {"answer_b_", Slot::AnswerB},
    {"ref_answer_", Slot::Reference},
}};

// 1 to mostTurns without leading zeros, else 0.
int turnIn(std::string_view text) {
    int turn = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), turn);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '0' ||
        turn < 1 || turn > mostTurns)
        return 0;
    return turn;
}

std::pair<Slot, int> slotOf(std::string_view name) {
    for (const auto& [known, slot] : whole)
        if (name == known)
            return {slot, 0};
    for (const auto& [known, slot] : numbered)
        if (name.starts_with(known))
            if (const int turn = turnIn(name.substr(known.size())); turn > 0)
                return {slot, turn};
    return {Slot::Unknown, 0};
}

} // namespace

std::vector<PromptPiece> promptPieces(std::string_view text) {
    std::vector<PromptPiece> out;
    std::size_t literal = 0; // where the literal piece before `open` begins
    for (std::size_t open = text.find('{'); open != std::string_view::npos;) {
        std::size_t close = text.find_first_not_of(nameLetters, open + 1);
        if (close == std::string_view::npos)
            break;
        if (text[close] != '}' || close == open + 1) {
            open = text.find('{', close);
            continue;
        }
        if (open > literal)
            out.push_back({Slot::Literal, 0, text.substr(literal, open - literal)});
        const auto [slot, turn] = slotOf(text.substr(open + 1, close - open - 1));
        ++close;
        out.push_back({slot, turn, text.substr(open, close - open)});
        literal = close;
        open = text.find('{', close);
    }
    if (literal < text.size())
        out.push_back({Slot::Literal, 0, text.substr(literal)});
    return out;
}

} // namespace agon
