// The right to be forgotten, over HTTP: only with a fresh proof of oneself for just this person, and afterwards decisions and
// the record are as good as before.
#include "core/api/EndpointRows.h"
#include "tests/flow/RunningDaemon.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::flow;

namespace {

const QString kReasoning = QStringLiteral("Zorica keeps her stall at the market for nine years.");

} // namespace

class TestFlowErasure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void withoutTheRightStepUpNobodyIsErased_data();
    void withoutTheRightStepUpNobodyIsErased();
    void aStepUpErasesOnce();
    void whileAnApplicationIsOpenTheStepUpStaysGood();
    void decisionsAndTheRecordStayValid();

private:
    struct Applicant {
        QString application;
        QString person;
    };
    /// Somebody new, whose only application waits for a person.
    Applicant apply();
    Applicant applyAndEnd(); ///< cancelled
    QJsonObject detail(const QString &application)
    {
        return get(QStringLiteral("/applications/") + application, m_analyst);
    }
    QJsonObject get(const QString &path, const Person &who)
    {
        const Reply reply = m_daemon->ask("GET", (QLatin1String(api::kPrefix) + path).toUtf8(), {}, &who);
        if (reply.status != 200)
            qFatal("%s: %d %s", qPrintable(path), reply.status, reply.body.constData());
        return reply.json();
    }
    QByteArray stepUp(const char *action, const QString &object, const Person &who);
    Reply erase(const QString &person, const QByteArray &token);
    bool isErased(const QString &person)
    {
        return m_daemon->sql()
            .value(QStringLiteral("SELECT erased_at IS NOT NULL FROM persons WHERE id = '%1'").arg(person))
            .toBool();
    }
    void decline(const Applicant &applicant);

    std::unique_ptr<RunningDaemon> m_daemon;
    TenantId m_tenant;
    Person m_admin;
    Person m_otherAdmin;
    Person m_analyst;
    int m_made = 0;
};

void TestFlowErasure::initTestCase()
{
    m_daemon = std::make_unique<RunningDaemon>();
    m_tenant = m_daemon->addTenant(QStringLiteral("alpha"));
    m_admin = m_daemon->addPerson(QStringLiteral("alpha"), m_tenant, Role::Admin);
    m_analyst = m_daemon->addPerson(QStringLiteral("alpha"), m_tenant, Role::Analyst);
    m_otherAdmin =
        m_daemon->addPerson(QStringLiteral("beta"), m_daemon->addTenant(QStringLiteral("beta")), Role::Admin);
}

void TestFlowErasure::cleanupTestCase()
{
    m_daemon.reset();
}

TestFlowErasure::Applicant TestFlowErasure::apply()
{
    QJsonObject body = applicationOf(QStringLiteral("Zorica"));
    QJsonObject data = body.value(QLatin1String("applicant_data")).toObject();
    QJsonObject personal = data.value(QLatin1String("personal")).toObject();
    personal.insert(QStringLiteral("national_id"), QStringLiteral("15039857%1").arg(++m_made, 5, 10, QLatin1Char('0')));
    data.insert(QStringLiteral("personal"), personal);
    body.insert(QStringLiteral("applicant_data"), data);
    const Reply made = m_daemon->ask("POST", "/api/v1/applications", body, &m_analyst);
    if (made.status != 201)
        qFatal("%d %s", made.status, made.body.constData());
    const QString id = made.json().value(QLatin1String("id")).toString();
    const QString entry = QStringLiteral("SELECT id FROM analyst_queues WHERE application_id = '%1'").arg(id);
    if (!QTest::qWaitFor([&] { return !m_daemon->sql().column(entry).isEmpty(); }, 30'000))
        qFatal("the application does not reach the queue");
    return {id, detail(id).value(QLatin1String("person_id")).toString()};
}

TestFlowErasure::Applicant TestFlowErasure::applyAndEnd()
{
    const Applicant applicant = apply();
    for (const char *end : {"UPDATE analyst_queues SET status = 'cancelled' WHERE application_id = '%1'",
                            "UPDATE applications SET status = 'cancelled' WHERE id = '%1'"})
        m_daemon->sql().run(QString::fromLatin1(end).arg(applicant.application));
    return applicant;
}

QByteArray TestFlowErasure::stepUp(const char *action, const QString &object, const Person &who)
{
    const Reply reply = m_daemon->ask("POST", "/api/v1/auth/step-up",
                                      {{QStringLiteral("action"), QLatin1String(action)},
                                       {QStringLiteral("object_id"), object},
                                       {QStringLiteral("password"), QString::fromLatin1(RunningDaemon::kPassword)}},
                                      &who);
    if (reply.status != 200)
        qFatal("%d %s", reply.status, reply.body.constData());
    return reply.json().value(QLatin1String("token")).toString().toLatin1();
}

Reply TestFlowErasure::erase(const QString &person, const QByteArray &token)
{
    HttpRequest request = flow::request("POST", "/api/v1/persons/" + person.toLatin1() + "/erase", {}, &m_admin);
    if (!token.isEmpty())
        request.headers.add("X-Step-Up", token);
    return m_daemon->ask(request);
}

void TestFlowErasure::decline(const Applicant &applicant)
{
    const QString entry =
        m_daemon->sql()
            .value(
                QStringLiteral("SELECT id FROM analyst_queues WHERE application_id = '%1'").arg(applicant.application))
            .toString();
    const QByteArray path = "/api/v1/queue/" + entry.toLatin1();
    QCOMPARE(m_daemon->ask("POST", path + "/assign", {}, &m_analyst).status, 200);
    HttpRequest start = flow::request("POST", path + "/start", {}, &m_analyst);
    start.headers = {}; // without the version
    start.headers.add("Authorization", "Bearer " + m_analyst.accessToken);
    start.headers.add("Content-Type", "application/json");
    QCOMPARE(m_daemon->ask(start).status, 200);
    const Reply decided = m_daemon->ask(
        "POST", "/api/v1/decisions",
        {{QStringLiteral("application_id"), applicant.application},
         {QStringLiteral("application_version"), detail(applicant.application).value(QLatin1String("version"))},
         {QStringLiteral("decision_outcome"), QStringLiteral("declined")},
         {QStringLiteral("reason_codes"), QJsonArray{toText(ReasonCode::DebtToIncomeTooHigh)}},
         {QStringLiteral("reasoning"), kReasoning}},
        &m_analyst);
    QVERIFY2(decided.status == 201, decided.body);
}

void TestFlowErasure::withoutTheRightStepUpNobodyIsErased_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which :
         {"none", "made up", "of another action", "for another person", "of another user", "expired"})
        QTest::newRow(which) << which;
}

void TestFlowErasure::withoutTheRightStepUpNobodyIsErased()
{
    QFETCH(QString, which);
    const QString person = applyAndEnd().person;
    const QHash<QString, std::function<QByteArray()>> tokens{
        {QStringLiteral("none"), [] { return QByteArray(); }},
        {QStringLiteral("made up"), [] { return QByteArray(43, 'A'); }},
        {QStringLiteral("of another action"), [&] { return stepUp("stop_switch", person, m_admin); }},
        {QStringLiteral("for another person"), [&] { return stepUp("erasure", applyAndEnd().person, m_admin); }},
        {QStringLiteral("of another user"), [&] { return stepUp("erasure", person, m_otherAdmin); }},
        {QStringLiteral("expired"), [&] {
             const QByteArray token = stepUp("erasure", person, m_admin);
             m_daemon->sql().run(
                 QStringLiteral("UPDATE step_up_tokens SET expires_at = clock_timestamp() WHERE object_id = '%1'")
                     .arg(person));
             return token;
         }}};
    const Reply refused = erase(person, tokens[which]());
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), QStringLiteral("step_up_required"));
    QVERIFY(!isErased(person));
}

void TestFlowErasure::aStepUpErasesOnce()
{
    const Applicant applicant = applyAndEnd();
    const QByteArray token = stepUp("erasure", applicant.person, m_admin);
    const Reply erased = erase(applicant.person, token);
    QVERIFY2(erased.status == 200, erased.body);
    QCOMPARE(erased.json().value(QLatin1String("person_id")).toString(), applicant.person);
    QVERIFY(isErased(applicant.person));
    QCOMPARE(detail(applicant.application).value(QLatin1String("applicant_name")).toString(),
             QStringLiteral("(erased)"));
    const Reply again = erase(applicant.person, token);
    QCOMPARE(again.status, 403);
    QCOMPARE(again.code(), QStringLiteral("step_up_required"));
}

void TestFlowErasure::whileAnApplicationIsOpenTheStepUpStaysGood()
{
    const Applicant applicant = apply();
    const QByteArray token = stepUp("erasure", applicant.person, m_admin);
    const Reply refused = erase(applicant.person, token);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), QStringLiteral("person_has_open_applications"));
    decline(applicant);
    QCOMPARE(erase(applicant.person, token).status, 200);
}

void TestFlowErasure::decisionsAndTheRecordStayValid()
{
    const Applicant applicant = apply();
    decline(applicant);
    const QJsonObject before =
        detail(applicant.application).value(QLatin1String("decision_history")).toArray().first().toObject();
    QCOMPARE(before.value(QLatin1String("reasoning")).toString(), kReasoning);
    QCOMPARE(erase(applicant.person, stepUp("erasure", applicant.person, m_admin)).status, 200);

    QJsonObject after =
        detail(applicant.application).value(QLatin1String("decision_history")).toArray().first().toObject();
    QCOMPARE(after.value(QLatin1String("reasoning")).toString(), QStringLiteral("(erased)"));
    after.insert(QStringLiteral("reasoning"), kReasoning);
    QCOMPARE(after, before);

    // The record says that it was done, by whom, and not of whom; and the chain over everything holds.
    QCOMPARE(
        m_daemon->sql()
            .value(QStringLiteral("SELECT actor_id::text FROM audit_logs WHERE action = 'erased' AND entity_id = '%1'")
                       .arg(applicant.person))
            .toString(),
        m_admin.id.toString());
    const auto entries = [this] {
        return m_daemon->sql()
            .value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE tenant_id = '%1'").arg(m_tenant.toString()))
            .toLongLong();
    };
    const auto sealed = [this] {
        return m_daemon->sql()
            .value(QStringLiteral("SELECT count(*) FROM audit_chain WHERE tenant_id = '%1'").arg(m_tenant.toString()))
            .toLongLong();
    };
    QTRY_COMPARE_WITH_TIMEOUT(sealed(), entries(), 30'000);
    const Reply verified = m_daemon->ask("POST", "/api/v1/audit/verify", {}, &m_admin);
    QVERIFY2(verified.status == 200, verified.body);
    QVERIFY2(verified.json().value(QLatin1String("is_complete")).toBool(), verified.body);
    QVERIFY2(verified.json().value(QLatin1String("fault")).isUndefined()
                 || verified.json().value(QLatin1String("fault")).isNull(),
             verified.body);
    QVERIFY(verified.json().value(QLatin1String("verified")).toInteger() > 0);
}

QTEST_GUILESS_MAIN(TestFlowErasure)
#include "tst_flow_erasure.moc"
