// Which rows are tested together in cross-validation.
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace countersign {

inline constexpr int kFolds = 5;
inline constexpr quint32 kSeed = 42;

/// The test fold, 0..folds-1, of each row: the very folds of scikit-learn's StratifiedKFold(folds, shuffle=True,
/// random_state=seed), so that figures compare to those measured there. Classes count in order of appearance.
std::vector<int> stratifiedFolds(std::span<const float> labels, int folds, quint32 seed);

} // namespace countersign
