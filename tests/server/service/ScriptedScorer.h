// A scorer that gives each application the score that it asks for, so that a test chooses its route.
#pragma once

#include "server/ml/Scorer.h"

#include <atomic>

namespace countersign {

/// The wanted score is the application's savings, in whole units. Margin, probability and points follow by the real
/// formulas.
class ScriptedScorer final : public Scorer {
public:
    explicit ScriptedScorer(const QString &bundle);

    Result<std::vector<Scoring>> score(std::span<const FeatureVector> rows) const override;
    const BundleInfo &model() const override { return m_info; }

    std::atomic<bool> isBroken = false; ///< fails every block

private:
    const BundleInfo m_info;
};

} // namespace countersign
