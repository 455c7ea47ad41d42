// The daemon: builds its parts in their order, joins them, and takes them down in the reverse one.
#pragma once

#include "app/SystemClock.h"
#include "app/daemon/DaemonSettings.h"
#include "app/daemon/DocumentParts.h"
#include "app/daemon/Notifying.h"
#include "server/auth/ApiKeys.h"
#include "server/auth/Passwords.h"
#include "server/auth/RevocationFeed.h"
#include "server/db/PrivateCluster.h"
#include "server/db/SharedUse.h"
#include "server/http/Guard.h"
#include "server/http/Health.h"
#include "server/http/HttpServer.h"
#include "server/jobs/AuditWorker.h"
#include "server/jobs/JobWorkers.h"
#include "server/jobs/Scheduler.h"
#include "server/jobs/ScoringWorkers.h"
#include "server/ml/ModelBundle.h"
#include "server/ml/ModelHolder.h"
#include "server/ops/Metrics.h"
#include "server/ops/Repeater.h"
#include "server/privacy/KeyRing.h"
#include "server/service/AccountService.h"
#include "server/service/ApiKeyService.h"
#include "server/service/AuditService.h"
#include "server/service/AutoAssignService.h"
#include "server/service/CancellationService.h"
#include "server/service/CaseService.h"
#include "server/service/ConditionService.h"
#include "server/service/DeadlineService.h"
#include "server/service/DecisionReader.h"
#include "server/service/DecisionService.h"
#include "server/service/IntakeService.h"
#include "server/service/JobService.h"
#include "server/service/OutcomeService.h"
#include "server/service/OverrideService.h"
#include "server/service/PersonService.h"
#include "server/service/PolicyService.h"
#include "server/service/QueueService.h"
#include "server/service/SecondFactorService.h"
#include "server/service/SecondLookService.h"
#include "server/service/SignInService.h"
#include "server/service/SlaService.h"
#include "server/service/StepUpService.h"
#include "server/service/TenantService.h"
#include "server/service/UserService.h"

#include <QObject>

#include <list>
#include <memory>
#include <optional>

namespace countersign {

class Daemon : public QObject {
    Q_OBJECT

public:
    explicit Daemon(DaemonSettings settings);
    ~Daemon() override;

    /// Everything that start() needs and does not change: the port, the database and its schema, the key, the model.
    /// Each fault is one line.
    QStringList check();

    /// Cluster, schema, database, model, services, edge, workers. The error's detail is one line that says what to do.
    Result<void> start();

    /// Tenant, users, policy and model of the demo, where they are missing.
    Result<void> seed(const QString &password);

    /// Answers what was accepted, ends the running batches, then `stopped`.
    void stop();
    void reload();
    quint16 port() const;
    /// For a caller in the same process, from any thread; everything but the socket.
    RequestHandler &requests() { return m_http->requests(); }

Q_SIGNALS:
    void stopped();

private:
    Result<void> checkAddress() const;
    QList<Result<void>> checkFiles() const; ///< of TLS and of each key file that is there or is named
    Result<void> startCluster();
    Result<void> openDatabase();
    Result<void> loadModel();
    Result<void> openSignIn();
    Result<void> openAudit();
    Result<void> openEdge();
    void openJobs();
    void startRepeaters();
    Result<void> purgePersons();
    void bindRoutes();
    std::vector<HealthCheck> healthChecks();
    QString keyPath() const;
    QString codeKeyPath() const; ///< empty: this installation has no one-time codes
    Result<std::optional<AnswerSeal>> readCodeSeal() const;
    QString auditKeyPath() const;
    QString checkpointFolder() const;
    Result<void> openKeyRing();
    Result<void> checkKeyRing() const;

    const DaemonSettings m_settings;
    const SystemClock m_clock;            ///< for tokens, sessions, limits
    CatchUpClock m_businessClock;   ///< for everything that cases live by
    std::optional<PrivateCluster> m_cluster;
    std::optional<SharedUse> m_clusterUse; ///< several daemons may serve from one folder; the last one stops the server
    std::unique_ptr<Database> m_database;
    std::optional<KeyRing> m_keyRing;
    std::optional<ModelBundle> m_bundle;
    ModelHolder m_models;
    Metrics m_metrics;
    std::unique_ptr<ServiceContext> m_context;
    Passwords m_passwords;
    std::optional<AccessTokens> m_tokens;
    std::optional<AnswerSeal> m_seal;
    std::unique_ptr<ApiKeys> m_keys;
    std::unique_ptr<ServiceContext> m_signInContext; ///< by the real clock
    std::unique_ptr<SignInService> m_signIn;
    std::unique_ptr<AccountService> m_accounts;
    std::unique_ptr<SecondFactorService> m_secondFactors;
    std::unique_ptr<StepUpService> m_stepUps;
    Revocations m_revocations{m_clock};
    std::unique_ptr<RevocationFeed> m_revocationFeed;
    std::unique_ptr<SessionCheck> m_sessionCheck;
    std::unique_ptr<Guard> m_guard;
    std::unique_ptr<IntakeService> m_intake;
    std::unique_ptr<CaseService> m_cases;
    std::unique_ptr<QueueService> m_queue;
    std::unique_ptr<SlaService> m_sla;
    std::unique_ptr<DeadlineService> m_deadlines;
    std::unique_ptr<SecondLookService> m_secondLooks;
    std::unique_ptr<OutcomeService> m_outcomes;
    std::unique_ptr<DecisionService> m_decisions;
    std::unique_ptr<DecisionReader> m_decisionReader;
    std::unique_ptr<OverrideService> m_overrides;
    std::unique_ptr<ConditionService> m_conditions;
    std::unique_ptr<CancellationService> m_cancellation;
    std::unique_ptr<ApiKeyService> m_keyAdministration;
    std::unique_ptr<UserService> m_users;
    std::unique_ptr<TenantService> m_tenants;
    std::unique_ptr<PolicyService> m_policies;
    std::unique_ptr<PersonService> m_persons;
    std::unique_ptr<DocumentParts> m_documents;
    std::unique_ptr<ScoringWorkers> m_workers;
    std::unique_ptr<AutoAssignService> m_autoAssign;
    std::unique_ptr<JobService> m_jobService;
    std::unique_ptr<ServiceContext> m_jobContext; ///< by the real clock
    JobTable m_jobTable;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<JobWorkers> m_jobs;
    std::unique_ptr<Notifying> m_notifying;
    std::list<Repeater> m_repeaters;
    std::unique_ptr<AuditObserver> m_observer;
    std::unique_ptr<CheckpointLog> m_checkpoints;
    std::unique_ptr<AuditWorker> m_audit;
    std::unique_ptr<AuditService> m_auditService;
    std::unique_ptr<RouteTable> m_routes;
    std::unique_ptr<Health> m_health;
    std::unique_ptr<HttpServer> m_http;
};

} // namespace countersign
