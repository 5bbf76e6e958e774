#include "ui/shell/settings_dialog.h"

#include "ui/shell/settings.h"
#include "ui/theme/font.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Settings"));
    setMinimumWidth(scaled(420));

    auto* name = new QLineEdit(settings.text(Setting::Annotator), this);
    name->setAccessibleName(tr("Your name"));
    connect(name, &QLineEdit::editingFinished, &settings, [&settings, name] {
        if (name->text().trimmed().isEmpty())
            settings.reset(Setting::Annotator);
        else
            settings.set(Setting::Annotator, name->text().trimmed());
        name->setText(settings.text(Setting::Annotator));
    });

    auto* theme = new QComboBox(this);
    theme->setAccessibleName(tr("Theme"));
    theme->addItem(tr("As the system"), u"system"_s);
    theme->addItem(tr("Light"), u"light"_s);
    theme->addItem(tr("Dark"), u"dark"_s);
    theme->setCurrentIndex(std::max(0, theme->findData(settings.text(Setting::Theme))));
    connect(theme, &QComboBox::activated, &settings, [&settings, theme](int index) {
        settings.set(Setting::Theme, theme->itemData(index));
    });

    auto* size = new QSpinBox(this);
    size->setAccessibleName(tr("Text size"));
    size->setRange(75, 250);
    size->setSingleStep(5);
    size->setSuffix(tr(" %"));
    size->setKeyboardTracking(false);
    size->setValue(settings.number(Setting::TextScale));
    connect(size, &QSpinBox::valueChanged, &settings,
            [&settings](int percent) { settings.set(Setting::TextScale, percent); });

    auto* advance = new QCheckBox(tr("Open the next battle after a vote"), this);
    advance->setChecked(settings.flag(Setting::NextAfterVote));
    connect(advance, &QCheckBox::toggled, &settings,
            [&settings](bool on) { settings.set(Setting::NextAfterVote, on); });

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* form = new QFormLayout(this);
    const int padding = scaled(measure::formPadding);
    form->setContentsMargins(padding, padding, padding, padding);
    form->setHorizontalSpacing(scaled(12));
    form->setVerticalSpacing(scaled(8));
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(tr("Your name"), name);
    form->addRow(QString(), new TextLabel(tr("Stored with each of your votes."), Colour::Dim,
                                          Size::Caption, Weight::Regular, this));
    form->addRow(tr("Theme"), theme);
    form->addRow(tr("Text size"), size);
    form->addRow(tr("Review"), advance);
    form->addRow(buttons);
}

} // namespace agon::ui
