// What stands behind the listener: decides about a head, answers a request, hears what was sent.
#pragma once

#include "core/base/Error.h"
#include "server/http/HttpRequest.h"
#include "server/http/HttpResponse.h"

#include <chrono>
#include <optional>

namespace countersign {

/// An answer with what the log and the limits need to know about it.
struct Answer {
    HttpResponse response;
    QByteArray requestId;
    QByteArray route;          ///< the template, `/api/v1/queue/{id}/assign`; never a path with values
    QByteArray userId; ///< or the API key's
    QByteArray tenantId;
    bool authenticated = false; ///< the request carried a good token
};

/// After the head: read on, or answer at once without the body.
struct HeadVerdict {
    qint64 bodyLimit = 0;
    std::optional<Answer> refusal;
    bool authenticated = false;
};

/// One request and its answer, after the bytes were handed to the socket.
struct Exchange {
    QByteArray method;
    QByteArray requestId;
    QByteArray route;
    QByteArray userId;
    QByteArray tenantId;
    int status = 0;
    qint64 bytes = 0; ///< of the answer on the wire
    std::chrono::microseconds duration{0};
};

class RequestHandler {
public:
    virtual ~RequestHandler() = default;

    /// On the event loop, for every request; gives it its id.
    virtual HeadVerdict onHead(HttpRequest &head, std::optional<qint64> declaredBody) = 0;

    /// On the event loop: only what lies ready in memory.
    virtual std::optional<Answer> answerFromMemory(const HttpRequest &request) = 0;

    /// In a worker thread, several at a time. Must not throw.
    virtual Answer answer(const HttpRequest &request) = 0;

    /// On the event loop: what the listener itself refuses. `head` may be empty.
    virtual Answer refuse(const HttpRequest &head, const Error &error) = 0;

    /// On the event loop.
    virtual void onAnswered(const Exchange &exchange) = 0;
};

} // namespace countersign
