// A feature's value as people read it.
#pragma once

#include "core/base/Money.h"
#include "core/scoring/FeatureVector.h"

#include <QLocale>

namespace countersign {

/// `34.2 %`, `7.0 years`, `48 months`, `1,200,000.00 RSD`, `part time`, `not known`: by the unit of the feature, in the
/// manner of `locale`, words through Qt's translation context "Features".
QString factorValueText(FeatureId feature, const FeatureValue &value, const Currency &currency, const QLocale &locale);

} // namespace countersign
