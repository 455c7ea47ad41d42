// The way of a request through the daemon: id, route, guard, limits, handler, error reply, log, metrics.
#pragma once

#include "core/base/Clock.h"
#include "server/http/AccessLog.h"
#include "server/http/Cors.h"
#include "server/http/Guard.h"
#include "server/http/HttpLimits.h"
#include "server/http/MemoryPages.h"
#include "server/http/RateLimiter.h"
#include "server/http/RequestHandler.h"
#include "server/http/HttpRouter.h"
#include "server/ops/Metrics.h"

namespace countersign {

/// Who was refused which endpoint: method and template of the path.
using RefusalSink = std::function<void(const Actor &, const QByteArray &method, const QByteArray &route)>;

class RequestFlow final : public RequestHandler {
public:
    /// Everything must outlive the flow. `clock` is the real one: ids, log lines and limits follow it.
    struct Parts {
        const HttpRouter &router;
        const MemoryPages &pages;
        const Guard &guard;
        Metrics &metrics;
        AccessLog &log;
        const Clock &clock;
        RefusalSink refused; ///< told of every 403
    };

    RequestFlow(const Parts &parts, const HttpLimits &limits, QList<QByteArray> corsOrigins);

    HeadVerdict onHead(HttpRequest &head, std::optional<qint64> declaredBody) override;
    std::optional<Answer> answerFromMemory(const HttpRequest &request) override;
    Answer answer(const HttpRequest &request) override;
    Answer refuse(const HttpRequest &head, const Error &error) override;
    void onAnswered(const Exchange &exchange) override;

private:
    Result<HttpResponse> serve(const HttpRouter::Match &match, const HttpRequest &request, Answer &answer);
    Result<void> limit(const Principal &principal, const HttpRequest &request);
    void noteRefusal(const HttpRequest &request, const QByteArray &route, const Error &error) const;
    Answer refuseRoute(const HttpRouter::Match &match, const HttpRequest &request);
    void finish(Answer &answer, const HttpRequest &request) const;
    void fail(Answer &answer, const HttpRequest &request, const Error &error);

    const Parts m_parts;
    const HttpLimits m_limits;
    const Cors m_cors;
    RateLimiter m_principals;
    RateLimiter m_strangers;
};

} // namespace countersign
