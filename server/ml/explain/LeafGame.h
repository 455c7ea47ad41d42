// Shapley values of one leaf, for everything that a row can say about the columns on its path.
#pragma once

#include <cstdint>
#include <vector>

namespace countersign {

/// The game that a leaf of value v plays over the d columns of its path: a coalition S of known columns is worth v times
/// [the row satisfies all of S] times absent[not S].
///
/// `absent[T]` (2^d numbers, T a set of columns as bits) is the probability that all conditions on the columns in T hold
/// while those columns are unknown; absent[0] is 1. Where it comes from makes the kind of explanation: from covers (path
/// dependent, as XGBoost's pred_contribs), or from the rows of a reference population (interventional).
///
/// Answers 2^d rows of d numbers: the Shapley value of each column for a row that satisfies just the columns in `mask`.
std::vector<double> leafShapleyValues(double value, const std::vector<double> &absent);

/// absent[] when each column's conditions hold by themselves with the given probability.
std::vector<double> independentAbsence(const std::vector<double> &probabilities);

/// absent[] of a population: `counts[mask]` rows satisfy just the columns in `mask`. There must be a row.
std::vector<double> populationAbsence(const std::vector<std::uint32_t> &counts);

} // namespace countersign
