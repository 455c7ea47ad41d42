// Calls the daemon from any thread and waits for the answer; takes every byte, well-formed or not.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace countersign {

struct HttpAnswer {
    int status = 0; ///< 0: no whole answer came back
    QByteArray bytes;

    QJsonObject json() const;
};

/// One connection for each call: what a killed daemon has not answered is known at once, and nothing is sent twice.
class HttpCaller {
public:
    explicit HttpCaller(quint16 port) : m_port(port) {}

    bool signIn(const char *email); ///< `analyst@demo.example`; its token goes with the calls that follow
    bool signIn(const QString &email, const QString &password);
    HttpAnswer get(const QString &path) const { return call("GET", path, {}); }
    HttpAnswer post(const QString &path, const QByteArray &body) const { return call("POST", path, body); }
    HttpAnswer post(const QString &path, const QJsonObject &body = {}) const;

private:
    HttpAnswer call(const char *method, const QString &path, const QByteArray &body) const;

    quint16 m_port;
    QByteArray m_token;
};

} // namespace countersign
