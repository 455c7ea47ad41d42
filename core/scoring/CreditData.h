// The shipped data set, row by row, in the words and the currency of an application.
#pragma once

#include "core/base/Money.h"
#include "core/base/Result.h"
#include "core/scoring/LoanInputs.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace countersign {

/// One money unit of the file is taken as 704.00 RSD.
inline constexpr qint64 kRsdPerUnit = 704;

/// One row, mapped to the fields of an application. Money is in RSD.
struct CreditDataRow {
    int number = 0; ///< data rows count from 1; isTrainingRow() takes it
    bool defaulted = false;

    double yearsEmployed = 0;
    std::optional<HousingStatus> housingStatus;
    std::optional<ContractType> contractType;
    std::optional<bool> derogatoryRecords;
    Amount monthlyObligations;
    std::optional<Amount> netMonthly;
    std::optional<Amount> savings;
    std::optional<Amount> existingLoans;
    Amount amount;
    Amount purchasePrice;
    int termMonths = 0;

    int age = 0;           ///< for a date of birth; never for a model
    QString maritalStatus; ///< protected attribute, empty = unknown; never for a model

    LoanInputs loanInputs() const;
};

/// Reads the whole file: header row, 14 columns, empty = missing. Malformed (`malformed_data`) names the line and the
/// column that it cannot read.
Result<QList<CreditDataRow>> parseCreditData(const QByteArray &csv);

} // namespace countersign
