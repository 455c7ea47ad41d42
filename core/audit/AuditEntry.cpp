#include "core/audit/AuditEntry.h"

#include "core/audit/AuditDiff.h"
#include "core/audit/AuditedFields.h"

namespace countersign {

MaskedEntry masked(const AuditEntry &entry)
{
    const QLatin1String entity(entry.entityType);
    MaskedEntry result{entry.entityType, entry.entityId, entry.action, maskedFields(entity, entry.oldValue),
                       maskedFields(entity, entry.newValue), {}};
    if (!entry.oldValue.isEmpty() && !entry.newValue.isEmpty())
        result.diff = maskedDiff(entity, auditDiff(entry.oldValue, entry.newValue));
    return result;
}

} // namespace countersign
