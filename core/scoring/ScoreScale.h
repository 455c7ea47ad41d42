// The score: calibrated log-odds of default on a scale that people can read.
#pragma once

namespace countersign {

inline constexpr int kMinScore = 0;
inline constexpr int kMaxScore = 1000;

/// score = 600 + 80 / ln 2 x (ln odds(good) - ln 17): 600 is 17 good to 1 bad, 80 points double the odds. So 720 is a
/// probability of default of 2.0 % and 480 one of 14.3 %.
namespace ScoreScale {

inline constexpr double kAnchorScore = 600.0;
inline constexpr double kPointsToDouble = 80.0;
inline constexpr double kLn2 = 0.693147180559945309417232121458;
inline constexpr double kLn17 = 2.83321334405621608024953461787; ///< odds at the anchor: 17 : 1
inline constexpr double kPointsPerLogOdds = kPointsToDouble / kLn2;

/// From log-odds of *default* (bad : good), any finite number, to the score before rounding and clamping.
constexpr double unclamped(double logOddsOfDefault)
{
    return kAnchorScore + kPointsPerLogOdds * (-logOddsOfDefault - kLn17);
}
constexpr double logOddsOfDefault(double unclampedScore)
{
    return -(unclampedScore - kAnchorScore) / kPointsPerLogOdds - kLn17;
}

/// Rounded half up, then clamped to 0..1000.
int score(double unclampedScore);

/// The unclamped score rounded half up: what base and points of the factors add up to.
long rounded(double unclampedScore);

double probability(double logOddsOfDefault); ///< 0..1
double logOdds(double probability);          ///< needs 0 < probability < 1
double probabilityAt(double unclampedScore); ///< probability of default at a score
double scoreAt(double probabilityOfDefault); ///< unclamped; needs 0 < probability < 1

} // namespace ScoreScale
} // namespace countersign
