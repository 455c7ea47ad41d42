// SIGTERM while everybody is working: what was accepted is answered, then the daemon ends well and in time.
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/Load.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;

namespace {

constexpr int kDrainSeconds = 10;

} // namespace

class TestFlowDrain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWhatItAcceptedAndEndsInTime();
};

void TestFlowDrain::answersWhatItAcceptedAndEndsInTime()
{
    TestDatabase database;
    SqlConsole console(database.superuserSettings());
    DaemonProcess daemon(database.daemonSettings(),
                         {QStringLiteral("--set"), QStringLiteral("http.requests_per_second=100000"),
                          QStringLiteral("--set"), QStringLiteral("http.drain_seconds=%1").arg(kDrainSeconds)});
    QVERIFY(daemon.start());
    Promises promises;
    Load load(promises);
    QVERIFY(load.start(daemon.port()));
    load.waitForEvents(40);
    QElapsedTimer timer;
    timer.start();
    daemon.askToStop();
    const Ended ended = daemon.waitUntilEnded();
    QCOMPARE(ended.status, 0);
    QVERIFY2(timer.elapsed() < kDrainSeconds * 1000 + 2000, qPrintable(QString::number(timer.elapsed())));
    load.end();
    QCOMPARE(promises.refusals, QStringList());
    QSet<QString> stored;
    for (const QVariant &id : console.column(QStringLiteral("SELECT external_id FROM applications")))
        stored.insert(id.toString());
    QVERIFY(stored.size() > 0);
    QCOMPARE(stored - promises.applications, QSet<QString>()); // nothing was stored that nobody was told of
    QCOMPARE(promises.applications - stored, QSet<QString>());
    const int decisions =
        console.value(QStringLiteral("SELECT count(*) FROM decisions WHERE decided_by IS NOT NULL")).toInt();
    QCOMPARE(decisions, int(promises.decisions.size()));
    const int taken =
        console.value(QStringLiteral("SELECT count(*) FROM analyst_queues WHERE analyst_id IS NOT NULL")).toInt();
    QCOMPARE(taken, int(promises.analystsOf.size()));
}

QTEST_GUILESS_MAIN(TestFlowDrain)
#include "tst_flow_drain.moc"
