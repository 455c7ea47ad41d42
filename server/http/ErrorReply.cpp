#include "server/http/ErrorReply.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace countersign {

namespace {

struct Row {
    ErrorCode code;
    int status;
    const char *reason;
};

// In the order of ErrorCode, without gaps.
constexpr std::array kRows{
    Row{ErrorCode::Malformed, 400, "malformed"},
    Row{ErrorCode::Unauthenticated, 401, "unauthenticated"},
    Row{ErrorCode::Forbidden, 403, "forbidden"},
    Row{ErrorCode::NotFound, 404, "not_found"},
    Row{ErrorCode::MethodNotAllowed, 405, "method_not_allowed"},
    Row{ErrorCode::Conflict, 409, "conflict"},
    Row{ErrorCode::PayloadTooLarge, 413, "payload_too_large"},
    Row{ErrorCode::UnsupportedMedia, 415, "unsupported_media_type"},
    Row{ErrorCode::Invalid, 422, "invalid"},
    Row{ErrorCode::VersionRequired, 428, "version_required"},
    Row{ErrorCode::TooManyRequests, 429, "too_many_requests"},
    Row{ErrorCode::HeadersTooLarge, 431, "headers_too_large"},
    Row{ErrorCode::Timeout, 408, "timeout"},
    Row{ErrorCode::Unavailable, 503, "unavailable"},
    Row{ErrorCode::Internal, 500, "internal"},
};

constexpr bool rowsAreInOrder()
{
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (std::size_t(kRows[i].code) != i)
            return false;
    return kRows.size() == std::size_t(ErrorCode::Internal) + 1;
}
static_assert(rowsAreInOrder());

const Row &rowOf(ErrorCode code)
{
    return kRows[std::size_t(code)];
}

QJsonArray toJson(const QList<FieldError> &fields)
{
    QJsonArray errors;
    for (const FieldError &field : fields)
        errors.append(QJsonObject{
            {QStringLiteral("path"), field.path},
            {QStringLiteral("code"), field.code},
            {QStringLiteral("message"), field.message},
        });
    return errors;
}

} // namespace

int statusOf(ErrorCode code)
{
    return rowOf(code).status;
}

QString defaultReason(ErrorCode code)
{
    return QLatin1String(rowOf(code).reason);
}

HttpResponse errorReply(const Error &error, const QByteArray &requestId, std::chrono::seconds retryAfter)
{
    const Row &row = rowOf(error.code);
    const bool isOurFault = row.status >= 500;
    const QString reason = isOurFault || error.reason.isEmpty() ? defaultReason(error.code) : error.reason;
    QJsonObject problem{
        {QStringLiteral("type"), QStringLiteral("/docs#problem-%1").arg(defaultReason(error.code))},
        {QStringLiteral("title"), QString::fromLatin1(reasonPhrase(row.status))},
        {QStringLiteral("status"), row.status},
        {QStringLiteral("code"), reason},
        {QStringLiteral("request_id"), QString::fromLatin1(requestId)},
    };
    if (!isOurFault) {
        problem.insert(QStringLiteral("detail"), error.detail);
        problem.insert(QStringLiteral("errors"), toJson(error.fields));
    }
    HttpResponse reply;
    reply.status = row.status;
    reply.contentType = "application/problem+json";
    reply.body = QJsonDocument(problem).toJson(QJsonDocument::Compact);
    if (error.code == ErrorCode::Unavailable || error.code == ErrorCode::TooManyRequests)
        reply.headers.add("Retry-After", QByteArray::number(qint64(retryAfter.count())));
    if (error.code == ErrorCode::Unauthenticated)
        reply.headers.add("WWW-Authenticate", "Bearer");
    return reply;
}

} // namespace countersign
