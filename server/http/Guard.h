// Asks who is calling and whether the endpoint row lets them: the one place where permissions are checked.
#pragma once

#include "core/api/Endpoint.h"
#include "server/auth/AccessTokens.h"
#include "server/http/HttpRequest.h"

namespace countersign {

class Guard {
public:
    explicit Guard(const AccessTokens &tokens) : m_tokens(tokens) {}

    /// Whether anything was presented that could be a token; not whether it is good.
    static bool hasCredentials(const HttpRequest &request);

    /// Unauthenticated without exactly one good bearer token.
    Result<Principal> principalOf(const HttpRequest &request) const;

    /// Unauthenticated or Forbidden; a principal without ids where everyone may call.
    Result<Principal> admit(const HttpRequest &request, Access access) const;

private:
    const AccessTokens &m_tokens;
};

} // namespace countersign
