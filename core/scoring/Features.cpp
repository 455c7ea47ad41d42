#include "core/scoring/Features.h"

#include "core/application/ContractType.h"
#include "core/application/HousingStatus.h"

#include <QtGlobal>

namespace countersign {

namespace {

// The enumeration's texts and `unknown` behind them.
template <class E>
constexpr auto withUnknown()
{
    std::array<const char *, enumTexts<E>.size() + 1> names{};
    for (std::size_t i = 0; i < enumTexts<E>.size(); ++i)
        names[i] = enumTexts<E>[i].text;
    names.back() = "unknown";
    return names;
}

constexpr auto kContractTypes = withUnknown<ContractType>();
constexpr auto kHousingStatuses = withUnknown<HousingStatus>();
constexpr std::array kYesNo{"no", "yes", "unknown"};

} // namespace

constexpr std::array<Feature, kFeatureCount> kTable{{
    {FeatureId::DtiRatio, "dti_ratio", QT_TRANSLATE_NOOP("Features", "Debt-to-income ratio"),
     QT_TRANSLATE_NOOP("Features",
                       "(monthly obligations + rent or mortgage + payments on existing loans) / net monthly income"),
     FeatureUnit::Ratio, MissingRule::WhenUndefined, Change::Lower, Change::None, Monotone::Increasing,
     "debt_to_income_high"},
    {FeatureId::LoanToIncome, "loan_to_income", QT_TRANSLATE_NOOP("Features", "Loan to annual income"),
     QT_TRANSLATE_NOOP("Features", "amount / (12 x net monthly income)"), FeatureUnit::Ratio,
     MissingRule::WhenUndefined, Change::Lower, Change::Lower, Monotone::Increasing, "loan_large_for_income"},
    {FeatureId::PaymentToIncome, "payment_to_income", QT_TRANSLATE_NOOP("Features", "Payment to income"),
     QT_TRANSLATE_NOOP("Features", "monthly payment at the indicative rate / net monthly income"), FeatureUnit::Ratio,
     MissingRule::WhenUndefined, Change::Lower, Change::Lower, Monotone::Increasing, "payment_large_for_income"},
    {FeatureId::EmploymentYears, "employment_years", QT_TRANSLATE_NOOP("Features", "Years in employment"),
     QT_TRANSLATE_NOOP("Features", "years with the present employer, as given"), FeatureUnit::Years,
     MissingRule::WhenAbsent, Change::None, Change::None, Monotone::Decreasing, "employment_short"},
    {FeatureId::EmploymentStability, "employment_stability", QT_TRANSLATE_NOOP("Features", "Employment stability"),
     QT_TRANSLATE_NOOP("Features",
                       "years in employment x weight of the contract (permanent 1.0, self-employed 0.8, fixed term "
                       "0.7, part time 0.6, "
                       "other 0.5, unemployed 0)"),
     FeatureUnit::Factor, MissingRule::WhenUndefined, Change::None, Change::None, Monotone::Decreasing,
     "employment_unstable"},
    {FeatureId::SavingsRatio, "savings_ratio", QT_TRANSLATE_NOOP("Features", "Savings to amount"),
     QT_TRANSLATE_NOOP("Features", "savings / amount"), FeatureUnit::Ratio, MissingRule::WhenUndefined, Change::Higher,
     Change::Higher, Monotone::Decreasing, "savings_low_for_amount"},
    {FeatureId::ExistingDebtRatio, "existing_debt_ratio", QT_TRANSLATE_NOOP("Features", "Existing debt to amount"),
     QT_TRANSLATE_NOOP("Features", "existing loans / amount"), FeatureUnit::Ratio, MissingRule::WhenUndefined,
     Change::Lower, Change::None, Monotone::Increasing, "existing_debt_high"},
    {FeatureId::LoanToValue, "loan_to_value", QT_TRANSLATE_NOOP("Features", "Loan to purchase price"),
     QT_TRANSLATE_NOOP("Features", "amount / purchase price"), FeatureUnit::Ratio, MissingRule::WhenUndefined,
     Change::Lower, Change::Lower, Monotone::Increasing, "loan_large_for_value"},
    {FeatureId::CreditUtilization, "credit_utilization", QT_TRANSLATE_NOOP("Features", "Credit utilization"),
     QT_TRANSLATE_NOOP("Features", "as reported by the credit bureau"), FeatureUnit::Ratio, MissingRule::WhenAbsent,
     Change::Lower, Change::None, Monotone::Increasing, "credit_utilization_high"},
    {FeatureId::CreditHistoryMonths, "credit_history_months", QT_TRANSLATE_NOOP("Features", "Length of credit history"),
     QT_TRANSLATE_NOOP("Features", "as reported by the credit bureau"), FeatureUnit::Months, MissingRule::WhenAbsent,
     Change::None, Change::None, Monotone::Decreasing, "credit_history_short"},
    {FeatureId::NetMonthlyIncome, "net_monthly_income", QT_TRANSLATE_NOOP("Features", "Net monthly income"),
     QT_TRANSLATE_NOOP("Features", "as given"), FeatureUnit::Money, MissingRule::WhenAbsent, Change::Higher,
     Change::None, Monotone::Decreasing, "income_low"},
    {FeatureId::Amount, "amount", QT_TRANSLATE_NOOP("Features", "Loan amount"),
     QT_TRANSLATE_NOOP("Features", "as requested"), FeatureUnit::Money, MissingRule::Never, Change::Lower,
     Change::Lower, Monotone::Free, "amount_unfavourable"},
    {FeatureId::TermMonths, "term_months", QT_TRANSLATE_NOOP("Features", "Loan term"),
     QT_TRANSLATE_NOOP("Features", "as requested"), FeatureUnit::Months, MissingRule::Never, Change::Lower,
     Change::Lower, Monotone::Free, "term_unfavourable"},
    {FeatureId::MonthlyObligations, "monthly_obligations", QT_TRANSLATE_NOOP("Features", "Monthly obligations"),
     QT_TRANSLATE_NOOP("Features", "as given, without rent and loan payments"), FeatureUnit::Money,
     MissingRule::WhenAbsent, Change::Lower, Change::None, Monotone::Increasing, "obligations_high"},
    {FeatureId::Savings, "savings", QT_TRANSLATE_NOOP("Features", "Savings"), QT_TRANSLATE_NOOP("Features", "as given"),
     FeatureUnit::Money, MissingRule::WhenAbsent, Change::Higher, Change::None, Monotone::Decreasing, "savings_low"},
    {FeatureId::ExistingLoans, "existing_loans", QT_TRANSLATE_NOOP("Features", "Existing loans"),
     QT_TRANSLATE_NOOP("Features", "outstanding principal, as given"), FeatureUnit::Money, MissingRule::WhenAbsent,
     Change::Lower, Change::None, Monotone::Increasing, "existing_loans_high"},
    {FeatureId::ContractType, "contract_type", QT_TRANSLATE_NOOP("Features", "Type of contract"),
     QT_TRANSLATE_NOOP("Features", "as given"), FeatureUnit::Category, MissingRule::BecomesUnknown, Change::None,
     Change::None, Monotone::Free, "contract_type", kContractTypes},
    {FeatureId::HousingStatus, "housing_status", QT_TRANSLATE_NOOP("Features", "Housing"),
     QT_TRANSLATE_NOOP("Features", "as given"), FeatureUnit::Category, MissingRule::BecomesUnknown, Change::None,
     Change::None, Monotone::Free, "housing_status", kHousingStatuses},
    {FeatureId::DerogatoryRecords, "derogatory_records", QT_TRANSLATE_NOOP("Features", "Derogatory records"),
     QT_TRANSLATE_NOOP("Features", "as reported by the credit bureau"), FeatureUnit::Category,
     MissingRule::BecomesUnknown, Change::None, Change::None, Monotone::Increasing, "derogatory_records", kYesNo},
}};

constexpr bool isIndexedById()
{
    for (std::size_t i = 0; i < kFeatureCount; ++i)
        if (std::size_t(kTable[i].id) != i)
            return false;
    return true;
}
static_assert(isIndexedById(), "one row per FeatureId, in its order");

constinit const std::array<Feature, kFeatureCount> kFeatures = kTable;

} // namespace countersign
