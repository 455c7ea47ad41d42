// Every bound of the HTTP edge in one place, so that tests can shrink them and operators can set them.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace countersign {

struct HttpLimits {
    using Millis = std::chrono::milliseconds;

    // One request, in bytes.
    qsizetype requestLine = 8 * 1024;
    qsizetype head = 16 * 1024; ///< request line and header fields together
    int headerFields = 100;
    qint64 body = 1024 * 1024;            ///< where the endpoint row says nothing else
    qint64 unverifiedBody = 64 * 1024;    ///< larger ones only behind a token that is good
    qint64 bufferedBodies = 256ll << 20;  ///< of all connections together; then 503

    // Time.
    Millis headTime{10'000};     ///< from the first byte (or the connection) to the end of the head
    Millis bodyTime{30'000};     ///< for each `bodyProgress` bytes of a body, so that dripping does not help
    qsizetype bodyProgress = 4096;
    Millis keepAliveTime{15'000};
    Millis writeTime{30'000};    ///< without the client reading anything of its answer
    Millis lingerTime{2'000};    ///< for a client to read the answer that ends its connection

    // Connections. An address is an IPv4 address or an IPv6 /64.
    int connections = 4096;
    int connectionsPerAddress = 512;
    int unauthenticatedPerAddress = 64;

    // Work.
    int workers = 8;
    int queuedRequests = 512; ///< waiting for a worker; then 503
    std::chrono::seconds retryAfter{1};

    // Requests a second, as token buckets. Zero: no limit.
    double principalRate = 10'000;
    double principalBurst = 20'000;
    double anonymousRate = 200; ///< for each address, on endpoints that do work before anyone is signed in
    double anonymousBurst = 400;
};

} // namespace countersign
