#include "server/ml/train/XgbTrainer.h"

#include "server/ml/XgbHandles.h"

#include <QByteArrayList>

namespace countersign {

namespace {

// A category takes part in its feature's constraint when the categories have an order of risk: `yes` above `no`.
int riskOf(const FeatureColumn &column)
{
    const Feature &row = feature(column.feature);
    const int risk = int(row.risk);
    if (column.category < 0)
        return risk;
    const QLatin1String category(row.categories[std::size_t(column.category)]);
    if (category == QLatin1String("yes"))
        return risk;
    return category == QLatin1String("no") ? -risk : 0;
}

Result<void> setParameters(BoosterHandle booster, const XgbParameters &parameters)
{
    const std::vector<std::pair<const char *, QByteArray>> settings{
        {"objective", "binary:logistic"},
        {"tree_method", "exact"},
        {"base_score", "0.5"},
        {"seed", QByteArray::number(42)},
        {"max_depth", QByteArray::number(parameters.depth)},
        {"eta", QByteArray::number(parameters.rate, 'g', 17)},
        {"min_child_weight", QByteArray::number(parameters.minChildWeight, 'g', 17)},
        {"lambda", QByteArray::number(parameters.lambda, 'g', 17)},
        {"monotone_constraints", monotoneConstraints()},
    };
    for (const auto &[name, value] : settings)
        if (const auto set = checkXgb(XGBoosterSetParam(booster, name, value.constData()), "cannot set a parameter"); !set)
            return set.error();
    return {};
}

} // namespace

QJsonObject XgbParameters::toJson() const
{
    return {{QStringLiteral("objective"), QStringLiteral("binary:logistic")},
            {QStringLiteral("tree_method"), QStringLiteral("exact")},
            {QStringLiteral("trees"), trees},
            {QStringLiteral("max_depth"), depth},
            {QStringLiteral("eta"), rate},
            {QStringLiteral("min_child_weight"), minChildWeight},
            {QStringLiteral("lambda"), lambda},
            {QStringLiteral("monotone_constraints"), QString::fromLatin1(monotoneConstraints())}};
}

QByteArray monotoneConstraints()
{
    QByteArrayList signs;
    for (const FeatureColumn &column : featureColumns())
        signs.append(QByteArray::number(riskOf(column)));
    return '(' + signs.join(',') + ')';
}

Result<QByteArray> trainXgb(const TrainingSet &set, const XgbParameters &parameters)
{
    const auto matrix = makeMatrix(set.rows);
    if (!matrix)
        return matrix.error();
    const int labelled = XGDMatrixSetFloatInfo(matrix->get(), "label", set.labels.data(), set.labels.size());
    if (const auto checked = checkXgb(labelled, "cannot set the labels"); !checked)
        return checked.error();

    const std::array<DMatrixHandle, 1> cache{matrix->get()};
    const auto booster = makeBooster(cache);
    if (!booster)
        return booster.error();
    if (const auto ready = setParameters(booster->get(), parameters); !ready)
        return ready.error();
    for (int tree = 0; tree < parameters.trees; ++tree)
        if (const auto grown = checkXgb(XGBoosterUpdateOneIter(booster->get(), tree, matrix->get()), "cannot grow a tree");
            !grown)
            return grown.error();

    bst_ulong size = 0;
    const char *bytes = nullptr;
    const int saved = XGBoosterSaveModelToBuffer(booster->get(), R"({"format":"ubj"})", &size, &bytes);
    if (const auto checked = checkXgb(saved, "cannot save the model"); !checked)
        return checked.error();
    return QByteArray(bytes, qsizetype(size));
}

} // namespace countersign
