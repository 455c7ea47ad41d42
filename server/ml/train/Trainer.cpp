#include "server/ml/train/Trainer.h"

#include "server/ml/BundleScorer.h"
#include "server/ml/ProbeSet.h"
#include "server/ml/XgbHandles.h"
#include "server/ml/train/Metrics.h"
#include "server/ml/train/PlattFit.h"
#include "server/ml/train/Preprocessor.h"
#include "server/ml/train/StratifiedFolds.h"

#include <QCryptographicHash>

namespace countersign {

namespace {

QByteArray toBytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QJsonArray toJson(std::span<const double> values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

// What the calibration is made of, kept apart so that the prior correction can be seen and undone.
struct FittedCalibration {
    Calibration platt;
    double shift = 0;

    Calibration whole() const { return {platt.slope, platt.intercept + shift}; }
};

QByteArray calibrationJson(const FittedCalibration &fitted, double sampleBadRate, double portfolioBadRate)
{
    return toBytes({{QStringLiteral("method"), QStringLiteral("platt")},
                    {QStringLiteral("slope"), fitted.platt.slope},
                    {QStringLiteral("intercept"), fitted.platt.intercept},
                    {QStringLiteral("sample_bad_rate"), sampleBadRate},
                    {QStringLiteral("portfolio_bad_rate"), portfolioBadRate},
                    {QStringLiteral("prior_shift"), fitted.shift}});
}

Result<XgbParameters> chooseParameters(const TrainingSet &set, const TrainOptions &options)
{
    if (!options.searchGrid)
        return options.parameters;
    const auto points = searchGrid(set, options.progress);
    if (!points)
        return points.error();
    return points->front().parameters;
}

QByteArray manifestJson(const TrainedBundle &bundle, const QByteArray &csv, std::span<const float> probeMargins)
{
    QJsonArray probe;
    for (const float margin : probeMargins)
        probe.append(double(margin));
    const QJsonObject metrics{{QStringLiteral("cross_validation_fold_auc"), toJson(bundle.foldAuc)},
                              {QStringLiteral("out_of_fold_auc"), bundle.outOfFoldAuc},
                              {QStringLiteral("hold_out"), bundle.holdOut.toJson()}};
    return toBytes({{QStringLiteral("format"), 1},
                    {QStringLiteral("algorithm"), QStringLiteral("xgboost")},
                    {QStringLiteral("library"), QStringLiteral("xgboost ") + xgbLibraryVersion()},
                    {QStringLiteral("feature_set"), QLatin1String(kFeatureSet)},
                    {QStringLiteral("seed"), int(kSeed)},
                    {QStringLiteral("data_sha256"),
                     QString::fromLatin1(QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex())},
                    {QStringLiteral("rows"), bundle.trainingRows},
                    {QStringLiteral("bad_rate"), bundle.trainingBadRate},
                    {QStringLiteral("indicative_rate"), kTrainingRate},
                    {QStringLiteral("parameters"), bundle.parameters.toJson()},
                    {QStringLiteral("metrics"), metrics},
                    {QStringLiteral("probe_margins"), probe}});
}

} // namespace

Result<TrainedBundle> trainBundle(const QByteArray &csv, const TrainOptions &options)
{
    const auto data = parseCreditData(csv);
    if (!data)
        return data.error();
    const TrainingSet set = trainingSetOf(*data, CreditDataPart::Training);
    TrainedBundle bundle;
    bundle.trainingRows = int(set.size());
    bundle.trainingBadRate = set.badRate();
    const double portfolioBadRate = options.portfolioBadRate.value_or(set.badRate());

    const auto parameters = chooseParameters(set, options);
    if (!parameters)
        return parameters.error();
    bundle.parameters = *parameters;
    const auto validated = crossValidate(set, *parameters, options.progress);
    if (!validated)
        return validated.error();
    bundle.foldAuc = validated->foldAuc;
    bundle.outOfFoldAuc = areaUnderRoc(validated->margins, set.labels);

    const auto platt = fitPlatt(validated->margins, set.labels);
    if (!platt)
        return platt.error();
    const FittedCalibration calibration{*platt, priorShift(set.badRate(), portfolioBadRate)};
    bundle.calibration = calibration.whole();

    const auto bytes = trainXgb(set, *parameters);
    if (!bytes)
        return bytes.error();
    const auto trees = ExplainedModel::fromBytes(*bytes);
    if (!trees)
        return trees.error();
    const BundleScorer scorer({{}, bundle.calibration, {}, *trees});
    const auto evaluated =
        evaluate(evaluationRows(*data, CreditDataPart::HoldOut), scorer, calibration.shift, portfolioBadRate);
    if (!evaluated)
        return evaluated.error();
    bundle.holdOut = *evaluated;
    const auto probeMargins = trees->model->margins(probeSet());
    if (!probeMargins)
        return probeMargins.error();
    bundle.files = {*bytes, preprocessorJson(set), calibrationJson(calibration, set.badRate(), portfolioBadRate),
                    manifestJson(bundle, csv, *probeMargins)};
    return bundle;
}

} // namespace countersign
