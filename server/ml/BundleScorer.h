// Scores rows with a checked model bundle.
#pragma once

#include "server/ml/ModelBundle.h"
#include "server/ml/Scorer.h"

namespace countersign {

class BundleScorer final : public Scorer {
public:
    explicit BundleScorer(ModelBundle bundle) : m_bundle(std::move(bundle)) {}

    /// Reads, checks and wraps the bundle in `folder`; the errors are those of ModelBundle::load.
    static Result<std::shared_ptr<const Scorer>> load(const QString &folder);

    /// Internal (`not_finite`) for a margin that is no number, (`not_additive`) when base and contributions miss it.
    Result<std::vector<Scoring>> score(std::span<const FeatureVector> rows) const override;
    const BundleInfo &model() const override { return m_bundle.info; }
    const ModelBundle &bundle() const { return m_bundle; }

private:
    ModelBundle m_bundle;
};

} // namespace countersign
