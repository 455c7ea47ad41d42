// Reading the record: filters, pages, the timeline of one thing; and the proof in parts, in the database and from a file.
#include "ServiceFixture.h"

#include "server/audit/ExportLines.h"
#include "server/service/AuditCheckpoints.h"
#include "server/service/AuditSealer.h"
#include "server/service/AuditService.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace countersign;

class TestAuditService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plan_1_3_3_queryEndpointsWork();
    void aTimelineTellsOneThing();
    void aCursorLeadsThroughEverything();
    void anotherTenantSeesNothing();
    void theChainIsVerifiedInParts();
    void anExportIsVerifiedWithoutTheDatabase();

private:
    qint64 total(const api::AuditQuery &query);

    std::unique_ptr<ServiceFixture> m_bank;
    QTemporaryDir m_folder;
    std::unique_ptr<CheckpointLog> m_log;
    std::unique_ptr<AuditService> m_audit;
    ApplicationId m_decided;
};

void TestAuditService::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    m_decided = inHand.application;
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand)).ok());
    m_bank->clock.advance(std::chrono::hours(24));
    for (int i = 0; i < 20; ++i)
        m_bank->route(900);
    m_log = std::make_unique<CheckpointLog>(m_folder.path(), CheckpointSigner(QByteArray(32, 's')));
    QVERIFY(AuditSealer(m_bank->context).seal(m_bank->alpha).ok());
    FakeClock clock;
    QVERIFY(*AuditCheckpoints(m_bank->context, *m_log, clock).advance(m_bank->alpha, AuditCheckpoints::When::Now));
    m_audit = std::make_unique<AuditService>(m_bank->context, AuditProof{m_folder.path(), m_log->publicKey()});
}

qint64 TestAuditService::total(const api::AuditQuery &query)
{
    const auto page = m_audit->list(m_bank->admin, query);
    return page ? page->total : -1;
}

void TestAuditService::plan_1_3_3_queryEndpointsWork()
{
    QCOMPARE(total({}), 45);
    api::AuditQuery byAction;
    byAction.action = QStringLiteral("scored");
    QCOMPARE(total(byAction), 21);
    api::AuditQuery byUser;
    byUser.user = m_bank->analyst.user->uuid();
    QCOMPARE(total(byUser), 3);
    api::AuditQuery byEntity;
    byEntity.entityType = QStringLiteral("application");
    byEntity.entityId = m_decided.uuid();
    QCOMPARE(total(byEntity), 5);
    byEntity.entityType = QStringLiteral("user");
    QCOMPARE(total(byEntity), 0);
    api::AuditQuery byTime;
    byTime.toDate = m_bank->clock.now() - std::chrono::hours(1);
    QCOMPARE(total(byTime), 5);
    byTime.fromDate = m_bank->clock.now() - std::chrono::hours(2);
    QCOMPARE(total(byTime), 0);
    byAction.action = QStringLiteral("decided");
    const api::AuditItem item = m_audit->list(m_bank->admin, byAction)->items.first();
    QCOMPARE(item.actor.type, QStringLiteral("user"));
    QCOMPARE(item.actor.id, std::optional(m_bank->analyst.user->uuid()));
    QCOMPARE(item.actor.name, std::optional(QStringLiteral("analyst")));
    QCOMPARE(item.requestId, std::optional(m_bank->analyst.requestId));
    QVERIFY(item.diff && item.diff->contains(QStringLiteral("status")));
    QCOMPARE(item.sequence, std::optional<qint64>(5));
}

void TestAuditService::aTimelineTellsOneThing()
{
    const auto page = m_audit->timeline(m_bank->admin, QStringLiteral("application"), m_decided.uuid(), {});
    QStringList actions;
    for (const api::AuditItem &item : page->items)
        actions.append(item.action);
    actions.sort(); // all of it happened at one moment of this clock
    QCOMPARE(actions.join(QLatin1Char(' ')), QStringLiteral("assigned decided received scored started"));
    QCOMPARE(page->total, 5);
}

void TestAuditService::aCursorLeadsThroughEverything()
{
    api::AuditQuery query;
    query.pageSize = 7;
    QSet<QUuid> seen;
    int pages = 0;
    do {
        const auto page = m_audit->list(m_bank->admin, query);
        QVERIFY(page.ok());
        for (const api::AuditItem &item : page->items)
            seen.insert(item.id);
        query.cursor = page->nextCursor;
        ++pages;
    } while (query.cursor);
    QCOMPARE(seen.size(), 45);
    QCOMPARE(pages, 7);
    query.cursor = QStringLiteral("nonsense");
    QCOMPARE(m_audit->list(m_bank->admin, query).error().reason, QStringLiteral("bad_cursor"));
}

void TestAuditService::anotherTenantSeesNothing()
{
    QCOMPARE(m_audit->list(m_bank->betaAnalyst, {})->total, 0);
    QCOMPARE(m_audit->timeline(m_bank->betaAnalyst, QStringLiteral("application"), m_decided.uuid(), {}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_audit->verify(m_bank->betaAnalyst, {})->verified, 0);
}

void TestAuditService::theChainIsVerifiedInParts()
{
    api::AuditVerify request;
    qint64 verified = 0;
    for (bool isComplete = false; !isComplete;) {
        const auto part = m_audit->verify(m_bank->admin, request);
        QVERIFY(part.ok());
        QVERIFY(!part->fault);
        verified += part->verified;
        request.afterSequence = part->lastSequence;
        isComplete = part->isComplete;
        if (isComplete)
            QCOMPARE(part->checkpoint->sequence, 45);
    }
    QCOMPARE(verified, 45);
    request.afterSequence = 40;
    QCOMPARE(m_audit->verify(m_bank->admin, request)->verified, 5);
    const AuditService stranger(m_bank->context, {m_folder.path(), QByteArray(32, 'x')});
    QCOMPARE(stranger.verify(m_bank->admin, {})->fault->kind, QStringLiteral("checkpoint"));
}

void TestAuditService::anExportIsVerifiedWithoutTheDatabase()
{
    const QString path = m_folder.filePath(QStringLiteral("alpha.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(*writeExport(file, m_audit->source(m_bank->alpha)), 45);
    file.close();
    const auto verify = [&](const QByteArray &key) { return *ChainVerifier(*exportSource(path, key)).verify(0, 1'000'000); };
    const ChainReport report = verify(m_log->publicKey());
    QVERIFY(!report.fault);
    QVERIFY(report.isComplete);
    QCOMPARE(report.verified, 45);
    QCOMPARE(report.checkpoint->sequence, 45);
    QCOMPARE(verify(QByteArray(32, 'x')).fault->kind, ChainFaultKind::Checkpoint);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray altered = file.readAll().replace("\"decided\"", "\"defined\"");
    file.resize(0);
    file.seek(0);
    file.write(altered);
    file.close();
    QCOMPARE(verify(m_log->publicKey()).fault->sequence, 5);
    QVERIFY(!exportSource(m_folder.filePath(QStringLiteral("public.key")), m_log->publicKey()).ok());
}

QTEST_GUILESS_MAIN(TestAuditService)
#include "tst_audit_service.moc"
