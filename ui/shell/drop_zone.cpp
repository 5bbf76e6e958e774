#include "ui/shell/drop_zone.h"

#include "ui/shell/picture.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace agon::ui {

QStringList filesOf(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

DropZone::DropZone(QWidget* parent)
    : QWidget(parent) {
    setAcceptDrops(true);
    setAccessibleName(tr("Drop files here to import them"));

    auto* picture = new Picture(Icon::Import, Colour::Dim, 28, this);
    auto* title = new TextLabel(tr("Drop answers, judgments or battles here"), Colour::Text,
                                Size::Answer, Weight::Semibold, this);
    title->setAlignment(Qt::AlignCenter);
    auto* text = new TextLabel(tr("JSON, JSONL or CSV. The format is recognised: AlpacaEval, "
                                  "FastChat’s MT-Bench, PandaLM, evalica and your own columns."),
                               Colour::Dim, Size::Body, Weight::Regular, this);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto* choose = new QPushButton(tr("Choose files"), this);
    connect(choose, &QPushButton::clicked, this, &DropZone::chooseRequested);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(32), scaled(28), scaled(32), scaled(28));
    column->setSpacing(scaled(8));
    column->addStretch();
    column->addWidget(picture, 0, Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(scaled(4));
    column->addWidget(choose, 0, Qt::AlignHCenter);
    column->addStretch();
}

void DropZone::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(m_over ? Colour::Selection : Colour::Alternate));
    painter.setPen(
        QPen(theme.color(m_over ? Colour::Accent : Colour::StrongBorder), 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius,
                            measure::radius);
}

void DropZone::dragEnterEvent(QDragEnterEvent* event) {
    if (filesOf(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent*) {
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent* event) {
    m_over = false;
    update();
    event->acceptProposedAction();
    emit dropped(filesOf(event->mimeData()));
}

} // namespace agon::ui
