// Reads the small CSV files of golden ratings that lie beside the checkout.
#pragma once

#include "tables.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace agon::test {

inline QString sharedFile(const QString& path) {
    return QStringLiteral(AGON_SHARED_DATA "/") + path;
}

inline QList<QStringList> csvRows(const QString& path) {
    QFile file(path);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return rows;
    const auto lines =
        QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1))
        rows.append(line.split(QLatin1Char(',')));
    return rows;
}

// left, right, winner.
inline std::optional<rating::Comparisons> evalicaComparisons(const QString& name) {
    const auto rows = csvRows(sharedFile(QStringLiteral("evalica/%1.csv").arg(name)));
    if (rows.isEmpty())
        return std::nullopt;
    ComparisonsBuilder out;
    for (const QStringList& row : rows)
        out.add(row[0].toStdString(), row[1].toStdString(),
                row[2] == QStringLiteral("left")    ? 1.0F
                : row[2] == QStringLiteral("right") ? 0.0F
                                                    : 0.5F);
    return out.comparisons();
}

inline std::map<std::string, double> evalicaGolden(const QString& name, const QString& algorithm) {
    std::map<std::string, double> out;
    for (const QStringList& row :
         csvRows(sharedFile(QStringLiteral("evalica/%1-golden.csv").arg(name))))
        if (row[0] == algorithm)
            out[row[1].toStdString()] = row[2].toDouble();
    return out;
}

} // namespace agon::test
