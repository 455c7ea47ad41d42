// What scoring may know about an application: plain numbers, no person.
#pragma once

#include "core/application/ContractType.h"
#include "core/application/HousingStatus.h"

#include <optional>

namespace countersign {

/// Money is a double in whole units of the tenant's currency here and only here, because every use of it is a ratio
/// or a model input. An empty optional means "not known" and is never the same as zero. Age, sex, marital status,
/// nationality and address are absent on purpose.
struct LoanInputs {
    double amount = 0;  ///< requested, above zero
    int termMonths = 0; ///< requested, above zero
    std::optional<double> purchasePrice;

    std::optional<double> netMonthlyIncome;
    std::optional<double> monthlyObligations; ///< without rent and without loan payments
    std::optional<double> rentMortgage;
    std::optional<double> existingLoansPayment;
    std::optional<double> savings;
    std::optional<double> existingLoans; ///< outstanding principal

    std::optional<double> yearsEmployed;
    std::optional<ContractType> contractType;
    std::optional<HousingStatus> housingStatus;

    std::optional<bool> derogatoryRecords;
    std::optional<double> creditUtilization; ///< 0..1
    std::optional<double> creditHistoryMonths;

    friend bool operator==(const LoanInputs &, const LoanInputs &) = default;
};

} // namespace countersign
