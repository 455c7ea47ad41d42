// XGBoost's own pred_contribs: what the tables are compared with, in exactness and in time.
#pragma once

#include "core/scoring/FeatureVector.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace countersign {

/// One thread, as the tables take one.
class PredContribs {
public:
    explicit PredContribs(const QByteArray &ubj);
    ~PredContribs();

    /// Per row the columns and then the base value, margin units.
    std::vector<std::array<float, kColumnCount + 1>> explain(std::span<const FeatureVector> rows) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace countersign
