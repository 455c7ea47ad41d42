#include "server/ml/ExplainedModel.h"

namespace countersign {

Result<ExplainedModel> ExplainedModel::fromBytes(const QByteArray &ubj)
{
    // XGBoost's reader trusts what it reads: a damaged tree would end the process, not the call.
    const auto trees = TreeModel::parse(ubj, int(kColumnCount));
    if (!trees)
        return trees.error();
    auto tables = ExplanationTables::pathDependent(*trees);
    if (!tables)
        return tables.error();
    const auto model = XgbModel::fromBytes(ubj);
    if (!model)
        return model.error();
    return ExplainedModel{*model, std::make_shared<TreeExplainer>(std::move(*tables))};
}

} // namespace countersign
