// One request as a value: what everything behind the listener sees of HTTP.
#pragma once

#include "server/http/HttpHeaders.h"

#include <QByteArray>
#include <QHostAddress>

namespace countersign {

struct HttpRequest {
    QByteArray method; ///< as sent, upper case by custom: `GET`
    QByteArray path;   ///< from the first slash to the query, still percent-encoded
    QByteArray query;  ///< after the question mark, still percent-encoded
    HttpHeaders headers;
    QByteArray body;
    QHostAddress remote;
    QByteArray id; ///< the request id, given by the client or made here

    QByteArray header(QByteArrayView name) const { return headers.value(name); }
};

} // namespace countersign
