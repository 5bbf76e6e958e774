#include "ui/widgets/empty_state.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/text_label.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace agon::ui {
namespace {

constexpr int iconSide = 32;
constexpr int textWidth = 420;
constexpr int leastText = 140; // narrower than this it is cut
constexpr int edge = 16;
constexpr int listWidth = 390;
constexpr int stepHeight = 44;

// A row of the step list: check or number, title, note, button at the right.
class StepRow : public QWidget {
  public:
    StepRow(const EmptyStep& step, int number, bool last)
        : m_number(number)
        , m_done(step.done)
        , m_last(last) {
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addStretch(1);
        words->addWidget(new TextLabel(step.title, step.done ? Colour::Dim : Colour::Text,
                                       Size::Body, step.done ? Weight::Regular : Weight::Medium));
        if (!step.note.isEmpty())
            words->addWidget(new TextLabel(step.note, Colour::Dim, Size::Caption));
        words->addStretch(1);
        m_layout = new QHBoxLayout(this);
        m_layout->setContentsMargins(scaled(44), 0, scaled(16), 0);
        m_layout->addLayout(words, 1);
        setFixedHeight(scaled(stepHeight));
        setAccessibleName(step.done ? EmptyState::tr("%1, done").arg(step.title) : step.title);
    }

    void addButton(QPushButton* button) { m_layout->addWidget(button, 0, Qt::AlignVCenter); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme theme = Theme::of(palette());
        if (!m_last)
            painter.fillRect(1, height() - 1, width() - 2, 1, theme.color(Colour::Border));
        QRectF mark(0, 0, scaled(16), scaled(16));
        mark.moveCenter(QPointF(scaled(24), height() / 2.0));
        if (m_done) {
            paintIcon(&painter, mark.adjusted(1, 1, -1, -1), Icon::Check,
                      theme.color(Colour::GoodText));
            return;
        }
        paintBox(&painter, mark, {}, theme.color(Colour::StrongBorder), mark.width() / 2.0);
        painter.setFont(uiFont(Size::Caption, Weight::Medium));
        painter.setPen(theme.color(Colour::Dim));
        painter.drawText(mark, Qt::AlignCenter, QString::number(m_number));
    }

  private:
    QHBoxLayout* m_layout;
    int m_number;
    bool m_done;
    bool m_last;
};

class StepList : public QWidget {
  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme theme = Theme::of(palette());
        paintBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::Border),
                 measure::radius);
    }
};

class Picture : public QWidget {
  public:
    explicit Picture(const Icon& shown)
        : m_shown(shown) {
        setFixedSize(scaled(iconSide), scaled(iconSide));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintIcon(&painter, rect(), m_shown, Theme::of(palette()).color(Colour::Dim));
    }

  private:
    const Icon& m_shown; // of the empty state that owns this picture
};

TextLabel* centred(TextLabel* label) {
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

EmptyState::EmptyState(Icon icon, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_picture(new Picture(m_icon))
    , m_title(centred(new TextLabel({}, Colour::Text, Size::Heading, Weight::Semibold)))
    , m_text(centred(new TextLabel({}, Colour::Dim)))
    , m_primary(new QPushButton)
    , m_buttons(new QHBoxLayout)
    , m_steps(new QVBoxLayout)
    , m_stepList(new StepList)
    , m_linkRow(new QWidget)
    , m_linkLead(new TextLabel({}, Colour::Dim))
    , m_link(new QPushButton) {
    m_text->setWordWrap(true);
    m_text->setFixedWidth(scaled(textWidth));
    ui::setPrimary(m_primary);
    m_primary->hide();
    m_buttons->setSpacing(scaled(8));
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_primary);
    m_buttons->addStretch(1);

    m_stepList->setLayout(m_steps);
    m_stepList->setFixedWidth(scaled(listWidth));
    m_stepList->hide();
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(0);

    setLinkLook(m_link);
    auto* link = new QHBoxLayout(m_linkRow);
    link->setContentsMargins(0, 0, 0, 0);
    link->setSpacing(scaled(4));
    link->addWidget(m_linkLead);
    link->addWidget(m_link);
    m_linkRow->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(edge), scaled(edge), scaled(edge), scaled(edge));
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addSpacing(scaled(14));
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addSpacing(scaled(6));
    // In a row of its own: an aligned item would be given the height for the whole width.
    auto* words = new QHBoxLayout;
    words->addStretch(1);
    words->addWidget(m_text);
    words->addStretch(1);
    layout->addLayout(words);
    layout->addSpacing(scaled(16));
    layout->addWidget(m_stepList, 0, Qt::AlignHCenter);
    layout->addLayout(m_buttons);
    layout->addSpacing(scaled(12));
    layout->addWidget(m_linkRow, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryActivated);
    connect(m_link, &QPushButton::clicked, this, &EmptyState::linkActivated);
}

void EmptyState::setIcon(Icon icon) {
    m_icon = icon;
    m_picture->update();
}

void EmptyState::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString& text) {
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void EmptyState::setPrimary(const QString& words) {
    m_primary->setText(words);
    m_primary->setVisible(!words.isEmpty());
}

QPushButton* EmptyState::addButton(const QString& words) {
    auto* button = new QPushButton(words);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::setLink(const QString& lead, const QString& words) {
    m_linkLead->setText(lead);
    m_link->setText(words);
    m_link->setAccessibleDescription(lead);
    m_linkRow->setVisible(!words.isEmpty());
}

void EmptyState::setSteps(const QList<EmptyStep>& steps) {
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        // A step's own button may be what asks for the new list.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    bool next = true;
    for (int i = 0; i < steps.size(); ++i) {
        const EmptyStep& step = steps[i];
        auto* row = new StepRow(step, i + 1, i + 1 == steps.size());
        if (!step.done && !step.action.isEmpty()) {
            auto* button = new QPushButton(step.action);
            setInBar(button);
            if (next)
                ui::setPrimary(button);
            button->setEnabled(next);
            connect(button, &QPushButton::clicked, this, [this, i] { emit stepActivated(i); });
            row->addButton(button);
        }
        next = next && step.done;
        m_steps->addWidget(row);
    }
    m_stepList->setVisible(!steps.isEmpty());
}

// In a narrow dock the words take what there is.
QSize EmptyState::minimumSizeHint() const {
    return {scaled(leastText + 2 * edge), QWidget::minimumSizeHint().height()};
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_text->setFixedWidth(
        std::clamp(width() - scaled(2 * edge), scaled(leastText), scaled(textWidth)));
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette()).color(Colour::Base));
}

} // namespace agon::ui
