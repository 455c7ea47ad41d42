// What somebody types about a tenant, apart from what the daemon knows of it.
#pragma once

#include "core/api/TenantDtos.h"

namespace countersign {

/// Texts as they are typed: whether they mean anything is said when they are read.
struct TenantDraft {
    QString slug; ///< of a new one; it stays afterwards
    QString name;
    QString currency;
    QString locale;
    QString timeZone;
    SlaCalendar calendar;
    QString badRate;            ///< percent; empty: not known
    QString administratorEmail; ///< of a new one
    QString administratorName;

    friend bool operator==(const TenantDraft &, const TenantDraft &) = default;
};

TenantDraft draftOf(const api::TenantInfo &tenant);

/// What cannot be read or is refused by core; paths are those of the wire.
QList<FieldError> faultsOf(const TenantDraft &draft, bool isNew);

/// Only what differs; of a draft without faults.
api::TenantPatch patchFor(const api::TenantInfo &tenant, const TenantDraft &draft);
api::TenantCreate creationFor(const TenantDraft &draft);

/// A draft made from `before` when the tenant is `now`: what was typed stays, the rest is as it is now.
TenantDraft rebased(const TenantDraft &draft, const api::TenantInfo &before, const api::TenantInfo &now);

/// `Currency: RSD → EUR`, one for each thing that changed, in the language in use.
QStringList changesBetween(const api::TenantInfo &before, const api::TenantInfo &now);

} // namespace countersign
