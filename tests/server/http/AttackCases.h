// Requests that are malformed, ambiguous or too large: each must get one 4xx and a closed connection.
#pragma once

#include <QByteArray>
#include <QList>

namespace countersign {

struct AttackCase {
    const char *name;
    QByteArray bytes;
    int status;
};

/// More than a hundred and fifty. Where a case smuggles a second request, that one asks for /smuggled.
QList<AttackCase> attackCases();

} // namespace countersign
