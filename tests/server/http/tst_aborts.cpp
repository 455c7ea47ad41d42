#include "server/http/HttpListener.h"
#include "tests/server/http/BlockingClient.h"
#include "tests/server/http/EchoHandler.h"
#include "tests/server/http/InThreads.h"
#include "tests/server/http/RawClient.h"
#include "tests/support/Soak.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

constexpr unsigned kClientThreads = 4;
constexpr qint64 kBodies = 4 * 1024 * 1024;

HttpLimits roomyLimits()
{
    HttpLimits limits;
    limits.workers = 4;
    limits.queuedRequests = 64;
    limits.unauthenticatedPerAddress = limits.connectionsPerAddress;
    limits.bufferedBodies = kBodies;
    return limits;
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
        .size();
}

using Random = std::mt19937;

int below(Random &random, int bound)
{
    return std::uniform_int_distribution(0, bound - 1)(random);
}

/// A moment that the scheduler chooses, so that leaving falls into whatever the server is doing.
void dawdle(Random &random)
{
    for (int i = below(random, 3); i > 0; --i)
        std::this_thread::yield();
}

void leaveAfterConnecting(BlockingClient &, Random &) {}

void leaveInTheHead(BlockingClient &client, Random &random)
{
    const QByteArray request = getRequest("/later", "X-More: yes\r\n");
    client.send(request.left(1 + below(random, int(request.size()) - 1)));
}

void leaveInTheBody(BlockingClient &client, Random &random)
{
    const QByteArray body(1 + below(random, 200'000), 'b');
    const QByteArray request = postRequest("/later", body);
    client.send(request.chopped(1 + below(random, int(body.size()))));
}

void leaveWhileItIsWorkedOn(BlockingClient &client, Random &random)
{
    client.send(postRequest("/gate", QByteArray(below(random, 20'000), 'b')));
}

void leaveWhileTheAnswerIsWritten(BlockingClient &client, Random &random)
{
    client.send(getRequest("/large"));
    client.receive(1 + below(random, 100'000));
}

void leavePipelinedRequests(BlockingClient &client, Random &random)
{
    const QByteArray requests = getRequest("/gate") + getRequest("/memory") + getRequest("/large")
        + getRequest("/refused") + postRequest("/gate", "abc") + "nonsense\r\n";
    client.send(requests.left(1 + below(random, int(requests.size()))));
}

void leaveAfterARefusal(BlockingClient &client, Random &)
{
    client.send("POST /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n" + QByteArray(5'000, 'x'));
}

using Leave = void (*)(BlockingClient &, Random &);
constexpr Leave kWaysToLeave[] = {
    leaveAfterConnecting,         leaveInTheHead,         leaveInTheBody,    leaveWhileItIsWorkedOn,
    leaveWhileTheAnswerIsWritten, leavePipelinedRequests, leaveAfterARefusal};

void comeAndLeave(quint16 port, int clients, unsigned seed)
{
    Random random(seed);
    for (int i = 0; i < clients; ++i) {
        BlockingClient client(port);
        kWaysToLeave[below(random, std::size(kWaysToLeave))](client, random);
        dawdle(random);
        if (below(random, 2))
            client.reset();
    }
}

} // namespace

class AbortsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesClientsThatLeave()
    {
        const int clients = Soak::isFull() ? 100'000 : 10'000;
        EchoHandler handler;
        handler.bodyLimit = kBodies;
        HttpListener listener(roomyLimits(), handler);
        QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
        QTimer gate; // the workers really answer later: most of the clients are gone by then
        connect(&gate, &QTimer::timeout, this, [&handler] { handler.open(8); });
        gate.start(1);
        const qsizetype descriptors = openDescriptors();

        std::vector<std::function<void()>> threads;
        for (unsigned seed = 0; seed < kClientThreads; ++seed)
            threads.emplace_back(
                [&listener, clients, seed] { comeAndLeave(listener.port(), clients / int(kClientThreads), seed); });
        serveWhile(threads);

        QTRY_COMPARE(listener.connectionCount(), 0);
        QTRY_COMPARE(listener.waitingRequests(), 0);
        QVERIFY2(handler.worked > clients / 10, qPrintable(QString::number(handler.worked)));
        QCOMPARE(openDescriptors(), descriptors);
        RawClient client(listener.port()); // takes all the room for bodies: every byte of it was given back
        client.send(postRequest("/alive", QByteArray(kBodies, 'b')));
        QTRY_COMPARE(client.statuses(), QList<int>{200});
    }
};

QTEST_GUILESS_MAIN(AbortsTest)
#include "tst_aborts.moc"
