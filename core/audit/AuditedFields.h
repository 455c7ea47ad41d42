// Which fields the record of changes shows, and how: whatever is not listed is hidden.
#pragma once

#include "core/audit/Mask.h"

#include <QJsonObject>

#include <span>

namespace countersign {

struct AuditedField {
    const char *entity; ///< entity type of the entry
    const char *field;  ///< name, or path of an inner field: `address.city`
    MaskKind mask;
};

std::span<const AuditedField> auditedFields();

/// Hidden for every field that has no row: a new field is masked until somebody adds one here.
MaskKind maskOf(QLatin1String entity, const QString &field);

QJsonObject maskedFields(QLatin1String entity, const QJsonObject &values);
/// Of what auditDiff() answers.
QJsonObject maskedDiff(QLatin1String entity, const QJsonObject &diff);

} // namespace countersign
