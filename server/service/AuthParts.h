// What the services of signing in share.
#pragma once

#include "server/auth/AccessTokens.h"
#include "server/auth/AnswerSeal.h"
#include "server/auth/Passwords.h"
#include "server/auth/Sessions.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Everything must outlive the services. The clock of `context` is the real one, never that of the demo's business.
struct AuthParts {
    const ServiceContext &context;
    Passwords &passwords;
    const AccessTokens &tokens;
    SessionRules sessions;
    std::optional<AnswerSeal> codeSeal; ///< for the secrets of one-time codes; nothing: nobody can enrol
};

} // namespace countersign
