#include "server/http/Guard.h"

namespace countersign {

namespace {

constexpr char kScheme[] = "bearer ";
constexpr qsizetype kSchemeLength = sizeof kScheme - 1;

} // namespace

bool Guard::hasCredentials(const HttpRequest &request)
{
    return request.headers.count("Authorization") == 1
        && qstrnicmp(request.header("Authorization").constData(), kScheme, kSchemeLength) == 0;
}

Result<Principal> Guard::principalOf(const HttpRequest &request) const
{
    if (!hasCredentials(request))
        return Error{ErrorCode::Unauthenticated, QStringLiteral("unauthenticated"),
                     QStringLiteral("send an access token: Authorization: Bearer ..."), {}};
    const QByteArray header = request.header("Authorization");
    return m_tokens.verify(QByteArrayView(header).sliced(kSchemeLength));
}

Result<Principal> Guard::admit(const HttpRequest &request, Access access) const
{
    if (access.isPublic())
        return Principal{};
    Result<Principal> principal = principalOf(request);
    if (principal && !access.allows(principal->permissions))
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"),
                     QStringLiteral("this needs the permission %1").arg(toText(*access.permission())), {}};
    return principal;
}

} // namespace countersign
