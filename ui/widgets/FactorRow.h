// One factor of a score as it is shown.
#pragma once

#include <QString>

namespace countersign {

struct FactorRow {
    QString label;     ///< `Savings relative to the loan`
    QString value;     ///< `41,7 %`
    double points = 0; ///< of the score; above zero raises it
};

/// `▲ +38`, `▼ −44`, `0`: whole points, the sign said twice.
QString pointsText(double points);

} // namespace countersign
