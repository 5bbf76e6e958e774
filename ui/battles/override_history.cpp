#include "ui/battles/override_history.h"

#include "ui/battles/battle_words.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/verdict_chip.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace agon::ui {

namespace {

constexpr int markSide = 18;
constexpr int lineOffset = 3;

// The disc at the left of an event, and the line to the next one.
class TimelineMark final : public QWidget {
  public:
    TimelineMark(const HistoryEntry& entry, bool last, QWidget* parent)
        : QWidget(parent)
        , m_icon(entry.undone                                              ? Icon::Undo
                 : entry.what.isEmpty()                                    ? Icon::Human
                 : entry.verdict == Verdict::None && !entry.note.isEmpty() ? Icon::Comment
                                                                           : Icon::Undo)
        , m_counts(entry.counts && !entry.undone)
        , m_last(last) {
        setFixedWidth(scaled(markSide));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme theme = Theme::of(palette());
        const int side = scaled(markSide);
        const int top = scaled(lineOffset); // in the middle of the first line
        if (!m_last)
            painter.fillRect(side / 2, top + side + 2, 1, height() - top - side - 2,
                             theme.color(Colour::Border));
        paintBox(&painter, QRectF(0, top, side, side),
                 theme.color(m_counts ? Colour::HumanTint : Colour::TieTint), {}, side / 2.0);
        const int inset = scaled(3);
        paintIcon(&painter, QRectF(inset, top + inset, side - 2 * inset, side - 2 * inset), m_icon,
                  theme.color(m_counts ? Colour::HumanText : Colour::Dim));
    }

  private:
    Icon m_icon;
    bool m_counts;
    bool m_last;
};

// The judge's verdict, an arrow, the person's.
class VerdictChange final : public QWidget {
  public:
    VerdictChange(Verdict judge, Verdict human, QWidget* parent)
        : QWidget(parent)
        , m_judge(judge)
        , m_human(human) {
        setFixedSize(verdictChangeSize());
        setAccessibleName(verdictChangeWords(judge, human));
        setToolTip(accessibleName());
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintVerdictChange(&painter, rect(), m_judge, m_human, Theme::of(palette()));
    }

  private:
    Verdict m_judge;
    Verdict m_human;
};

QWidget* entryRow(const HistoryEntry& entry, Verdict judge, bool last, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    row->addWidget(new TimelineMark(entry, last, line));
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(1));
    words->setContentsMargins(0, scaled(1), 0, scaled(8));
    auto* head = new QHBoxLayout;
    head->setSpacing(scaled(5));
    const bool dim = entry.undone || !entry.counts;
    head->addWidget(new TextLabel(entry.who, dim ? Colour::Dim : Colour::Text, Size::Body,
                                  dim ? Weight::Regular : Weight::Semibold, line));
    QStringList facts{entry.when};
    if (!entry.what.isEmpty())
        facts.append(entry.what);
    if (entry.blind)
        facts.append(OverrideHistory::tr("blind"));
    head->addWidget(new TextLabel(facts.join(QStringLiteral(", ")), Colour::Dim, Size::Body,
                                  Weight::Regular, line));
    head->addStretch(1);
    if (entry.verdict != Verdict::None) {
        if (dim)
            head->addWidget(new VerdictChip({entry.verdict}, line));
        else
            head->addWidget(new VerdictChange(judge, entry.verdict, line));
    }
    words->addLayout(head);
    if (!entry.note.isEmpty()) {
        auto* note = new TextLabel(entry.note, dim ? Colour::Dim : Colour::Text, Size::Body,
                                   Weight::Regular, line);
        note->setFont(proseFont(Size::Body));
        note->setWordWrap(true);
        note->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(note);
    }
    row->addLayout(words, 1);
    return line;
}

} // namespace

std::vector<HistoryEntry> historyOf(const Battle& battle, const QDateTime& now) {
    std::map<OverrideId, bool> undone;
    for (const Override& event : battle.overrides)
        if (event.undoes)
            undone[*event.undoes] = true;
    std::vector<HistoryEntry> out;
    for (const Override& event : battle.overrides) {
        if (event.undoes)
            continue;
        HistoryEntry entry;
        entry.who = QString::fromStdString(event.by);
        entry.when = whenWords(event.at, now);
        entry.note = QString::fromStdString(event.note);
        entry.verdict = event.verdict.value_or(Verdict::None);
        entry.undone = undone.contains(event.id);
        entry.blind = event.blind;
        if (entry.undone)
            entry.what = OverrideHistory::tr("undone");
        else if (!event.verdict)
            entry.what = entry.note.isEmpty() ? OverrideHistory::tr("cleared")
                                              : OverrideHistory::tr("comment");
        out.push_back(std::move(entry));
    }
    // Of each annotator the last event that was not taken back counts.
    std::map<QString, HistoryEntry*> inForce;
    for (HistoryEntry& entry : out)
        if (!entry.undone)
            inForce[entry.who] = &entry;
    for (const auto& [who, entry] : inForce)
        entry->counts = true;
    std::ranges::reverse(out);
    return out;
}

OverrideHistory::OverrideHistory(const Battle& battle, Verdict judge, QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const std::vector<HistoryEntry> entries = historyOf(battle, QDateTime::currentDateTime());
    for (const HistoryEntry& entry : entries)
        column->addWidget(entryRow(entry, judge, &entry == &entries.back(), this));
}

} // namespace agon::ui
