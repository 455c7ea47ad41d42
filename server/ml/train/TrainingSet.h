// Labelled feature rows to learn from.
#pragma once

#include "core/scoring/CreditData.h"
#include "core/scoring/FeatureVector.h"

#include <vector>

namespace countersign {

/// The rate that payment_to_income of the shipped data is computed at: that of the default policy, percent.
inline constexpr double kTrainingRate = 12.0;

struct TrainingSet {
    std::vector<FeatureVector> rows;
    std::vector<float> labels; ///< 1 = default, 0 = repaid; as many as rows

    std::size_t size() const { return rows.size(); }
    double badRate() const; ///< 0..1; 0 when empty
    TrainingSet subset(std::span<const std::size_t> indices) const;
};

enum class CreditDataPart {
    All,
    Training, ///< the rows that isTrainingRow() names
    HoldOut   ///< the others
};

bool isInPart(const CreditDataRow &row, CreditDataPart part);

TrainingSet trainingSetOf(const QList<CreditDataRow> &data, CreditDataPart part);

} // namespace countersign
