#include "core/api/TenantRules.h"

#include <QLocale>
#include <QTimeZone>

namespace countersign {

namespace {

void checkLocale(const QString &locale, QList<FieldError> &faults)
{
    if (QLocale(locale).language() == QLocale::C)
        faults.append({QStringLiteral("locale"), QStringLiteral("unknown"), QStringLiteral("is no locale that is known here")});
}

void checkTimeZone(const QString &timeZone, QList<FieldError> &faults)
{
    if (!QTimeZone::isTimeZoneIdAvailable(timeZone.toLatin1()))
        faults.append({QStringLiteral("time_zone"), QStringLiteral("unknown"), QStringLiteral("is not in the IANA database")});
}

} // namespace

QList<FieldError> validateTenant(const api::TenantCreate &tenant)
{
    QList<FieldError> faults;
    checkLocale(tenant.locale, faults);
    checkTimeZone(tenant.timeZone, faults);
    return faults;
}

QList<FieldError> validateTenant(const api::TenantPatch &patch)
{
    QList<FieldError> faults;
    if (patch.locale)
        checkLocale(*patch.locale, faults);
    if (patch.timeZone)
        checkTimeZone(*patch.timeZone, faults);
    if (patch.slaCalendar)
        for (FieldError fault : validateCalendar(*patch.slaCalendar)) {
            fault.path.prepend(QLatin1String("sla_calendar."));
            faults.append(fault);
        }
    if (patch.applicationExpiry && patch.applicationExpiry->noticeDays >= patch.applicationExpiry->days)
        faults.append({QStringLiteral("application_expiry.notice_days"), QStringLiteral("not_before"),
                       QStringLiteral("must be less than days")});
    return faults;
}

} // namespace countersign
