#include "ui/models/AuditModel.h"

#include "ui/models/AuditWords.h"
#include "ui/models/Words.h"

#include <QLocale>

namespace countersign {

QStringList AuditModel::headings() const
{
    return {tr("Time"), tr("Who"), tr("What"), tr("Of what"), tr("From"), tr("Sealed as")};
}

QString AuditModel::text(const api::AuditItem &entry, int column) const
{
    switch (Column(column)) {
    case Time:
        return words::momentText(entry.occurredAt, m_now);
    case Who:
        return words::auditActor(entry.actor);
    case What:
        return words::auditAction(entry.action);
    case Thing:
        return words::auditThing(entry);
    case From:
        return entry.address.value_or(QStringLiteral("—"));
    case Number:
        return entry.sequence ? tr("no. %1").arg(QLocale().toString(*entry.sequence)) : tr("not yet");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AuditModel::look(const api::AuditItem &, int column, int role) const
{
    switch (role) {
    case BoldRole:
        return column == What;
    case MutedRole:
        return column == Time || column == From || column == Number;
    default:
        return {};
    }
}

} // namespace countersign
