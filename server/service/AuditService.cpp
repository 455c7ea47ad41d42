#include "server/service/AuditService.h"

#include "server/repo/AuditChainRepo.h"
#include "server/repo/AuditRepo.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

constexpr int kPage = 5000;
const CursorOrder kOrder{QStringLiteral("audit"), CursorKey::Time};
/// Entries are sealed within a second; one that is not after so long was put there past the daemon, or nobody seals.
constexpr std::chrono::minutes kUnsealedTolerance{2};

api::AuditVerified answerOf(const ChainReport &report, qint64 after)
{
    api::AuditVerified answer{report.verified, after, report.last, report.isComplete, {}, {}};
    if (report.fault)
        answer.fault = api::AuditFault{toText(report.fault->kind),
                                       report.fault->sequence > 0 ? std::optional(report.fault->sequence) : std::nullopt,
                                       report.fault->entryId};
    if (report.checkpoint)
        answer.checkpoint = api::AuditCheckpoint{report.checkpoint->sequence, report.checkpoint->time};
    return answer;
}

} // namespace

Result<Page<api::AuditItem>> AuditService::list(const Actor &actor, const api::AuditQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::AuditItem>>(m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::AuditItem>> {
        AuditRepo audit(unit.transaction(), unit.tenant());
        auto items = audit.list(query, start->start);
        if (!items)
            return items.error();
        const auto total = audit.count(query, kCountCap + 1);
        if (!total)
            return total.error();
        Page<api::AuditItem> page{std::move(*items), std::min<qint64>(*total, kCountCap), *total <= kCountCap, query.page, query.pageSize, {}};
        if (page.items.size() == query.pageSize)
            page.nextCursor = makeCursor(kOrder, toIso(page.items.last().occurredAt), page.items.last().id, unit.now());
        return page;
    });
}

Result<Page<api::AuditItem>> AuditService::timeline(const Actor &actor, const QString &entityType, const QUuid &entityId,
                                                    const api::AuditTimelineQuery &query) const
{
    api::AuditQuery all;
    all.entityType = entityType;
    all.entityId = entityId;
    all.page = query.page;
    all.pageSize = query.pageSize;
    all.cursor = query.cursor;
    auto page = list(actor, all);
    if (page && page->total == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("nothing is recorded of such a thing"), {}};
    return page;
}

ChainVerifier::Source AuditService::source(TenantId tenant) const
{
    const auto rows = [this, tenant](qint64 after) {
        return UnitOfWork::run<QList<ChainRow>>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) {
            return AuditChainRepo(unit.transaction(), tenant).page(after, kPage);
        });
    };
    const auto checkpoints = [this, tenant] {
        return CheckpointReader::fromFile(CheckpointLog::pathOf(m_proof.checkpointFolder, tenant), tenant, m_proof.publicKey);
    };
    return {tenant, rows, checkpoints};
}

Result<ChainReport> AuditService::verifyChain(const ChainVerifier::Source &source, qint64 after, qint64 atMost) const
{
    auto report = ChainVerifier(source).verify(after, atMost);
    if (!report || !report->isComplete || report->fault)
        return report;
    const auto outside = UnitOfWork::run<std::optional<QUuid>>(m_context, Actor::system(source.tenant), [&](UnitOfWork &unit) {
        return AuditChainRepo(unit.transaction(), unit.tenant()).oldestUnsealed(unit.now() - kUnsealedTolerance);
    });
    if (!outside)
        return outside.error();
    if (*outside)
        report->fault = ChainFault{ChainFaultKind::Inserted, 0, *outside};
    return report;
}

Result<api::AuditVerified> AuditService::verify(const Actor &actor, const api::AuditVerify &request) const
{
    const auto report = verifyChain(source(actor.tenant), request.afterSequence, request.limit);
    if (!report)
        return report.error();
    return answerOf(*report, request.afterSequence);
}

} // namespace countersign
