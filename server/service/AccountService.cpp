#include "server/service/AccountService.h"

#include "core/access/PasswordRules.h"
#include "core/api/Endpoint.h"
#include "server/auth/Accounts.h"
#include "server/service/Judged.h"
#include "server/service/ProofOfIdentity.h"

namespace countersign {

namespace {

constexpr char kNewPassword[] = "new_password";

Result<> withoutValue(const Result<Nothing> &result)
{
    return result ? Result<>() : Result<>(result.error());
}

Error invalid(const FieldError &fault)
{
    return {ErrorCode::Invalid,
            QStringLiteral("validation_failed"),
            QStringLiteral("The new password will not do; see errors."),
            {fault}};
}

/// Ends sessions of a user and records each.
Result<int> endSessions(UnitOfWork &unit, const Sessions::Of &which, const char *reason)
{
    const auto ended = Sessions(unit.transaction()).endAll(which, unit.now());
    if (!ended)
        return ended.error();
    for (const SessionId &session : *ended)
        unit.audit({"session", session.uuid(), "ended", {}, {{QStringLiteral("reason"), QLatin1String(reason)}}});
    return int(ended->size());
}

} // namespace

Result<api::UserInfo> AccountService::describe(const Actor &actor) const
{
    return UnitOfWork::run<api::UserInfo>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::UserInfo> {
        const auto account = Accounts(unit.transaction(), unit.tenant()).load(*actor.user);
        return account ? Result<api::UserInfo>(account->info) : account.error();
    });
}

Result<api::SessionList> AccountService::sessions(const Actor &actor) const
{
    return UnitOfWork::run<api::SessionList>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::SessionList> {
        auto items =
            Sessions(unit.transaction()).listOf({unit.tenant(), *actor.user, {}, {}}, unit.now(), m_parts.sessions);
        if (!items)
            return items.error();
        for (api::SessionItem &item : *items)
            item.current = item.id == actor.session;
        return api::SessionList{*items};
    });
}

Result<> AccountService::endSession(const Actor &actor, SessionId session) const
{
    return withoutValue(UnitOfWork::run<Nothing>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Nothing> {
        const auto ended = endSessions(unit, {unit.tenant(), *actor.user, {}, session}, "ended_by_user");
        if (!ended)
            return ended.error();
        if (*ended == 0)
            return Error{
                ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such session."), {}};
        return Nothing{};
    }));
}

Result<> AccountService::endAllSessions(const Actor &actor) const
{
    return withoutValue(UnitOfWork::run<Nothing>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Nothing> {
        const auto ended = endSessions(unit, {unit.tenant(), *actor.user, {}, {}}, "signed_out_everywhere");
        return ended ? Result<Nothing>(Nothing{}) : ended.error();
    }));
}

Result<> AccountService::checkNew(const Actor &actor, const api::PasswordChange &request) const
{
    const QString path = QLatin1String(kNewPassword);
    if (request.newPassword == request.currentPassword)
        return invalid({path, QStringLiteral("unchanged"), QStringLiteral("is the current one")});
    const auto account = describe(actor);
    if (!account)
        return account.error();
    const auto fault = passwordFault(request.newPassword, account->email, path);
    return fault ? Result<>(invalid(*fault)) : Result<>();
}

Result<> AccountService::changePassword(const Actor &actor, const api::PasswordChange &request) const
{
    if (auto checked = checkNew(actor, request); !checked)
        return checked;
    const auto compared = PasswordComparison::of(m_parts, actor, request.currentPassword);
    if (!compared)
        return compared.error();
    const auto fresh = compared->isRight ? m_parts.passwords.hash(request.newPassword) : Result<QString>(QString());
    if (!fresh)
        return fresh.error();
    return withoutValue(runJudged<Nothing>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Judged<Nothing>> {
        auto proof = ProofOfIdentity::begin(unit, *actor.user);
        if (!proof)
            return proof.error();
        if (!proof->accepts(*compared)) {
            auto failed = proof->fail("password_change_refused", "password");
            return failed ? refuse<Nothing>(notProved()) : failed.error();
        }
        if (auto set = Accounts(unit.transaction(), unit.tenant()).setPassword(*actor.user, *fresh, false, unit.now());
            !set)
            return set.error();
        unit.audit({"user", actor.user->uuid(), "password_changed", {}, {}});
        const auto ended = endSessions(unit, {unit.tenant(), *actor.user, actor.session, {}}, "password_changed");
        return ended ? Result<Judged<Nothing>>(Nothing{}) : ended.error();
    }));
}

} // namespace countersign
