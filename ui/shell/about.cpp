#include "ui/shell/about.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

namespace agon::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("About", text);
}

} // namespace

void showAbout(QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("About Agon"));

    auto* picture = new QLabel(dialog);
    picture->setPixmap(appIcon().pixmap(scaled(40), scaled(40)));
    auto* name = new TextLabel(tr("Agon %1").arg(QCoreApplication::applicationVersion()),
                               Colour::Text, Size::Heading, Weight::Semibold, dialog);
    auto* text = new QLabel(
        tr("Simulated arenas for language models: which is better, how sure are we, why, and which "
           "data would make mine better.\n\nFree software under the GNU General Public License, "
           "version 3 or later. It comes without any warranty.\n\nBuilt on Qt %1, QCustomPlot, "
           "SQLite, Eigen and others that README.md names.")
            .arg(QLatin1StringView(qVersion())),
        dialog);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("About Agon"));
    text->setMinimumWidth(scaled(360));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);

    auto* grid = new QGridLayout(dialog);
    const int padding = scaled(measure::formPadding);
    grid->setContentsMargins(padding, padding, padding, padding);
    grid->setHorizontalSpacing(scaled(12));
    grid->addWidget(picture, 0, 0);
    grid->addWidget(name, 0, 1);
    grid->addWidget(text, 1, 1);
    grid->addWidget(buttons, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    dialog->open();
}

} // namespace agon::ui
