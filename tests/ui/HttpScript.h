// A server that answers by a script.
#pragma once

#include <QHash>
#include <QTcpServer>

class QTcpSocket;

namespace countersign {

QByteArray httpAnswer(int status, const QByteArray &body);

/// Answers each request by its route; without one with the next of `answers`, and with `otherwise` when there is none left.
class HttpScript : public QTcpServer {
public:
    HttpScript();

    QUrl url() const;

    struct Route {
        QByteArray begin; ///< of the request's line: `GET /api/v1/queue?`
        QByteArray answer;
    };
    QList<Route> routes; ///< the first that fits
    QByteArrayList answers;
    QByteArray otherwise = httpAnswer(404, "{}");
    QByteArrayList lines; ///< the first of each request
    QByteArrayList heads; ///< the header of each request, its first line left out
    QByteArrayList keys;  ///< Idempotency-Key of each request; empty: none

private:
    void read(QTcpSocket *socket);
    QByteArray answerTo(const QByteArray &line);

    QHash<QTcpSocket *, QByteArray> m_requests;
};

} // namespace countersign
