#include "RandomTrees.h"

#include <bit>
#include <cmath>
#include <functional>

namespace countersign {

namespace {

using Worth = std::function<double(unsigned)>; // of a coalition of columns

bool goesLeft(const Tree &tree, std::size_t node, const FeatureVector &row)
{
    const float value = row[std::size_t(tree.column[node])];
    return std::isnan(value) ? bool(tree.missingGoesLeft[node]) : value < tree.threshold[node];
}

double leafOf(const Tree &tree, const FeatureVector &row)
{
    std::size_t node = 0;
    while (!tree.isLeaf(node))
        node = std::size_t(goesLeft(tree, node, row) ? tree.left[node] : tree.right[node]);
    return double(tree.threshold[node]);
}

double expected(const Tree &tree, std::size_t node, const FeatureVector &row, unsigned known)
{
    if (tree.isLeaf(node))
        return double(tree.threshold[node]);
    const auto left = std::size_t(tree.left[node]);
    const auto right = std::size_t(tree.right[node]);
    if (known >> unsigned(tree.column[node]) & 1U)
        return expected(tree, goesLeft(tree, node, row) ? left : right, row, known);
    return (double(tree.cover[left]) * expected(tree, left, row, known)
            + double(tree.cover[right]) * expected(tree, right, row, known))
        / double(tree.cover[node]);
}

double factorial(unsigned n)
{
    return std::tgamma(double(n) + 1);
}

std::vector<double> shapleyValues(const Worth &worth, int columns)
{
    const auto players = unsigned(columns);
    std::vector<double> worths;
    for (unsigned coalition = 0; coalition < 1U << players; ++coalition)
        worths.push_back(worth(coalition));
    std::vector<double> values(players);
    for (unsigned player = 0; player < players; ++player)
        for (unsigned coalition = 0; coalition < 1U << players; ++coalition) {
            if (coalition >> player & 1U)
                continue;
            const auto size = unsigned(std::popcount(coalition));
            values[player] += factorial(size) * factorial(players - size - 1) / factorial(players)
                * (worths[coalition | 1U << player] - worths[coalition]);
        }
    return values;
}

} // namespace

Tree randomTree(std::mt19937 &random, int depth, int columns)
{
    Tree tree;
    const auto chance = [&random](double probability) { return std::bernoulli_distribution(probability)(random); };
    const auto add = [&](auto &&self, int levels, float cover) -> int {
        const auto node = tree.left.size();
        const bool isLeaf = levels == 0 || (node > 0 && chance(0.15));
        tree.left.push_back(-1);
        tree.right.push_back(-1);
        tree.column.push_back(isLeaf ? 0 : std::uniform_int_distribution(0, columns - 1)(random));
        tree.threshold.push_back(std::uniform_real_distribution(-1.5F, 1.5F)(random));
        tree.missingGoesLeft.push_back(chance(0.5));
        tree.cover.push_back(cover);
        if (!isLeaf) {
            const float share = std::uniform_real_distribution(0.05F, 0.95F)(random);
            tree.left[node] = self(self, levels - 1, cover * share);
            tree.right[node] = self(self, levels - 1, cover * (1 - share));
        }
        return int(node);
    };
    add(add, depth, 1000);
    return tree;
}

FeatureVector randomRow(std::mt19937 &random)
{
    FeatureVector row;
    for (float &value : row)
        value = random() % 5 == 0 ? std::nanf("") : std::uniform_real_distribution(-2.0F, 2.0F)(random);
    return row;
}

double marginOf(const TreeModel &model, const FeatureVector &row)
{
    double sum = std::log(double(model.baseScore) / (1 - double(model.baseScore)));
    for (const Tree &tree : model.trees)
        sum += leafOf(tree, row);
    return sum;
}

std::vector<double> pathDependentByDefinition(const TreeModel &model, const FeatureVector &row, int columns)
{
    return shapleyValues(
        [&](unsigned known) {
            double sum = 0;
            for (const Tree &tree : model.trees)
                sum += expected(tree, 0, row, known);
            return sum;
        },
        columns);
}

std::vector<double> interventionalByDefinition(const TreeModel &model, const FeatureVector &row, int columns,
                                               std::span<const FeatureVector> reference)
{
    return shapleyValues(
        [&](unsigned known) {
            double sum = 0;
            for (FeatureVector mixed : reference) {
                for (unsigned column = 0; column < unsigned(columns); ++column)
                    if (known >> column & 1U)
                        mixed[column] = row[column];
                sum += marginOf(model, mixed);
            }
            return sum / double(reference.size());
        },
        columns);
}

} // namespace countersign
