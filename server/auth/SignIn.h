// Signing in, staying signed in and signing out.
#pragma once

#include "core/api/AuthDtos.h"
#include "core/base/Clock.h"
#include "server/auth/AccessTokens.h"
#include "server/auth/Passwords.h"
#include "server/auth/RefreshToken.h"
#include "server/db/Transaction.h"

namespace countersign {

struct SessionRules {
    std::chrono::seconds idle{30 * 60};
    std::chrono::seconds absolute{12 * 3600};
    std::chrono::seconds grace{10}; ///< in which the token before the last one is still taken: an answer may be lost
};

class SignIn {
public:
    /// Everything must outlive the service. `clock` is the real one, never that of the demo's business.
    struct Parts {
        Database &database;
        Passwords &passwords;
        const AccessTokens &tokens;
        const Clock &clock;
    };

    explicit SignIn(const Parts &parts, const SessionRules &rules = {});

    /// Unauthenticated (`invalid_credentials`) for a wrong password, an unknown, inactive or locked user, and an
    /// address of several tenants without a tenant: one answer, after one time.
    Result<api::TokenResponse> signIn(const api::LoginRequest &request);

    /// Every refresh token is good once. Unauthenticated (`invalid_refresh_token`) for all others; the second use of a
    /// spent one ends the session.
    Result<api::TokenResponse> refresh(const api::RefreshRequest &request);

    /// Ends the session of the token; a token that is no good any more is no error.
    Result<> signOut(const api::RefreshRequest &request);

    /// Unauthenticated when the user is gone or inactive since the token was made.
    Result<api::UserInfo> describe(const Principal &principal);

private:
    struct Candidate;
    struct User {
        Principal principal;
        api::UserInfo info;
    };

    Result<std::optional<Candidate>> findCandidate(const api::LoginRequest &request);
    Result<User> loadUser(Transaction &transaction, TenantId tenant, UserId user, SessionId session);
    Result<api::TokenResponse> open(const Candidate &candidate);
    Result<api::TokenResponse> rotate(Transaction &transaction, const RefreshToken &presented);
    Result<> endSession(Transaction &transaction, SessionId session);
    api::TokenResponse answer(const User &user, const RefreshToken &token) const;

    const Parts m_parts;
    const SessionRules m_rules;
};

} // namespace countersign
