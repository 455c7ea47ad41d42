// Requests with an Idempotency-Key through HTTP to a real database: one effect, whatever is repeated, raced or lost.
#include "tests/server/http/ApiServer.h"
#include "tests/support/CommitProxy.h"

#include "server/service/Purge.h"

#include <QtTest>

using namespace countersign;

namespace {

const QByteArray kApplications = "/api/v1/applications";
const QByteArray kDecisions = "/api/v1/decisions";

QByteArray keyLine(const QByteArray &key)
{
    return "Idempotency-Key: " + key + "\r\n";
}

QJsonObject jsonOf(const api::ApplicationCreate &create)
{
    return Codec<api::ApplicationCreate>::write(create).toObject();
}

QJsonObject jsonOf(const api::DecisionCreate &create)
{
    return Codec<api::DecisionCreate>::write(create).toObject();
}

} // namespace

class TestIdempotency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void aRepeatGetsTheStoredAnswerByteForByte();
    void anotherContentIsRefused();
    void aKeyBelongsToTenantCallerAndEndpoint();
    void withoutAKeyEveryRequestRuns();
    void whatFailedLeavesItsKeyFree();
    void badKeysAreMalformed_data();
    void badKeysAreMalformed();
    void theLongestKeyIsTaken();
    void storedAnswersAreEncrypted();
    void anAnswerThatCannotBeReadAnyMoreIsNotMadeAgain();
    void answersAreForgottenAfterADay();
    void whileTheFirstIsInFlightTheSecondIsTold();
    void thirtyTwoEqualRequestsHaveOneEffect();
    void unknownCommitsOfApplicationsHaveOneEffect();
    void unknownCommitsOfDecisionsHaveOneEffect();

private:
    QByteArray post(const QJsonObject &body, const QByteArray &headers) const
    {
        return jsonPost(kApplications, body, m_server->bearer(m_bank->sender) + headers);
    }
    int count(const QString &table)
    {
        return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM ") + table).toInt();
    }
    void unknownCommits(const std::function<QByteArray(const QByteArray &headers)> &newRequest, const QString &table);

    std::unique_ptr<ServiceFixture> m_bank;
    std::unique_ptr<ApiServer> m_server;
};

void TestIdempotency::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    m_server = std::make_unique<ApiServer>(*m_bank, m_bank->database.daemon());
}

void TestIdempotency::cleanupTestCase()
{
    m_server.reset();
    m_bank.reset();
}

void TestIdempotency::aRepeatGetsTheStoredAnswerByteForByte()
{
    const QByteArray request = post(jsonOf(m_bank->application(650)), keyLine("repeat-1"));
    const HttpAnswer first = m_server->send(request);
    QCOMPARE(first.status, 201);
    m_bank->scoreAll(); // the world moves on, the answer does not
    const int applications = count(QStringLiteral("applications"));
    const int jobs = count(QStringLiteral("jobs"));
    const int entries = count(QStringLiteral("audit_logs"));
    for (int i = 0; i < 3; ++i) {
        const HttpAnswer again = m_server->send(request);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("Location"), first.header("Location"));
        QCOMPARE(again.header("Content-Type"), first.header("Content-Type"));
        QVERIFY(again.header("X-Request-Id") != first.header("X-Request-Id"));
    }
    QVERIFY(first.header("Location").endsWith(first.json().value(QStringLiteral("id")).toString().toLatin1()));
    QCOMPARE(count(QStringLiteral("applications")), applications);
    QCOMPARE(count(QStringLiteral("jobs")), jobs);
    QCOMPARE(count(QStringLiteral("audit_logs")), entries);
}

void TestIdempotency::anotherContentIsRefused()
{
    QJsonObject body = jsonOf(m_bank->application(650));
    QCOMPARE(m_server->send(post(body, keyLine("content-1"))).status, 201);
    body.insert(QStringLiteral("external_id"), QStringLiteral("another"));
    const int applications = count(QStringLiteral("applications"));
    const HttpAnswer refused = m_server->send(post(body, keyLine("content-1")));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.code(), QStringLiteral("idempotency_key_reused"));
    QCOMPARE(count(QStringLiteral("applications")), applications);
}

void TestIdempotency::aKeyBelongsToTenantCallerAndEndpoint()
{
    const auto send = [&](const Actor &actor, const QByteArray &path, const QJsonObject &body) {
        return m_server->send(jsonPost(path, body, m_server->bearer(actor) + keyLine("shared"))).status;
    };
    QCOMPARE(send(m_bank->sender, kApplications, jsonOf(m_bank->application(650))), 201);
    QCOMPARE(send(m_bank->analyst, kApplications, jsonOf(m_bank->application(650))), 201);
    QCOMPARE(send(m_bank->betaAnalyst, kApplications, jsonOf(m_bank->application(650))), 201);
    QCOMPARE(send(m_bank->sender, kApplications + "/batch",
                  {{QStringLiteral("items"), QJsonArray{jsonOf(m_bank->application(650))}}}),
             200);
    QCOMPARE(send(m_bank->sender, kApplications, jsonOf(m_bank->application(650))), 422);
}

void TestIdempotency::withoutAKeyEveryRequestRuns()
{
    QJsonObject body = jsonOf(m_bank->application(650));
    body.remove(QStringLiteral("external_id"));
    const int applications = count(QStringLiteral("applications"));
    QCOMPARE(m_server->send(post(body, {})).status, 201);
    QCOMPARE(m_server->send(post(body, {})).status, 201);
    QCOMPARE(count(QStringLiteral("applications")), applications + 2);
}

void TestIdempotency::whatFailedLeavesItsKeyFree()
{
    QJsonObject body = jsonOf(m_bank->application(650));
    const QJsonObject good = body;
    QJsonObject loan = body.value(QStringLiteral("loan_request")).toObject();
    loan.insert(QStringLiteral("currency"), QStringLiteral("EUR"));
    body.insert(QStringLiteral("loan_request"), loan);
    QCOMPARE(m_server->send(post(body, keyLine("failed-1"))).status, 422);
    QCOMPARE(m_server->send(post(good, keyLine("failed-1"))).status, 201);
    const HttpAnswer duplicate = m_server->send(post(good, keyLine("failed-2")));
    QCOMPARE(duplicate.code(), QStringLiteral("duplicate_external_id"));
    QCOMPARE(m_server->send(post(jsonOf(m_bank->application(650)), keyLine("failed-2"))).status, 201);
}

void TestIdempotency::badKeysAreMalformed_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("empty") << keyLine("");
    QTest::newRow("too long") << keyLine(QByteArray(256, 'k'));
    QTest::newRow("not ASCII") << keyLine("klju\xc4\x8d");
    QTest::newRow("a tab inside") << keyLine("a\tb");
    QTest::newRow("twice") << keyLine("a") + keyLine("a");
}

void TestIdempotency::badKeysAreMalformed()
{
    QFETCH(QByteArray, lines);
    const HttpAnswer refused = m_server->send(post(jsonOf(m_bank->application(650)), lines));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.code(), QStringLiteral("bad_idempotency_key"));
}

void TestIdempotency::theLongestKeyIsTaken()
{
    QCOMPARE(m_server->send(post(jsonOf(m_bank->application(650)), keyLine(QByteArray(254, 'k') + '~'))).status, 201);
}

void TestIdempotency::storedAnswersAreEncrypted()
{
    const HttpAnswer created = m_server->send(post(jsonOf(m_bank->application(650)), keyLine("sealed-1")));
    QCOMPARE(created.status, 201);
    const QByteArray id = created.json().value(QStringLiteral("id")).toString().toLatin1();
    const auto answers = m_bank->sql.column(QStringLiteral("SELECT encode(answer, 'escape') FROM idempotency_keys"));
    QVERIFY(answers.size() > 1);
    for (const QVariant &answer : answers) {
        QVERIFY(!answer.toByteArray().contains(id));
        QVERIFY(!answer.toByteArray().contains("application/json"));
    }
}

void TestIdempotency::anAnswerThatCannotBeReadAnyMoreIsNotMadeAgain()
{
    const QByteArray request = post(jsonOf(m_bank->application(650)), keyLine("unreadable"));
    m_bank->sql.run(QStringLiteral("TRUNCATE idempotency_keys"));
    QCOMPARE(m_server->send(request).status, 201);
    m_bank->sql.run(
        QStringLiteral("UPDATE idempotency_keys SET answer = set_byte(answer, 30, get_byte(answer, 30) # 1)"));
    const HttpAnswer again = m_server->send(request);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code(), QStringLiteral("already_created"));
}

void TestIdempotency::answersAreForgottenAfterADay()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE idempotency_keys"));
    QJsonObject body = jsonOf(m_bank->application(650));
    body.remove(QStringLiteral("external_id"));
    const auto send = [&] {
        return m_server->send(post(body, keyLine("day"))).json().value(QStringLiteral("id")).toString();
    };
    const Instant began = m_bank->clock.now();
    const QString first = send();
    m_bank->clock.advance(std::chrono::hours(24) - std::chrono::seconds(1));
    QCOMPARE(send(), first);
    QCOMPARE(*purgeStoredAnswers(m_bank->context), 0);
    m_bank->clock.advance(std::chrono::seconds(1));
    const QString second = send(); // what is expired and not yet purged does not stand in the way
    QVERIFY(second != first);
    m_bank->clock.advance(std::chrono::hours(24));
    QCOMPARE(*purgeStoredAnswers(m_bank->context), 1);
    QCOMPARE(count(QStringLiteral("idempotency_keys")), 0);
    m_bank->clock.set(began);
}

/// The first waits behind a lock on a table, which is let go when the second has been answered.
void TestIdempotency::whileTheFirstIsInFlightTheSecondIsTold()
{
    const QByteArray request = post(jsonOf(m_bank->application(650)), keyLine("flight"));
    m_bank->sql.run(QStringLiteral("BEGIN; LOCK TABLE jobs IN EXCLUSIVE MODE"));
    QTimer poll;
    connect(&poll, &QTimer::timeout, this, [&] {
        const int waiting =
            m_bank->sql
                .value(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                                      "AND datname = current_database()"))
                .toInt();
        if (waiting == 0)
            return;
        poll.stop();
        const HttpAnswer second = m_server->send(request);
        m_bank->sql.run(QStringLiteral("COMMIT"));
        QCOMPARE(second.status, 409);
        QCOMPARE(second.code(), QStringLiteral("idempotency_in_flight"));
    });
    poll.start(10);
    const HttpAnswer first = m_server->send(request);
    QCOMPARE(first.status, 201);
    QCOMPARE(m_server->send(request).body, first.body);
}

void TestIdempotency::thirtyTwoEqualRequestsHaveOneEffect()
{
    QJsonObject body = jsonOf(m_bank->application(650));
    body.remove(QStringLiteral("external_id")); // nothing but the key makes them one
    const int applications = count(QStringLiteral("applications"));
    const QByteArray request = post(body, keyLine("race"));
    const QList<HttpAnswer> answers = m_server->sendAll(QByteArrayList(32, request));
    const QByteArray stored = m_server->send(request).body;
    int created = 0;
    for (const HttpAnswer &answer : answers) {
        if (answer.status == 201)
            QCOMPARE(answer.body, stored);
        else
            QCOMPARE(answer.code(), QStringLiteral("idempotency_in_flight"));
        created += answer.status == 201 ? 1 : 0;
    }
    QVERIFY(created >= 1);
    QCOMPARE(count(QStringLiteral("applications")), applications + 1);
}

/// The daemon never repeats a transaction whose COMMIT got lost; the client does, with its key, until it has an answer.
void TestIdempotency::unknownCommits(const std::function<QByteArray(const QByteArray &)> &newRequest,
                                     const QString &table)
{
    using Fault = CommitProxy::Fault;
    const int rounds = qEnvironmentVariable("COUNTERSIGN_SOAK") == QLatin1String("full") ? 500 : 20;
    CommitProxy proxy(m_bank->database.daemonSettings());
    Database database(proxy.settings());
    const ApiServer server(*m_bank, database);
    for (int round = 0; round < rounds; ++round) {
        const QByteArray request = newRequest(keyLine("lost-" + table.toLatin1() + QByteArray::number(round)));
        const int before = count(table);
        constexpr std::array kFaults{Fault::ReplyLost, Fault::CommitLost, Fault::CutAfter};
        proxy.spoilNextCommit(kFaults[std::size_t(round) % kFaults.size()]);
        QCOMPARE(server.send(request).status, 503);
        QCOMPARE(proxy.spoiled(), round + 1);
        HttpAnswer answer;
        QTRY_VERIFY((answer = server.send(request)).status != 409);
        QCOMPARE(answer.status, 201);
        QCOMPARE(count(table), before + 1);
        QCOMPARE(server.send(request).body, answer.body);
    }
}

void TestIdempotency::unknownCommitsOfApplicationsHaveOneEffect()
{
    unknownCommits(
        [&](const QByteArray &headers) {
            QJsonObject body = jsonOf(m_bank->application(650));
            body.remove(QStringLiteral("external_id"));
            return post(body, headers);
        },
        QStringLiteral("applications"));
}

void TestIdempotency::unknownCommitsOfDecisionsHaveOneEffect()
{
    unknownCommits(
        [&](const QByteArray &headers) {
            const auto inHand = m_bank->startedCase(650, m_bank->analyst);
            return jsonPost(kDecisions, jsonOf(approval(inHand)), m_server->bearer(m_bank->analyst) + headers);
        },
        QStringLiteral("decisions"));
}

QTEST_GUILESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
