#include "server/service/StepUpService.h"

#include "server/auth/StepUpTokens.h"
#include "server/service/Judged.h"
#include "server/service/ProofOfIdentity.h"
#include "server/service/SecondFactor.h"

namespace countersign {

namespace {

/// Exactly one of the two.
Result<> checkForm(const api::StepUpRequest &request)
{
    if (request.password.has_value() != request.totp.has_value())
        return {};
    return Error{
        ErrorCode::Invalid,
        QStringLiteral("validation_failed"),
        QStringLiteral("A step-up needs one proof; see errors."),
        {{QStringLiteral("password"), QStringLiteral("one_of"), QStringLiteral("give either password or totp")}}};
}

/// What was wrong, or nothing.
Result<const char *> faultOfCode(const AuthParts &parts, UnitOfWork &unit, const ProofOfIdentity &proof,
                                 const QString &code)
{
    auto factor = SecondFactor::load(parts, unit, *unit.actor().user);
    if (!factor)
        return factor.error();
    const auto isGood = factor->isInForce() && !proof.isLocked() ? factor->use(code) : Result<bool>(false);
    if (!isGood)
        return isGood.error();
    return *isGood ? nullptr : "totp";
}

} // namespace

Result<api::StepUpToken> StepUpService::stepUp(const Actor &actor, const api::StepUpRequest &request) const
{
    if (auto checked = checkForm(request); !checked)
        return checked.error();
    const auto compared = request.password ? PasswordComparison::of(m_parts, actor, *request.password)
                                           : Result<PasswordComparison>(PasswordComparison{});
    if (!compared)
        return compared.error();
    using Answer = Judged<api::StepUpToken>;
    return runJudged<api::StepUpToken>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Answer> {
        auto proof = ProofOfIdentity::begin(unit, *actor.user);
        if (!proof)
            return proof.error();
        const auto fault = request.totp ? faultOfCode(m_parts, unit, *proof, *request.totp)
                                        : Result<const char *>(proof->accepts(*compared) ? nullptr : "password");
        if (!fault)
            return fault.error();
        if (*fault) {
            auto failed = proof->fail("step_up_refused", *fault);
            return failed ? refuse<api::StepUpToken>(notProved()) : failed.error();
        }
        const auto token = StepUpTokens(unit.transaction(), unit.actor()).issue({request.action, request.objectId});
        if (!token)
            return token.error();
        unit.audit({"user",
                    actor.user->uuid(),
                    "stepped_up",
                    {},
                    {{QStringLiteral("step_up_action"), toText(request.action)},
                     {QStringLiteral("object_id"), request.objectId.toString(QUuid::WithoutBraces)}}});
        return Answer(api::StepUpToken{*token, int(StepUpTokens::kLifetime.count())});
    });
}

Result<> StepUpService::require(UnitOfWork &unit, StepUpAction action, const QUuid &object)
{
    const auto used = StepUpTokens(unit.transaction(), unit.actor()).use({action, object});
    if (!used)
        return used.error();
    if (*used)
        return {};
    return Error{ErrorCode::Forbidden,
                 QStringLiteral("step_up_required"),
                 QStringLiteral("prove again who you are (POST /auth/step-up) for %1 and send the token as X-Step-Up")
                     .arg(toText(action)),
                 {}};
}

} // namespace countersign
