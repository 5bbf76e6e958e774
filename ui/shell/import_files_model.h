// The files of an import dialog and what is known of each so far.
#pragma once

#include "core/exchange/preview.h"

#include <QAbstractTableModel>

#include <optional>

namespace agon::ui {

class ImportFilesModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { File, RecognisedAs, Size, ColumnCount };
    struct Entry {
        QString path;
        std::optional<exchange::Preview> preview; // nullopt: still being looked at
        QString error;                            // cannot be read at all
    };
    using QAbstractTableModel::QAbstractTableModel;

    // Leaves out what is there already; returns the paths that are new.
    QStringList add(const QStringList& paths);
    void remove(int row);
    void setPreview(const QString& path, Result<exchange::Preview> preview);
    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    // How many can be imported as they stand.
    [[nodiscard]] int ready() const;
    [[nodiscard]] static bool isReady(const Entry& entry);
    // Nothing that could be said here would help.
    [[nodiscard]] static bool isUnreadable(const Entry& entry);
    // Why not, or what is odd; empty when there is nothing to say.
    [[nodiscard]] static QString remark(const Entry& entry);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    QList<Entry> m_entries;
};

} // namespace agon::ui
