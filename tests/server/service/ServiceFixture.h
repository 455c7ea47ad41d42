// A bank with people, policy and model on a real database: what every service test begins with.
#pragma once

#include "ScriptedScorer.h"

#include "server/ml/ModelHolder.h"
#include "server/ops/Metrics.h"
#include "server/service/DecisionService.h"
#include "server/service/IntakeService.h"
#include "server/service/QueueService.h"
#include "server/service/ScoringService.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

namespace countersign {

/// Two tenants, `alpha` and `beta`, each with the default policy and a model; in alpha an admin, a senior analyst, an
/// analyst and two more people. It is 10:00 on 24 November 2026, UTC, until the clock is moved.
class ServiceFixture {
public:
    ServiceFixture();

    TestDatabase database;
    SqlConsole sql; ///< the superuser: sees all tenants
    FakeClock clock;
    Metrics metrics;
    KeyRing keys;
    std::atomic<int> wakes = 0; ///< of the scoring queue
    ServiceContext context;
    std::shared_ptr<ScriptedScorer> scorer;
    ModelHolder models;
    TenantId alpha;
    TenantId beta;
    Actor admin;
    Actor senior;
    Actor analyst;
    Actor otherAnalyst;
    Actor sender; ///< role api_consumer
    Actor betaAnalyst;

    /// One more analyst of alpha.
    Actor makePerson(const QString &email, Role role);

    /// An application that will get `score`; every call makes another person.
    api::ApplicationCreate application(int score, Amount amount = Amount::whole(600'000));
    /// Received, scored and routed; `tweak` may change it before.
    ApplicationId route(int score, Amount amount = Amount::whole(600'000));
    void scoreAll();

    /// The open queue entry of an application.
    QueueId entryOf(ApplicationId application);
    /// A case of that score which `actor` has taken and started.
    struct Case {
        ApplicationId application;
        QueueId entry;
        int version = 0; ///< of the application
    };
    Case startedCase(int score, const Actor &actor, Amount amount = Amount::whole(600'000));

    QString statusOf(ApplicationId application);
    int versionOf(ApplicationId application);
    /// Cancels what is still in the queue, so that a test counts only its own cases.
    void emptyQueue();

private:
    TenantId makeTenant(const QString &slug);
    Actor person(TenantId tenant, const QString &email, Role role);

    int m_made = 0;
};

/// A decision that passes every rule for an application of 600,000 RSD over 24 months.
api::DecisionCreate approval(const ServiceFixture::Case &inHand);
api::DecisionCreate decline(const ServiceFixture::Case &inHand);
/// What a decision against the model must add.
api::DecisionCreate asOverride(api::DecisionCreate decision);

} // namespace countersign
