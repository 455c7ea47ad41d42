#include "ui/models/TenantDraft.h"

#include "core/api/TenantRules.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

namespace {

/// 0.045 -> `4,5`
QString percentOf(const std::optional<double> &share)
{
    return share ? QLocale().toString(100 * *share, 'g', 6) : QString();
}

/// `4,5`, `4.5 %` -> 0.045; nothing for what is no share.
std::optional<double> shareOf(QString percent)
{
    percent.remove(QLatin1Char('%'));
    percent.replace(QLatin1Char(','), QLatin1Char('.'));
    bool ok = false;
    const double number = percent.trimmed().toDouble(&ok);
    return ok && number >= 0 && number <= 100 ? std::optional(number / 100) : std::nullopt;
}

template <class T>
void rebase(T &typed, const T &before, const T &now)
{
    if (typed == before)
        typed = now;
}

/// Where a draft and a tenant may differ, with the words for it.
struct Part {
    const char *name; ///< context "TenantDraft"
    QString TenantDraft::*text;
};
constexpr std::array kParts{
    Part{QT_TRANSLATE_NOOP("TenantDraft", "Name"), &TenantDraft::name},
    Part{QT_TRANSLATE_NOOP("TenantDraft", "Currency"), &TenantDraft::currency},
    Part{QT_TRANSLATE_NOOP("TenantDraft", "Locale"), &TenantDraft::locale},
    Part{QT_TRANSLATE_NOOP("TenantDraft", "Time zone"), &TenantDraft::timeZone},
    Part{QT_TRANSLATE_NOOP("TenantDraft", "Portfolio bad rate"), &TenantDraft::badRate},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("TenantDraft", text);
}

void require(QList<FieldError> &faults, const char *path, const QString &text)
{
    if (text.trimmed().isEmpty())
        faults.append({QLatin1String(path), QStringLiteral("required"), {}});
}

} // namespace

TenantDraft draftOf(const api::TenantInfo &tenant)
{
    return {tenant.slug,
            tenant.name,
            tenant.currency.code(),
            tenant.locale,
            tenant.timeZone,
            tenant.slaCalendar,
            percentOf(tenant.portfolioBadRate),
            {},
            {}};
}

QList<FieldError> faultsOf(const TenantDraft &draft, bool isNew)
{
    QList<FieldError> faults;
    require(faults, "name", draft.name);
    if (isNew) {
        require(faults, "slug", draft.slug);
        require(faults, "administrator.email", draft.administratorEmail);
        require(faults, "administrator.name", draft.administratorName);
    }
    if (!Currency::fromCode(draft.currency))
        faults.append({QStringLiteral("currency"), QStringLiteral("unknown"), {}});
    if (!draft.badRate.isEmpty() && !shareOf(draft.badRate))
        faults.append({QStringLiteral("portfolio_bad_rate"), QStringLiteral("out_of_range"), {}});
    api::TenantPatch settings;
    settings.locale = draft.locale;
    settings.timeZone = draft.timeZone;
    settings.slaCalendar = draft.calendar;
    return faults + validateTenant(settings);
}

api::TenantPatch patchFor(const api::TenantInfo &tenant, const TenantDraft &draft)
{
    const TenantDraft known = draftOf(tenant);
    api::TenantPatch patch;
    if (draft.name.trimmed() != known.name)
        patch.name = draft.name.trimmed();
    if (draft.currency != known.currency)
        patch.currency = Currency::fromCode(draft.currency);
    if (draft.locale != known.locale)
        patch.locale = draft.locale;
    if (draft.timeZone != known.timeZone)
        patch.timeZone = draft.timeZone;
    if (draft.calendar != known.calendar)
        patch.slaCalendar = draft.calendar;
    if (draft.badRate != known.badRate)
        patch.portfolioBadRate = shareOf(draft.badRate);
    return patch;
}

api::TenantCreate creationFor(const TenantDraft &draft)
{
    return {draft.slug.trimmed(),
            draft.name.trimmed(),
            Currency::fromCode(draft.currency).value_or(Currency()),
            draft.locale,
            draft.timeZone,
            {draft.administratorEmail.trimmed(), draft.administratorName.trimmed()}};
}

TenantDraft rebased(const TenantDraft &draft, const api::TenantInfo &before, const api::TenantInfo &now)
{
    const TenantDraft was = draftOf(before);
    const TenantDraft is = draftOf(now);
    TenantDraft result = draft;
    for (const Part &part : kParts)
        rebase(result.*part.text, was.*part.text, is.*part.text);
    rebase(result.calendar.opens, was.calendar.opens, is.calendar.opens);
    rebase(result.calendar.closes, was.calendar.closes, is.calendar.closes);
    rebase(result.calendar.weekdays, was.calendar.weekdays, is.calendar.weekdays);
    rebase(result.calendar.holidays, was.calendar.holidays, is.calendar.holidays);
    return result;
}

QStringList changesBetween(const api::TenantInfo &before, const api::TenantInfo &now)
{
    const TenantDraft was = draftOf(before);
    const TenantDraft is = draftOf(now);
    QStringList changes;
    for (const Part &part : kParts)
        if (was.*part.text != is.*part.text)
            changes.append(QStringLiteral("%1: %2 → %3").arg(translated(part.name), was.*part.text, is.*part.text));
    if (was.calendar != is.calendar)
        changes.append(translated(QT_TRANSLATE_NOOP("TenantDraft", "Working hours")));
    if (before.isActive != now.isActive)
        changes.append(now.isActive ? translated(QT_TRANSLATE_NOOP("TenantDraft", "Switched on"))
                                    : translated(QT_TRANSLATE_NOOP("TenantDraft", "Switched off")));
    return changes;
}

} // namespace countersign
