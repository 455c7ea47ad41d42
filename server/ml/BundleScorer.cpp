#include "server/ml/BundleScorer.h"

#include <cmath>
#include <numeric>

namespace countersign {

namespace {

// The library adds floats, the tables doubles: more than this is another model, not rounding.
constexpr double kAdditivity = 1e-5;

} // namespace

Result<std::shared_ptr<const Scorer>> BundleScorer::load(const QString &folder)
{
    auto bundle = ModelBundle::load(folder);
    if (!bundle)
        return bundle.error();
    return std::shared_ptr<const Scorer>(std::make_shared<BundleScorer>(std::move(*bundle)));
}

Result<std::vector<Scoring>> BundleScorer::score(std::span<const FeatureVector> rows) const
{
    const auto margins = m_bundle.trees.model->margins(rows);
    if (!margins)
        return margins.error();
    const auto contributions = m_bundle.trees.explainer->explain(rows);
    const double base = m_bundle.trees.explainer->base();
    std::vector<Scoring> scorings;
    scorings.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float margin = (*margins)[i];
        if (const double missed =
                std::accumulate(contributions[i].begin(), contributions[i].end(), base) - double(margin);
            !(std::abs(missed) <= kAdditivity * std::max(1.0, std::abs(double(margin)))))
            return Error{ErrorCode::Internal,
                         QStringLiteral("not_additive"),
                         QStringLiteral("contributions miss the margin by %1").arg(missed),
                         {}};
        scorings.push_back(makeScoring(margin, float(base), sumByFeature(contributions[i]), m_bundle.calibration));
    }
    return scorings;
}

} // namespace countersign
