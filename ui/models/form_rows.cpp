#include "ui/models/form_rows.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>

namespace agon::ui {

namespace {

constexpr int labelColumn = 120;
constexpr int rowGap = 7;

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

void FormRows::addRow(int key, const QString& label, QWidget* field, QWidget* focus,
                      const QString& hint) {
    Row row;
    auto* caption = new TextLabel(label, Colour::Dim, Size::Body, Weight::Regular, this);
    caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption->setFixedHeight(scaled(measure::control));
    caption->setBuddy(focus);
    row.label = caption;
    row.field = field;
    row.focus = focus;
    row.description = hint;

    auto* below = new QVBoxLayout;
    row.layout = below;
    below->setContentsMargins(0, 0, 0, scaled(rowGap));
    below->setSpacing(scaled(3));
    below->addWidget(field);
    if (!hint.isEmpty()) {
        row.hint = line(hint, Colour::Dim, this);
        below->addWidget(row.hint);
    }
    row.problemText = line({}, Colour::DangerText, this);
    row.problem = new ProblemLine(row.problemText, this);
    row.problem->hide();
    below->addWidget(row.problem);

    focus->setAccessibleDescription(hint);
    const int at = m_grid->rowCount();
    m_grid->addWidget(caption, at, 0, Qt::AlignTop);
    m_grid->addLayout(below, at, 1);
    m_grid->setRowStretch(at, 0);
    m_rows[key] = row;
}

void FormRows::setRowShown(int key, bool shown) {
    Row& row = m_rows.at(key);
    if (row.shown == shown)
        return;
    row.shown = shown;
    row.label->setVisible(shown);
    row.field->setVisible(shown);
    if (row.hint)
        row.hint->setVisible(shown);
    row.problem->setVisible(shown && !row.problemText->text().isEmpty());
    // A hidden row would keep the gap below it.
    row.layout->setContentsMargins(0, 0, 0, shown ? scaled(rowGap) : 0);
}

bool FormRows::isRowShown(int key) const {
    return m_rows.at(key).shown;
}

void FormRows::setProblem(int key, const QString& text) {
    Row& row = m_rows.at(key);
    if (row.problemText->text() == text)
        return;
    row.problemText->setText(text);
    row.problem->setVisible(row.shown && !text.isEmpty());
    row.focus->setAccessibleDescription(text.isEmpty() ? row.description : text);
}

QString FormRows::problem(int key) const {
    return m_rows.at(key).problemText->text();
}

} // namespace agon::ui
