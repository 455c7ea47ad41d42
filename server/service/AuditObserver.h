// Records what people saw and what they were refused: collected off the path of the requests, written in batches.
#pragma once

#include "server/repo/AuditRepo.h"
#include "server/service/UnitOfWork.h"

#include <QHash>
#include <QSet>

#include <mutex>

namespace countersign {

/// Of one user a thing is recorded as viewed once in 15 minutes, and a refusal of one endpoint once in a minute with how
/// often, so that nobody fills the log by asking. Before a flush at most a second of views and a minute of refusals are in
/// memory alone; while the database is away they wait. Everything may be called from every thread.
class AuditObserver {
public:
    explicit AuditObserver(const ServiceContext &context) : m_context(context) {}

    void viewed(const Actor &actor, const AuditEntry &view);
    /// `route` is the template of the endpoint, `/queue/{id}/assign`.
    void refused(const Actor &actor, const QByteArray &method, const QByteArray &route);

    enum class Flush {
        Due, ///< views, and refusals of minutes that are over
        All, ///< before the end
    };
    /// Unavailable when the database is away; nothing is lost then.
    Result<void> flush(Flush what);

private:
    struct Refusal {
        Actor actor;
        QByteArray method;
        QByteArray route;
        Instant first;
        Instant last;
        int count = 0;
    };

    static ObservedEntry observedOf(const Refusal &refusal);
    void collectRefusals(Flush what);
    Result<void> write(TenantId tenant, const QList<ObservedEntry> &observed);

    const ServiceContext &m_context;
    std::mutex m_mutex;
    qint64 m_viewPeriod = -1;
    QSet<QByteArray> m_viewedInPeriod;
    QHash<QByteArray, Refusal> m_refusals; ///< of users x endpoints, in the minute that runs
    QList<ObservedEntry> m_due;
};

} // namespace countersign
