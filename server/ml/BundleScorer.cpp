#include "server/ml/BundleScorer.h"

namespace countersign {

Result<std::shared_ptr<const Scorer>> BundleScorer::load(const QString &folder)
{
    auto bundle = ModelBundle::load(folder);
    if (!bundle)
        return bundle.error();
    return std::shared_ptr<const Scorer>(std::make_shared<BundleScorer>(std::move(*bundle)));
}

Result<std::vector<Scoring>> BundleScorer::score(std::span<const FeatureVector> rows) const
{
    const auto prediction = m_bundle.model->predict(rows);
    if (!prediction)
        return prediction.error();
    std::vector<Scoring> scorings;
    scorings.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        scorings.push_back(makeScoring(prediction->margins[i], prediction->baseValue,
                                       sumByFeature(prediction->contributions[i]), m_bundle.calibration));
    return scorings;
}

} // namespace countersign
