#include "server/service/PrivacyUpkeep.h"

#include "server/repo/PersonRepo.h"
#include "server/service/PersonService.h"

namespace countersign {

namespace {

constexpr int kPurgedAtOnce = 500;

Instant yearsBefore(Instant now, int years)
{
    return toInstant(toDateTime(now).addYears(-years));
}

PersonRepo personsOf(UnitOfWork &unit)
{
    return PersonRepo(unit.transaction(), unit.tenant(), unit.keys());
}

} // namespace

Result<PrivacyUpkeep::Tenants> PrivacyUpkeep::tenants() const
{
    return UnitOfWork::run<Tenants>(m_context, Actor::system({}), [](UnitOfWork &unit) -> Result<Tenants> {
        Query row = unit.query("tenant/retention");
        if (auto done = row.exec(); !done)
            return done.error();
        Tenants tenants;
        while (row.next())
            tenants.all.append({row.get<TenantId>("id"), row.get<QString>("slug"),
                                row.get<int>("decision_retention_years"), row.get<int>("audit_retention_years")});
        return tenants;
    });
}

Result<QMap<quint32, qint64>> PrivacyUpkeep::personsByKey(const Tenant &tenant) const
{
    using Counts = QMap<quint32, qint64>;
    return UnitOfWork::run<Counts>(m_context, Actor::system(tenant.id),
                                   [](UnitOfWork &unit) { return personsOf(unit).countByKey(); });
}

Result<int> PrivacyUpkeep::rewrapBatch(const Tenant &tenant, int limit) const
{
    return UnitOfWork::run<int>(m_context, Actor::system(tenant.id), [&](UnitOfWork &unit) -> Result<int> {
        const auto wrapped = personsOf(unit).rewrap(limit);
        if (wrapped && *wrapped > 0)
            unit.audit({"tenant",
                        tenant.id.uuid(),
                        "keys_rotated",
                        {},
                        {{QStringLiteral("persons"), *wrapped},
                         {QStringLiteral("key"), qint64(unit.keys().currentNumber())}}});
        return wrapped;
    });
}

Result<void> PrivacyUpkeep::retireOldKeys() const
{
    const auto retired = UnitOfWork::run<bool>(m_context, Actor::system({}), [](UnitOfWork &unit) -> Result<bool> {
        Query retire = unit.query("privacy/retire_keys");
        const auto done = retire.bind("current", qint64(unit.keys().currentNumber())).bind("now", unit.now()).exec();
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    if (!retired)
        return retired.error();
    const auto waited = UnitOfWork::run<bool>(m_context, Actor::system({}), [](UnitOfWork &unit) -> Result<bool> {
        const auto done = unit.query("privacy/wait_for_writers").exec();
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    return waited ? Result<void>() : Result<void>(waited.error());
}

Result<PrivacyUpkeep::Due> PrivacyUpkeep::due(const Tenant &tenant) const
{
    return UnitOfWork::run<Due>(m_context, Actor::system(tenant.id), [&](UnitOfWork &unit) -> Result<Due> {
        const auto persons = personsOf(unit).countExpired(yearsBefore(unit.now(), tenant.decisionYears));
        if (!persons)
            return persons.error();
        Query entries = unit.query("audit/count_before");
        entries.bind("tenant_id", tenant.id).bind("before", yearsBefore(unit.now(), tenant.auditYears));
        if (auto done = entries.exec(); !done)
            return done.error();
        entries.next();
        return Due{*persons, entries.get<qint64>("entries")};
    });
}

Result<int> PrivacyUpkeep::purgeBatch(const Tenant &tenant, int limit) const
{
    return UnitOfWork::run<int>(m_context, Actor::system(tenant.id), [&](UnitOfWork &unit) -> Result<int> {
        const auto expired = personsOf(unit).takeExpired(yearsBefore(unit.now(), tenant.decisionYears), limit);
        if (!expired)
            return expired.error();
        for (const PersonId person : *expired)
            if (auto erased = eraseLocked(unit, person, "retention"); !erased)
                return erased.error();
        return int(expired->size());
    });
}

Result<qint64> PrivacyUpkeep::purge(const Tenant &tenant) const
{
    qint64 total = 0;
    for (int erased = 1; erased > 0; total += erased) {
        const auto batch = purgeBatch(tenant, kPurgedAtOnce);
        if (!batch)
            return batch.error();
        erased = *batch;
    }
    return total;
}

Result<qint64> PrivacyUpkeep::purgeAllTenants() const
{
    const auto tenants = this->tenants();
    if (!tenants)
        return tenants.error();
    qint64 total = 0;
    std::optional<Error> failure;
    for (const Tenant &tenant : tenants->all) {
        const auto erased = purge(tenant);
        if (erased)
            total += *erased;
        else
            failure = erased.error(); // no tenant waits for another
    }
    return failure ? Result<qint64>(*failure) : Result<qint64>(total);
}

} // namespace countersign
