#include "server/service/BootstrapService.h"

#include "server/repo/PolicyRepo.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace {

Result<bool> done(const Result<void> &result)
{
    return result ? Result<bool>(true) : Result<bool>(result.error());
}

Result<void> untyped(const Result<bool> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

} // namespace

Result<TenantId> BootstrapService::ensureTenant(const NewTenant &tenant) const
{
    return UnitOfWork::run<TenantId>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<TenantId> {
        Query insert = unit.query("tenant/insert");
        insert.bind("tenant_id", TenantId::make(unit.now()))
            .bind("slug", tenant.slug)
            .bind("name", tenant.name)
            .bind("currency", tenant.currency.code())
            .bind("locale", tenant.locale)
            .bind("time_zone", tenant.timeZone)
            .bind("now", unit.now());
        if (auto inserted = insert.exec(); !inserted)
            return inserted.error();
        Query find = unit.query("tenant/find_by_slug");
        if (auto found = find.bind("slug", tenant.slug).exec(); !found)
            return found.error();
        find.next();
        return find.get<TenantId>("id");
    });
}

Result<void> BootstrapService::ensureUser(TenantId tenant, const NewUser &user) const
{
    return untyped(UnitOfWork::run<bool>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) {
        Query insert = unit.query("user/insert");
        return done(insert.bind("tenant_id", tenant)
                        .bind("id", UserId::make(unit.now()))
                        .bind("email", user.email.toLower())
                        .bind("name", user.name)
                        .bind("role", toText(user.role))
                        .bind("password_hash", user.passwordHash)
                        .bind("must_change_password", user.mustChangePassword)
                        .bind("now", unit.now())
                        .exec());
    }));
}

Result<void> BootstrapService::ensurePolicy(TenantId tenant, const Policy &policy, const Currency &currency) const
{
    if (auto checked = checkPolicy(policy); !checked)
        return checked;
    return untyped(UnitOfWork::run<bool>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) -> Result<bool> {
        const auto active = PolicyRepo(unit.transaction(), tenant).active();
        if (active)
            return true;
        if (active.error().reason != QLatin1String("no_active_policy"))
            return active.error();
        Query insert = unit.query("policy/insert_first");
        return done(insert.bind("tenant_id", tenant)
                        .bind("id", PolicyId::make(unit.now()))
                        .bind("auto_approve_min", policy.autoApproveMin)
                        .bind("auto_decline_max", policy.autoDeclineMax)
                        .bind("recommendation_cutoff", policy.recommendationCutoff)
                        .bind("max_loan_amount_auto_minor", repo::minorOf(policy.maxLoanAmountAuto, currency))
                        .bind("max_term_months_auto", policy.maxTermMonthsAuto)
                        .bind("indicative_rate", policy.indicativeRate)
                        .bind("sla_hours", policy.slaHours)
                        .bind("band_override_approval", toText(policy.bandOverrideApproval))
                        .bind("now", unit.now())
                        .exec());
    }));
}

Result<void> BootstrapService::ensureModel(TenantId tenant, const QString &bundle, const QString &featureSet,
                                           const QJsonObject &manifest) const
{
    return untyped(UnitOfWork::run<bool>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) {
        Query insert = unit.query("model/insert_first");
        return done(insert.bind("tenant_id", tenant)
                        .bind("id", ModelId::make(unit.now()))
                        .bind("bundle", bundle)
                        .bind("feature_set_version", featureSet)
                        .bind("training", manifest)
                        .bind("now", unit.now())
                        .exec());
    }));
}

} // namespace countersign
