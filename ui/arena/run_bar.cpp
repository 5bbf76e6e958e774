#include "ui/arena/run_bar.h"

#include "ui/theme/font.h"
#include "ui/widgets/share_bars.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace agon::ui {

RunBar::RunBar(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_words(new TextLabel(QString(), Colour::Dim, Size::Body, Weight::Regular, this))
    , m_bar(new ThinProgress(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(2));
    auto* row = new QHBoxLayout;
    row->addWidget(new TextLabel(title, Colour::Text, Size::Body, Weight::Medium, this));
    row->addStretch(1);
    row->addWidget(m_words);
    column->addLayout(row);
    column->addWidget(m_bar);
}

void RunBar::show(const QString& words, double share) {
    m_words->setText(words);
    m_bar->setVisible(share >= 0);
    m_bar->setShare(std::max(0.0, share));
    m_bar->setAccessibleName(tr("%1: %2", "what, how much").arg(m_title, words));
}

} // namespace agon::ui
