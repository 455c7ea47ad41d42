// kill -9 at any moment: what the daemon promised is there, once, when it runs again.
#include "server/db/PrivateCluster.h"
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/Load.h"
#include "tests/support/SqlConsole.h"

#include <QRandomGenerator>
#include <QTest>

using namespace countersign;

namespace {

int rounds()
{
    const QByteArray soak = qgetenv("COUNTERSIGN_SOAK");
    if (soak.isEmpty())
        return 3;
    return soak == "full" ? 200 : 20;
}

/// Wrong as soon as it selects a row. `what` is what a row would mean.
struct Invariant {
    const char *what;
    const char *sql;
};
constexpr std::array kInvariants{
    Invariant{"an application without exactly one score",
              "SELECT a.external_id FROM applications a WHERE (SELECT count(*) FROM scoring_results s WHERE "
              "s.application_id = a.id) <> 1"},
    Invariant{"an application without exactly one route",
              "SELECT a.external_id FROM applications a WHERE (SELECT count(*) FROM analyst_queues q WHERE "
              "q.application_id = a.id)"
              " + (SELECT count(*) FROM decisions d WHERE d.application_id = a.id AND d.decided_by IS NULL) <> 1"},
    Invariant{"a case with two decisions",
              "SELECT application_id FROM decisions GROUP BY application_id HAVING count(*) > 1"},
    Invariant{"a status that does not say what was decided",
              "SELECT a.external_id FROM applications a LEFT JOIN decisions d ON d.application_id = a.id"
              " WHERE (a.status IN ('approved', 'declined')) <> (d.id IS NOT NULL) OR d.outcome <> a.status"},
    Invariant{"a decision of somebody who did not have the case",
              "SELECT d.application_id FROM decisions d JOIN analyst_queues q ON q.id = d.queue_id"
              " WHERE q.analyst_id IS DISTINCT FROM d.decided_by OR q.status <> 'completed'"},
    Invariant{"a job that nobody will finish", "SELECT id FROM jobs WHERE state IN ('running', 'dead')"},
    Invariant{"a batch of which only a part was stored",
              "SELECT split_part(external_id, '-', 1) FROM applications WHERE external_id LIKE 'B%' GROUP BY 1 HAVING "
              "count(*) <> 40"},
};
static_assert(Load::kBatch == 40);

} // namespace

class TestFlowKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcceptedIsLostOrDoneTwice();

private:
    void checkInvariants();
    void checkPromises();

    std::unique_ptr<SqlConsole> m_database;
    Promises m_promises;
};

void TestFlowKill::checkInvariants()
{
    for (const Invariant &invariant : kInvariants) {
        const auto found = m_database->column(QLatin1String(invariant.sql));
        QVERIFY2(found.isEmpty(),
                 qPrintable(QStringLiteral("%1: %2 (%3 of them)")
                                .arg(QLatin1String(invariant.what), found.value(0).toString())
                                .arg(found.size())));
    }
}

void TestFlowKill::checkPromises()
{
    QCOMPARE(m_promises.refusals, QStringList());
    QSet<QString> stored;
    for (const QVariant &id : m_database->column(QStringLiteral("SELECT external_id FROM applications")))
        stored.insert(id.toString());
    QCOMPARE((m_promises.applications - stored).values(), QStringList());
    QHash<QString, QString> analystOf;
    for (const QVariant &pair : m_database->column(
             QStringLiteral("SELECT q.id || ' ' || u.email FROM analyst_queues q JOIN users u ON u.id = q.analyst_id")))
        analystOf.insert(pair.toString().section(QLatin1Char(' '), 0, 0), pair.toString().section(QLatin1Char(' '), 1));
    for (auto taken = m_promises.analystsOf.cbegin(); taken != m_promises.analystsOf.cend(); ++taken)
        QCOMPARE(taken->values(), QStringList{analystOf.value(taken.key())});
    QSet<QString> decided;
    for (const QVariant &id :
         m_database->column(QStringLiteral("SELECT application_id FROM decisions WHERE decided_by IS NOT NULL")))
        decided.insert(id.toString());
    for (auto made = m_promises.decisions.cbegin(); made != m_promises.decisions.cend(); ++made) {
        QCOMPARE(*made, 1);
        QVERIFY2(decided.contains(made.key()), qPrintable(made.key()));
    }
}

void TestFlowKill::nothingAcceptedIsLostOrDoneTwice()
{
    const QTemporaryDir folder;
    const QString cluster = folder.filePath(QStringLiteral("pg"));
    DaemonProcess daemon(cluster,
                         {QStringLiteral("--set"), QStringLiteral("http.requests_per_second=100000"),
                          QStringLiteral("--set"), QStringLiteral("scoring.batch=100")});
    QVERIFY(daemon.start());
    DatabaseSettings settings = PrivateCluster(cluster).superuserSettings();
    settings.database = PrivateCluster(cluster).ownerSettings().database;
    m_database = std::make_unique<SqlConsole>(settings);
    int killedAtWork = 0;
    for (int round = 0; round < rounds(); ++round) {
        Load load(m_promises);
        QVERIFY(load.start(daemon.port()));
        load.waitForEvents(20 + QRandomGenerator::system()->bounded(100));
        daemon.kill();
        const int pending =
            m_database->value(QStringLiteral("SELECT count(*) FROM applications WHERE status = 'pending'")).toInt();
        load.end();
        killedAtWork += pending > 0;
        QVERIFY(daemon.start());
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(QStringLiteral("SELECT count(*) FROM jobs WHERE state = 'ready'")).toInt(), 0, 30'000);
        checkInvariants();
        checkPromises();
        if (QTest::currentTestFailed())
            return;
        qInfo("round %d: %d applications waited when the daemon was killed; %d promised so far, %d decisions by "
              "people, %d requests without an answer",
              round + 1, pending, int(m_promises.applications.size()), int(m_promises.decisions.size()),
              m_promises.unanswered);
    }
    m_database.reset();
    QCOMPARE(daemon.stop().status, 0);
    QVERIFY2(killedAtWork > 0, "the load is too small: the daemon never had work left when it was killed");
    QVERIFY2(m_promises.decisions.size() > 0, "nobody decided anything");
}

QTEST_GUILESS_MAIN(TestFlowKill)
#include "tst_flow_kill.moc"
