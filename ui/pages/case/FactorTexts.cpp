#include "ui/pages/case/FactorTexts.h"

#include "ui/models/Words.h"
#include "ui/widgets/FactorBars.h"

#include <QCoreApplication>

namespace countersign {

void showFactors(FactorBars &bars, const std::optional<api::ScoringResult> &scoring, const Currency &currency)
{
    QList<FactorRow> rows;
    if (scoring)
        for (const api::TopFactor &factor : scoring->topFactors)
            rows.append({words::factorLabel(factor.feature, factor.label), words::factorValue(factor, currency), double(factor.points)});
    bars.setRows(rows);
    bars.setCaption(scoring ? QCoreApplication::translate("FactorTexts", "points · starts at %1 · other factors %2")
                                  .arg(scoring->baseScore)
                                  .arg(pointsText(scoring->otherPoints))
                            : QString());
}

} // namespace countersign
