#include "ui/models/check_list.h"

#include "ui/models/model_words.h"
#include "ui/theme/font.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QGridLayout>

#include <algorithm>

namespace agon::ui {

namespace {

constexpr int titleColumn = 132;
constexpr int rowGap = 9;

enum Column { Marks, Titles, Details, Times, columnCount };

Mark markOf(CheckState state) {
    switch (state) {
    case CheckState::Waiting:
        return Mark::Waiting;
    case CheckState::Running:
        return Mark::Running;
    case CheckState::Passed:
        return Mark::Done;
    case CheckState::Warned:
        return Mark::Remark;
    case CheckState::Failed:
        return Mark::Failed;
    case CheckState::Skipped:
        return Mark::Stopped;
    }
    return Mark::Waiting;
}

QString stateWord(CheckState state) {
    switch (state) {
    case CheckState::Waiting:
        return CheckList::tr("waiting");
    case CheckState::Running:
        return CheckList::tr("running");
    case CheckState::Passed:
        return CheckList::tr("passed");
    case CheckState::Warned:
        return CheckList::tr("works, with a remark");
    case CheckState::Failed:
        return CheckList::tr("failed");
    case CheckState::Skipped:
        return CheckList::tr("skipped");
    }
    return {};
}

// core says what is checked in English; here it is a word of the window.
QString titleOf(const ProbeCheck& check) {
    if (check.id == "key")
        return CheckList::tr("API key");
    if (check.id == "connect")
        return CheckList::tr("Reach the host");
    if (check.id == "tls")
        return CheckList::tr("Secure connection");
    if (check.id == "models")
        return CheckList::tr("List models");
    if (check.id == "completion")
        return CheckList::tr("One short completion");
    if (check.id == "usage")
        return CheckList::tr("Token usage");
    if (check.id == "stream")
        return CheckList::tr("Streaming");
    if (check.id == "structured")
        return CheckList::tr("Structured output");
    return QString::fromStdString(check.title);
}

bool sameChecks(const std::vector<ProbeCheck>& a, const std::vector<ProbeCheck>& b) {
    return std::ranges::equal(a, b, [](const ProbeCheck& x, const ProbeCheck& y) {
        return x.id == y.id && x.baseUrl == y.baseUrl;
    });
}

TextLabel* label(Colour colour, Size size, Weight weight, QWidget* parent) {
    auto* made = new TextLabel({}, colour, size, weight, parent);
    made->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse); // what a server said gets copied
    return made;
}

} // namespace

QString checkTime(const ProbeCheck& check) {
    return check.seconds > 0 ? formatSeconds(check.seconds) : missing();
}

QString checkLine(const ProbeCheck& check) {
    QString out = CheckList::tr("%1: %2").arg(titleOf(check), stateWord(check.state));
    if (!check.detail.empty())
        out = CheckList::tr("%1, %2").arg(out, shownName(check.detail));
    if (check.seconds > 0)
        out = CheckList::tr("%1, %2").arg(out, checkTime(check));
    if (!check.advice.empty())
        out = CheckList::tr("%1. %2").arg(out, shownName(check.advice));
    return out;
}

CheckList::CheckList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    setAccessibleName(tr("Checks"));
    const int edge = scaled(measure::formPadding);
    m_grid->setContentsMargins(edge, scaled(8), edge, scaled(8));
    m_grid->setHorizontalSpacing(scaled(8));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(Titles, scaled(titleColumn));
    m_grid->setColumnStretch(Details, 1);
}

void CheckList::setChecks(const std::vector<ProbeCheck>& checks) {
    if (m_rows.size() != checks.size() || !sameChecks(m_checks, checks))
        build(checks);
    m_checks = checks;
    for (std::size_t i = 0; i < checks.size(); ++i)
        show(m_rows[i], checks[i]);
}

void CheckList::build(const std::vector<ProbeCheck>& checks) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    std::vector<std::string> urls;
    for (const ProbeCheck& check : checks)
        if (!check.baseUrl.empty() && std::ranges::find(urls, check.baseUrl) == urls.end())
            urls.push_back(check.baseUrl);
    std::string under;
    int line = 0;
    for (const ProbeCheck& check : checks) {
        if (urls.size() > 1 && !check.baseUrl.empty() && check.baseUrl != under) {
            under = check.baseUrl;
            auto* heading = label(Colour::Dim, Size::Caption, Weight::Medium, this);
            heading->setText(shownName(under));
            heading->setContentsMargins(0, scaled(4), 0, scaled(6));
            m_grid->addWidget(heading, line++, Marks, 1, columnCount);
        }
        Row row;
        row.mark = new StateMark(Mark::Waiting, this);
        row.title = label(Colour::Text, Size::Body, Weight::Medium, this);
        row.detail = label(Colour::Dim, Size::Body, Weight::Regular, this);
        row.detail->setWordWrap(true);
        row.advice = label(Colour::Text, Size::Body, Weight::Regular, this);
        row.advice->setWordWrap(true);
        row.time = label(Colour::Text, Size::Body, Weight::Regular, this);
        row.time->setAlignment(Qt::AlignRight | Qt::AlignTop);
        m_grid->addWidget(row.mark, line, Marks, Qt::AlignTop);
        m_grid->addWidget(row.title, line, Titles, Qt::AlignTop);
        m_grid->addWidget(row.detail, line, Details, Qt::AlignTop);
        m_grid->addWidget(row.time, line++, Times, Qt::AlignTop);
        m_grid->addWidget(row.advice, line, Details, 1, 2, Qt::AlignTop);
        m_grid->setRowMinimumHeight(line + 1, scaled(rowGap));
        line += 2;
        m_rows.push_back(row);
    }
    m_grid->setRowStretch(line, 1);
}

void CheckList::show(const Row& row, const ProbeCheck& check) {
    const bool quiet = check.state == CheckState::Waiting || check.state == CheckState::Skipped;
    row.mark->setMark(markOf(check.state));
    row.mark->setToolTip(stateWord(check.state));
    row.title->setText(titleOf(check));
    row.title->setColour(quiet ? Colour::Dim : Colour::Text);
    row.title->setAccessibleName(checkLine(check));
    row.detail->setText(check.detail.empty() && quiet ? stateWord(check.state)
                                                      : shownName(check.detail));
    row.detail->setColour(check.state == CheckState::Failed ? Colour::DangerText : Colour::Dim);
    row.advice->setText(shownName(check.advice));
    row.advice->setVisible(!check.advice.empty());
    row.time->setText(checkTime(check));
    row.time->setColour(check.seconds > 0 ? Colour::Text : Colour::Dim);
}

} // namespace agon::ui
