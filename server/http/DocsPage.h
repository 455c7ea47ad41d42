// The reference at /docs: one static HTML page made from the OpenAPI document, without scripts.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace countersign {

/// UTF-8. Everything the document says is escaped; nothing is loaded from elsewhere.
QByteArray docsPage(const QJsonObject &openApi);

} // namespace countersign
