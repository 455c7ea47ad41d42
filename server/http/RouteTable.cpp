#include "server/http/RouteTable.h"

#include <QStringDecoder>
#include <QUrl>
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

/// RFC 6266: the whole name for who knows how to read it, and its ASCII part for who does not.
QByteArray dispositionOf(const QString &fileName)
{
    QByteArray plain;
    for (const QChar c : fileName) {
        const bool isPlain = c.unicode() > 0x20 && c.unicode() < 0x7f && c != QLatin1Char('"') && c != QLatin1Char('\\')
            && c != QLatin1Char('%');
        plain += isPlain ? char(c.unicode()) : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + QUrl::toPercentEncoding(fileName);
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

Result<api::FileUpload> RouteTable::fileOf(const HttpRequest &request)
{
    const QByteArray name = QByteArray::fromPercentEncoding(request.header("X-File-Name"));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(name);
    if (decoder.hasError())
        return Error{ErrorCode::Malformed, QStringLiteral("bad_file_name"),
                     QStringLiteral("X-File-Name must be percent-encoded UTF-8"), {}};
    return api::FileUpload{request.body, QString::fromLatin1(request.header("Content-Type")), decoded};
}

HttpResponse RouteTable::fileResponse(const api::FileDownload &file)
{
    HttpResponse response;
    response.contentType = file.mediaType.toLatin1();
    response.body = file.content;
    response.headers.add("Content-Disposition", dispositionOf(file.fileName));
    response.headers.add("Content-Security-Policy", "default-src 'none'; sandbox");
    response.headers.add("Cross-Origin-Resource-Policy", "same-origin");
    return response;
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
