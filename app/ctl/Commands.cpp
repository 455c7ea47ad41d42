#include "app/ctl/Commands.h"

#include "app/SystemClock.h"
#include "app/Version.h"
#include "app/ctl/AdminCommands.h"
#include "app/ctl/AuditCommand.h"
#include "app/ctl/PrivacyCommand.h"
#include "app/ctl/TrainCommand.h"
#include "core/api/EndpointRows.h"
#include "core/api/OpenApi.h"
#include "server/db/Migrator.h"
#include "server/db/PrivateCluster.h"

#include <QDir>
#include <QJsonDocument>

#include <array>
#include <cstdio>

namespace countersign {

namespace {

Error usage(const QString &detail)
{
    return {ErrorCode::Invalid, QStringLiteral("usage"), detail, {}};
}

QString accessText(const Access &access)
{
    if (access.isPublic())
        return QStringLiteral("everyone");
    const PermissionSet permissions = access.permissions();
    return permissions.isEmpty() ? QStringLiteral("signed in") : permissions.toTexts().join(QStringLiteral(" or "));
}

Result<int> printRoutes(const QStringList &)
{
    for (const api::EndpointRow &row : api::endpointRows())
        std::printf("%-6s %-34s %-26s %s\n", toCString(row.method), (QByteArray(api::kPrefix) + row.path).constData(),
                    qPrintable(accessText(row.access)), row.summary);
    return 0;
}

Result<int> printOpenApi(const QStringList &)
{
    std::printf("%s", QJsonDocument(api::openApiDocument(QLatin1String(kVersion))).toJson().constData());
    return 0;
}

/// Runs `work` on the owner's connection of the private cluster in `folder`.
template <class Work>
Result<int> withPrivateOwner(const QString &folder, Work work)
{
    PrivateCluster cluster(folder);
    if (auto started = cluster.start(); !started)
        return started.error();
    const bool wasRunning = cluster.wasAdopted();
    Result<int> result = [&] {
        Database owner(cluster.ownerSettings());
        return work(owner);
    }();
    if (!wasRunning)
        if (auto stopped = cluster.stop(); !stopped)
            return stopped.error();
    return result;
}

Result<int> printStatus(Migrator &migrator)
{
    const auto states = migrator.status();
    if (!states)
        return states.error();
    for (const MigrationState &state : *states)
        std::printf("%-44s %s\n", qPrintable(state.name), state.appliedAt ? qPrintable(toIso(*state.appliedAt)) : "waits to be applied");
    return 0;
}

Result<int> migrate(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    const QString folder = arguments.value(1);
    const bool isDown = verb == QLatin1String("down");
    if (folder.isEmpty() || !QStringList{QStringLiteral("up"), QStringLiteral("down"), QStringLiteral("status")}.contains(verb)
        || isDown != (arguments.size() == 3))
        return usage(QStringLiteral("say: migrate up DIR, migrate status DIR, or migrate down DIR NUMBER"));
    return withPrivateOwner(folder, [&](Database &owner) -> Result<int> {
        const SystemClock clock;
        Migrator migrator(owner, clock);
        if (verb == QLatin1String("status"))
            return printStatus(migrator);
        const auto steps = isDown ? migrator.downTo(arguments[2].toInt()) : migrator.up();
        if (!steps)
            return steps.error();
        std::printf("%d steps %s\n", *steps, isDown ? "taken back" : "applied");
        return 0;
    });
}

Result<int> privateCluster(const QStringList &arguments)
{
    if (arguments.size() != 2 || (arguments[0] != QLatin1String("stop") && arguments[0] != QLatin1String("remove")))
        return usage(QStringLiteral("say: private stop DIR, or private remove DIR"));
    if (!QDir(arguments[1]).exists())
        return 0;
    PrivateCluster cluster(arguments[1]);
    if (auto stopped = cluster.stop(); !stopped)
        return stopped.error();
    if (arguments[0] == QLatin1String("remove") && !QDir(arguments[1]).removeRecursively())
        return Error{ErrorCode::Unavailable, QStringLiteral("not_removed"),
                     QStringLiteral("%1 cannot be removed: its files belong to another user").arg(arguments[1]), {}};
    return 0;
}

constexpr std::array kCommands{
    Command{"routes", "routes", "The endpoint table: method, path, who may call, what it does.", false, printRoutes},
    Command{"openapi", "openapi", "The OpenAPI 3.1 document of the API.", false, printOpenApi},
    Command{"train", "train --data FILE --out DIR", "Train a model bundle from the credit data set.", true, runTrain},
    Command{"migrate", "migrate up|status DIR | down DIR NUMBER", "The schema of the private cluster in DIR.", false, migrate},
    Command{"audit", "audit verify|export ...", "Prove that nothing in the audit log was changed, or take it out with its proof.", false, runAudit},
    Command{"tenants", "tenants VERB DIR ...", "Tenants of the private cluster in DIR; without a verb: which verbs there are.", false, runTenants},
    Command{"users", "users VERB DIR TENANT ...", "Users of a tenant; without a verb: which verbs there are.", false, runUsers},
    Command{"jobs", "jobs VERB DIR ...", "Background jobs: what died or runs, redrive, pause; without a verb: which verbs there are.", false, runJobs},
    Command{"privacy", "privacy new-file|add-key|status|rotate|purge", "The keys to personal data, and retention.", false, runPrivacy},
    Command{"private", "private stop|remove DIR", "Stop the private cluster in DIR, or remove it with its data.", false, privateCluster},
};

} // namespace

std::span<const Command> commands()
{
    return kCommands;
}

const Command *findCommand(const QString &name)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&name](const Command &command) { return name == QLatin1String(command.name); });
    return found == kCommands.end() ? nullptr : &*found;
}

} // namespace countersign
