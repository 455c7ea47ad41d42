#include "server/http/RouteTable.h"

#include <QUrlQuery>

namespace countersign {

namespace {

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower() == "application/json";
}

/// A version read is a version to send back with If-Match.
void addValidators(HttpResponse &response, const QJsonObject &object)
{
    const QJsonValue version = object.value(QLatin1String("version"));
    if (version.isDouble())
        response.headers.add("ETag", '"' + QByteArray::number(version.toInteger()) + '"');
}

} // namespace

void RouteTable::add(const RowFacts &facts, Serve serve)
{
    const auto reply = [success = facts.success](const QJsonValue &answer, const HttpRequest &request) {
        return jsonResponse(success, answer, request);
    };
    RepeatRule rule{facts.repeat, QByteArray(toCString(facts.method)) + ' ' + facts.path, facts.answer, reply};
    m_router.add({facts.method, QByteArray(api::kPrefix) + facts.path, facts.access, facts.bodyLimit,
                  onceOnly(std::move(rule), m_seal, std::move(serve))});
}

Result<QByteArray> RouteTable::jsonBody(const HttpRequest &request)
{
    if (request.body.isEmpty())
        return QByteArray("{}"); // every field of it absent
    if (!isJson(request.header("Content-Type")))
        return Error{ErrorCode::UnsupportedMedia, QStringLiteral("unsupported_media_type"),
                     QStringLiteral("the body must be application/json"), {}};
    return request.body;
}

QUrlQuery RouteTable::queryOf(const HttpRequest &request)
{
    return QUrlQuery(QString::fromUtf8(request.query));
}

HttpResponse RouteTable::jsonResponse(Success success, const QJsonValue &value, const HttpRequest &request)
{
    HttpResponse response;
    response.status = success.status;
    response.body = toJsonBytes(value);
    const QJsonObject object = value.toObject();
    addValidators(response, object);
    if (success.hasLocation)
        response.headers.add("Location", request.path + '/' + object.value(QLatin1String("id")).toString().toLatin1());
    return response;
}

QStringList RouteTable::unbound() const
{
    QStringList missing;
    for (const api::EndpointRow &row : api::endpointRows()) {
        const QByteArray path = QByteArray(api::kPrefix) + row.path;
        const auto &routes = m_router.routes();
        const bool isBound = std::any_of(routes.begin(), routes.end(), [&](const auto &route) {
            return route->method == row.method && route->path == path;
        });
        if (!isBound)
            missing << toText(row.method) + QLatin1Char(' ') + QLatin1String(row.path);
    }
    return missing;
}

} // namespace countersign
