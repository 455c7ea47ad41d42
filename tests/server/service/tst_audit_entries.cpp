// What the record says after a case went its way: an entry for each change, who, from where, and no personal data.
#include "ServiceFixture.h"

#include "server/service/AuditObserver.h"
#include "server/service/CaseService.h"

#include <QJsonDocument>
#include <QtTest>

#include <memory>

using namespace countersign;

namespace {

Actor from(Actor actor, const char *address)
{
    actor.address = QString::fromLatin1(address);
    return actor;
}

QJsonObject object(const QVariant &json)
{
    return QJsonDocument::fromJson(json.toString().toUtf8()).object();
}

} // namespace

class TestAuditEntries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plan_1_3_3_allChangesLogged();
    void plan_1_3_4_auditLogsCreated();
    void plan_1_3_3_piiMaskedInLogs();
    void whatIsWrittenAgainAfterAnUnknownCommitIsOneEntry();
    void aChangeThatFailsLeavesNoEntry();
    void aCaseIsViewedOnceInFifteenMinutes();
    void aFloodOfRefusalsIsOneEntryAMinute();
    void whatCannotBeWrittenWaits();

private:
    QList<QVariant> actionsOf(ApplicationId application);
    QList<QVariant> entryOf(ApplicationId application, const char *action);

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestAuditEntries::init()
{
    m_bank = std::make_unique<ServiceFixture>();
}

QList<QVariant> TestAuditEntries::actionsOf(ApplicationId application)
{
    return m_bank->sql.column(QStringLiteral("SELECT action FROM audit_logs WHERE entity_id = '%1' ORDER BY transaction_id").arg(application.toString()));
}

/// actor_type, actor_id, address, request_id, old_value, new_value, diff
QList<QVariant> TestAuditEntries::entryOf(ApplicationId application, const char *action)
{
    return m_bank->sql.row(QStringLiteral("SELECT actor_type, actor_id, address, request_id, old_value, new_value, diff FROM audit_logs "
                                          "WHERE entity_id = '%1' AND action = '%2'").arg(application.toString(), QLatin1String(action)));
}

void TestAuditEntries::plan_1_3_3_allChangesLogged()
{
    const Actor sender = from(m_bank->sender, "192.0.2.1");
    const Actor analyst = from(m_bank->analyst, "192.0.2.2");
    const ApplicationId id = (*IntakeService(m_bank->context).create(sender, m_bank->application(600))).id;
    m_bank->scoreAll();
    const QueueId entry = m_bank->entryOf(id);
    const QueueService queue(m_bank->context);
    QVERIFY(queue.assign(analyst, entry, {}, {}).ok());
    QVERIFY(queue.start(analyst, entry, {}).ok());
    QVERIFY(queue.release(analyst, entry, {QStringLiteral("call Marković")}, {}).ok());
    QVERIFY(queue.assign(analyst, entry, {}, {}).ok());
    QVERIFY(queue.start(analyst, entry, {}).ok());
    QVERIFY(DecisionService(m_bank->context).create(analyst, approval({id, entry, m_bank->versionOf(id)})).ok());

    const QStringList expected{QStringLiteral("received"), QStringLiteral("scored"),   QStringLiteral("assigned"), QStringLiteral("started"),
                               QStringLiteral("released"), QStringLiteral("assigned"), QStringLiteral("started"),  QStringLiteral("decided")};
    QCOMPARE(QVariant(actionsOf(id)).toStringList(), expected);

    const auto received = entryOf(id, "received");
    QCOMPARE(received[0].toString(), QStringLiteral("user"));
    QCOMPARE(received[1].toString(), sender.user->toString());
    QCOMPARE(received[2].toString(), QStringLiteral("192.0.2.1"));
    QCOMPARE(received[3].toString(), sender.requestId.toString(QUuid::WithoutBraces));
    QVERIFY(received[4].isNull() && received[6].isNull()); // a create has new values alone
    QCOMPARE(object(received[5]).value(QStringLiteral("amount")).toDouble(), 600'000.0);

    const auto scored = entryOf(id, "scored");
    QCOMPARE(scored[0].toString(), QStringLiteral("system"));
    QVERIFY(scored[1].isNull() && scored[2].isNull());
    QCOMPARE(object(scored[6]).value(QStringLiteral("status")).toObject(),
             (QJsonObject{{QStringLiteral("old"), QStringLiteral("pending")}, {QStringLiteral("new"), QStringLiteral("review")}}));

    const auto released = entryOf(id, "released");
    QCOMPARE(released[1].toString(), analyst.user->toString());
    QCOMPARE(object(released[4]).value(QStringLiteral("queue_status")).toString(), QStringLiteral("in_progress"));
    QCOMPARE(object(released[5]).value(QStringLiteral("queue_status")).toString(), QStringLiteral("pending"));
    QCOMPARE(QStringList(object(released[6]).keys()), (QStringList{QStringLiteral("analyst_id"), QStringLiteral("queue_status"),
                                                                   QStringLiteral("release_reason"), QStringLiteral("releases")}));

    const QJsonObject decided = object(entryOf(id, "decided")[6]);
    QCOMPARE(decided.value(QStringLiteral("status")).toObject(),
             (QJsonObject{{QStringLiteral("old"), QStringLiteral("review")}, {QStringLiteral("new"), QStringLiteral("approved")}}));
    QCOMPARE(decided.value(QStringLiteral("outcome")).toObject().value(QStringLiteral("new")).toString(), QStringLiteral("approved"));
}

void TestAuditEntries::plan_1_3_4_auditLogsCreated()
{
    const auto before = m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs")).toInt();
    const ApplicationId id = m_bank->route(900);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs")).toInt(), before + 2);
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("approved"));
}

void TestAuditEntries::plan_1_3_3_piiMaskedInLogs()
{
    const auto written = UnitOfWork::run<bool>(m_bank->context, m_bank->admin, [](UnitOfWork &unit) -> Result<bool> {
        const QJsonObject person{{QStringLiteral("first_name"), QStringLiteral("Živka")},
                                 {QStringLiteral("last_name"), QStringLiteral("Marković")},
                                 {QStringLiteral("national_id"), QStringLiteral("1503985710001")},
                                 {QStringLiteral("email"), QStringLiteral("zivka@" "domain.com")},
                                 {QStringLiteral("phone"), QStringLiteral("+381641234567")},
                                 {QStringLiteral("mothers_name"), QStringLiteral("Stamena")}};
        const QJsonObject value{{QStringLiteral("applicant_data"), QJsonObject{{QStringLiteral("personal"), person}}}};
        unit.audit({"application", makeUuidV7(unit.now()), "corrected", {}, value});
        return true;
    });
    QVERIFY(written.ok());
    QCOMPARE(m_bank->sql.text(QStringLiteral("SELECT new_value -> 'applicant_data' ->> 'personal' FROM audit_logs WHERE action = 'corrected'")),
             QStringLiteral(R"({"email": "***@domain.com", "phone": "+381******67", "last_name": "Ma***ć", "first_name": "Ži***a", )"
                            R"("national_id": "1503*********", "mothers_name": "***"})"));
    // And the services themselves, through a whole case:
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    QVERIFY(QueueService(m_bank->context).release(m_bank->analyst, inHand.entry, {QStringLiteral("Živka Đorđević wants a call")}, {}).ok());
    for (const char *value : {"Živka", "Đorđević", "1503985710001", "zivka@", "mail.example", "1985-03-15"})
        QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE concat(old_value, new_value, diff) LIKE '%%1%'")
                                       .arg(QString::fromUtf8(value))).toInt(), 0);
}

void TestAuditEntries::whatIsWrittenAgainAfterAnUnknownCommitIsOneEntry()
{
    const ObservedEntry seen{m_bank->analyst, masked({"application", makeUuidV7(m_bank->clock.now()), "viewed", {}, {}}), m_bank->clock.now()};
    for (int attempt = 0; attempt < 2; ++attempt)
        QVERIFY(UnitOfWork::run<bool>(m_bank->context, Actor::system(m_bank->alpha), [&](UnitOfWork &unit) -> Result<bool> {
            const auto appended = AuditRepo(unit.transaction(), unit.tenant()).appendObserved({seen});
            return appended ? Result<bool>(true) : Result<bool>(appended.error());
        }).ok());
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE id = '%1'").arg(seen.id.toString(QUuid::WithoutBraces))).toInt(), 1);
}

void TestAuditEntries::aChangeThatFailsLeavesNoEntry()
{
    const ApplicationId id = m_bank->route(600);
    const QueueService queue(m_bank->context);
    QVERIFY(!queue.start(m_bank->analyst, m_bank->entryOf(id), {}).ok());
    QVERIFY(!actionsOf(id).contains(QStringLiteral("started")));
}

void TestAuditEntries::aCaseIsViewedOnceInFifteenMinutes()
{
    AuditObserver observer(m_bank->context);
    QList<TenantId> told;
    m_bank->context.audited = [&told](TenantId tenant) { told.append(tenant); };
    m_bank->context.observe = [&observer](const Actor &actor, const AuditEntry &entry) { observer.viewed(actor, entry); };
    const ApplicationId id = m_bank->route(600);
    told.clear();
    const CaseService cases(m_bank->context);
    const Actor analyst = from(m_bank->analyst, "192.0.2.9");
    for (int i = 0; i < 5; ++i)
        QVERIFY(cases.detail(analyst, id).ok());
    QVERIFY(cases.detail(m_bank->senior, id).ok());
    QVERIFY(!cases.detail(m_bank->betaAnalyst, id).ok()); // another tenant's: not found, and no view
    QVERIFY(!actionsOf(id).contains(QStringLiteral("viewed"))); // off the path of the request
    QVERIFY(observer.flush(AuditObserver::Flush::Due).ok());
    QCOMPARE(actionsOf(id).count(QStringLiteral("viewed")), 2);
    QCOMPARE(told, QList<TenantId>{m_bank->alpha});
    const auto row = m_bank->sql.row(QStringLiteral("SELECT address, request_id FROM audit_logs WHERE action = 'viewed' AND actor_id = '%1'").arg(analyst.user->toString()));
    QCOMPARE(row[0].toString(), QStringLiteral("192.0.2.9"));
    QCOMPARE(row[1].toString(), analyst.requestId.toString(QUuid::WithoutBraces));
    m_bank->clock.advance(std::chrono::minutes(15));
    QVERIFY(cases.detail(analyst, id).ok());
    QVERIFY(observer.flush(AuditObserver::Flush::Due).ok());
    QCOMPARE(actionsOf(id).count(QStringLiteral("viewed")), 3);
}

void TestAuditEntries::aFloodOfRefusalsIsOneEntryAMinute()
{
    AuditObserver observer(m_bank->context);
    const auto refusals = [&] { return m_bank->sql.column(QStringLiteral("SELECT new_value FROM audit_logs WHERE action = 'refused' ORDER BY occurred_at, id")); };
    for (int i = 0; i < 10'000; ++i)
        observer.refused(m_bank->analyst, "GET", "/api/v1/audit/logs");
    observer.refused(m_bank->analyst, "POST", "/api/v1/audit/verify");
    QVERIFY(observer.flush(AuditObserver::Flush::Due).ok());
    QCOMPARE(refusals().size(), 0); // the minute is not over
    m_bank->clock.advance(std::chrono::minutes(1));
    observer.refused(m_bank->analyst, "GET", "/api/v1/audit/logs");
    QVERIFY(observer.flush(AuditObserver::Flush::Due).ok());
    QCOMPARE(refusals().size(), 2);
    QVERIFY(observer.flush(AuditObserver::Flush::All).ok());
    QCOMPARE(refusals().size(), 3);
    QList<int> counts;
    for (const QVariant &row : refusals()) {
        QVERIFY(object(row).value(QStringLiteral("route")).toString().startsWith(QStringLiteral("/api/v1/audit/")));
        counts.append(object(row).value(QStringLiteral("count")).toInt());
    }
    std::sort(counts.begin(), counts.end());
    QCOMPARE(counts, (QList<int>{1, 1, 10'000}));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'refused' AND entity_id = '%1' AND actor_id = '%1'")
                                   .arg(m_bank->analyst.user->toString())).toInt(), 3);
}

void TestAuditEntries::whatCannotBeWrittenWaits()
{
    AuditObserver observer(m_bank->context);
    observer.viewed(m_bank->analyst, {"application", m_bank->route(600).uuid(), "viewed", {}, {}});
    m_bank->sql.run(QStringLiteral("REVOKE INSERT ON audit_logs FROM countersign_daemon"));
    QVERIFY(!observer.flush(AuditObserver::Flush::Due).ok());
    m_bank->sql.run(QStringLiteral("GRANT INSERT ON audit_logs TO countersign_daemon"));
    QVERIFY(observer.flush(AuditObserver::Flush::Due).ok());
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'viewed'")).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestAuditEntries)
#include "tst_audit_entries.moc"
