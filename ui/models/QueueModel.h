// The review queue as a table; it is given pages and says when it wants the next one.
#pragma once

#include "core/api/QueueDtos.h"
#include "core/api/ScoringDtos.h"

#include <QAbstractTableModel>

namespace countersign {

class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Priority, Applicant, Application, Amount, Term, Purpose, Score, Why, Sla, Analyst, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFirst(const Page<api::QueueItem> &page); ///< replaces everything
    void append(const Page<api::QueueItem> &page);
    void update(const api::QueueItem &item); ///< the row with its id, when it is here
    void moreFailed();                       ///< the next page may be asked for again
    void setCutoffs(const api::Cutoffs &cutoffs);
    void setMe(UserId me);
    void setNow(Instant now); ///< the service clock; deadlines are counted down by it

    const QList<api::QueueItem> &items() const { return m_items; }
    const api::QueueItem *at(const QModelIndex &index) const; ///< null for no row
    int rowOf(QueueId id) const;                              ///< -1 when it is not here
    int rowOf(ApplicationId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted(const QString &cursor);

private:
    QString text(const api::QueueItem &item, Column column) const;
    QVariant cellRole(const api::QueueItem &item, Column column, int role) const;
    qint64 secondsLeft(const api::QueueItem &item) const;
    SlaState slaState(const api::QueueItem &item) const;

    QList<api::QueueItem> m_items;
    QString m_cursor;
    bool m_asked = false;
    api::Cutoffs m_cutoffs;
    UserId m_me;
    Instant m_now;
};

} // namespace countersign
