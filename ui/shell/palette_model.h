// What the command palette offers, best fit first.
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace agon::ui {

enum class Icon : std::uint8_t;

struct PaletteEntry {
    QString text;
    QString section; // "Go to", "Model", "Recent workspace"
    QString keys;    // in the user's notation; may be empty
    QString words;   // what else it is found by
    std::optional<Icon> icon;
    std::function<void()> run;
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { SectionRole = Qt::UserRole, KeysRole, IconRole };
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void setPattern(const QString& pattern);
    [[nodiscard]] const PaletteEntry& entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    void filter();

    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_rows; // into m_entries
    QString m_pattern;
};

} // namespace agon::ui
