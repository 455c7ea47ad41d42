// The endpoint table without its types, for everything that only lists or documents it.
#pragma once

#include "core/api/Endpoint.h"

#include <span>

namespace countersign::api {

inline constexpr char kPrefix[] = "/api/v1";

struct EndpointRow {
    const void *endpoint; ///< address of its row in Endpoints.h: its identity
    Method method;
    const char *path; ///< below kPrefix
    Access access;
    const char *summary;
    int successStatus;
    qint64 bodyLimit;
    Repeat repeat;
    IfMatch ifMatch;
    std::optional<StepUpAction> stepUp;
    bool hasBody;
    bool hasResponse;
    const char *requestMedia;  ///< application/json, but of files
    const char *responseMedia;
    QJsonObject (*requestSchema)(SchemaDefinitions &);
    QJsonObject (*responseSchema)(SchemaDefinitions &);
    std::span<const FieldAccess> queryFields;
};

std::span<const EndpointRow> endpointRows();

/// Whether what a success has made can be read below the same path: the answer says where in Location.
bool answersLocation(const char *path, int successStatus);

/// The names between braces in `path`, in order.
QStringList pathParameters(const char *path);

} // namespace countersign::api
