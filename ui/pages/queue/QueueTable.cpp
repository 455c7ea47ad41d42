#include "ui/pages/queue/QueueTable.h"

#include "ui/delegates/NumberDelegate.h"
#include "ui/delegates/ScoreDelegate.h"
#include "ui/delegates/SlaBadgeDelegate.h"
#include "ui/models/QueueModel.h"
#include "ui/pages/list/RowTable.h"

#include <QHeaderView>
#include <QTableView>

namespace countersign {

namespace {

constexpr std::array kColumns{
    RowColumn{QueueModel::Applicant, 0},
    RowColumn{QueueModel::Priority, 8},  RowColumn{QueueModel::Application, 17}, RowColumn{QueueModel::Amount, 17},
    RowColumn{QueueModel::Term, 8},      RowColumn{QueueModel::Purpose, 17},     RowColumn{QueueModel::Score, 15},
    RowColumn{QueueModel::Why, 19},      RowColumn{QueueModel::Sla, 15},         RowColumn{QueueModel::Analyst, 13},
};

} // namespace

QTableView *makeQueueTable(QueueModel *model)
{
    QTableView *table = makeRowTable(model, QueueModel::tr("Cases that wait for a person"), kColumns);
    for (const QueueModel::Column column : {QueueModel::Priority, QueueModel::Amount, QueueModel::Term})
        table->setItemDelegateForColumn(column, new NumberDelegate(table));
    table->setItemDelegateForColumn(QueueModel::Score, new ScoreDelegate(table));
    table->setItemDelegateForColumn(QueueModel::Sla, new SlaBadgeDelegate(table));
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(8 * table->fontMetrics().horizontalAdvance(QLatin1Char('0')));
    return table;
}

} // namespace countersign
