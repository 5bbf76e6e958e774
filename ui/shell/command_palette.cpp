#include "ui/shell/command_palette.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

constexpr int rowHeight = 30;
constexpr int rowsShown = 11;

class EntryDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {scaled(200), scaled(rowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme theme = Theme::of(option.palette);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                              option.widget);
        QRect rest = option.rect.adjusted(scaled(14), 0, -scaled(12), 0);
        const int side = scaled(14);
        if (const QVariant picture = index.data(PaletteModel::IconRole); picture.isValid())
            paintIcon(painter,
                      QRectF(rest.left(), rest.center().y() - side / 2.0 + 0.5, side, side),
                      static_cast<Icon>(picture.toInt()), theme.color(Colour::Dim));
        rest.setLeft(rest.left() + side + scaled(10));

        const QKeySequence keys(index.data(PaletteModel::KeysRole).toString(),
                                QKeySequence::NativeText);
        const QSize caps = keyCapsSize(keyWords(keys), KeyCapLook::Quiet);
        const int capsColumn = scaled(104);
        paintKeyCaps(painter,
                     QRect(rest.right() - caps.width(), rest.top(), caps.width(), rest.height()),
                     keyWords(keys), KeyCapLook::Quiet, theme);
        rest.setRight(rest.right() - capsColumn);

        const int sectionWidth = scaled(120);
        painter->setFont(uiFont(Size::Caption));
        painter->setPen(theme.color(Colour::Dim));
        painter->drawText(
            QRect(rest.right() - sectionWidth, rest.top(), sectionWidth, rest.height()),
            Qt::AlignVCenter | Qt::AlignRight, index.data(PaletteModel::SectionRole).toString());
        rest.setRight(rest.right() - sectionWidth - scaled(8));
        painter->setFont(uiFont(Size::Body, Weight::Medium));
        painter->setPen(theme.color(Colour::Text));
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(),
                                                            Qt::ElideMiddle, rest.width()));
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new TextLabel(QString(), Colour::Dim, Size::Body, Weight::Regular, this))
    , m_model(new PaletteModel(this)) {
    setAccessibleName(tr("Search or run"));
    m_field->setPlaceholderText(tr("An action, a model, a recent workspace"));
    m_field->setAccessibleName(tr("Search or run"));
    m_field->addAction(icon(Icon::Search, Colour::Dim), QLineEdit::LeadingPosition)
        ->setToolTip(tr("Search or run"));
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard and hands on the arrows
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matches"));
    m_nothing->setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(10));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8));
    column->setSpacing(scaled(6));
    column->addWidget(m_field);
    column->addWidget(m_nothing);
    column->addWidget(m_list);

    connect(m_field, &QLineEdit::textEdited, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::popUp(std::vector<PaletteEntry> entries) {
    m_focusBefore = window()->focusWidget();
    m_model->setEntries(std::move(entries));
    m_field->clear();
    filter({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter(const QString& pattern) {
    m_model->setPattern(pattern);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_nothing->setText(tr("Nothing is called “%1”").arg(pattern));
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
    place();
}

void CommandPalette::place() {
    const QWidget* over = parentWidget();
    const int rows = std::clamp(m_model->rowCount(), 1, rowsShown);
    m_list->setFixedHeight(rows * scaled(rowHeight));
    const int width = std::min(scaled(620), over->width() - scaled(32));
    setFixedWidth(width);
    adjustSize();
    move((over->width() - width) / 2, scaled(48));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut) {
        dismiss();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int rows = m_model->rowCount();
        if (rows > 0) {
            const int step = key->key() == Qt::Key_Down ? 1 : rows - 1;
            m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + step) % rows));
        }
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

void CommandPalette::runCurrent() {
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const auto run = m_model->entry(current.row()).run;
    dismiss(); // first, so that what runs finds the keyboard where it was
    run();
}

void CommandPalette::dismiss() {
    if (!isVisible())
        return;
    const bool hadFocus = m_field->hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::StrongBorder),
             measure::radius);
}

} // namespace agon::ui
