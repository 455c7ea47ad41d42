#include "server/ml/train/Metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace countersign {

namespace {

// Visits the blocks of equal margins from the lowest on: how many good and bad ones each has.
template <class Visit>
void forEachTie(std::span<const float> margins, std::span<const float> labels, Visit visit)
{
    std::vector<std::size_t> order(margins.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return margins[a] < margins[b]; });
    for (std::size_t i = 0; i < order.size();) {
        double good = 0;
        double bad = 0;
        const float margin = margins[order[i]];
        for (; i < order.size() && margins[order[i]] == margin; ++i)
            (labels[order[i]] > 0.5F ? bad : good) += 1;
        visit(good, bad);
    }
}

struct Counts {
    double good = 0;
    double bad = 0;
};

Counts count(std::span<const float> labels)
{
    const double bad = std::accumulate(labels.begin(), labels.end(), 0.0);
    return {double(labels.size()) - bad, bad};
}

} // namespace

double areaUnderRoc(std::span<const float> margins, std::span<const float> labels)
{
    const Counts all = count(labels);
    if (all.good == 0 || all.bad == 0)
        return std::numeric_limits<double>::quiet_NaN();
    double goodBelow = 0;
    double pairs = 0;
    forEachTie(margins, labels, [&](double good, double bad) {
        pairs += bad * (goodBelow + good / 2);
        goodBelow += good;
    });
    return pairs / (all.good * all.bad);
}

double kolmogorovSmirnov(std::span<const float> margins, std::span<const float> labels)
{
    const Counts all = count(labels);
    if (all.good == 0 || all.bad == 0)
        return std::numeric_limits<double>::quiet_NaN();
    Counts seen;
    double largest = 0;
    forEachTie(margins, labels, [&](double good, double bad) {
        seen.good += good;
        seen.bad += bad;
        largest = std::max(largest, std::abs(seen.good / all.good - seen.bad / all.bad));
    });
    return largest;
}

double brierScore(std::span<const double> probabilities, std::span<const float> labels)
{
    double sum = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i)
        sum += (probabilities[i] - double(labels[i])) * (probabilities[i] - double(labels[i]));
    return sum / double(probabilities.size());
}

double logLoss(std::span<const double> probabilities, std::span<const float> labels)
{
    double sum = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double p = std::clamp(probabilities[i], 1e-15, 1 - 1e-15);
        sum -= labels[i] > 0.5F ? std::log(p) : std::log1p(-p);
    }
    return sum / double(probabilities.size());
}

} // namespace countersign
