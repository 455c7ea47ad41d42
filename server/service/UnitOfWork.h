// One transaction with its data, its audit entries, its jobs and its notices: all of it happens, or nothing.
#pragma once

#include "core/access/Actor.h"
#include "core/audit/AuditEntry.h"
#include "core/base/Clock.h"
#include "core/jobs/JobKinds.h"
#include "core/json/Codec.h"
#include "core/notify/Notice.h"
#include "server/db/Transaction.h"
#include "server/ops/Metrics.h"
#include "server/privacy/KeyRing.h"

#include <concepts>
#include <functional>
#include <typeinfo>

namespace countersign {

/// What every service needs. `clock` is the business clock. The functions may be called from every thread: `wake` tells the
/// workers of a queue, after a commit, that there is work; `audited` the sealer that a tenant has new entries; `observe`
/// records what changes nothing.
struct ServiceContext {
    Database &database;
    const Clock &clock;
    Metrics &metrics;
    const KeyRing &keys; ///< to personal data
    std::function<void(JobQueue)> wake = [](JobQueue) {};
    std::function<void(TenantId)> audited = [](TenantId) {};
    std::function<void(const Actor &, const AuditEntry &)> observe = [](const Actor &, const AuditEntry &) {};
    bool sendsMail = false; ///< the installation has a mail server
};

/// What can be an endpoint's answer; lists and optionals when what is in them can.
template <class T>
inline constexpr bool isAnswerable = requires(const T &value) {
    { Codec<T>::write(value) } -> std::convertible_to<QJsonValue>;
};
template <class T>
inline constexpr bool isAnswerable<QList<T>> = isAnswerable<T>;
template <class T>
inline constexpr bool isAnswerable<std::optional<T>> = isAnswerable<T>;
template <class T>
concept Answerable = isAnswerable<T>;

class UnitOfWork {
public:
    Query query(const char *statement) { return m_transaction.query(statement); }
    Transaction &transaction() { return m_transaction; }
    const Actor &actor() const { return m_actor; }
    TenantId tenant() const { return m_actor.tenant; }
    /// For work that learns its tenant on the way: jobs are claimed before it is known whose they are.
    void actAs(const Actor &actor) { m_actor = actor; }
    Instant now() const { return m_now; } ///< the same for everything in the unit
    const KeyRing &keys() const { return m_context.keys; }

    /// Masked here, so that no service can write personal data into the record. Who subscribes to webhooks hears of it, by
    /// core/notify/WebhookEvents.h.
    void audit(const AuditEntry &entry) { m_audit.append(masked(entry)); }
    /// With a key: nothing when a job of the kind with that key waits or runs already.
    void enqueue(const JobKind &kind, const QJsonObject &payload, const QString &uniqueKey = {});
    /// Shown and mailed as each recipient has chosen.
    void notify(const Notice &notice) { m_notices.append(notice); }

    /// Runs `work` and commits when it succeeds. A serialization failure or a deadlock is tried again, three times at
    /// most, so `work` must change nothing but the database. An unknown COMMIT is never tried again. When the actor's
    /// request claims that it has one effect, and T is what its endpoint answers, claim and answer are part of the unit.
    template <class T>
    static Result<T> run(const ServiceContext &context, const Actor &actor,
                         const std::function<Result<T>(UnitOfWork &)> &work)
    {
        std::optional<Result<T>> result;
        const auto once = [&](UnitOfWork &unit) -> Result<void> {
            if (auto begun = unit.beginClaim(typeid(T)); !begun)
                return begun;
            result.emplace(work(unit));
            if (!*result)
                return result->error();
            if constexpr (Answerable<T>)
                return unit.finishClaim(typeid(T), Codec<T>::write(**result));
            else
                return {};
        };
        if (auto done = runUntyped(context, actor, once); !done)
            return done.error();
        return std::move(*result);
    }

private:
    UnitOfWork(Transaction &&transaction, const Actor &actor, const ServiceContext &context);
    static Result<void> runUntyped(const ServiceContext &context, const Actor &actor,
                                   const std::function<Result<void>(UnitOfWork &)> &work);
    Result<void> beginClaim(const std::type_info &result);
    Result<void> finishClaim(const std::type_info &result, const QJsonValue &answer);
    Result<void> finish();
    Result<void> writeAudit();
    Result<void> writeOutgoing();
    Result<void> writeJobs();

    struct JobDraft {
        const JobKind *kind;
        QJsonObject payload;
        QString uniqueKey;
    };

    const ServiceContext &m_context;
    Transaction m_transaction;
    Actor m_actor;
    Instant m_now;
    QList<MaskedEntry> m_audit;
    QList<JobDraft> m_jobs;
    QList<Notice> m_notices;
};

} // namespace countersign
