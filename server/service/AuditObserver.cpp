#include "server/service/AuditObserver.h"

namespace countersign {

namespace {

using namespace std::chrono;

constexpr minutes kViewPeriod{15};
/// So many different views in one period are no person's; forgetting them costs a second entry for some.
constexpr qsizetype kMaxViewsRemembered = 200'000;

template <class Period>
qint64 periodOf(Instant at, Period period)
{
    return at.time_since_epoch() / period;
}

QByteArray keyOf(const Actor &actor)
{
    return actor.tenant.uuid().toRfc4122() + actorColumnsOf(actor).id.value_or(QUuid()).toRfc4122();
}

} // namespace

void AuditObserver::viewed(const Actor &actor, const AuditEntry &view)
{
    const Instant now = m_context.clock.now();
    const std::scoped_lock lock(m_mutex);
    const qint64 period = periodOf(now, kViewPeriod);
    if (period != m_viewPeriod || m_viewedInPeriod.size() >= kMaxViewsRemembered) {
        m_viewPeriod = period;
        m_viewedInPeriod.clear();
    }
    const QByteArray key = keyOf(actor) + view.entityId.toRfc4122() + view.entityType;
    if (m_viewedInPeriod.contains(key))
        return;
    m_viewedInPeriod.insert(key);
    m_due.append({actor, masked(view), now});
}

void AuditObserver::refused(const Actor &actor, const QByteArray &method, const QByteArray &route)
{
    const Instant now = m_context.clock.now();
    const std::scoped_lock lock(m_mutex);
    Refusal &refusal = m_refusals[keyOf(actor) + method + ' ' + route];
    if (refusal.count > 0 && periodOf(refusal.first, minutes(1)) != periodOf(now, minutes(1)))
        m_due.append(observedOf(std::exchange(refusal, {})));
    if (refusal.count == 0)
        refusal = {actor, method, route, now, now, 0};
    refusal.last = now;
    ++refusal.count;
}

ObservedEntry AuditObserver::observedOf(const Refusal &refusal)
{
    const AuditEntry entry{refusal.actor.apiKey ? "api_key" : "user", actorColumnsOf(refusal.actor).id.value_or(QUuid()), "refused", {},
                           {{QStringLiteral("method"), QLatin1String(refusal.method)},
                            {QStringLiteral("route"), QLatin1String(refusal.route)},
                            {QStringLiteral("count"), refusal.count},
                            {QStringLiteral("from"), toIso(refusal.first)},
                            {QStringLiteral("to"), toIso(refusal.last)}}};
    return {refusal.actor, masked(entry), refusal.first};
}

void AuditObserver::collectRefusals(Flush what)
{
    const qint64 minute = periodOf(m_context.clock.now(), minutes(1));
    m_refusals.removeIf([&](const auto &row) {
        if (what == Flush::Due && periodOf(row.value().first, minutes(1)) == minute)
            return false;
        m_due.append(observedOf(row.value()));
        return true;
    });
}

Result<void> AuditObserver::flush(Flush what)
{
    QHash<TenantId, QList<ObservedEntry>> byTenant;
    {
        const std::scoped_lock lock(m_mutex);
        collectRefusals(what);
        for (const ObservedEntry &observed : std::exchange(m_due, {}))
            byTenant[observed.actor.tenant].append(observed);
    }
    Result<void> result;
    for (auto tenant = byTenant.cbegin(); tenant != byTenant.cend(); ++tenant) {
        if (auto written = write(tenant.key(), tenant.value()); !written) {
            result = written;
            const std::scoped_lock lock(m_mutex);
            m_due = tenant.value() + m_due;
        }
    }
    return result;
}

Result<void> AuditObserver::write(TenantId tenant, const QList<ObservedEntry> &observed)
{
    const auto done = UnitOfWork::run<bool>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) -> Result<bool> {
        const auto appended = AuditRepo(unit.transaction(), tenant).appendObserved(observed);
        return appended ? Result<bool>(true) : Result<bool>(appended.error());
    });
    if (!done)
        return done.error();
    m_context.audited(tenant);
    return {};
}

} // namespace countersign
