// What is computed once per model so that a row is explained by looking up: the tables behind TreeExplainer.
#pragma once

#include "core/scoring/FeatureVector.h"
#include "server/ml/explain/TreeSplits.h"

#include <span>

namespace countersign {

inline constexpr std::size_t kIndexBits = 8; ///< of a table's index: it fits a byte

/// Part of a list that is shared by the whole model.
struct Slice {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// A subtree with the path that leads to it. For each row it has an index of up to kIndexBits bits: one for each column of
/// the path (are its conditions satisfied?) and one for each split of the subtree (does it go left?). The table row at that
/// index is what all leaves of the subtree together contribute, one number per column that they depend on.
struct SplitGroup {
    std::uint8_t indexMask = 0; ///< the bits that are used
    Slice tests;                ///< of ExplanationTables::tests
    Slice slots;                ///< of ExplanationTables::slots: as many as the table has columns
    std::uint32_t table = 0;    ///< where its rows begin in ExplanationTables::values
};

/// Clears an index's `bit` when the row goes another way than `want` at the split.
struct IndexTest {
    std::uint8_t split = 0; ///< within the tree
    std::uint8_t miss = 0;  ///< 0xFF: wants right, 0: wants left; xor with what the split says
    std::uint8_t keep = 0;  ///< all bits but its own
};

struct TreeParts {
    Slice splits;  ///< of ExplanationTables::splits
    Slice columns; ///< of ExplanationTables::columns
    Slice groups;  ///< of ExplanationTables::groups
};

/// Flat lists, walked from front to back: a single row touches each of them once.
struct ExplanationTables {
    std::vector<TreeParts> trees;
    std::vector<Split> splits;
    std::vector<std::uint8_t>
        columns; ///< the distinct columns of each tree; a slot is a place in its part of this list
    std::vector<SplitGroup> groups;
    std::vector<IndexTest> tests;
    std::vector<std::uint8_t> slots;
    std::vector<float> values; ///< margin units
    double base = 0;           ///< the expected margin, when nothing is known of a row

    /// From the covers of the training rows: XGBoost's path-dependent SHAP values. Invalid (`bad_model`) when the tables
    /// would take more than kMaxTableBytes.
    static Result<ExplanationTables> pathDependent(const TreeModel &model);

    /// Against a reference population of at least one row: interventional SHAP values; `base` is its mean margin.
    static Result<ExplanationTables> interventional(const TreeModel &model, std::span<const FeatureVector> reference);
};

inline constexpr std::size_t kMaxTableBytes = std::size_t(256) << 20;

} // namespace countersign
