#include "ui/client/Problem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

struct StatusRow {
    int status;
    ErrorCode code;
};
constexpr std::array kStatuses{
    StatusRow{0, ErrorCode::Unavailable},      StatusRow{400, ErrorCode::Malformed},
    StatusRow{401, ErrorCode::Unauthenticated}, StatusRow{403, ErrorCode::Forbidden},
    StatusRow{404, ErrorCode::NotFound},       StatusRow{405, ErrorCode::MethodNotAllowed},
    StatusRow{409, ErrorCode::Conflict},       StatusRow{413, ErrorCode::PayloadTooLarge},
    StatusRow{415, ErrorCode::UnsupportedMedia}, StatusRow{422, ErrorCode::Invalid},
    StatusRow{428, ErrorCode::VersionRequired}, StatusRow{429, ErrorCode::TooManyRequests},
    StatusRow{431, ErrorCode::HeadersTooLarge}, StatusRow{503, ErrorCode::Unavailable},
};

} // namespace

Error errorOfAnswer(int status, const QByteArray &body, const QString &transport)
{
    const auto row = std::find_if(kStatuses.begin(), kStatuses.end(), [status](const StatusRow &r) { return r.status == status; });
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    Error error;
    error.code = row == kStatuses.end() ? ErrorCode::Internal : row->code;
    error.reason = status == 0 ? QStringLiteral("unreachable") : problem.value(QLatin1String("code")).toString();
    error.detail = status == 0 ? transport : problem.value(QLatin1String("detail")).toString();
    for (const QJsonValue &value : problem.value(QLatin1String("errors")).toArray()) {
        const QJsonObject fault = value.toObject();
        error.fields.append({fault.value(QLatin1String("path")).toString(), fault.value(QLatin1String("code")).toString(),
                             fault.value(QLatin1String("message")).toString()});
    }
    if (error.code == ErrorCode::Internal)
        error.detail = problem.value(QLatin1String("request_id")).toString(); // what the operator searches the log for
    return error;
}

} // namespace countersign
