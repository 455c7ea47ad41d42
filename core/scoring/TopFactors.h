// Which features moved a score most, in points that add up to it.
#pragma once

#include "core/scoring/FeatureVector.h"
#include "core/scoring/Scoring.h"

#include <QList>

namespace countersign {

inline constexpr int kFactorsPerSide = 5;

struct Factor {
    FeatureId feature = FeatureId::DtiRatio;
    FeatureValue value;      ///< as the model read it; the unit is the feature's
    double contribution = 0; ///< margin units; below zero raises the score
    int points = 0;          ///< of the score: above zero raised it; never zero

    bool raised() const { return points > 0; }
};

/// basePoints + points of all factors + otherPoints = the unclamped score, rounded: what is shown adds up.
struct TopFactors {
    int basePoints = 0;     ///< the score of an applicant of whom nothing is known
    QList<Factor> raised;   ///< at most five, most points first
    QList<Factor> lowered;  ///< at most five, fewest points (most lost) first
    int otherPoints = 0;    ///< all other features together
};

/// points = -contribution x Platt slope x 80 / ln 2, rounded by largest remainder. Ties are broken by the order of the
/// features, so the same scoring always gives the same factors. A factor that rounds to no point is left out.
TopFactors topFactors(const Scoring &scoring, const FeatureVector &row);

/// Rounds `parts` to whole numbers that add up to `total` (largest remainder; ties go to the earlier part). Each result
/// is the floor or the ceiling of its part when the parts add up to within half a unit of `total`.
QList<int> roundToTotal(std::span<const double> parts, long total);

} // namespace countersign
