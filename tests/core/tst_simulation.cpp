// What a policy would have done: counted by hand, and a million cases in no time.
#include "core/policy/PolicyState.h"
#include "core/policy/Simulation.h"

#include <QElapsedTimer>
#include <QtTest>

#include <random>

using namespace countersign;

namespace {

PastCase pastCase(std::optional<int> score, const Policy &policy, std::optional<bool> defaulted = {},
                  Automation automation = Automation::On)
{
    PastCase past;
    past.question = {score, Amount::whole(600'000), 24, LoanPurpose::Car, automation, false};
    const Routing routing = routeOf(past.question, policy);
    past.route = routing.route;
    past.recommendation = routing.recommendation;
    past.defaulted = defaulted;
    past.hour = 9;
    return past;
}

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingFollowsFromNothing()
    {
        const Simulation simulation = simulate({}, Policy{});
        QCOMPARE(simulation.cases, 0);
        QVERIFY(simulation.then == simulation.now);
        QVERIFY(simulation.swaps.empty());
        QVERIFY((simulation.now.autoApprovedBadRate.bounds() == Interval{}));
    }
    void theSamePolicyGivesTheSameRoutes()
    {
        std::vector<PastCase> cases;
        for (int score = 0; score <= 1000; score += 7)
            for (const Automation automation : {Automation::On, Automation::Off})
                cases.push_back(pastCase(score, Policy{}, score % 2 == 0, automation));
        cases.push_back(pastCase({}, Policy{}));
        const Simulation simulation = simulate(cases, Policy{});
        QVERIFY(simulation.then == simulation.now);
        QVERIFY(simulation.swaps.empty());
        QCOMPARE(simulation.now.autoApproved + simulation.now.autoDeclined + simulation.now.referred,
                 int(cases.size()));
    }
    void plan_2_1_1_aLowerThresholdApprovesMoreAndNamesWhoChangesSide()
    {
        const std::vector<PastCase> cases{pastCase(800, Policy{}, false), pastCase(730, Policy{}, true),
                                          pastCase(710, Policy{}, true),  pastCase(701, Policy{}, false),
                                          pastCase(700, Policy{}),        pastCase(650, Policy{}),
                                          pastCase(470, Policy{})};
        Policy looser;
        looser.autoApproveMin = 700;
        const Simulation simulation = simulate(cases, looser);
        QCOMPARE(simulation.then.autoApproved, 2);
        QCOMPARE(simulation.now.autoApproved, 5);
        QCOMPARE(simulation.now.autoDeclined, 1);
        QCOMPARE(simulation.now.referred, 1);
        QCOMPARE(simulation.then.referredByHour[9], 4);
        QCOMPARE(simulation.now.referredByHour[9], 1);
        QCOMPARE(simulation.now.passed, simulation.then.passed);
        QCOMPARE(simulation.swaps.size(), std::size_t(1));
        const SwapSet &swap = simulation.swaps.front();
        QCOMPARE(swap.from, Route::HumanReview);
        QCOMPARE(swap.to, Route::AutoApprove);
        QCOMPARE(swap.cases, 3);
        QCOMPARE(swap.badRate, (BadRate{2, 1, 1}));
        const BadRate &rate = simulation.now.autoApprovedBadRate;
        QCOMPARE(rate, (BadRate{4, 2, 1}));
        QCOMPARE(rate.rate(), 0.5);
        QCOMPARE(rate.bounds().low, 2.0 / 5);
        QCOMPARE(rate.bounds().high, 3.0 / 5);
        QVERIFY(rate.interval().low > 0.14 && rate.interval().low < 0.16 && rate.interval().high > 0.84);
    }
    void casesWithoutAScoreStayWithPeople()
    {
        Policy everything;
        everything.autoApproveMin = 1;
        everything.recommendationCutoff = 1;
        everything.autoDeclineMax = 0;
        const Simulation simulation = simulate(std::vector{pastCase({}, Policy{})}, everything);
        QCOMPARE(simulation.now.referred, 1);
    }
    void plan_2_1_1_aMillionCasesInUnderASecond()
    {
        std::mt19937 random(42);
        std::vector<PastCase> cases;
        cases.reserve(1'000'000);
        for (int i = 0; i < 1'000'000; ++i)
            cases.push_back(pastCase(std::uniform_int_distribution(0, 1000)(random), Policy{}, i % 3 == 0));
        Policy other;
        other.autoApproveMin = 690;
        other.autoDeclineMax = 510;
        QElapsedTimer timer;
        timer.start();
        const Simulation simulation = simulate(cases, other);
        const qint64 taken = timer.elapsed();
        qInfo("1,000,000 cases in %lld ms", taken);
        QCOMPARE(simulation.cases, 1'000'000);
        QVERIFY2(taken < 1000, qPrintable(QString::number(taken)));
    }
    void statesOnlyGoForward()
    {
        for (const auto &from : enumTexts<PolicyState>)
            for (const auto &to : enumTexts<PolicyState>)
                QCOMPARE(mayMove(from.value, to.value),
                         int(to.value) == int(from.value) + 1
                             || (from.value == PolicyState::Simulated && to.value == from.value));
    }
};

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
