#include "server/ml/explain/ExplanationTables.h"

#include "server/ml/explain/LeafGame.h"

#include <algorithm>

namespace countersign {

namespace {

// How probable it is that the conditions of a path hold for columns that are not known.
using Absence = std::function<std::vector<double>(const TreeSplits &, const SplitPath &)>;

std::vector<double> coverAbsence(const TreeSplits &, const SplitPath &path)
{
    std::vector<double> ratios;
    for (const PathColumn &column : path)
        ratios.push_back(column.coverRatio);
    return independentAbsence(ratios);
}

bool satisfies(const FeatureVector &row, const std::vector<Split> &splits, const PathColumn &column)
{
    return std::all_of(column.conditions.begin(), column.conditions.end(), [&](const Condition &condition) {
        return splits[condition.split].goesLeft(row[std::size_t(column.column)]) == condition.left;
    });
}

Absence referenceAbsence(std::span<const FeatureVector> reference)
{
    return [reference](const TreeSplits &splits, const SplitPath &path) {
        std::vector<std::uint32_t> counts(std::size_t(1) << path.size());
        for (const FeatureVector &row : reference) {
            std::size_t mask = 0;
            for (std::size_t player = 0; player < path.size(); ++player)
                mask |= std::size_t(satisfies(row, splits.splits(), path[player])) << player;
            ++counts[mask];
        }
        return populationAbsence(counts);
    };
}

// One group under construction: which bit answers for a column of the path, and which for a split of the subtree.
struct GroupPlan {
    std::vector<int> pathColumns;
    std::vector<int> splits;
    std::vector<int> columns; // all that its leaves depend on

    std::size_t bits() const { return pathColumns.size() + splits.size(); }
};

class TableBuilder {
public:
    TableBuilder(ExplanationTables &tables, const Absence &absence) : m_tables(tables), m_absence(absence) {}

    void addTree(const Tree &tree)
    {
        const TreeSplits splits(tree);
        TreeParts parts;
        parts.splits = append(m_tables.splits, splits.splits());
        parts.columns = append(m_tables.columns, distinctColumns(splits));
        parts.groups.first = std::uint32_t(m_tables.groups.size());
        m_treeColumns.assign(m_tables.columns.begin() + parts.columns.first, m_tables.columns.end());
        addGroups(splits, 0, {});
        parts.groups.count = std::uint32_t(m_tables.groups.size()) - parts.groups.first;
        m_tables.trees.push_back(parts);
    }

private:
    template <typename T>
    static Slice append(std::vector<T> &list, const std::vector<T> &more)
    {
        const Slice slice{std::uint32_t(list.size()), std::uint32_t(more.size())};
        list.insert(list.end(), more.begin(), more.end());
        return slice;
    }

    static std::vector<std::uint8_t> distinctColumns(const TreeSplits &splits)
    {
        std::vector<std::uint8_t> columns;
        for (const Split &split : splits.splits())
            if (std::find(columns.begin(), columns.end(), split.column) == columns.end())
                columns.push_back(std::uint8_t(split.column));
        return columns;
    }

    // The largest subtrees whose index fits: the fewer groups, the fewer numbers are added per row.
    void addGroups(const TreeSplits &splits, std::size_t node, const SplitPath &path)
    {
        GroupPlan plan;
        plan.splits = splits.splitsBelow(node);
        if (path.size() + plan.splits.size() > kIndexBits) {
            for (const bool left : {true, false})
                addGroups(splits, child(splits.tree(), node, left), splits.step(path, node, left));
            return;
        }
        for (const PathColumn &column : path)
            plan.pathColumns.push_back(column.column);
        plan.columns = plan.pathColumns;
        for (const int split : plan.splits)
            if (const int column = splits.splits()[std::size_t(split)].column;
                std::find(plan.columns.begin(), plan.columns.end(), column) == plan.columns.end())
                plan.columns.push_back(column);
        addGroup(plan, path);
        std::vector<double> sums((std::size_t(1) << plan.bits()) * plan.columns.size());
        addLeaves(splits, node, path, plan, sums);
        m_tables.values.insert(m_tables.values.end(), sums.begin(), sums.end());
    }

    void addGroup(const GroupPlan &plan, const SplitPath &path)
    {
        SplitGroup group;
        group.indexMask = std::uint8_t((1U << plan.bits()) - 1);
        group.table = std::uint32_t(m_tables.values.size());
        std::vector<IndexTest> tests;
        unsigned bit = 0;
        const auto test = [&](const Condition &condition) {
            tests.push_back({condition.split, std::uint8_t(condition.left ? 0 : 0xFF), std::uint8_t(~(1U << bit))});
        };
        for (const PathColumn &column : path) {
            std::for_each(column.conditions.begin(), column.conditions.end(), test);
            ++bit;
        }
        for (const int split : plan.splits) {
            test({std::uint8_t(split), true});
            ++bit;
        }
        group.tests = append(m_tables.tests, tests);
        std::vector<std::uint8_t> slots;
        for (const int column : plan.columns)
            slots.push_back(std::uint8_t(placeOf(m_treeColumns, column)));
        group.slots = append(m_tables.slots, slots);
        m_tables.groups.push_back(group);
    }

    void addLeaves(const TreeSplits &splits, std::size_t node, const SplitPath &path, const GroupPlan &plan,
                   std::vector<double> &sums)
    {
        if (!splits.tree().isLeaf(node)) {
            for (const bool left : {true, false})
                addLeaves(splits, child(splits.tree(), node, left), splits.step(path, node, left), plan, sums);
            return;
        }
        const double value = double(splits.tree().threshold[node]);
        const std::vector<double> absent = m_absence(splits, path);
        m_tables.base += value * absent.back();
        const std::vector<double> shapley = leafShapleyValues(value, absent);
        for (std::size_t index = 0; index < std::size_t(1) << plan.bits(); ++index) {
            const std::size_t satisfied = satisfiedAt(index, path, plan);
            for (std::size_t player = 0; player < path.size(); ++player)
                sums[index * plan.columns.size() + placeOf(plan.columns, path[player].column)] +=
                    shapley[satisfied * path.size() + player];
        }
    }

    // Which columns of a leaf's path a row satisfies whose index is this.
    static std::size_t satisfiedAt(std::size_t index, const SplitPath &path, const GroupPlan &plan)
    {
        std::size_t satisfied = 0;
        for (std::size_t player = 0; player < path.size(); ++player) {
            const std::size_t inPath = placeOf(plan.pathColumns, path[player].column);
            bool holds = inPath == plan.pathColumns.size() || (index >> inPath & 1U) != 0;
            for (const Condition &condition : path[player].conditions)
                if (const std::size_t below = placeOf(plan.splits, condition.split); below < plan.splits.size())
                    holds = holds && ((index >> (plan.pathColumns.size() + below) & 1U) != 0) == condition.left;
            satisfied |= std::size_t(holds) << player;
        }
        return satisfied;
    }

    static std::size_t placeOf(const std::vector<int> &list, int value)
    {
        return std::size_t(std::find(list.begin(), list.end(), value) - list.begin());
    }

    static std::size_t child(const Tree &tree, std::size_t node, bool left)
    {
        return std::size_t(left ? tree.left[node] : tree.right[node]);
    }

    ExplanationTables &m_tables;
    const Absence &m_absence;
    std::vector<int> m_treeColumns;
};

Result<ExplanationTables> build(const TreeModel &model, const Absence &absence)
{
    ExplanationTables tables;
    tables.base = std::log(double(model.baseScore) / (1 - double(model.baseScore)));
    TableBuilder builder(tables, absence);
    for (const Tree &tree : model.trees) {
        builder.addTree(tree);
        if (tables.values.size() * sizeof(float) > kMaxTableBytes)
            return Error{
                ErrorCode::Invalid,
                QStringLiteral("bad_model"),
                QStringLiteral("the model is too large to be explained: its tables would take more than %1 MiB")
                    .arg(kMaxTableBytes >> 20),
                {}};
    }
    return tables;
}

} // namespace

Result<ExplanationTables> ExplanationTables::pathDependent(const TreeModel &model)
{
    return build(model, coverAbsence);
}

Result<ExplanationTables> ExplanationTables::interventional(const TreeModel &model,
                                                            std::span<const FeatureVector> reference)
{
    if (reference.empty())
        return Error{ErrorCode::Invalid,
                     QStringLiteral("bad_reference"),
                     QStringLiteral("a reference population needs a row"),
                     {}};
    return build(model, referenceAbsence(reference));
}

} // namespace countersign
