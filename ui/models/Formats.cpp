#include "core/scoring/FactorText.h"
#include "ui/models/Words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace countersign::words {

QString monthsText(int months)
{
    return QCoreApplication::translate("Words", "%n month(s)", nullptr, months);
}

QString percentText(double ratio, int decimals)
{
    return QLocale().toString(100 * ratio, 'f', decimals) + QStringLiteral(" %");
}

QString rateText(double percent)
{
    return QLocale().toString(percent, 'f', 2) + QStringLiteral(" %");
}

QString moneyText(Amount amount, const Currency &currency)
{
    const auto money = Money::fromAmount(amount, currency);
    return money ? money->format(QLocale()) : QLocale().toString(amount.toNumber(), 'f', 2);
}

QString momentText(Instant at, Instant now)
{
    const QDateTime local = toDateTime(at).toLocalTime();
    const QString time = local.toString(QStringLiteral("HH:mm"));
    if (local.date() == toDateTime(now).toLocalTime().date())
        return QCoreApplication::translate("Words", "today %1").arg(time);
    return dateText(local.date()) + QLatin1Char(' ') + time;
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(QStringLiteral("dd.MM.yyyy")) : QString();
}

namespace {

const Feature *featureNamed(const QString &name)
{
    const auto found = std::find_if(kFeatures.begin(), kFeatures.end(),
                                    [&name](const Feature &feature) { return name == QLatin1String(feature.name); });
    return found == kFeatures.end() ? nullptr : &*found;
}

} // namespace

QString factorLabel(const QString &name, const QString &fallback)
{
    const Feature *known = featureNamed(name);
    return known ? QCoreApplication::translate("Features", known->label) : fallback;
}

QString factorValue(const api::TopFactor &factor, const Currency &currency)
{
    const Feature *known = featureNamed(factor.feature);
    if (!known)
        return factor.formattedValue;
    if (known->id == FeatureId::EmploymentStability && factor.value) // years, weighted by the contract
        return QCoreApplication::translate("Words", "%1 y").arg(QLocale().toString(*factor.value, 'f', 1));
    FeatureValue value{factor.value, nullptr};
    for (const char *category : known->categories)
        if (factor.category == QLatin1String(category))
            value.category = category;
    return factorValueText(known->id, value, currency, QLocale());
}

} // namespace countersign::words
