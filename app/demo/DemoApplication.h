// A row of the credit data set as an application with a made-up person.
#pragma once

#include "core/api/ApplicationDtos.h"
#include "core/scoring/CreditData.h"

namespace countersign::demo {

/// `DEMO-00001` for row 1: a second run finds what is there already.
QString externalIdOf(int rowNumber);
/// The row number of such an id; 0 for any other.
int rowNumberOf(const QString &externalId);

/// `today` gives the date of birth its year.
api::ApplicationCreate demoApplication(const CreditDataRow &row, QDate today);

} // namespace countersign::demo
