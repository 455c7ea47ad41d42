// What the workbench sends, and what it sends again.
#include "ui/client/ApiClient.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace countersign;

namespace {

/// Answers each request with the next of `answers`.
class Script : public QTcpServer {
public:
    Script()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        listen(QHostAddress::LocalHost);
    }

    QByteArrayList answers;
    QByteArrayList keys; ///< Idempotency-Key of each request; empty: none

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &request = m_requests[socket];
        request += socket->readAll();
        const qsizetype headEnd = request.indexOf("\r\n\r\n");
        static const QRegularExpression length(QStringLiteral("\r\nContent-Length: (\\d+)"),
                                               QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression key(QStringLiteral("\r\nIdempotency-Key: ([^\r]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
        const QString head = QString::fromLatin1(request.left(headEnd));
        if (headEnd < 0 || request.size() < headEnd + 4 + length.match(head).captured(1).toInt())
            return;
        request.clear();
        keys.append(key.match(head).captured(1).toLatin1());
        socket->write(answers.takeFirst());
    }
    QHash<QTcpSocket *, QByteArray> m_requests;
};

QByteArray answer(int status, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " X\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestApiClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLostAnswerKeepsTheKey();
    void aSettledAnswerEndsTheKey();
    void anotherContentHasAnotherKey();
    void whatCreatesNothingHasNoKey();

private:
    void decide(const QString &reasoning)
    {
        api::DecisionCreate decision;
        decision.reasoning = reasoning;
        bool answered = false;
        m_client->call(api::createDecision, decision, this,
                       [&](const Result<api::DecisionInfo> &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    std::unique_ptr<Script> m_server;
    std::unique_ptr<ApiClient> m_client;
};

void TestApiClient::init()
{
    m_server = std::make_unique<Script>();
    m_client = std::make_unique<ApiClient>(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server->serverPort())));
}

void TestApiClient::aLostAnswerKeepsTheKey()
{
    m_server->answers = {answer(503, "{}"), answer(409, R"({"code":"idempotency_in_flight"})"), answer(500, "{}"),
                         answer(201, "{}")};
    for (int i = 0; i < 4; ++i)
        decide(QStringLiteral("the same"));
    QCOMPARE(m_server->keys.size(), 4);
    QCOMPARE(m_server->keys.first().size(), 36);
    QCOMPARE(m_server->keys.count(m_server->keys.first()), 4);
}

void TestApiClient::aSettledAnswerEndsTheKey()
{
    m_server->answers = {answer(422, "{}"), answer(409, R"({"code":"stale_version"})"), answer(201, "{}")};
    for (int i = 0; i < 3; ++i)
        decide(QStringLiteral("the same"));
    QCOMPARE(QSet<QByteArray>(m_server->keys.begin(), m_server->keys.end()).size(), 3);
}

void TestApiClient::anotherContentHasAnotherKey()
{
    m_server->answers = {answer(503, "{}"), answer(503, "{}"), answer(201, "{}")};
    decide(QStringLiteral("one"));
    decide(QStringLiteral("another"));
    decide(QStringLiteral("one"));
    QVERIFY(m_server->keys[1] != m_server->keys[0]);
    QCOMPARE(m_server->keys[2], m_server->keys[0]);
}

void TestApiClient::whatCreatesNothingHasNoKey()
{
    m_server->answers = {answer(200, "{}")};
    bool answered = false;
    m_client->list(api::listQueue, api::QueueQuery{}, this,
                   [&](const Result<Page<api::QueueItem>> &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(m_server->keys, QByteArrayList{QByteArray()});
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_api_client.moc"
