// One row as a model reads it: float32 columns, categories one-hot, missing = NaN.
#pragma once

#include "core/scoring/Features.h"
#include "core/scoring/LoanInputs.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace countersign {

inline constexpr std::size_t kNumericFeatureCount = 16;
/// 16 numeric columns, then contract_type (7), housing_status (7), derogatory_records (3).
inline constexpr std::size_t kColumnCount = kNumericFeatureCount + 7 + 7 + 3;

/// In the order of featureColumns(). A missing number is NaN; exactly one column of a categorical feature is 1.
using FeatureVector = std::array<float, kColumnCount>;

struct FeatureColumn {
    FeatureId feature;
    int category = -1; ///< index into the feature's categories, -1 for a number

    QString name() const; ///< `dti_ratio`, `contract_type=permanent`
};

/// The one definition of the one-hot expansion.
const std::array<FeatureColumn, kColumnCount> &featureColumns();

/// indicativeRate: nominal annual percent of the policy that is in force.
FeatureVector featuresOf(const LoanInputs &inputs, double indicativeRate);

/// A feature's value read back from a row: a number, or a category, or nothing (missing).
struct FeatureValue {
    std::optional<double> number;
    const char *category = nullptr; ///< one of the feature's categories, `unknown` included

    bool isMissing() const { return !number && !category; }
};
FeatureValue valueOf(FeatureId feature, const FeatureVector &row);

/// Sums one-hot columns back to their feature: kColumnCount numbers in, kFeatureCount out.
std::array<double, kFeatureCount> sumByFeature(std::span<const double, kColumnCount> perColumn);

} // namespace countersign
