#include "server/service/SlaService.h"

#include "server/repo/SlaRepo.h"
#include "server/repo/UserRepo.h"

namespace countersign {

namespace {

/// At most so many in one transaction.
constexpr int kBatch = 500;

constexpr std::chrono::hours kMetricsTime{24 * 30};

using Mark = Result<QList<MarkedEntry>> (SlaRepo::*)(int, Instant);

/// What one kind of mark means.
struct MarkRule {
    Mark mark;
    NoticeKind notice;
    const char *action;
    bool tellsSeniors; ///< also when an analyst has the case
};

constexpr MarkRule kBreach{&SlaRepo::markBreached, NoticeKind::SlaBreach, "sla_breached", true};
constexpr MarkRule kWarning{&SlaRepo::markWarned, NoticeKind::SlaWarning, "sla_warning", false};

QList<UserId> recipientsOf(const MarkedEntry &entry, const QList<UserId> &seniors, const MarkRule &rule)
{
    if (!entry.analyst)
        return seniors;
    QList<UserId> recipients{*entry.analyst};
    for (const UserId senior : seniors)
        if (rule.tellsSeniors && senior != *entry.analyst)
            recipients.append(senior);
    return recipients;
}

/// How many were marked; fewer than kBatch: there are no more.
Result<int> markBatch(UnitOfWork &unit, const MarkRule &rule)
{
    const auto marked = (SlaRepo(unit.transaction(), unit.tenant()).*rule.mark)(kBatch, unit.now());
    if (!marked)
        return marked.error();
    if (marked->isEmpty())
        return 0;
    const auto seniors = UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::DecisionApproveOverride);
    if (!seniors)
        return seniors.error();
    for (const MarkedEntry &entry : *marked) {
        unit.audit({"application", entry.application.uuid(), rule.action, {}, {{QStringLiteral("queue_id"), entry.id.toString()}}});
        unit.notify({rule.notice, "application", entry.application.uuid(), recipientsOf(entry, *seniors, rule)});
    }
    return int(marked->size());
}

Result<int> markAll(const ServiceContext &context, TenantId tenant, const MarkRule &rule)
{
    for (int all = 0;;) {
        const auto batch = UnitOfWork::run<int>(context, Actor::system(tenant), [&](UnitOfWork &unit) { return markBatch(unit, rule); });
        if (!batch)
            return batch.error();
        all += *batch;
        if (*batch < kBatch)
            return all;
    }
}

} // namespace

Result<SlaSweep> SlaService::sweep() const
{
    Query tenants = Query::alone(m_context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    SlaSweep all;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto swept = sweepTenant(tenants.get<TenantId>("id"));
        if (!swept) {
            failure = swept.error(); // the others have their deadlines all the same
            continue;
        }
        all.warned += swept->warned;
        all.breached += swept->breached;
    }
    return failure ? Result<SlaSweep>(*failure) : Result<SlaSweep>(all);
}

Result<SlaSweep> SlaService::sweepTenant(TenantId tenant) const
{
    const auto breached = markAll(m_context, tenant, kBreach);
    if (!breached)
        return breached.error();
    m_context.metrics.count(Metric::SlaBreaches, {}, *breached);
    const auto warned = markAll(m_context, tenant, kWarning);
    if (!warned)
        return warned.error();
    return SlaSweep{*warned, *breached};
}

Result<api::SlaMetrics> SlaService::metrics(const Actor &actor, const api::SlaMetricsQuery &query) const
{
    const Instant to = query.toDate.value_or(m_context.clock.now());
    const Instant from = query.fromDate.value_or(to - kMetricsTime);
    if (to <= from)
        return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The time is empty."),
                     {{QStringLiteral("to_date"), QStringLiteral("not_after_from_date"), QStringLiteral("must be after from_date")}}};
    return UnitOfWork::run<api::SlaMetrics>(m_context, actor, [&](UnitOfWork &unit) {
        return SlaRepo(unit.transaction(), unit.tenant()).metrics(from, to, unit.now());
    });
}

} // namespace countersign
