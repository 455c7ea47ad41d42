#include "server/ml/TreeModel.h"

#include "server/ml/Ubjson.h"

#include <cmath>

namespace countersign {

namespace {

using Fault = std::optional<QString>;

bool isText(const UbjValue &value, const QByteArray &expected)
{
    return value.kind == UbjValue::Kind::Text && value.text == expected;
}

bool isEmptyList(const UbjValue &value)
{
    return value.items.empty() && value.numbers.empty();
}

Fault checkLearner(const UbjValue &learner, int columns)
{
    const UbjValue &parameters = learner.at("learner_model_param");
    if (!isText(learner.at("gradient_booster").at("name"), "gbtree"))
        return QStringLiteral("it is no model of trees");
    if (!isText(learner.at("objective").at("name"), "binary:logistic"))
        return QStringLiteral("its objective is not binary:logistic");
    if (!isText(parameters.at("num_feature"), QByteArray::number(columns)))
        return QStringLiteral("it does not take %1 columns").arg(columns);
    if (!isText(parameters.at("num_class"), "0") || !isText(parameters.at("num_target"), "1"))
        return QStringLiteral("it has more than one outcome");
    if (!isEmptyList(learner.at("attributes")) || !isEmptyList(learner.at("feature_names"))
        || !isEmptyList(learner.at("feature_types")))
        return QStringLiteral("it carries names of its own");
    return std::nullopt;
}

// The list of that name, when it has one whole number within the bounds for each node.
std::optional<std::vector<int>> integers(const UbjValue &tree, const char *name, std::size_t nodes, std::pair<int, int> bounds)
{
    const std::vector<double> numbers = tree.at(name).allNumbers();
    if (numbers.size() != nodes)
        return std::nullopt;
    std::vector<int> result;
    for (const double number : numbers) {
        if (!(number >= bounds.first && number <= bounds.second) || number != std::floor(number))
            return std::nullopt;
        result.push_back(int(number));
    }
    return result;
}

std::optional<std::vector<float>> reals(const UbjValue &tree, const char *name, std::size_t nodes)
{
    const std::vector<double> &numbers = tree.at(name).numbers;
    if (numbers.size() != nodes || !std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); }))
        return std::nullopt;
    return std::vector<float>(numbers.begin(), numbers.end());
}

// Each node but the root is the child of exactly one node before it, and knows that one: so there is no circle.
Fault checkShape(const Tree &tree, const std::vector<int> &parents)
{
    const std::size_t nodes = tree.left.size();
    std::vector<int> depth(nodes, -1);
    depth[0] = 0;
    for (std::size_t node = 0; node < nodes; ++node) {
        if (depth[node] < 0)
            return QStringLiteral("a node that hangs in the air");
        if (tree.isLeaf(node) != (tree.right[node] < 0))
            return QStringLiteral("a node with one child");
        if (tree.isLeaf(node))
            continue;
        for (const int child : {tree.left[node], tree.right[node]}) {
            if (std::size_t(child) <= node || depth[std::size_t(child)] >= 0 || parents[std::size_t(child)] != int(node))
                return QStringLiteral("children that are not its own");
            depth[std::size_t(child)] = depth[node] + 1;
        }
        if (depth[node] >= kMaxTreeDepth)
            return QStringLiteral("more than %1 levels").arg(kMaxTreeDepth);
    }
    return std::nullopt;
}

Fault readTree(const UbjValue &json, int columns, Tree &tree)
{
    const UbjValue &parameters = json.at("tree_param");
    const std::size_t nodes = json.at("left_children").numbers.size();
    const int last = int(nodes) - 1;
    const bool isPlain = nodes > 0 && isText(parameters.at("num_nodes"), QByteArray::number(qsizetype(nodes)))
        && isText(parameters.at("num_deleted"), "0") && isText(parameters.at("size_leaf_vector"), "0")
        && isText(parameters.at("num_feature"), QByteArray::number(columns))
        && integers(json, "split_type", nodes, {0, 0});
    for (const char *name : {"categories", "categories_nodes", "categories_segments", "categories_sizes"})
        if (!isPlain || !isEmptyList(json.at(name)))
            return QStringLiteral("splits of another kind");

    auto left = integers(json, "left_children", nodes, {-1, last});
    auto right = integers(json, "right_children", nodes, {-1, last});
    auto column = integers(json, "split_indices", nodes, {0, columns - 1});
    const auto parents = integers(json, "parents", nodes, {0, std::numeric_limits<int>::max()});
    const auto defaults = integers(json, "default_left", nodes, {0, 1});
    if (!left || !right || !column || !parents || !defaults)
        return QStringLiteral("nodes or columns that are not there");
    auto threshold = reals(json, "split_conditions", nodes);
    auto cover = reals(json, "sum_hessian", nodes);
    if (!threshold || !cover || !reals(json, "base_weights", nodes) || !reals(json, "loss_changes", nodes))
        return QStringLiteral("a value that is no number");
    if (!std::all_of(cover->begin(), cover->end(), [](float x) { return x > 0; }))
        return QStringLiteral("a node that no row reached");
    tree = {std::move(*left), std::move(*right), std::move(*column), std::move(*threshold),
            std::vector<bool>(defaults->begin(), defaults->end()), std::move(*cover)};
    return checkShape(tree, *parents);
}

Error bad(const QString &fault)
{
    return {ErrorCode::Invalid, QStringLiteral("bad_model"), QStringLiteral("the model is not usable: %1").arg(fault), {}};
}

} // namespace

Result<TreeModel> TreeModel::parse(const QByteArray &ubj, int columns)
{
    const auto root = readUbjson(ubj);
    if (!root)
        return root.error();
    const UbjValue &learner = root->at("learner");
    if (const Fault fault = checkLearner(learner, columns))
        return bad(*fault);

    TreeModel model;
    bool isNumber = false;
    model.baseScore = learner.at("learner_model_param").at("base_score").text.toFloat(&isNumber);
    if (!isNumber || !(model.baseScore > 0 && model.baseScore < 1))
        return bad(QStringLiteral("its base score is no probability"));

    const UbjValue &booster = learner.at("gradient_booster").at("model");
    const std::vector<UbjValue> &trees = booster.at("trees").items;
    const UbjValue &parameters = booster.at("gbtree_model_param");
    if (trees.empty() || !isText(parameters.at("num_trees"), QByteArray::number(qsizetype(trees.size())))
        || !isText(parameters.at("num_parallel_tree"), "1") || !isText(parameters.at("size_leaf_vector"), "0")
        || !integers(booster, "tree_info", trees.size(), {0, 0}))
        return bad(QStringLiteral("its trees are not counted rightly"));
    model.trees.resize(trees.size());
    for (std::size_t i = 0; i < trees.size(); ++i) {
        const UbjValue &id = trees[i].at("id"); // the library stores a tree where its id says
        if (id.kind != UbjValue::Kind::Number || id.number != double(i))
            return bad(QStringLiteral("tree %1 has the place of another").arg(i));
        if (const Fault fault = readTree(trees[i], columns, model.trees[i]))
            return bad(QStringLiteral("tree %1 has %2").arg(i).arg(*fault));
    }
    return model;
}

} // namespace countersign
