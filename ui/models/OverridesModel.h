// Decisions that wait for a second person, as a table.
#pragma once

#include "core/api/OverrideDtos.h"
#include "core/api/ScoringDtos.h"

#include <QAbstractTableModel>

namespace countersign {

class OverridesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Applicant, Application, Amount, Score, Direction, Kind, Analyst, Waits, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFirst(const Page<api::WaitingOverride> &page); ///< replaces everything
    void append(const Page<api::WaitingOverride> &page);
    void moreFailed(); ///< the next page may be asked for again
    void setCutoffs(const api::Cutoffs &cutoffs);
    void setNow(Instant now); ///< the service clock; deadlines are counted down by it

    const QList<api::WaitingOverride> &items() const { return m_items; }
    const api::WaitingOverride *at(const QModelIndex &index) const; ///< null for no row
    int rowOf(DecisionId id) const;                                 ///< -1 when it is not here

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted(const QString &cursor);

private:
    QString text(const api::WaitingOverride &item, Column column) const;
    QVariant cellRole(const api::WaitingOverride &item, Column column, int role) const;
    qint64 secondsLeft(const api::WaitingOverride &item) const;
    SlaState slaState(const api::WaitingOverride &item) const;

    QList<api::WaitingOverride> m_items;
    QString m_cursor;
    bool m_asked = false;
    api::Cutoffs m_cutoffs;
    Instant m_now;
};

} // namespace countersign
