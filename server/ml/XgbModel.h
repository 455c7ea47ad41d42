// A trained XGBoost model: margins for blocks of rows, from any thread.
#pragma once

#include "core/base/Result.h"
#include "core/scoring/FeatureVector.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace countersign {

/// Immutable. Each call works in its own thread with buffers of its own, so callers run side by side; the same rows give
/// the same bits whatever the block and the number of callers.
class XgbModel {
public:
    /// `ubj`: a model in XGBoost's UBJSON format. Only for bytes that TreeModel::parse accepts or that trainXgb made: the
    /// library's reader is not made for hostile input. Invalid (`bad_model`) when it does not take as many columns as this
    /// feature set has.
    static Result<std::shared_ptr<const XgbModel>> fromBytes(const QByteArray &ubj);
    ~XgbModel();

    /// Log-odds, one per row. Internal (`not_finite`) when any is NaN or infinite.
    Result<std::vector<float>> margins(std::span<const FeatureVector> rows) const;

private:
    struct Data;
    explicit XgbModel(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace countersign
