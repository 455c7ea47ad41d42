// Trees by chance, and the slow definitions of what explains them.
#pragma once

#include "server/ml/TreeModel.h"

#include "core/scoring/FeatureVector.h"

#include <random>
#include <span>

namespace countersign {

/// `columns` of the row are asked, the fewer the more often again; covers and leaves by chance.
Tree randomTree(std::mt19937 &random, int depth, int columns);

/// Numbers from -2 to 2, every fifth is missing.
FeatureVector randomRow(std::mt19937 &random);

/// The sum of the leaves that a row reaches.
double marginOf(const TreeModel &model, const FeatureVector &row);

/// By definition: every coalition of the first `columns` columns, each worth what the tree expects when only they are
/// known; the unknown ones are averaged over the covers of both sides.
std::vector<double> pathDependentByDefinition(const TreeModel &model, const FeatureVector &row, int columns);

/// The same with each unknown column taken from a row of the reference, averaged over its rows.
std::vector<double> interventionalByDefinition(const TreeModel &model, const FeatureVector &row, int columns,
                                               std::span<const FeatureVector> reference);

} // namespace countersign
