#include "server/ml/explain/TreeExplainer.h"

namespace countersign {

namespace {

// Rows lie side by side, so that the compiler takes as many at once as the processor allows: bytes for what splits say,
// floats within a tree, doubles across trees.
template <std::size_t N>
struct Lanes {
    std::array<std::array<float, N>, kColumnCount> values;
    std::array<std::array<double, N>, kColumnCount> sums;
};

constexpr std::size_t kMaxSplits = (std::size_t(1) << kMaxTreeDepth) - 1;

template <std::size_t N>
using Said = std::array<std::array<std::uint8_t, N>, kMaxSplits>;

template <std::size_t N>
void askSplits(std::span<const Split> splits, const Lanes<N> &lanes, Said<N> &said)
{
    for (std::size_t i = 0; i < splits.size(); ++i) {
        const std::array<float, N> &values = lanes.values[std::size_t(splits[i].column)];
        const float threshold = splits[i].threshold;
        if (splits[i].missingGoesLeft)
            for (std::size_t row = 0; row < N; ++row)
                said[i][row] = values[row] >= threshold ? 0 : 0xFF;
        else
            for (std::size_t row = 0; row < N; ++row)
                said[i][row] = values[row] < threshold ? 0xFF : 0;
    }
}

template <std::size_t N>
std::array<std::uint8_t, N> indexOf(const SplitGroup &group, std::span<const IndexTest> tests, const Said<N> &said)
{
    std::array<std::uint8_t, N> index;
    index.fill(group.indexMask);
    for (const IndexTest &test : tests)
        for (std::size_t row = 0; row < N; ++row)
            index[row] &= std::uint8_t((said[test.split][row] ^ test.miss) | test.keep);
    return index;
}

template <typename T>
std::span<const T> part(const std::vector<T> &list, Slice slice)
{
    return {list.data() + slice.first, slice.count};
}

template <std::size_t N>
void addTree(const ExplanationTables &tables, const TreeParts &tree, Lanes<N> &lanes)
{
    Said<N> said; // written before it is read: only as far as the tree has splits
    askSplits<N>(part(tables.splits, tree.splits), lanes, said);
    const auto columns = part(tables.columns, tree.columns);
    std::array<std::array<float, N>, kColumnCount> sums; // likewise, by the columns of this tree
    for (std::size_t slot = 0; slot < columns.size(); ++slot)
        sums[slot].fill(0);
    for (const SplitGroup &group : part(tables.groups, tree.groups)) {
        const auto index = indexOf<N>(group, part(tables.tests, group.tests), said);
        const auto slots = part(tables.slots, group.slots);
        const float *table = tables.values.data() + group.table;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            std::array<float, N> &sum = sums[slots[i]];
            for (std::size_t row = 0; row < N; ++row)
                sum[row] += table[index[row] * slots.size() + i];
        }
    }
    for (std::size_t slot = 0; slot < columns.size(); ++slot)
        for (std::size_t row = 0; row < N; ++row)
            lanes.sums[columns[slot]][row] += double(sums[slot][row]);
}

template <std::size_t N>
void explainBlock(const ExplanationTables &tables, std::span<const FeatureVector> rows,
                  std::array<double, kColumnCount> *answer)
{
    Lanes<N> lanes;
    for (std::size_t column = 0; column < kColumnCount; ++column)
        for (std::size_t row = 0; row < N; ++row) {
            lanes.values[column][row] = rows[row][column];
            lanes.sums[column][row] = 0;
        }
    for (const TreeParts &tree : tables.trees)
        addTree<N>(tables, tree, lanes);
    for (std::size_t row = 0; row < N; ++row)
        for (std::size_t column = 0; column < kColumnCount; ++column)
            answer[row][column] = lanes.sums[column][row];
}

} // namespace

std::vector<std::array<double, kColumnCount>> TreeExplainer::explain(std::span<const FeatureVector> rows) const
{
    std::vector<std::array<double, kColumnCount>> answer(rows.size());
    std::size_t from = 0;
    for (; from + 64 <= rows.size(); from += 64)
        explainBlock<64>(m_tables, rows.subspan(from, 64), &answer[from]);
    for (; from + 16 <= rows.size(); from += 16)
        explainBlock<16>(m_tables, rows.subspan(from, 16), &answer[from]);
    for (; from < rows.size(); ++from)
        explainBlock<1>(m_tables, rows.subspan(from, 1), &answer[from]);
    return answer;
}

} // namespace countersign
