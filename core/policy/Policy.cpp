#include "core/policy/Policy.h"

#include "core/scoring/ScoreScale.h"

namespace countersign {

namespace {

bool isScore(int value)
{
    return value >= kMinScore && value <= kMaxScore;
}

} // namespace

Result<void> checkPolicy(const Policy &policy)
{
    struct Check {
        bool holds;
        const char *path;
        const char *code;
        const char *message;
    };
    const std::array checks{
        Check{isScore(policy.autoApproveMin), "auto_approve_min", "out_of_range", "is a score, 0 to 1000"},
        Check{isScore(policy.autoDeclineMax), "auto_decline_max", "out_of_range", "is a score, 0 to 1000"},
        Check{policy.autoDeclineMax < policy.recommendationCutoff && policy.recommendationCutoff <= policy.autoApproveMin,
              "recommendation_cutoff", "out_of_band", "lies above auto_decline_max and not above auto_approve_min"},
        Check{policy.maxLoanAmountAuto.hundredths > 0, "max_loan_amount_auto", "must_be_positive", "is above 0"},
        Check{policy.maxTermMonthsAuto > 0, "max_term_months_auto", "must_be_positive", "is above 0"},
        Check{policy.indicativeRate >= 0 && policy.indicativeRate <= 1000, "indicative_rate", "out_of_range",
              "is an annual percentage, 0 to 1000"},
        Check{policy.slaHours > 0, "sla_hours", "must_be_positive", "is above 0"},
    };
    Error error{ErrorCode::Invalid, QStringLiteral("invalid_policy"), QStringLiteral("the policy contradicts itself"), {}};
    for (const Check &check : checks)
        if (!check.holds)
            error.fields.append({QLatin1String(check.path), QLatin1String(check.code), QLatin1String(check.message)});
    if (error.fields.isEmpty())
        return {};
    return error;
}

} // namespace countersign
