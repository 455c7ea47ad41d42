#include "core/scoring/ScoreScale.h"

#include <algorithm>
#include <cmath>

namespace countersign::ScoreScale {

long rounded(double unclampedScore)
{
    return long(std::floor(unclampedScore + 0.5));
}

int score(double unclampedScore)
{
    return int(std::clamp(std::floor(unclampedScore + 0.5), double(kMinScore), double(kMaxScore)));
}

double probability(double logOddsOfDefault)
{
    // Each branch keeps the exponential below 1: no overflow, no loss near 0.
    if (logOddsOfDefault < 0) {
        const double odds = std::exp(logOddsOfDefault);
        return odds / (1 + odds);
    }
    return 1 / (1 + std::exp(-logOddsOfDefault));
}

double logOdds(double probability)
{
    return std::log(probability) - std::log1p(-probability);
}

double probabilityAt(double unclampedScore)
{
    return probability(logOddsOfDefault(unclampedScore));
}

double scoreAt(double probabilityOfDefault)
{
    return unclamped(logOdds(probabilityOfDefault));
}

} // namespace countersign::ScoreScale
