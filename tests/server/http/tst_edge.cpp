#include "tests/server/http/AskEdge.h"
#include "tests/server/http/EdgeServer.h"
#include "tests/server/http/RawClient.h"

#include <QJsonDocument>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray kJson = "Content-Type: application/json\r\n";
const QByteArray kQueueId = "/api/v1/queue/0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90";

} // namespace

class EdgeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plan_1_1_3_serverStartsWithoutErrors()
    {
        EdgeServer server;
        QVERIFY(server.port() > 0);
        QVERIFY(!QByteArray::fromStdString(server.log()).contains("error"));
    }

    void plan_1_1_3_healthReturns200()
    {
        EdgeServer server;
        for (const QByteArray path : {"/health", "/health/live", "/health/ready"}) {
            const Reply reply = ask(server, getRequest(path));
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.json().value(QLatin1String("status")).toString(), QStringLiteral("ok"));
        }
        QCOMPARE(ask(server, getRequest("/health")).json().value(QLatin1String("version")).toString(), QStringLiteral("1.2.3"));
    }

    void plan_1_1_3_docsAccessible()
    {
        EdgeServer server;
        const Reply docs = ask(server, getRequest("/docs"));
        QCOMPARE(docs.status, 200);
        QCOMPARE(docs.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(docs.body.contains("/api/v1/queue/{id}/assign"));
        QVERIFY(docs.body.contains("application:create"));
        QVERIFY(!docs.body.contains("<script"));
        QVERIFY(!docs.body.contains("src="));
        const QString shots = qEnvironmentVariable("COUNTERSIGN_DOCS_TO");
        if (QFile file(shots); !shots.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(docs.body);
        const Reply openApi = ask(server, getRequest("/openapi.json"));
        QCOMPARE(openApi.json().value(QLatin1String("openapi")).toString(), QStringLiteral("3.1.0"));
    }

    void saysWhatIsNotReady()
    {
        EdgeServer server;
        server.databaseIsUp = false;
        server.health().runChecks();
        const Reply ready = ask(server, getRequest("/health/ready"));
        QCOMPARE(ready.status, 503);
        const QJsonObject database = ready.json().value(QLatin1String("checks")).toArray().first().toObject();
        QCOMPARE(database.value(QLatin1String("status")).toString(), QStringLiteral("unavailable"));
        QCOMPARE(database.value(QLatin1String("reason")).toString(), QStringLiteral("database_unavailable"));
        QVERIFY(!ready.body.contains("secret"));
        QCOMPARE(ask(server, getRequest("/health/live")).status, 200);
        server.databaseIsUp = true;
        server.health().runChecks();
        QCOMPARE(ask(server, getRequest("/health/ready")).status, 200);
        server.clock().advance(11s); // no check has ended for too long
        QCOMPARE(ask(server, getRequest("/health/ready")).status, 503);
        server.health().runChecks();
        server.server().drain(1s);
        QVERIFY(!server.health().isReady());
    }

    void servesMetrics()
    {
        EdgeServer server;
        ask(server, getRequest("/health"));
        ask(server, getRequest("/nothing/of/12345"));
        const Reply metrics = ask(server, getRequest("/metrics"));
        QCOMPARE(metrics.status, 200);
        QVERIFY(metrics.body.contains(
            "countersign_http_request_duration_seconds_count{code=\"200\",method=\"GET\",route=\"/health\"} 1"));
        QVERIFY(metrics.body.contains("code=\"404\",method=\"GET\",route=\"unmatched\""));
        QVERIFY(metrics.body.contains("countersign_sla_breaches_total 0"));
        QVERIFY(!metrics.body.contains("12345"));
    }

    void keepsARequestIdThatIsAUuid()
    {
        EdgeServer server;
        const QByteArray own = "5f1c3e0a-1111-4222-8333-0123456789ab";
        QCOMPARE(ask(server, getRequest("/health", "X-Request-Id: " + own + "\r\n")).header("X-Request-Id"), own);
        for (const QByteArray bad : {"", "1", "me@example.com", "{5f1c3e0a-1111-4222-8333-0123456789ab}",
                                     "00000000-0000-0000-0000-000000000000"}) {
            const QByteArray made = ask(server, getRequest("/health", "X-Request-Id: " + bad + "\r\n")).header("X-Request-Id");
            QVERIFY(made != bad);
            QVERIFY(!QUuid::fromString(QLatin1String(made)).isNull());
        }
    }

    void namesTheMethodsOfAPath()
    {
        EdgeServer server;
        const Reply reply = ask(server, withBody("DELETE /api/v1/auth/me", {}, server.authorization(Role::Admin)));
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.header("Allow"), QByteArray("GET"));
        QCOMPARE(ask(server, getRequest(kQueueId + "/start")).header("Allow"), QByteArray("POST"));
        QCOMPARE(ask(server, withBody("POST /health", {}, {})).status, 405);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me/")).status, 404);
        QCOMPARE(ask(server, getRequest("/api/v1/queue//start")).status, 404);
        QCOMPARE(ask(server, getRequest("/../etc/passwd")).status, 404);
    }

    void asksForATokenAndAPermission()
    {
        EdgeServer server;
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me")).status, 401);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", "Authorization: Basic YTpi\r\n")).status, 401);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", "Authorization: Bearer x.y.z\r\n")).status, 401);
        const QByteArray analyst = server.authorization(Role::Analyst);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", analyst + analyst)).status, 401);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", analyst)).status, 200);
        const Reply forbidden = ask(server, withBody("POST " + kQueueId + "/start", {}, server.authorization(Role::Readonly)));
        QCOMPARE(forbidden.status, 403);
        QCOMPARE(forbidden.code(), QStringLiteral("forbidden"));
        server.clock().advance(601s);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", analyst)).code(), QStringLiteral("token_expired"));
    }

    void refusesLargeBodiesOfStrangers()
    {
        EdgeServer server;
        const QByteArray head = "POST /api/v1/applications HTTP/1.1\r\nHost: h\r\n" + kJson;
        QCOMPARE(ask(server, head + "Content-Length: 900000\r\n\r\n").status, 401);
        QCOMPARE(ask(server, head + "Authorization: Bearer a.b.c\r\nContent-Length: 900000\r\n\r\n").status, 401);
        QCOMPARE(ask(server, head + "Authorization: Bearer a.b.c\r\nTransfer-Encoding: chunked\r\n\r\n").status, 401);
        QCOMPARE(ask(server, head + server.authorization(Role::Readonly) + "Content-Length: 900000\r\n\r\n").status, 403);
        QCOMPARE(ask(server, head + server.authorization(Role::Analyst) + "Content-Length: 2000000\r\n\r\n").status, 413);
        QCOMPARE(ask(server, "POST /api/v1/auth/login HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n").status, 413);
    }

    void readsBodiesAndQueriesStrictly()
    {
        EdgeServer server;
        const QByteArray analyst = server.authorization(Role::Analyst);
        const auto post = [&](const QByteArray &body, const QByteArray &more) {
            return ask(server, withBody("POST /api/v1/auth/logout", body, more));
        };
        QCOMPARE(post(R"({"refresh_token":"x"})", kJson).status, 204);
        QCOMPARE(post(R"({"refresh_token":"x"})", "Content-Type: application/json; charset=utf-8\r\n").status, 204);
        QCOMPARE(post(R"({"refresh_token":"x"})", "Content-Type: text/plain\r\n").status, 415);
        QCOMPARE(post(R"({"refresh_token":"x"})", "").status, 415);
        QCOMPARE(post(R"({"refresh_token":)", kJson).status, 400);
        QCOMPARE(post(QByteArray(5'000, '[') + QByteArray(5'000, ']'), kJson).status, 400);
        QCOMPARE(post("{}", kJson).status, 422);
        QCOMPARE(post("", "").status, 422);
        QCOMPARE(post(R"({"refresh_token":"x","other":1})", kJson).status, 422);
        QCOMPARE(ask(server, getRequest("/api/v1/queue?page=2", analyst)).status, 200);
        QCOMPARE(ask(server, getRequest("/api/v1/queue?page=x", analyst)).status, 422);
        QCOMPARE(ask(server, getRequest("/api/v1/queue?nonsense=1", analyst)).status, 422);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me?nonsense=1", analyst)).status, 422);
    }

    void namesEveryWrongFieldOfAnApplication()
    {
        EdgeServer server;
        const Reply reply = ask(server, withBody("POST /api/v1/applications",
                                                 R"({"loan_request":{"amount":-5,"currency":"XXX","term_months":0},"surprise":true})",
                                                 kJson + server.authorization(Role::Analyst)));
        QCOMPARE(reply.status, 422);
        QStringList paths;
        for (const QJsonValue &field : reply.json().value(QLatin1String("errors")).toArray())
            paths << field.toObject().value(QLatin1String("path")).toString();
        for (const char *path : {"loan_request.amount", "loan_request.currency", "loan_request.term_months", "surprise", "applicant_data"})
            QVERIFY2(paths.contains(QLatin1String(path)), path);
    }

    void readsIdsAndVersions()
    {
        EdgeServer server;
        const QByteArray more = kJson + server.authorization(Role::Analyst);
        const QByteArray body = R"({"reason":"not mine to judge"})";
        const auto release = [&](const QByteArray &path, const QByteArray &ifMatch) {
            return ask(server, withBody("POST " + path + "/release", body, more + ifMatch));
        };
        QCOMPARE(release("/api/v1/queue/12", "If-Match: \"3\"\r\n").status, 404);
        QCOMPARE(release(kQueueId, "").status, 428);
        for (const char *unreadable : {"*", "3", "W/\"3\"", "\"x\"", "\"3\", \"4\""})
            QCOMPARE(release(kQueueId, QByteArray("If-Match: ") + unreadable + "\r\n").status, 400);
        const Reply released = release(kQueueId, "If-Match: \"3\"\r\n");
        QCOMPARE(released.status, 200);
        QCOMPARE(released.header("ETag"), QByteArray("\"3\""));
    }

    void limitsThePaceOfOneCaller()
    {
        HttpServerSettings settings;
        settings.limits.principalRate = 2;
        settings.limits.principalBurst = 3;
        settings.limits.anonymousRate = 1;
        settings.limits.anonymousBurst = 1;
        EdgeServer server(settings);
        const QByteArray one = server.authorization(Role::Analyst);
        const QByteArray other = server.authorization(Role::Analyst);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ask(server, getRequest("/api/v1/auth/me", one)).status, 200);
        const Reply tooMany = ask(server, getRequest("/api/v1/auth/me", one));
        QCOMPARE(tooMany.status, 429);
        QCOMPARE(tooMany.header("Retry-After"), QByteArray("1"));
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", other)).status, 200);
        server.clock().advance(500ms);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", one)).status, 200);
        QCOMPARE(ask(server, getRequest("/api/v1/auth/me", one)).status, 429);
        const QByteArray logout = withBody("POST /api/v1/auth/logout", R"({"refresh_token":"x"})", kJson);
        QCOMPARE(ask(server, logout).status, 204);
        QCOMPARE(ask(server, logout).status, 429);
        QCOMPARE(ask(server, getRequest("/health/live")).status, 200);
    }

    void letsConfiguredOriginsIn()
    {
        HttpServerSettings settings;
        settings.corsOrigins = {"https://desk.example"};
        EdgeServer server(settings);
        const auto preflight = [&](const QByteArray &origin) {
            return ask(server, "OPTIONS " + kQueueId + "/release HTTP/1.1\r\nHost: h\r\nOrigin: " + origin
                                   + "\r\nAccess-Control-Request-Method: POST\r\n\r\n");
        };
        const Reply allowed = preflight("https://desk.example");
        QCOMPARE(allowed.status, 204);
        QCOMPARE(allowed.header("Access-Control-Allow-Origin"), QByteArray("https://desk.example"));
        QCOMPARE(allowed.header("Access-Control-Allow-Methods"), QByteArray("POST"));
        QVERIFY(allowed.header("Access-Control-Allow-Headers").contains("Authorization"));
        QVERIFY(!allowed.head.contains("Access-Control-Allow-Credentials"));
        QVERIFY(preflight("https://evil.example").header("Access-Control-Allow-Origin").isEmpty());
        QVERIFY(preflight("null").header("Access-Control-Allow-Origin").isEmpty());
        QCOMPARE(ask(server, getRequest("/health", "Origin: https://desk.example\r\n")).header("Access-Control-Allow-Origin"),
                 QByteArray("https://desk.example"));
        QCOMPARE(ask(server, getRequest("/health", "Origin: https://evil.example\r\n")).header("Vary"), QByteArray("Origin"));
        QCOMPARE(ask(server, "OPTIONS /api/v1/auth/me HTTP/1.1\r\nHost: h\r\n\r\n").status, 405);
        QCOMPARE(ask(server, "OPTIONS /nothing HTTP/1.1\r\nHost: h\r\n\r\n").status, 404);
    }

    void logsOneLineWithoutPersonalData_data()
    {
        QTest::addColumn<LogForm>("form");
        QTest::newRow("text") << LogForm::Text;
        QTest::newRow("json") << LogForm::Json;
    }
    void logsOneLineWithoutPersonalData()
    {
        QFETCH(LogForm, form);
        HttpServerSettings settings;
        settings.logForm = form;
        EdgeServer server(settings);
        const QByteArray token = server.authorization(Role::Analyst);
        ask(server, getRequest("/api/v1/auth/me?email=ana.ilic@example.com", token));
        ask(server, withBody("POST /api/v1/queue/1503990710123/start?q=Marko", {}, token + "User-Agent: Marko\r\n"));
        ask(server, withBody("MARKO /api/v1/Petrovic", {}, token + "X-Request-Id: Marko\r\n"));
        ask(server, withBody("POST /api/v1/auth/login", R"({"email":"ana.ilic@example.com","password":"hunter2"})", kJson));
        ask(server, "GET /Marko\x01 HTTP/1.1\r\n\r\n");
        const QByteArray log = QByteArray::fromStdString(server.log());
        QCOMPARE(log.count("\n"), 6); // five requests and one defect
        for (const char *secret : {"ana.ilic", "1503990710123", "arko", "MARKO", "Petrovic", "hunter2", "Bearer"})
            QVERIFY2(!log.contains(secret), secret);
        QVERIFY(log.contains("/api/v1/queue/{id}/start"));
        if (form == LogForm::Text)
            return;
        for (const QByteArray &line : log.trimmed().split('\n'))
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
        const QJsonObject first = QJsonDocument::fromJson(log.left(log.indexOf('\n'))).object();
        for (const char *member : {"time", "method", "route", "status", "duration_us", "bytes", "request_id", "user_id", "tenant_id"})
            QVERIFY2(first.contains(QLatin1String(member)), member);
    }

    void refusesToStartWithUnboundEndpoints()
    {
        EdgeServer server;
        const Result<> started = server.server().listen();
        QVERIFY(!started);
        QCOMPARE(started.error().reason, QStringLiteral("unbound_endpoints"));
        QVERIFY(started.error().detail.contains(QLatin1String("POST /decisions")));
    }
};

QTEST_GUILESS_MAIN(EdgeTest)
#include "tst_edge.moc"
