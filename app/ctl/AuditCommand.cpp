#include "app/ctl/AuditCommand.h"

#include "app/SystemClock.h"
#include "server/audit/ExportLines.h"
#include "server/db/PrivateCluster.h"
#include "server/ops/Settings.h"
#include "server/service/AuditSealer.h"
#include "server/service/AuditService.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QSaveFile>

#include <cstdio>
#include <memory>

namespace countersign {

namespace {

constexpr qint64 kAll = std::numeric_limits<qint64>::max();
constexpr qint64 kProgressEvery = 100'000;

struct Arguments {
    QString verb;
    QString privateDir;
    QString config;
    QString tenant;
    QString out;
    QString exported;
    QString publicKey;
};

Error usage(const QString &fault)
{
    return {ErrorCode::Invalid, QStringLiteral("usage"),
            fault.trimmed() + QStringLiteral("\n\ncountersignctl audit verify (--private DIR | --config FILE) [--tenant SLUG]"
                                             "\ncountersignctl audit verify --export FILE --public-key FILE"
                                             "\ncountersignctl audit export (--private DIR | --config FILE) --tenant SLUG --out FILE"), {}};
}

Result<Arguments> readArguments(const QStringList &given)
{
    QCommandLineParser parser;
    for (const char *name : {"private", "config", "tenant", "out", "export", "public-key"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("value")});
    if (!parser.parse(QStringList{QStringLiteral("audit")} + given))
        return usage(parser.errorText());
    Arguments arguments{parser.positionalArguments().value(0), parser.value(QStringLiteral("private")),
                        parser.value(QStringLiteral("config")), parser.value(QStringLiteral("tenant")),
                        parser.value(QStringLiteral("out")), parser.value(QStringLiteral("export")),
                        parser.value(QStringLiteral("public-key"))};
    const bool hasDatabase = arguments.privateDir.isEmpty() != arguments.config.isEmpty();
    const bool isOffline = !arguments.exported.isEmpty() && !arguments.publicKey.isEmpty();
    const bool isVerify = arguments.verb == QLatin1String("verify") && arguments.out.isEmpty() && hasDatabase != isOffline;
    const bool isExport = arguments.verb == QLatin1String("export") && hasDatabase && !arguments.tenant.isEmpty() && !arguments.out.isEmpty();
    if (parser.positionalArguments().size() != 1 || (!isVerify && !isExport))
        return usage(QStringLiteral("say what to verify, or what to export and where to"));
    return arguments;
}

Result<QByteArray> readPublicKey(const QString &path)
{
    QFile file(path);
    const QByteArray key = file.open(QIODevice::ReadOnly) ? QByteArray::fromHex(file.readAll().trimmed()) : QByteArray();
    if (key.size() == 32)
        return key;
    return Error{ErrorCode::Invalid, QStringLiteral("bad_public_key"), QStringLiteral("%1 holds no public key of checkpoints").arg(path), {}};
}

/// The database that the arguments name, and the services over it.
class Installation {
public:
    static Result<std::unique_ptr<Installation>> open(const Arguments &arguments)
    {
        Settings::Sources sources{arguments.config, QProcessEnvironment::systemEnvironment().toStringList(), {}};
        if (!arguments.privateDir.isEmpty())
            sources.flags.append(QStringLiteral("database.private_dir=") + arguments.privateDir);
        const auto settings = Settings::load(sources);
        if (!settings)
            return settings.error();
        std::unique_ptr<Installation> opened(new Installation);
        if (auto connected = opened->connect(*settings); !connected)
            return connected.error();
        return opened;
    }
    ~Installation()
    {
        m_service.reset();
        m_context.reset();
        m_database.reset();
        if (m_cluster && !m_cluster->wasAdopted())
            (void)m_cluster->stop();
    }
    Q_DISABLE_COPY_MOVE(Installation)

    const ServiceContext &context() const { return *m_context; }
    const AuditService &service() const { return *m_service; }
    const AuditProof &proof() const { return m_proof; }

    /// One, or all when `slug` is empty.
    Result<QList<TenantId>> tenants(const QString &slug) const
    {
        if (slug.isEmpty())
            return AuditSealer(*m_context).tenants();
        Query find = Query::alone(*m_database, "tenant/find_by_slug");
        if (auto done = find.bind("slug", slug).exec(); !done)
            return done.error();
        if (!find.next())
            return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("there is no tenant %1").arg(slug), {}};
        return QList<TenantId>{find.get<TenantId>("id")};
    }

private:
    Installation() = default;

    Result<void> connect(const Settings &settings)
    {
        const QString privateDir = settings.text("database.private_dir");
        DatabaseSettings database;
        if (!privateDir.isEmpty()) {
            m_cluster.emplace(privateDir);
            if (auto started = m_cluster->start(); !started)
                return started;
            database = m_cluster->daemonSettings();
        } else {
            database.host = settings.text("database.host");
            database.port = int(settings.integer("database.port"));
            database.database = settings.text("database.name");
            database.user = settings.text("database.user");
            database.password = settings.text("database.password");
            database.sslMode = settings.text("database.ssl_mode");
        }
        const QString folder = settings.text("audit.checkpoint_dir");
        const QString keyFile = settings.text("auth.key_file");
        const QString beside = keyFile.isEmpty() ? privateDir : QFileInfo(keyFile).path();
        m_proof.checkpointFolder = folder.isEmpty() ? beside + QStringLiteral("/audit") : folder;
        const auto key = readPublicKey(CheckpointLog::publicKeyPath(m_proof.checkpointFolder));
        if (!key)
            return key.error();
        m_proof.publicKey = *key;
        m_database = std::make_unique<Database>(database);
        m_context = std::make_unique<ServiceContext>(ServiceContext{*m_database, m_clock, m_metrics, m_keys});
        m_service = std::make_unique<AuditService>(*m_context, m_proof);
        return {};
    }

    const SystemClock m_clock;
    Metrics m_metrics;
    const KeyRing m_keys = KeyRing::withoutKeys();
    std::optional<PrivateCluster> m_cluster;
    AuditProof m_proof;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ServiceContext> m_context;
    std::unique_ptr<AuditService> m_service;
};

std::function<void(qint64)> progress()
{
    const auto shown = std::make_shared<qint64>(0);
    return [shown](qint64 sequence) {
        if (sequence < *shown + kProgressEvery)
            return;
        *shown = sequence;
        std::fprintf(stderr, "  %lld\n", static_cast<long long>(sequence));
    };
}

/// 0 when the chain is right.
int print(TenantId tenant, const ChainReport &report, qint64 milliseconds)
{
    std::printf("tenant %s: %lld entries verified in %.1f s", qPrintable(tenant.toString()), static_cast<long long>(report.verified),
                double(milliseconds) / 1000.0);
    if (report.checkpoint)
        std::printf(", last checkpoint at %lld of %s", static_cast<long long>(report.checkpoint->sequence), qPrintable(toIso(report.checkpoint->time)));
    if (!report.fault) {
        std::printf(": right\n");
        return 0;
    }
    std::printf(": WRONG\n  %s at sequence %lld, entry %s\n", toCString(report.fault->kind), static_cast<long long>(report.fault->sequence),
                report.fault->entryId ? qPrintable(report.fault->entryId->toString(QUuid::WithoutBraces)) : "unknown");
    return 1;
}

Result<int> verifyExport(const Arguments &arguments)
{
    const auto key = readPublicKey(arguments.publicKey);
    if (!key)
        return key.error();
    auto source = exportSource(arguments.exported, *key);
    if (!source)
        return source.error();
    source->progress = progress();
    QElapsedTimer timer;
    timer.start();
    const auto report = ChainVerifier(*source).verify(0, kAll);
    if (!report)
        return report.error();
    return print(source->tenant, *report, timer.elapsed());
}

Result<int> verifyDatabase(const Arguments &arguments)
{
    const auto installation = Installation::open(arguments);
    if (!installation)
        return installation.error();
    const auto tenants = (*installation)->tenants(arguments.tenant);
    if (!tenants)
        return tenants.error();
    int status = 0;
    for (const TenantId tenant : *tenants) {
        const AuditService &service = (*installation)->service();
        ChainVerifier::Source source = service.source(tenant);
        source.progress = progress();
        QElapsedTimer timer;
        timer.start();
        const auto report = service.verifyChain(source, 0, kAll);
        if (!report)
            return report.error();
        status |= print(tenant, *report, timer.elapsed());
    }
    return status;
}

Result<int> exportTenant(const Arguments &arguments)
{
    const auto installation = Installation::open(arguments);
    if (!installation)
        return installation.error();
    const auto tenants = (*installation)->tenants(arguments.tenant);
    if (!tenants)
        return tenants.error();
    const TenantId tenant = tenants->first();
    QSaveFile file(arguments.out);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"), QStringLiteral("cannot write %1: %2").arg(arguments.out, file.errorString()), {}};
    ChainVerifier::Source source = (*installation)->service().source(tenant);
    source.progress = progress();
    const auto entries = writeExport(file, source);
    if (!entries)
        return entries.error();
    const auto recorded = UnitOfWork::run<bool>((*installation)->context(), Actor::system(tenant), [&](UnitOfWork &unit) -> Result<bool> {
        unit.audit({"tenant", tenant.uuid(), "audit_exported", {}, {{QStringLiteral("entries"), *entries}}});
        return true;
    });
    if (!recorded)
        return recorded.error();
    if (!file.commit())
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"), QStringLiteral("cannot write %1: %2").arg(arguments.out, file.errorString()), {}};
    std::printf("%lld entries in %s; the public key is %s\n", static_cast<long long>(*entries), qPrintable(arguments.out),
                qPrintable(CheckpointLog::publicKeyPath((*installation)->proof().checkpointFolder)));
    return 0;
}

} // namespace

Result<int> runAudit(const QStringList &given)
{
    const auto arguments = readArguments(given);
    if (!arguments)
        return arguments.error();
    if (arguments->verb == QLatin1String("export"))
        return exportTenant(*arguments);
    return arguments->exported.isEmpty() ? verifyDatabase(*arguments) : verifyExport(*arguments);
}

} // namespace countersign
