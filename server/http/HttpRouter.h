// Finds the route of a request by method and path.
#pragma once

#include "core/api/Endpoint.h"
#include "server/http/Call.h"
#include "server/http/HttpRequest.h"
#include "server/http/HttpResponse.h"

#include <QHash>

#include <functional>

namespace countersign {

struct HttpRoute {
    Method method = Method::Get;
    QByteArray path; ///< whole: `/api/v1/queue/{id}/assign`
    Access access = Access::everyone();
    qint64 bodyLimit = 0;
    std::function<Result<HttpResponse>(const Call &, const HttpRequest &)> handle;
};

class HttpRouter {
public:
    struct Match {
        const HttpRoute *route = nullptr;
        QList<std::pair<QByteArray, QString>> values; ///< of the `{name}` parts, decoded
        QByteArray allow;                             ///< methods of this path when none of them fits
    };

    /// Adding the same method and path twice is a programming error. Routes stay where they are.
    void add(HttpRoute route);

    /// HEAD finds the GET route. `route` and `allow` are both empty when nothing has this path.
    Match find(const QByteArray &method, const QByteArray &path) const;

    const std::vector<std::unique_ptr<HttpRoute>> &routes() const { return m_routes; }

private:
    using SamePath = QList<const HttpRoute *>;
    static Match choose(const SamePath &candidates, const QByteArray &method);

    std::vector<std::unique_ptr<HttpRoute>> m_routes;
    QHash<QByteArray, SamePath> m_plain;                        ///< paths without parameters
    QHash<qsizetype, QList<std::pair<QList<QByteArray>, SamePath>>> m_patterns; ///< by number of parts
};

} // namespace countersign
