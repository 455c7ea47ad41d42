// The table of the queue: columns, their widths, and how their cells are painted.
#pragma once

class QTableView;

namespace countersign {

class QueueModel;

QTableView *makeQueueTable(QueueModel *model);

} // namespace countersign
