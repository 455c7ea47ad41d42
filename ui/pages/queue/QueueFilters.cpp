#include "ui/pages/queue/QueueFilters.h"

#include <QCoreApplication>

namespace countersign {

const QList<QueueFilter> &queueFilters()
{
    static const QList<QueueFilter> filters{
        {QT_TRANSLATE_NOOP("QueueFilters", "All"), [](api::QueueQuery &) {},
         [](const api::QueueSummary &s) { return s.totalPending + s.totalAssigned + s.totalInProgress; }},
        {QT_TRANSLATE_NOOP("QueueFilters", "Mine"), [](api::QueueQuery &q) { q.analystId = QStringLiteral("me"); },
         [](const api::QueueSummary &s) { return s.mine; }},
        {QT_TRANSLATE_NOOP("QueueFilters", "Unassigned"), [](api::QueueQuery &q) { q.analystId = QStringLiteral("none"); },
         [](const api::QueueSummary &s) { return s.totalPending; }},
        {QT_TRANSLATE_NOOP("QueueFilters", "Approaching"), [](api::QueueQuery &q) { q.slaState = SlaState::Approaching; },
         [](const api::QueueSummary &s) { return s.approachingSla; }},
        {QT_TRANSLATE_NOOP("QueueFilters", "Breached"), [](api::QueueQuery &q) { q.slaState = SlaState::Breached; },
         [](const api::QueueSummary &s) { return s.breachedSla; }},
    };
    return filters;
}

} // namespace countersign
