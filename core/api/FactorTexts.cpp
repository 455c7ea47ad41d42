#include "core/api/FactorTexts.h"

#include <QLocale>

namespace countersign::api {

QString formattedValue(const Feature &feature, const FeatureValue &value)
{
    if (value.category)
        return QString::fromLatin1(value.category).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!value.number)
        return QStringLiteral("missing");
    const double number = *value.number;
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    switch (feature.unit) {
    case FeatureUnit::Ratio:
        return english.toString(100.0 * number, 'f', 1) + QStringLiteral(" %");
    case FeatureUnit::Factor:
        return english.toString(number, 'f', 2);
    case FeatureUnit::Years:
        return english.toString(number, 'f', 1) + QStringLiteral(" years");
    case FeatureUnit::Months:
        return english.toString(number, 'f', 0) + QStringLiteral(" months");
    case FeatureUnit::Money:
        return english.toString(number, 'f', 2);
    case FeatureUnit::Category:
        break;
    }
    return QString();
}

namespace {

TopFactor factorOf(const Factor &factor)
{
    const Feature &described = feature(factor.feature);
    TopFactor top;
    top.feature = QLatin1String(described.name);
    top.label = QString::fromUtf8(described.label);
    top.value = factor.value.number;
    if (factor.value.category)
        top.category = QLatin1String(factor.value.category);
    top.formattedValue = formattedValue(described, factor.value);
    top.contribution = factor.contribution;
    top.points = factor.points;
    top.direction = factor.raised() ? FactorDirection::Raises : FactorDirection::Lowers;
    return top;
}

} // namespace

QList<TopFactor> topFactorsOf(const countersign::TopFactors &factors)
{
    QList<TopFactor> all;
    for (const Factor &factor : factors.raised)
        all.append(factorOf(factor));
    for (const Factor &factor : factors.lowered)
        all.append(factorOf(factor));
    return all;
}

} // namespace countersign::api
