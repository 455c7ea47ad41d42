// What makes the settings of a tenant acceptable, beyond the form of each field.
#pragma once

#include "core/api/TenantDtos.h"

namespace countersign {

/// Every fault, each with its JSON path: a locale that Qt does not know, a time zone that is not in the IANA database, a
/// calendar in which nobody ever works.
QList<FieldError> validateTenant(const api::TenantCreate &tenant);
QList<FieldError> validateTenant(const api::TenantPatch &patch);

} // namespace countersign
