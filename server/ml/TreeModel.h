// The trees of an XGBoost model as plain, checked data.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <vector>

namespace countersign {

inline constexpr int kMaxTreeDepth = 8; ///< edges from the root to a leaf

/// Node 0 is the root and a child stands behind its parent. All lists are as long as there are nodes.
struct Tree {
    std::vector<int> left;  ///< -1 in a leaf
    std::vector<int> right; ///< -1 in a leaf
    std::vector<int> column; ///< whose value decides
    std::vector<float> threshold; ///< below it goes left; in a leaf: its value, margin units
    std::vector<bool> missingGoesLeft;
    std::vector<float> cover; ///< sum of hessians, above zero

    bool isLeaf(std::size_t node) const { return left[node] < 0; }
};

struct TreeModel {
    std::vector<Tree> trees;
    float baseScore = 0.5F; ///< a probability, between 0 and 1

    /// Reads a model for a binary outcome. Invalid (`bad_model`) or Malformed for anything that XGBoost's own reader would
    /// trust blindly: children out of range, shared or in circles, columns that are not there, lists of another length,
    /// values that are no number, trees deeper than kMaxTreeDepth, other kinds of booster and objective.
    static Result<TreeModel> parse(const QByteArray &ubj, int columns);
};

} // namespace countersign
