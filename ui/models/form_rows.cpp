#include "ui/models/form_rows.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

constexpr int labelColumn = 120;
constexpr int rowGap = 7;
constexpr int stackedLabel = 20;

class ProblemLine final : public QWidget {
  public:
    ProblemLine(TextLabel* text, QWidget* parent)
        : QWidget(parent) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(scaled(18), 0, 0, 0);
        row->addWidget(text, 1);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const double side = scaled(12);
        const double line = QFontMetrics(uiFont(Size::Caption)).height();
        paintIcon(&painter, {0.0, (line - side) / 2.0, side, side}, Icon::Invalid,
                  Theme::of(palette()).color(Colour::DangerText));
    }
};

TextLabel* line(const QString& text, Colour colour, QWidget* parent) {
    auto* label = new TextLabel(text, colour, Size::Caption, Weight::Regular, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

FormRows::FormRows(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    const int edge = scaled(measure::formPadding);
    m_grid->setContentsMargins(edge, scaled(12), edge, edge);
    m_grid->setHorizontalSpacing(scaled(12));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, scaled(labelColumn));
    m_grid->setColumnStretch(1, 1);
}

FormRows::Row& FormRows::rowOf(int key) {
    return std::ranges::find(m_rows, key, &std::pair<int, Row>::first)->second;
}

const FormRows::Row& FormRows::rowOf(int key) const {
    return std::ranges::find(m_rows, key, &std::pair<int, Row>::first)->second;
}

void FormRows::addRow(int key, const QString& label, QWidget* field, QWidget* focus,
                      const QString& hint) {
    Row row;
    auto* caption = new TextLabel(label, Colour::Dim, Size::Body, Weight::Regular, this);
    caption->setBuddy(focus);
    row.label = caption;
    row.focus = focus;
    row.hint = hint;
    row.cell = new QWidget(this);
    auto* below = new QVBoxLayout(row.cell);
    below->setContentsMargins(0, 0, 0, scaled(rowGap));
    below->setSpacing(scaled(3));
    below->addWidget(field);
    row.hintText = line(hint, Colour::Dim, row.cell);
    row.hintText->setVisible(!hint.isEmpty());
    below->addWidget(row.hintText);
    row.problemText = line({}, Colour::DangerText, row.cell);
    row.problem = new ProblemLine(row.problemText, row.cell);
    row.problem->hide();
    below->addWidget(row.problem);
    focus->setAccessibleDescription(hint);
    place(static_cast<int>(m_rows.size()), row);
    m_rows.emplace_back(key, row);
}

void FormRows::addWide(int key, QWidget* widget) {
    Row row;
    row.cell = widget;
    row.focus = widget;
    place(static_cast<int>(m_rows.size()), row);
    m_rows.emplace_back(key, row);
}

void FormRows::setHint(int key, const QString& text) {
    Row& row = rowOf(key);
    if (row.hint == text)
        return;
    row.hint = text;
    row.hintText->setText(text);
    row.hintText->setVisible(!text.isEmpty());
    if (row.problemText->text().isEmpty())
        row.focus->setAccessibleDescription(text);
}

void FormRows::place(int at, const Row& row) {
    if (!row.label) {
        m_grid->addWidget(row.cell, 2 * at, 0, 1, 2);
        return;
    }
    row.label->setAlignment(m_stacked ? Qt::AlignLeft | Qt::AlignVCenter
                                      : Qt::AlignRight | Qt::AlignVCenter);
    row.label->setFixedHeight(scaled(m_stacked ? stackedLabel : measure::control));
    if (m_stacked) {
        m_grid->addWidget(row.label, 2 * at, 0, 1, 2);
        m_grid->addWidget(row.cell, 2 * at + 1, 0, 1, 2);
    } else {
        m_grid->addWidget(row.label, 2 * at, 0, Qt::AlignTop);
        m_grid->addWidget(row.cell, 2 * at, 1);
    }
}

void FormRows::setStacked(bool stacked) {
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    m_grid->setColumnMinimumWidth(0, stacked ? 0 : scaled(labelColumn));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        place(static_cast<int>(i), m_rows[i].second);
}

void FormRows::setRowShown(int key, bool shown) {
    Row& row = rowOf(key);
    row.shown = shown;
    if (row.label)
        row.label->setVisible(shown);
    row.cell->setVisible(shown);
}

bool FormRows::isRowShown(int key) const {
    return rowOf(key).shown;
}

void FormRows::setProblem(int key, const QString& text) {
    Row& row = rowOf(key);
    if (!row.problemText || row.problemText->text() == text)
        return;
    row.problemText->setText(text);
    row.problem->setVisible(!text.isEmpty());
    row.focus->setAccessibleDescription(text.isEmpty() ? row.hint : text);
}

QString FormRows::problem(int key) const {
    return rowOf(key).problemText->text();
}

} // namespace agon::ui
