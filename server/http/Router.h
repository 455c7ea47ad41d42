// Finds the route of a request by method and path.
#pragma once

#include "core/api/Endpoint.h"
#include "server/http/Call.h"
#include "server/http/HttpRequest.h"
#include "server/http/HttpResponse.h"

#include <QHash>

#include <functional>

namespace countersign {

struct Route {
    Method method = Method::Get;
    QByteArray path; ///< whole: `/api/v1/queue/{id}/assign`
    Access access = Access::everyone();
    qint64 bodyLimit = 0;
    std::function<Result<HttpResponse>(const Call &, const HttpRequest &)> handle;
};

class Router {
public:
    struct Match {
        const Route *route = nullptr;
        QList<std::pair<QByteArray, QString>> values; ///< of the `{name}` parts, decoded
        QByteArray allow;                             ///< methods of this path when none of them fits
    };

    /// Adding the same method and path twice is a programming error. Routes stay where they are.
    void add(Route route);

    /// HEAD finds the GET route. `route` and `allow` are both empty when nothing has this path.
    Match find(const QByteArray &method, const QByteArray &path) const;

    const std::vector<std::unique_ptr<Route>> &routes() const { return m_routes; }

private:
    using SamePath = QList<const Route *>;
    static Match choose(const SamePath &candidates, const QByteArray &method);

    std::vector<std::unique_ptr<Route>> m_routes;
    QHash<QByteArray, SamePath> m_plain;                        ///< paths without parameters
    QHash<qsizetype, QList<std::pair<QList<QByteArray>, SamePath>>> m_patterns; ///< by number of parts
};

} // namespace countersign
