// A tree read along its paths: which splits lead to a node, gathered by the column they ask.
#pragma once

#include "server/ml/TreeModel.h"

#include <cmath>

namespace countersign {

struct Split {
    int column = 0;
    float threshold = 0;
    bool missingGoesLeft = false;

    /// NaN is a missing value.
    bool goesLeft(float value) const { return missingGoesLeft ? !(value >= threshold) : value < threshold; }
};

/// Of a split's two sides the one that leads on. Splits are counted in the order of their nodes.
struct Condition {
    std::uint8_t split = 0; ///< a tree of kMaxTreeDepth has 255
    bool left = false;
};

/// All that a path asks of one column: a column that is asked again is still one player in the game of Shapley values.
struct PathColumn {
    int column = 0;
    double coverRatio = 1; ///< product of cover(child) / cover(parent) over its splits
    std::vector<Condition> conditions;
};

/// From the root to a node; columns in the order in which they are asked first. At most kMaxTreeDepth of them.
using SplitPath = std::vector<PathColumn>;

/// The splits of a tree, and the way through them.
class TreeSplits {
public:
    /// `tree` must outlive this.
    explicit TreeSplits(const Tree &tree);

    const Tree &tree() const { return m_tree; }
    const std::vector<Split> &splits() const { return m_splits; }
    int splitOf(std::size_t node) const { return m_splitOfNode[node]; } ///< -1 in a leaf

    /// `path` to `node`, taken one step further to its left or right child.
    SplitPath step(SplitPath path, std::size_t node, bool left) const;

    /// Splits of the subtree whose root is `node`, parents first.
    std::vector<int> splitsBelow(std::size_t node) const;

private:
    const Tree &m_tree;
    std::vector<Split> m_splits;
    std::vector<int> m_splitOfNode;
};

} // namespace countersign
