// Every endpoint for every role, with grants and denials, with one's own ids and with those of another tenant: generated
// from the endpoint table and asked over HTTP, so that a new endpoint is covered by itself.
#include "tests/flow/RequestBodies.h"
#include "tests/flow/RunningDaemon.h"

#include "core/access/UserRules.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

using namespace countersign;
using namespace countersign::flow;

namespace {

/// Calls over a real connection, one after the other.
class HttpCaller {
public:
    explicit HttpCaller(quint16 port) : m_port(port) {}

    Reply call(const api::EndpointRow &row, const IdSource &ids, const Person *who)
    {
        const HttpRequest made = flow::request(toCString(row.method), pathFor(row, ids), bodyFor(row, ids, false), who);
        QUrl url;
        url.setUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QString::fromUtf8(made.path)));
        QNetworkRequest request(url);
        for (const auto &[name, value] : made.headers.fields())
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, made.method, made.body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        if (!reply->isFinished())
            loop.exec();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }

private:
    const quint16 m_port;
    QNetworkAccessManager m_network;
};

/// By permission; what else stands in the way (step-up, another person's case) has other codes.
bool isForbidden(const Reply &reply)
{
    return reply.status == 403 && reply.code() == QLatin1String("forbidden");
}

/// A wrong password in the body is no stranger.
bool isLetIn(const Reply &reply)
{
    const bool isStranger = reply.status == 401 && reply.code() != QLatin1String("invalid_credentials");
    return reply.status != 0 && !isStranger && !isForbidden(reply);
}

/// Calls that may end the caller's own session.
bool mayEndTheSession(const api::EndpointRow &row)
{
    return row.access.permissions().isEmpty() && row.method != Method::Get;
}

QByteArray describe(const api::EndpointRow &row, const Person *who, const Reply &reply)
{
    return QByteArray(toCString(row.method)) + ' ' + row.path + " as " + (who ? who->email.toUtf8() : "nobody") + ": "
        + QByteArray::number(reply.status) + ' ' + reply.body.left(300);
}

} // namespace

class TestPermissionMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void strangersAreUnknownEverywhere();
    void everyRoleIsLetInByItsPermissionsAlone();
    void grantsAndDenialsDecide();
    void idsOfAnotherTenantAreNotFound();
    void plan_1_2_2_adminHasAllPermissions();
    void plan_1_2_2_analystBlockedFromAdminOnlyEndpoints();
    void thePlatformSeesNothingButTenants();

private:
    Reply call(const api::EndpointRow &row, const IdSource &ids, Person &who)
    {
        const Reply reply = m_http->call(row, ids, &who);
        if (mayEndTheSession(row))
            m_daemon->revive(who);
        return reply;
    }
    /// Ids of things of `tenant`: never those of the people who call.
    IdSource idsIn(const api::EndpointRow &row, TenantId tenant);
    void setRights(Person &person, PermissionSet grants, PermissionSet denials);
    Person &personWith(Role role);

    std::unique_ptr<RunningDaemon> m_daemon;
    std::unique_ptr<HttpCaller> m_http;
    TenantId m_alpha;
    TenantId m_beta;
    QHash<TenantId, QHash<QString, QString>> m_ids; ///< by tenant and table
    std::vector<Person> m_people;                   ///< one of each role
};

void TestPermissionMatrix::initTestCase()
{
    m_daemon = std::make_unique<RunningDaemon>();
    m_http = std::make_unique<HttpCaller>(m_daemon->port());
    m_alpha = m_daemon->addTenant(QStringLiteral("alpha"));
    m_beta = m_daemon->addTenant(QStringLiteral("beta"));
    for (const auto &[role, text] : enumTexts<Role>)
        if (role != Role::PlatformAdmin)
            m_people.push_back(m_daemon->addPerson(QStringLiteral("alpha"), m_alpha, role));
    const TenantId platform = m_daemon->addTenant(QLatin1String(kPlatformSlug));
    m_people.push_back(m_daemon->addPerson(QLatin1String(kPlatformSlug), platform, Role::PlatformAdmin));
    for (const auto &[slug, tenant] : {std::pair(QStringLiteral("alpha"), m_alpha), std::pair(QStringLiteral("beta"), m_beta)}) {
        const Person sender = slug == QLatin1String("alpha") ? personWith(Role::Analyst) : m_daemon->addPerson(slug, tenant, Role::Analyst);
        const Reply made = m_daemon->ask("POST", "/api/v1/applications", applicationOf(slug), &sender);
        QCOMPARE(made.status, 201);
        m_ids[tenant][QStringLiteral("applications")] = made.json().value(QLatin1String("id")).toString();
        m_ids[tenant][QStringLiteral("users")] = m_daemon->addBystander(slug, tenant).toString();
        m_ids[tenant][QStringLiteral("tenants")] = tenant.toString();
        m_ids[tenant][QStringLiteral("persons")] = m_daemon->sql().value(QStringLiteral("SELECT id FROM persons WHERE tenant_id = '%1'").arg(tenant.toString())).toString();
        const QString entry = QStringLiteral("SELECT id FROM analyst_queues WHERE tenant_id = '%1'").arg(tenant.toString());
        QTRY_VERIFY_WITH_TIMEOUT(!m_daemon->sql().column(entry).isEmpty(), 30'000);
        m_ids[tenant][QStringLiteral("analyst_queues")] = m_daemon->sql().value(entry).toString();
    }
}

void TestPermissionMatrix::cleanupTestCase()
{
    m_http.reset();
    m_daemon.reset();
}

Person &TestPermissionMatrix::personWith(Role role)
{
    return *std::find_if(m_people.begin(), m_people.end(), [role](const Person &person) { return person.role == role; });
}

IdSource TestPermissionMatrix::idsIn(const api::EndpointRow &row, TenantId tenant)
{
    return [this, &row, tenant](const QString &name) {
        const QString known = m_ids.value(tenant).value(tableOfId(row, name));
        return known.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : known;
    };
}

void TestPermissionMatrix::setRights(Person &person, PermissionSet grants, PermissionSet denials)
{
    m_daemon->sql().run(QStringLiteral("UPDATE users SET grants = '{%1}', denials = '{%2}', authz_version = authz_version + 1 WHERE id = '%3'")
                            .arg(grants.toTexts().join(QLatin1Char(',')), denials.toTexts().join(QLatin1Char(',')), person.id.toString()));
    m_daemon->refresh(person);
}

void TestPermissionMatrix::strangersAreUnknownEverywhere()
{
    for (const api::EndpointRow &row : api::endpointRows()) {
        const Reply reply = m_http->call(row, idsIn(row, m_alpha), nullptr);
        if (!row.access.isPublic())
            QVERIFY2(reply.status == 401, describe(row, nullptr, reply));
    }
}

void TestPermissionMatrix::everyRoleIsLetInByItsPermissionsAlone()
{
    int asked = 0;
    for (Person &person : m_people)
        for (const api::EndpointRow &row : api::endpointRows()) {
            if (row.access.isPublic())
                continue;
            const Reply reply = call(row, idsIn(row, m_alpha), person);
            const bool allowed = row.access.allows(permissionsOf(person.role));
            QVERIFY2(allowed ? isLetIn(reply) : isForbidden(reply), describe(row, &person, reply));
            ++asked;
        }
    QVERIFY(asked >= 7 * 20);
}

/// For each role and each of the 13 permissions: granted where the role lacks it, denied where it brings it.
void TestPermissionMatrix::grantsAndDenialsDecide()
{
    for (Person &person : m_people)
        for (const auto &[permission, text] : enumTexts<Permission>) {
            if (permission == Permission::TenantManage || person.role == Role::PlatformAdmin)
                continue;
            const PermissionSet one{permission};
            const bool has = permissionsOf(person.role).contains(permission);
            const PermissionSet now = has ? permissionsOf(person.role) - one : permissionsOf(person.role) | one;
            setRights(person, has ? PermissionSet() : one, has ? one : PermissionSet());
            for (const api::EndpointRow &row : api::endpointRows()) {
                if (!row.access.permissions().contains(permission))
                    continue;
                const Reply reply = call(row, idsIn(row, m_alpha), person);
                QVERIFY2(row.access.allows(now) ? isLetIn(reply) : isForbidden(reply), describe(row, &person, reply));
            }
            setRights(person, {}, {});
        }
}

/// Whoever may call at all hears of another tenant's things what he hears of things that are not there.
void TestPermissionMatrix::idsOfAnotherTenantAreNotFound()
{
    const IdSource nothing = [](const QString &) { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    for (Person &person : m_people)
        for (const api::EndpointRow &row : api::endpointRows()) {
            const bool reachesTenants = person.role == Role::PlatformAdmin && QByteArrayView(row.path).startsWith("/admin/tenants");
            if (api::pathParameters(row.path).isEmpty() || row.access.isPublic() || reachesTenants)
                continue;
            const Reply foreign = call(row, idsIn(row, m_beta), person);
            const Reply missing = call(row, nothing, person);
            QVERIFY2(foreign.status == missing.status && foreign.code() == missing.code(), describe(row, &person, foreign));
            if (row.access.allows(permissionsOf(person.role)))
                QVERIFY2(foreign.status == 404 || foreign.status == 422, describe(row, &person, foreign));
            else
                QVERIFY2(isForbidden(foreign), describe(row, &person, foreign));
        }
}

void TestPermissionMatrix::plan_1_2_2_adminHasAllPermissions()
{
    Person &admin = personWith(Role::Admin);
    const QJsonArray held = m_daemon->ask("GET", "/api/v1/auth/me", {}, &admin).json().value(QLatin1String("permissions")).toArray();
    QCOMPARE(held.size(), 13);
    for (const api::EndpointRow &row : api::endpointRows()) {
        if (row.access.isPublic() || row.access.permissions() == PermissionSet{Permission::TenantManage})
            continue;
        const Reply reply = call(row, idsIn(row, m_alpha), admin);
        QVERIFY2(isLetIn(reply), describe(row, &admin, reply));
    }
}

void TestPermissionMatrix::plan_1_2_2_analystBlockedFromAdminOnlyEndpoints()
{
    int blocked = 0;
    for (const api::EndpointRow &row : api::endpointRows()) {
        if (!QByteArrayView(row.path).startsWith("/admin/"))
            continue;
        const Reply reply = call(row, idsIn(row, m_alpha), personWith(Role::Analyst));
        QVERIFY2(isForbidden(reply), describe(row, &personWith(Role::Analyst), reply));
        ++blocked;
    }
    QVERIFY(blocked >= 12);
}

void TestPermissionMatrix::thePlatformSeesNothingButTenants()
{
    Person &platform = personWith(Role::PlatformAdmin);
    for (const api::EndpointRow &row : api::endpointRows()) {
        if (row.access.permissions().isEmpty())
            continue;
        for (const TenantId tenant : {m_alpha, m_beta}) {
            const Reply reply = call(row, idsIn(row, tenant), platform);
            const bool managesTenants = row.access.permissions().contains(Permission::TenantManage);
            QVERIFY2(managesTenants ? isLetIn(reply) : isForbidden(reply), describe(row, &platform, reply));
        }
    }
}

QTEST_GUILESS_MAIN(TestPermissionMatrix)
#include "tst_permission_matrix.moc"
