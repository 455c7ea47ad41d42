#include "tests/server/http/AskEdge.h"
#include "tests/server/http/RawClient.h"

#include <QJsonArray>
#include <QTest>
#include <QUuid>

using namespace countersign;

namespace {

const QByteArray kJson = "Content-Type: application/json\r\n";
const QByteArray kQueueId = "/api/v1/queue/0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90";

} // namespace

class ProblemsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersEveryErrorInOneShape_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        const QList<int> statuses{400, 401, 403, 404, 405, 409, 413, 415, 422, 428, 429, 431, 408, 503, 500};
        for (int i = 0; i < statuses.size(); ++i)
            QTest::addRow("%d", statuses[i]) << i << statuses[i];
    }
    void answersEveryErrorInOneShape()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        EdgeServer server;
        const Reply reply = ask(server,
                                withBody("POST /api/v1/queue/" + QByteArray::number(code) + "/start", {},
                                         server.authorization(Role::Analyst)));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(reply.json().value(QLatin1String("status")).toInt(), status);
        QCOMPARE(reply.json().value(QLatin1String("request_id")).toString().toLatin1(), reply.header("X-Request-Id"));
        QVERIFY(reply.json().value(QLatin1String("type")).toString().startsWith(QLatin1String("/docs#problem-")));
        QVERIFY(!reply.json().value(QLatin1String("title")).toString().isEmpty());
        if (status >= 500) {
            QVERIFY(!reply.body.contains("the_reason") && !reply.body.contains("detail")
                    && !reply.body.contains("errors"));
            const QByteArray log = QByteArray::fromStdString(server.log());
            QVERIFY(log.contains("the_reason"));
            QVERIFY(!log.contains("\nforged") && !log.contains('\x1b'));
        } else {
            QCOMPARE(reply.code(), QStringLiteral("the_reason"));
            const QJsonObject field = reply.json().value(QLatin1String("errors")).toArray().first().toObject();
            QCOMPARE(field.value(QLatin1String("path")).toString(), QStringLiteral("a.b"));
        }
        QCOMPARE(reply.header("Retry-After").isEmpty(), status != 429 && status != 503);
        QCOMPARE(reply.header("WWW-Authenticate").isEmpty(), status != 401);
    }

    void answersWhatItRefusesItselfInThatShape_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray login = "POST /api/v1/auth/login";
        QTest::newRow("not HTTP") << QByteArray("nonsense\r\n\r\n") << 400;
        QTest::newRow("not JSON") << withBody(login, "{", kJson) << 400;
        QTest::newRow("no token") << getRequest("/api/v1/auth/me") << 401;
        QTest::newRow("no permission") << withBody("POST " + kQueueId + "/start", {}, "READONLY") << 403;
        QTest::newRow("no such path") << getRequest("/nothing") << 404;
        QTest::newRow("above the root") << getRequest("/%2e%2e/%2e%2e/etc/passwd") << 404;
        QTest::newRow("encoded slashes") << getRequest("/..%2f..%2fetc%2fpasswd") << 404;
        QTest::newRow("other method") << QByteArray("TRACE /api/v1/auth/me HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
        QTest::newRow("method in lower case") << QByteArray("get /health HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
        QTest::newRow("too large") << QByteArray(login + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n")
                                   << 413;
        QTest::newRow("other media") << withBody(login, "a=b", "Content-Type: text/plain\r\n") << 415;
        QTest::newRow("invalid") << withBody(login, "{}", kJson) << 422;
        QTest::newRow("no version") << withBody("POST " + kQueueId + "/release", R"({"reason":"x"})", kJson + "ANALYST")
                                    << 428;
        QTest::newRow("large header") << getRequest("/health", "X: " + QByteArray(20'000, 'x') + "\r\n") << 431;
        QTest::newRow("defect") << withBody(login, R"({"email":"a@b.c","password":"x"})", kJson) << 500;
    }
    void answersWhatItRefusesItselfInThatShape()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        EdgeServer server;
        request.replace("READONLY", server.authorization(Role::Readonly));
        request.replace("ANALYST", server.authorization(Role::Analyst));
        const Reply reply = ask(server, request);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(reply.json().value(QLatin1String("status")).toInt(), status);
        QVERIFY(!QUuid::fromString(QLatin1String(reply.header("X-Request-Id"))).isNull());
        QCOMPARE(reply.json().value(QLatin1String("request_id")).toString().toLatin1(), reply.header("X-Request-Id"));
    }

    void turnsAwayInThatShape()
    {
        HttpServerSettings settings;
        settings.limits.connections = 0;
        EdgeServer full(settings);
        settings.limits.connections = 10;
        settings.limits.connectionsPerAddress = 0;
        EdgeServer crowded(settings);
        for (const auto &[server, status] : {std::pair(&full, 503), std::pair(&crowded, 429)}) {
            const Reply reply = ask(*server, {});
            QCOMPARE(reply.status, status);
            QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
            QCOMPARE(reply.header("Retry-After"), QByteArray("1"));
            QCOMPARE(reply.json().value(QLatin1String("request_id")).toString().toLatin1(),
                     reply.header("X-Request-Id"));
        }
    }

    void speaksNoOtherProtocol()
    {
        EdgeServer server;
        const Reply reply = ask(server,
                                getRequest("/health/live",
                                           "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                                           "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.head.startsWith("HTTP/1.1 200") && !reply.head.contains("Upgrade"));
    }

    void hidesWhatADefectSays()
    {
        EdgeServer server;
        const Reply reply =
            ask(server, withBody("POST /api/v1/auth/login", R"({"email":"a@b.c","password":"x"})", kJson));
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.code(), QStringLiteral("internal"));
        QVERIFY(!reply.body.contains("secret"));
        QVERIFY(!QByteArray::fromStdString(server.log()).contains("secret"));
    }
};

QTEST_GUILESS_MAIN(ProblemsTest)
#include "tst_problems.moc"
