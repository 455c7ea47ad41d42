// PostgreSQL's text forms of arrays, times and numbers.
#pragma once

#include "core/base/Instant.h"

#include <QByteArray>
#include <QStringList>

namespace countersign::pgtext {

QByteArray arrayLiteral(const QStringList &items); ///< `{"a","b \" c"}`
QStringList arrayItems(QByteArrayView literal);    ///< the reverse, for the flat text[] that PostgreSQL prints

/// `2026-11-24 14:35:12.123456+00`, as a session in UTC prints it; the epoch for anything else.
Instant toInstant(QByteArrayView text);
double toDouble(QByteArrayView text); ///< `Infinity`, `-Infinity` and `NaN` too

/// Whether a JSON text holds an escaped U+0000, which jsonb refuses.
bool jsonHasNul(QByteArrayView json);

} // namespace countersign::pgtext
