// One request to the whole edge, and its answer.
#pragma once

#include "tests/server/http/EdgeServer.h"

#include <QJsonObject>

namespace countersign {

struct Reply {
    int status = 0; ///< 0: there was none
    QByteArray body;
    QByteArray head;

    QJsonObject json() const;
    QString code() const { return json().value(QLatin1String("code")).toString(); }
    QByteArray header(const QByteArray &name) const;
};

Reply ask(const EdgeServer &server, const QByteArray &request);

/// `line` without its version, a Content-Length, whatever `more` header lines (each with its CR LF), the body.
QByteArray withBody(const QByteArray &line, const QByteArray &body, const QByteArray &more);

} // namespace countersign
