#include "core/scoring/FactorText.h"

#include <QCoreApplication>

#include <cmath>

namespace countersign {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Features", text);
}

struct CategoryText {
    const char *category;
    const char *text;
};

// Every category that a feature has; `unknown` is no category but the lack of one.
constexpr CategoryText kCategories[] = {
    {"permanent", QT_TRANSLATE_NOOP("Features", "permanent")},
    {"fixed_term", QT_TRANSLATE_NOOP("Features", "fixed term")},
    {"part_time", QT_TRANSLATE_NOOP("Features", "part time")},
    {"self_employed", QT_TRANSLATE_NOOP("Features", "self-employed")},
    {"unemployed", QT_TRANSLATE_NOOP("Features", "unemployed")},
    {"owner", QT_TRANSLATE_NOOP("Features", "owner")},
    {"rent", QT_TRANSLATE_NOOP("Features", "tenant")},
    {"parents", QT_TRANSLATE_NOOP("Features", "with parents")},
    {"priv", QT_TRANSLATE_NOOP("Features", "private arrangement")},
    {"ignore", QT_TRANSLATE_NOOP("Features", "not stated")},
    {"other", QT_TRANSLATE_NOOP("Features", "other")},
    {"yes", QT_TRANSLATE_NOOP("Features", "yes")},
    {"no", QT_TRANSLATE_NOOP("Features", "none known")},
};

QString categoryText(const char *category)
{
    for (const CategoryText &row : kCategories)
        if (qstrcmp(row.category, category) == 0)
            return translated(row.text);
    return QString::fromLatin1(category);
}

QString moneyText(double wholeUnits, const Currency &currency, const QLocale &locale)
{
    const double minorPerUnit = currency.decimals() == 0 ? 1 : 100;
    return Money(std::llround(wholeUnits * minorPerUnit), currency).format(locale);
}

QString numberText(FeatureUnit unit, double value, const Currency &currency, const QLocale &locale)
{
    switch (unit) {
    case FeatureUnit::Ratio:
        return locale.toString(value * 100, 'f', 1) + QStringLiteral(" %");
    case FeatureUnit::Years:
        return translated(QT_TRANSLATE_NOOP("Features", "%1 years")).arg(locale.toString(value, 'f', 1));
    case FeatureUnit::Months:
        return translated(QT_TRANSLATE_NOOP("Features", "%1 months")).arg(locale.toString(value, 'f', 0));
    case FeatureUnit::Money:
        return moneyText(value, currency, locale);
    case FeatureUnit::Factor:
    case FeatureUnit::Category:
        break;
    }
    return locale.toString(value, 'f', 1);
}

} // namespace

QString factorValueText(FeatureId id, const FeatureValue &value, const Currency &currency, const QLocale &locale)
{
    if (value.number)
        return numberText(feature(id).unit, *value.number, currency, locale);
    const bool isKnown = value.category && qstrcmp(value.category, "unknown") != 0;
    if (!isKnown)
        return translated(QT_TRANSLATE_NOOP("Features", "not known"));
    return categoryText(value.category);
}

} // namespace countersign
