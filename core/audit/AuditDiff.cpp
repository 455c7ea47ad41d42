#include "core/audit/AuditDiff.h"

namespace countersign {

namespace {

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

void addChanges(const QString &path, const QJsonValue &before, const QJsonValue &after, QJsonObject &diff)
{
    const bool isTree = (before.isObject() || after.isObject()) && (before.isObject() || before.isNull())
        && (after.isObject() || after.isNull());
    if (!isTree) {
        if (before != after)
            diff.insert(path, QJsonObject{{QStringLiteral("old"), before}, {QStringLiteral("new"), after}});
        return;
    }
    const QJsonObject from = before.toObject();
    const QJsonObject to = after.toObject();
    QStringList keys = from.keys() + to.keys();
    keys.removeDuplicates();
    for (const QString &key : keys)
        addChanges(path.isEmpty() ? key : path + QLatin1Char('.') + key, orNull(from.value(key)), orNull(to.value(key)), diff);
}

} // namespace

QJsonObject auditDiff(const QJsonObject &oldValue, const QJsonObject &newValue)
{
    QJsonObject diff;
    addChanges(QString(), oldValue, newValue, diff);
    return diff;
}

} // namespace countersign
