// Tenants: who reaches which, what is made with them, and what ends when one is switched off.
#include "ServiceFixture.h"

#include "server/auth/Passwords.h"
#include "server/service/BootstrapService.h"
#include "server/service/TenantService.h"
#include "server/service/UserService.h"

#include <QtTest>

using namespace countersign;

namespace {

template <class T>
QString reasonOf(const Result<T> &result)
{
    return result ? QStringLiteral("done") : result.error().reason;
}

} // namespace

class TestTenantService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void plan_1_2_3_adminCanManageTenants();
    void anAdministratorReachesHisOwnTenantAlone();
    void nameAndStateBelongToThePlatform();
    void settingsAreKept();
    void wrongSettingsAreNamed();
    void retentionIsATenantsOwnAndNeverShorterForTheAudit();
    void theCurrencyStaysOnceItIsUsed();
    void switchingOffEndsEverySession();
    void thePlatformStaysOn();
    void aSlugIsTakenOnce();
    void theListIsPaged();

private:
    api::TenantCreate request(const QString &slug) const
    {
        return {slug, QStringLiteral("Gamma bank"), *Currency::fromCode(u"EUR"), QStringLiteral("en"), QStringLiteral("Europe/Vienna"),
                {QStringLiteral("Boss@gamma.example"), QStringLiteral("Boss")}};
    }
    int versionOf(TenantId id) { return m_tenants->get(m_platform, id)->version; }
    Result<api::TenantInfo> patch(const Actor &actor, TenantId id, const api::TenantPatch &patch)
    {
        return m_tenants->update(actor, id, patch, versionOf(id));
    }

    Passwords m_passwords{PasswordCost{1, 8u << 10}};
    std::unique_ptr<ServiceFixture> m_bank;
    std::unique_ptr<TenantService> m_tenants;
    Actor m_platform;
};

void TestTenantService::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    m_tenants = std::make_unique<TenantService>(TenantService::Parts{m_bank->context, m_passwords, m_bank->clock});
    const auto platform = BootstrapService(m_bank->context)
                              .ensureTenant({QLatin1String(kPlatformSlug), QStringLiteral("Platform"), *Currency::fromCode(u"EUR"),
                                             QStringLiteral("en"), QStringLiteral("UTC")});
    QVERIFY(platform);
    m_platform = {*platform, UserId(QUuid::createUuid()), permissionsOf(Role::PlatformAdmin), QUuid::createUuid(), QString()};
}

void TestTenantService::cleanupTestCase()
{
    m_tenants.reset();
    m_bank.reset();
}

void TestTenantService::plan_1_2_3_adminCanManageTenants()
{
    const auto made = m_tenants->create(m_platform, request(QStringLiteral("gamma")));
    QCOMPARE(reasonOf(made), QStringLiteral("done"));
    QCOMPARE(made->administrator.email, QStringLiteral("boss@gamma.example"));
    const auto row = m_bank->sql.row(QStringLiteral("SELECT u.role, u.must_change_password, u.password_hash FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE t.slug = 'gamma'"));
    QCOMPARE(row[0].toString(), QStringLiteral("admin"));
    QCOMPARE(row[1].toBool(), true);
    QVERIFY(*m_passwords.verify(row[2].toString(), made->administrator.oneTimePassword));
    const auto tenant = m_tenants->get(m_platform, made->id);
    QVERIFY(tenant);
    QCOMPARE(tenant->timeZone, QStringLiteral("Europe/Vienna"));
    m_bank->clock.advance(std::chrono::seconds(1));
    const auto renamed = patch(m_platform, made->id, {QStringLiteral("Gamma"), {}, {}, {}, {}, {}, {}, {}, {}});
    QVERIFY(renamed);
    QCOMPARE(renamed->name, QStringLiteral("Gamma"));
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT action FROM audit_logs WHERE entity_type = 'tenant' AND entity_id = '%1' ORDER BY occurred_at").arg(made->id.toString())),
             (QList<QVariant>{"created", "changed"}));

    // Its administrator takes over: the platform knows nothing of the users inside.
    const Actor boss{made->id, made->administrator.id, permissionsOf(Role::Admin), QUuid::createUuid(), QString()};
    const UserService users({m_bank->context, m_passwords, m_bank->clock});
    QVERIFY(users.create(boss, {QStringLiteral("first@gamma.example"), QStringLiteral("First"), Role::Analyst, {}, {}}));
}

void TestTenantService::anAdministratorReachesHisOwnTenantAlone()
{
    QCOMPARE(reasonOf(m_tenants->get(m_bank->admin, m_bank->alpha)), QStringLiteral("done"));
    for (const TenantId id : {m_bank->beta, m_platform.tenant, TenantId(QUuid::createUuid())}) {
        QCOMPARE(reasonOf(m_tenants->get(m_bank->admin, id)), QStringLiteral("not_found"));
        QCOMPARE(reasonOf(m_tenants->update(m_bank->admin, id, {}, 1)), QStringLiteral("not_found"));
    }
}

void TestTenantService::nameAndStateBelongToThePlatform()
{
    api::TenantPatch rename;
    rename.name = QStringLiteral("Mine");
    api::TenantPatch off;
    off.isActive = false;
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, rename)), QStringLiteral("forbidden"));
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, off)), QStringLiteral("forbidden"));
}

void TestTenantService::settingsAreKept()
{
    api::TenantPatch settings;
    settings.locale = QStringLiteral("sr-Latn-RS");
    settings.timeZone = QStringLiteral("Europe/Vienna");
    settings.portfolioBadRate = 0.06;
    settings.slaCalendar = SlaCalendar{QStringLiteral("08:00"), QStringLiteral("16:00"), {Weekday::Monday, Weekday::Tuesday}, {QDate(2027, 1, 1)}};
    settings.authorityLimits = AuthorityLimits{Amount::whole(2'000'000), {}};
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, settings)), QStringLiteral("done"));
    // What is absent stays.
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, {})), QStringLiteral("done"));
    const auto tenant = m_tenants->get(m_bank->admin, m_bank->alpha);
    QVERIFY(tenant);
    QCOMPARE(tenant->locale, QStringLiteral("sr-Latn-RS"));
    QCOMPARE(tenant->portfolioBadRate, std::optional(0.06));
    QCOMPARE(tenant->slaCalendar, *settings.slaCalendar);
    QCOMPARE(tenant->authorityLimits, *settings.authorityLimits);
    QCOMPARE(reasonOf(m_tenants->update(m_bank->admin, m_bank->alpha, settings, tenant->version - 1)), QStringLiteral("stale_version"));
}

void TestTenantService::wrongSettingsAreNamed()
{
    api::TenantPatch settings;
    settings.timeZone = QStringLiteral("Middle/Earth");
    const auto refused = patch(m_bank->admin, m_bank->alpha, settings);
    QCOMPARE(reasonOf(refused), QStringLiteral("validation_failed"));
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("time_zone"));
}

void TestTenantService::retentionIsATenantsOwnAndNeverShorterForTheAudit()
{
    const auto before = m_tenants->get(m_bank->admin, m_bank->alpha);
    QCOMPARE(before->decisionRetentionYears, 7);
    QCOMPARE(before->auditRetentionYears, 10);
    api::TenantPatch longer;
    longer.decisionRetentionYears = 12;
    const auto refused = patch(m_bank->admin, m_bank->alpha, longer);
    QCOMPARE(reasonOf(refused), QStringLiteral("validation_failed"));
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("audit_retention_years"));
    longer.auditRetentionYears = 15;
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, longer)), QStringLiteral("done"));
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, {})), QStringLiteral("done")); // what is absent stays
    const auto after = m_tenants->get(m_bank->admin, m_bank->alpha);
    QCOMPARE(after->decisionRetentionYears, 12);
    QCOMPARE(after->auditRetentionYears, 15);
    QCOMPARE(m_tenants->get(m_platform, m_bank->beta)->decisionRetentionYears, 7);
    const auto recorded = m_bank->sql.row(
        QStringLiteral("SELECT old_value->>'decision_retention_years', new_value->>'decision_retention_years' FROM "
                       "audit_logs WHERE action = 'changed' AND entity_id = '%1' AND "
                       "new_value->>'audit_retention_years' = '15' AND old_value->>'audit_retention_years' <> '15'")
            .arg(m_bank->alpha.toString()));
    QCOMPARE(recorded, (QList<QVariant>{"7", "12"}));
}

void TestTenantService::theCurrencyStaysOnceItIsUsed()
{
    api::TenantPatch euro;
    euro.currency = *Currency::fromCode(u"EUR");
    m_bank->route(600);
    QCOMPARE(reasonOf(patch(m_bank->admin, m_bank->alpha, euro)), QStringLiteral("currency_in_use"));
    const auto fresh = m_tenants->create(m_platform, request(QStringLiteral("delta")));
    QVERIFY(fresh);
    api::TenantPatch dinar;
    dinar.currency = *Currency::fromCode(u"RSD");
    const auto changed = patch(m_platform, fresh->id, dinar);
    QCOMPARE(reasonOf(changed), QStringLiteral("done"));
    QCOMPARE(changed->currency.code(), QStringLiteral("RSD"));
}

void TestTenantService::switchingOffEndsEverySession()
{
    m_bank->sql.run(QStringLiteral("INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, rotated_at, expires_at) SELECT gen_random_uuid(), tenant_id, id, "
                                   "decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), '2026-11-24Z', '2026-11-24Z', '2026-11-25Z' FROM users"));
    const auto open = [&](TenantId tenant) {
        return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM sessions WHERE tenant_id = '%1' AND ended_at IS NULL").arg(tenant.toString())).toInt();
    };
    const int others = open(m_bank->alpha);
    QVERIFY(open(m_bank->beta) > 0 && others > 0);
    const auto authz = [&] { return m_bank->sql.value(QStringLiteral("SELECT min(authz_version) FROM users WHERE tenant_id = '%1'").arg(m_bank->beta.toString())).toInt(); };
    const int before = authz();
    api::TenantPatch off;
    off.isActive = false;
    QCOMPARE(reasonOf(patch(m_platform, m_bank->beta, off)), QStringLiteral("done"));
    QCOMPARE(open(m_bank->beta), 0);
    QCOMPARE(open(m_bank->alpha), others);
    QCOMPARE(authz(), before + 1);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM find_user_for_sign_in('analyst@beta.example', 'beta')")).toInt(), 0);
}

void TestTenantService::thePlatformStaysOn()
{
    api::TenantPatch off;
    off.isActive = false;
    QCOMPARE(reasonOf(patch(m_platform, m_platform.tenant, off)), QStringLiteral("reserved_tenant"));
}

void TestTenantService::aSlugIsTakenOnce()
{
    QCOMPARE(reasonOf(m_tenants->create(m_platform, request(QStringLiteral("alpha")))), QStringLiteral("duplicate_slug"));
    QCOMPARE(reasonOf(m_tenants->create(m_platform, request(QLatin1String(kPlatformSlug)))), QStringLiteral("duplicate_slug"));
}

void TestTenantService::theListIsPaged()
{
    api::TenantQuery query;
    query.pageSize = 2;
    QStringList slugs;
    for (int pages = 0; pages < 10; ++pages) {
        const auto page = m_tenants->list(m_platform, query);
        QVERIFY(page);
        for (const api::TenantInfo &tenant : page->items)
            slugs.append(tenant.slug);
        query.cursor = page->nextCursor;
        if (!query.cursor)
            break;
    }
    QVERIFY(slugs.contains(QStringLiteral("alpha")) && slugs.contains(QStringLiteral("beta")) && slugs.contains(QStringLiteral("platform")));
    QVERIFY(std::is_sorted(slugs.begin(), slugs.end()));
    QCOMPARE(QSet<QString>(slugs.begin(), slugs.end()).size(), slugs.size());
}

QTEST_GUILESS_MAIN(TestTenantService)
#include "tst_tenant_service.moc"
