#include "ui/battles/battle_words.h"

#include "core/text/measure.h"
#include "ui/widgets/format_number.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <set>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BattleWords)
};

// Of the turn that is judged; the last one where the record has fewer.
template <class Texts>
std::size_t turnIndex(const Texts& turns, int turn) {
    return std::min(static_cast<std::size_t>(std::max(turn, 1)), turns.size()) - 1;
}

std::string turnTitle(std::size_t turn) {
    return Words::tr("Turn %1").arg(turn + 1).toStdString();
}

QDateTime local(Timestamp at) {
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds);
}

} // namespace

std::string instructionText(const Battle& battle) {
    const auto& turns = battle.instruction.turns;
    return turns.empty() ? std::string() : turns[turnIndex(turns, battle.turn)];
}

bool hasEarlierTurns(const Battle& battle) {
    return battle.turn > 1 && battle.instruction.turns.size() > 1;
}

std::string conversationText(const Battle& battle) {
    std::string out;
    const auto& turns = battle.instruction.turns;
    for (std::size_t i = 0; !turns.empty() && i <= turnIndex(turns, battle.turn); ++i)
        out += (i == 0 ? "" : "\n\n") + turnTitle(i) + "\n" + turns[i];
    return out;
}

std::string answerText(const Battle& battle, Side side, bool whole) {
    const auto& answers = responseOf(battle, side).turns;
    if (answers.empty())
        return {};
    const std::size_t judged = turnIndex(answers, battle.turn);
    if (!whole)
        return answers[judged];
    std::string out;
    for (std::size_t i = 0; i <= judged; ++i)
        out += (i == 0 ? "" : "\n\n---\n\n") + ("**" + turnTitle(i)) + "**\n\n" + answers[i];
    return out;
}

QString whyNoAnswer(const Battle& battle, Side side) {
    const Response& response = responseOf(battle, side);
    if ((response.marks & marks::textUnknown) != 0)
        return Words::tr("This answer was judged elsewhere, and the imported file does not contain "
                         "it. Import the model's answers to see it here.");
    if (!battle.instruction.id.valid())
        return Words::tr("This battle came as a row without texts: who fought and who won, nothing "
                         "else is known.");
    if (response.turns.empty() || isBlank(answerText(battle, side, false)))
        return Words::tr("The model answered nothing.");
    return {};
}

QString instructionFacts(const Battle& battle) {
    const Instruction& instruction = battle.instruction;
    QStringList parts;
    for (const std::string& part : {instruction.category, instruction.source})
        if (!part.empty() && !parts.contains(QString::fromStdString(part)))
            parts.append(QString::fromStdString(part));
    if (instruction.source.empty() && !battle.setName.empty())
        parts.append(QString::fromStdString(battle.setName));
    if (!instruction.turns.empty()) {
        const int turns = static_cast<int>(instruction.turns.size());
        parts.append(turns > 1 ? Words::tr("turn %1 of %2").arg(battle.turn).arg(turns)
                               : Words::tr("1 turn"));
        const qint64 characters = countCharacters(instructionText(battle));
        parts.append(characters == 1 ? Words::tr("1 character")
                                     : Words::tr("%1 characters").arg(formatCount(characters)));
    }
    return parts.join(u"  ·  "_s);
}

QStringList answerFacts(const Response& response, int turn) {
    QStringList parts;
    if (!response.turns.empty() && (response.marks & marks::textUnknown) == 0) {
        const qint64 words = countWords(response.turns[turnIndex(response.turns, turn)]);
        parts.append(words == 1 ? Words::tr("1 word")
                                : Words::tr("%1 words").arg(formatCount(words)));
    }
    if (response.seconds)
        parts.append(formatSeconds(*response.seconds));
    return parts;
}

QList<MarkWords> markWords(std::uint32_t marks) {
    QList<MarkWords> out;
    const auto add = [&](std::uint32_t bits, const QString& label, const QString& details) {
        if ((marks & bits) != 0)
            out.append({label, details});
    };
    add(marks::judgeSyntax, Words::tr("suspicious"),
        Words::tr("The answer contains what looks like a judge's verdict"));
    add(marks::sameAnswer, Words::tr("suspicious"),
        Words::tr("The model gives this answer to nearly every instruction"));
    add(marks::filtered, Words::tr("filtered"), Words::tr("The server withheld the answer"));
    add(marks::refused, Words::tr("refused"), Words::tr("The model refused to answer"));
    add(marks::cut, Words::tr("cut"), Words::tr("The token limit ended the answer"));
    add(marks::empty, Words::tr("empty"), Words::tr("Nothing but white space"));
    add(marks::repairedUtf8 | marks::loneSurrogate | marks::nul, Words::tr("repaired"),
        Words::tr("Bytes that are no characters were replaced by �"));
    return out;
}

QString clockTime(Timestamp at) {
    return local(at).time().toString(u"HH:mm"_s);
}

QString whenWords(Timestamp at, const QDateTime& now) {
    if (!at.known())
        return {};
    const QDateTime then = local(at);
    if (then.date() == now.date())
        return Words::tr("today %1").arg(clockTime(at));
    const QLocale locale;
    if (then.date().year() == now.date().year())
        return locale.toString(then.date(), u"d MMM "_s) + clockTime(at);
    return locale.toString(then.date(), u"d MMM yyyy"_s);
}

QString formatScore(float score) {
    const auto wide = static_cast<double>(score);
    return formatNumber(wide, std::round(wide * 10) == wide * 10 ? 1 : 2);
}

const Override* latestVote(const Battle& battle, const std::string& annotator) {
    // What takes another event back leaves the one before that in force, with its reason.
    std::set<OverrideId> undone;
    for (const Override& event : battle.overrides)
        if (event.undoes)
            undone.insert(*event.undoes);
    const Override* latest = nullptr;
    for (const Override& event : battle.overrides)
        if (event.by == annotator && !event.undoes && !undone.contains(event.id))
            latest = &event;
    return latest && latest->verdict ? latest : nullptr;
}

QString verdictButtonText(Verdict verdict) {
    switch (verdict) {
    case Verdict::A:
        return Words::tr("A better");
    case Verdict::B:
        return Words::tr("B better");
    case Verdict::Tie:
        return Words::tr("Tie");
    default:
        return Words::tr("Both bad");
    }
}

} // namespace agon::ui
