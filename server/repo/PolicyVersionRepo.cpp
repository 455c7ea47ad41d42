#include "server/repo/PolicyVersionRepo.h"

#include "server/repo/PolicyRepo.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace {

constexpr std::size_t kBlock = 20'000;  // rows that are in memory as text at once
constexpr qint64 kEnoughDecisions = 30; // fewer say nothing about how long a review takes

std::optional<api::Person> personOf(const Query &row, const char *id, const char *name)
{
    const auto person = row.get<std::optional<UserId>>(id);
    return person ? std::optional(api::Person{*person, row.get<QString>(name)}) : std::nullopt;
}

Result<api::PolicyInfo> infoOf(const Query &row)
{
    api::PolicyInfo info;
    info.id = row.get<PolicyId>("id");
    info.version = row.get<int>("version");
    info.state = repo::enumOf<PolicyState>(row, "state");
    info.currency = repo::currencyOf(row);
    info.rules = policyOf(row, info.currency);
    info.reason = row.get<QString>("reason");
    info.createdBy = personOf(row, "created_by_id", "created_by_name");
    info.createdAt = row.get<Instant>("created_at");
    info.approvedBy = personOf(row, "approved_by_id", "approved_by_name");
    info.approvedAt = row.get<std::optional<Instant>>("approved_at");
    info.activatedAt = row.get<std::optional<Instant>>("activated_at");
    info.retiredAt = row.get<std::optional<Instant>>("retired_at");
    if (row.get<std::optional<QString>>("simulation")) {
        const auto report = repo::jsonOf<api::SimulationReport>(row, "simulation");
        if (!report)
            return report.error();
        info.simulation = *report;
    }
    return info;
}

// The stop switch and the second review as they were, read back from the reasons that they left.
PastCase pastCaseOf(const Query &row, const Currency &currency)
{
    const QStringList reasons = row.get<QStringList>("route_reasons");
    PastCase past;
    past.question.score = row.get<std::optional<int>>("score");
    past.question.amount = repo::amountOf(row, "amount_minor", currency);
    past.question.termMonths = row.get<int>("term_months");
    past.question.purpose = repo::enumOf<LoanPurpose>(row, "purpose");
    if (reasons.contains(toText(RouteReason::AutomationSuspended)))
        past.question.automation = Automation::Off;
    past.question.drawnForSecondReview = reasons.contains(toText(RouteReason::SecondReview));
    past.route = repo::enumOf<Route>(row, "route");
    past.recommendation = repo::optionalEnumOf<Recommendation>(row, "recommendation");
    past.defaulted = row.get<std::optional<bool>>("is_bad");
    past.hour = row.get<int>("hour");
    return past;
}

} // namespace

Result<QList<api::PolicyInfo>> PolicyVersionRepo::list(const api::PolicyQuery &query, std::optional<PolicyId> after)
{
    Query page = m_transaction.query("policy/list");
    page.bind("tenant_id", m_tenant)
        .bind("state", query.state ? std::optional<QString>(toText(*query.state)) : std::nullopt)
        .bind("after_id", after)
        .bind("limit", query.pageSize)
        .bind("offset", after ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::PolicyInfo> policies;
    while (page.next()) {
        auto info = infoOf(page);
        if (!info)
            return info.error();
        policies.append(std::move(*info));
    }
    return policies;
}

Result<qint64> PolicyVersionRepo::count(const api::PolicyQuery &query)
{
    Query total = m_transaction.query("policy/count");
    total.bind("tenant_id", m_tenant)
        .bind("state", query.state ? std::optional<QString>(toText(*query.state)) : std::nullopt);
    if (auto done = total.exec(); !done)
        return done.error();
    total.next();
    return total.get<qint64>("total");
}

Result<std::optional<api::PolicyInfo>> PolicyVersionRepo::get(PolicyId id)
{
    Query row = m_transaction.query("policy/get");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<api::PolicyInfo>();
    const auto info = infoOf(row);
    return info ? Result<std::optional<api::PolicyInfo>>(*info) : info.error();
}

Result<Automation> PolicyVersionRepo::automation()
{
    return switchOf("policy/automation");
}

Result<Automation> PolicyVersionRepo::lock()
{
    return switchOf("policy/lock");
}

Result<Automation> PolicyVersionRepo::switchOf(const char *statement)
{
    Query row = m_transaction.query(statement);
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    if (!row.next())
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such tenant."), {}};
    return repo::enumOf<Automation>(row, "automation");
}

Result<void> PolicyVersionRepo::insert(const NewPolicy &policy, const Currency &currency, Instant now)
{
    const Policy &rules = policy.request.rules;
    QStringList purposes;
    for (const LoanPurpose purpose : rules.requireReviewPurposes)
        purposes.append(toText(purpose));
    return m_transaction.query("policy/insert_draft")
        .bind("tenant_id", m_tenant)
        .bind("id", policy.id)
        .bind("auto_approve_min", rules.autoApproveMin)
        .bind("auto_decline_max", rules.autoDeclineMax)
        .bind("recommendation_cutoff", rules.recommendationCutoff)
        .bind("max_loan_amount_auto_minor", repo::minorOf(rules.maxLoanAmountAuto, currency))
        .bind("max_term_months_auto", rules.maxTermMonthsAuto)
        .bind("require_review_purposes", purposes)
        .bind("indicative_rate", rules.indicativeRate)
        .bind("sla_hours", rules.slaHours)
        .bind("band_override_approval", toText(rules.bandOverrideApproval))
        .bind("reason", policy.request.reason.trimmed())
        .bind("created_by", policy.createdBy)
        .bind("now", now)
        .exec();
}

Result<bool> PolicyVersionRepo::moved(Query &update)
{
    if (auto done = update.exec(); !done)
        return done.error();
    return update.affectedRows() == 1;
}

Result<bool> PolicyVersionRepo::setSimulated(PolicyId id, const api::SimulationReport &report, Instant now)
{
    Query update = m_transaction.query("policy/set_simulated");
    update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now);
    update.bind("simulation", Codec<api::SimulationReport>::write(report).toObject());
    return moved(update);
}

Result<bool> PolicyVersionRepo::setApproved(PolicyId id, const QString &by, Instant now)
{
    Query update = m_transaction.query("policy/set_approved");
    update.bind("tenant_id", m_tenant).bind("id", id).bind("approved_by", by).bind("now", now);
    return moved(update);
}

Result<bool> PolicyVersionRepo::setActive(PolicyId id, Instant now)
{
    Query retire = m_transaction.query("policy/retire_active");
    if (auto done = retire.bind("tenant_id", m_tenant).bind("now", now).exec(); !done)
        return done.error();
    Query update = m_transaction.query("policy/set_active");
    update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now);
    return moved(update);
}

Result<void> PolicyVersionRepo::setAutomation(Automation automation, Instant now)
{
    return m_transaction.query("policy/set_automation")
        .bind("tenant_id", m_tenant)
        .bind("automation", toText(automation))
        .bind("now", now)
        .exec();
}

Result<std::vector<PastCase>> PolicyVersionRepo::pastCases(const Period &period, const Currency &currency,
                                                           std::size_t limit)
{
    std::vector<PastCase> cases;
    std::optional<QUuid> before;
    while (cases.size() < limit) {
        const std::size_t wanted = std::min(kBlock, limit - cases.size());
        Query block = m_transaction.query("policy/past_cases");
        block.bind("tenant_id", m_tenant).bind("from", period.from).bind("to", period.to).bind("before_id", before);
        if (auto done = block.bind("limit", qint64(wanted)).exec(); !done)
            return done.error();
        while (block.next()) {
            cases.push_back(pastCaseOf(block, currency));
            before = block.get<QUuid>("id");
        }
        if (std::size_t(block.rowCount()) < wanted)
            break;
    }
    return cases;
}

Result<std::optional<double>> PolicyVersionRepo::reviewMinutes(const Period &period)
{
    Query row = m_transaction.query("policy/review_minutes");
    if (auto done = row.bind("tenant_id", m_tenant).bind("from", period.from).bind("to", period.to).exec(); !done)
        return done.error();
    row.next();
    return row.get<qint64>("decisions") < kEnoughDecisions ? std::optional<double>()
                                                           : row.get<std::optional<double>>("minutes");
}

Result<bool> PolicyVersionRepo::hadOtherRate(const Period &period, double indicativeRate)
{
    Query row = m_transaction.query("policy/rates_in_force");
    row.bind("tenant_id", m_tenant)
        .bind("from", period.from)
        .bind("to", period.to)
        .bind("indicative_rate", indicativeRate);
    if (auto done = row.exec(); !done)
        return done.error();
    row.next();
    return row.get<bool>("differs");
}

} // namespace countersign
