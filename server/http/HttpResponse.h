// One answer as a value, and its bytes on the wire.
#pragma once

#include "core/base/Result.h"
#include "server/http/HttpHeaders.h"

#include <QByteArray>

namespace countersign {

struct HttpResponse {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    HttpHeaders headers; ///< beside Content-Type, Content-Length and Connection, which the listener writes
};

/// The reason phrase of RFC 9110; `Unknown` for a status that this product never sends.
QByteArray reasonPhrase(int status);

struct WireForm {
    bool withBody = true;  ///< false for HEAD
    bool keepAlive = true;
};

/// Status line, header and body. Internal (`unsafe_header`) when a header field could break out of its line.
Result<QByteArray> toWire(const HttpResponse &response, WireForm form);

} // namespace countersign
