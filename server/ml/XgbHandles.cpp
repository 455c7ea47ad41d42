#include "server/ml/XgbHandles.h"

#include <limits>

namespace countersign {

Result<void> checkXgb(int code, const char *what)
{
    if (code == 0)
        return {};
    // The library's message goes on with a stack trace; its first line says it all.
    const QString words = QString::fromUtf8(XGBGetLastError()).section(QLatin1Char('\n'), 0, 0);
    return Error{ErrorCode::Internal, QStringLiteral("xgboost"), QStringLiteral("%1: %2").arg(QLatin1String(what), words), {}};
}

Result<Booster> makeBooster(std::span<const DMatrixHandle> cache)
{
    BoosterHandle handle = nullptr;
    if (const auto made = checkXgb(XGBoosterCreate(cache.data(), cache.size(), &handle), "cannot make a booster"); !made)
        return made.error();
    Booster booster(handle);
    for (const auto &[name, value] : {std::pair{"nthread", "1"}, std::pair{"verbosity", "0"}})
        if (const auto set = checkXgb(XGBoosterSetParam(handle, name, value), "cannot set up a booster"); !set)
            return set.error();
    return booster;
}

Result<Matrix> makeMatrix(std::span<const FeatureVector> rows)
{
    DMatrixHandle handle = nullptr;
    const float *values = rows.empty() ? nullptr : rows.front().data();
    const int code = XGDMatrixCreateFromMat_omp(values, rows.size(), kColumnCount, std::numeric_limits<float>::quiet_NaN(),
                                                &handle, 1);
    if (const auto made = checkXgb(code, "cannot read the rows"); !made)
        return made.error();
    return Matrix(handle);
}

QString xgbLibraryVersion()
{
    int major = 0;
    int minor = 0;
    int patch = 0;
    XGBoostVersion(&major, &minor, &patch);
    return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch);
}

} // namespace countersign
