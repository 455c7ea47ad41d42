// A daemon that is killed while it sends: the next one sends the message again, and its receiver knows it by the id.
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/support/OtherServer.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QJsonArray>
#include <QTest>

using namespace countersign;

class TestFlowWebhook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKilledDaemonLosesNoMessage();
};

void TestFlowWebhook::aKilledDaemonLosesNoMessage()
{
    TestDatabase database;
    SqlConsole console(database.superuserSettings());
    OtherServer receiver(QStringLiteral("webhook_receiver.py"));
    DaemonProcess daemon(database.daemonSettings(),
                         {QStringLiteral("--set"), QStringLiteral("webhooks.allow_http=true"), QStringLiteral("--set"),
                          QStringLiteral("webhooks.allowed_networks=127.0.0.1"), QStringLiteral("--set"),
                          QStringLiteral("webhooks.timeout_seconds=60")});
    QVERIFY(daemon.start());
    HttpCaller caller(daemon.port());
    QVERIFY(caller.signIn("admin@"
                          "demo.example"));
    const HttpAnswer made = caller.post(
        QStringLiteral("/admin/webhooks"),
        QJsonObject{{QStringLiteral("url"), QStringLiteral("http://127.0.0.1:%1/slow").arg(receiver.port())},
                    {QStringLiteral("events"), QJsonArray{QStringLiteral("sla_breached")}}});
    QVERIFY2(made.status == 201, made.bytes.constData());
    const QString id = made.json().value(QLatin1String("id")).toString();
    QCOMPARE(caller.post(QStringLiteral("/admin/webhooks/%1/test").arg(id)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received().size(), 1, 20'000); // taken, and not answered
    daemon.kill();
    QCOMPARE(console.value(QStringLiteral("SELECT state FROM jobs WHERE kind = 'send_webhook'")).toString(),
             QStringLiteral("running"));
    // Half a minute later.
    console.run(
        QStringLiteral("UPDATE jobs SET lease_until = now() - interval '1 second' WHERE kind = 'send_webhook'"));
    console.run(QStringLiteral("UPDATE webhooks SET url = replace(url, '/slow', '/ok')"));
    QVERIFY(daemon.start());
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received().size(), 2, 60'000);
    const auto idOf = [](const QJsonObject &request) {
        return request.value(QLatin1String("headers")).toObject().value(QLatin1String("webhook-id")).toString();
    };
    QCOMPARE(idOf(receiver.received()[1]), idOf(receiver.received()[0]));
    QCOMPARE(receiver.received()[1].value(QLatin1String("body")), receiver.received()[0].value(QLatin1String("body")));
    QTRY_COMPARE(console.value(QStringLiteral("SELECT state FROM webhook_deliveries")).toString(),
                 QStringLiteral("delivered"));
    QCOMPARE(console.value(QStringLiteral("SELECT count(*) FROM webhook_deliveries")).toInt(), 1);
    QTRY_COMPARE(console.value(QStringLiteral("SELECT count(*) FROM jobs WHERE kind = 'send_webhook'")).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestFlowWebhook)
#include "tst_flow_webhook.moc"
