// Who may give whom which rights.
#include "core/access/UserRules.h"
#include "core/api/TenantRules.h"
#include "core/json/Json.h"

#include <QtTest>

using namespace countersign;
using enum Permission;

namespace {

const UserId kMe(QUuid("00000000-0000-7000-8000-000000000001"));
const UserId kOther(QUuid("00000000-0000-7000-8000-000000000002"));

Actor actorWith(PermissionSet permissions)
{
    Actor actor = Actor::system(TenantId());
    actor.user = kMe;
    actor.permissions = permissions;
    return actor;
}

const Actor kAdmin = actorWith(permissionsOf(Role::Admin));

QString reasonOf(const Result<void> &result)
{
    return result ? QStringLiteral("allowed") : result.error().reason;
}

QString faultOf(const UserRights &rights, bool isPlatform = false)
{
    const auto checked = checkRights(rights, isPlatform);
    return checked ? QStringLiteral("fits") : checked.error().fields.first().path;
}

} // namespace

class TestUserRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plan_1_2_2_adminHasAllPermissions()
    {
        for (const auto &row : enumTexts<Permission>)
            QCOMPARE(permissionsOf(Role::Admin).contains(row.value), row.value != TenantManage);
    }
    void plan_1_2_2_customPermissionsWork()
    {
        const UserRights analyst{Role::Analyst, {AuditView}, {DecisionOverride}, true};
        QVERIFY(analyst.effective().contains(AuditView));
        QVERIFY(!analyst.effective().contains(DecisionOverride));
        QCOMPARE(faultOf(analyst), QStringLiteral("fits"));
    }
    void nobodyChangesHisOwnRights_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("grant");
        QTest::addColumn<QString>("denial");
        QTest::addColumn<bool>("active");
        QTest::newRow("role up") << "admin" << "" << "" << true;
        QTest::newRow("role down") << "readonly" << "" << "" << true;
        QTest::newRow("grant") << "senior_analyst" << "audit:view" << "" << true;
        QTest::newRow("denial") << "senior_analyst" << "" << "queue:view" << true;
        QTest::newRow("off") << "senior_analyst" << "" << "" << false;
    }
    void nobodyChangesHisOwnRights()
    {
        QFETCH(QString, role);
        QFETCH(QString, grant);
        QFETCH(QString, denial);
        QFETCH(bool, active);
        const ManagedUser me{kMe, {Role::SeniorAnalyst, {}, {}, true}, 5};
        const UserRights after{*fromText<Role>(role), PermissionSet::fromTexts({grant}), PermissionSet::fromTexts({denial}), active};
        QCOMPARE(reasonOf(checkChange(kAdmin, me, after)), QStringLiteral("own_rights"));
        QCOMPARE(reasonOf(checkChange(kAdmin, me, me.rights)), QStringLiteral("allowed"));
    }
    void nobodyGivesWhatHeDoesNotHold()
    {
        const Actor manager = actorWith(permissionsOf(Role::Analyst) | PermissionSet{UserManage});
        const ManagedUser reader{kOther, {Role::Readonly, {}, {}, true}, 1};
        QCOMPARE(reasonOf(checkChange(manager, reader, {Role::Analyst, {}, {}, true})), QStringLiteral("allowed"));
        QCOMPARE(reasonOf(checkChange(manager, reader, {Role::Admin, {}, {}, true})), QStringLiteral("beyond_own_rights"));
        QCOMPARE(reasonOf(checkChange(manager, reader, {Role::Readonly, {ConfigManage}, {}, true})), QStringLiteral("beyond_own_rights"));
        QCOMPARE(reasonOf(checkManages(manager.permissions, {Role::Admin, {}, {}, true})), QStringLiteral("beyond_own_rights"));
        QCOMPARE(reasonOf(checkManages(manager.permissions, {Role::Analyst, {}, {}, true})), QStringLiteral("allowed"));
    }
    void theLastAdministratorStays()
    {
        ManagedUser admin{kOther, {Role::Admin, {}, {}, true}, 0};
        const UserRights off{Role::Admin, {}, {}, false};
        const UserRights demoted{Role::SeniorAnalyst, {}, {}, true};
        const UserRights hollow{Role::Admin, {}, {UserManage}, true};
        for (const UserRights &after : {off, demoted, hollow})
            QCOMPARE(reasonOf(checkChange(kAdmin, admin, after)), QStringLiteral("last_administrator"));
        admin.otherAdministrators = 1;
        for (const UserRights &after : {off, demoted, hollow})
            QCOMPARE(reasonOf(checkChange(kAdmin, admin, after)), QStringLiteral("allowed"));
    }
    void rightsFitTheTenantAndTheRole()
    {
        QCOMPARE(faultOf({Role::PlatformAdmin, {}, {}, true}), QStringLiteral("role"));
        QCOMPARE(faultOf({Role::Admin, {}, {}, true}, true), QStringLiteral("role"));
        QCOMPARE(faultOf({Role::PlatformAdmin, {}, {}, true}, true), QStringLiteral("fits"));
        QCOMPARE(faultOf({Role::PlatformAdmin, {ApplicationView}, {}, true}, true), QStringLiteral("grants"));
        QCOMPARE(faultOf({Role::Admin, {TenantManage}, {}, true}), QStringLiteral("grants"));
        QCOMPARE(faultOf({Role::ApiConsumer, {ApplicationView}, {}, true}), QStringLiteral("fits"));
        QCOMPARE(faultOf({Role::ApiConsumer, {DecisionCreate}, {}, true}), QStringLiteral("grants"));
        QCOMPARE(faultOf({Role::ApiConsumer, {DecisionApproveOverride}, {}, true}), QStringLiteral("grants"));
        QCOMPARE(faultOf({Role::Analyst, {AuditView}, {AuditView}, true}), QStringLiteral("denials"));
    }
    void settingsOfATenantAreChecked_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("path");
        QTest::newRow("good") << QByteArray(R"({"locale": "sr-Latn-RS", "time_zone": "Europe/Belgrade", "portfolio_bad_rate": 0.06})") << "";
        QTest::newRow("locale") << QByteArray(R"({"locale": "xx"})") << "locale";
        QTest::newRow("time zone") << QByteArray(R"({"time_zone": "Europe/Beograd"})") << "time_zone";
        QTest::newRow("form of a time zone") << QByteArray(R"({"time_zone": "../etc/passwd"})") << "time_zone";
        QTest::newRow("bad rate") << QByteArray(R"({"portfolio_bad_rate": 1.5})") << "portfolio_bad_rate";
        QTest::newRow("hours") << QByteArray(R"({"sla_calendar": {"opens": "16:00", "closes": "08:00"}})") << "sla_calendar.closes";
        QTest::newRow("no hour") << QByteArray(R"({"sla_calendar": {"opens": "24:00"}})") << "sla_calendar.opens";
        QTest::newRow("no day") << QByteArray(R"({"sla_calendar": {"weekdays": []}})") << "sla_calendar.weekdays";
        QTest::newRow("a day twice") << QByteArray(R"({"sla_calendar": {"weekdays": ["monday", "monday"]}})") << "sla_calendar.weekdays[1]";
        QTest::newRow("a holiday twice") << QByteArray(R"({"sla_calendar": {"holidays": ["2027-01-01", "2027-01-01"]}})")
                                         << "sla_calendar.holidays[1]";
        QTest::newRow("office hours") << QByteArray(R"({"sla_calendar": {"opens": "08:00", "closes": "16:00", "weekdays": ["monday", "friday"]}})")
                                      << "";
    }
    void settingsOfATenantAreChecked()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QString, path);
        const auto read = readJson<api::TenantPatch>(patch);
        const QList<FieldError> faults = read ? validateTenant(*read) : read.error().fields;
        QCOMPARE(faults.isEmpty() ? QString() : faults.first().path, path);
    }
    void theClockRunsRoundTheClockByDefault()
    {
        const SlaCalendar calendar;
        QCOMPARE(calendar.weekdays.size(), 7);
        QVERIFY(validateCalendar(calendar).isEmpty());
        const auto read = readJson<SlaCalendar>("{}");
        QVERIFY(read);
        QCOMPARE(*read, calendar);
    }
};

QTEST_GUILESS_MAIN(TestUserRules)
#include "tst_user_rules.moc"
