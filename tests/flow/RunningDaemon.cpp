#include "tests/flow/RunningDaemon.h"

#include "server/db/PrivateCluster.h"

#include <QJsonDocument>

#include <spdlog/spdlog.h>

namespace countersign::flow {

namespace {

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
}

DaemonSettings settingsFor(const QString &folder)
{
    const auto settings = Settings::load({{}, {}, {QStringLiteral("database.private_dir=") + folder,
                                                   QStringLiteral("http.listen=127.0.0.1:0"),
                                                   QStringLiteral("http.requests_per_second=1000000")}});
    const auto daemon = settings ? DaemonSettings::from(*settings) : settings.error();
    if (!daemon)
        qFatal("%s", qPrintable(daemon.error().fields.value(0).message));
    return *daemon;
}

} // namespace

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

RunningDaemon::RunningDaemon()
{
    spdlog::set_level(spdlog::level::err);
    const QString folder = m_dir.filePath(QStringLiteral("pg"));
    m_daemon = std::make_unique<Daemon>(settingsFor(folder));
    must(m_daemon->start());
    PrivateCluster cluster(folder);
    must(cluster.start()); // adopts the daemon's
    DatabaseSettings superuser = cluster.superuserSettings();
    superuser.database = cluster.daemonSettings().database;
    m_sql = std::make_unique<SqlConsole>(superuser);
    m_database = std::make_unique<Database>(cluster.daemonSettings());
    m_context = std::make_unique<ServiceContext>(ServiceContext{*m_database, m_clock, m_metrics, m_keys});
}

RunningDaemon::~RunningDaemon()
{
    m_context.reset();
    m_database.reset();
    m_sql.reset();
    m_daemon.reset(); // stops the cluster
}

TenantId RunningDaemon::addTenant(const QString &slug)
{
    const BootstrapService bootstrap(*m_context);
    const Currency dinar = *Currency::fromCode(u"RSD");
    const auto tenant = bootstrap.ensureTenant({slug, slug, dinar, QStringLiteral("en"), QStringLiteral("Europe/Belgrade")});
    if (!tenant)
        qFatal("%s", qPrintable(tenant.error().detail));
    must(bootstrap.ensurePolicy(*tenant, Policy{}, dinar));
    return *tenant;
}

Person RunningDaemon::addPerson(const QString &slug, TenantId tenant, Role role)
{
    Person person;
    person.email = toText(role) + QLatin1Char('@') + slug + QStringLiteral(".example");
    person.tenant = slug;
    person.role = role;
    const auto hash = m_passwords.hash(QString::fromLatin1(kPassword));
    must(BootstrapService(*m_context).ensureUser(tenant, {person.email, slug + QLatin1Char(' ') + toText(role), role, *hash, false}));
    signIn(person);
    return person;
}

UserId RunningDaemon::addBystander(const QString &slug, TenantId tenant)
{
    const QString email = QStringLiteral("bystander@%1.example").arg(slug);
    must(BootstrapService(*m_context).ensureUser(tenant, {email, slug + QStringLiteral(" bystander"), Role::Readonly, QStringLiteral("x"), false}));
    return *UserId::parse(m_sql->value(QStringLiteral("SELECT id FROM users WHERE email = '%1'").arg(email)).toString());
}

Reply RunningDaemon::ask(const HttpRequest &request)
{
    const Answer answer = m_daemon->requests().answer(request);
    return {answer.response.status, answer.response.body};
}

Reply RunningDaemon::ask(const char *method, const QByteArray &path, const QJsonObject &body, const Person *who)
{
    return ask(request(method, path, body, who));
}

void RunningDaemon::signIn(Person &person)
{
    take(person, ask("POST", "/api/v1/auth/login",
                     {{QStringLiteral("email"), person.email}, {QStringLiteral("password"), QString::fromLatin1(kPassword)}, {QStringLiteral("tenant"), person.tenant}}));
}

void RunningDaemon::revive(Person &person)
{
    m_sql->run(QStringLiteral("UPDATE users SET failed_logins = 0, locked_until = NULL WHERE id = '%1'").arg(person.id.toString()));
    // Not by asking with the access token: that a session has ended reaches the guard a moment later.
    const Reply renewed = askToRefresh(person);
    if (renewed.status == 200)
        take(person, renewed);
    else
        signIn(person);
}

Reply RunningDaemon::askToRefresh(const Person &person)
{
    return ask("POST", "/api/v1/auth/refresh", {{QStringLiteral("refresh_token"), QString::fromLatin1(person.refreshToken)}});
}

void RunningDaemon::refresh(Person &person)
{
    take(person, askToRefresh(person));
}

void RunningDaemon::take(Person &person, const Reply &reply)
{
    if (reply.status != 200)
        qFatal("%s cannot sign in: %d %s", qPrintable(person.email), reply.status, reply.body.constData());
    const QJsonObject json = reply.json();
    person.accessToken = json.value(QLatin1String("access_token")).toString().toLatin1();
    person.refreshToken = json.value(QLatin1String("refresh_token")).toString().toLatin1();
    person.id = *UserId::parse(json.value(QLatin1String("user")).toObject().value(QLatin1String("id")).toString());
}

QJsonObject applicationOf(const QString &slug)
{
    api::ApplicationCreate create;
    create.applicantData.personal = {slug, QStringLiteral("Person"), QDate(1985, 3, 15), QStringLiteral("1503985710001"), {}, {}};
    create.applicantData.employment.status = EmploymentStatus::Employed;
    create.financialData.expenses.monthlyObligations = Amount::whole(40'000);
    create.loanRequest = {Amount::whole(600'000), *Currency::fromCode(u"RSD"), 24, LoanPurpose::Car, {}, {}};
    return Codec<api::ApplicationCreate>::write(create).toObject();
}

HttpRequest request(const char *method, const QByteArray &path, const QJsonObject &body, const Person *who)
{
    HttpRequest request;
    request.method = method;
    const qsizetype mark = path.indexOf('?');
    request.path = mark < 0 ? path : path.first(mark);
    request.query = mark < 0 ? QByteArray() : path.sliced(mark + 1);
    request.remote = QHostAddress(QHostAddress::LocalHost);
    request.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (who)
        request.headers.add("Authorization", "Bearer " + who->accessToken);
    request.headers.add("If-Match", "\"1\"");
    if (request.method != "GET") {
        request.headers.add("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

} // namespace countersign::flow
