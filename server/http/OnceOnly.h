// Gives a request that carries an Idempotency-Key one effect and one answer, however often it is sent.
#pragma once

#include "core/api/Endpoint.h"
#include "server/auth/AnswerSeal.h"
#include "server/http/Call.h"
#include "server/http/HttpRequest.h"
#include "server/http/HttpResponse.h"

#include <QJsonValue>

#include <functional>
#include <typeinfo>

namespace countersign {

using Serve = std::function<Result<HttpResponse>(const Call &, const HttpRequest &)>;

/// What must be known of an endpoint to repeat its answer.
struct RepeatRule {
    Repeat repeat = Repeat::RunsAgain;
    QByteArray route;                       ///< method and path of the row
    const std::type_info *answer = nullptr; ///< the C++ type of what it answers
    std::function<HttpResponse(const QJsonValue &, const HttpRequest &)> reply;
};

/// Serves as `serve` does where no key is sent. A key that is not 1 to 255 printable ASCII characters, once, is Malformed
/// (`bad_idempotency_key`). What the answers are otherwise: IdempotencyClaim. `seal` must outlive the result.
Serve onceOnly(RepeatRule rule, const AnswerSeal &seal, Serve serve);

} // namespace countersign
