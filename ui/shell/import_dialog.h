// What shall be read, as what, and where to: files with their recognised format, a preview, names,
// columns.
#pragma once

#include "core/exchange/import_options.h"
#include "core/jobs/executor.h"

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;
class QTableView;

namespace agon::ui {

class ImportFilesModel;
class MappingForm;
class NoticeBar;
class PreviewModel;
class SectionHeader;

struct ImportRequest {
    QStringList files;
    exchange::ImportOptions options;
    QString newWorkspace; // where to make one; empty: into the open one
};

class ImportDialog final : public QDialog {
    Q_OBJECT

  public:
    // `proposedWorkspace`: empty when one is open.
    ImportDialog(Executor& executor, const QStringList& files, const QString& proposedWorkspace,
                 QWidget* parent);

    [[nodiscard]] ImportRequest request() const;
    void addFiles(const QStringList& files);

  signals:
    void confirmed(const agon::ui::ImportRequest& request);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    [[nodiscard]] QWidget* filesArea();
    [[nodiscard]] QWidget* previewArea();
    [[nodiscard]] QWidget* form();
    [[nodiscard]] exchange::ImportOptions options() const;
    void look(const QStringList& paths);
    void lookAtAll();
    void showSelected();
    void updateButton();

    Executor& m_executor;
    ImportFilesModel* m_files;
    PreviewModel* m_preview;
    quint64 m_generation = 0; // of what was said; older previews are dropped
    QTableView* m_fileView = nullptr;
    QPushButton* m_remove = nullptr;
    SectionHeader* m_previewHeader = nullptr;
    NoticeBar* m_remark = nullptr;
    MappingForm* m_mapping = nullptr;
    QLineEdit* m_set = nullptr;
    QLineEdit* m_model = nullptr;
    QLineEdit* m_judge = nullptr;
    QLineEdit* m_workspace = nullptr;
    QPushButton* m_import = nullptr;
    bool m_mappingSaid = false;
};

} // namespace agon::ui
