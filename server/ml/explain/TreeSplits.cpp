#include "server/ml/explain/TreeSplits.h"

#include <algorithm>

namespace countersign {

TreeSplits::TreeSplits(const Tree &tree) : m_tree(tree), m_splitOfNode(tree.left.size(), -1)
{
    for (std::size_t node = 0; node < tree.left.size(); ++node) {
        if (tree.isLeaf(node))
            continue;
        m_splitOfNode[node] = int(m_splits.size());
        m_splits.push_back({tree.column[node], tree.threshold[node], tree.missingGoesLeft[node]});
    }
}

SplitPath TreeSplits::step(SplitPath path, std::size_t node, bool left) const
{
    const int column = m_tree.column[node];
    auto at = std::find_if(path.begin(), path.end(), [&](const PathColumn &known) { return known.column == column; });
    if (at == path.end())
        at = path.insert(path.end(), PathColumn{column, 1, {}});
    const auto child = std::size_t(left ? m_tree.left[node] : m_tree.right[node]);
    at->coverRatio *= double(m_tree.cover[child]) / double(m_tree.cover[node]);
    at->conditions.push_back({std::uint8_t(m_splitOfNode[node]), left});
    return path;
}

std::vector<int> TreeSplits::splitsBelow(std::size_t node) const
{
    std::vector<int> below;
    std::vector<std::size_t> open{node};
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (m_tree.isLeaf(open[i]))
            continue;
        below.push_back(m_splitOfNode[open[i]]);
        open.push_back(std::size_t(m_tree.left[open[i]]));
        open.push_back(std::size_t(m_tree.right[open[i]]));
    }
    return below;
}

} // namespace countersign
