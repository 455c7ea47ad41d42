#include "server/ml/train/TrainingSet.h"

#include "core/scoring/HoldOut.h"

#include <numeric>

namespace countersign {

double TrainingSet::badRate() const
{
    return labels.empty() ? 0 : std::accumulate(labels.begin(), labels.end(), 0.0) / double(labels.size());
}

TrainingSet TrainingSet::subset(std::span<const std::size_t> indices) const
{
    TrainingSet result;
    result.rows.reserve(indices.size());
    result.labels.reserve(indices.size());
    for (const std::size_t i : indices) {
        result.rows.push_back(rows[i]);
        result.labels.push_back(labels[i]);
    }
    return result;
}

bool isInPart(const CreditDataRow &row, CreditDataPart part)
{
    return part == CreditDataPart::All || isTrainingRow(row.number) == (part == CreditDataPart::Training);
}

TrainingSet trainingSetOf(const QList<CreditDataRow> &data, CreditDataPart part)
{
    TrainingSet set;
    for (const CreditDataRow &row : data) {
        if (!isInPart(row, part))
            continue;
        set.rows.push_back(featuresOf(row.loanInputs(), kTrainingRate));
        set.labels.push_back(row.defaulted ? 1.0F : 0.0F);
    }
    return set;
}

} // namespace countersign
