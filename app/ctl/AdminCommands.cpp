#include "app/ctl/AdminCommands.h"

#include "app/SystemClock.h"
#include "core/access/UserRules.h"
#include "core/json/Json.h"
#include "server/db/Migrator.h"
#include "server/db/PrivateCluster.h"
#include "server/service/BootstrapService.h"
#include "server/service/JobService.h"
#include "server/service/TenantService.h"
#include "server/service/UserService.h"

#include <QJsonDocument>

#include <array>
#include <cstdio>
#include <span>

namespace countersign {

namespace {

/// The services, on the daemon's connection of a private cluster.
class Installation {
public:
    explicit Installation(const DatabaseSettings &settings) : m_database(settings) {}

    Result<void> check() { return Migrator::checkCurrent(m_database); }
    BootstrapService bootstrap() const { return BootstrapService(m_context); }
    const TenantService &tenants() const { return m_tenants; }
    const UserService &users() const { return m_users; }
    JobService jobs() const { return JobService(m_context); }

    /// Whoever has the database has every right.
    static Actor operatorIn(TenantId tenant)
    {
        Actor actor = Actor::system(tenant);
        actor.permissions = permissionsOf(Role::Admin) | permissionsOf(Role::PlatformAdmin);
        return actor;
    }

private:
    Database m_database;
    const SystemClock m_clock;
    Metrics m_metrics;
    const KeyRing m_keys = KeyRing::withoutKeys();
    ServiceContext m_context{m_database, m_clock, m_metrics, m_keys};
    Passwords m_passwords;
    const TenantService m_tenants{{m_context, m_passwords, m_clock}};
    const UserService m_users{{m_context, m_passwords, m_clock}};
};

struct Verb {
    const char *name;
    const char *synopsis;
    int arguments; ///< after the folder
    Result<int> (*run)(const Installation &installation, const QStringList &arguments);
};

int printPassword(const api::IssuedPassword &issued)
{
    std::printf("%s %s\nThe password is shown this once and must be changed at the first sign-in.\n", qPrintable(issued.email),
                qPrintable(issued.oneTimePassword));
    return 0;
}

Result<int> printed(const Result<api::IssuedPassword> &issued)
{
    return issued ? Result<int>(printPassword(*issued)) : Result<int>(issued.error());
}

Result<TenantId> ensurePlatform(const Installation &installation)
{
    return installation.bootstrap().ensureTenant({QLatin1String(kPlatformSlug), QStringLiteral("Platform"), *Currency::fromCode(u"EUR"),
                                                  QStringLiteral("en"), QStringLiteral("UTC")});
}

Result<int> listTenants(const Installation &installation, const QStringList &)
{
    api::TenantQuery query;
    query.pageSize = kMaxPageSize;
    do {
        const auto page = installation.tenants().list(Installation::operatorIn({}), query);
        if (!page)
            return page.error();
        for (const api::TenantInfo &tenant : page->items)
            std::printf("%-24s %s %-8s %s\n", qPrintable(tenant.slug), qPrintable(tenant.currency.code()),
                        tenant.isActive ? "active" : "off", qPrintable(tenant.name));
        query.cursor = page->nextCursor;
    } while (query.cursor);
    return 0;
}

Result<int> createTenant(const Installation &installation, const QStringList &arguments)
{
    const auto platform = ensurePlatform(installation);
    if (!platform)
        return platform.error();
    const QJsonObject administrator{{QStringLiteral("email"), arguments[3]}, {QStringLiteral("name"), arguments[4]}};
    const auto request = readValue<api::TenantCreate>(QJsonObject{{QStringLiteral("slug"), arguments[0]},
                                                                  {QStringLiteral("name"), arguments[1]},
                                                                  {QStringLiteral("currency"), arguments[2]},
                                                                  {QStringLiteral("administrator"), administrator}});
    if (!request)
        return request.error();
    const auto made = installation.tenants().create(Installation::operatorIn(*platform), *request);
    return made ? Result<int>(printPassword(made->administrator)) : Result<int>(made.error());
}

Result<int> createUser(const Installation &installation, TenantId tenant, const QStringList &emailNameRole)
{
    const auto request = readValue<api::UserCreate>(QJsonObject{{QStringLiteral("email"), emailNameRole[0]},
                                                                {QStringLiteral("name"), emailNameRole[1]},
                                                                {QStringLiteral("role"), emailNameRole[2]}});
    if (!request)
        return request.error();
    return printed(installation.users().create(Installation::operatorIn(tenant), *request));
}

Result<int> bootstrapPlatform(const Installation &installation, const QStringList &arguments)
{
    const auto platform = ensurePlatform(installation);
    if (!platform)
        return platform.error();
    return createUser(installation, *platform, {arguments[0], arguments[1], toText(Role::PlatformAdmin)});
}

Result<int> createUserIn(const Installation &installation, const QStringList &arguments)
{
    const auto tenant = installation.tenants().idOf(arguments[0]);
    return tenant ? createUser(installation, *tenant, arguments.mid(1)) : Result<int>(tenant.error());
}

Result<int> listUsers(const Installation &installation, const QStringList &arguments)
{
    const auto tenant = installation.tenants().idOf(arguments[0]);
    if (!tenant)
        return tenant.error();
    api::UserQuery query;
    query.pageSize = kMaxPageSize;
    do {
        const auto page = installation.users().list(Installation::operatorIn(*tenant), query);
        if (!page)
            return page.error();
        for (const api::UserAccount &user : page->items)
            std::printf("%-40s %-16s %-8s %s\n", qPrintable(user.email), toCString(user.role), user.isActive ? "active" : "off",
                        qPrintable(user.name));
        query.cursor = page->nextCursor;
    } while (query.cursor);
    return 0;
}

struct Found {
    Actor actor;
    UserId user;
};

Result<Found> findUser(const Installation &installation, const QString &slug, const QString &email)
{
    const auto tenant = installation.tenants().idOf(slug);
    if (!tenant)
        return tenant.error();
    const Actor actor = Installation::operatorIn(*tenant);
    api::UserQuery query;
    query.search = email.toLower();
    query.pageSize = kMaxPageSize;
    const auto page = installation.users().list(actor, query);
    if (!page)
        return page.error();
    for (const api::UserAccount &user : page->items)
        if (user.email == *query.search)
            return Found{actor, user.id};
    return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("%1 has no user %2").arg(slug, email), {}};
}

Result<int> resetPassword(const Installation &installation, const QStringList &arguments)
{
    const auto found = findUser(installation, arguments[0], arguments[1]);
    return found ? printed(installation.users().resetPassword(found->actor, found->user, {})) : Result<int>(found.error());
}

Result<int> unlock(const Installation &installation, const QStringList &arguments)
{
    const auto found = findUser(installation, arguments[0], arguments[1]);
    if (!found)
        return found.error();
    const auto unlocked = installation.users().unlock(found->actor, found->user, {});
    return unlocked ? Result<int>(0) : Result<int>(unlocked.error());
}

Result<int> listJobs(const Installation &installation, const QStringList &arguments)
{
    const auto state = fromText<api::ShownJobs>(arguments[0]);
    if (!state)
        return Error{ErrorCode::Invalid, QStringLiteral("usage"), QStringLiteral("jobs are shown that are dead or running"), {}};
    api::JobQuery query;
    query.state = *state;
    query.pageSize = kMaxPageSize;
    do {
        const auto page = installation.jobs().list(Installation::operatorIn({}), query);
        if (!page)
            return page.error();
        for (const api::JobInfo &job : page->items)
            std::printf("%s %-14s %-24s %d/%d %s %s\n", qPrintable(job.id.toString()), toCString(job.queue), qPrintable(job.kind), job.attempts,
                        job.maxAttempts, qPrintable(toIso(job.createdAt)), qPrintable(job.lastError.value_or(QString())));
        query.cursor = page->nextCursor;
    } while (query.cursor);
    return 0;
}

Result<JobId> jobIdOf(const QString &text)
{
    const auto id = JobId::parse(text);
    return id ? Result<JobId>(*id) : Error{ErrorCode::Invalid, QStringLiteral("usage"), QStringLiteral("%1 is no id of a job").arg(text), {}};
}

Result<int> printed(const Result<api::JobInfo> &job)
{
    if (!job)
        return job.error();
    std::printf("%s", QJsonDocument(Codec<api::JobInfo>::write(*job).toObject()).toJson().constData());
    return 0;
}

Result<int> showJob(const Installation &installation, const QStringList &arguments)
{
    const auto id = jobIdOf(arguments[0]);
    return id ? printed(installation.jobs().get(Installation::operatorIn({}), *id)) : Result<int>(id.error());
}

Result<int> redriveJob(const Installation &installation, const QStringList &arguments)
{
    const auto id = jobIdOf(arguments[0]);
    if (!id)
        return id.error();
    const auto platform = ensurePlatform(installation); // keeps the record of it
    return platform ? printed(installation.jobs().redrive(Installation::operatorIn(*platform), *id)) : Result<int>(platform.error());
}

template <Result<void> (JobService::*change)(JobQueue) const>
Result<int> changeQueue(const Installation &installation, const QStringList &arguments)
{
    const auto queue = fromText<JobQueue>(arguments[0]);
    if (!queue)
        return Error{ErrorCode::Invalid, QStringLiteral("usage"), QStringLiteral("the queues are default, scoring and notifications"), {}};
    const auto done = (installation.jobs().*change)(*queue);
    return done ? Result<int>(0) : Result<int>(done.error());
}

constexpr std::array kJobVerbs{
    Verb{"list", "jobs list DIR dead|running", 1, listJobs},
    Verb{"show", "jobs show DIR ID", 1, showJob},
    Verb{"redrive", "jobs redrive DIR ID", 1, redriveJob},
    Verb{"pause", "jobs pause DIR QUEUE", 1, changeQueue<&JobService::pause>},
    Verb{"resume", "jobs resume DIR QUEUE", 1, changeQueue<&JobService::resume>},
};

constexpr std::array kTenantVerbs{
    Verb{"list", "tenants list DIR", 0, listTenants},
    Verb{"create", "tenants create DIR SLUG NAME CURRENCY ADMIN_EMAIL ADMIN_NAME", 5, createTenant},
    Verb{"bootstrap-platform", "tenants bootstrap-platform DIR EMAIL NAME", 2, bootstrapPlatform},
};

constexpr std::array kUserVerbs{
    Verb{"list", "users list DIR TENANT", 1, listUsers},
    Verb{"create", "users create DIR TENANT EMAIL NAME ROLE", 4, createUserIn},
    Verb{"reset-password", "users reset-password DIR TENANT EMAIL", 2, resetPassword},
    Verb{"unlock", "users unlock DIR TENANT EMAIL", 2, unlock},
};

Result<int> runOn(const QString &folder, const Verb &verb, const QStringList &arguments)
{
    PrivateCluster cluster(folder);
    if (auto started = cluster.start(); !started)
        return started.error();
    const bool wasRunning = cluster.wasAdopted();
    const Result<int> result = [&]() -> Result<int> {
        Installation installation(cluster.daemonSettings());
        if (auto current = installation.check(); !current)
            return current.error();
        return verb.run(installation, arguments);
    }();
    if (!wasRunning)
        if (auto stopped = cluster.stop(); !stopped)
            return stopped.error();
    return result;
}

Result<int> runVerb(std::span<const Verb> verbs, const QStringList &arguments)
{
    QStringList synopses;
    for (const Verb &verb : verbs) {
        if (arguments.value(0) == QLatin1String(verb.name) && arguments.size() == verb.arguments + 2)
            return runOn(arguments[1], verb, arguments.mid(2));
        synopses.append(QLatin1String(verb.synopsis));
    }
    return Error{ErrorCode::Invalid, QStringLiteral("usage"), QStringLiteral("say: ") + synopses.join(QStringLiteral("\n  or ")), {}};
}

} // namespace

Result<int> runTenants(const QStringList &arguments)
{
    return runVerb(kTenantVerbs, arguments);
}

Result<int> runJobs(const QStringList &arguments)
{
    return runVerb(kJobVerbs, arguments);
}

Result<int> runUsers(const QStringList &arguments)
{
    return runVerb(kUserVerbs, arguments);
}

} // namespace countersign
