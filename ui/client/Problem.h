// Reads what the daemon answers instead of a result (RFC 9457, problem+json).
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace countersign {

/// status 0: no answer came; `transport` then says why, in the words of the network layer.
Error errorOfAnswer(int status, const QByteArray &body, const QString &transport);

} // namespace countersign
