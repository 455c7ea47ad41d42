#include "app/daemon/Daemon.h"

#include "app/Version.h"
#include "app/daemon/DemoSeed.h"
#include "app/daemon/TokenKeyFile.h"
#include "server/db/Migrator.h"
#include "server/db/ServerCheck.h"
#include "server/http/handlers/AdminHandlers.h"
#include "server/http/handlers/ApiKeyHandlers.h"
#include "server/http/handlers/AuditHandlers.h"
#include "server/http/handlers/AuthHandlers.h"
#include "server/http/handlers/CaseHandlers.h"
#include "server/http/handlers/DeadlineHandlers.h"
#include "server/http/handlers/DecisionHandlers.h"
#include "server/http/handlers/MetricsHandler.h"
#include "server/http/handlers/OutcomeHandlers.h"
#include "server/http/handlers/PolicyHandlers.h"
#include "server/http/handlers/SecondLookHandlers.h"
#include "server/ml/BundleScorer.h"
#include "server/privacy/KeyFile.h"
#include "server/service/BootstrapService.h"
#include "server/service/KeyCheck.h"
#include "server/service/OverrideEscalation.h"
#include "server/service/PriorityUpkeep.h"
#include "server/service/PrivacyUpkeep.h"
#include "server/service/Purge.h"

#include <QDir>
#include <QFileInfo>
#include <QSslConfiguration>

#include <spdlog/spdlog.h>

namespace countersign {

namespace {

/// A failure is said in the log, and the next run tries again.
std::function<void()> saying(const char *what, std::function<Result<void>()> work)
{
    return [what, work = std::move(work)] {
        if (auto done = work(); !done)
            spdlog::warn("{}: {}", what, done.error().detail.toStdString());
    };
}

template <class T>
Result<void> withoutValue(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

} // namespace

Daemon::Daemon(DaemonSettings settings)
    : m_settings(std::move(settings)), m_businessClock(m_clock, m_settings.clockLag, m_settings.clockCatchUp)
{
}

Daemon::~Daemon()
{
    m_http.reset();
    m_health.reset(); // its thread asks the database
    m_workers.reset();
    m_repeaters.clear();
    m_jobs.reset();
    if (m_notifying)
        m_notifying->stop(); // and only later goes away: what it does may wake it
    if (m_audit)
        m_audit->stop(); // and only later goes away: what it still writes tells it what to seal
    m_revocationFeed.reset();
    if (m_clusterUse && m_clusterUse->isLast()) {
        m_database.reset();
        if (auto stopped = m_cluster->stop(); !stopped)
            spdlog::warn("{}", stopped.error().detail.toStdString());
    }
}

QString Daemon::keyPath() const
{
    return m_settings.keyFile.isEmpty() ? m_settings.privateDir + QStringLiteral("/token.key") : m_settings.keyFile;
}

Result<void> Daemon::startCluster()
{
    m_cluster.emplace(m_settings.privateDir);
    if (auto good = m_cluster->check(); !good)
        return good;
    QDir().mkpath(m_settings.privateDir);
    m_clusterUse.emplace(m_settings.privateDir + QStringLiteral("/daemons.lock"));
    if (auto started = m_cluster->start(); !started)
        return started;
    Database owner(m_cluster->ownerSettings());
    return withoutValue(Migrator(owner, m_clock).up());
}

QString Daemon::codeKeyPath() const
{
    const bool isOwn = m_settings.codeKeyFile.isEmpty() && !m_settings.privateDir.isEmpty();
    return isOwn ? m_settings.privateDir + QStringLiteral("/code.key") : m_settings.codeKeyFile;
}

Result<std::optional<AnswerSeal>> Daemon::readCodeSeal() const
{
    if (codeKeyPath().isEmpty())
        return std::optional<AnswerSeal>();
    const auto keys = readTokenKeys(codeKeyPath(), m_settings.codeKeyFile.isEmpty());
    if (!keys)
        return keys.error();
    return std::optional(AnswerSeal(keys->first().secret, AnswerSeal::kOneTimeCodes));
}

QString Daemon::auditKeyPath() const
{
    return m_settings.auditKeyFile.isEmpty() ? QFileInfo(keyPath()).path() + QStringLiteral("/audit.key") : m_settings.auditKeyFile;
}

QString Daemon::checkpointFolder() const
{
    return m_settings.checkpointFolder.isEmpty() ? QFileInfo(keyPath()).path() + QStringLiteral("/audit") : m_settings.checkpointFolder;
}

Result<void> Daemon::openDatabase()
{
    if (!m_settings.privateDir.isEmpty())
        if (auto started = startCluster(); !started)
            return started;
    m_database = std::make_unique<Database>(m_cluster ? m_cluster->daemonSettings() : m_settings.database);
    if (auto current = Migrator::checkCurrent(*m_database); !current)
        return current;
    return checkServerLogging(*m_database);
}

Result<void> Daemon::openKeyRing()
{
    const auto needed = needsKeys(*m_database);
    if (!needed)
        return needed.error();
    auto ring = readKeyFile(m_settings.privacyKeyPath(), m_settings.privacyKeyFile.isEmpty() && !*needed);
    if (!ring)
        return ring.error();
    m_keyRing = std::move(*ring);
    return checkKeys(*m_database, *m_keyRing, m_clock.now());
}

Result<void> Daemon::loadModel()
{
    if (m_settings.modelFolder.isEmpty()) {
        spdlog::warn("no model is configured: every application goes to a person");
        return {};
    }
    auto bundle = ModelBundle::load(m_settings.modelFolder);
    if (!bundle)
        return bundle.error();
    m_bundle = std::move(*bundle);
    m_models.set(std::make_shared<BundleScorer>(*m_bundle));
    return {};
}

Result<void> Daemon::start()
{
    if (auto free = checkAddress(); !free)
        return free;
    for (const Result<void> &key : checkFiles())
        if (!key)
            return key;
    if (auto loaded = loadModel(); !loaded)
        return loaded;
    if (auto opened = openDatabase(); !opened)
        return opened;
    if (auto opened = openKeyRing(); !opened)
        return opened;
    m_context = std::make_unique<ServiceContext>(ServiceContext{*m_database, m_businessClock, m_metrics, *m_keyRing, [this](JobQueue queue) {
        if (queue == JobQueue::Default)
            return m_jobs->wake();
        if (queue == JobQueue::Notifications)
            return m_notifying->wake();
        m_businessClock.begin(); // a clock that was set back stands still until the first application is there
        m_workers->wake();
    }});
    m_context->sendsMail = m_settings.notify.mail.has_value();
    if (auto opened = openAudit(); !opened)
        return opened;
    openJobs();
    m_workers = std::make_unique<ScoringWorkers>(*m_context, m_models, m_metrics, m_settings.scoring);
    m_intake = std::make_unique<IntakeService>(*m_context);
    m_cases = std::make_unique<CaseService>(*m_context);
    m_queue = std::make_unique<QueueService>(*m_context);
    m_decisions = std::make_unique<DecisionService>(*m_context);
    m_decisionReader = std::make_unique<DecisionReader>(*m_context);
    m_overrides = std::make_unique<OverrideService>(*m_context);
    m_conditions = std::make_unique<ConditionService>(*m_context);
    m_outcomes = std::make_unique<OutcomeService>(*m_context);
    m_secondLooks = std::make_unique<SecondLookService>(*m_context);
    m_cancellation = std::make_unique<CancellationService>(*m_context);
    m_keyAdministration = std::make_unique<ApiKeyService>(*m_context);
    m_users = std::make_unique<UserService>(UserService::Parts{*m_context, m_passwords, m_clock});
    m_policies = std::make_unique<PolicyService>(*m_context);
    m_tenants = std::make_unique<TenantService>(TenantService::Parts{*m_context, m_passwords, m_clock});
    m_persons = std::make_unique<PersonService>(*m_context);
    if (auto opened = openSignIn(); !opened)
        return opened;
    if (auto opened = openEdge(); !opened)
        return opened;
    m_workers->start();
    m_jobs->start();
    m_notifying->start();
    startRepeaters();
    return {};
}

void Daemon::startRepeaters()
{
    using namespace std::chrono_literals;
    m_repeaters.emplace_back(400ms, saying("API keys were not read", [this] { return m_keys->refresh(); }));
    m_repeaters.emplace_back(1min, saying("uses of API keys were not recorded", [this] { return m_keys->recordUses(); }));
    m_repeaters.emplace_back(1s, saying("periodic jobs were not begun", [this] { return withoutValue(m_scheduler->tick()); }));
    if (m_settings.purgeInterval > 0h)
        m_repeaters.emplace_back(m_settings.purgeInterval, saying("persons whose retention has ended were not erased", [this] { return purgePersons(); }));
}

void Daemon::openJobs()
{
    m_sla = std::make_unique<SlaService>(*m_context);
    m_documents = std::make_unique<DocumentParts>(*m_context, m_settings.scanner);
    m_documents->bindJobs(m_jobTable);
    m_autoAssign = std::make_unique<AutoAssignService>(*m_context);
    m_jobTable.bind(kCheckSla, [this](const JobRun &) {
        Result<void> all = withoutValue(m_sla->sweep());
        for (const auto &sweep : {escalateOverdueOverrides, recalculatePriorities})
            if (auto done = withoutValue(sweep(*m_context)); !done)
                all = done;
        return all;
    });
    m_deadlines = std::make_unique<DeadlineService>(*m_context);
    m_jobTable.bind(kCheckDeadlines, [this](const JobRun &) { return withoutValue(m_deadlines->sweep()); });
    m_jobTable.bind(kAutoAssignCases, [this](const JobRun &) { return withoutValue(m_autoAssign->run()); });
    m_jobTable.bind(kPurgeAnswers, [this](const JobRun &) { return withoutValue(purgeStoredAnswers(*m_context)); });
    m_jobTable.bind(kPurgeSessions, [this](const JobRun &) { return withoutValue(purgeSessions(*m_signInContext)); });
    m_jobContext = std::make_unique<ServiceContext>(ServiceContext{*m_database, m_clock, m_metrics, *m_keyRing, m_context->wake, m_context->audited});
    m_jobContext->sendsMail = m_context->sendsMail;
    m_jobService = std::make_unique<JobService>(*m_jobContext);
    JobWorkerSettings settings = m_settings.jobs;
    settings.owner = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_jobs = std::make_unique<JobWorkers>(*m_jobContext, m_jobTable, settings);
    m_notifying = std::make_unique<Notifying>(m_settings.notify, Notifying::Parts{*m_context, *m_jobContext, m_jobTable, settings.owner});
    m_scheduler = std::make_unique<Scheduler>(*m_jobContext, periodicTasks(), SchedulerSettings{settings.owner});
}

Result<void> Daemon::purgePersons()
{
    const auto erased = PrivacyUpkeep(*m_context).purgeAllTenants();
    if (erased && *erased > 0)
        spdlog::info("retention has ended: {} persons erased", *erased);
    return withoutValue(erased);
}

Result<void> Daemon::openAudit()
{
    const auto keys = readTokenKeys(auditKeyPath(), m_settings.auditKeyFile.isEmpty());
    if (!keys)
        return keys.error();
    m_checkpoints = std::make_unique<CheckpointLog>(checkpointFolder(), CheckpointSigner(keys->first().secret));
    if (auto prepared = m_checkpoints->prepare(); !prepared)
        return prepared;
    m_auditService = std::make_unique<AuditService>(*m_context, AuditProof{checkpointFolder(), m_checkpoints->publicKey()});
    m_observer = std::make_unique<AuditObserver>(*m_context);
    m_audit = std::make_unique<AuditWorker>(AuditWorker::Parts{*m_context, *m_observer, *m_checkpoints, m_clock});
    m_context->audited = [this](TenantId tenant) { m_audit->audited(tenant); };
    m_context->observe = [this](const Actor &actor, const AuditEntry &entry) { m_observer->viewed(actor, entry); };
    m_audit->start();
    return {};
}

Result<void> Daemon::openSignIn()
{
    const auto keys = readTokenKeys(keyPath(), m_settings.keyFile.isEmpty());
    if (!keys)
        return keys.error();
    TokenSettings tokens;
    tokens.lifetime = m_settings.tokenLifetime;
    tokens.keys = *keys;
    auto made = AccessTokens::make(tokens, m_clock);
    if (!made)
        return made.error();
    m_tokens = std::move(*made);
    m_seal.emplace(keys->first().secret);
    m_signInContext = std::make_unique<ServiceContext>(ServiceContext{*m_database, m_clock, m_metrics, *m_keyRing});
    const auto codeSeal = readCodeSeal();
    if (!codeSeal)
        return codeSeal.error();
    const AuthParts parts{*m_signInContext, m_passwords, *m_tokens, m_settings.sessions, *codeSeal};
    m_signIn = std::make_unique<SignInService>(parts);
    m_accounts = std::make_unique<AccountService>(parts);
    m_secondFactors = std::make_unique<SecondFactorService>(parts);
    m_stepUps = std::make_unique<StepUpService>(parts);
    m_revocationFeed = std::make_unique<RevocationFeed>(*m_database, m_revocations);
    m_revocationFeed->start();
    m_sessionCheck = std::make_unique<SessionCheck>(m_revocations, *m_database);
    m_keys = std::make_unique<ApiKeys>(*m_database, m_clock);
    m_guard = std::make_unique<Guard>(*m_tokens, *m_keys, *m_sessionCheck);
    return {};
}

void Daemon::bindRoutes()
{
    m_routes = std::make_unique<RouteTable>(*m_seal);
    bindAuth(*m_routes, *m_signIn);
    bindAccount(*m_routes, *m_accounts);
    bindSecondFactor(*m_routes, *m_secondFactors);
    bindStepUp(*m_routes, *m_stepUps);
    bindApplications(*m_routes, *m_intake, *m_cases);
    bindQueue(*m_routes, *m_queue, *m_sla);
    bindDeadlines(*m_routes, *m_deadlines);
    bindOutcomes(*m_routes, *m_outcomes);
    bindSecondLooks(*m_routes, *m_secondLooks);
    bindCancellation(*m_routes, *m_cancellation);
    bindDecisions(*m_routes, *m_decisions);
    bindDecisionRecords(*m_routes, *m_decisionReader, *m_conditions);
    bindOverrides(*m_routes, *m_overrides);
    bindApiKeys(*m_routes, *m_keyAdministration);
    bindAudit(*m_routes, *m_auditService);
    bindUsers(*m_routes, *m_users);
    bindTenants(*m_routes, *m_tenants);
    bindJobs(*m_routes, *m_jobService);
    bindPolicies(*m_routes, *m_policies);
    bindPersons(*m_routes, *m_persons);
    m_documents->bindRoutes(*m_routes);
    m_notifying->bindRoutes(*m_routes);
    bindMetrics(*m_routes, m_metrics);
}

Result<void> Daemon::openEdge()
{
    bindRoutes();
    m_health = std::make_unique<Health>(Health::Settings{QLatin1String(kVersion)}, healthChecks(), m_clock);
    m_health->start();
    m_http = std::make_unique<HttpServer>(m_settings.http, HttpServer::Parts{*m_routes, *m_guard, *m_health, m_metrics, m_clock, spdlog::default_logger(),
        [this](const Actor &actor, const QByteArray &method, const QByteArray &route) { m_observer->refused(actor, method, route); }});
    connect(&m_http->listener(), &HttpListener::drained, this, [this] {
        m_workers->stop();
        m_jobs->stop();
        m_notifying->stop();
        m_audit->stop();
        Q_EMIT stopped();
    });
    return m_http->listen();
}

std::vector<HealthCheck> Daemon::healthChecks()
{
    return {{QStringLiteral("database"), [this]() -> Result<> {
                 const auto connection = m_database->connection();
                 return connection ? Result<>() : Result<>(connection.error());
             }},
            {QStringLiteral("migrations"), [this] { return Migrator::checkCurrent(*m_database); }}};
}

Result<void> Daemon::seed(const QString &password)
{
    return seedDemo(BootstrapService(*m_context), m_passwords, password, m_bundle);
}

void Daemon::stop()
{
    m_http->drain(m_settings.drainTime);
}

void Daemon::reload()
{
    if (auto reloaded = m_http->reloadTls(); !reloaded)
        spdlog::warn("the certificate was not reloaded: {}", reloaded.error().detail.toStdString());
    const auto keys = readTokenKeys(keyPath(), false);
    const Result<void> replaced = keys ? m_tokens->replaceKeys(*keys) : Result<void>(keys.error());
    if (!replaced)
        spdlog::warn("the token keys were not reloaded: {}", replaced.error().detail.toStdString());
}

quint16 Daemon::port() const
{
    return m_http->port();
}

} // namespace countersign
