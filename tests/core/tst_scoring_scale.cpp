// The score scale, its categories, factors that add up, and rates with their intervals.
#include "core/scoring/RiskCategory.h"
#include "core/scoring/ScoreScale.h"
#include "core/scoring/TopFactors.h"
#include "core/scoring/Wilson.h"

#include <QtTest>

#include <rapidcheck.h>

#include <cmath>
#include <numeric>

using namespace countersign;

namespace {

Scoring scoringOf(const std::array<double, kFeatureCount> &contributions, double base, Calibration calibration)
{
    const double margin = std::accumulate(contributions.begin(), contributions.end(), base);
    return makeScoring(float(margin), float(base), contributions, calibration);
}

int sumOf(const TopFactors &factors)
{
    int sum = factors.basePoints + factors.otherPoints;
    for (const QList<Factor> &side : {factors.raised, factors.lowered})
        for (const Factor &factor : side)
            sum += factor.points;
    return sum;
}

FeatureVector someRow()
{
    LoanInputs inputs;
    inputs.amount = 100;
    inputs.termMonths = 12;
    inputs.contractType = ContractType::Permanent;
    return featuresOf(inputs, 12.0);
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestScoringScale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anchorsSixHundredAtSeventeenToOne()
    {
        QCOMPARE(ScoreScale::score(ScoreScale::scoreAt(1.0 / 18)), 600);
        QCOMPARE(ScoreScale::score(ScoreScale::scoreAt(1.0 / 35)), 680); // 34 : 1
        QCOMPARE(ScoreScale::score(ScoreScale::scoreAt(1.0 / 9.5)), 520); // 8.5 : 1
    }
    void meansTwoPercentAtTheApprovalAndFourteenAtTheDeclineThreshold()
    {
        QVERIFY(near(ScoreScale::probabilityAt(720), 0.0204, 0.0001));
        QVERIFY(near(ScoreScale::probabilityAt(480), 0.1426, 0.0001));
        QVERIFY(near(ScoreScale::probabilityAt(600), 1.0 / 18, 1e-12));
    }
    void clampsToZeroAndOneThousand()
    {
        QCOMPARE(ScoreScale::score(1e9), 1000);
        QCOMPARE(ScoreScale::score(-1e9), 0);
        QCOMPARE(ScoreScale::score(999.5), 1000);
        QCOMPARE(ScoreScale::score(719.5), 720);
        QCOMPARE(ScoreScale::score(719.49), 719);
        QCOMPARE(ScoreScale::score(-0.4), 0);
    }
    void staysFiniteAtTheEnds()
    {
        QCOMPARE(ScoreScale::probability(-1000), 0.0);
        QCOMPARE(ScoreScale::probability(1000), 1.0);
        QCOMPARE(ScoreScale::probability(0), 0.5);
    }
    void scoreAndProbabilityAreInverse()
    {
        QVERIFY(rc::check("PD of the score of a PD is that PD", [] {
            const double pd = *rc::gen::inRange(1, 999'999) / 1e6;
            RC_ASSERT(near(ScoreScale::probabilityAt(ScoreScale::scoreAt(pd)), pd, 1e-12));
        }));
    }
    void saferMeansHigher()
    {
        QVERIFY(rc::check("score falls as log-odds of default rise", [] {
            const double a = *rc::gen::inRange(-20'000, 20'000) / 1e3;
            const double b = a + *rc::gen::inRange(1, 5'000) / 1e3;
            RC_ASSERT(ScoreScale::unclamped(a) > ScoreScale::unclamped(b));
            RC_ASSERT(ScoreScale::score(ScoreScale::unclamped(a)) >= ScoreScale::score(ScoreScale::unclamped(b)));
        }));
    }
    void namesTheRiskAtItsBounds()
    {
        const QList<std::pair<int, const char *>> bounds{{1000, "very_low"}, {750, "very_low"}, {749, "low"},  {650, "low"},
                                                         {649, "medium"},    {550, "medium"},   {549, "high"}, {450, "high"},
                                                         {449, "very_high"}, {0, "very_high"}};
        for (const auto &[score, name] : bounds)
            QCOMPARE(toCString(riskCategory(score)), name);
    }
    void roundedPartsAlwaysAddUp()
    {
        QVERIFY(rc::check("largest remainder", [] {
            const auto tenThousandths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-3'000'000, 3'000'000));
            RC_PRE(!tenThousandths.empty());
            std::vector<double> parts;
            for (const int part : tenThousandths)
                parts.push_back(part / 1e4);
            const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
            const QList<int> rounded = roundToTotal(parts, ScoreScale::rounded(sum));
            RC_ASSERT(std::accumulate(rounded.begin(), rounded.end(), 0L) == ScoreScale::rounded(sum));
            for (std::size_t i = 0; i < parts.size(); ++i)
                RC_ASSERT(std::abs(rounded[qsizetype(i)] - parts[i]) <= 1.0);
        }));
    }
    void roundsTheLargestRemainderUpAndTiesInOrder()
    {
        QCOMPARE(roundToTotal(std::array{1.2, 1.7, 1.1}, 4), (QList<int>{1, 2, 1}));
        QCOMPARE(roundToTotal(std::array{0.5, 0.5, 0.5, 0.5}, 2), (QList<int>{1, 1, 0, 0}));
        QCOMPARE(roundToTotal(std::array{-0.5, -0.5}, -1), (QList<int>{0, -1}));
        QCOMPARE(roundToTotal(std::array{-3.6, 10.6}, 7), (QList<int>{-4, 11}));
    }
    void plan_3_2_3_shownPointsAddUpToTheScore()
    {
        QVERIFY(rc::check("base + factors + other = unclamped score", [] {
            const auto raw = *rc::gen::container<std::vector<int>>(kFeatureCount, rc::gen::inRange(-20'000, 20'000));
            std::array<double, kFeatureCount> contributions{};
            for (std::size_t i = 0; i < kFeatureCount; ++i)
                contributions[i] = raw[i] / 1e4;
            const Calibration calibration{*rc::gen::inRange(1, 300) / 100.0, *rc::gen::inRange(-500, 500) / 100.0};
            const Scoring scoring = scoringOf(contributions, *rc::gen::inRange(-3000, 3000) / 1e3, calibration);
            const TopFactors factors = topFactors(scoring, someRow());
            RC_ASSERT(sumOf(factors) == ScoreScale::rounded(scoring.unclampedScore));
            RC_ASSERT(factors.raised.size() <= 5 && factors.lowered.size() <= 5);
            for (const Factor &factor : factors.raised)
                RC_ASSERT(factor.points > 0 && factor.contribution < 0);
            for (const Factor &factor : factors.lowered)
                RC_ASSERT(factor.points < 0 && factor.contribution > 0);
        }));
    }
    void plan_3_2_3_picksTheFiveStrongestOfEachSideInOrder()
    {
        std::array<double, kFeatureCount> contributions{};
        for (std::size_t i = 0; i < 7; ++i) {
            contributions[i] = -0.1 * double(i + 1);      // raise the score, the later the more
            contributions[i + 7] = 0.1 * double(7 - i);   // lower it, the earlier the more
        }
        const TopFactors factors = topFactors(scoringOf(contributions, 0, {1, 0}), someRow());
        QCOMPARE(factors.raised.size(), 5);
        QCOMPARE(factors.raised.first().feature, FeatureId(6));
        QCOMPARE(factors.raised.last().feature, FeatureId(2));
        QCOMPARE(factors.lowered.size(), 5);
        QCOMPARE(factors.lowered.first().feature, FeatureId(7));
        QCOMPARE(factors.raised.first().points, 81); // 0.7 x 80 / ln 2 = 80.8
    }
    void equalFactorsKeepTheOrderOfTheFeatures()
    {
        std::array<double, kFeatureCount> contributions{};
        contributions.fill(-0.05);
        const TopFactors factors = topFactors(scoringOf(contributions, 0, {1, 0}), someRow());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(factors.raised[i].feature, FeatureId(i));
        QVERIFY(factors.lowered.isEmpty());
    }
    void carriesTheValueThatTheModelRead()
    {
        std::array<double, kFeatureCount> contributions{};
        contributions[std::size_t(FeatureId::ContractType)] = -0.3;
        contributions[std::size_t(FeatureId::TermMonths)] = 0.3;
        contributions[std::size_t(FeatureId::DtiRatio)] = 0.2;
        const TopFactors factors = topFactors(scoringOf(contributions, 0, {1, 0}), someRow());
        QCOMPARE(factors.raised.first().value.category, "permanent");
        QCOMPARE(*factors.lowered.first().value.number, 12.0);
        QVERIFY(factors.lowered.last().value.isMissing());
    }
    void givesWilsonsIntervals()
    {
        const Interval some = wilson(26, 594); // by hand, with 50 digits
        QVERIFY(near(some.low, 0.0300432, 1e-6) && near(some.high, 0.0633620, 1e-6));
        QCOMPARE(wilson(0, 0), (Interval{0, 1}));
        QCOMPARE(wilson(0, 10).low, 0.0);
        QVERIFY(near(wilson(0, 10).high, 0.2775328, 1e-6));
        QCOMPARE(wilson(10, 10).high, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestScoringScale)
#include "tst_scoring_scale.moc"
