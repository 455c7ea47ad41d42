#include "server/service/SecondFactorService.h"

#include "core/api/Endpoint.h"
#include "server/auth/Totp.h"
#include "server/service/Judged.h"
#include "server/service/ProofOfIdentity.h"
#include "server/service/SecondFactor.h"

namespace countersign {

namespace {

constexpr char kRefused[] = "totp_refused";
constexpr char kIssuer[] = "Countersign";

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

Result<> withoutValue(const Result<Nothing> &result)
{
    return result ? Result<>() : Result<>(result.error());
}

template <class T>
Result<Judged<T>> refuseProof(ProofOfIdentity &proof, const char *reason)
{
    auto failed = proof.fail(kRefused, reason);
    return failed ? refuse<T>(notProved()) : failed.error();
}

} // namespace

Result<api::TotpSecret> SecondFactorService::begin(const Actor &actor, const api::TotpBegin &request) const
{
    const auto compared = PasswordComparison::of(m_parts, actor, request.password);
    if (!compared)
        return compared.error();
    using Answer = Judged<api::TotpSecret>;
    return runJudged<api::TotpSecret>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Answer> {
        auto proof = ProofOfIdentity::begin(unit, *actor.user);
        if (!proof)
            return proof.error();
        if (!proof->accepts(*compared))
            return refuseProof<api::TotpSecret>(*proof, "password");
        auto factor = SecondFactor::load(m_parts, unit, *actor.user);
        if (!factor)
            return factor.error();
        if (factor->isInForce())
            return conflict("totp_enabled", QStringLiteral("One-time codes are in force; remove them first."));
        const auto account = Accounts(unit.transaction(), unit.tenant()).load(*actor.user);
        if (!account)
            return account.error();
        const auto secret = factor->begin();
        if (!secret)
            return secret.error();
        unit.audit({"user", actor.user->uuid(), "totp_begun", {}, {}});
        return Answer(api::TotpSecret{totp::toBase32(*secret),
                                      totp::otpauthUri(QLatin1String(kIssuer), account->info.email, *secret)});
    });
}

Result<> SecondFactorService::confirm(const Actor &actor, const api::TotpConfirm &request) const
{
    return withoutValue(runJudged<Nothing>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Judged<Nothing>> {
        auto proof = ProofOfIdentity::begin(unit, *actor.user);
        if (!proof)
            return proof.error();
        auto factor = SecondFactor::load(m_parts, unit, *actor.user);
        if (!factor)
            return factor.error();
        if (!factor->hasBegun() || factor->isInForce())
            return conflict("totp_not_begun", QStringLiteral("There is no secret that waits for its first code."));
        const auto isGood = proof->isLocked() ? Result<bool>(false) : factor->use(request.code);
        if (!isGood)
            return isGood.error();
        if (!*isGood)
            return refuseProof<Nothing>(*proof, "totp");
        unit.audit({"user", actor.user->uuid(), "totp_enabled", {}, {}});
        return Judged<Nothing>(Nothing{});
    }));
}

Result<> SecondFactorService::remove(const Actor &actor, const api::TotpRemove &request) const
{
    const auto compared = PasswordComparison::of(m_parts, actor, request.password);
    if (!compared)
        return compared.error();
    return withoutValue(runJudged<Nothing>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Judged<Nothing>> {
        auto proof = ProofOfIdentity::begin(unit, *actor.user);
        if (!proof)
            return proof.error();
        auto factor = SecondFactor::load(m_parts, unit, *actor.user);
        if (!factor)
            return factor.error();
        if (!factor->isInForce())
            return conflict("totp_not_enabled", QStringLiteral("There are no one-time codes to remove."));
        const auto isGood = proof->accepts(*compared) ? factor->use(request.code) : Result<bool>(false);
        if (!isGood)
            return isGood.error();
        if (!*isGood)
            return refuseProof<Nothing>(*proof, "totp");
        if (auto removed = factor->remove(); !removed)
            return removed.error();
        unit.audit({"user", actor.user->uuid(), "totp_removed", {}, {}});
        return Judged<Nothing>(Nothing{});
    }));
}

} // namespace countersign
