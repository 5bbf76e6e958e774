#include "ui/battles/games_table.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/tabular_text.h"
#include "ui/widgets/verdict_chip.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int rowHeight = 24;
constexpr int verdictColumn = 58;
constexpr int scoreColumn = 50;
constexpr int titleColumn = 66;

QString score(std::optional<double> value) {
    if (!value || std::isnan(*value))
        return missing();
    return formatNumber(*value, *value == std::round(*value) ? 0 : 1);
}

std::optional<double> widened(float value) {
    return std::isnan(value) ? std::nullopt : std::optional(static_cast<double>(value));
}

} // namespace

GamesTable::GamesTable(const JudgeRationale& judge, QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    int number = 0;
    for (const Game* game : judge.games) {
        Row row;
        row.title = tr("Game %1").arg(++number);
        row.swapped = game->order == Order::BA;
        // A soft verdict says its share where there are no scores.
        m_scored = m_scored || game->scoreA || game->preferenceA;
        const bool soft = !game->scoreA && game->preferenceA;
        row.scoreA = soft ? formatNumber(*game->preferenceA, 2) : score(game->scoreA);
        row.scoreB = soft ? formatNumber(1 - *game->preferenceA, 2) : score(game->scoreB);
        row.verdict = game->verdict;
        row.leadsA = game->verdict == Verdict::A;
        row.leadsB = game->verdict == Verdict::B;
        m_rows.push_back(row);
    }
    if (judge.games.size() > 1) {
        Row row = outcome(m_scored ? tr("Mean") : tr("Together"), judge.merged);
        row.mean = true;
        m_rows.push_back(row);
    }
    describe();
}

GamesTable::GamesTable(const JuryRationale& jury, QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const JudgeRationale& judge : jury.judges) {
        m_scored = m_scored || !std::isnan(judge.merged.scoreA);
        Row row = outcome(judge.name, judge.merged);
        row.judge = true;
        m_rows.push_back(row);
    }
    Row row = outcome(tr("Together"), jury.merged);
    row.mean = true;
    m_rows.push_back(row);
    describe();
}

GamesTable::Row GamesTable::outcome(const QString& title, const Merged& merged) const {
    const auto mean = [](float value) {
        return std::isnan(value) ? missing() : formatNumber(widened(value), 1);
    };
    Row row;
    row.title = title;
    if (!std::isnan(merged.gap))
        row.order = tr("gap %1").arg(formatNumber(static_cast<double>(merged.gap), 1));
    row.scoreA = mean(merged.scoreA);
    row.scoreB = mean(merged.scoreB);
    row.verdict = merged.verdict;
    row.leadsA = merged.verdict == Verdict::A;
    row.leadsB = merged.verdict == Verdict::B;
    return row;
}

void GamesTable::describe() {
    QStringList lines;
    for (const Row& row : m_rows)
        lines.append(tr("%1, %2: A %3, B %4, %5", "game, order, scores, verdict")
                         .arg(row.title,
                              row.mean || row.judge ? row.order
                              : row.swapped         ? tr("B read first")
                                                    : tr("A read first"),
                              row.scoreA, row.scoreB, verdictWords({row.verdict})));
    setAccessibleName(ofJudges() ? tr("Judges") : tr("Games"));
    setAccessibleDescription(lines.join(u". "_s));
}

QSize GamesTable::sizeHint() const {
    return {scaled(280), (static_cast<int>(m_rows.size()) + 1) * scaled(rowHeight) + scaled(4)};
}

void GamesTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    const int height = scaled(rowHeight);
    const auto mirrored = [&](const QRect& part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme.color(Colour::Dim));
    const int verdictLeft = width() - scaled(verdictColumn);
    if (ofJudges())
        painter.drawText(mirrored({0, 0, scaled(118), height}), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("Judge, mean scores"));
    else
        painter.drawText(mirrored({scaled(titleColumn), 0, scaled(100), height}),
                         Qt::AlignVCenter | Qt::AlignLeft, tr("Order read"));
    painter.drawText(mirrored({verdictLeft, 0, scaled(verdictColumn), height}),
                     Qt::AlignVCenter | Qt::AlignRight, tr("Verdict"));
    painter.setFont(uiFont(Size::Caption, Weight::Semibold));
    const auto head = [&](int column, const QString& letter, Colour colour) {
        painter.setPen(theme.color(colour));
        painter.drawText(mirrored({verdictLeft - (2 - column) * scaled(scoreColumn), 0,
                                   scaled(scoreColumn), height}),
                         Qt::AlignVCenter | Qt::AlignRight, letter);
    };
    if (m_scored) {
        head(0, u"A"_s, Colour::AText);
        head(1, u"B"_s, Colour::BText);
    }
    int top = height;
    for (const Row& row : m_rows) {
        painter.fillRect(0, top, width(), 1,
                         theme.color(row.mean ? Colour::StrongBorder : Colour::Grid));
        paintRow(painter, row, {0, top, width(), height});
        top += height;
    }
}

void GamesTable::paintRow(QPainter& painter, const Row& row, const QRect& place) const {
    const Theme theme = Theme::of(palette());
    const auto mirrored = [&](const QRect& part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const auto cell = [&](int left, int width) {
        return mirrored({left, place.top(), width, place.height()});
    };
    painter.setFont(uiFont(Size::Body, row.mean ? Weight::Semibold : Weight::Regular));
    painter.setPen(theme.color(Colour::Text));
    if (row.judge) {
        const QRect title =
            cell(0, width() - scaled(verdictColumn) - 2 * scaled(scoreColumn) - scaled(4));
        painter.setFont(verbatimFont(painter.font(), row.title));
        painter.drawText(
            title, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(row.title, Qt::ElideMiddle, title.width()));
    } else {
        painter.drawText(cell(0, scaled(titleColumn)), Qt::AlignVCenter | Qt::AlignLeft, row.title);
    }

    if (row.mean) {
        painter.setFont(uiFont());
        painter.setPen(theme.color(Colour::Dim));
        painter.drawText(cell(scaled(titleColumn), scaled(100)), Qt::AlignVCenter | Qt::AlignLeft,
                         row.order);
    } else if (!row.judge) {
        painter.setFont(uiFont(Size::Body, Weight::Semibold));
        int left = scaled(titleColumn);
        const auto letter = [&](bool a) {
            const QString text = a ? u"A"_s : u"B"_s;
            painter.setPen(theme.color(a ? Colour::AText : Colour::BText));
            painter.drawText(cell(left, scaled(12)), Qt::AlignVCenter | Qt::AlignLeft, text);
            left += scaled(14);
        };
        letter(!row.swapped);
        const int side = scaled(12);
        paintIcon(&painter, mirrored({left, place.top() + (place.height() - side) / 2, side, side}),
                  Icon::ArrowRight, theme.color(Colour::Dim));
        left += scaled(17);
        letter(row.swapped);
    }
    const int verdictLeft = width() - scaled(verdictColumn);
    const auto number = [&](int column, const QString& text, bool leads) {
        painter.setFont(uiFont(Size::Body, leads ? Weight::Semibold : Weight::Regular));
        painter.setPen(theme.color(Colour::Text));
        paintTabular(&painter,
                     cell(verdictLeft - (2 - column) * scaled(scoreColumn), scaled(scoreColumn)),
                     text, Qt::AlignVCenter | Qt::AlignRight);
    };
    if (m_scored) {
        number(0, row.scoreA, row.leadsA);
        number(1, row.scoreB, row.leadsB);
    }
    const QSize chip = verdictChipSize();
    paintVerdictChip(&painter, cell(width() - chip.width(), chip.width()), {row.verdict}, theme);
}

} // namespace agon::ui
