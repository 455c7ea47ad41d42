#include "server/ml/ProbeSet.h"

namespace countersign {

namespace {

constexpr double kIndicativeRate = 12.0;

LoanInputs ordinary()
{
    LoanInputs inputs;
    inputs.amount = 704'000;
    inputs.termMonths = 48;
    inputs.purchasePrice = 985'600;
    inputs.netMonthlyIncome = 91'520;
    inputs.monthlyObligations = 38'720;
    inputs.savings = 2'112'000;
    inputs.existingLoans = 0;
    inputs.yearsEmployed = 7;
    inputs.contractType = ContractType::Permanent;
    inputs.housingStatus = HousingStatus::Owner;
    inputs.derogatoryRecords = false;
    return inputs;
}

LoanInputs scaled(double factor)
{
    LoanInputs inputs = ordinary();
    inputs.amount *= factor;
    inputs.netMonthlyIncome = *inputs.netMonthlyIncome / factor;
    inputs.savings = *inputs.savings / factor;
    inputs.existingLoans = 100'000 * factor;
    inputs.rentMortgage = 10'000 * factor;
    inputs.yearsEmployed = 60 / (1 + factor);
    inputs.derogatoryRecords = factor > 1;
    return inputs;
}

LoanInputs empty()
{
    LoanInputs inputs;
    inputs.amount = 1;
    inputs.termMonths = 1;
    return inputs;
}

} // namespace

std::vector<FeatureVector> probeSet()
{
    std::vector<LoanInputs> all{ordinary(), empty()};
    for (const double factor : {0.001, 0.1, 0.5, 2.0, 10.0, 1e6})
        all.push_back(scaled(factor));
    for (const auto &contract : enumTexts<ContractType>) {
        all.push_back(scaled(1.5));
        all.back().contractType = contract.value;
    }
    for (const auto &housing : enumTexts<HousingStatus>) {
        all.push_back(scaled(0.7));
        all.back().housingStatus = housing.value;
    }
    std::vector<FeatureVector> rows;
    for (const LoanInputs &inputs : all)
        rows.push_back(featuresOf(inputs, kIndicativeRate));
    return rows;
}

} // namespace countersign
