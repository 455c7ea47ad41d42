#include "core/scoring/Ratios.h"

#include "core/scoring/Annuity.h"

#include <array>

namespace countersign {

namespace {

constexpr std::array kContractMultipliers{1.0, 0.7, 0.6, 0.8, 0.5, 0.0};
static_assert(kContractMultipliers.size() == enumTexts<ContractType>.size());

std::optional<double> quotient(std::optional<double> dividend, std::optional<double> divisor)
{
    if (!dividend || !divisor || !(*divisor > 0))
        return std::nullopt;
    return *dividend / *divisor;
}

std::optional<double> monthlyDebt(const LoanInputs &inputs)
{
    if (!inputs.monthlyObligations)
        return std::nullopt;
    return *inputs.monthlyObligations + inputs.rentMortgage.value_or(0) + inputs.existingLoansPayment.value_or(0);
}

std::optional<double> yearly(std::optional<double> monthly)
{
    return monthly ? std::optional(12 * *monthly) : std::nullopt;
}

std::optional<double> estimatedPayment(const LoanInputs &inputs, double indicativeRate)
{
    if (inputs.termMonths < 1)
        return std::nullopt;
    return annuity(inputs.amount, inputs.termMonths, indicativeRate);
}

} // namespace

double contractMultiplier(ContractType contract)
{
    return kContractMultipliers[std::size_t(contract)];
}

Ratios ratiosOf(const LoanInputs &inputs, double indicativeRate)
{
    Ratios ratios;
    ratios.dtiRatio = quotient(monthlyDebt(inputs), inputs.netMonthlyIncome);
    ratios.loanToIncome = quotient(inputs.amount, yearly(inputs.netMonthlyIncome));
    ratios.paymentToIncome = quotient(estimatedPayment(inputs, indicativeRate), inputs.netMonthlyIncome);
    ratios.savingsRatio = quotient(inputs.savings, inputs.amount);
    ratios.existingDebtRatio = quotient(inputs.existingLoans, inputs.amount);
    ratios.loanToValue = quotient(inputs.amount, inputs.purchasePrice);
    if (inputs.yearsEmployed && inputs.contractType)
        ratios.employmentStability = *inputs.yearsEmployed * contractMultiplier(*inputs.contractType);
    return ratios;
}

} // namespace countersign
