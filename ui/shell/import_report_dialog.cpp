#include "ui/shell/import_report_dialog.h"

#include "ui/shell/import_reports.h"
#include "ui/shell/rejections_model.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ImportReportDialog", text);
}

} // namespace

void showImportReport(const exchange::ImportReport& report, const QString& reason,
                      QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What the import left out"));
    dialog->resize(scaled(760), scaled(420));

    auto* model = new RejectionsModel(report, reason, dialog);
    auto* summary = new TextLabel(reason.isEmpty() ? importSummary(report) : reason, Colour::Text,
                                  Size::Body, Weight::Semibold, dialog);
    summary->setWordWrap(true);
    auto* note = new TextLabel(
        tr("All other rows have arrived. Mend these and import the file again: nothing is added "
           "twice."),
        Colour::Dim, Size::Body, Weight::Regular, dialog);
    note->setWordWrap(true);

    auto* table = new QTableView(dialog);
    table->setAccessibleName(tr("Rejected rows"));
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(scaled(measure::tableRow));
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->resizeSection(RejectionsModel::File, scaled(200));
    table->horizontalHeader()->resizeSection(RejectionsModel::Line, scaled(72));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton* copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(Icon::Copy));
    QObject::connect(copy, &QPushButton::clicked, model,
                     [model] { QGuiApplication::clipboard()->setText(model->asText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);

    auto* column = new QVBoxLayout(dialog);
    const int padding = scaled(measure::formPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(scaled(8));
    column->addWidget(summary);
    column->addWidget(note);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    dialog->open();
}

} // namespace agon::ui
