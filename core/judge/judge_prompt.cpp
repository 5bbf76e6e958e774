#include "core/judge/judge_prompt.h"

#include "core/judge/fence.h"
#include "core/judge/placeholder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace agon {
namespace {

// The texts of one game as they are shown, and how each is written into a prompt.
class Filler {
  public:
    Filler(const JudgeInput& input, Order shown)
        : m_input(input)
        , m_first(shown == Order::AB ? input.answersA : input.answersB)
        , m_second(shown == Order::AB ? input.answersB : input.answersA) {
        std::vector<std::string_view> texts{input.system};
        for (const Exchange& exchange : input.history)
            texts.insert(texts.end(), {exchange.user, exchange.assistant});
        for (const auto& list : {input.questions, input.answersA, input.answersB, input.references})
            texts.insert(texts.end(), list.begin(), list.end());
        m_boundary = boundaryFor(texts);
    }

    [[nodiscard]] const std::string& boundary() const { return m_boundary; }

    // Requires turns that the input has.
    void append(std::string& out, const PromptPiece& piece) const {
        const std::size_t turn = piece.turn > 0 ? static_cast<std::size_t>(piece.turn) - 1
                                                : m_input.questions.size() - 1;
        switch (piece.slot) {
        case Slot::Literal:
        case Slot::Unknown:
            out += piece.text;
            break;
        case Slot::Question:
            fenced(out, "question", turn, m_input.questions[turn]);
            break;
        case Slot::AnswerA:
            fenced(out, "answer A", turn, m_first[turn]);
            break;
        case Slot::AnswerB:
            fenced(out, "answer B", turn, m_second[turn]);
            break;
        case Slot::ConversationA:
            conversation(out, "answer A", m_first);
            break;
        case Slot::ConversationB:
            conversation(out, "answer B", m_second);
            break;
        case Slot::Reference:
            if (piece.turn > 0)
                fenced(out, "reference answer", turn, m_input.references[turn]);
            else
                references(out);
            break;
        case Slot::History:
            history(out);
            break;
        }
    }

    void history(std::string& out) const {
        if (!m_input.system.empty()) {
            out += "The assistants were set up with this text:\n";
            appendFenced(out, m_boundary, "system text", m_input.system);
            out += "\n\n";
        }
        if (m_input.history.empty())
            return;
        out += "This had been said before; it is the same for both and not to be judged:\n";
        for (const Exchange& exchange : m_input.history) {
            appendFenced(out, m_boundary, "user", exchange.user);
            out += '\n';
            appendFenced(out, m_boundary, "assistant", exchange.assistant);
            out += '\n';
        }
        out += '\n';
    }

  private:
    void fenced(std::string& out, std::string_view what, std::size_t turn,
                std::string_view text) const {
        appendFenced(out, m_boundary,
                     m_input.questions.size() == 1 ? std::string(what)
                                                   : fmt::format("{}, turn {}", what, turn + 1),
                     text);
    }

    void conversation(std::string& out, std::string_view who,
                      std::span<const std::string> answers) const {
        for (std::size_t turn = 0; turn < answers.size(); ++turn) {
            if (turn > 0)
                out += '\n';
            fenced(out, "question", turn, m_input.questions[turn]);
            out += '\n';
            fenced(out, who, turn, answers[turn]);
        }
    }

    // A turn without a reference is left out.
    void references(std::string& out) const {
        bool first = true;
        for (std::size_t turn = 0; turn < m_input.references.size(); ++turn) {
            if (m_input.references[turn].empty())
                continue;
            if (!first)
                out += '\n';
            first = false;
            fenced(out, "reference answer", turn, m_input.references[turn]);
        }
    }

    const JudgeInput& m_input;
    std::span<const std::string> m_first;
    std::span<const std::string> m_second;
    std::string m_boundary;
};

Result<void> check(const JudgeInput& input) {
    if (input.questions.empty())
        return fail(ErrorCode::InvalidInput, "there is no question to judge answers to");
    const std::size_t turns = input.questions.size();
    if (input.answersA.size() != turns || input.answersB.size() != turns)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{} questions, but {} and {} answers", turns, input.answersA.size(),
                                input.answersB.size()));
    if (!input.references.empty() && input.references.size() != turns)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{} questions, but {} references", turns, input.references.size()));
    return {};
}

// The style's text for so many turns, with or without references.
Result<const PromptText*> textFor(const PromptStyle& style, const JudgeInput& input) {
    const bool reference = std::any_of(input.references.begin(), input.references.end(),
                                       [](const std::string& text) { return !text.empty(); });
    const bool multiTurn = input.questions.size() > 1;
    const auto& guided = multiTurn ? style.referenceMultiTurn : style.reference;
    if (reference && guided)
        return &*guided;
    if (!multiTurn)
        return &style.single;
    if (!style.multiTurn)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the judge style {} has no text for several turns", style.id));
    return &*style.multiTurn;
}

Result<void> checkTurns(const PromptStyle& style, const std::vector<PromptPiece>& pieces,
                        std::size_t turns) {
    int highest = 0;
    for (const PromptPiece& piece : pieces)
        highest = std::max(highest, piece.turn);
    if (highest > 0 && static_cast<std::size_t>(highest) != turns)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the judge style {} names turn {}, but {} were taken; "
                                "{{conversation_a}} and {{conversation_b}} show any number",
                                style.id, highest, turns));
    return {};
}

} // namespace

Result<JudgePrompt> fillPrompt(const PromptStyle& style, const JudgeInput& input, Order shown) {
    TRY(check(input));
    const PromptText& text = *TRY(textFor(style, input));
    std::vector<PromptPiece> system = promptPieces(text.system);
    std::vector<PromptPiece> user = promptPieces(text.user);
    std::vector<PromptPiece> both = system;
    both.insert(both.end(), user.begin(), user.end());
    TRY(checkTurns(style, both, input.questions.size()));

    const Filler filler(input, shown);
    JudgePrompt out;
    out.schemaName = style.schemaName;
    out.schema = style.schema;
    out.boundary = filler.boundary();
    std::string systemText;
    for (const PromptPiece& piece : system)
        filler.append(systemText, piece);
    if (!systemText.empty())
        systemText += "\n\n";
    systemText += fenceNotice(out.boundary);
    std::string userText;
    if (std::none_of(both.begin(), both.end(),
                     [](const PromptPiece& piece) { return piece.slot == Slot::History; }))
        filler.history(userText);
    for (const PromptPiece& piece : user)
        filler.append(userText, piece);
    out.messages.push_back({ChatRole::System, std::move(systemText)});
    out.messages.push_back({ChatRole::User, std::move(userText)});
    return out;
}

std::string asText(const JudgePrompt& prompt) {
    std::string out;
    for (const ChatMessage& message : prompt.messages) {
        if (!out.empty())
            out += "\n\n";
        out += message.role == ChatRole::System ? "[system]\n"
               : message.role == ChatRole::User ? "[user]\n"
                                                : "[assistant]\n";
        out += message.text;
    }
    return out;
}

} // namespace agon
