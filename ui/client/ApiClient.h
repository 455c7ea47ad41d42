// Calls the daemon by the rows of the endpoint table; answers arrive in the event loop, in order of arrival.
#pragma once

#include "core/api/Endpoint.h"
#include "core/json/Json.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <optional>
#include <type_traits>

class QNetworkReply;

namespace countersign {

/// What creates something goes out with an Idempotency-Key, and with the same one as long as no answer has settled it: when
/// the user sends the same content again, after an answer got lost, it still happens once.
class ApiClient : public QObject {
    Q_OBJECT

public:
    template <class T>
    using Done = std::function<void(const Result<T> &)>;

    explicit ApiClient(QUrl server, QObject *parent = nullptr);
    ~ApiClient() override;

    QUrl server() const { return m_server; }
    void setAccessToken(const QString &token) { m_token = token; }

    /// Called once when an answer was 401; it must end in resume() or giveUp(). Calls that need a token wait meanwhile. The
    /// answer to what was sent again is the caller's, whatever it is.
    void setRefresher(std::function<void()> refresher) { m_refresher = std::move(refresher); }
    void resume(const QString &token); ///< sends what waited
    void giveUp(const Error &error);   ///< answers what waited with this
    void renew(); ///< calls the refresher as if an answer had been 401; calls wait for what comes of it

    /// `done` is not called when `context` is gone by then. Paths without parameters.
    template <class Req, class Res, class Query>
    void call(const Endpoint<Req, Res, Query> &endpoint, const Req &body, QObject *context,
              std::type_identity_t<Done<Res>> done)
    {
        send(requestOf(endpoint, {}, body, {}), context, reader<Res>(std::move(done)));
    }

    /// What a path with one `{id}` is about.
    struct Target {
        QString id;
        std::optional<int> version; ///< what the caller saw (If-Match)
        QString stepUp;             ///< token that proves again who calls (X-Step-Up); empty: none
    };
    template <class Req, class Res, class Query>
    void callFor(const Endpoint<Req, Res, Query> &endpoint, const Target &target, const Req &body, QObject *context,
                 std::type_identity_t<Done<Res>> done)
    {
        Request request = requestOf(endpoint, {target.id}, body, {});
        request.version = target.version;
        request.stepUp = target.stepUp;
        send(std::move(request), context, reader<Res>(std::move(done)));
    }

    template <class Res, class Query>
    void list(const Endpoint<Nothing, Res, Query> &endpoint, const Query &query, QObject *context,
              std::type_identity_t<Done<Res>> done)
    {
        send(requestOf(endpoint, {}, Nothing{}, writeQuery(query)), context, reader<Res>(std::move(done)));
    }

    /// The same for a path with parameters, whose values come in its order.
    template <class Res, class Query>
    void listOf(const Endpoint<Nothing, Res, Query> &endpoint, const QStringList &path, const Query &query,
                QObject *context, std::type_identity_t<Done<Res>> done)
    {
        send(requestOf(endpoint, path, Nothing{}, writeQuery(query)), context, reader<Res>(std::move(done)));
    }

Q_SIGNALS:
    /// The daemon answered after it did not, or did not after it had.
    void reachableChanged(bool reachable);
    /// A call was refused because the password has to be changed first.
    void passwordChangeRequired();

private:
    struct Request {
        const char *verb;
        QString path;
        QUrlQuery query;
        QByteArray body;
        std::optional<int> version;
        QString stepUp;
        bool needsToken = true;
        bool creates = false; ///< must happen once
        bool resent = false;  ///< with a new token; another 401 is its answer
    };
    using Answer = std::function<void(const Result<QByteArray> &)>;
    struct Waiting {
        Request request;
        QPointer<QObject> context;
        Answer answer;
    };

    template <class Req, class Res, class Query>
    static Request requestOf(const Endpoint<Req, Res, Query> &endpoint, const QStringList &values, const Req &body,
                             const QUrlQuery &query)
    {
        QString path = QLatin1String(endpoint.path);
        for (const QString &value : values)
            path.replace(path.indexOf(QLatin1Char('{')),
                         path.indexOf(QLatin1Char('}')) - path.indexOf(QLatin1Char('{')) + 1, value);
        QByteArray bytes;
        if constexpr (!std::is_same_v<Req, Nothing>)
            bytes = writeJson(body);
        return {toCString(endpoint.method),          path, query, bytes, {}, {}, !endpoint.access.isPublic(),
                endpoint.repeat != Repeat::RunsAgain};
    }

    template <class Res>
    static Answer reader(Done<Res> done)
    {
        return [done = std::move(done)](const Result<QByteArray> &answer) {
            if (!answer)
                done(answer.error());
            else if constexpr (std::is_same_v<Res, Nothing>)
                done(Nothing{});
            else
                done(readJson<Res>(*answer));
        };
    }

    /// The same for the same content; made anew after forget().
    QByteArray keyOf(const Request &request);
    void forget(const Request &request);
    void send(Request request, QObject *context, Answer answer);
    void receive(QNetworkReply *reply, const Waiting &sent);
    void setReachable(bool reachable);

    const QUrl m_server;
    QNetworkAccessManager m_network;
    QString m_token;
    std::function<void()> m_refresher;
    QList<Waiting> m_waiting;                  ///< for a new token
    QHash<QByteArray, QByteArray> m_unsettled; ///< Idempotency-Key by hash of the content
    bool m_refreshing = false;
    std::optional<bool> m_reachable;
};

} // namespace countersign
