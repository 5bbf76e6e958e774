#include "ui/battles/judge_rationale.h"

#include "core/text/invisible.h"
#include "core/text/repair.h"
#include "ui/widgets/format_number.h"

#include <QCoreApplication>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rationale)
};

constexpr qsizetype mostCharacters = 24 * 1024; // laid out at once on the GUI thread

GameValue valueOf(const Game& game) {
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    const auto narrow = [](const std::optional<double>& value) {
        return value ? static_cast<float>(*value) : none;
    };
    return {game.verdict, game.order, narrow(game.scoreA), narrow(game.scoreB),
            narrow(game.preferenceA)};
}

// Whether the game prefers the answer that was read first.
bool prefersFirst(const Game& game) {
    return (game.verdict == Verdict::A) == (game.order == Order::AB);
}

} // namespace

std::vector<JudgeRationale> judgesOf(const Battle& battle, Merge merge) {
    std::vector<JudgeRationale> out;
    for (const Game& game : battle.games) {
        auto known = std::ranges::find(out, game.judge, &JudgeRationale::judge);
        if (known == out.end()) {
            JudgeRationale added;
            added.judge = game.judge;
            added.name = QString::fromStdString(game.judgeName);
            out.push_back(std::move(added));
            known = out.end() - 1;
        }
        (game.superseded ? known->superseded : known->games).push_back(&game);
    }
    for (JudgeRationale& judge : out) {
        std::vector<GameValue> values;
        for (const Game* game : judge.games)
            values.push_back(valueOf(*game));
        judge.merged = mergeGames(values, merge);
    }
    return out;
}

QString flipSentence(const JudgeRationale& judge) {
    if (!judge.merged.flip)
        return {};
    std::vector<const Game*> decided;
    for (const Game* game : judge.games)
        if (game->verdict == Verdict::A || game->verdict == Verdict::B)
            decided.push_back(game);
    if (std::ranges::all_of(decided, [](const Game* game) { return prefersFirst(*game); }))
        return Words::tr("Each game prefers the answer it read first.");
    if (std::ranges::none_of(decided, [](const Game* game) { return prefersFirst(*game); }))
        return Words::tr("Each game prefers the answer it read last.");
    return Words::tr("The games name different winners.");
}

QString shownExplanation(const Game& game) {
    // Of a reply that could not be read, what it says is all that explains it.
    const bool unread = game.explanation.empty() && game.verdict == Verdict::Invalid;
    const Repaired repaired = repairText(unread ? game.raw : game.explanation);
    QString text = QString::fromStdString(showInvisible(repaired.text()).text).trimmed();
    if (text.size() > mostCharacters) {
        text.truncate(mostCharacters);
        text += u"…"_s;
    }
    return text;
}

QString orderHint(const Game& game) {
    if (game.order == Order::AB || game.explanation.empty())
        return {};
    return Words::tr("This judge read B first: what it calls A, 1, m or first is answer B here.");
}

QStringList gameFacts(const Game& game) {
    QStringList parts;
    if (game.tokensIn && game.tokensOut)
        parts.append(Words::tr("%1 + %2 tokens")
                         .arg(formatCount(*game.tokensIn), formatCount(*game.tokensOut)));
    else if (game.tokensOut)
        parts.append(Words::tr("%1 tokens").arg(formatCount(*game.tokensOut)));
    if (game.cost)
        parts.append(formatDollars(*game.cost));
    if (game.seconds)
        parts.append(formatSeconds(*game.seconds));
    return parts;
}

QStringList gameOrigin(const Game& game) {
    QStringList parts;
    if (!game.style.empty())
        parts.append(Words::tr("prompt %1").arg(QString::fromStdString(game.style)));
    if (!game.servedModel.empty())
        parts.append(Words::tr("answered as %1").arg(QString::fromStdString(game.servedModel)));
    return parts;
}

} // namespace agon::ui
