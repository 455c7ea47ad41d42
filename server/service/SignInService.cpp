#include "server/service/SignInService.h"

#include "core/api/Endpoint.h"
#include "server/service/ProofOfIdentity.h"
#include "server/service/SecondFactor.h"

namespace countersign {

namespace {

constexpr char kFailed[] = "sign_in_failed";

Error badRefreshToken()
{
    return {ErrorCode::Unauthenticated,
            QStringLiteral("invalid_refresh_token"),
            QStringLiteral("the refresh token is not accepted; sign in again"),
            {}};
}

Error refusedCode(const char *reason)
{
    return {ErrorCode::Unauthenticated,
            QLatin1String(reason),
            QStringLiteral("send the one-time code of the authenticator app"),
            {}};
}

void auditSession(UnitOfWork &unit, SessionId session, const char *action, const char *reason)
{
    unit.audit({"session", session.uuid(), action, {}, {{QStringLiteral("reason"), QLatin1String(reason)}}});
}

/// The unit learns by the token whose it is.
Result<std::optional<SessionRow>> lockSession(UnitOfWork &unit, const Visitor &visitor, SessionId id)
{
    auto session = Sessions(unit.transaction()).lock(id);
    if (!session || !*session)
        return session;
    unit.actAs(visitor.as((*session)->tenant, (*session)->user));
    if (auto set = unit.transaction().setTenant((*session)->tenant); !set)
        return set.error();
    return session;
}

} // namespace

Result<api::TokenResponse> SignInService::signIn(const Visitor &visitor, const api::LoginRequest &request) const
{
    const auto candidate = Accounts::find(m_parts.context.database, request.email, request.tenant);
    if (!candidate)
        return candidate.error();
    const bool canMatch = *candidate && !(*candidate)->passwordHash.isEmpty();
    // No transaction is open here: a hash takes a tenth of a second.
    const Result<bool> verified = canMatch ? m_parts.passwords.verify((*candidate)->passwordHash, request.password)
                                           : m_parts.passwords.verifyNobody(request.password);
    if (!verified)
        return verified.error();
    if (!*candidate) {
        const auto counted = Accounts::countUnknown(m_parts.context.database, request.email);
        return counted ? badCredentials() : counted.error();
    }
    Attempt attempt{visitor, **candidate, *verified, request.totp, {}};
    if (*verified) {
        auto better = betterHash(**candidate, request.password);
        if (!better)
            return better.error();
        attempt.betterHash = std::move(*better);
    }
    return runJudged<api::TokenResponse>(m_parts.context, visitor.at((*candidate)->tenant),
                                         [&](UnitOfWork &unit) { return judge(unit, attempt); });
}

Result<std::optional<QString>> SignInService::betterHash(const Candidate &candidate, const QString &password) const
{
    if (!m_parts.passwords.isOutdated(candidate.passwordHash))
        return std::optional<QString>();
    auto hash = m_parts.passwords.hash(password);
    return hash ? Result<std::optional<QString>>(std::move(*hash)) : hash.error();
}

Result<SignInService::Answer> SignInService::judge(UnitOfWork &unit, const Attempt &attempt) const
{
    const UserId user = attempt.candidate.user;
    auto proof = ProofOfIdentity::begin(unit, user);
    if (!proof)
        return proof.error().code == ErrorCode::Unauthenticated ? badCredentials() : proof.error();
    if (!proof->accepts({attempt.candidate.passwordHash, attempt.hasPassword})) {
        auto failed = proof->fail(kFailed, "password");
        return failed ? refuse<api::TokenResponse>(badCredentials()) : failed.error();
    }
    const auto account = Accounts(unit.transaction(), unit.tenant()).load(user);
    if (!account && account.error().code == ErrorCode::Unauthenticated) {
        unit.audit({"user", user.uuid(), kFailed, {}, {{QStringLiteral("reason"), QStringLiteral("inactive")}}});
        return refuse<api::TokenResponse>(badCredentials());
    }
    if (!account)
        return account.error();
    const auto refusal = judgeCode(unit, attempt, *proof);
    if (!refusal)
        return refusal.error();
    return *refusal ? refuse<api::TokenResponse>(**refusal) : open(unit, attempt, *account);
}

Result<std::optional<Error>> SignInService::judgeCode(UnitOfWork &unit, const Attempt &attempt,
                                                      ProofOfIdentity &proof) const
{
    auto factor = SecondFactor::load(m_parts, unit, attempt.candidate.user);
    if (!factor)
        return factor.error();
    if (!factor->isInForce())
        return std::optional<Error>();
    if (!attempt.code)
        return std::optional(refusedCode("totp_required"));
    const auto isGood = factor->use(*attempt.code);
    if (!isGood)
        return isGood.error();
    if (*isGood)
        return std::optional<Error>();
    const auto failed = proof.fail(kFailed, "totp");
    return failed ? Result<std::optional<Error>>(std::optional(refusedCode("invalid_totp"))) : failed.error();
}

Result<SignInService::Answer> SignInService::open(UnitOfWork &unit, const Attempt &attempt,
                                                  const Account &account) const
{
    const UserId user = attempt.candidate.user;
    unit.actAs(attempt.visitor.as(unit.tenant(), user));
    SessionRow session;
    session.id = SessionId::make(unit.now());
    session.tenant = unit.tenant();
    session.user = user;
    session.familyKey = RefreshToken::makeFamilyKey();
    session.expiresAt = unit.now() + m_parts.sessions.absolute;
    const RefreshToken token = RefreshToken::make(session.id, session.familyKey);
    session.tokenHash = token.hash();
    const Sessions::Client client{attempt.visitor.address, attempt.visitor.userAgent};
    if (auto created = Sessions(unit.transaction()).create(session, client, unit.now()); !created)
        return created.error();
    if (auto recorded = Accounts(unit.transaction(), unit.tenant()).recordSignIn(user, unit.now(), attempt.betterHash);
        !recorded)
        return recorded.error();
    unit.audit({"user", user.uuid(), "signed_in", {}, {{QStringLiteral("session_id"), session.id.toString()}}});
    return Answer(answer(account, token, session.expiresAt));
}

Result<api::TokenResponse> SignInService::refresh(const Visitor &visitor, const api::RefreshRequest &request) const
{
    const auto presented = RefreshToken::parse(request.refreshToken);
    if (!presented)
        return badRefreshToken();
    return runJudged<api::TokenResponse>(m_parts.context, visitor.at({}), [&](UnitOfWork &unit) -> Result<Answer> {
        const auto session = lockSession(unit, visitor, presented->session);
        if (!session)
            return session.error();
        return *session ? rotate(unit, *presented, **session) : refuse<api::TokenResponse>(badRefreshToken());
    });
}

Result<SignInService::Answer> SignInService::rotate(UnitOfWork &unit, const RefreshToken &presented,
                                                    const SessionRow &session) const
{
    if (session.isOver(unit.now(), m_parts.sessions)) {
        auditSession(unit, session.id, "refresh_refused", "expired");
        return refuse<api::TokenResponse>(badRefreshToken());
    }
    const bool isCurrent = presented.hasHash(session.tokenHash);
    const bool isInGrace =
        presented.hasHash(session.previousHash) && unit.now() - session.rotatedAt < m_parts.sessions.grace;
    if (!isCurrent && !isInGrace)
        return refuseSpent(unit, presented, session);
    auto account = Accounts(unit.transaction(), unit.tenant()).load(session.user);
    if (!account && account.error().code == ErrorCode::Unauthenticated) {
        auditSession(unit, session.id, "refresh_refused", "inactive");
        return refuse<api::TokenResponse>(account.error());
    }
    if (!account)
        return account.error();
    account->principal.sessionId = session.id;
    const RefreshToken next = RefreshToken::make(session.id, session.familyKey);
    Sessions sessions(unit.transaction());
    if (auto rotated = isCurrent ? sessions.rotate(next, unit.now()) : sessions.rotateAgain(next); !rotated)
        return rotated.error();
    return Answer(answer(*account, next, session.expiresAt));
}

/// A token that this session gave out and that was used before: somebody has a copy, and nobody can tell who.
Result<SignInService::Answer> SignInService::refuseSpent(UnitOfWork &unit, const RefreshToken &presented,
                                                         const SessionRow &session) const
{
    if (!presented.isOfFamily(session.familyKey)) {
        auditSession(unit, session.id, "refresh_refused", "unknown_token");
        return refuse<api::TokenResponse>(badRefreshToken());
    }
    if (auto ended = Sessions(unit.transaction()).end(session.id, unit.now()); !ended)
        return ended.error();
    auditSession(unit, session.id, "ended", "token_reused");
    return refuse<api::TokenResponse>(badRefreshToken());
}

Result<> SignInService::signOut(const Visitor &visitor, const api::RefreshRequest &request) const
{
    const auto presented = RefreshToken::parse(request.refreshToken);
    if (!presented)
        return {};
    const auto done =
        UnitOfWork::run<Nothing>(m_parts.context, visitor.at({}), [&](UnitOfWork &unit) -> Result<Nothing> {
            const auto session = lockSession(unit, visitor, presented->session);
            if (!session)
                return session.error();
            if (!*session || !presented->isOfFamily((*session)->familyKey))
                return Nothing{};
            if (auto ended = Sessions(unit.transaction()).end(presented->session, unit.now()); !ended)
                return ended.error();
            auditSession(unit, presented->session, "ended", "signed_out");
            return Nothing{};
        });
    return done ? Result<>() : Result<>(done.error());
}

api::TokenResponse SignInService::answer(const Account &account, const RefreshToken &token, Instant sessionEnd) const
{
    const Instant now = m_parts.context.clock.now();
    const Instant notAfter = std::min(sessionEnd, now + m_parts.sessions.idle);
    Principal principal = account.principal;
    principal.sessionId = token.session;
    api::TokenResponse response;
    response.accessToken = QString::fromLatin1(m_parts.tokens.issue(principal, notAfter));
    response.refreshToken = token.toText();
    response.expiresIn =
        int(std::chrono::floor<std::chrono::seconds>(std::min<Duration>(m_parts.tokens.lifetime(), notAfter - now))
                .count());
    response.user = account.info;
    return response;
}

} // namespace countersign
