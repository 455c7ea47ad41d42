// What a handler knows of the request beside its body and its query.
#pragma once

#include "core/access/Actor.h"
#include "core/base/Result.h"
#include "server/auth/Principal.h"
#include "server/service/Visitor.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <optional>
#include <utility>

namespace countersign {

struct Call {
    Principal principal; ///< null ids on endpoints that everyone may call
    QByteArray requestId;
    QHostAddress remote;
    QList<std::pair<QByteArray, QString>> path; ///< the values of `{name}` parts, decoded
    std::optional<int> version;                 ///< of If-Match: "12"
    IdempotencyClaim *claim = nullptr;          ///< of an Idempotency-Key
    QByteArray userAgent;
    QByteArray stepUp; ///< of X-Step-Up

    /// Who the services and their audit entries see.
    Actor actor() const
    {
        Actor actor{principal.tenantId,
                    principal.apiKey ? std::nullopt : std::optional(principal.userId),
                    principal.permissions,
                    QUuid::fromString(QLatin1String(requestId)),
                    remote.toString(),
                    claim,
                    principal.apiKey};
        if (!principal.apiKey)
            actor.session = principal.sessionId;
        actor.stepUp = QString::fromLatin1(stepUp);
        return actor;
    }

    /// Who asks on an endpoint that everyone may call.
    Visitor visitor() const
    {
        return {QUuid::fromString(QLatin1String(requestId)), remote.toString(), QString::fromUtf8(userAgent)};
    }

    QString pathValue(QByteArrayView name) const
    {
        for (const auto &[key, value] : path)
            if (key == name)
                return value;
        return {};
    }

    /// The path parameter `name` as an id; NotFound when it is none, because nothing has that id.
    template <class AnyId>
    Result<AnyId> id(const char *name = "id") const
    {
        const std::optional<AnyId> parsed = AnyId::parse(pathValue(name));
        if (!parsed)
            return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("there is no such thing"), {}};
        return *parsed;
    }

    /// The version of If-Match; VersionRequired when it is missing.
    Result<int> requiredVersion() const
    {
        if (!version)
            return Error{ErrorCode::VersionRequired, QStringLiteral("version_required"),
                         QStringLiteral("send If-Match with the version that was read"), {}};
        return *version;
    }
};

} // namespace countersign
