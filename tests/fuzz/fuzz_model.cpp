// Models: what the check of the trees lets through, XGBoost must be able to load and score with, and the tables to explain.
#include "server/ml/ProbeSet.h"
#include "server/ml/TreeModel.h"
#include "server/ml/XgbModel.h"
#include "server/ml/explain/TreeExplainer.h"

#include <cstdint>

using namespace countersign;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::vector<FeatureVector> rows = probeSet();
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto trees = TreeModel::parse(bytes, int(kColumnCount));
    if (!trees)
        return 0;
    if (auto tables = ExplanationTables::pathDependent(*trees))
        (void)TreeExplainer(std::move(*tables)).explain(rows).size();
    if (const auto model = XgbModel::fromBytes(bytes))
        (void)(*model)->margins(rows).ok();
    return 0;
}
