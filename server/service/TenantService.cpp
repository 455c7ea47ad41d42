#include "server/service/TenantService.h"

#include "core/access/UserRules.h"
#include "core/api/TenantRules.h"
#include "server/auth/OneTimePassword.h"
#include "server/auth/SessionEnd.h"
#include "server/repo/TenantRepo.h"
#include "server/repo/UserRepo.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("tenants"), CursorKey::Integer};

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such tenant."), {}};
}

Error invalid(const QList<FieldError> &faults)
{
    return {ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The tenant has wrong fields; see errors."), faults};
}

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

bool reaches(const Actor &actor, TenantId id)
{
    return actor.may(Permission::TenantManage) || actor.tenant == id;
}

/// Does `work` with the rows of `tenant`; the record of it stays with the actor's own tenant.
Result<void> within(UnitOfWork &unit, TenantId tenant, const std::function<Result<void>()> &work)
{
    if (auto set = unit.transaction().setTenant(tenant); !set)
        return set;
    if (auto done = work(); !done)
        return done;
    return unit.transaction().setTenant(unit.tenant());
}

QJsonObject auditOf(const api::TenantInfo &tenant)
{
    QJsonObject value = Codec<api::TenantInfo>::write(tenant).toObject();
    for (const char *constant : {"id", "slug", "created_at", "version"})
        value.remove(QLatin1String(constant));
    return value;
}

api::TenantInfo patched(api::TenantInfo tenant, const api::TenantPatch &patch)
{
    tenant.name = patch.name.value_or(tenant.name);
    tenant.isActive = patch.isActive.value_or(tenant.isActive);
    tenant.currency = patch.currency.value_or(tenant.currency);
    tenant.locale = patch.locale.value_or(tenant.locale);
    tenant.timeZone = patch.timeZone.value_or(tenant.timeZone);
    tenant.slaCalendar = patch.slaCalendar.value_or(tenant.slaCalendar);
    tenant.authorityLimits = patch.authorityLimits.value_or(tenant.authorityLimits);
    tenant.applicationExpiry = patch.applicationExpiry.value_or(tenant.applicationExpiry);
    if (patch.portfolioBadRate)
        tenant.portfolioBadRate = patch.portfolioBadRate;
    tenant.decisionRetentionYears = patch.decisionRetentionYears.value_or(tenant.decisionRetentionYears);
    tenant.auditRetentionYears = patch.auditRetentionYears.value_or(tenant.auditRetentionYears);
    tenant.rulePack = patch.rulePack.value_or(tenant.rulePack);
    tenant.secondLookRate = patch.secondLookRate.value_or(tenant.secondLookRate);
    tenant.secondLookLowSide = patch.secondLookLowSide.value_or(tenant.secondLookLowSide);
    tenant.notifiesApplicants = patch.notifiesApplicants.value_or(tenant.notifiesApplicants);
    return tenant;
}

/// A limit is compared in minor units, so it must be a number of them.
QList<FieldError> limitFaults(const api::TenantInfo &tenant)
{
    QList<FieldError> faults;
    const auto check = [&](const std::optional<Amount> &limit, const char *path) {
        if (limit && !Money::fromAmount(*limit, tenant.currency))
            faults.append({QLatin1String(path), QStringLiteral("too_many_decimals"), QStringLiteral("the currency has fewer decimals")});
    };
    check(tenant.authorityLimits.analyst, "authority_limits.analyst");
    check(tenant.authorityLimits.seniorAnalyst, "authority_limits.senior_analyst");
    return faults;
}

Result<void> checkPatch(UnitOfWork &unit, const api::TenantInfo &before, const api::TenantInfo &after)
{
    const bool isPlatform = before.slug == QLatin1String(kPlatformSlug);
    if (isPlatform && !after.isActive)
        return conflict("reserved_tenant", QStringLiteral("The platform cannot be switched off."));
    if (after.auditRetentionYears < after.decisionRetentionYears)
        return invalid({{QStringLiteral("audit_retention_years"), QStringLiteral("too_small"),
                         QStringLiteral("must not be shorter than decision_retention_years (%1)").arg(after.decisionRetentionYears)}});
    if (before.currency == after.currency)
        return {};
    return within(unit, before.id, [&]() -> Result<void> {
        const auto used = TenantRepo(unit.transaction()).usesCurrency(before.id);
        if (!used)
            return used.error();
        return *used ? Result<void>(conflict("currency_in_use", QStringLiteral("Amounts are kept in %1 already.").arg(before.currency.code())))
                     : Result<void>();
    });
}

Result<void> endAllSessions(UnitOfWork &unit, TenantId tenant, Instant now)
{
    return within(unit, tenant, [&]() -> Result<void> {
        if (auto outdated = UserRepo(unit.transaction(), tenant).outdateRightsOfAll(unit.now()); !outdated)
            return outdated;
        return endSessionsOf(unit.transaction(), tenant, now);
    });
}

} // namespace

Result<Page<api::TenantInfo>> TenantService::list(const Actor &actor, const api::TenantQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    const std::optional<TenantId> after = start->start ? std::optional(TenantId(start->start->afterId)) : std::nullopt;
    return UnitOfWork::run<Page<api::TenantInfo>>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Page<api::TenantInfo>> {
        TenantRepo tenants(unit.transaction());
        const auto items = tenants.list(query, after);
        if (!items)
            return items.error();
        const auto total = tenants.count(query);
        if (!total)
            return total.error();
        Page<api::TenantInfo> page{*items, *total, true, query.page, query.pageSize, {}};
        if (items->size() == query.pageSize)
            page.nextCursor = makeCursor(kOrder, QStringLiteral("0"), items->last().id.uuid(), unit.now());
        return page;
    });
}

Result<api::TenantInfo> TenantService::get(const Actor &actor, TenantId id) const
{
    if (!reaches(actor, id))
        return notFound();
    return UnitOfWork::run<api::TenantInfo>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::TenantInfo> {
        const auto tenant = TenantRepo(unit.transaction()).get(id);
        if (!tenant)
            return tenant.error();
        return *tenant ? Result<api::TenantInfo>(**tenant) : Result<api::TenantInfo>(notFound());
    });
}

Result<TenantId> TenantService::idOf(const QString &slug) const
{
    Query find = Query::alone(m_parts.context.database, "tenant/find_by_slug");
    if (auto found = find.bind("slug", slug).exec(); !found)
        return found.error();
    return find.next() ? Result<TenantId>(find.get<TenantId>("id")) : Result<TenantId>(notFound());
}

Result<api::TenantCreated> TenantService::create(const Actor &actor, const api::TenantCreate &request) const
{
    if (const auto faults = validateTenant(request); !faults.isEmpty())
        return invalid(faults);
    const QString password = makeOneTimePassword();
    // No transaction is open here: a hash takes a tenth of a second.
    const auto hash = m_parts.passwords.hash(password);
    if (!hash)
        return hash.error();
    return UnitOfWork::run<api::TenantCreated>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::TenantCreated> {
        const TenantId id = TenantId::make(unit.now());
        const NewAccount first{UserId::make(unit.now()), request.administrator.email.toLower(), request.administrator.name.trimmed(),
                               {Role::Admin, {}, {}, true}, *hash};
        if (auto inserted = TenantRepo(unit.transaction()).insert(id, request, unit.now()); !inserted)
            return inserted.error();
        const auto insertFirst = [&] { return UserRepo(unit.transaction(), id).insert(first, unit.now()); };
        if (auto inserted = within(unit, id, insertFirst); !inserted)
            return inserted.error();
        unit.audit({"tenant", id.uuid(), "created", {},
                    {{QStringLiteral("slug"), request.slug}, {QStringLiteral("administrator_id"), first.id.toString()}}});
        return api::TenantCreated{id, request.slug, {first.id, first.email, password, 1}, 1};
    });
}

Result<api::TenantInfo> TenantService::update(const Actor &actor, TenantId id, const api::TenantPatch &patch, int version) const
{
    if (!reaches(actor, id))
        return notFound();
    if ((patch.name || patch.isActive) && !actor.may(Permission::TenantManage))
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"),
                     QStringLiteral("name and state of a tenant need %1").arg(toText(Permission::TenantManage)), {}};
    if (const auto faults = validateTenant(patch); !faults.isEmpty())
        return invalid(faults);
    return UnitOfWork::run<api::TenantInfo>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::TenantInfo> {
        TenantRepo tenants(unit.transaction());
        const auto before = tenants.lock(id);
        if (!before)
            return before.error();
        if (!*before)
            return notFound();
        if ((*before)->version != version)
            return conflict("stale_version", QStringLiteral("The tenant has version %1.").arg((*before)->version));
        const api::TenantInfo after = patched(**before, patch);
        if (const auto faults = limitFaults(after); !faults.isEmpty())
            return invalid(faults);
        if (auto allowed = checkPatch(unit, **before, after); !allowed)
            return allowed.error();
        if (auto done = tenants.update(after, unit.now()); !done)
            return done.error();
        if ((*before)->isActive && !after.isActive)
            if (auto ended = endAllSessions(unit, id, m_parts.clock.now()); !ended)
                return ended.error();
        unit.audit({"tenant", id.uuid(), "changed", auditOf(**before), auditOf(after)});
        const auto stored = tenants.get(id);
        if (!stored)
            return stored.error();
        return *stored ? Result<api::TenantInfo>(**stored) : Result<api::TenantInfo>(notFound());
    });
}

} // namespace countersign
