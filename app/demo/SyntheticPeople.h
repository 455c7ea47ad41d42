// People who do not exist, for the demo: the same person for the same number, on every machine.
#pragma once

#include "core/api/ApplicationDtos.h"

namespace countersign::demo {

/// Name, contacts and identity number for row `number` of the data set (from 1). Two of three are Serbian names, the
/// rest English. The identity number begins with the date of birth and ends in 000, which no real one does; the mail
/// domain is reserved for examples, the telephone prefix is not in use.
api::Personal syntheticPerson(int number, QDate dateOfBirth);

/// City, postal code and street; housing is left to the caller.
api::Address syntheticAddress(int number);

QString syntheticEmployer(int number);

/// The purpose of the loan, which the data set does not have: drawn by seed, most often a car.
LoanPurpose syntheticPurpose(int number);

} // namespace countersign::demo
