#include "ui/models/QueueModel.h"

#include "ui/models/CellRoles.h"
#include "ui/models/SlaText.h"
#include "ui/models/Words.h"

#include <algorithm>

namespace countersign {

namespace {

template <class Is>
int rowWhere(const QList<api::QueueItem> &items, Is is)
{
    const auto found = std::find_if(items.begin(), items.end(), is);
    return found == items.end() ? -1 : int(found - items.begin());
}

} // namespace

void QueueModel::setFirst(const Page<api::QueueItem> &page)
{
    beginResetModel();
    m_items = page.items;
    m_cursor = page.nextCursor.value_or(QString());
    m_asked = false;
    endResetModel();
}

void QueueModel::append(const Page<api::QueueItem> &page)
{
    m_asked = false;
    m_cursor = page.nextCursor.value_or(QString());
    QList<api::QueueItem> fresh; // a case that moved between two pages is shown once
    for (const api::QueueItem &item : page.items)
        if (rowOf(item.queueId) < 0)
            fresh.append(item);
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_items.size()), int(m_items.size() + fresh.size()) - 1);
    m_items += fresh;
    endInsertRows();
}

void QueueModel::moreFailed()
{
    m_asked = false;
}

void QueueModel::update(const api::QueueItem &item)
{
    const int row = rowOf(item.queueId);
    if (row < 0)
        return;
    m_items[row] = item;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void QueueModel::setCutoffs(const api::Cutoffs &cutoffs)
{
    m_cutoffs = cutoffs;
}

void QueueModel::setMe(UserId me)
{
    m_me = me;
}

void QueueModel::setNow(Instant now)
{
    m_now = now;
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, Sla), index(int(m_items.size()) - 1, Sla), {Qt::DisplayRole, SecondsLeftRole, SlaStateRole});
}

const api::QueueItem *QueueModel::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_items.size() ? &m_items[index.row()] : nullptr;
}

int QueueModel::rowOf(QueueId id) const
{
    return rowWhere(m_items, [id](const api::QueueItem &item) { return item.queueId == id; });
}

int QueueModel::rowOf(ApplicationId id) const
{
    return rowWhere(m_items, [id](const api::QueueItem &item) { return item.applicationId == id; });
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

qint64 QueueModel::secondsLeft(const api::QueueItem &item) const
{
    return std::chrono::duration_cast<std::chrono::seconds>(item.slaDeadline - m_now).count();
}

SlaState QueueModel::slaState(const api::QueueItem &item) const
{
    return slaStateAt(m_now, {item.slaWarningAt, item.slaDeadline}, item.status == QueueStatus::AwaitingDocuments);
}

QString QueueModel::text(const api::QueueItem &item, Column column) const
{
    switch (column) {
    case Priority: return QString::number(item.priority);
    case Applicant: return item.applicantName;
    case Application: return item.externalId;
    case Amount: return words::moneyText(item.amount, item.currency);
    case Term: return QString::number(item.termMonths);
    case Purpose: return words::of(item.purpose);
    case Score: return item.score ? QString::number(*item.score) : tr("none");
    case Why: return words::of(item.routingReason);
    case Sla: return slaText(secondsLeft(item), slaState(item));
    case Analyst: return !item.analyst ? QStringLiteral("—") : item.analyst->id == m_me ? tr("me") : item.analyst->name;
    case ColumnCount: break;
    }
    return {};
}

QVariant QueueModel::cellRole(const api::QueueItem &item, Column column, int role) const
{
    switch (role) {
    case ScoreRole: return item.score ? QVariant(*item.score) : QVariant();
    case DeclineMaxRole: return m_cutoffs.autoDeclineMax;
    case ApproveMinRole: return m_cutoffs.autoApproveMin;
    case SecondsLeftRole: return secondsLeft(item);
    case SlaStateRole: return int(slaState(item));
    case BoldRole: return column == Applicant;
    case MutedRole: return column == Application || column == Analyst;
    default: return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const api::QueueItem *item = at(index);
    if (!item)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*item, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Priority || column == Amount || column == Term ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        if (column == Priority)
            return item->priorityReason;
        return column == Sla ? words::momentText(item->slaDeadline, m_now) : text(*item, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(*item, column));
    default:
        return cellRole(*item, column, role);
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Priority || section == Amount || section == Term ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Priority: return tr("Priority");
    case Applicant: return tr("Applicant");
    case Application: return tr("Application");
    case Amount: return tr("Amount");
    case Term: return tr("Months");
    case Purpose: return tr("Purpose");
    case Score: return tr("Score");
    case Why: return tr("Why manual review");
    case Sla: return tr("SLA");
    case Analyst: return tr("Analyst");
    case ColumnCount: break;
    }
    return {};
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_cursor.isEmpty() && !m_asked;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreWanted(m_cursor);
}

} // namespace countersign
