#include "server/http/Guard.h"

namespace countersign {

namespace {

constexpr char kScheme[] = "bearer ";
constexpr qsizetype kSchemeLength = sizeof kScheme - 1;
constexpr char kKeyHeader[] = "X-Api-Key";

bool hasToken(const HttpRequest &request)
{
    return request.headers.count("Authorization") == 1
        && qstrnicmp(request.header("Authorization").constData(), kScheme, kSchemeLength) == 0;
}

bool hasKey(const HttpRequest &request)
{
    return request.headers.count(kKeyHeader) == 1;
}

/// Two identities in one request are nobody's.
Result<void> checkOne(const HttpRequest &request)
{
    if (request.headers.count(kKeyHeader) > 0 && request.headers.count("Authorization") > 0)
        return Error{ErrorCode::Malformed,
                     QStringLiteral("two_credentials"),
                     QStringLiteral("send an access token or an API key, not both"),
                     {}};
    return {};
}

} // namespace

bool Guard::hasCredentials(const HttpRequest &request)
{
    return hasToken(request) || hasKey(request);
}

bool Guard::isUnknownKey(const HttpRequest &request) const
{
    return hasKey(request) && !m_keys.knows(request.header(kKeyHeader));
}

Result<Principal> Guard::tokenOf(const HttpRequest &request) const
{
    if (!hasToken(request))
        return Error{ErrorCode::Unauthenticated,
                     QStringLiteral("unauthenticated"),
                     QStringLiteral("send an access token (Authorization: Bearer ...) or an API key (X-Api-Key: ...)"),
                     {}};
    const QByteArray header = request.header("Authorization");
    return m_tokens.verify(QByteArrayView(header).sliced(kSchemeLength));
}

Result<Principal> Guard::principalOf(const HttpRequest &request) const
{
    if (auto one = checkOne(request); !one)
        return one.error();
    return hasKey(request) ? m_keys.verify(request.header(kKeyHeader)) : tokenOf(request);
}

Result<Principal> Guard::admit(const HttpRequest &request, Access access) const
{
    if (access.isPublic())
        return Principal{};
    const Result<Principal> principal = principalOf(request);
    if (!principal)
        return principal;
    if (auto standing = principal->apiKey ? Result<>() : m_sessions.check(*principal); !standing)
        return standing.error();
    return judge(*principal, access);
}

Result<Principal> Guard::admitHead(const HttpRequest &request, Access access) const
{
    if (access.isPublic())
        return Principal{};
    if (auto one = checkOne(request); !one)
        return one.error();
    const Result<Principal> principal =
        hasKey(request) ? m_keys.verifyInMemory(request.header(kKeyHeader)) : tokenOf(request);
    if (!principal)
        return principal;
    if (auto standing = principal->apiKey ? Result<>() : m_sessions.checkInMemory(*principal); !standing)
        return standing.error();
    return judge(*principal, access);
}

Result<Principal> Guard::judge(const Principal &principal, Access access)
{
    if (principal.scope == TokenScope::PasswordChange && !access.admitsNewcomers())
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("password_change_required"),
                     QStringLiteral("change the password first: POST /auth/password"),
                     {}};
    if (principal.apiKey ? access.allowsKey(principal.permissions) : access.allows(principal.permissions))
        return principal;
    return Error{ErrorCode::Forbidden,
                 QStringLiteral("forbidden"),
                 access.permissions().isEmpty()
                     ? QStringLiteral("this is for people, not for API keys")
                     : QStringLiteral("this needs the permission %1").arg(access.permissions().toTexts().join(QStringLiteral(" or "))),
                 {}};
}

} // namespace countersign
