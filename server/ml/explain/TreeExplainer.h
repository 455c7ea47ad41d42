// Exact Shapley values of a tree model, by tables instead of by walking the trees.
#pragma once

#include "core/scoring/FeatureVector.h"
#include "server/ml/explain/ExplanationTables.h"

#include <span>

namespace countersign {

/// Immutable; callable from several threads at once. The same row gives the same bits whatever the block it is in and the
/// number of callers: each row's numbers are added in the same order, and the order of the rows plays no part.
class TreeExplainer {
public:
    explicit TreeExplainer(ExplanationTables tables) : m_tables(std::move(tables)) {}

    /// The margin of an applicant of whom nothing is known; base + contributions = margin within 1e-5.
    double base() const { return m_tables.base; }

    /// Per row and column, margin units.
    std::vector<std::array<double, kColumnCount>> explain(std::span<const FeatureVector> rows) const;

private:
    ExplanationTables m_tables;
};

} // namespace countersign
