#include "server/auth/SessionCheck.h"

#include "server/db/Query.h"

namespace countersign {

namespace {

Error revoked()
{
    return {ErrorCode::Unauthenticated,
            QStringLiteral("token_revoked"),
            QStringLiteral("the session ended or the rights changed since the token was made: refresh it"),
            {}};
}

} // namespace

Result<void> SessionCheck::checkInMemory(const Principal &principal) const
{
    return m_revocations.of(principal) == Revocations::Standing::Revoked ? Result<void>(revoked()) : Result<void>();
}

Result<void> SessionCheck::check(const Principal &principal) const
{
    const Revocations::Standing standing = m_revocations.of(principal);
    if (standing == Revocations::Standing::Good)
        return {};
    if (standing == Revocations::Standing::Revoked)
        return revoked();
    Query query = Query::alone(m_database, principal.tenantId, "sessions/is_good");
    query.bind("tenant_id", principal.tenantId).bind("id", principal.sessionId).bind("user_id", principal.userId);
    if (auto asked = query.bind("authz_version", principal.authzVersion).exec(); !asked)
        return asked;
    return query.next() ? Result<void>() : Result<void>(revoked());
}

} // namespace countersign
