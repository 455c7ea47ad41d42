#include "server/http/HttpListener.h"
#include "tests/server/http/AttackCases.h"
#include "tests/server/http/EchoHandler.h"
#include "tests/server/http/RawClient.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

/// A twentieth of the real times, and counts small enough for one thread.
HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.headTime = 500ms;
    limits.bodyTime = 1500ms;
    limits.keepAliveTime = 750ms;
    limits.writeTime = 1500ms;
    limits.lingerTime = 100ms;
    limits.connections = 48;
    limits.connectionsPerAddress = 24;
    limits.unauthenticatedPerAddress = 12;
    limits.workers = 2;
    limits.queuedRequests = 4;
    return limits;
}

struct Server {
    explicit Server(const HttpLimits &limits = smallLimits()) : listener(limits, handler)
    {
        const Result<> listening = listener.listen(QHostAddress::LocalHost, 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().detail));
    }
    ~Server() { handler.open(1'000); } // so that no worker waits for ever when a test fails
    EchoHandler handler;
    HttpListener listener;
};

} // namespace

class ListenerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersEveryAttackOnceAndCloses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        for (const AttackCase &attack : attackCases())
            QTest::addRow("%s", attack.name) << attack.bytes << attack.status;
    }
    void answersEveryAttackOnceAndCloses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Server server;
        RawClient client(server.listener.port());
        client.send(bytes);
        QTRY_VERIFY(!client.isOpen());
        QCOMPARE(client.statuses(), QList<int>{status});
        QVERIFY(client.received().contains("application/problem+json"));
        QVERIFY(client.received().contains("\r\nConnection: close\r\n"));
        QCOMPARE(server.handler.worked.load(), 0);
    }

    void answersPipelinedRequestsInOrder()
    {
        Server server;
        RawClient client(server.listener.port());
        QByteArray stream;
        QList<QByteArray> expected;
        for (int i = 0; i < 100; ++i) {
            const QByteArray path = i % 3 == 0 ? QByteArray("/memory") : "/p" + QByteArray::number(i);
            stream += i % 2 ? getRequest(path) : postRequest(path, "abc");
            expected << (i % 3 == 0 ? QByteArray("memory")
                                    : (i % 2 ? "GET " : "POST ") + path + (i % 2 ? " 0" : " 3"));
        }
        client.send(stream);
        QTRY_COMPARE(client.statuses().size(), 100);
        QCOMPARE(client.bodies(), expected);
        QVERIFY(client.isOpen());
        QCOMPARE(server.handler.exchanges.size(), 100);
    }

    void worksOnOneRequestOfAConnectionAtATime()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send(getRequest("/gate") + getRequest("/after"));
        QTRY_COMPARE(server.handler.worked.load(), 1);
        RawClient other(server.listener.port());
        other.send(getRequest("/other"));
        QTRY_COMPARE(other.statuses(), QList<int>{200});
        QCOMPARE(server.handler.worked.load(), 2); // not /after
        server.handler.open(1);
        QTRY_COMPARE(client.bodies(), (QList<QByteArray>{"GET /gate 0", "GET /after 0"}));
    }

    void refusesWorkWhenTheQueueIsFull()
    {
        Server server;
        std::vector<std::unique_ptr<RawClient>> waiting;
        for (int i = 0; i < 6; ++i) { // two workers and four places in the queue
            waiting.push_back(std::make_unique<RawClient>(server.listener.port()));
            waiting.back()->send(getRequest("/gate"));
            QTRY_COMPARE(server.handler.worked.load() + server.listener.waitingRequests(), i + 1);
            if (i == 1)
                QTRY_COMPARE(server.handler.worked.load(), 2);
        }
        QCOMPARE(server.listener.waitingRequests(), 4);
        RawClient late(server.listener.port());
        late.send(getRequest("/late"));
        QTRY_COMPARE(late.statuses(), QList<int>{503});
        QVERIFY(late.received().contains("\r\nRetry-After: 1\r\n"));
        late.send(getRequest("/memory")); // what lies in memory is answered all the same
        QTRY_COMPARE(late.statuses(), (QList<int>{503, 200}));
        server.handler.open(6);
        for (const auto &client : waiting)
            QTRY_COMPARE(client->statuses(), QList<int>{200});
    }

    void limitsConnectionsOfOneAddress()
    {
        HttpLimits limits = smallLimits();
        limits.queuedRequests = 100;
        Server server(limits);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 12; ++i)
            clients.push_back(std::make_unique<RawClient>(server.listener.port()));
        QTRY_COMPARE(server.listener.connectionCount(), 12);
        RawClient thirteenth(server.listener.port());
        QTRY_COMPARE(thirteenth.statuses(), QList<int>{429});
        QTRY_VERIFY(!thirteenth.isOpen());
        for (const auto &client : clients)
            client->send(getRequest("/token"));
        for (const auto &client : clients)
            QTRY_COMPARE(client->statuses(), QList<int>{200});
        for (int i = 0; i < 12; ++i) // signed in, they no longer count as strangers
            clients.push_back(std::make_unique<RawClient>(server.listener.port()));
        QTRY_COMPARE(server.listener.connectionCount(), 24);
        RawClient last(server.listener.port());
        QTRY_COMPARE(last.statuses(), QList<int>{429});
        clients.clear();
        QTRY_COMPARE(server.listener.connectionCount(), 0);
        RawClient again(server.listener.port());
        again.send(getRequest("/again"));
        QTRY_COMPARE(again.statuses(), QList<int>{200});
    }

    void limitsConnectionsInAll()
    {
        HttpLimits limits = smallLimits();
        limits.connections = 3;
        Server server(limits);
        const RawClient a(server.listener.port()), b(server.listener.port()), c(server.listener.port());
        QTRY_COMPARE(server.listener.connectionCount(), 3);
        RawClient fourth(server.listener.port());
        QTRY_COMPARE(fourth.statuses(), QList<int>{503});
        QVERIFY(fourth.received().contains("\r\nRetry-After: 1\r\n"));
    }

    void cutsSlowHeaders()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send("GET /a HTTP/1.1\r\n");
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&client] { client.send("X: y\r\n"); });
        drip.start(50);
        QTRY_COMPARE(client.statuses(), QList<int>{408});
        QTRY_VERIFY(!client.isOpen());
    }

    void cutsDrippingBodies()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&client] { client.send("x"); });
        drip.start(50);
        QTRY_COMPARE(client.statuses(), QList<int>{408});
        QTRY_VERIFY(!client.isOpen());
    }

    void cutsIdleConnectionsSilently()
    {
        Server server;
        RawClient never(server.listener.port());
        RawClient once(server.listener.port());
        once.send(getRequest("/a"));
        QTRY_VERIFY(!never.isOpen());
        QTRY_VERIFY(!once.isOpen());
        QCOMPARE(never.received(), QByteArray());
        QCOMPARE(once.statuses(), QList<int>{200});
    }

    void cutsClientsThatDoNotRead()
    {
        HttpLimits limits = smallLimits();
        limits.keepAliveTime = 60s;
        limits.writeTime = 300ms;
        Server server(limits);
        const QByteArray burst = getRequest("/memory").repeated(100'000); // some 12 MB of answers
        QTcpSocket client;
        client.setReadBufferSize(1);
        client.connectToHost(QHostAddress::LocalHost, server.listener.port());
        QVERIFY(client.waitForConnected());
        client.write(burst);
        QTRY_COMPARE(server.listener.connectionCount(), 1);
        QTRY_COMPARE(server.listener.connectionCount(), 0);
    }

    void answersTheHeadBeforeTheBodyWhenItRefuses()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send("POST /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
        QTRY_COMPARE(client.statuses(), QList<int>{401});
        QTRY_VERIFY(!client.isOpen());
        RawClient patient(server.listener.port());
        patient.send(getRequest("/refused") + getRequest("/fine"));
        QTRY_COMPARE(patient.statuses(), (QList<int>{401, 200}));
    }

    void invitesTheBodyThatWasAnnounced()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("abc");
        QTRY_COMPARE(client.bodies(), QList<QByteArray>{"POST /a 3"});
    }

    void refusesBodiesPastTheCommonBound()
    {
        HttpLimits limits = smallLimits();
        limits.bufferedBodies = 100'000;
        Server server(limits);
        RawClient first(server.listener.port());
        first.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 90000\r\n\r\n" + QByteArray(80'000, 'x'));
        RawClient second(server.listener.port());
        second.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 90000\r\n\r\n" + QByteArray(80'000, 'x'));
        QTRY_COMPARE(first.statuses().size() + second.statuses().size(), 1);
        QCOMPARE(first.statuses() + second.statuses(), QList<int>{503});
        RawClient &rest = first.statuses().isEmpty() ? first : second;
        rest.send(QByteArray(10'000, 'x'));
        QTRY_COMPARE(rest.statuses(), QList<int>{200});
        RawClient third(server.listener.port()); // the bytes were given back
        third.send(postRequest("/a", QByteArray(90'000, 'x')));
        QTRY_COMPARE(third.statuses(), QList<int>{200});
    }

    void neverSendsAHeaderThatBreaksItsLine()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send(getRequest("/unsafe") + getRequest("/unsafe-type"));
        QTRY_COMPARE(client.statuses(), (QList<int>{500, 500}));
        QVERIFY(!client.received().contains("Set-Cookie"));
    }

    void answersHeadWithoutABody()
    {
        Server server;
        RawClient client(server.listener.port());
        client.send("HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(!client.isOpen());
        QVERIFY(client.received().contains("\r\nContent-Length: 9\r\n"));
        QVERIFY(client.received().endsWith("\r\n\r\n"));
    }

    void drainsWhatItAccepted()
    {
        auto server = std::make_unique<Server>();
        RawClient busy(server->listener.port());
        RawClient idle(server->listener.port());
        RawClient half(server->listener.port());
        busy.send(getRequest("/gate"));
        half.send("GET /half HTTP/1.1\r\n");
        QTRY_COMPARE(server->handler.worked.load(), 1);
        QTRY_COMPARE(server->listener.connectionCount(), 3);
        QSignalSpy drained(&server->listener, &HttpListener::drained);
        const quint16 port = server->listener.port();
        server->listener.drain(10s);
        QVERIFY(!RawClient(port).isOpen());
        half.send("Host: h\r\n\r\n");
        QTRY_VERIFY(!idle.isOpen());
        QTRY_COMPARE(half.statuses(), QList<int>{200});
        QCOMPARE(drained.size(), 0);
        server->handler.open(1);
        QTRY_COMPARE(busy.statuses(), QList<int>{200});
        QVERIFY(busy.received().contains("\r\nConnection: close\r\n"));
        QTRY_COMPARE(drained.size(), 1);
    }

    void drainsWithinItsBound()
    {
        Server server;
        RawClient busy(server.listener.port());
        busy.send(getRequest("/gate"));
        QTRY_COMPARE(server.handler.worked.load(), 1);
        QSignalSpy drained(&server.listener, &HttpListener::drained);
        server.listener.drain(200ms);
        QTRY_COMPARE(drained.size(), 1);
        server.handler.open(1);
    }

    void saysThatThePortIsBusy()
    {
        Server server;
        EchoHandler handler;
        HttpListener second(smallLimits(), handler);
        const Result<> listening = second.listen(QHostAddress::LocalHost, server.listener.port());
        QVERIFY(!listening);
        QCOMPARE(listening.error().reason, QStringLiteral("port_busy"));
    }
};

QTEST_GUILESS_MAIN(ListenerTest)
#include "tst_listener.moc"
