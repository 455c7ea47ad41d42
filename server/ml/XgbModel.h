// A trained XGBoost model: margins and exact contributions for blocks of rows, from any thread.
#pragma once

#include "core/base/Result.h"
#include "core/scoring/FeatureVector.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace countersign {

struct XgbPrediction {
    std::vector<float> margins;            ///< log-odds, one per row
    std::vector<std::array<float, kColumnCount>> contributions; ///< per column, margin units
    float baseValue = 0;                   ///< margin of the model without any feature; the same for every row
};

/// Immutable. Each call works in its own thread with buffers of its own, so callers run side by side; the same rows give
/// the same bits whatever the block and the number of callers.
class XgbModel {
public:
    /// `ubj`: a model in XGBoost's UBJSON format. Only for bytes that TreeModel::parse accepts or that trainXgb made: the
    /// library's reader is not made for hostile input. Invalid (`bad_model`) when it does not take as many columns as this
    /// feature set has.
    static Result<std::shared_ptr<const XgbModel>> fromBytes(const QByteArray &ubj);
    ~XgbModel();

    /// Internal (`not_finite`) when any margin is NaN or infinite.
    Result<std::vector<float>> margins(std::span<const FeatureVector> rows) const;

    /// Margins and path-dependent SHAP values (XGBoost's pred_contribs). Internal (`not_finite`) for any NaN or infinity,
    /// (`not_additive`) when base + contributions miss a margin by more than 1e-4.
    Result<XgbPrediction> predict(std::span<const FeatureVector> rows) const;

private:
    struct Data;
    explicit XgbModel(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace countersign
