// Reads what the daemon answers instead of a result (RFC 9457, problem+json).
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace countersign {

/// Reason of a call that was to change something and got no answer: it may have happened or not.
inline constexpr char kOutcomeUnknown[] = "outcome_unknown";

/// status 0: no answer came; `transport` then says why, in the words of the network layer.
Error errorOfAnswer(int status, const QByteArray &body, const QString &transport);

} // namespace countersign
