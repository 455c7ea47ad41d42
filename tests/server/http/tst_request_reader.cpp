#include "server/http/RequestReader.h"
#include "tests/server/http/AttackCases.h"

#include <QTest>

using namespace countersign;

namespace {

using State = RequestReader::State;

/// Feeds `bytes` in pieces; accepts every body up to 1 MiB; returns the requests that came out.
QList<HttpRequest> readAll(RequestReader &reader, const QByteArray &bytes, qsizetype piece)
{
    QList<HttpRequest> requests;
    for (qsizetype at = 0; at < bytes.size() && reader.state() != State::Refused;) {
        at += reader.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        if (reader.state() == State::HeadDone)
            reader.acceptBody(1024 * 1024);
        if (reader.state() == State::Complete)
            requests << reader.takeRequest();
    }
    return requests;
}

} // namespace

class RequestReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesEveryAttack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("piece");
        for (const AttackCase &attack : attackCases())
            for (const int piece : {1, 7, 65536})
                QTest::addRow("%s, by %d", attack.name, piece) << attack.bytes << piece;
        QVERIFY(attackCases().size() >= 150);
    }
    void refusesEveryAttack()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, piece);
        RequestReader reader{HttpLimits{}};
        QCOMPARE(readAll(reader, bytes, piece).size(), 0);
        QCOMPARE(reader.state(), State::Refused);
        QVERIFY(!reader.refusal().reason.isEmpty());
        QVERIFY(!reader.keepAlive());
        QCOMPARE(reader.feed("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), 0);
    }

    void readsTheSameInWhateverPieces_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 4, 5, 7, 11, 64, 100000})
            QTest::addRow("%d", piece) << piece;
    }
    void readsTheSameInWhateverPieces()
    {
        QFETCH(int, piece);
        RequestReader reader{HttpLimits{}};
        const QByteArray stream = "GET /a/b?x=1&y=%20 HTTP/1.1\r\nHost: h:8400\r\nX-One:  two \r\n\r\n"
                                  "POST /c HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"
                                  "POST /d HTTP/1.1\r\nHost: [::1]:80\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                  "5\r\nhello\r\n006\r\n world\r\n0\r\n\r\n"
                                  "POST /e HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                  "DELETE /f HTTP/1.1\r\nHost: h\r\n\r\n";
        const QList<HttpRequest> requests = readAll(reader, stream, piece);
        QCOMPARE(requests.size(), 5);
        QCOMPARE(requests[0].path, QByteArray("/a/b"));
        QCOMPARE(requests[0].query, QByteArray("x=1&y=%20"));
        QCOMPARE(requests[0].header("x-one"), QByteArray("two"));
        QCOMPARE(requests[1].body, QByteArray("hello"));
        QCOMPARE(requests[2].body, QByteArray("hello world"));
        QCOMPARE(requests[3].body, QByteArray());
        QCOMPARE(requests[4].method, QByteArray("DELETE"));
        QCOMPARE(reader.state(), State::Head);
        QVERIFY(!reader.hasStarted());
    }

    void acceptsTheLimitsThemselves()
    {
        HttpLimits limits;
        limits.headerFields = 3;
        limits.requestLine = 20;
        RequestReader reader{limits};
        QCOMPARE(readAll(reader, "GET /aaaaaa HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\n\r\n", 100).size(), 1);
        QCOMPARE(readAll(reader, "GET /aaaaaaa HTTP/1.1\r\nHost: h\r\n\r\n", 100).size(), 0);
        QCOMPARE(reader.refusal().code, ErrorCode::HeadersTooLarge);

        const QByteArray head = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n";
        limits.headerFields = 100;
        limits.head = head.size();
        RequestReader exact{limits};
        QCOMPARE(readAll(exact, head + "12345", 3).size(), 1);
        limits.head = head.size() - 1;
        RequestReader tight{limits};
        QCOMPARE(readAll(tight, head + "12345", 3).size(), 0);
    }

    void boundsBodiesByTheEndpoint()
    {
        RequestReader reader{HttpLimits{}};
        reader.feed("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
        QCOMPARE(reader.state(), State::HeadDone);
        QVERIFY(!reader.declaredBody());
        reader.acceptBody(8);
        reader.feed("8\r\n12345678\r\n");
        QCOMPARE(reader.bodySoFar(), 8);
        reader.feed("1\r\n9\r\n0\r\n\r\n");
        QCOMPARE(reader.state(), State::Refused);
        QCOMPARE(reader.refusal().code, ErrorCode::PayloadTooLarge);
    }

    void neverHoldsMoreThanTheLimits()
    {
        RequestReader reader{HttpLimits{}};
        QVERIFY(readAll(reader, "GET /a HTTP/1.1\r\nHost: h\r\n" + QByteArray("X: y\r\n").repeated(50'000), 4096).isEmpty());
        QCOMPARE(reader.refusal().code, ErrorCode::HeadersTooLarge);
    }

    void knowsWhatTheClientExpects()
    {
        RequestReader reader{HttpLimits{}};
        reader.feed("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(reader.expectsContinue());
        QVERIFY(reader.keepAlive());
        RequestReader old{HttpLimits{}};
        old.feed("GET /a HTTP/1.0\r\n\r\n");
        QCOMPARE(old.state(), State::HeadDone);
        QVERIFY(!old.keepAlive());
        RequestReader closing{HttpLimits{}};
        closing.feed("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QVERIFY(!closing.keepAlive());
    }
};

QTEST_APPLESS_MAIN(RequestReaderTest)
#include "tst_request_reader.moc"
