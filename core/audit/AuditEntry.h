// One line of the record of what was done, written in the transaction of the change.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace countersign {

/// As a service says it. A create has only new values, a delete only old ones, an update both: the fields that changed.
struct AuditEntry {
    const char *entityType; ///< `application`, `user`, `tenant` ...
    QUuid entityId;
    const char *action;     ///< `received`, `scored`, `assigned`, `decided` ...
    QJsonObject oldValue;   ///< may hold personal data: it is masked before it is written
    QJsonObject newValue;
};

/// As it is written: the only form that reaches the database.
struct MaskedEntry {
    const char *entityType;
    QUuid entityId;
    const char *action;
    QJsonObject oldValue;
    QJsonObject newValue;
    QJsonObject diff; ///< of an update, {field: {"old", "new"}}; computed before masking, so that a change of a masked
                      ///< value shows as a change
};

/// Masks every value by core/audit/AuditedFields.h.
MaskedEntry masked(const AuditEntry &entry);

} // namespace countersign
