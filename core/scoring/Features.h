// The features a model may use: one list with everything that the product ever says about them.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace countersign {

/// Changing a formula, a category or the order changes this text; a bundle of another one is refused. The purpose of
/// the loan is not in it: the shipped data set has none to learn from.
inline constexpr const char *kFeatureSet = "applicant-1";

enum class FeatureId {
    DtiRatio,
    LoanToIncome,
    PaymentToIncome,
    EmploymentYears,
    EmploymentStability,
    SavingsRatio,
    ExistingDebtRatio,
    LoanToValue,
    CreditUtilization,
    CreditHistoryMonths,
    NetMonthlyIncome,
    Amount,
    TermMonths,
    MonthlyObligations,
    Savings,
    ExistingLoans,
    ContractType,
    HousingStatus,
    DerogatoryRecords
};
inline constexpr std::size_t kFeatureCount = std::size_t(FeatureId::DerogatoryRecords) + 1;

enum class FeatureUnit {
    Ratio,  ///< a plain quotient; shown as a percentage
    Factor, ///< a plain number
    Years,
    Months,
    Money, ///< whole units of the tenant's currency
    Category
};

/// When a feature has no value.
enum class MissingRule {
    Never,       ///< the application cannot exist without it
    WhenAbsent,  ///< the input is not known
    WhenUndefined, ///< an input is not known, or the divisor is not above zero
    BecomesUnknown ///< categorical: the category `unknown`
};

/// In which direction a change would be an improvement, and for whom it is possible.
enum class Change { None, Lower, Higher };

/// What a model must obey: the effect of a larger value on the *risk*.
enum class Monotone : int { Decreasing = -1, Free = 0, Increasing = 1 };

struct Feature {
    FeatureId id;
    const char *name;    ///< on the wire and in bundles; stable
    const char *label;   ///< English; translate in the context "Features"
    const char *formula; ///< in words; English; translate in the context "Features"
    FeatureUnit unit;
    MissingRule missing;
    Change applicantCan; ///< what the applicant can do about it
    Change bankCan;      ///< what the bank can do about it, by other terms
    Monotone risk;
    const char *reasonCode; ///< disclosed when it cost the most points
    std::span<const char *const> categories = {}; ///< of a categorical one; the last is always `unknown`
};

/// All features, indexed by FeatureId.
extern const std::array<Feature, kFeatureCount> kFeatures;

inline const Feature &feature(FeatureId id)
{
    return kFeatures[std::size_t(id)];
}

} // namespace countersign
