#include "PredContribs.h"

#include "server/ml/XgbHandles.h"

#include <QtDebug>

#include <cstring>

namespace countersign {

namespace {

constexpr const char *kContributions =
    R"({"type":2,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false})";

void require(int code)
{
    if (code != 0)
        qFatal("%s", XGBGetLastError());
}

} // namespace

struct PredContribs::Data {
    Booster booster;
};

PredContribs::PredContribs(const QByteArray &ubj) : m_data(std::make_unique<Data>())
{
    m_data->booster = std::move(*makeBooster({}));
    require(XGBoosterLoadModelFromBuffer(m_data->booster.get(), ubj.constData(), bst_ulong(ubj.size())));
}

PredContribs::~PredContribs() = default;

std::vector<std::array<float, kColumnCount + 1>> PredContribs::explain(std::span<const FeatureVector> rows) const
{
    const auto matrix = makeMatrix(rows);
    const bst_ulong *shape = nullptr;
    bst_ulong dimensions = 0;
    const float *values = nullptr;
    require(XGBoosterPredictFromDMatrix(m_data->booster.get(), matrix->get(), kContributions, &shape, &dimensions,
                                        &values));
    std::vector<std::array<float, kColumnCount + 1>> answer(rows.size());
    std::memcpy(answer.data(), values, answer.size() * sizeof(answer[0]));
    return answer;
}

} // namespace countersign
