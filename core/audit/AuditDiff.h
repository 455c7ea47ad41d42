// What an update changed: the fields whose values differ.
#pragma once

#include <QJsonObject>

namespace countersign {

/// {field: {"old": ..., "new": ...}}; fields of inner objects by their path, `address.city`. A field that is missing on one
/// side counts as null there. Lists are values: they differ as a whole.
QJsonObject auditDiff(const QJsonObject &oldValue, const QJsonObject &newValue);

} // namespace countersign
