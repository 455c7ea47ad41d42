// Models: what the check of the trees lets through, XGBoost must be able to load and score with.
#include "server/ml/ProbeSet.h"
#include "server/ml/TreeModel.h"
#include "server/ml/XgbModel.h"

#include <cstdint>

using namespace countersign;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::vector<FeatureVector> rows = probeSet();
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (!TreeModel::parse(bytes, int(kColumnCount)))
        return 0;
    if (const auto model = XgbModel::fromBytes(bytes))
        (void)(*model)->predict(rows).ok();
    return 0;
}
