#include "ui/arena/style_shelf.h"

#include "core/base/small_file.h"
#include "core/judge/judge_prompt.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace agon::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StyleShelf)
};

} // namespace

StyleShelf readStyles(const std::filesystem::path& folder) {
    StyleShelf out;
    const PromptStyles builtIn = loadPromptStyles();
    out.all = loadPromptStyles(folder / "judge");
    for (const auto& style : out.all.all) {
        const auto known = builtIn.find(style->id);
        out.styles.push_back({*style, !known || !(*known == *style)});
    }
    return out;
}

Result<StyleShelf> saveStyle(const std::filesystem::path& folder, PromptStyle style,
                             const PromptStyle* before) {
    // Read back: with the hash of its content, and refused now rather than when a run needs it.
    PromptStyle read = TRY(readPromptStyle(writePromptStyle(style)));
    if (before != nullptr && read.contentHash != before->contentHash)
        style.version = before->version + 1;
    TRY(replacePrivateFile(folder / "judge" / (style.id + ".json"), writePromptStyle(style)));
    return readStyles(folder);
}

PromptStyle copyOf(const PromptStyle& style, const std::vector<ShelvedStyle>& known) {
    PromptStyle out = style;
    const auto taken = [&] {
        return std::ranges::any_of(
            known, [&](const ShelvedStyle& each) { return each.style.id == out.id; });
    };
    for (int i = 2; taken(); ++i)
        out.id = style.id + "-" + std::to_string(i);
    out.title = Words::tr("%1, my copy").arg(QString::fromStdString(style.title)).toStdString();
    out.version = 1;
    return out;
}

QString styleProblem(const PromptStyle& style) {
    const auto read = readPromptStyle(writePromptStyle(style));
    return read ? QString() : QString::fromStdString(read.error().text());
}

Result<StylePreview> previewOf(const PromptStyle& style, const Battle& battle) {
    const auto turns = static_cast<std::size_t>(battle.turn);
    const auto upTo = [&](std::span<const std::string> texts) {
        return texts.first(std::min(turns, texts.size()));
    };
    JudgeInput input;
    input.system = battle.instruction.system;
    input.history = battle.instruction.history;
    input.questions = upTo(battle.instruction.turns);
    input.answersA = upTo(battle.a.turns);
    input.answersB = upTo(battle.b.turns);
    if (battle.instruction.references.size() >= turns)
        input.references = upTo(battle.instruction.references);
    StylePreview out;
    out.first = asText(TRY(fillPrompt(style, input, Order::AB)));
    out.second = asText(TRY(fillPrompt(style, input, Order::BA)));
    return out;
}

} // namespace agon::ui
