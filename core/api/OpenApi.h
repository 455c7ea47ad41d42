// The OpenAPI 3.1 document of the API, made from the endpoint table.
#pragma once

#include <QJsonObject>

namespace countersign::api {

QJsonObject openApiDocument(const QString &version);

} // namespace countersign::api
