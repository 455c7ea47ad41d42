// Explanations by tables: equal to the definition of Shapley values, to XGBoost's own, and to the bit the same however
// the rows are cut into blocks.
#include "PredContribs.h"
#include "RandomTrees.h"
#include "TrainedFixture.h"

#include "server/ml/XgbModel.h"
#include "server/ml/explain/TreeExplainer.h"
#include "server/ml/train/XgbTrainer.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <numeric>
#include <thread>

using namespace countersign;

namespace {

TreeModel randomModel(std::mt19937 &random, int depth, int columns)
{
    TreeModel model;
    model.baseScore = std::uniform_real_distribution(0.05F, 0.95F)(random);
    for (int tree = 0; tree < 3; ++tree)
        model.trees.push_back(randomTree(random, depth, columns));
    return model;
}

double worstDifference(const std::array<double, kColumnCount> &found, const std::vector<double> &expected)
{
    double worst = 0;
    for (std::size_t column = 0; column < kColumnCount; ++column)
        worst = std::max(worst, std::abs(found[column] - (column < expected.size() ? expected[column] : 0.0)));
    return worst;
}

// As people apply, and as nobody would: numbers by chance, and real rows with holes.
std::vector<FeatureVector> manyRows()
{
    std::vector<FeatureVector> rows = trainingSetOf(creditData(), CreditDataPart::HoldOut).rows;
    std::mt19937 random(7);
    for (std::size_t i = 0; i < 300; ++i) {
        rows.push_back(randomRow(random));
        FeatureVector holed = rows[i];
        for (float &value : holed)
            if (random() % 4 == 0)
                value = std::nanf("");
        rows.push_back(holed);
    }
    return rows;
}

bool sameBits(const std::array<double, kColumnCount> &a, const std::array<double, kColumnCount> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(),
                      [](double x, double y) { return std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y); });
}

QByteArray trained(int trees, int depth)
{
    return *trainXgb(trainingSetOf(creditData(), CreditDataPart::Training),
                     {.trees = trees, .depth = depth, .rate = 0.1});
}

} // namespace

class TestExplainer : public QObject {
    Q_OBJECT

    std::mt19937 m_random{42};

    void shapes()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("columns");
        QTest::newRow("a stump") << 1 << 1;
        QTest::newRow("one column, asked again and again") << 5 << 1;
        QTest::newRow("two columns") << 6 << 2;
        QTest::newRow("as deep as the default model") << 2 << 6;
        QTest::newRow("a tree that is one table") << 3 << 7;
        QTest::newRow("a tree that is cut") << 4 << 8;
        QTest::newRow("deep, with repeats") << 6 << 5;
        QTest::newRow("as deep as allowed") << kMaxTreeDepth << 9;
    }

private Q_SLOTS:
    void pathDependentValuesAreThoseOfTheDefinition_data() { shapes(); }
    void pathDependentValuesAreThoseOfTheDefinition()
    {
        QFETCH(int, depth);
        QFETCH(int, columns);
        for (int round = 0; round < 12; ++round) {
            const TreeModel model = randomModel(m_random, depth, columns);
            const TreeExplainer explainer(*ExplanationTables::pathDependent(model));
            for (int i = 0; i < 4; ++i) {
                const FeatureVector row = randomRow(m_random);
                const auto found = explainer.explain(std::span(&row, 1)).front();
                const double worst = worstDifference(found, pathDependentByDefinition(model, row, columns));
                QVERIFY2(worst <= 1e-6, qPrintable(QString::number(worst)));
            }
        }
    }
    void interventionalValuesAreThoseOfTheDefinition_data() { shapes(); }
    void interventionalValuesAreThoseOfTheDefinition()
    {
        QFETCH(int, depth);
        QFETCH(int, columns);
        for (int round = 0; round < 6; ++round) {
            const TreeModel model = randomModel(m_random, depth, columns);
            std::vector<FeatureVector> reference;
            for (int i = 0; i < 1 + round * 5; ++i)
                reference.push_back(randomRow(m_random));
            const TreeExplainer explainer(*ExplanationTables::interventional(model, reference));
            double mean = 0;
            for (const FeatureVector &row : reference)
                mean += marginOf(model, row) / double(reference.size());
            QVERIFY(std::abs(explainer.base() - mean) <= 1e-9);
            for (int i = 0; i < 3; ++i) {
                const FeatureVector row = randomRow(m_random);
                const auto found = explainer.explain(std::span(&row, 1)).front();
                const double worst = worstDifference(found, interventionalByDefinition(model, row, columns, reference));
                QVERIFY2(worst <= 1e-6, qPrintable(QString::number(worst)));
            }
        }
    }
    void anApplicantComparedWithHimselfAloneHasNothingToExplain()
    {
        const FeatureVector row = randomRow(m_random);
        const TreeModel model = randomModel(m_random, 6, 8);
        const TreeExplainer explainer(*ExplanationTables::interventional(model, std::span(&row, 1)));
        const auto found = explainer.explain(std::span(&row, 1));
        for (const double contribution : found.front())
            QCOMPARE(contribution, 0.0);
        QVERIFY(std::abs(explainer.base() - marginOf(model, row)) <= 1e-9);
    }
    void aReferenceWithoutRowsIsRefused()
    {
        const auto tables = ExplanationTables::interventional(randomModel(m_random, 2, 2), {});
        QCOMPARE(tables.error().reason, QStringLiteral("bad_reference"));
    }
    void plan_3_2_3_equalToXgboostsOwn_data()
    {
        QTest::addColumn<int>("trees");
        QTest::addColumn<int>("depth");
        QTest::newRow("the default model") << 300 << 2;
        QTest::newRow("200 trees of depth 6") << 200 << 6;
        QTest::newRow("as deep as allowed") << 20 << kMaxTreeDepth;
    }
    void plan_3_2_3_equalToXgboostsOwn()
    {
        QFETCH(int, trees);
        QFETCH(int, depth);
        const QByteArray ubj = trained(trees, depth);
        const std::vector<FeatureVector> rows = manyRows();
        const TreeExplainer explainer(*ExplanationTables::pathDependent(*TreeModel::parse(ubj, int(kColumnCount))));
        const auto found = explainer.explain(rows);
        const auto expected = PredContribs(ubj).explain(rows);
        const auto margins = (*XgbModel::fromBytes(ubj))->margins(rows);
        double worst = 0;
        double worstSum = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double scale = std::max(1.0, std::abs(double((*margins)[row])));
            for (std::size_t column = 0; column < kColumnCount; ++column)
                worst = std::max(worst, std::abs(found[row][column] - double(expected[row][column])) / scale);
            worst = std::max(worst, std::abs(explainer.base() - double(expected[row][kColumnCount])) / scale);
            const double sum = std::accumulate(found[row].begin(), found[row].end(), explainer.base());
            worstSum = std::max(worstSum, std::abs(sum - double((*margins)[row])) / scale);
        }
        qInfo("equal within %.1e, adding up to the margin within %.1e", worst, worstSum);
        QVERIFY(worst <= 1e-5);
        QVERIFY(worstSum <= 1e-5);
    }
    void blocksAndThreadsChangeNoBit()
    {
        const std::vector<FeatureVector> rows = manyRows();
        const TreeExplainer explainer(
            *ExplanationTables::pathDependent(*TreeModel::parse(trained(60, 6), int(kColumnCount))));
        const auto all = explainer.explain(rows);
        for (const std::size_t block :
             {std::size_t(1), std::size_t(15), std::size_t(17), std::size_t(79), std::size_t(256)})
            for (std::size_t from = 0; from < rows.size(); from += block) {
                const std::size_t count = std::min(block, rows.size() - from);
                const auto part = explainer.explain(std::span(rows).subspan(from, count));
                for (std::size_t i = 0; i < count; ++i)
                    QVERIFY(sameBits(part[i], all[from + i]));
            }
        std::atomic<int> different = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                const auto again = explainer.explain(rows);
                for (std::size_t row = 0; row < rows.size(); ++row)
                    different += sameBits(again[row], all[row]) ? 0 : 1;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(different.load(), 0);
    }
    void modelsTooLargeToBeExplainedAreRefused()
    {
        TreeModel model;
        const auto fullTree = [this] {
            for (;;)
                if (Tree tree = randomTree(m_random, kMaxTreeDepth, int(kColumnCount)); tree.left.size() > 200)
                    return tree;
        };
        model.trees.assign(3000, fullTree());
        const auto tables = ExplanationTables::pathDependent(model);
        QVERIFY(!tables);
        QCOMPARE(tables.error().reason, QStringLiteral("bad_model"));
    }
};

QTEST_GUILESS_MAIN(TestExplainer)
#include "tst_explainer.moc"
