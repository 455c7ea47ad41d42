#include "core/scoring/TopFactors.h"

#include "core/scoring/ScoreScale.h"

#include <cmath>
#include <numeric>

namespace countersign {

namespace {

struct Part {
    std::size_t feature;
    double points;
};

// The features that moved the score to one side, most first; stable, so ties keep the features' order.
std::vector<Part> strongest(std::span<const double, kFeatureCount> points, bool raised)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < kFeatureCount; ++i)
        if (raised ? points[i] > 0 : points[i] < 0)
            parts.push_back({i, points[i]});
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part &a, const Part &b) { return std::abs(a.points) > std::abs(b.points); });
    if (parts.size() > kFactorsPerSide)
        parts.resize(kFactorsPerSide);
    return parts;
}

} // namespace

QList<int> roundToTotal(std::span<const double> parts, long total)
{
    QList<int> rounded(qsizetype(parts.size()));
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    long missing = total;
    for (std::size_t i : order) {
        rounded[qsizetype(i)] = int(std::floor(parts[i]));
        missing -= rounded[qsizetype(i)];
    }
    const auto remainder = [&parts](std::size_t i) { return parts[i] - std::floor(parts[i]); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
    for (std::size_t i = 0; missing > 0 && !order.empty(); i = (i + 1) % order.size(), --missing)
        ++rounded[qsizetype(order[i])];
    for (std::size_t i = order.size(); missing < 0 && i-- > 0; ++missing)
        --rounded[qsizetype(order[i])];
    return rounded;
}

TopFactors topFactors(const Scoring &scoring, const FeatureVector &row)
{
    const double pointsPerMargin = -scoring.calibration.slope * ScoreScale::kPointsPerLogOdds;
    std::array<double, kFeatureCount> points{};
    for (std::size_t i = 0; i < kFeatureCount; ++i)
        points[i] = scoring.contributions[i] * pointsPerMargin;

    std::vector<Part> shown = strongest(points, true);
    const std::vector<Part> lowered = strongest(points, false);
    shown.insert(shown.end(), lowered.begin(), lowered.end());

    double other = std::accumulate(points.begin(), points.end(), 0.0);
    std::vector<double> parts{ScoreScale::unclamped(scoring.calibration.logOddsOfDefault(double(scoring.baseValue)))};
    for (const Part &part : shown) {
        parts.push_back(part.points);
        other -= part.points;
    }
    parts.push_back(other);
    const QList<int> rounded = roundToTotal(parts, ScoreScale::rounded(scoring.unclampedScore));

    TopFactors factors{rounded.first(), {}, {}, rounded.last()};
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto id = FeatureId(shown[i].feature);
        const Factor factor{id, valueOf(id, row), scoring.contributions[shown[i].feature], rounded[qsizetype(i) + 1]};
        if (factor.points != 0)
            (factor.raised() ? factors.raised : factors.lowered).append(factor);
    }
    return factors;
}

} // namespace countersign
