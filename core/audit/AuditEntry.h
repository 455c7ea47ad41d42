// One line of the record of what was done, written in the transaction of the change.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace countersign {

struct AuditEntry {
    const char *entityType; ///< `application`, `queue_entry`, `decision`, `user` ...
    QUuid entityId;
    const char *action;     ///< `created`, `scored`, `assigned`, `decided` ...
    QJsonObject oldValue;   ///< never personal data
    QJsonObject newValue;
};

} // namespace countersign
