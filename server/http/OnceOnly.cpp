#include "server/http/OnceOnly.h"

#include "server/service/IdempotencyClaim.h"

#include <QCryptographicHash>
#include <QDataStream>

#include <algorithm>

namespace countersign {

namespace {

constexpr char kHeader[] = "Idempotency-Key";

bool isGood(const QByteArray &key)
{
    return !key.isEmpty() && key.size() <= kMaxIdempotencyKey
        && std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

QByteArray hashOf(const QByteArrayList &parts)
{
    return QCryptographicHash::hash(parts.join('\0'), QCryptographicHash::Blake2b_256);
}

IdempotencyClaim::Request claimOf(const RepeatRule &rule, const Call &call, const HttpRequest &request)
{
    return {hashOf({call.principal.caller().toRfc4122().toHex(), rule.route, request.header(kHeader)}),
            hashOf({request.path, request.query, request.body}), rule.answer};
}

QByteArray bytesOf(const HttpResponse &response)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << qint32(response.status) << response.contentType << response.body << qint32(response.headers.fields().size());
    for (const auto &[name, value] : response.headers.fields())
        out << name << value;
    return bytes;
}

HttpResponse responseOf(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    HttpResponse response;
    qint32 status = 0;
    qint32 fields = 0;
    in >> status >> response.contentType >> response.body >> fields;
    response.status = status;
    for (; fields > 0; --fields) {
        QByteArray name;
        QByteArray value;
        in >> name >> value;
        response.headers.add(name, value);
    }
    return response;
}

Result<HttpResponse> serveOnce(const RepeatRule &rule, const AnswerSeal &seal, const Serve &serve, const Call &call,
                               const HttpRequest &request)
{
    if (request.headers.count(kHeader) > 1 || !isGood(request.header(kHeader)))
        return Error{
            ErrorCode::Malformed,
            QStringLiteral("bad_idempotency_key"),
            QStringLiteral("Idempotency-Key must be 1 to %1 printable ASCII characters, once").arg(kMaxIdempotencyKey),
            {}};
    const bool keepsAnswer = rule.repeat == Repeat::GetsTheAnswer;
    IdempotencyClaim::Render render;
    if (keepsAnswer)
        render = [&](const QJsonValue &answer) { return bytesOf(rule.reply(answer, request)); };
    IdempotencyClaim claim(claimOf(rule, call, request), seal, render);
    Call claiming = call;
    claiming.claim = &claim;
    Result<HttpResponse> response = serve(claiming, request);
    if (claim.stored())
        return responseOf(*claim.stored());
    if (response && !claim.rendered())
        return Error{ErrorCode::Internal, QStringLiteral("claim_passed_over"), QString::fromLatin1(rule.route), {}};
    // What was stored is what is answered, so that the repeat cannot differ.
    return response && keepsAnswer ? responseOf(*claim.rendered()) : response;
}

} // namespace

Serve onceOnly(RepeatRule rule, const AnswerSeal &seal, Serve serve)
{
    if (rule.repeat == Repeat::RunsAgain)
        return serve;
    return [rule = std::move(rule), &seal, serve = std::move(serve)](const Call &call, const HttpRequest &request) {
        return request.headers.count(kHeader) == 0 ? serve(call, request) : serveOnce(rule, seal, serve, call, request);
    };
}

} // namespace countersign
