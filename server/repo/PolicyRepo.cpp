#include "server/repo/PolicyRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

Policy policyOf(const Query &row, const Currency &currency)
{
    Policy policy;
    policy.version = row.get<int>("version");
    policy.autoApproveMin = row.get<int>("auto_approve_min");
    policy.autoDeclineMax = row.get<int>("auto_decline_max");
    policy.recommendationCutoff = row.get<int>("recommendation_cutoff");
    policy.maxLoanAmountAuto = repo::amountOf(row, "max_loan_amount_auto_minor", currency);
    policy.maxTermMonthsAuto = row.get<int>("max_term_months_auto");
    for (const QString &text : row.get<QStringList>("require_review_purposes"))
        if (const auto purpose = fromText<LoanPurpose>(text))
            policy.requireReviewPurposes.append(*purpose);
    policy.indicativeRate = row.get<double>("indicative_rate");
    policy.slaHours = row.get<int>("sla_hours");
    policy.bandOverrideApproval = repo::enumOf<BandOverrideApproval>(row, "band_override_approval");
    return policy;
}

Result<ActivePolicy> PolicyRepo::active()
{
    Query row = m_transaction.query("policy/active");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    if (!row.next())
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("no_active_policy"),
                     QStringLiteral("the tenant has no active policy"),
                     {}};
    ActivePolicy active;
    active.id = row.get<PolicyId>("id");
    active.currency = repo::currencyOf(row);
    active.timeZone = row.get<QString>("time_zone").toLatin1();
    active.automation = repo::enumOf<Automation>(row, "automation");
    active.expiryDays = row.get<int>("expiry_days");
    active.policy = policyOf(row, active.currency);
    return active;
}

Result<std::optional<ProductionModel>> PolicyRepo::productionModel()
{
    Query row = m_transaction.query("model/production");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<ProductionModel>();
    return std::optional(ProductionModel{row.get<ModelId>("id"),
                                         row.get<QString>("name") + QLatin1Char(' ') + row.get<QString>("version"),
                                         row.get<QString>("algorithm"), row.get<QString>("bundle_sha256")});
}

} // namespace countersign
