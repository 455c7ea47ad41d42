#include "core/scoring/Scoring.h"

#include "core/scoring/ScoreScale.h"

namespace countersign {

Scoring makeScoring(float margin, float baseValue, const std::array<double, kFeatureCount> &contributions,
                    const Calibration &calibration)
{
    const double logOdds = calibration.logOddsOfDefault(double(margin));
    Scoring scoring;
    scoring.margin = margin;
    scoring.baseValue = baseValue;
    scoring.contributions = contributions;
    scoring.calibration = calibration;
    scoring.probabilityOfDefault = ScoreScale::probability(logOdds);
    scoring.unclampedScore = ScoreScale::unclamped(logOdds);
    scoring.score = ScoreScale::score(scoring.unclampedScore);
    return scoring;
}

} // namespace countersign
