// The derived ratios that people see and models use: one formula each, in this place only.
#pragma once

#include "core/scoring/LoanInputs.h"

#include <optional>

namespace countersign {

/// Empty = missing: an input is not known or the divisor is not above zero. Never infinite.
struct Ratios {
    /// (monthly_obligations + rent_mortgage + existing_loans_payment) / net_monthly_income. Obligations must be known;
    /// the other two count as 0 when they are absent.
    std::optional<double> dtiRatio;
    std::optional<double> loanToIncome;    ///< amount / (12 x net_monthly_income)
    std::optional<double> paymentToIncome; ///< annuity(amount, term, indicative rate) / net_monthly_income
    std::optional<double> savingsRatio;    ///< savings / amount
    std::optional<double> existingDebtRatio; ///< existing_loans / amount
    std::optional<double> loanToValue;       ///< amount / purchase_price
    std::optional<double> employmentStability; ///< years_employed x contract multiplier

    friend bool operator==(const Ratios &, const Ratios &) = default;
};

/// indicativeRate: nominal annual percent of the policy, 12.0 for 12 %.
Ratios ratiosOf(const LoanInputs &inputs, double indicativeRate);

/// permanent 1.0, fixed_term 0.7, part_time 0.6, self_employed 0.8, other 0.5, unemployed 0 (scoring.md's table).
double contractMultiplier(ContractType contract);

} // namespace countersign
