// countersignd: the daemon.
#include "app/Version.h"
#include "app/daemon/Daemon.h"
#include "app/daemon/StopSignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <cstdio>

using namespace countersign;

namespace {

struct ShortFlag {
    const char *name;
    const char *key;
    const char *value;
    const char *doc;
};
constexpr std::array kShortFlags{
    ShortFlag{"listen", "http.listen", "address:port", "Serve on this address."},
    ShortFlag{"private", "database.private_dir", "folder", "Serve from a PostgreSQL of one's own in this folder."},
    ShortFlag{"model", "scoring.model", "folder", "Score with this model bundle."},
};

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("config"), QStringLiteral("Read this TOML file."), QStringLiteral("file")});
    for (const ShortFlag &flag : kShortFlags)
        parser.addOption({QLatin1String(flag.name), QLatin1String(flag.doc), QLatin1String(flag.value)});
    parser.addOption({QStringLiteral("set"), QStringLiteral("Set one setting, as http.workers=8; may be repeated."), QStringLiteral("key=value")});
    parser.addOption({QStringLiteral("seed-demo"), QStringLiteral("Make the demo tenant and its users with the password in this file."), QStringLiteral("file")});
    parser.addOption({QStringLiteral("check-config"), QStringLiteral("Check the configuration and everything it names, then end.")});
    parser.addOption({QStringLiteral("print-config"), QStringLiteral("Print the settings and where they come from, then end.")});
    parser.addOption({QStringLiteral("sample-config"), QStringLiteral("Print a configuration file with every setting, then end.")});
}

QStringList flagsOf(const QCommandLineParser &parser)
{
    QStringList flags;
    for (const ShortFlag &flag : kShortFlags)
        if (parser.isSet(QLatin1String(flag.name)))
            flags.append(QLatin1String(flag.key) + QLatin1Char('=') + parser.value(QLatin1String(flag.name)));
    return flags + parser.values(QStringLiteral("set"));
}

int fail(const Error &error)
{
    std::fprintf(stderr, "countersignd: %s\n", qPrintable(error.detail));
    for (const FieldError &fault : error.fields)
        std::fprintf(stderr, "  %s: %s\n", qPrintable(fault.path), qPrintable(fault.message));
    return 1;
}

void setUpLog(const DaemonSettings &settings)
{
    spdlog::set_default_logger(spdlog::stderr_logger_mt("countersignd"));
    spdlog::set_level(spdlog::level::from_str(settings.logLevel.toStdString()));
    spdlog::set_pattern(settings.http.logForm == LogForm::Json ? "%v" : "%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
    spdlog::flush_on(spdlog::level::warn);
    spdlog::flush_every(std::chrono::seconds(1));
}

int checkConfig(Daemon &daemon)
{
    const QStringList faults = daemon.check();
    for (const QString &fault : faults)
        std::fprintf(stderr, "countersignd: %s\n", qPrintable(fault));
    if (faults.isEmpty())
        std::printf("The configuration is good.\n");
    return faults.isEmpty() ? 0 : 1;
}

Result<QString> readPassword(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Invalid, QStringLiteral("unreadable"), QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()), {}};
    return QString::fromUtf8(file.readAll()).trimmed();
}

/// Tells systemd twice in every watchdog interval that the event loop still turns.
void startWatchdog(QTimer &timer)
{
    uint64_t interval = 0;
    if (sd_watchdog_enabled(0, &interval) <= 0)
        return;
    QObject::connect(&timer, &QTimer::timeout, &timer, [] { sd_notify(0, "WATCHDOG=1"); });
    timer.start(int(interval / 2000));
}

int serve(QCoreApplication &app, Daemon &daemon, const std::optional<QString> &demoPassword)
{
    StopSignals signalsOfTheProcess;
    QObject::connect(&signalsOfTheProcess, &StopSignals::stopRequested, &daemon, [&daemon] {
        sd_notify(0, "STOPPING=1");
        daemon.stop();
    });
    QObject::connect(&signalsOfTheProcess, &StopSignals::reloadRequested, &daemon, &Daemon::reload);
    QObject::connect(&daemon, &Daemon::stopped, &app, &QCoreApplication::quit);
    if (auto started = daemon.start(); !started)
        return fail(started.error());
    if (demoPassword)
        if (auto seeded = daemon.seed(*demoPassword); !seeded)
            return fail(seeded.error());
    spdlog::info("ready port={}", daemon.port());
    sd_notify(0, "READY=1");
    QTimer watchdog;
    startWatchdog(watchdog);
    return app.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("countersignd"));
    QCoreApplication::setApplicationVersion(QLatin1String(kVersion));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Credit approval with people in the loop: API, scoring, queue and decisions."));
    addOptions(parser);
    parser.process(app);
    if (parser.isSet(QStringLiteral("sample-config"))) {
        std::printf("%s", qPrintable(Settings::sample()));
        return 0;
    }
    const auto settings = Settings::load({parser.value(QStringLiteral("config")), QProcess::systemEnvironment(), flagsOf(parser)});
    if (!settings)
        return fail(settings.error());
    if (parser.isSet(QStringLiteral("print-config"))) {
        std::printf("%s", qPrintable(settings->print()));
        return 0;
    }
    const auto daemonSettings = DaemonSettings::from(*settings);
    if (!daemonSettings)
        return fail(daemonSettings.error());
    setUpLog(*daemonSettings);
    Daemon daemon(*daemonSettings);
    if (parser.isSet(QStringLiteral("check-config")))
        return checkConfig(daemon);
    std::optional<QString> demoPassword;
    if (parser.isSet(QStringLiteral("seed-demo"))) {
        const auto password = readPassword(parser.value(QStringLiteral("seed-demo")));
        if (!password)
            return fail(password.error());
        demoPassword = *password;
    }
    return serve(app, daemon, demoPassword);
}
