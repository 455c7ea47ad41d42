// XGBoost's C handles, owned, and its return codes as Results; included by .cpp files only.
#pragma once

#include "core/base/Result.h"
#include "core/scoring/FeatureVector.h"

#include <xgboost/c_api.h>

#include <memory>
#include <span>

namespace countersign {

struct BoosterDeleter {
    using pointer = BoosterHandle;
    void operator()(BoosterHandle handle) const { XGBoosterFree(handle); }
};
using Booster = std::unique_ptr<void, BoosterDeleter>;

struct MatrixDeleter {
    using pointer = DMatrixHandle;
    void operator()(DMatrixHandle handle) const { XGDMatrixFree(handle); }
};
using Matrix = std::unique_ptr<void, MatrixDeleter>;

/// Internal (`xgboost`) with the library's own words unless `code` is 0. `what` says what was tried.
Result<void> checkXgb(int code, const char *what);

/// A booster that works in the calling thread alone: OpenMP threads that contend are far slower than one.
Result<Booster> makeBooster(std::span<const DMatrixHandle> cache);

/// Copies the rows; NaN means missing.
Result<Matrix> makeMatrix(std::span<const FeatureVector> rows);

QString xgbLibraryVersion(); ///< `1.7.4`

} // namespace countersign
