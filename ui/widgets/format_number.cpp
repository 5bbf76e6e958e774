#include "ui/widgets/format_number.h"

#include <QtCore/QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr QChar minusSign(0x2212);
constexpr QChar noBreakSpace(0x00A0);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FormatNumber)
};

// Commas between groups of three in the digits before the point.
QString grouped(QString digits) {
    const qsizetype point = digits.indexOf(u'.');
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return digits;
}

QString magnitude(double value, int decimals) {
    return QString::number(std::abs(value), 'f', decimals);
}

// Whether rounding leaves anything: "-0.0" is never shown.
bool isShownAsZero(const QString& digits) {
    return std::all_of(digits.begin(), digits.end(),
                       [](QChar c) { return c == u'0' || c == u'.' || c == u','; });
}

QString withMinus(double value, const QString& digits) {
    return value < 0.0 && !isShownAsZero(digits) ? minusSign + digits : digits;
}

} // namespace

QString missing() {
    return u"\u2013"_s;
}

QString formatCount(qint64 count) {
    QString digits = QString::number(count);
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    digits = grouped(digits);
    return negative ? minusSign + digits : digits;
}

QString formatNumber(double value, int decimals) {
    if (std::isnan(value))
        return missing();
    if (std::isinf(value))
        return value < 0.0 ? QString(minusSign + u"\u221E"_s) : u"\u221E"_s;
    return withMinus(value, grouped(magnitude(value, decimals)));
}

QString formatNumber(std::optional<double> value, int decimals) {
    return value ? formatNumber(*value, decimals) : missing();
}

QString formatSigned(double value, int decimals) {
    const QString text = formatNumber(value, decimals);
    if (!(value > 0.0) || isShownAsZero(text))
        return text;
    return u'+' + text;
}

QString formatPercent(double share, int decimals) {
    if (std::isnan(share))
        return missing();
    return formatNumber(share * 100.0, decimals) + noBreakSpace + u'%';
}

QString formatRating(double rating) {
    if (!std::isfinite(rating))
        return formatNumber(rating, 0);
    return withMinus(rating, magnitude(rating, 0));
}

QString formatDollars(double dollars) {
    if (!std::isfinite(dollars))
        return missing();
    // Below a cent the first two digits that say something.
    int decimals = 2;
    const double size = std::abs(dollars);
    if (size > 0.0 && size < 0.01)
        decimals = std::min(8, 1 - static_cast<int>(std::floor(std::log10(size))));
    const QString digits = grouped(magnitude(dollars, decimals));
    const QString amount = u'$' + digits;
    return withMinus(dollars, digits).startsWith(minusSign) ? minusSign + amount : amount;
}

QString formatSeconds(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0.0)
        return missing();
    if (seconds < 0.9995)
        return Words::tr("%1\u00a0ms").arg(std::lround(seconds * 1000.0));
    if (seconds < 59.95)
        return Words::tr("%1\u00a0s").arg(QString::number(seconds, 'f', seconds < 9.95 ? 1 : 0));
    const qint64 minutes = std::llround(seconds / 60.0);
    if (minutes < 60)
        return Words::tr("%1\u00a0min").arg(minutes);
    return Words::tr("%1\u00a0h %2\u00a0min").arg(formatCount(minutes / 60)).arg(minutes % 60);
}

QString provisional(const QString& number) {
    return u"\u2248"_s + noBreakSpace + number;
}

} // namespace agon::ui
