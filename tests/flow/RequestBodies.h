// Requests made from the endpoint table alone: what a new endpoint takes, its own schema says.
#pragma once

#include "core/api/EndpointRows.h"

#include <QUrlQuery>

#include <functional>

namespace countersign::flow {

/// Gives the ids that a request names; the argument says what the id is of: `application_id`, or `id` of a path.
using IdSource = std::function<QString(const QString &name)>;

/// The table that an id of this name belongs to, by the path's last word before it or by the name; empty when unknown.
QString tableOfId(const api::EndpointRow &row, const QString &name);

/// The smallest body that the row's schema accepts. With `ids` also every optional member that is an id.
QJsonObject bodyFor(const api::EndpointRow &row, const IdSource &ids, bool withOptionalIds);

/// `/api/v1/queue/0193.../start` for `/queue/{id}/start`.
QByteArray pathFor(const api::EndpointRow &row, const IdSource &ids);

/// Every query parameter that is an id; empty when there is none.
QByteArray queryFor(const api::EndpointRow &row, const IdSource &ids);

} // namespace countersign::flow
