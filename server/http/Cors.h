// Which web pages of other origins may call the API.
#pragma once

#include "server/http/HttpRequest.h"
#include "server/http/HttpResponse.h"

#include <QList>

#include <optional>

namespace countersign {

class Cors {
public:
    /// Origins as browsers send them: `https://desk.example:8443`. An empty list allows none.
    explicit Cors(QList<QByteArray> origins) : m_origins(std::move(origins)) {}

    /// The answer to a preflight request, when this is one; `allowedMethods` is that of the path.
    std::optional<HttpResponse> preflight(const HttpRequest &request, const QByteArray &allowedMethods) const;

    /// Lets the page read the answer when its origin is allowed.
    void addTo(HttpResponse &response, const HttpRequest &request) const;

private:
    QList<QByteArray> m_origins;
};

} // namespace countersign
