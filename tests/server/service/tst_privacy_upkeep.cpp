#include "ServiceFixture.h"

#include "server/service/CaseService.h"
#include "server/service/KeyCheck.h"
#include "server/service/PrivacyUpkeep.h"

#include <QTest>

using namespace countersign;

class TestPrivacyUpkeep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs CASCADE")); }
    void cleanupTestCase() { m_bank.reset(); }

    void rotationCanStopGoOnAndLeaveTheOldKeyBehind();
    void aRetiredKeySealsNothing();
    void purgeSaysFirstAndErasesOnlyWhatIsDue();
    void retentionPeriodsAreBounded();

private:
    PrivacyUpkeep::Tenant alpha(const PrivacyUpkeep &upkeep);
    ApplicationId routed(int score);

    std::unique_ptr<ServiceFixture> m_bank;
};

PrivacyUpkeep::Tenant TestPrivacyUpkeep::alpha(const PrivacyUpkeep &upkeep)
{
    const auto tenants = upkeep.tenants();
    for (const auto &tenant : tenants->all)
        if (tenant.id == m_bank->alpha)
            return tenant;
    qFatal("alpha is gone");
}

/// Scored a minute after it came, so that the row says when it ended by the business clock.
ApplicationId TestPrivacyUpkeep::routed(int score)
{
    const auto created = IntakeService(m_bank->context).create(m_bank->sender, m_bank->application(score));
    if (!created)
        qFatal("%s", qPrintable(created.error().detail));
    m_bank->clock.advance(std::chrono::minutes(1));
    m_bank->scoreAll();
    return created->id;
}

void TestPrivacyUpkeep::rotationCanStopGoOnAndLeaveTheOldKeyBehind()
{
    const QByteArray oldFile = KeyRing::makeText();
    const QByteArray newFile = *KeyRing::withNewKey(oldFile);
    const QByteArray reduced = newFile.left(newFile.indexOf("key 1")); // only the new key
    m_bank->sql.run(QStringLiteral("DELETE FROM privacy_keys"));
    const KeyRing before = *KeyRing::parse(oldFile);
    const KeyRing during = *KeyRing::parse(newFile);
    const KeyRing after = *KeyRing::parse(reduced);
    const auto contextOf = [this](const KeyRing &keys) {
        return ServiceContext{m_bank->database.daemon(), m_bank->clock, m_bank->metrics, keys};
    };
    const auto checked = [this](const KeyRing &keys) {
        return checkKeys(m_bank->database.daemon(), keys, m_bank->clock.now()).ok();
    };
    QVERIFY(checked(before));
    const ServiceContext oldContext = contextOf(before);
    QList<ApplicationId> ids;
    for (int i = 0; i < 10; ++i)
        ids.append(IntakeService(oldContext).create(m_bank->sender, m_bank->application(650))->id);

    QVERIFY(checked(during));
    QVERIFY(!checked(after)); // the old key may not go yet
    const ServiceContext newContext = contextOf(during);
    const PrivacyUpkeep upkeep(newContext);
    const auto tenant = alpha(upkeep);
    QCOMPARE(*upkeep.rewrapBatch(tenant, 4), 4);
    QCOMPARE(*upkeep.personsByKey(tenant), (QMap<quint32, qint64>{{1, 6}, {2, 4}}));
    for (const ApplicationId id : ids) // half-way, everything opens
        QVERIFY(CaseService(newContext).detail(m_bank->analyst, id));
    const PrivacyUpkeep resumed(newContext);
    QCOMPARE(*resumed.rewrapBatch(tenant, 4), 4);
    QCOMPARE(*resumed.rewrapBatch(tenant, 4), 2);
    QCOMPARE(*resumed.rewrapBatch(tenant, 4), 0);
    QVERIFY(resumed.retireOldKeys());
    QVERIFY(checked(during)); // a daemon starts once more with both: the old key does not come back by that

    QVERIFY(checked(after));
    const ServiceContext lastContext = contextOf(after);
    for (const ApplicationId id : ids)
        QVERIFY(CaseService(lastContext).detail(m_bank->analyst, id));
    QVERIFY(!checked(before));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'keys_rotated'")).toInt(),
             3);
    m_bank->sql.run(QStringLiteral("DELETE FROM privacy_keys"));
    QVERIFY(checked(m_bank->keys));
}

void TestPrivacyUpkeep::aRetiredKeySealsNothing()
{
    m_bank->sql.run(QStringLiteral("UPDATE privacy_keys SET retired_at = now() WHERE number = 1"));
    const auto refused = IntakeService(m_bank->context).create(m_bank->sender, m_bank->application(650));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QCOMPARE(refused.error().reason, QStringLiteral("privacy_key_retired"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM persons")).toInt(), 0);
    m_bank->sql.run(QStringLiteral("UPDATE privacy_keys SET retired_at = NULL"));
    QVERIFY(checkKeys(m_bank->database.daemon(), m_bank->keys, m_bank->clock.now()));
}

void TestPrivacyUpkeep::purgeSaysFirstAndErasesOnlyWhatIsDue()
{
    const auto ended = routed(950);
    const auto open = routed(650);
    const PrivacyUpkeep upkeep(m_bank->context);
    const auto tenant = alpha(upkeep);
    QCOMPARE(tenant.decisionYears, 7);
    QCOMPARE(tenant.auditYears, 10);
    QVERIFY(upkeep.due(tenant)->persons.isEmpty());

    const Instant start = m_bank->clock.now();
    m_bank->clock.advance(std::chrono::days(6 * 365));
    const auto recent = routed(950);
    QVERIFY(upkeep.due(tenant)->persons.isEmpty());
    m_bank->clock.advance(std::chrono::days(366 + 2));
    QCOMPARE(upkeep.due(tenant)->persons, (QMap<int, qint64>{{2026, 1}}));
    QCOMPARE(upkeep.due(tenant)->auditEntries, 0);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM persons WHERE erased_at IS NOT NULL")).toInt(), 0);

    const auto entries = [this] {
        return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action <> 'erased'")).toInt();
    };
    const int kept = entries();
    QCOMPARE(*upkeep.purgeBatch(tenant, 100), 1);
    QCOMPARE(*upkeep.purgeBatch(tenant, 100), 0);
    QVERIFY(upkeep.due(tenant)->persons.isEmpty());
    const auto erasedOf = [this](ApplicationId id) {
        return m_bank->sql
            .value(QStringLiteral("SELECT p.erased_at IS NOT NULL FROM persons p JOIN applications a ON a.person_id = "
                                  "p.id WHERE a.id = '%1'")
                       .arg(id.toString()))
            .toBool();
    };
    QVERIFY(erasedOf(ended));
    QVERIFY(!erasedOf(open));
    QVERIFY(!erasedOf(recent));
    QCOMPARE(entries(), kept);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT new_value->>'cause' FROM audit_logs WHERE action = 'erased'"))
                 .toString(),
             QStringLiteral("retention"));

    m_bank->clock.advance(std::chrono::days(4 * 366));
    QVERIFY(upkeep.due(tenant)->auditEntries > 0);
    QCOMPARE(entries(), kept);
    m_bank->clock.set(start);
}

void TestPrivacyUpkeep::retentionPeriodsAreBounded()
{
    const auto set = [this](int decisions, int audit) {
        return m_bank->sql.failureOf(
            QStringLiteral("UPDATE tenants SET decision_retention_years = %1, audit_retention_years = %2")
                .arg(decisions)
                .arg(audit));
    };
    QCOMPARE(set(0, 10), QStringLiteral("23514 tenants_retention_range"));
    QCOMPARE(set(8, 7), QStringLiteral("23514 tenants_retention_range"));
    QCOMPARE(set(7, 10), QString());
}

QTEST_GUILESS_MAIN(TestPrivacyUpkeep)
#include "tst_privacy_upkeep.moc"
