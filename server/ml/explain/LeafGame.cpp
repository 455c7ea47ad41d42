#include "server/ml/explain/LeafGame.h"

#include <bit>
#include <numeric>

namespace countersign {

namespace {

// |S|! (d - |S| - 1)! / d! for each |S| below d
std::vector<double> coalitionWeights(unsigned players)
{
    std::vector<double> weights(players, 1.0 / players);
    for (unsigned size = 1; size < players; ++size)
        weights[size] = weights[size - 1] * size / (players - size);
    return weights;
}

} // namespace

std::vector<double> leafShapleyValues(double value, const std::vector<double> &absent)
{
    const auto coalitions = unsigned(absent.size());
    const unsigned all = coalitions - 1;
    const auto players = unsigned(std::popcount(all));
    const std::vector<double> weights = coalitionWeights(players);
    std::vector<double> values(std::size_t(coalitions) * players);
    for (unsigned satisfied = 0; satisfied < coalitions; ++satisfied)
        for (unsigned player = 0; player < players; ++player) {
            const unsigned self = 1U << player;
            const unsigned others = satisfied & ~self; // a coalition with an unsatisfied column is worth nothing
            double sum = 0;
            for (unsigned known = others;; known = (known - 1) & others) {
                const double with = satisfied & self ? absent[all & ~known & ~self] : 0.0;
                sum += weights[unsigned(std::popcount(known))] * (with - absent[all & ~known]);
                if (known == 0)
                    break;
            }
            values[std::size_t(satisfied) * players + player] = value * sum;
        }
    return values;
}

std::vector<double> independentAbsence(const std::vector<double> &probabilities)
{
    std::vector<double> absent(std::size_t(1) << probabilities.size(), 1.0);
    for (unsigned set = 1; set < absent.size(); ++set)
        absent[set] = absent[set & (set - 1)] * probabilities[unsigned(std::countr_zero(set))];
    return absent;
}

std::vector<double> populationAbsence(const std::vector<std::uint32_t> &counts)
{
    // The rows that satisfy T at least are those of all its supersets: one column after the other.
    std::vector<double> absent(counts.begin(), counts.end());
    const double rows = std::accumulate(absent.begin(), absent.end(), 0.0);
    for (unsigned self = 1; self < absent.size(); self <<= 1)
        for (unsigned set = 0; set < absent.size(); ++set)
            if (!(set & self))
                absent[set] += absent[set | self];
    for (double &share : absent)
        share /= rows;
    return absent;
}

} // namespace countersign
