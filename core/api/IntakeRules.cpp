#include "core/api/IntakeRules.h"

#include "core/json/Json.h"
#include "core/scoring/Annuity.h"
#include "core/scoring/Ratios.h"

namespace countersign {

namespace {

constexpr int kMinAge = 18;
constexpr int kMaxAge = 100;
constexpr qsizetype kMaxMetadataBytes = 4096;

using Faults = QList<FieldError>;

void fault(Faults &faults, const char *path, const char *code, const char *message)
{
    faults.append({QLatin1String(path), QLatin1String(code), QLatin1String(message)});
}

void checkAge(QDate born, QDate today, Faults &faults)
{
    constexpr char path[] = "applicant_data.personal.date_of_birth";
    if (born > today)
        fault(faults, path, "in_the_future", "must not be in the future");
    else if (born.addYears(kMinAge) > today)
        fault(faults, path, "too_young", "the applicant must be at least 18 years old");
    else if (born.addYears(kMaxAge + 1) <= today)
        fault(faults, path, "too_old", "the applicant must be at most 100 years old");
}

void checkMetadata(const std::optional<QJsonObject> &metadata, Faults &faults)
{
    if (!metadata)
        return;
    if (toJsonBytes(*metadata).size() > kMaxMetadataBytes)
        fault(faults, "metadata", "too_long", "must be at most 4096 bytes");
    for (const auto &value : *metadata)
        if (value.isObject() || value.isArray())
            return fault(faults, "metadata", "not_flat", "must be a flat object");
}

void checkMoney(const api::ApplicationCreate &application, Faults &faults)
{
    struct Row {
        const char *path;
        std::optional<Amount> amount;
    };
    const api::FinancialData &f = application.financialData;
    const api::LoanRequest &loan = application.loanRequest;
    const Row rows[]{
        {"loan_request.amount", loan.amount},
        {"loan_request.purchase_price", loan.purchasePrice},
        {"financial_data.income.net_monthly", f.income ? f.income->netMonthly : std::nullopt},
        {"financial_data.expenses.monthly_obligations", f.expenses.monthlyObligations},
        {"financial_data.expenses.rent_mortgage", f.expenses.rentMortgage},
        {"financial_data.expenses.existing_loans_payment", f.expenses.existingLoansPayment},
        {"financial_data.assets.savings", f.assets ? f.assets->savings : std::nullopt},
        {"financial_data.liabilities.existing_loans", f.liabilities ? f.liabilities->existingLoans : std::nullopt},
    };
    for (const Row &row : rows)
        if (row.amount && !Money::fromAmount(*row.amount, loan.currency))
            fault(faults, row.path, "too_many_decimals", "the currency has fewer decimals");
}

std::optional<double> units(const std::optional<Amount> &amount)
{
    return amount ? std::optional(amount->toNumber()) : std::nullopt;
}

} // namespace

QList<FieldError> validateIntake(const api::ApplicationCreate &application, const Currency &tenantCurrency, QDate today)
{
    Faults faults;
    checkAge(application.applicantData.personal.dateOfBirth, today, faults);
    checkMetadata(application.metadata, faults);
    if (!(application.loanRequest.currency == tenantCurrency))
        faults.append({QStringLiteral("loan_request.currency"), QStringLiteral("not_lent_in"),
                       QStringLiteral("this tenant lends in %1 only").arg(tenantCurrency.code())});
    checkMoney(application, faults);
    return faults;
}

bool isComplete(const api::ApplicationCreate &application)
{
    return application.financialData.income && application.financialData.income->netMonthly;
}

QString applicantName(const api::Personal &personal)
{
    return personal.firstName.simplified() + QLatin1Char(' ') + personal.lastName.simplified();
}

LoanInputs loanInputsOf(const api::ApplicantData &applicant, const api::FinancialData &finances,
                        const std::optional<api::CreditBureauData> &bureau, const api::LoanRequest &loan)
{
    LoanInputs inputs;
    inputs.amount = loan.amount.toNumber();
    inputs.termMonths = loan.termMonths;
    inputs.purchasePrice = units(loan.purchasePrice);
    if (finances.income)
        inputs.netMonthlyIncome = units(finances.income->netMonthly);
    inputs.monthlyObligations = finances.expenses.monthlyObligations.toNumber();
    inputs.rentMortgage = units(finances.expenses.rentMortgage);
    inputs.existingLoansPayment = units(finances.expenses.existingLoansPayment);
    if (finances.assets)
        inputs.savings = units(finances.assets->savings);
    if (finances.liabilities)
        inputs.existingLoans = units(finances.liabilities->existingLoans);
    inputs.yearsEmployed = applicant.employment.yearsEmployed;
    inputs.contractType = applicant.employment.contractType;
    if (applicant.address)
        inputs.housingStatus = applicant.address->housingStatus;
    if (bureau) {
        inputs.derogatoryRecords = bureau->derogatoryRecords;
        inputs.creditUtilization = bureau->creditUtilization;
        if (bureau->creditHistoryMonths)
            inputs.creditHistoryMonths = *bureau->creditHistoryMonths;
    }
    return inputs;
}

api::Derived derivedOf(const LoanInputs &inputs, const api::LoanRequest &loan, double indicativeRate)
{
    const Ratios ratios = ratiosOf(inputs, indicativeRate);
    api::Derived derived{ratios.dtiRatio, ratios.loanToIncome, ratios.paymentToIncome, std::nullopt};
    const auto money = Money::fromAmount(loan.amount, loan.currency);
    if (!money)
        return derived;
    const auto payment = annuityPayment(*money, loan.termMonths, loan.interestRate.value_or(indicativeRate));
    if (payment)
        derived.estimatedPayment = payment->toAmount();
    return derived;
}

} // namespace countersign
