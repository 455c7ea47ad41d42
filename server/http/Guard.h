// Asks who is calling and whether the endpoint row lets them: the one place where permissions are checked.
#pragma once

#include "core/api/Endpoint.h"
#include "server/auth/AccessTokens.h"
#include "server/auth/ApiKeys.h"
#include "server/auth/SessionCheck.h"
#include "server/http/HttpRequest.h"

namespace countersign {

class Guard {
public:
    Guard(const AccessTokens &tokens, ApiKeys &keys, const SessionCheck &sessions)
        : m_tokens(tokens), m_keys(keys), m_sessions(sessions)
    {
    }

    /// Whether anything was presented that could be a token or an API key; not whether it is good.
    static bool hasCredentials(const HttpRequest &request);
    /// Whether an API key was presented that only the database can know.
    bool isUnknownKey(const HttpRequest &request) const;

    /// Unauthenticated without exactly one good bearer token or API key; Malformed (`two_credentials`) for both. May ask
    /// the database.
    Result<Principal> principalOf(const HttpRequest &request) const;

    /// Unauthenticated, also when the session or the rights ended since; Forbidden; a principal without ids where everyone
    /// may call. May ask the database.
    Result<Principal> admit(const HttpRequest &request, Access access) const;

    /// The same by what lies in memory, before the body is read.
    Result<Principal> admitHead(const HttpRequest &request, Access access) const;

private:
    Result<Principal> tokenOf(const HttpRequest &request) const;
    static Result<Principal> judge(const Principal &principal, Access access);

    const AccessTokens &m_tokens;
    ApiKeys &m_keys;
    const SessionCheck &m_sessions;
};

} // namespace countersign
