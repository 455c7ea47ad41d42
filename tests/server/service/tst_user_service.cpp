// Users as administrators manage them: what is stored, what is refused, and who stays when all go at once.
#include "ServiceFixture.h"

#include "server/auth/Passwords.h"
#include "server/service/BootstrapService.h"
#include "server/service/UserService.h"

#include <QtTest>

#include <thread>

using namespace countersign;

namespace {

template <class T>
QString reasonOf(const Result<T> &result)
{
    return result ? QStringLiteral("done") : result.error().reason;
}

} // namespace

class TestUserService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void aNewUserGetsAPasswordOnceAndMustChangeIt();
    void anAddressIsTakenOnceInATenant();
    void theListIsFilteredAndPaged();
    void aChangeOfRightsOutdatesTokens();
    void aNameIsChangedWithoutTouchingRights();
    void everyChangeIsOnRecordWithBeforeAndAfter();
    void aStaleVersionIsRefused();
    void switchingOffEndsSessions();
    void aNewPasswordEndsSessionsAndUnlocks();
    void nobodyResetsHisOwnPasswordOrSwitchesHimselfOff();
    void aUserManagerStaysWithinHisOwnRights();
    void roleOfThePlatformStaysThere();
    void theLastAdministratorStays();
    void administratorsWhoDemoteEachOtherAtOnceLeaveOne();
    void plan_1_2_3_usersCanOnlyAccessOwnTenantData();

private:
    UserId idOf(const Actor &actor) const { return *actor.user; }
    QString text(const QString &column, UserId id)
    {
        return m_bank->sql.value(QStringLiteral("SELECT %1::text FROM users WHERE id = '%2'").arg(column, id.toString())).toString();
    }
    void openSession(UserId id);
    int openSessions(UserId id);
    int versionOf(UserId id) { return text(QStringLiteral("version"), id).toInt(); }
    Result<api::UserAccount> setRole(const Actor &actor, UserId id, Role role)
    {
        return m_users->update(actor, id, {{}, role, {}, {}}, versionOf(id));
    }

    Passwords m_passwords{PasswordCost{1, 8u << 10}};
    std::unique_ptr<ServiceFixture> m_bank;
    std::unique_ptr<UserService> m_users;
};

void TestUserService::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    m_users = std::make_unique<UserService>(UserService::Parts{m_bank->context, m_passwords, m_bank->clock});
}

void TestUserService::cleanupTestCase()
{
    m_users.reset();
    m_bank.reset();
}

/// Everybody as the fixture made them.
void TestUserService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE sessions CASCADE"));
    m_bank->sql.run(QStringLiteral("DELETE FROM users WHERE email LIKE 'new%'"));
    m_bank->sql.run(QStringLiteral("UPDATE users SET is_active = true, grants = '{}', denials = '{}', role = CASE split_part(email, '@', 1) "
                                   "WHEN 'admin' THEN 'admin' WHEN 'senior' THEN 'senior_analyst' WHEN 'api' THEN 'api_consumer' ELSE 'analyst' END"));
}

void TestUserService::openSession(UserId id)
{
    m_bank->sql.run(QStringLiteral("INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, rotated_at, expires_at) SELECT gen_random_uuid(), "
                                   "tenant_id, id, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), '2026-11-24Z', '2026-11-24Z', '2026-11-25Z' FROM users WHERE id = '%1'")
                        .arg(id.toString()));
}

int TestUserService::openSessions(UserId id)
{
    return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM sessions WHERE user_id = '%1' AND ended_at IS NULL").arg(id.toString())).toInt();
}

void TestUserService::aNewUserGetsAPasswordOnceAndMustChangeIt()
{
    const auto made = m_users->create(m_bank->admin, {QStringLiteral("New@alpha.example"), QStringLiteral(" Nova "), Role::Analyst, {Permission::AuditView}, {}});
    QCOMPARE(reasonOf(made), QStringLiteral("done"));
    QCOMPARE(made->email, QStringLiteral("new@alpha.example"));
    QVERIFY(QRegularExpression(QStringLiteral("^([a-z2-9]{5}-){3}[a-z2-9]{5}$")).match(made->oneTimePassword).hasMatch());
    const QString hash = text(QStringLiteral("password_hash"), made->id);
    QVERIFY(*m_passwords.verify(hash, made->oneTimePassword));
    const auto account = m_users->get(m_bank->admin, made->id);
    QVERIFY(account);
    QCOMPARE(account->name, QStringLiteral("Nova"));
    QCOMPARE(account->mustChangePassword, true);
    QCOMPARE(account->grants, QList<Permission>{Permission::AuditView});
    QVERIFY(account->permissions.contains(Permission::AuditView) && account->permissions.contains(Permission::DecisionCreate));
    const auto other = m_users->create(m_bank->admin, {QStringLiteral("new2@alpha.example"), QStringLiteral("Nova"), Role::Readonly, {}, {}});
    QVERIFY(other && other->oneTimePassword != made->oneTimePassword);
}

void TestUserService::anAddressIsTakenOnceInATenant()
{
    const api::UserCreate request{QStringLiteral("SENIOR@alpha.example"), QStringLiteral("Second"), Role::Analyst, {}, {}};
    QCOMPARE(reasonOf(m_users->create(m_bank->admin, request)), QStringLiteral("duplicate_email"));
}

void TestUserService::theListIsFilteredAndPaged()
{
    QVERIFY(m_users->create(m_bank->admin, {QStringLiteral("new@alpha.example"), QStringLiteral("Đorđe Živković"), Role::Auditor, {}, {}}));
    const auto emails = [&](const api::UserQuery &query) {
        const auto page = m_users->list(m_bank->admin, query);
        QStringList found;
        for (const api::UserAccount &account : page ? page->items : QList<api::UserAccount>())
            found.append(account.email.section(QLatin1Char('@'), 0, 0));
        return found;
    };
    QCOMPARE(emails({}), (QStringList{"admin", "analyst", "api", "new", "other", "senior"}));
    QCOMPARE(emails({QStringLiteral("dorde zivk"), {}, {}}), QStringList{QStringLiteral("new")});
    QCOMPARE(emails({QStringLiteral("NEW@"), {}, {}}), QStringList{QStringLiteral("new")});
    QCOMPARE(emails({{}, Role::Analyst, {}}), (QStringList{"analyst", "other"}));
    QVERIFY(m_users->setActive(m_bank->admin, idOf(m_bank->otherAnalyst), false, {}));
    QCOMPARE(emails({{}, Role::Analyst, true}), QStringList{QStringLiteral("analyst")});
    QCOMPARE(emails({{}, {}, false}), QStringList{QStringLiteral("other")});

    api::UserQuery query;
    query.pageSize = 2;
    QStringList walked;
    for (int pages = 0; pages < 10; ++pages) {
        const auto page = m_users->list(m_bank->admin, query);
        QVERIFY(page);
        QCOMPARE(page->total, 6);
        for (const api::UserAccount &account : page->items)
            walked.append(account.email.section(QLatin1Char('@'), 0, 0));
        query.cursor = page->nextCursor;
        if (!query.cursor)
            break;
        QVERIFY(!QByteArray::fromBase64(query.cursor->toLatin1(), QByteArray::Base64UrlEncoding).contains("example"));
    }
    QCOMPARE(walked, (QStringList{"admin", "analyst", "api", "new", "other", "senior"}));
}

void TestUserService::aChangeOfRightsOutdatesTokens()
{
    const UserId id = idOf(m_bank->analyst);
    const int before = text(QStringLiteral("authz_version"), id).toInt();
    const auto changed = m_users->update(m_bank->admin, id, {{}, Role::SeniorAnalyst, QList{Permission::AuditView}, QList{Permission::QueueAssign}}, versionOf(id));
    QCOMPARE(reasonOf(changed), QStringLiteral("done"));
    QCOMPARE(changed->role, Role::SeniorAnalyst);
    QVERIFY(changed->permissions.contains(Permission::DecisionApproveOverride));
    QVERIFY(!changed->permissions.contains(Permission::QueueAssign));
    QCOMPARE(text(QStringLiteral("authz_version"), id).toInt(), before + 1);
}

void TestUserService::aNameIsChangedWithoutTouchingRights()
{
    const UserId id = idOf(m_bank->admin);
    const QString before = text(QStringLiteral("authz_version"), id);
    const auto renamed = m_users->update(m_bank->admin, id, {QStringLiteral("Vera"), {}, {}, {}}, versionOf(id));
    QCOMPARE(reasonOf(renamed), QStringLiteral("done"));
    QCOMPARE(renamed->name, QStringLiteral("Vera"));
    QCOMPARE(text(QStringLiteral("authz_version"), id), before);
}

void TestUserService::everyChangeIsOnRecordWithBeforeAndAfter()
{
    const UserId id = idOf(m_bank->analyst);
    m_bank->clock.advance(std::chrono::hours(1));
    const QString since = toIso(m_bank->clock.now());
    const auto later = [&] { m_bank->clock.advance(std::chrono::seconds(1)); };
    QVERIFY(setRole(m_bank->admin, id, Role::Readonly));
    later();
    QVERIFY(m_users->setActive(m_bank->admin, id, false, {}));
    later();
    QVERIFY(m_users->setActive(m_bank->admin, id, true, {}));
    later();
    QVERIFY(m_users->unlock(m_bank->admin, id, {}));
    later();
    QVERIFY(m_users->resetPassword(m_bank->admin, id, {}));
    const QString where = QStringLiteral(" FROM audit_logs WHERE entity_type = 'user' AND entity_id = '%1' AND occurred_at >= '%2'").arg(id.toString(), since);
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT action") + where + QStringLiteral(" ORDER BY occurred_at")),
             (QList<QVariant>{"rights_changed", "deactivated", "activated", "unlocked", "password_reset"}));
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT old_value ->> 'role', new_value ->> 'role', actor_id::text") + where + QStringLiteral(" AND action = 'rights_changed'")),
             (QList<QVariant>{"analyst", "readonly", idOf(m_bank->admin).toString()}));
}

void TestUserService::aStaleVersionIsRefused()
{
    const UserId id = idOf(m_bank->analyst);
    QCOMPARE(reasonOf(m_users->update(m_bank->admin, id, {{}, Role::Readonly, {}, {}}, versionOf(id) - 1)), QStringLiteral("stale_version"));
    QCOMPARE(reasonOf(m_users->setActive(m_bank->admin, id, false, versionOf(id) + 1)), QStringLiteral("stale_version"));
    QCOMPARE(text(QStringLiteral("role"), id), QStringLiteral("analyst"));
}

void TestUserService::switchingOffEndsSessions()
{
    openSession(idOf(m_bank->analyst));
    openSession(idOf(m_bank->otherAnalyst));
    const QString before = text(QStringLiteral("authz_version"), idOf(m_bank->analyst));
    const auto off = m_users->setActive(m_bank->admin, idOf(m_bank->analyst), false, {});
    QVERIFY(off && !off->isActive);
    QCOMPARE(openSessions(idOf(m_bank->analyst)), 0);
    QCOMPARE(openSessions(idOf(m_bank->otherAnalyst)), 1);
    QVERIFY(text(QStringLiteral("authz_version"), idOf(m_bank->analyst)) != before);
}

void TestUserService::aNewPasswordEndsSessionsAndUnlocks()
{
    const UserId id = idOf(m_bank->analyst);
    openSession(id);
    m_bank->sql.run(QStringLiteral("UPDATE users SET failed_logins = 5, locked_until = '2026-11-24 10:15Z' WHERE id = '%1'").arg(id.toString()));
    const auto issued = m_users->resetPassword(m_bank->admin, id, {});
    QCOMPARE(reasonOf(issued), QStringLiteral("done"));
    QCOMPARE(issued->version, versionOf(id));
    QVERIFY(*m_passwords.verify(text(QStringLiteral("password_hash"), id), issued->oneTimePassword));
    QCOMPARE(openSessions(id), 0);
    const auto account = m_users->get(m_bank->admin, id);
    QVERIFY(account && account->mustChangePassword && !account->lockedUntil);
}

void TestUserService::nobodyResetsHisOwnPasswordOrSwitchesHimselfOff()
{
    const UserId id = idOf(m_bank->admin);
    QCOMPARE(reasonOf(m_users->resetPassword(m_bank->admin, id, {})), QStringLiteral("own_password"));
    QCOMPARE(reasonOf(m_users->setActive(m_bank->admin, id, false, {})), QStringLiteral("own_rights"));
    QCOMPARE(reasonOf(setRole(m_bank->admin, id, Role::Readonly)), QStringLiteral("own_rights"));
}

void TestUserService::aUserManagerStaysWithinHisOwnRights()
{
    Actor manager = m_bank->analyst;
    manager.permissions = manager.permissions | PermissionSet{Permission::UserManage};
    const api::UserCreate admin{QStringLiteral("new@alpha.example"), QStringLiteral("Puppet"), Role::Admin, {}, {}};
    QCOMPARE(reasonOf(m_users->create(manager, admin)), QStringLiteral("beyond_own_rights"));
    QCOMPARE(reasonOf(m_users->resetPassword(manager, idOf(m_bank->admin), {})), QStringLiteral("beyond_own_rights"));
    QCOMPARE(reasonOf(m_users->setActive(manager, idOf(m_bank->senior), false, {})), QStringLiteral("beyond_own_rights"));
    QCOMPARE(reasonOf(setRole(manager, idOf(m_bank->otherAnalyst), Role::SeniorAnalyst)), QStringLiteral("beyond_own_rights"));
    QCOMPARE(reasonOf(setRole(manager, idOf(m_bank->otherAnalyst), Role::Readonly)), QStringLiteral("done"));
}

void TestUserService::roleOfThePlatformStaysThere()
{
    const auto refused = m_users->create(m_bank->admin, {QStringLiteral("new@alpha.example"), QStringLiteral("X"), Role::PlatformAdmin, {}, {}});
    QCOMPARE(reasonOf(refused), QStringLiteral("validation_failed"));
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("role"));
    QCOMPARE(m_bank->sql.failureOf(QStringLiteral("UPDATE users SET grants = '{tenant:manage}' WHERE id = '%1'").arg(idOf(m_bank->admin).toString())),
             QStringLiteral("23514 users_tenant_manage_not_granted"));
}

void TestUserService::theLastAdministratorStays()
{
    Actor system = Actor::system(m_bank->alpha);
    system.permissions = permissionsOf(Role::Admin);
    const UserId id = idOf(m_bank->admin);
    QCOMPARE(reasonOf(m_users->setActive(system, id, false, {})), QStringLiteral("last_administrator"));
    QCOMPARE(reasonOf(setRole(system, id, Role::Analyst)), QStringLiteral("last_administrator"));
    QVERIFY(setRole(system, idOf(m_bank->senior), Role::Admin));
    QCOMPARE(reasonOf(setRole(system, id, Role::Analyst)), QStringLiteral("done"));
}

void TestUserService::administratorsWhoDemoteEachOtherAtOnceLeaveOne()
{
    constexpr int kRounds = 20;
    for (int round = 0; round < kRounds; ++round) {
        m_bank->sql.run(QStringLiteral("UPDATE users SET role = 'admin' WHERE email IN ('admin@alpha.example', 'senior@alpha.example')"));
        Actor second = m_bank->senior;
        second.permissions = permissionsOf(Role::Admin);
        std::atomic<int> done = 0;
        std::atomic<int> refused = 0;
        const auto demote = [&](const Actor &actor, const Actor &victim) {
            const auto result = m_users->setActive(actor, idOf(victim), false, {});
            done += result ? 1 : 0;
            refused += reasonOf(result) == QLatin1String("last_administrator") ? 1 : 0;
        };
        std::thread one([&] { demote(m_bank->admin, second); });
        std::thread two([&] { demote(second, m_bank->admin); });
        one.join();
        two.join();
        QCOMPARE(done.load(), 1);
        QCOMPARE(refused.load(), 1);
        init();
    }
}

void TestUserService::plan_1_2_3_usersCanOnlyAccessOwnTenantData()
{
    const UserId foreign = idOf(m_bank->betaAnalyst);
    const UserId nobody(QUuid::createUuid());
    for (const UserId id : {foreign, nobody}) {
        QCOMPARE(reasonOf(m_users->get(m_bank->admin, id)), QStringLiteral("not_found"));
        QCOMPARE(reasonOf(m_users->update(m_bank->admin, id, {QStringLiteral("Mine"), {}, {}, {}}, 1)), QStringLiteral("not_found"));
        QCOMPARE(reasonOf(m_users->setActive(m_bank->admin, id, false, {})), QStringLiteral("not_found"));
        QCOMPARE(reasonOf(m_users->unlock(m_bank->admin, id, {})), QStringLiteral("not_found"));
        QCOMPARE(reasonOf(m_users->resetPassword(m_bank->admin, id, {})), QStringLiteral("not_found"));
    }
    const auto page = m_users->list(m_bank->admin, {});
    QVERIFY(page);
    for (const api::UserAccount &account : page->items)
        QVERIFY(account.email.endsWith(QStringLiteral("@alpha.example")));
}

QTEST_GUILESS_MAIN(TestUserService)
#include "tst_user_service.moc"
