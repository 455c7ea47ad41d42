#include "server/ml/train/Preprocessor.h"

#include <cmath>
#include <numeric>

namespace countersign {

namespace {

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

QJsonObject describe(const TrainingSet &set, std::size_t column)
{
    std::vector<double> known;
    for (const FeatureVector &row : set.rows)
        if (!std::isnan(row[column]))
            known.push_back(double(row[column]));
    QJsonObject json{{QStringLiteral("missing_rate"),
                      set.size() > 0 ? 1 - double(known.size()) / double(set.size()) : 1.0}};
    if (known.empty())
        return json;
    const double mean = std::accumulate(known.begin(), known.end(), 0.0) / double(known.size());
    double squares = 0;
    for (const double value : known)
        squares += (value - mean) * (value - mean);
    json.insert(QStringLiteral("median"), medianOf(known));
    json.insert(QStringLiteral("mean"), mean);
    json.insert(QStringLiteral("standard_deviation"), std::sqrt(squares / double(known.size())));
    return json;
}

} // namespace

QByteArray preprocessorJson(const TrainingSet &set)
{
    QJsonArray columns;
    QJsonObject numeric;
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const FeatureColumn &column = featureColumns()[i];
        columns.append(column.name());
        if (column.category < 0)
            numeric.insert(column.name(), describe(set, i));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("feature_set"), QLatin1String(kFeatureSet)},
                                     {QStringLiteral("columns"), columns},
                                     {QStringLiteral("numeric"), numeric}})
        .toJson(QJsonDocument::Indented);
}

} // namespace countersign
