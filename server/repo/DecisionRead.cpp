// The reading half of DecisionRepo: single decisions, lists, and what waits for a second person.
#include "core/decision/FourEyes.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/DecisionTexts.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace {

std::optional<api::Person> personOf(const Query &row, const char *id, const char *name)
{
    const auto person = row.get<std::optional<UserId>>(id);
    return person ? std::optional(api::Person{*person, row.get<QString>(name)}) : std::nullopt;
}

std::optional<api::ApprovedTerms> termsOf(const Query &row, const Currency &currency)
{
    const auto amount = repo::optionalAmountOf(row, "approved_amount_minor", currency);
    if (!amount)
        return std::nullopt;
    return api::ApprovedTerms{*amount, row.get<int>("approved_term_months"), row.get<double>("approved_interest_rate")};
}

void readOverride(const Query &row, api::DecisionInfo &info)
{
    info.overrideFlag = row.get<bool>("override_flag");
    info.overrideDirection = repo::optionalEnumOf<OverrideDirection>(row, "override_direction");
    info.overrideKind = repo::optionalEnumOf<OverrideKind>(row, "override_kind");
    info.overrideReason = repo::optionalEnumOf<OverrideReason>(row, "override_reason");
    info.approvalDeadline = row.get<std::optional<Instant>>("approval_deadline");
    info.overrideApprovedBy = personOf(row, "override_approved_by", "override_approved_by_name");
    info.overrideApprovedAt = row.get<std::optional<Instant>>("override_approved_at");
    info.overrideRejectedBy = personOf(row, "override_rejected_by", "override_rejected_by_name");
    info.overrideRejectedAt = row.get<std::optional<Instant>>("override_rejected_at");
}

Result<api::DecisionInfo> infoOf(const Query &row, const repo::Opener &opener)
{
    api::DecisionInfo info;
    info.id = row.get<DecisionId>("id");
    info.applicationId = row.get<ApplicationId>("application_id");
    info.decisionType = repo::enumOf<DecisionType>(row, "decision_type");
    info.decisionOutcome = repo::enumOf<DecisionOutcome>(row, "outcome");
    info.status = repo::enumOf<DecisionStatus>(row, "status");
    const Currency currency = repo::currencyOf(row);
    info.currency = currency;
    info.approvedTerms = termsOf(row, currency);
    info.monthlyPayment = repo::optionalAmountOf(row, "monthly_payment_minor", currency);
    for (const QString &text : row.get<QStringList>("reason_codes"))
        if (const auto code = fromText<ReasonCode>(text))
            info.reasonCodes.append(*code);
    readOverride(row, info);
    info.modelScore = row.get<std::optional<int>>("model_score");
    info.recommendation = repo::optionalEnumOf<Recommendation>(row, "recommendation");
    info.decidedBy = personOf(row, "decided_by", "decided_by_name");
    info.reviewTimeSeconds = row.get<std::optional<int>>("review_time_seconds");
    info.decidedAt = row.get<Instant>("decided_at");
    info.version = row.get<int>("version");
    if (auto read = repo::readTexts(row, info, opener); !read)
        return read.error();
    return info;
}

Result<api::DecisionItem> itemOf(const Query &row, const repo::Opener &opener)
{
    api::DecisionItem item;
    item.id = row.get<DecisionId>("id");
    item.applicationId = row.get<ApplicationId>("application_id");
    auto name = opener.nameOf(row, item.applicationId);
    if (!name)
        return name.error();
    item.applicantName = std::move(*name);
    item.externalId = row.get<QString>("external_id");
    item.decisionType = repo::enumOf<DecisionType>(row, "decision_type");
    item.decisionOutcome = repo::enumOf<DecisionOutcome>(row, "outcome");
    item.status = repo::enumOf<DecisionStatus>(row, "status");
    item.currency = repo::currencyOf(row);
    item.approvedAmount = repo::optionalAmountOf(row, "approved_amount_minor", item.currency);
    item.overrideFlag = row.get<bool>("override_flag");
    item.overrideDirection = repo::optionalEnumOf<OverrideDirection>(row, "override_direction");
    item.overrideKind = repo::optionalEnumOf<OverrideKind>(row, "override_kind");
    item.modelScore = row.get<std::optional<int>>("model_score");
    item.decidedBy = personOf(row, "decided_by", "decided_by_name");
    item.reviewTimeSeconds = row.get<std::optional<int>>("review_time_seconds");
    item.decidedAt = row.get<Instant>("decided_at");
    item.version = row.get<int>("version");
    return item;
}

Result<api::WaitingOverride> waitingOf(const Query &row, std::optional<UserId> me, Instant now, const repo::Opener &opener)
{
    api::WaitingOverride item;
    item.id = row.get<DecisionId>("id");
    item.applicationId = row.get<ApplicationId>("application_id");
    auto name = opener.nameOf(row, item.applicationId);
    if (!name)
        return name.error();
    item.applicantName = std::move(*name);
    item.externalId = row.get<QString>("external_id");
    item.currency = repo::currencyOf(row);
    item.amount = repo::amountOf(row, "amount_minor", item.currency);
    item.termMonths = row.get<int>("term_months");
    item.purpose = repo::enumOf<LoanPurpose>(row, "purpose");
    item.decisionOutcome = repo::enumOf<DecisionOutcome>(row, "outcome");
    item.approvedTerms = termsOf(row, item.currency);
    item.overrideDirection = repo::enumOf<OverrideDirection>(row, "override_direction");
    item.overrideKind = repo::optionalEnumOf<OverrideKind>(row, "override_kind");
    item.overrideReason = repo::enumOf<OverrideReason>(row, "override_reason");
    item.modelScore = row.get<std::optional<int>>("model_score");
    item.riskCategory = repo::optionalEnumOf<RiskCategory>(row, "risk_category");
    item.recommendation = repo::optionalEnumOf<Recommendation>(row, "recommendation");
    item.decidedBy = {row.get<UserId>("decided_by"), row.get<QString>("decided_by_name")};
    item.isOwn = me == item.decidedBy.id;
    item.decidedAt = row.get<Instant>("decided_at");
    item.waitTimeMinutes =
        int(std::max<qint64>(0, std::chrono::floor<std::chrono::minutes>(now - item.decidedAt).count()));
    item.approvalDeadline = row.get<Instant>("approval_deadline");
    item.slaState = signatureStateAt(now, item.approvalDeadline);
    item.version = row.get<int>("version");
    return item;
}

template <TextEnum E>
std::optional<QString> textOf(const std::optional<E> &value)
{
    return value ? std::optional(toText(*value)) : std::nullopt;
}

void bindFilters(Query &query, const api::DecisionQuery &filter, const DecisionLimits &limits)
{
    query.bind("created_by_key", limits.key)
        .bind("hidden_id", limits.hidden)
        .bind("application_id", filter.applicationId)
        .bind("analyst_id", filter.analystId)
        .bind("decision_type", textOf(filter.decisionType))
        .bind("outcome", textOf(filter.decisionOutcome))
        .bind("status", textOf(filter.status))
        .bind("override_flag", filter.overrideFlag)
        .bind("override_direction", textOf(filter.overrideDirection))
        .bind("from_date", filter.fromDate)
        .bind("to_date", filter.toDate);
}

/// A state of the clock as the deadlines that are in it. Nothing is ever paused here.
void bindFilters(Query &query, const api::OverrideQuery &filter, Instant now)
{
    std::optional<Instant> after;
    std::optional<Instant> by;
    if (filter.slaState == SlaState::Ok)
        after = now + kOverrideApprovalWarning - Duration(1);
    if (filter.slaState == SlaState::Approaching) {
        after = now;
        by = now + kOverrideApprovalWarning - Duration(1);
    }
    if (filter.slaState == SlaState::Breached)
        by = now;
    if (filter.slaState == SlaState::Paused)
        by = Instant(); // none waited then
    query.bind("override_direction", textOf(filter.overrideDirection))
        .bind("override_kind", textOf(filter.overrideKind))
        .bind("analyst_id", filter.analystId)
        .bind("due_after", after)
        .bind("due_by", by);
}

template <class AnyQuery>
void bindPage(Query &page, const AnyQuery &query, const std::optional<PageStart> &start)
{
    page.bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
}

Result<qint64> totalOf(Query counted)
{
    if (auto done = counted.exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

} // namespace

Result<QList<api::DecisionInfo>> DecisionRepo::listOf(ApplicationId application, const KeyRing &keys)
{
    Query row = m_transaction.query("decision/list_of_application");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    QList<api::DecisionInfo> decisions;
    while (row.next()) {
        auto info = infoOf(row, {keys, m_tenant});
        if (!info)
            return info.error();
        decisions.append(std::move(*info));
    }
    return decisions;
}

Result<std::optional<api::DecisionInfo>> DecisionRepo::get(DecisionId id, const KeyRing &keys,
                                                             const std::optional<ApiKeyId> &key)
{
    Query row = m_transaction.query("decision/get");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).bind("created_by_key", key).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<api::DecisionInfo>();
    auto info = infoOf(row, {keys, m_tenant});
    return info ? Result<std::optional<api::DecisionInfo>>(std::move(*info)) : info.error();
}

Result<std::optional<LockedDecision>> DecisionRepo::lock(DecisionId id)
{
    Query row = m_transaction.query("decision/lock");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<LockedDecision>();
    return std::optional(LockedDecision{id, row.get<ApplicationId>("application_id"),
                                        repo::enumOf<DecisionStatus>(row, "status"),
                                        repo::enumOf<DecisionOutcome>(row, "outcome"),
                                        row.get<std::optional<UserId>>("decided_by"), row.get<int>("version")});
}

Result<QList<api::DecisionItem>> DecisionRepo::list(const api::DecisionQuery &query, const DecisionLimits &limits,
                                                    const std::optional<PageStart> &start, const KeyRing &keys)
{
    if (auto planned = m_transaction.query("session/plan_for_values").exec(); !planned)
        return planned.error();
    Query page = m_transaction.query("decision/list");
    bindFilters(page, query, limits);
    bindPage(page, query, start);
    if (auto done = page.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    QList<api::DecisionItem> items;
    while (page.next()) {
        auto item = itemOf(page, {keys, m_tenant});
        if (!item)
            return item.error();
        items.append(std::move(*item));
    }
    return items;
}

Result<qint64> DecisionRepo::count(const api::DecisionQuery &query, const DecisionLimits &limits, int cap)
{
    Query counted = m_transaction.query("decision/count");
    bindFilters(counted, query, limits);
    counted.bind("tenant_id", m_tenant).bind("cap", cap);
    return totalOf(std::move(counted));
}

Result<QList<api::WaitingOverride>> DecisionRepo::waiting(const api::OverrideQuery &query, std::optional<UserId> me,
                                                          Instant now, const std::optional<PageStart> &start,
                                                          const KeyRing &keys)
{
    if (auto planned = m_transaction.query("session/plan_for_values").exec(); !planned)
        return planned.error();
    Query page = m_transaction.query("decision/list_waiting");
    bindFilters(page, query, now);
    bindPage(page, query, start);
    if (auto done = page.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    QList<api::WaitingOverride> items;
    while (page.next()) {
        auto item = waitingOf(page, me, now, {keys, m_tenant});
        if (!item)
            return item.error();
        items.append(std::move(*item));
    }
    return items;
}

Result<qint64> DecisionRepo::countWaiting(const api::OverrideQuery &query, Instant now, int cap)
{
    Query counted = m_transaction.query("decision/count_waiting");
    bindFilters(counted, query, now);
    counted.bind("tenant_id", m_tenant).bind("cap", cap);
    return totalOf(std::move(counted));
}

} // namespace countersign
