// A few fixed applications that every bundle must still score as it did when it was trained.
#pragma once

#include "core/scoring/FeatureVector.h"

#include <vector>

namespace countersign {

/// Ordinary, extreme and empty ones, each category at least once. Made by featuresOf(), so a formula that changed without
/// its feature set's name shows up as well.
std::vector<FeatureVector> probeSet();

} // namespace countersign
