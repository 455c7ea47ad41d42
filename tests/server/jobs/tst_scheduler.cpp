// Periodic jobs: each time once, by whoever leads.
#include "tests/server/service/ServiceFixture.h"

#include "server/jobs/Scheduler.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

namespace {
constexpr JobKind kMinutely{"minutely", JobQueue::Default, 0};
constexpr std::array kTasks{PeriodicTask{&kMinutely, 1min}};
} // namespace

class TestScheduler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE jobs, periodic_tasks, leader_leases")); }

    void plan_2_4_1_beatSchedulesTasks();
    void onlyTheLeaderBeginsTasks();
    void anotherTakesOverFromALeaderThatIsGone();
    void aLeaderThatWasStoppedBeginsNothingTwice();
    void missedTimesAreMadeUpForOnce();
    void aRunThatWaitsIsNotDoubled();
    void threeAtATimeBeginEachTimeOnce();

private:
    Scheduler scheduler(const char *owner) { return Scheduler(m_bank->context, kTasks, {QLatin1String(owner), 15'000ms}); }
    static int begunBy(const Scheduler &scheduler)
    {
        const auto begun = scheduler.tick();
        return begun ? *begun : -1;
    }
    void finishAll() { m_bank->sql.run(QStringLiteral("DELETE FROM jobs")); }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestScheduler::plan_2_4_1_beatSchedulesTasks()
{
    const Scheduler one = scheduler("one");
    QCOMPARE(begunBy(one), 1);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT kind, queue, tenant_id IS NULL, state FROM jobs")),
             (QVariantList{QStringLiteral("minutely"), QStringLiteral("default"), true, QStringLiteral("ready")}));
    finishAll();
    int begun = 0;
    for (int second = 0; second < 600; second += 10) {
        m_bank->clock.advance(10s);
        begun += begunBy(one);
        finishAll();
    }
    QCOMPARE(begun, 10);
    for (const PeriodicTask &task : periodicTasks())
        QVERIFY(task.kind->queue == JobQueue::Default);
}

void TestScheduler::onlyTheLeaderBeginsTasks()
{
    const Scheduler one = scheduler("one");
    const Scheduler two = scheduler("two");
    QCOMPARE(begunBy(one), 1);
    for (int i = 0; i < 12; ++i) {
        m_bank->clock.advance(10s);
        QCOMPARE(begunBy(two), 0);
        QVERIFY(begunBy(one) >= 0);
    }
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT owner FROM leader_leases")).toString(), QStringLiteral("one"));
}

void TestScheduler::anotherTakesOverFromALeaderThatIsGone()
{
    const Scheduler one = scheduler("one");
    const Scheduler two = scheduler("two");
    QCOMPARE(begunBy(one), 1);
    finishAll();
    m_bank->clock.advance(14s);
    QCOMPARE(begunBy(two), 0);
    m_bank->clock.advance(2s); // within 20 s of the leader's last sign of life
    QVERIFY(begunBy(two) >= 0);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT owner FROM leader_leases")).toString(), QStringLiteral("two"));
    m_bank->clock.advance(60s);
    QCOMPARE(begunBy(two), 1);
}

void TestScheduler::aLeaderThatWasStoppedBeginsNothingTwice()
{
    const Scheduler one = scheduler("one");
    const Scheduler two = scheduler("two");
    QCOMPARE(begunBy(one), 1);
    finishAll();
    m_bank->clock.advance(61s);
    QCOMPARE(begunBy(two), 1);
    finishAll();
    QCOMPARE(begunBy(one), 0); // goes on as if nothing had happened
    m_bank->sql.run(QStringLiteral("DELETE FROM leader_leases")); // even when it leads again
    QCOMPARE(begunBy(one), 0);
}

void TestScheduler::missedTimesAreMadeUpForOnce()
{
    const Scheduler one = scheduler("one");
    QCOMPARE(begunBy(one), 1);
    finishAll();
    m_bank->clock.advance(3h);
    QCOMPARE(begunBy(one), 1);
    finishAll();
    QCOMPARE(begunBy(one), 0);
}

void TestScheduler::aRunThatWaitsIsNotDoubled()
{
    const Scheduler one = scheduler("one");
    begunBy(one);
    m_bank->clock.advance(60s);
    begunBy(one);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs")).toInt(), 1);
}

void TestScheduler::threeAtATimeBeginEachTimeOnce()
{
    for (int minute = 0; minute < 20; ++minute) {
        std::atomic<int> begun = 0;
        std::vector<std::thread> daemons;
        for (const char *owner : {"one", "two", "three"})
            daemons.emplace_back([&, owner] { begun += begunBy(scheduler(owner)); });
        for (std::thread &daemon : daemons)
            daemon.join();
        QCOMPARE(begun.load(), 1);
        finishAll();
        m_bank->clock.advance(60s);
    }
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
