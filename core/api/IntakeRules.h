// What an application must satisfy beside its field list, and what is derived from it.
#pragma once

#include "core/api/ApplicationDtos.h"
#include "core/api/CaseDtos.h"
#include "core/base/Error.h"
#include "core/scoring/LoanInputs.h"

namespace countersign {

/// Every fault that the field list cannot see: age of 18 to 100 years, the currency the tenant lends in, amounts that
/// fit the currency, flat metadata of at most 4 KiB. `today` in the tenant's time zone.
QList<FieldError> validateIntake(const api::ApplicationCreate &application, const Currency &tenantCurrency, QDate today);

/// Whether it has what a decision needs from the applicant: the income may be handed in later.
bool isComplete(const api::ApplicationCreate &application);

QString applicantName(const api::Personal &personal); ///< `Marko Petrović`

/// What scoring may know of it; money in whole units.
LoanInputs loanInputsOf(const api::ApplicantData &applicant, const api::FinancialData &finances,
                        const std::optional<api::CreditBureauData> &bureau, const api::LoanRequest &loan);

/// indicativeRate: nominal annual percent of the policy in force.
api::Derived derivedOf(const LoanInputs &inputs, const api::LoanRequest &loan, double indicativeRate);

} // namespace countersign
