// One transaction with its data, its audit entries and its jobs: all of it happens, or nothing.
#pragma once

#include "core/access/Actor.h"
#include "core/audit/AuditEntry.h"
#include "core/base/Clock.h"
#include "core/jobs/JobKinds.h"
#include "server/db/Transaction.h"
#include "server/ops/Metrics.h"

#include <functional>

namespace countersign {

/// What every service needs. `clock` is the business clock; `wake` tells the workers of a queue, after a commit, that
/// there is work, and may be called from every thread.
struct ServiceContext {
    Database &database;
    const Clock &clock;
    Metrics &metrics;
    std::function<void(JobQueue)> wake = [](JobQueue) {};
};

class UnitOfWork {
public:
    Query query(const char *statement) { return m_transaction.query(statement); }
    Transaction &transaction() { return m_transaction; }
    const Actor &actor() const { return m_actor; }
    TenantId tenant() const { return m_actor.tenant; }
    /// For work that learns its tenant on the way: jobs are claimed before it is known whose they are.
    void actAs(const Actor &actor) { m_actor = actor; }
    Instant now() const { return m_now; } ///< the same for everything in the unit

    void audit(AuditEntry entry) { m_audit.append(std::move(entry)); }
    void enqueue(const JobKind &kind, const QJsonObject &payload);

    /// Runs `work` and commits when it succeeds. A serialization failure or a deadlock is tried again, three times at
    /// most, so `work` must change nothing but the database. An unknown COMMIT is never tried again.
    template <class T>
    static Result<T> run(const ServiceContext &context, const Actor &actor,
                         const std::function<Result<T>(UnitOfWork &)> &work)
    {
        std::optional<Result<T>> result;
        const auto once = [&](UnitOfWork &unit) -> Result<void> {
            result.emplace(work(unit));
            return *result ? Result<void>() : Result<void>(result->error());
        };
        if (auto done = runUntyped(context, actor, once); !done)
            return done.error();
        return std::move(*result);
    }

private:
    UnitOfWork(Transaction &&transaction, const Actor &actor, Instant now);
    static Result<void> runUntyped(const ServiceContext &context, const Actor &actor,
                                   const std::function<Result<void>(UnitOfWork &)> &work);
    Result<void> finish();
    Result<void> writeAudit();
    Result<void> writeJobs();

    struct JobDraft {
        const JobKind *kind;
        QJsonObject payload;
    };

    Transaction m_transaction;
    Actor m_actor;
    Instant m_now;
    QList<AuditEntry> m_audit;
    QList<JobDraft> m_jobs;
};

} // namespace countersign
