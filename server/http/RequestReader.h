// Turns the bytes of one connection into requests, and refuses whatever two readers could understand
// differently; knows no socket and no clock.
#pragma once

#include "core/base/Error.h"
#include "server/http/HttpLimits.h"
#include "server/http/HttpRequest.h"

#include <memory>
#include <optional>

namespace countersign {

class RequestReader {
public:
    enum class State {
        Head,     ///< waiting for the end of the header
        HeadDone, ///< `request()` has everything but the body; call acceptBody() to go on
        Body,
        Complete, ///< takeRequest() and start the next one
        Refused,  ///< `refusal()` says why; nothing more will be read
    };

    explicit RequestReader(const HttpLimits &limits);
    ~RequestReader();
    RequestReader(const RequestReader &) = delete;
    RequestReader &operator=(const RequestReader &) = delete;

    /// Reads from the front of `bytes` and returns how many were taken. Stops at HeadDone, Complete and
    /// Refused, so that the rest belongs to what comes next.
    qsizetype feed(QByteArrayView bytes);

    State state() const { return m_state; }
    bool hasStarted() const { return m_hasStarted; } ///< at least one byte of this request was seen

    const HttpRequest &request() const { return m_request; }
    HttpRequest &head() { return m_request; } ///< for what the bytes do not say: remote address, id
    bool keepAlive() const;
    bool expectsContinue() const { return m_expectsContinue; }
    /// As declared by Content-Length; nothing for a chunked body, 0 when there is none.
    std::optional<qint64> declaredBody() const { return m_declaredBody; }
    qint64 bodySoFar() const;

    /// From HeadDone: reads a body of at most `limit` bytes. Refused with PayloadTooLarge past it.
    void acceptBody(qint64 limit);

    const Error &refusal() const { return m_refusal; }

    /// From Complete: hands the request over and begins the next one.
    HttpRequest takeRequest();
    /// From HeadDone, of a request without a body: forgets it and begins the next one.
    void skipRequest() { restart(); }

private:
    struct Parser;

    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    void parseHead();
    bool checkFraming();
    bool checkTarget();
    bool checkHost();
    void copyHead();
    void refuse(ErrorCode code, const char *reason, const char *detail);
    void restart();

    const HttpLimits m_limits;
    State m_state = State::Head;
    bool m_hasStarted = false;
    bool m_expectsContinue = false;
    std::optional<qint64> m_declaredBody;
    QByteArray m_pending; ///< a head or a chunk header that has not ended yet
    std::unique_ptr<Parser> m_parser;
    HttpRequest m_request;
    Error m_refusal;
};

} // namespace countersign
