// What the judges say of one battle, arranged for the rationale: plain values, no widgets.
#pragma once

#include "core/domain/battle.h"
#include "core/judge/merge.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace agon::ui {

// One judge: the games that count and those that later ones took the place of. Pointers into the
// battle.
struct JudgeRationale {
    ModelId judge;
    QString name;
    Merged merged;
    std::vector<const Game*> games;
    std::vector<const Game*> superseded;
};

[[nodiscard]] std::vector<JudgeRationale> judgesOf(const Battle& battle, Merge merge);

// The two games of a judge that name different winners, said in a sentence; empty when they agree.
[[nodiscard]] QString flipSentence(const JudgeRationale& judge);

// The explanation as it is shown: repaired, invisible characters visible, of bounded length.
[[nodiscard]] QString shownExplanation(const Game& game);
// What a reader must know to read it: whose letters those are. Empty where A was read first.
[[nodiscard]] QString orderHint(const Game& game);
// "512 + 96 tokens", "$0.0077", "3.6 s": what is known of it.
[[nodiscard]] QStringList gameFacts(const Game& game);
// "agon-scores 1", "answered as llama-3-70b-0612": how it was asked and who answered, if known.
[[nodiscard]] QStringList gameOrigin(const Game& game);

} // namespace agon::ui
