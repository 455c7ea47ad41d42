#include "server/ml/ModelBundle.h"

#include "server/ml/BundleFiles.h"
#include "server/ml/ProbeSet.h"

#include <bit>
#include <cmath>

namespace countersign {

namespace {

using Fault = std::optional<QString>;

struct Parsed {
    QJsonObject preprocessor;
    QJsonObject calibration;
    QJsonObject manifest;
};

Fault parse(const BundleFiles &files, Parsed &parsed)
{
    struct Document {
        const QByteArray &bytes;
        QJsonObject &into;
        const char *name;
    };
    for (const Document &document : {Document{files.preprocessor, parsed.preprocessor, "preprocessor.json"},
                                     Document{files.calibration, parsed.calibration, "calibration.json"},
                                     Document{files.manifest, parsed.manifest, "manifest.json"}}) {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(document.bytes, &error);
        if (!json.isObject())
            return QStringLiteral("%1 is not a JSON object (%2)")
                .arg(QLatin1String(document.name), error.errorString());
        document.into = json.object();
    }
    return std::nullopt;
}

Fault checkFeatures(const Parsed &parsed)
{
    const QString featureSet = parsed.preprocessor.value(QLatin1String("feature_set")).toString();
    if (featureSet != QLatin1String(kFeatureSet) || parsed.manifest.value(QLatin1String("feature_set")) != featureSet)
        return QStringLiteral("it was trained on feature set %1, this program computes %2")
            .arg(featureSet, QLatin1String(kFeatureSet));
    const QJsonArray columns = parsed.preprocessor.value(QLatin1String("columns")).toArray();
    bool same = columns.size() == qsizetype(kColumnCount);
    for (std::size_t i = 0; same && i < kColumnCount; ++i)
        same = columns[qsizetype(i)].toString() == featureColumns()[i].name();
    return same ? Fault() : QStringLiteral("its columns are not those of feature set %1").arg(featureSet);
}

Fault readCalibration(const QJsonObject &json, Calibration &calibration)
{
    const auto number = [&json](const char *name) { return json.value(QLatin1String(name)).toDouble(std::nan("")); };
    calibration.slope = number("slope");
    calibration.intercept = number("intercept") + number("prior_shift");
    if (!std::isfinite(calibration.slope) || !std::isfinite(calibration.intercept))
        return QStringLiteral("its calibration is incomplete");
    // A slope of 0 or below would turn good into bad; one of 1000 would make every score 0 or 1000.
    if (calibration.slope <= 0 || calibration.slope > 1000)
        return QStringLiteral("the slope of its calibration, %1, is not within 0 and 1000").arg(calibration.slope);
    return std::nullopt;
}

Fault probe(const ModelBundle &bundle)
{
    const std::vector<FeatureVector> rows = probeSet();
    const auto margins = bundle.trees.model->margins(rows);
    if (!margins)
        return margins.error().detail;
    const QJsonArray expected = bundle.manifest.value(QLatin1String("probe_margins")).toArray();
    if (expected.size() != qsizetype(rows.size()))
        return QStringLiteral("its manifest lacks the probe margins");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float margin = (*margins)[i];
        if (std::bit_cast<quint32>(float(expected[qsizetype(i)].toDouble())) != std::bit_cast<quint32>(margin))
            return QStringLiteral("it does not score the probe set as it did when it was trained");
    }
    return std::nullopt;
}

Fault build(const BundleFiles &files, ModelBundle &bundle)
{
    Parsed parsed;
    if (const Fault fault = parse(files, parsed))
        return fault;
    if (const Fault fault = checkFeatures(parsed))
        return fault;
    if (const Fault fault = readCalibration(parsed.calibration, bundle.calibration))
        return fault;
    auto trees = ExplainedModel::fromBytes(files.model);
    if (!trees)
        return trees.error().detail;
    bundle.trees = std::move(*trees);
    bundle.manifest = parsed.manifest;
    bundle.info = {files.sha256(), QLatin1String(kFeatureSet),
                   parsed.manifest.value(QLatin1String("library")).toString()};
    return probe(bundle);
}

} // namespace

Result<ModelBundle> ModelBundle::load(const QString &folder)
{
    const auto files = BundleFiles::read(folder);
    if (!files)
        return files.error();
    ModelBundle bundle;
    if (const Fault fault = build(*files, bundle))
        return badBundle(folder, *fault);
    return bundle;
}

} // namespace countersign
