#include "ui/shell/import_dialog.h"

#include "core/exchange/preview.h"
#include "ui/bridge/gui_dispatcher.h"
#include "ui/shell/drop_zone.h"
#include "ui/shell/import_files_model.h"
#include "ui/shell/mapping_form.h"
#include "ui/shell/preview_model.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/section_header.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

constexpr int leastRows = 3; // of either table, however much stands below

QTableView* plainTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(scaled(measure::tableRow));
    table->setMinimumHeight(scaled(measure::tableRow) * (1 + leastRows) + 2);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

QLineEdit* nameField(const QString& name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setAccessibleName(name);
    return field;
}

} // namespace

ImportDialog::ImportDialog(Executor& executor, const QStringList& files,
                           const QString& proposedWorkspace, QWidget* parent)
    : QDialog(parent)
    , m_executor(executor)
    , m_files(new ImportFilesModel(this))
    , m_preview(new PreviewModel(this)) {
    setWindowTitle(tr("Import"));
    setAcceptDrops(true);
    resize(scaled(860), scaled(640));

    auto* buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    setPrimary(m_import);
    m_import->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit confirmed(request());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    const int padding = scaled(measure::formPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(scaled(12));
    column->addWidget(filesArea(), 2);
    column->addWidget(previewArea(), 3);
    column->addWidget(form());
    column->addWidget(buttons);
    if (proposedWorkspace.isEmpty())
        qobject_cast<QFormLayout*>(m_workspace->parentWidget()->layout())
            ->setRowVisible(m_workspace, false);
    else
        m_workspace->setText(proposedWorkspace);

    connect(m_files, &ImportFilesModel::dataChanged, this, &ImportDialog::showSelected);
    connect(m_fileView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportDialog::showSelected);
    addFiles(files);
    showSelected();
    m_fileView->setFocus(); // not Cancel, which would otherwise be first while files are looked at
}

QWidget* ImportDialog::filesArea() {
    auto* area = new QWidget(this);
    auto* header = new SectionHeader(tr("Files"), tr("read, never changed"), area);
    header->setFill(Colour::Window);
    auto* add = new QPushButton(tr("Add files"), header);
    m_remove = new QPushButton(tr("Remove"), header);
    setInBar(add);
    setInBar(m_remove);
    header->addWidget(add);
    header->addWidget(m_remove);
    connect(add, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Add files"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::addFiles);
        dialog->open();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const QModelIndex current = m_fileView->currentIndex(); current.isValid())
            m_files->remove(current.row());
        showSelected();
    });
    m_fileView = plainTable(m_files, tr("Files"), area);
    m_fileView->horizontalHeader()->setSectionResizeMode(ImportFilesModel::RecognisedAs,
                                                         QHeaderView::Stretch);
    m_fileView->horizontalHeader()->resizeSection(ImportFilesModel::File, scaled(320));
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_fileView);
    return area;
}

QWidget* ImportDialog::previewArea() {
    auto* area = new QWidget(this);
    m_previewHeader = new SectionHeader(tr("First records"), QString(), area);
    m_previewHeader->setFill(Colour::Window);
    m_remark = new NoticeBar(area);
    auto* table = plainTable(m_preview, tr("First records"), area);
    table->horizontalHeader()->setDefaultSectionSize(scaled(160));
    m_mapping = new MappingForm(area);
    connect(m_mapping, &MappingForm::edited, this, [this] {
        m_mappingSaid = true;
        lookAtAll();
    });
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_previewHeader);
    column->addWidget(table, 1);
    column->addWidget(m_remark);
    column->addSpacing(scaled(8));
    column->addWidget(m_mapping);
    return area;
}

QWidget* ImportDialog::form() {
    auto* area = new QWidget(this);
    m_set = nameField(tr("Instruction set"), area);
    m_model = nameField(tr("Model"), area);
    m_judge = nameField(tr("Judge"), area);
    m_workspace = nameField(tr("New workspace"), area);
    for (QLineEdit* field : {m_set, m_model, m_judge})
        connect(field, &QLineEdit::editingFinished, this, &ImportDialog::lookAtAll);
    connect(m_workspace, &QLineEdit::textChanged, this, &ImportDialog::updateButton);
    auto* rows = new QFormLayout(area);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setVerticalSpacing(scaled(4));
    rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rows->addRow(tr("Instruction set"), m_set);
    rows->addRow(tr("Model"), m_model);
    rows->addRow(tr("Judge"), m_judge);
    rows->addRow(tr("New workspace"), m_workspace);
    return area;
}

void ImportDialog::addFiles(const QStringList& files) {
    const QStringList fresh = m_files->add(files);
    if (!m_fileView->currentIndex().isValid() && m_files->rowCount() > 0)
        m_fileView->setCurrentIndex(m_files->index(0, 0));
    look(fresh);
    updateButton();
}

exchange::ImportOptions ImportDialog::options() const {
    exchange::ImportOptions out;
    out.set = m_set->text().trimmed().toStdString();
    out.model = m_model->text().trimmed().toStdString();
    out.judge = m_judge->text().trimmed().toStdString();
    if (m_mappingSaid)
        out.mapping = m_mapping->mapping();
    return out;
}

ImportRequest ImportDialog::request() const {
    ImportRequest out;
    for (const ImportFilesModel::Entry& entry : m_files->entries())
        if (ImportFilesModel::isReady(entry))
            out.files.append(entry.path);
    out.options = options();
    out.newWorkspace = m_workspace->text().trimmed();
    return out;
}

void ImportDialog::lookAtAll() {
    ++m_generation;
    QStringList paths;
    for (const ImportFilesModel::Entry& entry : m_files->entries())
        paths.append(entry.path);
    look(paths);
}

void ImportDialog::look(const QStringList& paths) {
    for (const QString& path : paths) {
        m_executor.submit<exchange::Preview>(
            JobSpec{{}, false},
            [file = std::filesystem::path(path.toStdU16String()),
             said = options()](const JobContext&) { return exchange::previewFile(file, said); },
            std::make_shared<GuiDispatcher>(this),
            [this, path, generation = m_generation](Result<exchange::Preview> preview) {
                if (generation == m_generation)
                    m_files->setPreview(path, std::move(preview));
            });
    }
}

void ImportDialog::showSelected() {
    const QModelIndex current = m_fileView->currentIndex();
    const ImportFilesModel::Entry* entry =
        current.isValid() ? &m_files->entries()[current.row()] : nullptr;
    const exchange::Preview* preview = entry && entry->preview ? &*entry->preview : nullptr;
    m_preview->setPreview(preview);
    m_previewHeader->setNote(entry ? QFileInfo(entry->path).fileName() : QString());
    const QString remark = entry ? ImportFilesModel::remark(*entry) : QString();
    const bool broken = entry && ImportFilesModel::isUnreadable(*entry);
    m_remark->say(broken ? Tone::Danger : Tone::Warning, QString(), remark);
    m_remark->setVisible(!remark.isEmpty());
    m_mapping->setVisible(preview && preview->wantsMapping);
    if (preview && preview->wantsMapping)
        m_mapping->setColumns(preview->columns, preview->mapping);
    const auto propose = [&](QLineEdit* field, const std::string& text) {
        field->setPlaceholderText(text.empty() ? tr("as the file says")
                                               : QString::fromStdString(text));
    };
    propose(m_set, preview ? preview->set : std::string());
    propose(m_model, preview ? preview->model : std::string());
    propose(m_judge, preview ? preview->judge : std::string());
    m_remove->setEnabled(entry != nullptr);
    updateButton();
}

void ImportDialog::updateButton() {
    const int ready = m_files->ready();
    m_import->setText(ready == m_files->rowCount()
                          ? tr("Import")
                          : tr("Import %1 of %2").arg(ready).arg(m_files->rowCount()));
    const bool hasPlace = m_workspace->isHidden() || !m_workspace->text().trimmed().isEmpty();
    m_import->setEnabled(ready > 0 && hasPlace);
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    addFiles(filesOf(event->mimeData()));
}

} // namespace agon::ui
