#include "ui/models/SlaText.h"

#include <QCoreApplication>

namespace countersign {

namespace {

constexpr qint64 kDayInHours = 48; ///< from here on hours are hard to read

QString spanText(qint64 minutes)
{
    const qint64 hours = minutes / 60;
    if (hours == 0)
        return QCoreApplication::translate("SlaText", "%1 min").arg(minutes);
    if (hours < kDayInHours)
        return QCoreApplication::translate("SlaText", "%1 h %2").arg(hours).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    const int days = int(hours / 24); // lupdate never ends with the cast inside the call
    return QCoreApplication::translate("SlaText", "%n day(s)", nullptr, days);
}

} // namespace

QString slaText(qint64 secondsLeft, SlaState state)
{
    if (state == SlaState::Paused)
        return QCoreApplication::translate("SlaText", "paused");
    // A minute that has begun is still left; one that is late counts when it is full.
    const qint64 minutes = secondsLeft > 0 ? (secondsLeft + 59) / 60 : -secondsLeft / 60;
    if (state == SlaState::Breached)
        return QCoreApplication::translate("SlaText", "! %1 late").arg(spanText(minutes));
    const QString left = QCoreApplication::translate("SlaText", "%1 left").arg(spanText(minutes));
    return state == SlaState::Approaching ? QStringLiteral("! ") + left : left;
}

} // namespace countersign
