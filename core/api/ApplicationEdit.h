// What a correction makes of an application, and what it has changed.
#pragma once

#include "core/api/CaseDtos.h"
#include "core/base/Error.h"

namespace countersign {

/// The application as it would be received with the correction; protected attributes are no part of a detail and stay.
api::ApplicationCreate corrected(const api::CaseDetail &before, const api::ApplicationPatch &patch);

/// The faults that intake does not know: an application stays that of the same person.
QList<FieldError> validateCorrection(const api::CaseDetail &before, const api::ApplicationCreate &after);

/// The fields that differ, by their JSON paths, as they were and as they are.
struct ChangedFields {
    QJsonObject before;
    QJsonObject after;
};
ChangedFields changedFields(const api::CaseDetail &before, const api::ApplicationCreate &after);

} // namespace countersign
