// A small load client: real HTTP over keep-alive connections to 127.0.0.1, each request timed.
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>

namespace countersign::bench {

/// The bytes of a request; `token` may be empty.
QByteArray getRequest(const QByteArray &path, const QByteArray &token);
QByteArray postRequest(const QByteArray &path, const QByteArray &token, const QByteArray &body);

struct HttpAnswer {
    int status = 0; ///< 0: no answer
    QByteArray body;
};

/// One request on a connection of its own.
HttpAnswer exchange(quint16 port, const QByteArray &request);

struct LoadPlan {
    quint16 port = 0;
    int connections = 1;
    int requests = 1;                     ///< at most
    std::chrono::milliseconds time{5000}; ///< at most
};

struct LoadResult {
    int answered = 0;    ///< with a 2xx
    int failed = 0;      ///< with another status, or not at all
    int lastFailure = 0; ///< its status
    double perSecond = 0;
    double p50Ms = 0;
    double p99Ms = 0;
};

/// `request` makes the bytes of request number n, from 0 on; it is called from every connection's thread.
LoadResult load(const LoadPlan &plan, const std::function<QByteArray(int)> &request);

} // namespace countersign::bench
