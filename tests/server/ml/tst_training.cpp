// The trainer: the shipped data, folds, metrics, calibration, quality and reproducibility of the default model.
#include "TrainedFixture.h"

#include "core/scoring/ScoreScale.h"
#include "server/ml/XgbModel.h"
#include "server/ml/train/Metrics.h"
#include "server/ml/train/PlattFit.h"
#include "server/ml/train/StratifiedFolds.h"

#include <QCryptographicHash>
#include <QtTest>

#include <cmath>

using namespace countersign;

namespace {

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheWholeShippedDataSet()
    {
        const auto count = [](auto holds) {
            return int(std::count_if(creditData().begin(), creditData().end(), holds));
        };
        QCOMPARE(creditData().size(), 4454);
        QCOMPARE(count([](const CreditDataRow &row) { return row.defaulted; }), 1254);
        QCOMPARE(count([](const CreditDataRow &row) { return !row.netMonthly; }), 381);
        QCOMPARE(trainingSetOf(creditData(), CreditDataPart::Training).size(), std::size_t(2720));
        QCOMPARE(trainingSetOf(creditData(), CreditDataPart::HoldOut).size(), std::size_t(1734));
    }
    void dealsTheSameFoldsAsScikitLearn()
    {
        // StratifiedKFold(3, shuffle=True, random_state=7) of scikit-learn 1.2.1
        const std::vector<float> few{0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1};
        QCOMPARE(stratifiedFolds(few, 3, 7), (std::vector<int>{0, 1, 2, 0, 2, 1, 2, 1, 0, 0, 1, 2, 0}));
        // and StratifiedKFold(5, shuffle=True, random_state=42) on the whole data set
        QByteArray folds;
        for (const int fold : stratifiedFolds(trainingSetOf(creditData(), CreditDataPart::All).labels, kFolds, kSeed))
            folds.append(char('0' + fold));
        QCOMPARE(folds.left(60), QByteArray("330310344000204114402140310243344440031232041143103201430224"));
        QCOMPARE(QCryptographicHash::hash(folds, QCryptographicHash::Sha256).toHex(),
                 QByteArray("7fcdcd302acb10a3159a68faf5f3047e8f2847829bc564748fd6be64d0ce1f89"));
    }
    void plan_3_2_1_metricsAreCalculatedCorrectly()
    {
        const std::vector<float> labels{0, 0, 1, 1};
        QCOMPARE(areaUnderRoc(std::vector<float>{0.1F, 0.4F, 0.35F, 0.8F}, labels), 0.75); // scikit-learn's own example
        QCOMPARE(areaUnderRoc(std::vector<float>{1, 1, 1, 1}, labels), 0.5);
        QCOMPARE(areaUnderRoc(std::vector<float>{1, 2, 3, 4}, labels), 1.0);
        QVERIFY(std::isnan(areaUnderRoc(std::vector<float>{1, 2}, std::vector<float>{0, 0})));
        QCOMPARE(kolmogorovSmirnov(std::vector<float>{0.1F, 0.4F, 0.35F, 0.8F}, labels), 0.5);
        QCOMPARE(kolmogorovSmirnov(std::vector<float>{4, 3, 2, 1}, labels), 1.0);
        QCOMPARE(brierScore(std::vector<double>{0.1, 0.9, 0.8, 0.3}, std::vector<float>{0, 1, 1, 0}), 0.0375);
        QVERIFY(
            near(logLoss(std::vector<double>{0.1, 0.9, 0.8, 0.35}, std::vector<float>{0, 1, 1, 0}), 0.216162, 1e-6));
        QVERIFY(std::isfinite(logLoss(std::vector<double>{0, 1}, std::vector<float>{1, 0})));
    }
    void plattFindsTheLineThatMadeTheOutcomes()
    {
        // Outcomes in proportion to sigma(-1 + 2 m) on a grid of margins.
        std::vector<float> margins;
        std::vector<float> labels;
        for (int step = -20; step <= 20; ++step)
            for (int i = 0; i < 1000; ++i) {
                const float margin = float(step) / 10;
                margins.push_back(margin);
                labels.push_back(i < std::lround(1000 * ScoreScale::probability(-1 + 2 * double(margin))) ? 1.0F
                                                                                                          : 0.0F);
            }
        const auto line = fitPlatt(margins, labels);
        QVERIFY(line);
        QVERIFY2(near(line->slope, 2, 0.01) && near(line->intercept, -1, 0.01),
                 qPrintable(QString::number(line->slope)));
    }
    void plattRefusesWhatCannotBeCalibrated()
    {
        QVERIFY(!fitPlatt(std::vector<float>{1, 2, 3}, std::vector<float>{0, 0, 0}));
        QVERIFY(!fitPlatt(std::vector<float>{1, 1, 1}, std::vector<float>{0, 1, 0}));
        const auto upsideDown = fitPlatt(std::vector<float>{5, 4, 1, 0, 2}, std::vector<float>{0, 0, 1, 1, 0});
        QVERIFY(!upsideDown);
        QCOMPARE(upsideDown.error().reason, QStringLiteral("cannot_calibrate"));
    }
    void priorShiftMovesTheSamplesRateToThePortfolios()
    {
        const double shifted = ScoreScale::logOdds(0.2746) + priorShift(0.2746, 0.06);
        QVERIFY(near(ScoreScale::probability(shifted), 0.06, 1e-12));
    }
    void constrainsWhatTheFieldDemands()
    {
        const QByteArrayList signs = monotoneConstraints().mid(1).chopped(1).split(',');
        QCOMPARE(std::size_t(signs.size()), kColumnCount);
        QHash<QString, int> sign;
        for (std::size_t i = 0; i < kColumnCount; ++i)
            sign.insert(featureColumns()[i].name(), signs[qsizetype(i)].toInt());
        QCOMPARE(sign.value(QStringLiteral("existing_loans")), 1);
        QCOMPARE(sign.value(QStringLiteral("dti_ratio")), 1);
        QCOMPARE(sign.value(QStringLiteral("savings")), -1);
        QCOMPARE(sign.value(QStringLiteral("derogatory_records=yes")), 1);
        QCOMPARE(sign.value(QStringLiteral("derogatory_records=no")), -1);
        QCOMPARE(sign.value(QStringLiteral("housing_status=rent"), 7), 0);
    }
    void moreDebtNeverLowersTheRiskAndMoreIncomeNeverRaisesIt()
    {
        const auto model = XgbModel::fromBytes(quickBundle().files.model);
        QVERIFY(model);
        const TrainingSet set = trainingSetOf(creditData(), CreditDataPart::HoldOut);
        const std::vector<FeatureVector> rows(set.rows.begin(), set.rows.begin() + 300);
        const auto before = (*model)->margins(rows);
        for (const auto &[id, sign] :
             {std::pair{FeatureId::ExistingLoans, 1.0F}, std::pair{FeatureId::DtiRatio, 1.0F},
              std::pair{FeatureId::Savings, -1.0F}, std::pair{FeatureId::NetMonthlyIncome, -1.0F}}) {
            std::vector<FeatureVector> more = rows;
            for (FeatureVector &row : more)
                row[std::size_t(id)] = row[std::size_t(id)] * 1.7F + 0.1F;
            const auto after = (*model)->margins(more);
            for (std::size_t i = 0; i < rows.size(); ++i)
                QVERIFY(sign * (*after)[i] >= sign * (*before)[i]);
            QVERIFY(*after != *before);
        }
    }
    void plan_3_2_1_theDefaultModelTrainsAndReachesItsQuality()
    {
        QElapsedTimer timer;
        timer.start();
        QStringList steps;
        TrainOptions options;
        options.progress = [&steps](const QString &step, int done, int total) {
            steps.append(QStringLiteral("%1 %2/%3").arg(step).arg(done).arg(total));
        };
        const auto bundle = trainBundle(creditDataFile(), options);
        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().detail));
        const Evaluation &held = bundle->holdOut;
        qInfo("trained in %lld ms; out of fold AUC %.4f; hold-out: AUC %.4f KS %.4f Brier %.4f, "
              "auto-approved %.1f %% (bad %.1f %%), auto-declined %.1f %%",
              timer.elapsed(), bundle->outOfFoldAuc, held.auc, held.ks, held.brier,
              held.rates.approved.share.value * 100, held.rates.approved.badRate.value * 100,
              held.rates.declined.share.value * 100);
        QCOMPARE(steps.size(), kFolds);
        QVERIFY(held.auc > 0.84 && held.auc < 0.87);
        QVERIFY(bundle->outOfFoldAuc > 0.835 && bundle->outOfFoldAuc < 0.86);
        QCOMPARE(held.gini, 2 * held.auc - 1);
        QVERIFY(held.brier < 0.145);
        QVERIFY(bundle->calibration.slope > 0.8 && bundle->calibration.slope < 1.2);
        QCOMPARE(held.rates.cases, 1734);
        QVERIFY(held.rates.approved.weightedShare.value > 0.38 && held.rates.approved.weightedShare.value < 0.50);
        QVERIFY(held.rates.approved.weightedBadRate.value < 0.02);
        QVERIFY(held.rates.declined.badRate.value > 0.6);
    }
    void crossValidationOnAllRowsReachesTheReference()
    {
        const auto validated = crossValidate(trainingSetOf(creditData(), CreditDataPart::All), kDefaultParameters, {});
        QVERIFY(validated);
        qInfo("5-fold cross-validation on all rows: AUC %.4f +- %.4f", validated->meanAuc(), validated->deviationAuc());
        QVERIFY2(validated->meanAuc() >= 0.843, qPrintable(QString::number(validated->meanAuc()))); // 0.848 - 0.005
    }
    void trainingTwiceGivesTheSameBytes()
    {
        const auto again = trainBundle(creditDataFile(), quickOptions());
        QVERIFY(again);
        QVERIFY(again->files == quickBundle().files);
        QCOMPARE(again->files.sha256(), quickBundle().files.sha256());
    }
    void theManifestTellsHowTheModelCameAbout()
    {
        const QJsonObject manifest = QJsonDocument::fromJson(quickBundle().files.manifest).object();
        const auto text = [&manifest](const char *key) { return manifest.value(QLatin1String(key)).toString(); };
        QCOMPARE(text("data_sha256").toLatin1(),
                 QCryptographicHash::hash(creditDataFile(), QCryptographicHash::Sha256).toHex());
        QCOMPARE(text("feature_set"), QLatin1String(kFeatureSet));
        QVERIFY(text("library").startsWith(QLatin1String("xgboost 1.")));
        QCOMPARE(manifest.value(QLatin1String("rows")).toInt(), 2720);
        QCOMPARE(manifest.value(QLatin1String("seed")).toInt(), 42);
        QCOMPARE(manifest.value(QLatin1String("parameters")).toObject().value(QLatin1String("trees")).toInt(), 40);
        QVERIFY(manifest.value(QLatin1String("metrics")).toObject().contains(QLatin1String("hold_out")));
    }
    void theHoldOutHasNoPartInTraining()
    {
        // Other outcomes on the rows that are held out must not change a byte of the model or of its calibration.
        QByteArrayList lines = creditDataFile().split('\n');
        for (int row = 1; row <= 4454; ++row)
            if (!isInPart(creditData()[row - 1], CreditDataPart::Training))
                lines[row].replace("\"bad\"", "\"x\"").replace("\"good\"", "\"bad\"").replace("\"x\"", "\"good\"");
        const auto other = trainBundle(lines.join('\n'), quickOptions());
        QVERIFY(other);
        QVERIFY(other->files.model == quickBundle().files.model);
        QCOMPARE(other->files.calibration, quickBundle().files.calibration);
        QCOMPARE(other->files.preprocessor, quickBundle().files.preprocessor);
        QVERIFY(other->holdOut.auc < 0.5);
    }
    void refusesDataItCannotRead()
    {
        const auto bundle = trainBundle("nonsense", quickOptions());
        QVERIFY(!bundle);
        QCOMPARE(bundle.error().reason, QStringLiteral("malformed_data"));
    }
};

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
