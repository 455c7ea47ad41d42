#include "core/base/Instant.h"

#include <QTimeZone>

namespace countersign {

using namespace std::chrono;

QDateTime toDateTime(Instant instant)
{
    const auto millis = floor<milliseconds>(instant.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(millis.count(), Qt::UTC);
}

Instant toInstant(const QDateTime &dateTime)
{
    return Instant(milliseconds(dateTime.toMSecsSinceEpoch()));
}

QString toIso(Instant instant)
{
    const auto wholeSeconds = floor<seconds>(instant);
    const auto micros = (instant - wholeSeconds).count();
    const auto dateTime = QDateTime::fromSecsSinceEpoch(wholeSeconds.time_since_epoch().count(), Qt::UTC);
    return dateTime.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
        + QStringLiteral(".%1Z").arg(micros, 6, 10, QLatin1Char('0'));
}

namespace {

/// Takes the decimals of the seconds out of `text` (QDateTime keeps only three) and returns them in
/// microseconds.
qint64 takeFraction(QString &text)
{
    const qsizetype dot = text.indexOf(QLatin1Char('.'));
    if (dot < 0)
        return 0;
    qsizetype end = dot + 1;
    while (end < text.size() && text[end].isDigit())
        ++end;
    const QString digits = text.mid(dot + 1, end - dot - 1).leftJustified(6, QLatin1Char('0'), true);
    text.remove(dot, end - dot);
    return digits.toLongLong();
}

} // namespace

std::optional<Instant> instantFromIso(QStringView iso)
{
    if (iso.size() < 20 || iso.size() > 40 || iso[10] != QLatin1Char('T'))
        return std::nullopt;
    QString text = iso.toString();
    const qint64 micros = takeFraction(text);
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODate);
    const int year = parsed.date().year();
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime || year < 1900 || year > 9999)
        return std::nullopt;
    return Instant(seconds(parsed.toSecsSinceEpoch()) + microseconds(micros));
}

} // namespace countersign
