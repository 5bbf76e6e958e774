// What a unit would ask, for estimates.
#include "core/arena/unit.h"
#include "core/judge/judge_prompt.h"

#include <algorithm>
#include <array>
#include <utility>

namespace agon {

Result<std::vector<PlannedCall>> Unit::outstanding() const {
    std::vector<PlannedCall> out;
    std::int64_t given = static_cast<std::int64_t>(m_instruction.system.size());
    for (const Exchange& exchange : m_instruction.history)
        given += static_cast<std::int64_t>(exchange.user.size() + exchange.assistant.size());
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const Answer& answer = m_answers[i];
        if (answer.state != State::Ready)
            continue;
        PlannedCall call;
        call.who = i;
        call.bytes = given;
        call.messages = 1 + 2 * static_cast<std::int64_t>(m_instruction.history.size());
        for (std::size_t turn = 0; turn < m_instruction.turns.size(); ++turn) {
            call.bytes += static_cast<std::int64_t>(m_instruction.turns[turn].size());
            call.messages += 2;
            if (turn >= answer.turns.size()) {
                out.push_back(call);
                call.unknown.push_back(i);
            } else {
                call.bytes += static_cast<std::int64_t>(answer.turns[turn].size());
            }
        }
    }
    for (const Duel& duel : m_duels)
        TRY(addOutstanding(duel, out));
    return out;
}

// Both orders of a judge are of one size.
Result<void> Unit::addOutstanding(const Duel& duel, std::vector<PlannedCall>& out) const {
    std::optional<PlannedCall> sized;
    std::size_t sizedJudge = 0;
    for (const PlayedBy& game : duel.games) {
        if (game.state != State::Ready && game.state != State::Waiting)
            continue;
        if (sized && sizedJudge == game.judge) {
            ++sized->times;
            continue;
        }
        if (sized)
            out.push_back(std::move(*sized));
        sized = PlannedCall{CallPurpose::Game, game.judge, 0, 0, {}, 1};
        sizedJudge = game.judge;
        std::vector<std::string> texts[2];
        const std::size_t fighters[2] = {duel.pair.a, duel.pair.b};
        for (int side = 0; side < 2; ++side) {
            texts[side] = m_answers[fighters[side]].turns;
            for (auto turn = texts[side].size(); turn < static_cast<std::size_t>(duel.turn); ++turn)
                sized->unknown.push_back(fighters[side]);
            texts[side].resize(static_cast<std::size_t>(duel.turn));
        }
        const JudgePrompt prompt = TRY(fillPrompt(*m_cast->judges[game.judge].style,
                                                  inputOf(duel, texts[0], texts[1]), Order::AB));
        sized->messages = static_cast<std::int64_t>(prompt.messages.size());
        sized->bytes = static_cast<std::int64_t>(prompt.schema.size());
        for (const ChatMessage& message : prompt.messages)
            sized->bytes += static_cast<std::int64_t>(message.text.size());
    }
    if (sized)
        out.push_back(std::move(*sized));
    return {};
}

std::int64_t Unit::newBattles() const {
    return std::count_if(m_duels.begin(), m_duels.end(), [&](const Duel& duel) {
        const auto comes = [&](std::size_t fighter) {
            const Answer& answer = m_answers[fighter];
            return answer.state != State::Failed ||
                   answer.turns.size() >= static_cast<std::size_t>(duel.turn);
        };
        return !duel.opened && comes(duel.pair.a) && comes(duel.pair.b);
    });
}

} // namespace agon
