#include "ui/models/AuditDiffModel.h"

#include "core/audit/AuditDiff.h"
#include "ui/models/AuditWords.h"
#include "ui/models/CellRoles.h"

namespace countersign {

void AuditDiffModel::setEntry(const api::AuditItem &entry)
{
    beginResetModel();
    m_rows.clear();
    const QJsonObject all = auditDiff(entry.oldValue.value_or(QJsonObject()), entry.newValue.value_or(QJsonObject()));
    // The daemon compared before it masked: a masked value that changed is in its diff, not in ours.
    const QJsonObject diff = entry.diff && !entry.diff->isEmpty() ? *entry.diff : all;
    for (auto change = diff.begin(); change != diff.end(); ++change) {
        const QJsonObject sides = change.value().toObject();
        m_rows.append({change.key(), sides.value(QLatin1String("old")), sides.value(QLatin1String("new"))});
    }
    endResetModel();
}

void AuditDiffModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int AuditDiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AuditDiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditDiffModel::text(const Row &row, int column) const
{
    if (column == Field)
        return words::auditField(row.field);
    const QJsonValue &value = column == Before ? row.before : row.after;
    return words::isMasked(value) ? tr("%1 (masked)").arg(words::auditValue(value)) : words::auditValue(value);
}

QVariant AuditDiffModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const bool masked = words::isMasked(index.column() == Before ? row.before : row.after);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return masked && index.column() != Field
            ? tr("Personal data is masked before it is recorded; nobody can see it here.")
            : text(row, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(row, index.column()));
    case BoldRole:
        return index.column() == Field;
    case MutedRole:
        return index.column() == Before || (index.column() == After && masked);
    default:
        return {};
    }
}

QVariant AuditDiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Field:
        return tr("Field");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace countersign
