#include "server/ml/XgbModel.h"

#include "server/ml/XgbHandles.h"

#include <cmath>

namespace countersign {

namespace {

constexpr const char *kMargins =
    R"({"type":1,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false})";

Error notFinite()
{
    return {ErrorCode::Internal,
            QStringLiteral("not_finite"),
            QStringLiteral("the model answers with something that is no number"),
            {}};
}

bool allFinite(std::span<const float> values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

// The library's answer, which lives in its buffer of this thread until the next call.
Result<std::span<const float>> ask(BoosterHandle booster, DMatrixHandle rows, const char *config, std::size_t expected)
{
    const bst_ulong *shape = nullptr;
    bst_ulong dimensions = 0;
    const float *values = nullptr;
    const int code = XGBoosterPredictFromDMatrix(booster, rows, config, &shape, &dimensions, &values);
    if (const auto asked = checkXgb(code, "cannot score"); !asked)
        return asked.error();
    std::size_t count = 1;
    for (bst_ulong i = 0; i < dimensions; ++i)
        count *= shape[i];
    if (count != expected)
        return Error{
            ErrorCode::Internal, QStringLiteral("xgboost"), QStringLiteral("the model answers in another shape"), {}};
    const std::span<const float> answer(values, count);
    if (!allFinite(answer))
        return notFinite();
    return answer;
}

} // namespace

struct XgbModel::Data {
    Booster booster;
};

XgbModel::XgbModel(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
XgbModel::~XgbModel() = default;

Result<std::shared_ptr<const XgbModel>> XgbModel::fromBytes(const QByteArray &ubj)
{
    auto booster = makeBooster({});
    if (!booster)
        return booster.error();
    const int loaded = XGBoosterLoadModelFromBuffer(booster->get(), ubj.constData(), bst_ulong(ubj.size()));
    if (const auto checked = checkXgb(loaded, "cannot read the model"); !checked)
        return checked.error();
    bst_ulong columns = 0;
    if (const auto checked = checkXgb(XGBoosterGetNumFeature(booster->get(), &columns), "cannot read the model");
        !checked)
        return checked.error();
    if (columns != kColumnCount)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("bad_model"),
                     QStringLiteral("the model takes %1 columns, feature set %2 has %3")
                         .arg(columns)
                         .arg(QLatin1String(kFeatureSet))
                         .arg(kColumnCount),
                     {}};
    return std::shared_ptr<const XgbModel>(new XgbModel(std::make_unique<Data>(Data{std::move(*booster)})));
}

Result<std::vector<float>> XgbModel::margins(std::span<const FeatureVector> rows) const
{
    if (rows.empty())
        return std::vector<float>{};
    const auto matrix = makeMatrix(rows);
    if (!matrix)
        return matrix.error();
    const auto margins = ask(m_data->booster.get(), matrix->get(), kMargins, rows.size());
    if (!margins)
        return margins.error();
    return std::vector<float>(margins->begin(), margins->end());
}

} // namespace countersign
