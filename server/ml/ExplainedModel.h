// A model with the tables that explain what it says.
#pragma once

#include "server/ml/XgbModel.h"
#include "server/ml/explain/TreeExplainer.h"

namespace countersign {

struct ExplainedModel {
    std::shared_ptr<const XgbModel> model;
    std::shared_ptr<const TreeExplainer> explainer; ///< path-dependent

    /// `ubj`: any bytes; what TreeModel::parse refuses never reaches XGBoost's own reader. Invalid (`bad_model`) or
    /// Malformed as there, Invalid (`bad_model`) also for a model too large to be explained.
    static Result<ExplainedModel> fromBytes(const QByteArray &ubj);
};

} // namespace countersign
