// Signing in, staying signed in and signing out.
#pragma once

#include "core/api/AuthDtos.h"
#include "server/auth/Accounts.h"
#include "server/service/AuthParts.h"
#include "server/service/Judged.h"
#include "server/service/Visitor.h"

namespace countersign {

class ProofOfIdentity;

class SignInService {
public:
    explicit SignInService(const AuthParts &parts) : m_parts(parts) {}

    /// Unauthenticated (`invalid_credentials`) for a wrong password, an unknown, inactive or locked user, and an
    /// address of several tenants without a tenant: one answer, after one time. After the right password `totp_required`
    /// when the user has one-time codes and none was sent, and `invalid_totp` for a wrong one, which counts as a failure.
    Result<api::TokenResponse> signIn(const Visitor &visitor, const api::LoginRequest &request) const;

    /// Every refresh token is good once. Unauthenticated (`invalid_refresh_token`) for all others; the second use of a
    /// spent one, however old, ends the session.
    Result<api::TokenResponse> refresh(const Visitor &visitor, const api::RefreshRequest &request) const;

    /// Ends the session of the token; a token that is no good any more is no error.
    Result<> signOut(const Visitor &visitor, const api::RefreshRequest &request) const;

private:
    using Answer = Judged<api::TokenResponse>;

    struct Attempt {
        const Visitor &visitor;
        const Candidate &candidate;
        bool hasPassword = false;
        std::optional<QString> code;
        std::optional<QString> betterHash; ///< to be stored instead of an outdated one
    };

    Result<std::optional<QString>> betterHash(const Candidate &candidate, const QString &password) const;
    Result<Answer> judge(UnitOfWork &unit, const Attempt &attempt) const;
    /// Nothing wrong, or the refusal.
    Result<std::optional<Error>> judgeCode(UnitOfWork &unit, const Attempt &attempt, ProofOfIdentity &proof) const;
    Result<Answer> open(UnitOfWork &unit, const Attempt &attempt, const Account &account) const;
    Result<Answer> rotate(UnitOfWork &unit, const RefreshToken &presented, const SessionRow &session) const;
    Result<Answer> refuseSpent(UnitOfWork &unit, const RefreshToken &presented, const SessionRow &session) const;
    api::TokenResponse answer(const Account &account, const RefreshToken &token, Instant sessionEnd) const;

    const AuthParts m_parts;
};

} // namespace countersign
