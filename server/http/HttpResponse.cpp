#include "server/http/HttpResponse.h"

#include <array>

namespace countersign {

namespace {

struct Phrase {
    int status;
    const char *text;
};

constexpr std::array kPhrases{
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{413, "Content Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{422, "Unprocessable Content"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{503, "Service Unavailable"},
};

bool hasBody(int status)
{
    return status != 204 && status != 304;
}

} // namespace

QByteArray reasonPhrase(int status)
{
    for (const Phrase &phrase : kPhrases)
        if (phrase.status == status)
            return phrase.text;
    return "Unknown";
}

Result<QByteArray> toWire(const HttpResponse &response, WireForm form)
{
    if (!response.headers.areSafe() || !HttpHeaders::isSafeValue(response.contentType))
        return Error{ErrorCode::Internal, QStringLiteral("unsafe_header"),
                     QStringLiteral("a header field of the answer holds a forbidden character"), {}};
    QByteArray wire;
    wire.reserve(256 + response.body.size());
    wire += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    if (hasBody(response.status)) {
        wire += "Content-Type: " + response.contentType + "\r\n";
        wire += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    }
    for (const auto &[name, value] : response.headers.fields())
        wire += name + ": " + value + "\r\n";
    if (!form.keepAlive)
        wire += "Connection: close\r\n";
    wire += "\r\n";
    if (form.withBody && hasBody(response.status))
        wire += response.body;
    return wire;
}

} // namespace countersign
