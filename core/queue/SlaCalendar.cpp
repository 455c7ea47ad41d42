#include "core/queue/SlaCalendar.h"

namespace countersign {

namespace {

template <class T>
void checkUnique(const QList<T> &values, const char *path, QList<FieldError> &faults)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        if (values.indexOf(values[i]) < i)
            faults.append({QStringLiteral("%1[%2]").arg(QLatin1String(path)).arg(i), QStringLiteral("duplicate"),
                           QStringLiteral("is named twice")});
}

} // namespace

QList<FieldError> validateCalendar(const SlaCalendar &calendar)
{
    QList<FieldError> faults;
    // Both have the form HH:MM, so their texts are in the order of the times.
    if (calendar.closes <= calendar.opens)
        faults.append({QStringLiteral("closes"), QStringLiteral("not_after_opens"), QStringLiteral("must be after opens")});
    if (calendar.weekdays.isEmpty())
        faults.append({QStringLiteral("weekdays"), QStringLiteral("required"), QStringLiteral("names no working day")});
    checkUnique(calendar.weekdays, "weekdays", faults);
    checkUnique(calendar.holidays, "holidays", faults);
    return faults;
}

} // namespace countersign
