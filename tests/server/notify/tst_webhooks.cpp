// Webhooks from the change to the receiver: subscribed, signed, tried again, given up, logged, sent again.
#include "tests/server/notify/KeptMails.h"
#include "tests/server/notify/ReceivedRequest.h"
#include "tests/server/service/OverrideFixture.h"

#include "server/jobs/JobWorkers.h"
#include "server/notify/CurlWebhookSender.h"
#include "server/service/MailDelivery.h"
#include "server/service/NoticeService.h"
#include "server/service/Purge.h"
#include "server/service/SlaService.h"
#include "server/service/WebhookDelivery.h"
#include "server/service/WebhookService.h"
#include "tests/support/OtherServer.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QList<WebhookEvent> kAll{WebhookEvent::ScoringCompleted, WebhookEvent::ApplicationStatusChanged, WebhookEvent::DecisionCreated,
                               WebhookEvent::OverrideDecided, WebhookEvent::SlaBreached};

CurlWebhookSender toThisHost()
{
    return CurlWebhookSender({true, {*parseNetwork(QStringLiteral("127.0.0.1"))}, {}, 5s});
}

} // namespace

class TestWebhooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void administratorsKeepThem();
    void wrongOnesAreRefused();
    void theSecretIsShownOnceAndChanges();
    void plan_2_4_3_multipleChannelsWork();
    void everyEventArrivesSigned();
    void onlyWhatWasAskedForArrives();
    void failuresAreTriedAgainAndLogged();
    void theLastAttemptIsTheLast();
    void aReceiverThatFailsForADayIsSwitchedOff();
    void aReceiverThatIsGoneIsSwitchedOff();
    void aTestGoesOutAtOnce();
    void aMessageIsSentAgainUnderItsId();
    void aMessageWhoseSenderDiedComesAgainUnderItsId();
    void whatIsRemovedReceivesNothing();
    void theLogIsPagedAndPurged();
    void tenantsAreApart();

private:
    api::WebhookCreated make(const QString &path, const QList<WebhookEvent> &events = kAll)
    {
        const auto made = m_service->create(m_bank->admin, {QStringLiteral("http://127.0.0.1:%1%2").arg(m_server->port()).arg(path), events});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }
    void deliverAll();
    int requests() { return int(m_server->received().size() - m_before); }
    ReceivedRequest requestAt(int index) { return {m_server->received()[m_before + index]}; }
    api::DeliveryInfo lastDelivery(WebhookId id) { return m_service->deliveries(m_bank->admin, id, {})->items.first(); }

    std::unique_ptr<OverrideFixture> m_bank;
    std::unique_ptr<OtherServer> m_server;
    std::unique_ptr<WebhookService> m_service;
    CurlWebhookSender m_sender = toThisHost();
    KeptMails m_mailbox;
    JobTable m_table;
    qsizetype m_before = 0;
};

void TestWebhooks::initTestCase()
{
    m_bank = std::make_unique<OverrideFixture>();
    m_server = std::make_unique<OtherServer>(QStringLiteral("webhook_receiver.py"));
    m_service = std::make_unique<WebhookService>(m_bank->context, true);
    m_table.bind(kSendWebhook, [this](const JobRun &job) { return WebhookDelivery(m_bank->context, m_sender).send(job); });
    m_table.bind(kMailNotice, [this](const JobRun &job) { return MailDelivery(m_bank->context, m_mailbox).mailNotice(job); });
}

void TestWebhooks::cleanupTestCase()
{
    m_service.reset();
    m_server.reset();
    m_bank.reset();
}

void TestWebhooks::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE webhooks CASCADE"));
    m_bank->sql.run(QStringLiteral("TRUNCATE jobs, notifications"));
    m_bank->emptyQueue();
    m_bank->clock.set(*instantFromIso(u"2026-11-24T10:00:00Z"));
    m_bank->context.sendsMail = false;
    m_before = m_server->received().size();
}

void TestWebhooks::deliverAll()
{
    JobWorkers workers(m_bank->context, m_table, {JobQueue::Notifications, QStringLiteral("here"), 2, 1, 20ms, 30'000ms});
    workers.start();
    QTRY_COMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE queue = 'notifications' AND (state = 'running' OR (state = 'ready' AND run_at <= '%1'))")
                                       .arg(toIso(m_bank->clock.now()))).toInt(), 0);
    workers.stop();
}

void TestWebhooks::administratorsKeepThem()
{
    const auto made = make(QStringLiteral("/ok"));
    const auto listed = m_service->list(m_bank->admin);
    QCOMPARE(listed->items.size(), 1);
    QVERIFY(listed->items.first().enabled);
    const auto changed = m_service->update(m_bank->admin, made.id, {{}, QList<WebhookEvent>{WebhookEvent::SlaBreached}, false}, 1);
    QVERIFY(changed);
    QCOMPARE(changed->events, QList<WebhookEvent>{WebhookEvent::SlaBreached});
    QCOMPARE(changed->disabledReason, QStringLiteral("by_administrator"));
    QCOMPARE(changed->version, 2);
    QCOMPARE(m_service->update(m_bank->admin, made.id, {}, 1).error().reason, QStringLiteral("stale_version"));
    QVERIFY(m_service->update(m_bank->admin, made.id, {{}, {}, true}, 2)->enabled);
    QCOMPARE(m_service->remove(m_bank->admin, made.id, 2).error().reason, QStringLiteral("stale_version"));
    QVERIFY(m_service->remove(m_bank->admin, made.id, 3));
    QCOMPARE(m_service->get(m_bank->admin, made.id).error().code, ErrorCode::NotFound);
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT action FROM audit_logs WHERE entity_type = 'webhook' AND entity_id = '%1' ORDER BY occurred_at, id").arg(made.id.toString())).size(), 4);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE entity_type = 'webhook' AND new_value::text LIKE '%/ok%'")).toInt(), 0);
}

void TestWebhooks::wrongOnesAreRefused()
{
    const WebhookService strict(m_bank->context, false);
    QCOMPARE(strict.create(m_bank->admin, {QStringLiteral("http://bank.example/"), kAll}).error().fields.value(0).code, QStringLiteral("must_be_https"));
    QCOMPARE(strict.create(m_bank->admin, {QStringLiteral("https://bank.example/"), {WebhookEvent::Test}}).error().fields.value(0).path, QStringLiteral("events[0]"));
    QCOMPARE(strict.create(m_bank->admin, {QStringLiteral("https://bank.example/"), {WebhookEvent::SlaBreached, WebhookEvent::SlaBreached}}).error().fields.value(0).code, QStringLiteral("duplicate"));
    for (int i = 0; i < kMaxWebhooks; ++i)
        QVERIFY(strict.create(m_bank->admin, {QStringLiteral("https://bank.example/%1").arg(i), kAll}));
    QCOMPARE(strict.create(m_bank->admin, {QStringLiteral("https://bank.example/"), kAll}).error().reason, QStringLiteral("too_many_webhooks"));
}

void TestWebhooks::theSecretIsShownOnceAndChanges()
{
    const auto made = make(QStringLiteral("/ok"), {WebhookEvent::ScoringCompleted});
    QVERIFY(made.secret.startsWith(QLatin1String("whsec_")));
    QCOMPARE(QByteArray::fromBase64(made.secret.mid(6).toLatin1()).size(), 32);
    QVERIFY(make(QStringLiteral("/ok"), {WebhookEvent::SlaBreached}).secret != made.secret);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM webhooks w WHERE w::text LIKE '%whsec%' OR w::text LIKE '%%1%'").arg(made.secret.mid(6, 20))).toInt(), 0);
    const auto rotated = m_service->rotateSecret(m_bank->admin, made.id, 1);
    QVERIFY(rotated);
    QVERIFY(rotated->secret != made.secret);
    m_bank->route(600);
    deliverAll();
    QTRY_COMPARE(requests(), 1);
    QCOMPARE(requestAt(0).header("webhook-signature"), requestAt(0).expectedSignature(rotated->secret) + u' ' + requestAt(0).expectedSignature(made.secret));
    m_bank->clock.advance(24h);
    m_bank->route(600);
    deliverAll();
    QTRY_COMPARE(requests(), 2);
    QCOMPARE(requestAt(1).header("webhook-signature"), requestAt(1).expectedSignature(rotated->secret));
}

void TestWebhooks::plan_2_4_3_multipleChannelsWork()
{
    m_bank->context.sendsMail = true;
    make(QStringLiteral("/ok"), {WebhookEvent::SlaBreached});
    m_mailbox.mails.clear();
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    m_bank->clock.advance(8h + 1min);
    QCOMPARE(SlaService(m_bank->context).sweep()->breached, 1);
    deliverAll();
    QTRY_COMPARE(requests(), 1); // the webhook
    QCOMPARE(requestAt(0).member("application_id"), inHand.application.toString());
    QStringList mailed; // the mails
    for (const Mail &mail : m_mailbox.mails)
        mailed.append(mail.to);
    mailed.sort();
    QCOMPARE(mailed, (QStringList{QStringLiteral("admin@" "alpha.example"), QStringLiteral("analyst@" "alpha.example"), QStringLiteral("senior@" "alpha.example")}));
    const auto notice = NoticeService(m_bank->context).list(m_bank->analyst, {})->items.first(); // the workbench
    QCOMPARE(notice.kind, NoticeKind::SlaBreach);
    QCOMPARE(notice.deliveredChannels, (QList<NoticeChannel>{NoticeChannel::InApp, NoticeChannel::Email}));
}

void TestWebhooks::everyEventArrivesSigned()
{
    const auto made = make(QStringLiteral("/ok"));
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision));
    deliverAll();
    QStringList types;
    QSet<QString> ids;
    QTRY_COMPARE(requests(), 6);
    for (int i = 0; i < requests(); ++i) {
        const ReceivedRequest request = requestAt(i);
        QCOMPARE(request.header("webhook-signature"), request.expectedSignature(made.secret));
        QCOMPARE(request.header("webhook-timestamp").toLongLong(), m_bank->clock.now().time_since_epoch() / 1s);
        types.append(request.type());
        ids.insert(request.header("webhook-id"));
        QCOMPARE(request.member("application_id"), waiting.inHand.application.toString());
        QVERIFY(!request.body().contains(QStringLiteral("Đorđević")));
    }
    types.sort();
    QCOMPARE(types, (QStringList{QStringLiteral("application_status_changed"), QStringLiteral("application_status_changed"), QStringLiteral("application_status_changed"),
                                 QStringLiteral("decision_created"), QStringLiteral("override_decided"), QStringLiteral("scoring_completed")}));
    QCOMPARE(ids.size(), 6);
    QCOMPARE(lastDelivery(made.id).state, DeliveryState::Delivered);
    QCOMPARE(lastDelivery(made.id).statusCode, 200);
    QVERIFY(m_bank->metrics.toText().contains("countersign_deliveries_total{channel=\"webhook\",result=\"sent\"}"));
}

void TestWebhooks::onlyWhatWasAskedForArrives()
{
    make(QStringLiteral("/ok"), {WebhookEvent::DecisionCreated});
    m_bank->route(600);
    m_bank->route(950); // by the policy
    deliverAll();
    QTRY_COMPARE(requests(), 1);
    QCOMPARE(requestAt(0).member("outcome"), QStringLiteral("approved"));
}

void TestWebhooks::failuresAreTriedAgainAndLogged()
{
    const auto made = make(QStringLiteral("/flaky/2"), {WebhookEvent::ScoringCompleted});
    m_bank->route(600);
    deliverAll();
    api::DeliveryInfo delivery = lastDelivery(made.id);
    QCOMPARE(delivery.state, DeliveryState::Waiting);
    QCOMPARE(delivery.failure, QStringLiteral("status_500"));
    QCOMPARE(m_service->get(m_bank->admin, made.id)->failures, 1);
    m_bank->clock.advance(67s);
    deliverAll();
    QCOMPARE(lastDelivery(made.id).attempts, 2);
    m_bank->clock.advance(133s);
    deliverAll();
    delivery = lastDelivery(made.id);
    QCOMPARE(delivery.state, DeliveryState::Delivered);
    QCOMPARE(delivery.attempts, 3);
    QVERIFY(!delivery.failure && delivery.durationMs);
    QCOMPARE(m_service->get(m_bank->admin, made.id)->failures, 0);
    QTRY_COMPARE(requests(), 3);
    for (int i = 0; i < 3; ++i) // by its id the receiver knows the message again; the time of each attempt is signed
        QCOMPARE(requestAt(i).header("webhook-id"), delivery.id.toString());
    QVERIFY(requestAt(0).header("webhook-timestamp") != requestAt(2).header("webhook-timestamp"));
}

void TestWebhooks::theLastAttemptIsTheLast()
{
    const auto made = make(QStringLiteral("/status/302"), {WebhookEvent::ScoringCompleted});
    m_bank->route(600);
    for (int attempt = 1; attempt <= kSendWebhook.retries + 1; ++attempt) {
        deliverAll();
        QCOMPARE(lastDelivery(made.id).attempts, attempt);
        m_bank->clock.advance(75min);
    }
    QCOMPARE(lastDelivery(made.id).state, DeliveryState::Failed);
    QCOMPARE(lastDelivery(made.id).failure, QStringLiteral("status_302"));
    deliverAll();
    QCOMPARE(lastDelivery(made.id).attempts, kSendWebhook.retries + 1);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT state FROM jobs WHERE kind = 'send_webhook'")).toString(), QStringLiteral("dead"));
    QTRY_COMPARE(requests(), kSendWebhook.retries + 1); // and the redirection led nowhere
}

void TestWebhooks::aReceiverThatFailsForADayIsSwitchedOff()
{
    const auto made = make(QStringLiteral("/status/503"), {WebhookEvent::ScoringCompleted});
    for (int hour = 0; hour <= 24; hour += 2) {
        QVERIFY(m_service->get(m_bank->admin, made.id)->enabled);
        m_bank->route(600);
        deliverAll();
        m_bank->clock.advance(2h);
    }
    const auto webhook = m_service->get(m_bank->admin, made.id);
    QVERIFY(!webhook->enabled);
    QCOMPARE(webhook->disabledReason, QStringLiteral("failing"));
    const auto notices = NoticeService(m_bank->context).list(m_bank->admin, {});
    QCOMPARE(notices->items.first().kind, NoticeKind::WebhookDisabled);
    QCOMPARE(notices->items.first().subjectId, made.id.uuid());
    const auto before = m_service->deliveries(m_bank->admin, made.id, {})->total;
    m_bank->route(600);
    deliverAll(); // what still waited is given up without being sent
    QCOMPARE(m_service->deliveries(m_bank->admin, made.id, {})->total, before);
    const auto again = m_service->update(m_bank->admin, made.id, {{}, {}, true}, webhook->version);
    QVERIFY(again && again->enabled && again->failures == 0 && !again->failingSince && !again->disabledReason);
}

void TestWebhooks::aReceiverThatIsGoneIsSwitchedOff()
{
    const auto made = make(QStringLiteral("/status/410"), {WebhookEvent::ScoringCompleted});
    m_bank->route(600);
    m_bank->route(600);
    deliverAll();
    QCOMPARE(m_service->get(m_bank->admin, made.id)->disabledReason, QStringLiteral("gone"));
    QCOMPARE(lastDelivery(made.id).state, DeliveryState::Failed);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE kind = 'send_webhook'")).toInt(), 0);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications WHERE kind = 'webhook_disabled'")).toInt(), 1);
}

void TestWebhooks::aTestGoesOutAtOnce()
{
    const auto made = make(QStringLiteral("/ok"));
    QVERIFY(m_service->update(m_bank->admin, made.id, {{}, {}, false}, 1)); // also when it is switched off
    const auto test = m_service->sendTest(m_bank->admin, made.id);
    QVERIFY(test);
    QCOMPARE(test->state, DeliveryState::Waiting);
    deliverAll();
    QTRY_COMPARE(requests(), 1);
    QCOMPARE(requestAt(0).type(), QStringLiteral("test"));
    QCOMPARE(lastDelivery(made.id).id, test->id);
    QCOMPARE(lastDelivery(made.id).state, DeliveryState::Delivered);
    QCOMPARE(m_service->sendTest(m_bank->admin, WebhookId::make(m_bank->clock.now())).error().code, ErrorCode::NotFound);
}

void TestWebhooks::aMessageIsSentAgainUnderItsId()
{
    const auto made = make(QStringLiteral("/ok"), {WebhookEvent::ScoringCompleted});
    m_bank->route(600);
    deliverAll();
    const DeliveryId id = lastDelivery(made.id).id;
    QVERIFY(m_service->resend(m_bank->admin, made.id, id));
    QVERIFY(m_service->resend(m_bank->admin, made.id, id)); // an impatient hand
    deliverAll();
    QTRY_COMPARE(requests(), 2);
    QCOMPARE(requestAt(1).header("webhook-id"), requestAt(0).header("webhook-id"));
    QCOMPARE(requestAt(1).body(), requestAt(0).body());
    QCOMPARE(lastDelivery(made.id).attempts, 2);
}

/// Between sending and recording: its lease runs out, and another process sends the message once more.
void TestWebhooks::aMessageWhoseSenderDiedComesAgainUnderItsId()
{
    const auto made = make(QStringLiteral("/ok"), {WebhookEvent::ScoringCompleted});
    m_bank->route(600);
    const auto claimed = UnitOfWork::run<QList<JobRun>>(m_bank->context, Actor::system({}), [&](UnitOfWork &unit) {
        return JobRunRepo(unit.transaction(), QStringLiteral("gone")).claim(JobQueue::Notifications, 1, unit.now() + 30s, unit.now());
    });
    QCOMPARE(claimed->size(), 1);
    QVERIFY(WebhookDelivery(m_bank->context, m_sender).send(claimed->first()));
    m_bank->sql.run(QStringLiteral("UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, status_code = NULL")); // was never written
    m_bank->clock.advance(31s);
    JobWorkers workers(m_bank->context, m_table, {JobQueue::Notifications, QStringLiteral("here"), 1, 1, 20ms, 30'000ms});
    QVERIFY(workers.keep());
    deliverAll();
    QTRY_COMPARE(requests(), 2);
    QCOMPARE(requestAt(1).header("webhook-id"), requestAt(0).header("webhook-id"));
    QCOMPARE(lastDelivery(made.id).state, DeliveryState::Delivered);
    QCOMPARE(m_service->deliveries(m_bank->admin, made.id, {})->total, 1);
}

void TestWebhooks::whatIsRemovedReceivesNothing()
{
    const auto made = make(QStringLiteral("/ok"));
    m_bank->route(600);
    QVERIFY(m_service->remove(m_bank->admin, made.id, 1));
    deliverAll();
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE kind = 'send_webhook'")).toInt(), 0);
    m_bank->route(600); // tells nobody
    QCOMPARE(requests(), 0);
}

void TestWebhooks::theLogIsPagedAndPurged()
{
    const auto made = make(QStringLiteral("/ok"), {WebhookEvent::ScoringCompleted});
    for (int i = 0; i < 3; ++i) {
        m_bank->route(600);
        m_bank->clock.advance(1s);
    }
    api::DeliveryQuery query;
    query.pageSize = 2;
    const auto first = m_service->deliveries(m_bank->admin, made.id, query);
    QCOMPARE(first->total, 3);
    query.cursor = first->nextCursor;
    QCOMPARE(m_service->deliveries(m_bank->admin, made.id, query)->items.size(), 1);
    m_bank->clock.advance(31 * 24h);
    QCOMPARE(*purgeNotices(m_bank->context), 3);
}

void TestWebhooks::tenantsAreApart()
{
    const auto made = make(QStringLiteral("/ok"));
    const Actor stranger = m_bank->betaAnalyst;
    QVERIFY(m_service->list(stranger)->items.isEmpty());
    QCOMPARE(m_service->get(stranger, made.id).error().code, ErrorCode::NotFound);
    QCOMPARE(m_service->remove(stranger, made.id, 1).error().code, ErrorCode::NotFound);
    QCOMPARE(m_service->rotateSecret(stranger, made.id, 1).error().code, ErrorCode::NotFound);
    QCOMPARE(m_service->deliveries(stranger, made.id, {}).error().code, ErrorCode::NotFound);
    m_bank->route(600);
    const DeliveryId delivery = lastDelivery(made.id).id;
    QCOMPARE(m_service->resend(stranger, made.id, delivery).error().code, ErrorCode::NotFound);
    const auto other = make(QStringLiteral("/ok"));
    QCOMPARE(m_service->resend(m_bank->admin, other.id, delivery).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
