// A superuser changes the record past the daemon, in every way: each change is found and the first wrong row is named.
#include "ServiceFixture.h"

#include "server/audit/ChainHash.h"
#include "server/service/AuditCheckpoints.h"
#include "server/service/AuditSealer.h"
#include "server/service/AuditService.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace countersign;

namespace {

constexpr int kEntries = 120;
constexpr int kBetweenCheckpoints = 30;

/// What must be found.
struct Expected {
    qint64 sequence;
    std::optional<ChainFaultKind> kind = {}; ///< nothing: more than one name is right
};

} // namespace

class TestAuditTampering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anHonestChainIsRight();
    void eachTamperingIsFoundAndNamed();

private:
    using Tampering = Expected (TestAuditTampering::*)();

    Expected editAColumn();
    Expected editAHash();
    Expected deleteAnEntry();
    Expected deleteALink();
    Expected deleteBothAndCloseTheGap();
    Expected insertBetween();
    Expected insertUnchained();
    Expected swapEntries();
    Expected swapLinks();
    Expected cutTheTail();
    Expected forgeAPair();
    Expected forgeToTheEnd();

    int any(int from, int to) { return m_random.bounded(from, to + 1); }
    QString idAt(qint64 sequence);
    void run(const QString &sql) { m_bank->sql.run(sql); }
    void forge(qint64 from, qint64 to);
    void restore();
    ChainReport verify() { return *m_audit->verifyChain(m_audit->source(m_bank->alpha), 0, 1'000'000); }

    std::unique_ptr<ServiceFixture> m_bank;
    QTemporaryDir m_folder;
    std::unique_ptr<CheckpointLog> m_log;
    std::unique_ptr<AuditService> m_audit;
    QRandomGenerator m_random{20261124};
};

void TestAuditTampering::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    m_log = std::make_unique<CheckpointLog>(m_folder.path(), CheckpointSigner(QByteArray(32, 's')));
    FakeClock clock;
    AuditCheckpoints checkpoints(m_bank->context, *m_log, clock);
    for (int i = 0; i < kEntries; ++i) {
        QVERIFY(UnitOfWork::run<bool>(m_bank->context, m_bank->analyst, [&](UnitOfWork &unit) -> Result<bool> {
            unit.audit({"application", makeUuidV7(unit.now()), "scored", {{QStringLiteral("score"), i}}, {{QStringLiteral("score"), i + 1}}});
            return true;
        }).ok());
        if (i % kBetweenCheckpoints == kBetweenCheckpoints - 1) {
            QVERIFY(AuditSealer(m_bank->context).seal(m_bank->alpha).ok());
            QVERIFY(*checkpoints.advance(m_bank->alpha, AuditCheckpoints::When::Now));
        }
    }
    m_audit = std::make_unique<AuditService>(m_bank->context, AuditProof{m_folder.path(), m_log->publicKey()});
    run(QStringLiteral("CREATE TABLE true_logs AS SELECT * FROM audit_logs; CREATE TABLE true_chain AS SELECT * FROM audit_chain; "
                       "SET session_replication_role = replica"));
}

void TestAuditTampering::restore()
{
    run(QStringLiteral("DELETE FROM audit_logs; DELETE FROM audit_chain; INSERT INTO audit_logs SELECT * FROM true_logs; "
                       "INSERT INTO audit_chain SELECT * FROM true_chain"));
}

QString TestAuditTampering::idAt(qint64 sequence)
{
    return m_bank->sql.value(QStringLiteral("SELECT entry_id FROM audit_chain WHERE sequence = %1").arg(sequence)).toString();
}

Expected TestAuditTampering::editAColumn()
{
    static const QStringList changes{
        QStringLiteral("entity_type = 'user'"), QStringLiteral("entity_id = gen_random_uuid()"), QStringLiteral("action = 'viewed'"),
        QStringLiteral("actor_id = gen_random_uuid()"), QStringLiteral("actor_type = 'api_key'"), QStringLiteral("actor_type = 'system', actor_id = NULL"),
        QStringLiteral("address = '192.0.2.77'"), QStringLiteral("request_id = NULL"), QStringLiteral("old_value = NULL"),
        QStringLiteral("new_value = '{\"score\": 9}'"), QStringLiteral("new_value = new_value || '{\"extra\": null}'"), QStringLiteral("diff = '{}'"),
        QStringLiteral("occurred_at = occurred_at + interval '1 microsecond'")};
    const int sequence = any(1, kEntries);
    run(QStringLiteral("UPDATE audit_logs SET %1 WHERE id = '%2'").arg(changes[any(0, int(changes.size()) - 1)], idAt(sequence)));
    return {sequence, ChainFaultKind::Altered};
}

Expected TestAuditTampering::editAHash()
{
    const int sequence = any(1, kEntries);
    run(QStringLiteral("UPDATE audit_chain SET hash = sha256(hash) WHERE sequence = %1").arg(sequence));
    return {sequence, ChainFaultKind::Altered};
}

Expected TestAuditTampering::deleteAnEntry()
{
    const int sequence = any(1, kEntries);
    run(QStringLiteral("DELETE FROM audit_logs WHERE id = '%1'").arg(idAt(sequence)));
    return {sequence, ChainFaultKind::Missing};
}

Expected TestAuditTampering::deleteALink()
{
    const int sequence = any(1, kEntries - 1);
    run(QStringLiteral("DELETE FROM audit_chain WHERE sequence = %1").arg(sequence));
    return {sequence, ChainFaultKind::Missing};
}

Expected TestAuditTampering::deleteBothAndCloseTheGap()
{
    const int sequence = any(1, kEntries - 1);
    run(QStringLiteral("DELETE FROM audit_logs WHERE id = '%2'; DELETE FROM audit_chain WHERE sequence = %1; "
                       "UPDATE audit_chain SET sequence = sequence + 999999 WHERE sequence > %1; "
                       "UPDATE audit_chain SET sequence = sequence - 1000000 WHERE sequence > 999999").arg(sequence).arg(idAt(sequence)));
    return {sequence};
}

Expected TestAuditTampering::insertBetween()
{
    const int sequence = any(1, kEntries - 1);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    run(QStringLiteral("UPDATE audit_chain SET sequence = sequence + 1000000 WHERE sequence >= %1; "
                       "UPDATE audit_chain SET sequence = sequence - 999999 WHERE sequence > 999999; "
                       "INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, occurred_at) "
                       "VALUES ('%2', '%3', 'application', gen_random_uuid(), 'scored', 'system', '2026-11-24Z'); "
                       "INSERT INTO audit_chain VALUES ('%2', %1, '%3', sha256('x'))").arg(sequence).arg(m_bank->alpha.toString(), id));
    if (any(0, 1) == 1)
        forge(sequence, sequence);
    // Where a checkpoint ends, the neighbour's place is not known to it.
    return {sequence, sequence % kBetweenCheckpoints == 0 ? std::nullopt : std::optional(ChainFaultKind::Inserted)};
}

Expected TestAuditTampering::insertUnchained()
{
    run(QStringLiteral("INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, occurred_at) "
                       "VALUES ('%1', gen_random_uuid(), 'application', gen_random_uuid(), 'scored', 'system', '2026-11-23Z')").arg(m_bank->alpha.toString()));
    return {0, ChainFaultKind::Inserted};
}

Expected TestAuditTampering::swapEntries()
{
    const int first = any(1, kEntries - 1);
    const int second = any(first + 1, kEntries);
    const QString a = idAt(first);
    const QString b = idAt(second);
    const QString free = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const auto &[from, to] : {std::pair(a, free), std::pair(b, a), std::pair(free, b)})
        run(QStringLiteral("UPDATE audit_logs SET id = '%2' WHERE id = '%1'").arg(from, to));
    return {first, ChainFaultKind::Swapped};
}

Expected TestAuditTampering::swapLinks()
{
    const int first = any(1, kEntries - 1);
    const int second = any(first + 1, kEntries);
    for (const auto &[from, to] : {std::pair(first, 999'999), std::pair(second, first), std::pair(999'999, second)})
        run(QStringLiteral("UPDATE audit_chain SET sequence = %2 WHERE sequence = %1").arg(from).arg(to));
    return {first, ChainFaultKind::Swapped};
}

Expected TestAuditTampering::cutTheTail()
{
    const int last = any(0, kEntries - 1);
    run(QStringLiteral("DELETE FROM audit_logs WHERE id IN (SELECT entry_id FROM audit_chain WHERE sequence > %1); "
                       "DELETE FROM audit_chain WHERE sequence > %1").arg(last));
    return {last + 1, ChainFaultKind::CutTail};
}

/// Makes the hashes fit what the entries say now, as somebody without the signing key can.
void TestAuditTampering::forge(qint64 from, qint64 to)
{
    const auto rows = *m_audit->source(m_bank->alpha).rows(0);
    QByteArray previous = genesisHash(m_bank->alpha);
    for (const ChainRow &row : rows) {
        if (row.sequence >= from && row.sequence <= to) {
            const QByteArray hash = chainHash(previous, row.sequence, *row.entry);
            run(QStringLiteral("UPDATE audit_chain SET hash = decode('%2', 'hex') WHERE sequence = %1").arg(row.sequence).arg(QString::fromLatin1(hash.toHex())));
            previous = hash;
        } else {
            previous = row.hash;
        }
    }
}

Expected TestAuditTampering::forgeAPair()
{
    const int sequence = any(1, kEntries - 1);
    for (const int place : {sequence, sequence + 1})
        run(QStringLiteral("UPDATE audit_logs SET new_value = '{\"score\": 1000}' WHERE id = '%1'").arg(idAt(place)));
    forge(sequence, sequence + 1);
    return {sequence, ChainFaultKind::Forged};
}

Expected TestAuditTampering::forgeToTheEnd()
{
    const int sequence = any(1, kEntries);
    run(QStringLiteral("UPDATE audit_logs SET actor_id = gen_random_uuid() WHERE id = '%1'").arg(idAt(sequence)));
    forge(sequence, kEntries);
    return {sequence, ChainFaultKind::Forged};
}

void TestAuditTampering::anHonestChainIsRight()
{
    const ChainReport report = verify();
    QVERIFY(!report.fault);
    QCOMPARE(report.verified, kEntries);
    QCOMPARE(report.checkpoint->sequence, kEntries);
}

void TestAuditTampering::eachTamperingIsFoundAndNamed()
{
    using T = TestAuditTampering;
    const std::array<std::pair<const char *, Tampering>, 12> ways{{
        {"edit", &T::editAColumn}, {"hash", &T::editAHash}, {"delete entry", &T::deleteAnEntry}, {"delete link", &T::deleteALink},
        {"close the gap", &T::deleteBothAndCloseTheGap}, {"insert", &T::insertBetween}, {"insert unchained", &T::insertUnchained},
        {"swap entries", &T::swapEntries}, {"swap links", &T::swapLinks}, {"cut", &T::cutTheTail}, {"forge a pair", &T::forgeAPair},
        {"forge to the end", &T::forgeToTheEnd},
    }};
    const int count = qEnvironmentVariable("COUNTERSIGN_SOAK") == QLatin1String("full") ? 1000 : 100;
    for (int i = 0; i < count; ++i) {
        const auto &[name, tamper] = ways[std::size_t(i) % ways.size()];
        const Expected expected = (this->*tamper)();
        const ChainReport report = verify();
        const QString what = QStringLiteral("%1 #%2 at %3").arg(QLatin1String(name)).arg(i).arg(expected.sequence);
        QVERIFY2(report.fault, qPrintable(what));
        QVERIFY2(report.fault->sequence == expected.sequence, qPrintable(what + QStringLiteral(": named %1").arg(report.fault->sequence)));
        if (expected.kind)
            QVERIFY2(report.fault->kind == *expected.kind, qPrintable(what + QStringLiteral(": called ") + toText(report.fault->kind)));
        restore();
    }
    anHonestChainIsRight();
}

QTEST_GUILESS_MAIN(TestAuditTampering)
#include "tst_audit_tampering.moc"
