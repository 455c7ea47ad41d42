#include "server/ml/train/PlattFit.h"

#include "core/scoring/ScoreScale.h"

#include <cmath>
#include <numeric>

namespace countersign {

Result<Calibration> fitPlatt(std::span<const float> margins, std::span<const float> labels)
{
    const auto failed = [](const char *why) {
        return Error{ErrorCode::Invalid, QStringLiteral("cannot_calibrate"), QLatin1String(why), {}};
    };
    const double bad = std::accumulate(labels.begin(), labels.end(), 0.0);
    const double good = double(labels.size()) - bad;
    if (bad < 1 || good < 1)
        return failed("there must be good and bad outcomes");
    const double targetOfBad = (bad + 1) / (bad + 2);
    const double targetOfGood = 1 / (good + 2);

    Calibration line{1, 0};
    for (int step = 0; step < 100; ++step) {
        double gradientSlope = 0, gradientIntercept = 0;
        double slopeSlope = 0, slopeIntercept = 0, interceptIntercept = 0;
        for (std::size_t i = 0; i < margins.size(); ++i) {
            const double margin = double(margins[i]);
            const double p = ScoreScale::probability(line.logOddsOfDefault(margin));
            const double error = p - (labels[i] > 0.5F ? targetOfBad : targetOfGood);
            const double weight = p * (1 - p);
            gradientSlope += error * margin;
            gradientIntercept += error;
            slopeSlope += weight * margin * margin;
            slopeIntercept += weight * margin;
            interceptIntercept += weight;
        }
        const double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
        if (!(determinant > 0))
            return failed("all margins are alike");
        const double deltaSlope = (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
        const double deltaIntercept = (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
        line.slope -= deltaSlope;
        line.intercept -= deltaIntercept;
        if (std::abs(deltaSlope) + std::abs(deltaIntercept) < 1e-12)
            break;
    }
    if (!std::isfinite(line.slope) || !std::isfinite(line.intercept) || line.slope <= 0)
        return failed("higher margins do not mean more defaults");
    return line;
}

double priorShift(double sampleBadRate, double portfolioBadRate)
{
    return ScoreScale::logOdds(portfolioBadRate) - ScoreScale::logOdds(sampleBadRate);
}

} // namespace countersign
