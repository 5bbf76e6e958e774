#include "ui/shell/keys_window.h"

#include "ui/shell/action_registry.h"
#include "ui/theme/font.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

struct Section {
    QString title;
    std::vector<const ActionSpec*> rows;
};

std::vector<Section> sectionsWithKeys() {
    std::vector<Section> sections;
    for (const ActionSpec& spec : actionTable()) {
        if (spec.keys.empty())
            continue;
        const QString title = actionSection(spec);
        if (sections.empty() || sections.back().title != title)
            sections.push_back({title, {}});
        sections.back().rows.push_back(&spec);
    }
    return sections;
}

QWidget* sectionBox(const Section& section, const ActionRegistry& actions, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(6));
    grid->setColumnStretch(0, 1);
    auto* title = new TextLabel(section.title, Colour::Text, Size::Body, Weight::Semibold, box);
    grid->addWidget(title, 0, 0, 1, 2);
    int line = 1;
    for (const ActionSpec* spec : section.rows) {
        auto* name =
            new TextLabel(actionText(*spec), Colour::Text, Size::Body, Weight::Regular, box);
        auto* caps = new QWidget(box);
        auto* row = new QHBoxLayout(caps);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(scaled(8));
        QStringList spoken;
        for (const QKeySequence& keys : actions.action(spec->id)->shortcuts()) {
            row->addWidget(new KeyCap(keys, KeyCapLook::Plain, caps));
            spoken.append(keys.toString(QKeySequence::NativeText));
        }
        name->setAccessibleName(
            KeysWindow::tr("%1: %2").arg(actionText(*spec), spoken.join(KeysWindow::tr(" or "))));
        grid->addWidget(name, line, 0);
        grid->addWidget(caps, line, 1, Qt::AlignRight);
        ++line;
    }
    return box;
}

} // namespace

KeysWindow::KeysWindow(const ActionRegistry& actions, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    auto* content = new QWidget(this);
    auto* columns = new QHBoxLayout(content);
    const int padding = scaled(24);
    columns->setContentsMargins(padding, padding, padding, padding);
    columns->setSpacing(scaled(40));

    const std::vector<Section> sections = sectionsWithKeys();
    std::size_t lines = 0;
    for (const Section& section : sections)
        lines += section.rows.size() + 2;
    constexpr std::size_t columnCount = 3;
    QVBoxLayout* column = nullptr;
    std::size_t filled = 0;
    std::size_t made = 0;
    for (const Section& section : sections) {
        if (!column || filled >= lines * made / columnCount) {
            if (column)
                column->addStretch();
            column = new QVBoxLayout;
            column->setSpacing(scaled(20));
            columns->addLayout(column, 1);
            ++made;
        }
        column->addWidget(sectionBox(section, actions, content));
        filled += section.rows.size() + 2;
    }
    if (column)
        column->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("Keys"));
    auto* note = new TextLabel(tr("Keys of Vote, Queue and Reading act in the battles panel."),
                               Colour::Dim, Size::Caption, Weight::Regular, this);
    note->setContentsMargins(padding, 0, padding, scaled(12));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll);
    all->addWidget(note);
    resize(content->sizeHint().expandedTo({scaled(820), scaled(400)}) + QSize(0, scaled(40)));
}

} // namespace agon::ui
