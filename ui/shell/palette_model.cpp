#include "ui/shell/palette_model.h"

#include "ui/shell/fuzzy.h"

namespace agon::ui {

namespace {

// The title counts in full; its section and other words find it, but below those it is named in.
std::optional<int> score(const QString& pattern, const PaletteEntry& entry) {
    if (const auto title = fuzzyScore(pattern, entry.text))
        return *title * 2;
    const QString all = entry.text + u' ' + entry.section + u' ' + entry.words;
    return fuzzyScore(pattern, all);
}

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries) {
    m_entries = std::move(entries);
    filter();
}

void PaletteModel::setPattern(const QString& pattern) {
    m_pattern = pattern.trimmed();
    filter();
}

const PaletteEntry& PaletteModel::entry(int row) const {
    return m_entries[m_rows[static_cast<std::size_t>(row)]];
}

void PaletteModel::filter() {
    beginResetModel();
    m_rows.clear();
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (const auto fit = score(m_pattern, m_entries[i]))
            ranked.emplace_back(-*fit, i);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (const auto& [fit, entry] : ranked)
        m_rows.push_back(entry);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::AccessibleTextRole:
        return QStringList{shown.text, shown.section, shown.keys}.join(u", ");
    case SectionRole:
        return shown.section;
    case KeysRole:
        return shown.keys;
    case IconRole:
        return shown.icon ? QVariant(static_cast<int>(*shown.icon)) : QVariant();
    default:
        return {};
    }
}

} // namespace agon::ui
