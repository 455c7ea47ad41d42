#include "app/ctl/PrivacyCommand.h"

#include "app/SystemClock.h"
#include "app/daemon/DaemonSettings.h"
#include "server/db/PrivateCluster.h"
#include "server/privacy/KeyFile.h"
#include "server/service/KeyCheck.h"
#include "server/service/PrivacyUpkeep.h"

#include <QCommandLineParser>
#include <QFile>
#include <QProcess>

#include <array>
#include <cstdio>

namespace countersign {

namespace {

constexpr int kBatch = 500;

struct Arguments {
    QString verb;
    QString path; ///< of new-file and add-key
    bool execute = false;
    std::optional<DaemonSettings> settings; ///< of the others
};

/// What the commands work on.
struct Desk {
    const PrivacyUpkeep &upkeep;
    const KeyRing &keys;
    const Arguments &arguments;
};

Error usage(const QString &fault)
{
    return {ErrorCode::Invalid,
            QStringLiteral("usage"),
            fault
                + QStringLiteral(
                    "\n\n"
                    "  privacy new-file FILE            Make the key file of a new database.\n"
                    "  privacy add-key FILE             Put a new master key before the others in the file.\n"
                    "  privacy status                   Which keys the database needs, and for how many persons.\n"
                    "  privacy rotate                   Wrap all keys of persons with the first master key.\n"
                    "  privacy purge                    Say what retention asks to erase today (--dry-run says so).\n"
                    "  privacy purge --execute          Erase it.\n\n"
                    "The last four take --private DIR or --config FILE, as the daemon does."),
            {}};
}

Result<int> newFile(const Arguments &arguments)
{
    if (QFile::exists(arguments.path))
        return Error{ErrorCode::Conflict,
                     QStringLiteral("exists"),
                     QStringLiteral("%1 is there already; it is not touched").arg(arguments.path),
                     {}};
    const auto ring = readKeyFile(arguments.path, true);
    if (!ring)
        return ring.error();
    std::printf("%s holds master key 1. Keep a copy apart from the database's backups.\n", qPrintable(arguments.path));
    return 0;
}

Result<int> addKey(const Arguments &arguments)
{
    const auto number = addKeyToFile(arguments.path);
    if (!number)
        return number.error();
    std::printf(
        "Master key %u comes first now. Start all daemons with this file, then run: countersignctl privacy rotate\n",
        *number);
    return 0;
}

Result<int> status(const Desk &desk)
{
    const auto tenants = desk.upkeep.tenants();
    if (!tenants)
        return tenants.error();
    std::printf("The key file wraps with master key %u.\n", desk.keys.currentNumber());
    for (const auto &tenant : tenants->all) {
        const auto counts = desk.upkeep.personsByKey(tenant);
        if (!counts)
            return counts.error();
        for (auto row = counts->begin(); row != counts->end(); ++row) {
            const QString what =
                row.key() == 0 ? QStringLiteral("erased") : QStringLiteral("master key %1").arg(row.key());
            std::printf("%-24s %-16s %lld persons\n", qPrintable(tenant.slug), qPrintable(what),
                        (long long)row.value());
        }
    }
    return 0;
}

/// Of all tenants: how many keys of persons.
Result<qint64> rewrapAll(const Desk &desk)
{
    const auto tenants = desk.upkeep.tenants();
    if (!tenants)
        return tenants.error();
    qint64 total = 0;
    for (const auto &tenant : tenants->all) {
        int wrapped = 0;
        do {
            const auto batch = desk.upkeep.rewrapBatch(tenant, kBatch);
            if (!batch)
                return batch.error();
            wrapped = *batch;
            total += wrapped;
        } while (wrapped > 0);
    }
    return total;
}

Result<int> rotate(const Desk &desk)
{
    const auto wrapped = rewrapAll(desk);
    if (!wrapped)
        return wrapped.error();
    if (auto retired = desk.upkeep.retireOldKeys(); !retired)
        return retired.error();
    const auto late = rewrapAll(desk); // what was under way while the old keys were retired
    if (!late)
        return late.error();
    std::printf("%lld keys of persons wrapped anew. Master key %u is the only one that the database still needs.\n",
                (long long)(*wrapped + *late), desk.keys.currentNumber());
    return 0;
}

Result<int> purge(const Desk &desk)
{
    const auto tenants = desk.upkeep.tenants();
    if (!tenants)
        return tenants.error();
    for (const auto &tenant : tenants->all) {
        const auto due = desk.upkeep.due(tenant);
        if (!due)
            return due.error();
        for (auto row = due->persons.begin(); row != due->persons.end(); ++row)
            std::printf("%-24s persons known since %d, all ended more than %d years ago: %lld to erase\n",
                        qPrintable(tenant.slug), row.key(), tenant.decisionYears, (long long)row.value());
        std::printf("%-24s audit entries older than %d years: %lld, kept for the chain\n", qPrintable(tenant.slug),
                    tenant.auditYears, (long long)due->auditEntries);
        if (!desk.arguments.execute)
            continue;
        const auto erased = desk.upkeep.purge(tenant);
        if (!erased)
            return erased.error();
        std::printf("%-24s %lld persons erased\n", qPrintable(tenant.slug), (long long)*erased);
    }
    if (!desk.arguments.execute)
        std::printf("Nothing was changed. To erase them: countersignctl privacy purge --execute\n");
    return 0;
}

struct Verb {
    const char *name;
    Result<int> (*onFile)(const Arguments &); ///< or
    Result<int> (*onDatabase)(const Desk &);
};
constexpr std::array kVerbs{
    Verb{"new-file", newFile, nullptr}, Verb{"add-key", addKey, nullptr}, Verb{"status", nullptr, status},
    Verb{"rotate", nullptr, rotate},    Verb{"purge", nullptr, purge},
};

const Verb *findVerb(const QString &name)
{
    const auto found =
        std::find_if(kVerbs.begin(), kVerbs.end(), [&](const Verb &verb) { return name == QLatin1String(verb.name); });
    return found == kVerbs.end() ? nullptr : &*found;
}

Result<int> onDatabase(const Arguments &arguments, const DatabaseSettings &database, const Verb &verb)
{
    const DaemonSettings &settings = *arguments.settings;
    const auto keys = readKeyFile(settings.privacyKeyPath(), false);
    if (!keys)
        return keys.error();
    Database connected(database);
    const SystemClock clock;
    Metrics metrics;
    if (auto checked = checkKeys(connected, *keys, clock.now()); !checked)
        return checked.error();
    const ServiceContext context{connected, clock, metrics, *keys};
    const PrivacyUpkeep upkeep(context);
    return verb.onDatabase({upkeep, *keys, arguments});
}

Result<int> onPrivateCluster(const Arguments &arguments, const Verb &verb)
{
    PrivateCluster cluster(arguments.settings->privateDir);
    if (auto started = cluster.start(); !started)
        return started.error();
    const auto status = onDatabase(arguments, cluster.daemonSettings(), verb);
    if (!cluster.wasAdopted())
        if (auto stopped = cluster.stop(); !stopped)
            return stopped.error();
    return status;
}

Result<Arguments> readArguments(const QStringList &given)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("private"), QString(), QStringLiteral("DIR")},
                       {QStringLiteral("config"), QString(), QStringLiteral("FILE")},
                       QCommandLineOption(QStringLiteral("dry-run")),
                       QCommandLineOption(QStringLiteral("execute"))});
    if (!parser.parse(QStringList{QStringLiteral("privacy")} + given))
        return usage(parser.errorText());
    const QStringList words = parser.positionalArguments();
    Arguments arguments{words.value(0), words.value(1), parser.isSet(QStringLiteral("execute")), {}};
    const Verb *verb = findVerb(arguments.verb);
    if (!verb)
        return usage(QStringLiteral("privacy does not know '%1'").arg(arguments.verb));
    if (words.size() != (verb->onFile ? 2 : 1))
        return usage(QStringLiteral("say what to do"));
    if (arguments.execute && parser.isSet(QStringLiteral("dry-run")))
        return usage(QStringLiteral("purge takes either --dry-run or --execute"));
    if (verb->onFile)
        return arguments;
    QStringList flags;
    if (parser.isSet(QStringLiteral("private")))
        flags.append(QStringLiteral("database.private_dir=") + parser.value(QStringLiteral("private")));
    const auto settings =
        Settings::load({parser.value(QStringLiteral("config")), QProcess::systemEnvironment(), flags});
    if (!settings)
        return settings.error();
    auto daemon = DaemonSettings::from(*settings);
    if (!daemon)
        return daemon.error();
    arguments.settings = std::move(*daemon);
    return arguments;
}

} // namespace

Result<int> runPrivacy(const QStringList &given)
{
    const auto arguments = readArguments(given);
    if (!arguments)
        return arguments.error();
    const Verb &verb = *findVerb(arguments->verb);
    if (verb.onFile)
        return verb.onFile(*arguments);
    return arguments->settings->privateDir.isEmpty() ? onDatabase(*arguments, arguments->settings->database, verb)
                                                     : onPrivateCluster(*arguments, verb);
}

} // namespace countersign
