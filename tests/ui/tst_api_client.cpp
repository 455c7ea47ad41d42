// What the workbench sends, and what it sends again.
#include "core/api/endpoints/DecisionEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "tests/ui/HttpScript.h"
#include "ui/client/ApiClient.h"
#include "ui/client/DeviceName.h"
#include "ui/client/Problem.h"
#include "ui/client/Sentences.h"

#include <QtTest>

using namespace countersign;

class TestApiClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLostAnswerKeepsTheKey();
    void aSettledAnswerEndsTheKey();
    void anotherContentHasAnotherKey();
    void whatCreatesNothingHasNoKey();
    void asksForOneNewTokenForACall();
    void doesNotSayThatNothingHappenedWhenItMayHave();
    void callsWaitWhileTokensAreRenewed();
    void tellsThatThePasswordHasToBeChanged();
    void saysOnWhichComputerItIs();
    void everyKindOfErrorIsSaid();
    void aWrongProofIsNotSaidAsAWrongAddress();

private:
    /// Answers what went wrong, if anything.
    Error decide(const QString &reasoning)
    {
        api::DecisionCreate decision;
        decision.reasoning = reasoning;
        std::optional<Error> wrong;
        m_client->call(api::createDecision, decision, this,
                       [&](const Result<api::DecisionInfo> &answer) { wrong = answer ? Error() : answer.error(); });
        if (!QTest::qWaitFor([&] { return wrong.has_value(); }))
            QTest::qFail("no answer", __FILE__, __LINE__);
        return wrong.value_or(Error());
    }
    std::unique_ptr<HttpScript> m_server;
    std::unique_ptr<ApiClient> m_client;
};

void TestApiClient::init()
{
    m_server = std::make_unique<HttpScript>();
    m_client = std::make_unique<ApiClient>(m_server->url());
}

void TestApiClient::aLostAnswerKeepsTheKey()
{
    m_server->answers = {httpAnswer(503, "{}"), httpAnswer(409, R"({"code":"idempotency_in_flight"})"),
                         httpAnswer(500, "{}"), httpAnswer(201, "{}")};
    for (int i = 0; i < 4; ++i)
        decide(QStringLiteral("the same"));
    QCOMPARE(m_server->keys.size(), 4);
    QCOMPARE(m_server->keys.first().size(), 36);
    QCOMPARE(m_server->keys.count(m_server->keys.first()), 4);
}

void TestApiClient::aSettledAnswerEndsTheKey()
{
    m_server->answers = {httpAnswer(422, "{}"), httpAnswer(409, R"({"code":"stale_version"})"), httpAnswer(201, "{}")};
    for (int i = 0; i < 3; ++i)
        decide(QStringLiteral("the same"));
    QCOMPARE(QSet<QByteArray>(m_server->keys.begin(), m_server->keys.end()).size(), 3);
}

void TestApiClient::anotherContentHasAnotherKey()
{
    m_server->answers = {httpAnswer(503, "{}"), httpAnswer(503, "{}"), httpAnswer(201, "{}")};
    decide(QStringLiteral("one"));
    decide(QStringLiteral("another"));
    decide(QStringLiteral("one"));
    QVERIFY(m_server->keys[1] != m_server->keys[0]);
    QCOMPARE(m_server->keys[2], m_server->keys[0]);
}

void TestApiClient::whatCreatesNothingHasNoKey()
{
    m_server->answers = {httpAnswer(200, "{}")};
    bool answered = false;
    m_client->list(api::listQueue, api::QueueQuery{}, this,
                   [&](const Result<Page<api::QueueItem>> &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(m_server->keys, QByteArrayList{QByteArray()});
}

void TestApiClient::asksForOneNewTokenForACall()
{
    int refreshed = 0;
    m_client->setRefresher([&] {
        ++refreshed;
        m_client->resume(QStringLiteral("new"));
    });
    m_server->answers = {httpAnswer(401, "{}"), httpAnswer(401, R"({"code":"token_revoked"})")};
    QCOMPARE(decide(QStringLiteral("the same")).reason, QStringLiteral("token_revoked"));
    QCOMPARE(refreshed, 1);
    QCOMPARE(m_server->keys.size(), 2);
    QCOMPARE(m_server->keys[1], m_server->keys[0]);
    m_server->answers = {httpAnswer(401, "{}"), httpAnswer(422, "{}")}; // the next call may ask again
    QCOMPARE(decide(QStringLiteral("another")).code, ErrorCode::Invalid);
    QCOMPARE(refreshed, 2);
}

void TestApiClient::doesNotSayThatNothingHappenedWhenItMayHave()
{
    m_server->close();
    const Error lost = decide(QStringLiteral("the same"));
    QCOMPARE(lost.reason, QLatin1String(kOutcomeUnknown));
    QVERIFY(sentenceFor(lost).contains(QLatin1String("not known whether")));
    QString reason;
    m_client->list(api::queueSummary, Nothing{}, this,
                   [&](const Result<api::QueueSummary> &answer) { reason = answer.error().reason; });
    QTRY_COMPARE(reason, QStringLiteral("unreachable"));
}

void TestApiClient::callsWaitWhileTokensAreRenewed()
{
    int refreshed = 0;
    m_client->setRefresher([&] { ++refreshed; });
    m_client->renew();
    m_client->renew();
    QCOMPARE(refreshed, 1);
    bool answered = false;
    m_client->list(api::queueSummary, Nothing{}, this, [&](const Result<api::QueueSummary> &) { answered = true; });
    QVERIFY(m_server->lines.isEmpty());
    m_client->resume(QStringLiteral("new"));
    QTRY_VERIFY(answered);
    QVERIFY(m_server->heads.first().contains("Authorization: Bearer new"));
}

void TestApiClient::tellsThatThePasswordHasToBeChanged()
{
    QSignalSpy told(m_client.get(), &ApiClient::passwordChangeRequired);
    m_server->answers = {httpAnswer(403, R"({"code":"forbidden"})"),
                         httpAnswer(403, R"({"code":"password_change_required"})")};
    decide(QStringLiteral("one"));
    QCOMPARE(told.count(), 0);
    decide(QStringLiteral("another"));
    QCOMPARE(told.count(), 1);
}

void TestApiClient::saysOnWhichComputerItIs()
{
    m_server->answers = {httpAnswer(422, "{}")};
    decide(QStringLiteral("the same"));
    const QByteArray said = userAgentOfThisDevice().toLatin1();
    QVERIFY(m_server->heads.first().contains("User-Agent: " + said));
    QVERIFY(!deviceOf(QString::fromLatin1(said)).device.isEmpty());
    const DeviceName name = deviceOf(QStringLiteral("Countersign (desk-17; Debian GNU/Linux 12)"));
    QCOMPARE(name.device, QStringLiteral("desk-17"));
    QCOMPARE(name.system, QStringLiteral("Debian GNU/Linux 12"));
    QCOMPARE(deviceOf(QStringLiteral("curl/7.88.1")).device, QStringLiteral("curl/7.88.1"));
}

void TestApiClient::everyKindOfErrorIsSaid()
{
    const QString sorry = sentenceFor({ErrorCode::Internal, {}, {}, {}});
    for (int code = 0; code < int(ErrorCode::Internal); ++code)
        QVERIFY2(sentenceFor({ErrorCode(code), QStringLiteral("of_tomorrow"), {}, {}}) != sorry,
                 qPrintable(QString::number(code)));
}

void TestApiClient::aWrongProofIsNotSaidAsAWrongAddress()
{
    const QString reason = QStringLiteral("invalid_credentials");
    QVERIFY(sentenceFor({ErrorCode::Unauthenticated, reason, {}, {}}).contains(QStringLiteral("address")));
    QVERIFY(!sentenceFor({ErrorCode::Forbidden, reason, {}, {}}).contains(QStringLiteral("address")));
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_api_client.moc"
