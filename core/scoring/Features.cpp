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

#define TR(text) QT_TRANSLATE_NOOP("Features", text)

constexpr std::array<Feature, kFeatureCount> kTable{{
    {FeatureId::DtiRatio, "dti_ratio", TR("Debt-to-income ratio"),
     TR("(monthly obligations + rent or mortgage + payments on existing loans) / net monthly income"), FeatureUnit::Ratio,
     MissingRule::WhenUndefined, Change::Lower, Change::None, Monotone::Increasing, "debt_to_income_high"},
    {FeatureId::LoanToIncome, "loan_to_income", TR("Loan to annual income"), TR("amount / (12 x net monthly income)"),
     FeatureUnit::Ratio, MissingRule::WhenUndefined, Change::Lower, Change::Lower, Monotone::Increasing, "loan_large_for_income"},
    {FeatureId::PaymentToIncome, "payment_to_income", TR("Payment to income"),
     TR("monthly payment at the indicative rate / net monthly income"), FeatureUnit::Ratio, MissingRule::WhenUndefined,
     Change::Lower, Change::Lower, Monotone::Increasing, "payment_large_for_income"},
    {FeatureId::EmploymentYears, "employment_years", TR("Years in employment"), TR("years with the present employer, as given"),
     FeatureUnit::Years, MissingRule::WhenAbsent, Change::None, Change::None, Monotone::Decreasing, "employment_short"},
    {FeatureId::EmploymentStability, "employment_stability", TR("Employment stability"),
     TR("years in employment x weight of the contract (permanent 1.0, self-employed 0.8, fixed term 0.7, part time 0.6, "
        "other 0.5, unemployed 0)"),
     FeatureUnit::Factor, MissingRule::WhenUndefined, Change::None, Change::None, Monotone::Decreasing, "employment_unstable"},
    {FeatureId::SavingsRatio, "savings_ratio", TR("Savings to amount"), TR("savings / amount"), FeatureUnit::Ratio,
     MissingRule::WhenUndefined, Change::Higher, Change::Higher, Monotone::Decreasing, "savings_low_for_amount"},
    {FeatureId::ExistingDebtRatio, "existing_debt_ratio", TR("Existing debt to amount"), TR("existing loans / amount"),
     FeatureUnit::Ratio, MissingRule::WhenUndefined, Change::Lower, Change::None, Monotone::Increasing, "existing_debt_high"},
    {FeatureId::LoanToValue, "loan_to_value", TR("Loan to purchase price"), TR("amount / purchase price"), FeatureUnit::Ratio,
     MissingRule::WhenUndefined, Change::Lower, Change::Lower, Monotone::Increasing, "loan_large_for_value"},
    {FeatureId::CreditUtilization, "credit_utilization", TR("Credit utilization"), TR("as reported by the credit bureau"),
     FeatureUnit::Ratio, MissingRule::WhenAbsent, Change::Lower, Change::None, Monotone::Increasing, "credit_utilization_high"},
    {FeatureId::CreditHistoryMonths, "credit_history_months", TR("Length of credit history"),
     TR("as reported by the credit bureau"), FeatureUnit::Months, MissingRule::WhenAbsent, Change::None, Change::None,
     Monotone::Decreasing, "credit_history_short"},
    {FeatureId::NetMonthlyIncome, "net_monthly_income", TR("Net monthly income"), TR("as given"), FeatureUnit::Money,
     MissingRule::WhenAbsent, Change::Higher, Change::None, Monotone::Decreasing, "income_low"},
    {FeatureId::Amount, "amount", TR("Loan amount"), TR("as requested"), FeatureUnit::Money, MissingRule::Never,
     Change::Lower, Change::Lower, Monotone::Free, "amount_unfavourable"},
    {FeatureId::TermMonths, "term_months", TR("Loan term"), TR("as requested"), FeatureUnit::Months, MissingRule::Never,
     Change::Lower, Change::Lower, Monotone::Free, "term_unfavourable"},
    {FeatureId::MonthlyObligations, "monthly_obligations", TR("Monthly obligations"),
     TR("as given, without rent and loan payments"), FeatureUnit::Money, MissingRule::WhenAbsent, Change::Lower, Change::None,
     Monotone::Increasing, "obligations_high"},
    {FeatureId::Savings, "savings", TR("Savings"), TR("as given"), FeatureUnit::Money, MissingRule::WhenAbsent,
     Change::Higher, Change::None, Monotone::Decreasing, "savings_low"},
    {FeatureId::ExistingLoans, "existing_loans", TR("Existing loans"), TR("outstanding principal, as given"),
     FeatureUnit::Money, MissingRule::WhenAbsent, Change::Lower, Change::None, Monotone::Increasing, "existing_loans_high"},
    {FeatureId::ContractType, "contract_type", TR("Type of contract"), TR("as given"), FeatureUnit::Category,
     MissingRule::BecomesUnknown, Change::None, Change::None, Monotone::Free, "contract_type", kContractTypes},
    {FeatureId::HousingStatus, "housing_status", TR("Housing"), TR("as given"), FeatureUnit::Category,
     MissingRule::BecomesUnknown, Change::None, Change::None, Monotone::Free, "housing_status", kHousingStatuses},
    {FeatureId::DerogatoryRecords, "derogatory_records", TR("Derogatory records"), TR("as reported by the credit bureau"),
     FeatureUnit::Category, MissingRule::BecomesUnknown, Change::None, Change::None, Monotone::Increasing,
     "derogatory_records", kYesNo},
}};

#undef TR

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
