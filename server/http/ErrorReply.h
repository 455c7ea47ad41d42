// Errors as problem+json (RFC 9457): the one place that turns an ErrorCode into an HTTP status.
#pragma once

#include "core/base/Error.h"
#include "server/http/HttpResponse.h"

#include <chrono>

namespace countersign {

int statusOf(ErrorCode code);

/// The `code` member of an answer whose Error gives no reason of its own, such as `not_found`.
QString defaultReason(ErrorCode code);

/// A 5xx answer carries the request id and nothing of the error but its default reason; 429 and 503 carry
/// Retry-After, 401 WWW-Authenticate. Allow, for 405, is the router's to add.
HttpResponse errorReply(const Error &error, const QByteArray &requestId,
                        std::chrono::seconds retryAfter = std::chrono::seconds(1));

} // namespace countersign
