#include "ui/battles/jury_rationale.h"

#include "ui/widgets/format_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JuryRationale)
};

QString byMajority(const JuryRationale& jury, qsizetype valid) {
    const auto say = [&](Verdict verdict) {
        return std::ranges::count_if(jury.judges, [&](const JudgeRationale& judge) {
            return judge.merged.verdict == verdict;
        });
    };
    switch (jury.merged.verdict) {
    case Verdict::A:
        return Words::tr("By majority: %1 of %2 judges prefer A.").arg(say(Verdict::A)).arg(valid);
    case Verdict::B:
        return Words::tr("By majority: %1 of %2 judges prefer B.").arg(say(Verdict::B)).arg(valid);
    case Verdict::Bad:
        return Words::tr("Every judge calls both answers bad.");
    default:
        break;
    }
    const qsizetype even = say(Verdict::Tie) + say(Verdict::Bad);
    if (even > say(Verdict::A) && even > say(Verdict::B))
        return Words::tr("By majority: %1 of %2 judges see a tie.").arg(even).arg(valid);
    return Words::tr("By majority: no verdict has more votes than the others, so it is a tie.");
}

} // namespace

std::optional<JuryRationale> juryOf(const std::vector<JudgeRationale>& judges, Jury rule,
                                    const std::vector<ModelId>& counting) {
    JuryRationale out;
    out.rule = rule;
    std::vector<Merged> verdicts;
    for (const JudgeRationale& judge : judges) {
        const bool counts =
            counting.empty() || std::ranges::find(counting, judge.judge) != counting.end();
        if (!counts || judge.games.empty())
            continue;
        out.judges.push_back(judge);
        verdicts.push_back(judge.merged);
    }
    if (out.judges.size() < 2)
        return std::nullopt;
    out.merged = foldJury(verdicts, rule);
    return out;
}

QString jurySentence(const JuryRationale& jury) {
    const auto invalid = std::ranges::count_if(jury.judges, [](const JudgeRationale& judge) {
        return judge.merged.verdict == Verdict::Invalid;
    });
    const auto valid = static_cast<qsizetype>(jury.judges.size()) - invalid;
    if (valid == 0)
        return Words::tr("No judge gave a readable verdict, so there is none.");
    QString out;
    if (jury.rule == Jury::Mean && jury.merged.verdict != Verdict::Bad)
        out = Words::tr("By mean: A gets %1 of the point, %2 judges taken together; more than ½ "
                        "wins.")
                  .arg(formatNumber(static_cast<double>(jury.merged.pointsA), 2))
                  .arg(valid);
    else
        out = byMajority(jury, valid);
    if (invalid == 1)
        out += u' ' + Words::tr("One judge without a readable verdict is left out.");
    else if (invalid > 1)
        out += u' ' + Words::tr("%1 judges without a readable verdict are left out.").arg(invalid);
    return out;
}

} // namespace agon::ui
