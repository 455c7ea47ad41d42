// The chain of a tenant's entries: sealed in order, late ones too, append-only, with checkpoints outside.
#include "ServiceFixture.h"

#include "server/audit/ChainHash.h"
#include "server/audit/CheckpointLog.h"
#include "server/jobs/AuditWorker.h"
#include "server/service/AuditCheckpoints.h"
#include "server/service/AuditSealer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <thread>

using namespace countersign;

namespace {

const QByteArray kSeed(32, 's');

} // namespace

class TestAuditChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyEntryIsChainedOnce();
    void theHashCoversEveryColumn();
    void anEntryThatIsCommittedLateIsChainedLate();
    void chainsOfTenantsAreTheirOwn();
    void manySealersMakeOneChain();
    void aRestoreIntoAnotherClusterIsNoticed();
    void theDaemonCanOnlyAppend_data();
    void theDaemonCanOnlyAppend();
    void checkpointsFollowEachOther();
    void halfALineIsCut();
    void theWorkerSealsWithinASecond();

private:
    void write(int entries, TenantId tenant);
    int sealAlpha() { return *AuditSealer(m_bank->context).seal(m_bank->alpha); }
    qint64 count(const char *table);

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestAuditChain::init()
{
    m_bank = std::make_unique<ServiceFixture>();
    QVERIFY(AuditSealer(m_bank->context).seal(m_bank->alpha).ok());
}

void TestAuditChain::write(int entries, TenantId tenant)
{
    QVERIFY(UnitOfWork::run<bool>(m_bank->context, Actor::system(tenant), [&](UnitOfWork &unit) -> Result<bool> {
        for (int i = 0; i < entries; ++i)
            unit.audit({"application", makeUuidV7(unit.now()), "received", {}, {{QStringLiteral("score"), i}}});
        return true;
    }).ok());
}

qint64 TestAuditChain::count(const char *table)
{
    return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM %1 WHERE tenant_id = '%2'").arg(QLatin1String(table), m_bank->alpha.toString())).toLongLong();
}

void TestAuditChain::everyEntryIsChainedOnce()
{
    write(3, m_bank->alpha);
    QCOMPARE(sealAlpha(), 3);
    QCOMPARE(sealAlpha(), 0);
    write(12'000, m_bank->alpha); // more than one batch
    QCOMPARE(sealAlpha(), 12'000);
    QCOMPARE(count("audit_chain"), count("audit_logs"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT max(sequence) FROM audit_chain WHERE tenant_id = '%1'").arg(m_bank->alpha.toString())).toLongLong(), count("audit_logs"));
}

void TestAuditChain::theHashCoversEveryColumn()
{
    const Instant now = m_bank->clock.now();
    const ChainedEntry entry{m_bank->alpha, makeUuidV7(now), "application", makeUuidV7(now), "received", "user", makeUuidV7(now),
                             "192.0.2.1", makeUuidV7(now), QByteArray("{\"a\": 1}"), QByteArray("{\"a\": 2}"), QByteArray("{}"), now};
    const QByteArray hash = chainHash(genesisHash(entry.tenant), 1, entry);
    const auto differs = [&](auto change) {
        ChainedEntry other = entry;
        change(other);
        return chainHash(genesisHash(entry.tenant), 1, other) != hash;
    };
    QVERIFY(!differs([](ChainedEntry &) {}));
    QVERIFY(differs([](ChainedEntry &e) { e.tenant = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.id = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.entityType = "user"; }));
    QVERIFY(differs([](ChainedEntry &e) { e.entityId = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.action = "scored"; }));
    QVERIFY(differs([](ChainedEntry &e) { e.actorType = "system"; }));
    QVERIFY(differs([](ChainedEntry &e) { e.actorId = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.address = "192.0.2.2"; }));
    QVERIFY(differs([](ChainedEntry &e) { e.requestId = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.oldValue = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.newValue->append(' '); }));
    QVERIFY(differs([](ChainedEntry &e) { e.diff = {}; }));
    QVERIFY(differs([](ChainedEntry &e) { e.occurredAt += std::chrono::microseconds(1); }));
    QVERIFY(differs([](ChainedEntry &e) { std::swap(e.oldValue, e.newValue); }));
    QVERIFY(differs([](ChainedEntry &e) { e.entityType += e.action; e.action.clear(); })); // lengths are part of it
    QVERIFY(chainHash(genesisHash(entry.tenant), 2, entry) != hash);
    QVERIFY(chainHash(genesisHash(m_bank->beta), 1, entry) != hash);
}

void TestAuditChain::anEntryThatIsCommittedLateIsChainedLate()
{
    SqlConsole slow(m_bank->database.superuserSettings());
    slow.run(QStringLiteral("BEGIN"));
    slow.run(QStringLiteral("INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, occurred_at) VALUES ('%1', "
                            "'00000000-0000-7000-8000-000000000001', 'application', gen_random_uuid(), 'late', 'system', '2026-11-24Z')")
                 .arg(m_bank->alpha.toString()));
    for (int round = 0; round < 3; ++round) {
        write(10, m_bank->alpha);
        QCOMPARE(sealAlpha(), 10);
        QCOMPARE(sealAlpha(), 0);
    }
    slow.run(QStringLiteral("COMMIT"));
    QCOMPARE(sealAlpha(), 1);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT l.action FROM audit_chain c JOIN audit_logs l ON l.id = c.entry_id WHERE c.tenant_id = '%1' "
                                              "ORDER BY sequence DESC LIMIT 1").arg(m_bank->alpha.toString())).toString(), QStringLiteral("late"));
    write(1, m_bank->alpha);
    QCOMPARE(sealAlpha(), 1);
}

void TestAuditChain::chainsOfTenantsAreTheirOwn()
{
    write(2, m_bank->alpha);
    write(5, m_bank->beta);
    QCOMPARE(sealAlpha(), 2);
    QCOMPARE(*AuditSealer(m_bank->context).seal(m_bank->beta), 5);
}

void TestAuditChain::manySealersMakeOneChain()
{
    std::atomic<bool> isDone = false;
    std::vector<std::thread> sealers;
    std::atomic<int> failures = 0;
    for (int i = 0; i < 3; ++i)
        sealers.emplace_back([&] {
            while (!isDone)
                failures += AuditSealer(m_bank->context).seal(m_bank->alpha).ok() ? 0 : 1;
            m_bank->database.daemon().closeThreadConnection();
        });
    for (int i = 0; i < 100; ++i)
        write(7, m_bank->alpha);
    isDone = true;
    for (std::thread &sealer : sealers)
        sealer.join();
    sealAlpha();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(count("audit_chain"), count("audit_logs"));
}

void TestAuditChain::aRestoreIntoAnotherClusterIsNoticed()
{
    write(5, m_bank->alpha);
    sealAlpha();
    m_bank->sql.run(QStringLiteral("UPDATE audit_seals SET settled_before = 9000000000000"));
    write(2, m_bank->alpha);
    QCOMPARE(sealAlpha(), 2);
}

void TestAuditChain::theDaemonCanOnlyAppend_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql : {"UPDATE audit_logs SET action = 'nothing'", "DELETE FROM audit_logs", "TRUNCATE audit_logs", "UPDATE audit_chain SET hash = hash",
                            "DELETE FROM audit_chain", "TRUNCATE audit_chain", "DELETE FROM audit_seals"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestAuditChain::theDaemonCanOnlyAppend()
{
    QFETCH(QString, sql);
    write(2, m_bank->alpha);
    sealAlpha();
    SqlConsole daemon(m_bank->database.daemonSettings());
    daemon.run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', false)").arg(m_bank->alpha.toString()));
    QCOMPARE(daemon.failureOf(sql), QStringLiteral("42501"));
    // The owner of the tables is stopped by their triggers.
    if (!sql.contains(QLatin1String("audit_seals"))) {
        SqlConsole owner(m_bank->database.ownerSettings());
        owner.run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', false)").arg(m_bank->alpha.toString()));
        QVERIFY(owner.failureOf(sql).endsWith(QLatin1String("_append_only")));
    }
}

void TestAuditChain::checkpointsFollowEachOther()
{
    const QTemporaryDir folder;
    FakeClock clock;
    CheckpointLog log(folder.path(), CheckpointSigner(kSeed));
    QVERIFY(log.prepare().ok());
    AuditCheckpoints checkpoints(m_bank->context, log, clock);
    using When = AuditCheckpoints::When;
    write(10, m_bank->alpha);
    sealAlpha();
    QVERIFY(*checkpoints.advance(m_bank->alpha, When::Due)); // the first is due at once
    write(1, m_bank->alpha);
    sealAlpha();
    QVERIFY(!*checkpoints.advance(m_bank->alpha, When::Due));
    clock.advance(kCheckpointInterval);
    QVERIFY(*checkpoints.advance(m_bank->alpha, When::Due));
    write(kCheckpointEntries + 5, m_bank->alpha);
    sealAlpha();
    QVERIFY(!*checkpoints.advance(m_bank->alpha, When::Due)); // 10,000 are covered, five wait for their minute
    CheckpointLog other(folder.path(), CheckpointSigner(kSeed)); // another process
    QVERIFY(*AuditCheckpoints(m_bank->context, other, clock).advance(m_bank->alpha, When::Now));
    QVERIFY(*checkpoints.advance(m_bank->alpha, When::Now)); // sees what the other wrote

    auto reader = CheckpointReader::fromFile(CheckpointLog::pathOf(folder.path(), m_bank->alpha), m_bank->alpha, log.publicKey());
    QList<qint64> sequences;
    for (auto next = reader.next(); next && *next; next = reader.next())
        sequences.append((**next).sequence);
    QCOMPARE(sequences.size(), 4);
    QCOMPARE(sequences.last(), count("audit_chain"));
    QCOMPARE(sequences[2] - sequences[1], qint64(kCheckpointEntries));
    auto stranger = CheckpointReader::fromFile(CheckpointLog::pathOf(folder.path(), m_bank->alpha), m_bank->alpha,
                                               CheckpointSigner(QByteArray(32, 'x')).publicKey());
    QCOMPARE(stranger.next().error().reason, QStringLiteral("bad_checkpoint"));
}

void TestAuditChain::halfALineIsCut()
{
    const QTemporaryDir folder;
    FakeClock clock;
    write(10, m_bank->alpha);
    sealAlpha();
    CheckpointLog first(folder.path(), CheckpointSigner(kSeed));
    QVERIFY(*AuditCheckpoints(m_bank->context, first, clock).advance(m_bank->alpha, AuditCheckpoints::When::Now));
    QFile file(CheckpointLog::pathOf(folder.path(), m_bank->alpha));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Append));
    file.write("{\"format\":1,\"ten");
    file.close();
    write(1, m_bank->alpha);
    sealAlpha();
    CheckpointLog second(folder.path(), CheckpointSigner(kSeed));
    QVERIFY(*AuditCheckpoints(m_bank->context, second, clock).advance(m_bank->alpha, AuditCheckpoints::When::Now));
    auto reader = CheckpointReader::fromFile(file.fileName(), m_bank->alpha, second.publicKey());
    QVERIFY((*reader.next()).has_value());
    QCOMPARE((**reader.next()).sequence, count("audit_chain"));
}

void TestAuditChain::theWorkerSealsWithinASecond()
{
    const QTemporaryDir folder;
    FakeClock clock;
    CheckpointLog log(folder.path(), CheckpointSigner(kSeed));
    AuditObserver observer(m_bank->context);
    AuditWorker worker({m_bank->context, observer, log, clock});
    m_bank->context.audited = [&worker](TenantId tenant) { worker.audited(tenant); };
    worker.start();
    write(100, m_bank->alpha);
    QTRY_COMPARE_WITH_TIMEOUT(count("audit_chain"), count("audit_logs"), 1000);
    QTRY_VERIFY(m_bank->metrics.toText().contains("countersign_audit_unsealed_age_seconds 0\n"));
    m_bank->sql.run(QStringLiteral("REVOKE INSERT ON audit_chain FROM countersign_daemon"));
    write(1, m_bank->alpha);
    QTRY_VERIFY(!m_bank->metrics.toText().contains("countersign_audit_unsealed_age_seconds 0\n"));
    m_bank->sql.run(QStringLiteral("GRANT INSERT ON audit_chain TO countersign_daemon"));
    QTRY_COMPARE_WITH_TIMEOUT(count("audit_chain"), count("audit_logs"), 1000);
    observer.viewed(m_bank->analyst, {"application", makeUuidV7(clock.now()), "viewed", {}, {}});
    worker.stop();
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'viewed'")).toInt(), 1);
    QCOMPARE(count("audit_chain"), count("audit_logs"));
    QCOMPARE((**log.last(m_bank->alpha)).sequence, count("audit_logs"));
}

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_audit_chain.moc"
