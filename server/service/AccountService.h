// What signed-in users do with their own account: look at it, end sessions, change the password.
#pragma once

#include "core/api/AuthDtos.h"
#include "server/service/AuthParts.h"

namespace countersign {

class AccountService {
public:
    explicit AccountService(const AuthParts &parts) : m_parts(parts) {}

    /// Unauthenticated when the user is gone or inactive since the token was made.
    Result<api::UserInfo> describe(const Actor &actor) const;

    Result<api::SessionList> sessions(const Actor &actor) const;
    /// NotFound unless it is a session of the actor that has not ended.
    Result<> endSession(const Actor &actor, SessionId session) const;
    Result<> endAllSessions(const Actor &actor) const;

    /// Ends all other sessions. Forbidden (`invalid_credentials`) for a wrong current password, which counts as a failed
    /// sign-in; Invalid for a new one that breaks a rule or is the old one.
    Result<> changePassword(const Actor &actor, const api::PasswordChange &request) const;

private:
    Result<> checkNew(const Actor &actor, const api::PasswordChange &request) const;

    const AuthParts m_parts;
};

} // namespace countersign
