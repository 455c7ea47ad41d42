#include "tests/server/http/EchoHandler.h"

#include "server/http/ErrorReply.h"

namespace countersign {

HeadVerdict EchoHandler::onHead(HttpRequest &head, std::optional<qint64>)
{
    head.id = "test";
    HeadVerdict verdict;
    verdict.bodyLimit = bodyLimit;
    if (head.path == "/refused")
        verdict.refusal = refuse(head, Error{ErrorCode::Unauthenticated, {}, {}, {}});
    return verdict;
}

std::optional<Answer> EchoHandler::answerFromMemory(const HttpRequest &request)
{
    if (request.path != "/memory")
        return std::nullopt;
    Answer answer;
    answer.response.body = "memory";
    return answer;
}

Answer EchoHandler::answer(const HttpRequest &request)
{
    ++worked;
    if (request.path == "/gate")
        m_gate.acquire();
    Answer answer;
    answer.authenticated = request.path == "/token";
    answer.response.contentType = "text/plain";
    answer.response.body = request.method + ' ' + request.path + ' ' + QByteArray::number(request.body.size());
    if (request.path == "/unsafe")
        answer.response.headers.add("X-Name", "a\r\nSet-Cookie: b");
    if (request.path == "/unsafe-type")
        answer.response.contentType = "text/plain\r\nSet-Cookie: b";
    if (request.path == "/large")
        answer.response.body = QByteArray(512 * 1024, 'l');
    return answer;
}

Answer EchoHandler::refuse(const HttpRequest &head, const Error &error)
{
    Answer answer;
    answer.requestId = head.id;
    answer.response = errorReply(error, head.id);
    return answer;
}

void EchoHandler::onAnswered(const Exchange &exchange)
{
    exchanges << exchange;
}

} // namespace countersign
