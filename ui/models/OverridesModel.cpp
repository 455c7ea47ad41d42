#include "ui/models/OverridesModel.h"

#include "core/decision/FourEyes.h"
#include "ui/models/CellRoles.h"
#include "ui/models/SlaText.h"
#include "ui/models/Words.h"

#include <algorithm>

namespace countersign {

void OverridesModel::setFirst(const Page<api::WaitingOverride> &page)
{
    beginResetModel();
    m_items = page.items;
    m_cursor = page.nextCursor.value_or(QString());
    m_asked = false;
    endResetModel();
}

void OverridesModel::append(const Page<api::WaitingOverride> &page)
{
    m_asked = false;
    m_cursor = page.nextCursor.value_or(QString());
    QList<api::WaitingOverride> fresh;
    for (const api::WaitingOverride &item : page.items)
        if (rowOf(item.id) < 0)
            fresh.append(item);
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_items.size()), int(m_items.size() + fresh.size()) - 1);
    m_items += fresh;
    endInsertRows();
}

void OverridesModel::moreFailed()
{
    m_asked = false;
}

void OverridesModel::setCutoffs(const api::Cutoffs &cutoffs)
{
    m_cutoffs = cutoffs;
}

void OverridesModel::setNow(Instant now)
{
    m_now = now;
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, Waits), index(int(m_items.size()) - 1, Waits), {Qt::DisplayRole, SecondsLeftRole, SlaStateRole});
}

const api::WaitingOverride *OverridesModel::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_items.size() ? &m_items[index.row()] : nullptr;
}

int OverridesModel::rowOf(DecisionId id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [id](const api::WaitingOverride &item) { return item.id == id; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int OverridesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int OverridesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

qint64 OverridesModel::secondsLeft(const api::WaitingOverride &item) const
{
    return std::chrono::duration_cast<std::chrono::seconds>(item.approvalDeadline - m_now).count();
}

SlaState OverridesModel::slaState(const api::WaitingOverride &item) const
{
    return signatureStateAt(m_now, item.approvalDeadline);
}

QString OverridesModel::text(const api::WaitingOverride &item, Column column) const
{
    switch (column) {
    case Applicant: return item.applicantName;
    case Application: return item.externalId;
    case Amount: return words::moneyText(item.amount, item.currency);
    case Score: return item.modelScore ? QString::number(*item.modelScore) : tr("none");
    case Direction: return words::of(item.overrideDirection);
    case Kind: return item.overrideKind ? words::of(*item.overrideKind) : QStringLiteral("—");
    case Analyst: return item.isOwn ? tr("me") : item.decidedBy.name;
    case Waits: return slaText(secondsLeft(item), slaState(item));
    case ColumnCount: break;
    }
    return {};
}

QVariant OverridesModel::cellRole(const api::WaitingOverride &item, Column column, int role) const
{
    switch (role) {
    case ScoreRole: return item.modelScore ? QVariant(*item.modelScore) : QVariant();
    case DeclineMaxRole: return m_cutoffs.autoDeclineMax;
    case ApproveMinRole: return m_cutoffs.autoApproveMin;
    case SecondsLeftRole: return secondsLeft(item);
    case SlaStateRole: return int(slaState(item));
    case BoldRole: return column == Applicant;
    case MutedRole: return column == Application || column == Kind;
    default: return {};
    }
}

QVariant OverridesModel::data(const QModelIndex &index, int role) const
{
    const api::WaitingOverride *item = at(index);
    if (!item)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*item, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Amount ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return column == Waits ? words::momentText(item->approvalDeadline, m_now) : text(*item, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(*item, column));
    default:
        return cellRole(*item, column, role);
    }
}

QVariant OverridesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Amount ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Applicant: return tr("Applicant");
    case Application: return tr("Application");
    case Amount: return tr("Amount");
    case Score: return tr("Score");
    case Direction: return tr("Decision");
    case Kind: return tr("Where");
    case Analyst: return tr("Decided by");
    case Waits: return tr("To sign within");
    case ColumnCount: break;
    }
    return {};
}

bool OverridesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_cursor.isEmpty() && !m_asked;
}

void OverridesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreWanted(m_cursor);
}

} // namespace countersign
