#include "server/ml/train/CrossValidation.h"

#include "server/ml/XgbModel.h"
#include "server/ml/train/Metrics.h"
#include "server/ml/train/StratifiedFolds.h"

#include <cmath>
#include <numeric>

namespace countersign {

namespace {

std::vector<XgbParameters> grid()
{
    std::vector<XgbParameters> points;
    for (const int depth : {2, 3})
        for (const int trees : {200, 300, 400})
            for (const double rate : {0.05, 0.075, 0.1})
                points.push_back({.trees = trees, .depth = depth, .rate = rate});
    return points;
}

Result<std::vector<float>> marginsOfFold(const TrainingSet &train, const TrainingSet &test, const XgbParameters &parameters)
{
    const auto bytes = trainXgb(train, parameters);
    if (!bytes)
        return bytes.error();
    const auto model = XgbModel::fromBytes(*bytes);
    if (!model)
        return model.error();
    return (*model)->margins(test.rows);
}

} // namespace

double CrossValidation::meanAuc() const
{
    return std::accumulate(foldAuc.begin(), foldAuc.end(), 0.0) / double(foldAuc.size());
}

double CrossValidation::deviationAuc() const
{
    const double mean = meanAuc();
    double sum = 0;
    for (const double auc : foldAuc)
        sum += (auc - mean) * (auc - mean);
    return std::sqrt(sum / double(foldAuc.size()));
}

Result<CrossValidation> crossValidate(const TrainingSet &set, const XgbParameters &parameters, const Progress &progress)
{
    CrossValidation result;
    result.margins.resize(set.size());
    const std::vector<int> folds = stratifiedFolds(set.labels, kFolds, kSeed);
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<std::size_t> inside;
        std::vector<std::size_t> outside;
        for (std::size_t i = 0; i < set.size(); ++i)
            (folds[i] == fold ? outside : inside).push_back(i);
        const TrainingSet test = set.subset(outside);
        const auto margins = marginsOfFold(set.subset(inside), test, parameters);
        if (!margins)
            return margins.error();
        for (std::size_t i = 0; i < outside.size(); ++i)
            result.margins[outside[i]] = (*margins)[i];
        result.foldAuc.push_back(areaUnderRoc(*margins, test.labels));
        if (progress)
            progress(QStringLiteral("cross-validation"), fold + 1, kFolds);
    }
    return result;
}

Result<std::vector<GridPoint>> searchGrid(const TrainingSet &set, const Progress &progress)
{
    std::vector<GridPoint> points;
    const std::vector<XgbParameters> all = grid();
    for (const XgbParameters &parameters : all) {
        const auto validated = crossValidate(set, parameters, {});
        if (!validated)
            return validated.error();
        points.push_back({parameters, validated->meanAuc()});
        if (progress)
            progress(QStringLiteral("grid search"), int(points.size()), int(all.size()));
    }
    std::stable_sort(points.begin(), points.end(), [](const GridPoint &a, const GridPoint &b) { return a.auc > b.auc; });
    return points;
}

} // namespace countersign
