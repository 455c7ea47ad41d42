// The filters above the queue, as a table.
#pragma once

#include "core/api/QueueDtos.h"

namespace countersign {

struct QueueFilter {
    const char *text; ///< English, context "QueueFilters"
    void (*apply)(api::QueueQuery &query);
    qint64 (*count)(const api::QueueSummary &summary); ///< null: no count is known
};

const QList<QueueFilter> &queueFilters(); ///< the first one filters nothing

} // namespace countersign
