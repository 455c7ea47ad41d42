#include "server/http/RequestFlow.h"

#include "core/base/Id.h"
#include "server/http/ConnectionCounts.h"
#include "server/http/ErrorReply.h"

#include <exception>

namespace countersign {

namespace {

constexpr char kUnmatched[] = "unmatched";

QByteArray requestIdOf(const HttpRequest &request, Instant now)
{
    const QByteArray given = request.header("X-Request-Id");
    const QUuid uuid = given.size() == 36 ? QUuid::fromString(QLatin1String(given)) : QUuid();
    return (uuid.isNull() ? makeUuidV7(now) : uuid).toByteArray(QUuid::WithoutBraces);
}

/// Method and route become labels and log fields, so they come from closed sets.
QByteArray knownMethod(const QByteArray &method)
{
    for (const char *known : {"GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"})
        if (method == known)
            return method;
    return "OTHER";
}

/// Whoever is not known is counted by where he comes from, as connections are.
QByteArray strangerOf(const HttpRequest &request)
{
    return QByteArray::number(ConnectionCounts::keyOf(request.remote));
}

Error slowDown()
{
    return {ErrorCode::TooManyRequests, {}, QStringLiteral("slow down"), {}};
}

std::optional<int> versionOf(const QByteArray &ifMatch)
{
    if (ifMatch.size() < 3 || !ifMatch.startsWith('"') || !ifMatch.endsWith('"'))
        return std::nullopt;
    bool isNumber = false;
    const int version = ifMatch.sliced(1, ifMatch.size() - 2).toInt(&isNumber);
    return isNumber && version >= 0 ? std::optional(version) : std::nullopt;
}

} // namespace

RequestFlow::RequestFlow(const Parts &parts, const HttpLimits &limits, QList<QByteArray> corsOrigins)
    : m_parts(parts),
      m_limits(limits),
      m_cors(std::move(corsOrigins)),
      m_principals(limits.principalRate, limits.principalBurst),
      m_strangers(limits.anonymousRate, limits.anonymousBurst)
{
}

HeadVerdict RequestFlow::onHead(HttpRequest &head, std::optional<qint64> declaredBody)
{
    head.id = requestIdOf(head, m_parts.clock.now());
    HeadVerdict verdict;
    if (m_parts.pages.contains(head.path))
        return verdict;
    const HttpRouter::Match match = m_parts.router.find(head.method, head.path);
    if (!match.route) {
        if (head.method != "OPTIONS" || match.allow.isEmpty())
            verdict.refusal = refuseRoute(match, head);
        return verdict;
    }
    verdict.bodyLimit = match.route->bodyLimit;
    if (match.route->access.isPublic())
        verdict.bodyLimit = std::min(verdict.bodyLimit, m_limits.unverifiedBody);
    else if (!Guard::hasCredentials(head))
        verdict.refusal = refuse(head, m_parts.guard.admitHead(head, match.route->access).error());
    else if (!declaredBody || *declaredBody > m_limits.unverifiedBody) {
        // Nobody makes us hold a large body without a token that is good for this endpoint.
        if (const auto principal = m_parts.guard.admitHead(head, match.route->access); !principal)
            verdict.refusal = refuse(head, principal.error());
    }
    return verdict;
}

std::optional<Answer> RequestFlow::answerFromMemory(const HttpRequest &request)
{
    Answer answer;
    if (auto page = m_parts.pages.find(request)) {
        answer.route = request.path;
        answer.response = std::move(*page);
    } else if (m_parts.pages.contains(request.path)) {
        HttpRouter::Match match;
        match.allow = "GET";
        return refuseRoute(match, request);
    } else if (request.method == "OPTIONS") {
        const HttpRouter::Match match = m_parts.router.find(request.method, request.path);
        auto preflight = m_cors.preflight(request, match.allow);
        if (!preflight)
            return refuseRoute(match, request);
        answer.route = "preflight";
        answer.response = std::move(*preflight);
        answer.requestId = request.id;
        answer.response.headers.add("X-Request-Id", request.id);
        return answer;
    } else {
        return std::nullopt;
    }
    finish(answer, request);
    return answer;
}

Answer RequestFlow::refuseRoute(const HttpRouter::Match &match, const HttpRequest &request)
{
    const bool hasPath = !match.allow.isEmpty();
    Answer answer = refuse(request, hasPath
        ? Error{ErrorCode::MethodNotAllowed, {}, QStringLiteral("this path has other methods"), {}}
        : Error{ErrorCode::NotFound, {}, QStringLiteral("there is no such path"), {}});
    if (hasPath)
        answer.response.headers.add("Allow", match.allow);
    return answer;
}

Answer RequestFlow::answer(const HttpRequest &request)
{
    Answer answer;
    const HttpRouter::Match match = m_parts.router.find(request.method, request.path);
    if (!match.route)
        return refuseRoute(match, request);
    answer.route = match.route->path;
    try {
        Result<HttpResponse> response = serve(match, request, answer);
        if (response)
            answer.response = std::move(*response);
        else
            fail(answer, request, response.error());
    } catch (const std::exception &exception) {
        fail(answer, request, Error{ErrorCode::Internal, QStringLiteral("exception"),
                                    QString::fromLatin1(typeid(exception).name()), {}});
    }
    finish(answer, request);
    return answer;
}

Result<HttpResponse> RequestFlow::serve(const HttpRouter::Match &match, const HttpRequest &request, Answer &answer)
{
    if (m_parts.guard.isUnknownKey(request) && !m_strangers.allow(strangerOf(request), m_parts.clock.now()))
        return slowDown(); // looking up what may be no key is work
    const Result<Principal> principal = m_parts.guard.admit(request, match.route->access);
    if (!principal)
        return principal.error();
    if (!principal->caller().isNull()) {
        answer.authenticated = true;
        answer.userId = principal->caller().toByteArray(QUuid::WithoutBraces);
        answer.tenantId = principal->tenantId.toString().toLatin1();
    }
    if (const Result<> within = limit(*principal, request); !within)
        return within.error();
    Call call;
    call.principal = *principal;
    call.requestId = request.id;
    call.remote = request.remote;
    call.path = match.values;
    call.version = versionOf(request.header("If-Match"));
    if (!call.version && request.headers.count("If-Match") > 0)
        return Error{ErrorCode::Malformed, QStringLiteral("bad_if_match"),
                     QStringLiteral("If-Match must be one version as it was read, in quotes: \"3\""), {}};
    call.userAgent = request.header("User-Agent");
    call.stepUp = request.header("X-Step-Up");
    return match.route->handle(call, request);
}

Result<void> RequestFlow::limit(const Principal &principal, const HttpRequest &request)
{
    const bool isKnown = !principal.caller().isNull();
    const QByteArray caller = isKnown ? principal.caller().toRfc4122() : strangerOf(request);
    const bool allowed = (isKnown ? m_principals : m_strangers).allow(caller, m_parts.clock.now(), principal.requestsPerSecond);
    return allowed ? Result<void>() : Result<void>(slowDown());
}

void RequestFlow::fail(Answer &answer, const HttpRequest &request, const Error &error)
{
    if (statusOf(error.code) >= 500)
        m_parts.log.writeFault(request.id, answer.route, error);
    noteRefusal(request, answer.route, error);
    answer.response = errorReply(error, request.id, m_limits.retryAfter);
}

void RequestFlow::noteRefusal(const HttpRequest &request, const QByteArray &route, const Error &error) const
{
    if (error.code != ErrorCode::Forbidden || !m_parts.refused)
        return;
    if (const auto principal = m_parts.guard.principalOf(request)) {
        Call call;
        call.principal = *principal;
        call.requestId = request.id;
        call.remote = request.remote;
        m_parts.refused(call.actor(), knownMethod(request.method), route);
    }
}

Answer RequestFlow::refuse(const HttpRequest &head, const Error &error)
{
    Answer answer;
    HttpRequest identified = head;
    if (identified.id.isEmpty())
        identified.id = requestIdOf(head, m_parts.clock.now());
    if (const HttpRouter::Match match = m_parts.router.find(head.method, head.path); match.route)
        answer.route = match.route->path;
    noteRefusal(identified, answer.route, error);
    answer.response = errorReply(error, identified.id, m_limits.retryAfter);
    finish(answer, identified);
    return answer;
}

void RequestFlow::finish(Answer &answer, const HttpRequest &request) const
{
    answer.requestId = request.id;
    if (answer.route.isEmpty())
        answer.route = kUnmatched;
    answer.response.headers.add("X-Request-Id", request.id);
    answer.response.headers.add("X-Content-Type-Options", "nosniff");
    if (answer.response.headers.count("Cache-Control") == 0)
        answer.response.headers.add("Cache-Control", "no-store");
    m_cors.addTo(answer.response, request);
}

void RequestFlow::onAnswered(const Exchange &exchange)
{
    Exchange known = exchange;
    known.method = knownMethod(exchange.method);
    const QByteArray code = QByteArray::number(known.status);
    const auto view = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), std::size_t(bytes.size())); };
    m_parts.metrics.observe(Metric::HttpRequestSeconds, {view(known.route), view(known.method), view(code)},
                            std::chrono::duration<double>(known.duration).count());
    m_parts.log.write(known, m_parts.clock.now());
}

} // namespace countersign
