#include "server/ml/train/StratifiedFolds.h"

#include <algorithm>
#include <array>
#include <bit>
#include <random>

namespace countersign {

namespace {

// numpy.random.RandomState: Mersenne Twister, and a number up to `max` by masking and trying again.
quint32 numberUpTo(std::mt19937 &twister, quint32 max)
{
    const quint32 mask = std::bit_ceil(max + 1) - 1;
    quint32 value = 0;
    do
        value = quint32(twister()) & mask;
    while (value > max);
    return value;
}

void shuffle(std::vector<int> &values, std::mt19937 &twister)
{
    for (std::size_t i = values.size(); i-- > 1;)
        std::swap(values[i], values[numberUpTo(twister, quint32(i))]);
}

} // namespace

std::vector<int> stratifiedFolds(std::span<const float> labels, int folds, quint32 seed)
{
    std::vector<int> result(labels.size());
    if (labels.empty())
        return result;
    const float first = labels.front();
    const auto classCount = [&](bool second) {
        return std::size_t(std::count_if(labels.begin(), labels.end(), [&](float l) { return (l != first) == second; }));
    };
    // Row i of the labels in class order belongs to fold i mod folds: that says how many of each class a fold gets.
    std::array<std::vector<int>, 2> dealt;
    const std::array<std::size_t, 2> begin{0, classCount(false)};
    const std::array<std::size_t, 2> end{classCount(false), labels.size()};
    std::mt19937 twister(seed);
    for (std::size_t k = 0; k < 2; ++k) {
        for (int fold = 0; fold < folds; ++fold)
            for (std::size_t i = begin[k]; i < end[k]; ++i)
                if (int(i % std::size_t(folds)) == fold)
                    dealt[k].push_back(fold);
        shuffle(dealt[k], twister);
    }
    std::array<std::size_t, 2> next{0, 0};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::size_t k = labels[i] != first;
        result[i] = dealt[k][next[k]++];
    }
    return result;
}

} // namespace countersign
