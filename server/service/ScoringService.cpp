#include "server/service/ScoringService.h"

#include "server/db/SqlError.h"
#include "server/repo/TenantRepo.h"
#include "server/service/LegalClock.h"
#include "server/service/ScoringBatchWork.h"

namespace countersign {

namespace {

void auditOutcome(UnitOfWork &unit, const ScoringOutcome &outcome)
{
    for (qsizetype i = 0; i < outcome.scored.size(); ++i) {
        const ScoredApplication &scored = outcome.scored[i];
        QJsonObject value{{QStringLiteral("route"), toText(scored.routing.route)},
                          {QStringLiteral("reason"), toText(scored.routing.reasons.first())},
                          {QStringLiteral("status"), toText(outcome.statuses[i].status)}};
        if (scored.scoring)
            value.insert(QStringLiteral("score"), scored.scoring->score);
        unit.audit({"application", scored.applicationId.uuid(), "scored",
                    {{QStringLiteral("status"), toText(ApplicationStatus::Pending)}}, value});
    }
}

ScoringBatch summaryOf(const ScoringOutcome &outcome)
{
    ScoringBatch batch;
    for (const ScoredStatus &status : outcome.statuses) {
        batch.scored += status.score ? 1 : 0;
        batch.approved += status.status == ApplicationStatus::Approved ? 1 : 0;
        batch.declined += status.status == ApplicationStatus::Declined ? 1 : 0;
        batch.toReview += status.status == ApplicationStatus::Review ? 1 : 0;
    }
    batch.modelMicroseconds = outcome.modelMicroseconds;
    return batch;
}

/// The model that may decide for this tenant: the one in production there, if it is the one this process has loaded.
struct ModelForTenant {
    std::shared_ptr<const Scorer> scorer;
    ScoringTerms terms;
};

Result<ModelForTenant> modelFor(PolicyRepo &policies, const ActivePolicy &active, const ModelHolder &models)
{
    ModelForTenant result;
    result.terms.policy = active.id;
    result.terms.policyVersion = active.policy.version;
    const auto production = policies.productionModel();
    if (!production)
        return production.error();
    auto scorer = models.current();
    if (*production && scorer && scorer->model().bundle == (*production)->bundle) {
        result.terms.model = (*production)->id;
        result.terms.bundle = (*production)->bundle;
        result.scorer = std::move(scorer);
    }
    return result;
}

/// Of a case that comes into the queue now.
Result<SlaTimes> slaOf(UnitOfWork &unit, const Policy &policy)
{
    const auto working = TenantRepo(unit.transaction()).workingTime(unit.tenant());
    if (!working)
        return working.error();
    return slaTimes(unit.now(), std::chrono::hours(policy.slaHours), *working);
}

QList<ApplicationId> decidedIn(const ScoringOutcome &outcome)
{
    QList<ApplicationId> ids;
    for (const AutomaticDecision &decision : outcome.decisions)
        ids.append(decision.applicationId);
    return ids;
}

QList<ApplicationId> applicationsOf(const QList<ClaimedJob> &jobs)
{
    QList<ApplicationId> ids;
    for (const ClaimedJob &job : jobs)
        ids.append(job.application);
    return ids;
}

} // namespace

Result<ScoringBatch> ScoringService::scoreClaimed(UnitOfWork &unit, const QList<ClaimedJob> &jobs) const
{
    Transaction &transaction = unit.transaction();
    if (auto set = transaction.setTenant(jobs.first().tenant); !set)
        return set.error();
    unit.actAs(Actor::system(jobs.first().tenant));
    ApplicationRepo applications(transaction, unit.tenant());
    PolicyRepo policies(transaction, unit.tenant());
    const auto toScore = applications.loadForScoring(applicationsOf(jobs));
    if (!toScore)
        return toScore.error();
    const auto active = policies.active();
    if (!active)
        return active.error();
    const auto model = modelFor(policies, *active, m_models);
    if (!model)
        return model.error();
    const Instant now = unit.now();
    const ScoringOutcome outcome = scoreAndRoute(*toScore, model->scorer.get(), *active, now);
    const auto sla = slaOf(unit, active->policy);
    if (!sla)
        return sla.error();
    if (auto done = ScoringRepo(transaction, unit.tenant()).insertMany(outcome.scored, model->terms, now); !done)
        return done.error();
    if (auto done = QueueRepo(transaction, unit.tenant()).insertMany(outcome.queueEntries, *sla, now); !done)
        return done.error();
    if (auto done = DecisionRepo(transaction, unit.tenant()).insertAutomatic(outcome.decisions, now); !done)
        return done.error();
    if (auto done = applications.applyScoring(outcome.statuses, now); !done)
        return done.error();
    if (auto noted = LegalClock(unit).note(LegalEvent::DecisionOut, decidedIn(outcome)); !noted)
        return noted.error();
    if (auto done = JobRepo(transaction).finish(jobs); !done)
        return done.error();
    auditOutcome(unit, outcome);
    ScoringBatch batch = summaryOf(outcome);
    batch.jobs = int(jobs.size());
    return batch;
}

namespace {

/// The database itself is away: nobody's fault, so nobody's attempt. A batch that is too slow or whose tenant lacks
/// something is not waited for: it would hold up all others.
bool isDatabaseAway(const Error &error)
{
    return error.code == ErrorCode::Unavailable && error.reason.startsWith(QLatin1String("database_"));
}

} // namespace

Result<ScoringBatch> ScoringService::runBatch(int limit) const
{
    QList<ClaimedJob> claimed;
    auto result = UnitOfWork::run<ScoringBatch>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<ScoringBatch> {
        auto jobs = JobRepo(unit.transaction()).claimBatch(kScoreApplication, limit, unit.now());
        if (!jobs)
            return jobs.error();
        claimed = *jobs;
        return claimed.isEmpty() ? Result<ScoringBatch>(ScoringBatch{}) : scoreClaimed(unit, claimed);
    });
    if (result || claimed.isEmpty() || isDatabaseAway(result.error()))
        return result;
    return runSingly(claimed);
}

Result<ScoringBatch> ScoringService::runSingly(const QList<ClaimedJob> &jobs) const
{
    ScoringBatch all;
    for (const ClaimedJob &job : jobs) {
        auto one = runOne(job.id);
        if (!one && isDatabaseAway(one.error()))
            return one;
        if (!one) {
            if (auto put = putOff(job.id, one.error()); !put)
                return put.error();
            ++all.putOff;
            continue;
        }
        all.scored += one->scored;
        all.approved += one->approved;
        all.declined += one->declined;
        all.toReview += one->toReview;
        all.modelMicroseconds += one->modelMicroseconds;
    }
    all.jobs = int(jobs.size());
    return all;
}

Result<ScoringBatch> ScoringService::runOne(JobId id) const
{
    return UnitOfWork::run<ScoringBatch>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<ScoringBatch> {
        const auto job = JobRepo(unit.transaction()).claimOne(id, unit.now());
        if (!job)
            return job.error();
        return *job ? scoreClaimed(unit, {**job}) : Result<ScoringBatch>(ScoringBatch{});
    });
}

Result<void> ScoringService::putOff(JobId id, const Error &cause) const
{
    const auto put = UnitOfWork::run<bool>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<bool> {
        JobRepo jobs(unit.transaction());
        const auto job = jobs.claimOne(id, unit.now());
        if (!job)
            return job.error();
        if (!*job)
            return true;
        const int failed = (*job)->attempts + 1;
        if (failed < (*job)->maxAttempts) {
            const auto later = jobs.retryLater(id, unit.now() + retryDelay(failed), cause.reason);
            return later ? Result<bool>(true) : Result<bool>(later.error());
        }
        if (auto buried = jobs.bury(id, cause.reason, unit.now()); !buried)
            return buried.error();
        return sendToReview(unit, **job);
    });
    return put ? Result<void>() : Result<void>(put.error());
}

Result<bool> ScoringService::sendToReview(UnitOfWork &unit, const ClaimedJob &job) const
{
    if (auto set = unit.transaction().setTenant(job.tenant); !set)
        return set.error();
    unit.actAs(Actor::system(job.tenant));
    const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
    if (!active)
        return active.error();
    ApplicationRepo applications(unit.transaction(), unit.tenant());
    const auto locked = applications.lock(job.application);
    if (!locked)
        return locked.error();
    if (!*locked || (*locked)->status != ApplicationStatus::Pending)
        return true;
    const Priority priority = calculatePriority({(*locked)->priorityCustomer, (*locked)->amount, std::chrono::hours(active->policy.slaHours), 0});
    const NewQueueEntry entry{QueueId::make(unit.now()), job.application, priority, (*locked)->priorityCustomer,
                              RouteReason::ModelUnavailable, {}};
    const auto sla = slaOf(unit, active->policy);
    if (!sla)
        return sla.error();
    if (auto done = QueueRepo(unit.transaction(), unit.tenant()).insertMany({entry}, *sla, unit.now()); !done)
        return done.error();
    if (auto done = applications.applyScoring({{job.application, ApplicationStatus::Review, {}, {}}}, unit.now()); !done)
        return done.error();
    unit.audit({"application", job.application.uuid(), "scoring_failed",
                {{QStringLiteral("status"), toText(ApplicationStatus::Pending)}},
                {{QStringLiteral("status"), toText(ApplicationStatus::Review)},
                 {QStringLiteral("reason"), toText(RouteReason::ModelUnavailable)}}});
    return true;
}

} // namespace countersign
