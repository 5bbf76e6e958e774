// Numbers as words: U+2212 for minus, a comma for thousands, an en dash for what is not there.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace agon::ui {

[[nodiscard]] QString missing(); // en dash

[[nodiscard]] QString formatCount(qint64 count);                // 551,646
[[nodiscard]] QString formatNumber(double value, int decimals); // 1,234.5; NaN is missing
[[nodiscard]] QString formatNumber(std::optional<double> value, int decimals);
[[nodiscard]] QString formatSigned(double value, int decimals);  // +28, −2, 0
[[nodiscard]] QString formatPercent(double share, int decimals); // 0.521 is 52.1 %
[[nodiscard]] QString formatRating(double rating);               // 1274: no comma, no decimals
[[nodiscard]] QString formatDollars(double dollars);             // $190.18, $0.0077
[[nodiscard]] QString formatSeconds(double seconds);             // 212 ms, 4.1 s, 3 h 41 min
[[nodiscard]] QString provisional(const QString& number);        // ≈ 1274

} // namespace agon::ui
