// The prompt styles as a person has them: built-in ones, and those of the person's folder. Plain
// functions for workers and for the GUI.
#pragma once

#include "core/base/result.h"
#include "core/domain/battle.h"
#include "core/judge/prompt_style.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace agon::ui {

struct ShelvedStyle {
    PromptStyle style;
    bool own = false; // of the person's folder; built-in ones are not changed
};
struct StyleShelf {
    std::vector<ShelvedStyle> styles;
    PromptStyles all; // the same, for those who ask judges
};

// `folder`: personFolder(). Reads files: not for the GUI thread.
[[nodiscard]] StyleShelf readStyles(const std::filesystem::path& folder);
// Writes it into the folder, one version on when it is another than `before`; then reads all.
// Errors: of the file, InvalidInput when it is no style.
[[nodiscard]] Result<StyleShelf> saveStyle(const std::filesystem::path& folder, PromptStyle style,
                                           const PromptStyle* before);

// A copy to be edited, under an id of its own.
[[nodiscard]] PromptStyle copyOf(const PromptStyle& style, const std::vector<ShelvedStyle>& known);
// What is wrong with it, for a person; empty: it can be used.
[[nodiscard]] QString styleProblem(const PromptStyle& style);

// The prompt of this battle under a style, as a judge reads it.
struct StylePreview {
    std::string first;  // A first
    std::string second; // B first
};
// Errors: InvalidInput, when the battle has no texts or the style has none for so many turns.
[[nodiscard]] Result<StylePreview> previewOf(const PromptStyle& style, const Battle& battle);

} // namespace agon::ui
