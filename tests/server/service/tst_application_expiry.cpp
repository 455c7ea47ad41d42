// Applications that nobody decides: told first, then ended, each once.
#include "DocumentFixture.h"

#include "server/service/ExpiryService.h"

#include <QTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestApplicationExpiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<DocumentFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void nothingEndsSilently();
    void whoHasTheCaseIsToldOfItsEnd();
    void aLateNoticeStillComesFirst();
    void theTenantSaysWhenApplicationsEnd();
    void whatTheLawWantsAnsweredDoesNotEnd();
    void documentsHoldTheLegalClock();
    void severalSweepsAtATimeEndOnce();

private:
    ExpirySweep swept()
    {
        const auto swept = ExpiryService(m_bank->context).sweep();
        return swept ? *swept : ExpirySweep{-1, -1};
    }

    void setUsRules() { m_bank->sql.run(QStringLiteral(R"(UPDATE tenants SET settings = '{"rule_pack": "us-regb"}' WHERE slug = 'alpha')")); }
    QString legalClock() { return m_bank->sql.value(QStringLiteral("SELECT state || ' ' || due_on FROM application_deadlines WHERE kind = 'decision_notice'")).toString(); }

    std::unique_ptr<DocumentFixture> m_bank;
    const Instant m_start = *instantFromIso(u"2026-11-24T10:00:00Z");
};

void TestApplicationExpiry::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs, notifications CASCADE"));
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{}'"));
    m_bank->clock.set(m_start);
}

void TestApplicationExpiry::nothingEndsSilently()
{
    const ApplicationId id = m_bank->route(kToReview);
    m_bank->clock.set(m_start + 27 * 24h - 1us);
    QCOMPARE(swept().told, 0);
    m_bank->clock.set(m_start + 27 * 24h);
    QCOMPARE(swept().told, 1);
    QCOMPARE(swept().told, 0);
    QCOMPARE(m_bank->noticesOf(id), (QStringList{QStringLiteral("application_expiring: admin"), QStringLiteral("application_expiring: senior")}));
    m_bank->clock.set(m_start + 30 * 24h - 1us);
    QCOMPARE(swept().expired, 0);
    m_bank->clock.set(m_start + 30 * 24h);
    QCOMPARE(swept().expired, 1);
    QCOMPARE(swept().expired, 0);
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("expired"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT status FROM analyst_queues")).toString(), QStringLiteral("cancelled"));
    QCOMPARE(m_bank->noticesOf(id).mid(2), (QStringList{QStringLiteral("application_expired: admin"), QStringLiteral("application_expired: senior")}));
    // Nor past the database.
    const ApplicationId other = m_bank->route(kToReview);
    QCOMPARE(m_bank->sql.failureOf(QStringLiteral("UPDATE applications SET status = 'expired' WHERE id = '%1'").arg(other.toString())),
             QStringLiteral("23514 applications_expired_after_notice"));
}

void TestApplicationExpiry::whoHasTheCaseIsToldOfItsEnd()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    auto patient = m_bank->twoDocuments();
    patient.dueDate = QDate(2027, 3, 1);
    QVERIFY(m_bank->requests.request(m_bank->analyst, inHand.entry, patient, {}));
    m_bank->sql.run(QStringLiteral("TRUNCATE notifications"));
    m_bank->clock.set(m_start + 28 * 24h);
    QCOMPARE(swept().told, 1);
    m_bank->clock.set(m_start + 31 * 24h);
    QCOMPARE(swept().expired, 1);
    QCOMPARE(m_bank->noticesOf(inHand.application),
             (QStringList{QStringLiteral("application_expiring: analyst"), QStringLiteral("application_expired: analyst")}));
    QCOMPARE(m_bank->folder(inHand.application).requests.first().outcome, std::optional(DocumentRequestOutcome::Withdrawn));
    const auto decided = approval({inHand.application, inHand.entry, m_bank->versionOf(inHand.application)});
    QCOMPARE(reasonOf(DecisionService(m_bank->context).create(m_bank->analyst, decided)), QStringLiteral("not_in_review"));
}

/// Nobody swept for weeks: the notice goes out, and then its whole time passes.
void TestApplicationExpiry::aLateNoticeStillComesFirst()
{
    m_bank->route(kToReview);
    m_bank->clock.set(m_start + 40 * 24h);
    auto both = swept();
    QCOMPARE(both.told, 1);
    QCOMPARE(both.expired, 0);
    m_bank->clock.advance(3 * 24h - 1us);
    QCOMPARE(swept().expired, 0);
    m_bank->clock.advance(1us);
    QCOMPARE(swept().expired, 1);
}

void TestApplicationExpiry::whatTheLawWantsAnsweredDoesNotEnd()
{
    setUsRules();
    const auto owed = m_bank->startedCase(kToReview, m_bank->analyst);
    m_bank->clock.set(m_start + 27 * 24h);
    QCOMPARE(swept().told, 1);
    m_bank->clock.set(m_start + 31 * 24h);
    QCOMPARE(swept().expired, 0);
    QCOMPARE(m_bank->statusOf(owed.application), QStringLiteral("review"));
    // Once the applicant was told what is missing and has not answered, nothing is owed.
    auto patient = m_bank->twoDocuments();
    patient.dueDate = QDate(2027, 3, 1);
    QVERIFY(m_bank->requests.request(m_bank->analyst, owed.entry, patient, {}));
    QCOMPARE(swept().expired, 1);
    QCOMPARE(legalClock().section(QLatin1Char(' '), 0, 0), QStringLiteral("void"));
}

void TestApplicationExpiry::documentsHoldTheLegalClock()
{
    setUsRules();
    const auto waiting = m_bank->waitingCase();
    QCOMPARE(legalClock(), QStringLiteral("paused 2026-12-24"));
    m_bank->clock.set(m_start + 2 * 24h);
    for (const api::DocumentItem &item : m_bank->itemsOf(waiting.application))
        QVERIFY(m_bank->upload(m_bank->analyst, waiting.application, item.id));
    QCOMPARE(m_bank->statusOf(waiting.application), QStringLiteral("review"));
    QCOMPARE(legalClock(), QStringLiteral("running 2026-12-26"));
}

void TestApplicationExpiry::theTenantSaysWhenApplicationsEnd()
{
    m_bank->sql.run(QStringLiteral(R"(UPDATE tenants SET settings = '{"application_expiry": {"days": 10, "notice_days": 5}}' WHERE slug = 'alpha')"));
    const ApplicationId id = m_bank->route(kToReview);
    QCOMPARE(m_bank->detail(id).expiresAt, std::optional(Instant(m_start + 10 * 24h)));
    m_bank->clock.set(m_start + 5 * 24h);
    QCOMPARE(swept().told, 1);
    m_bank->clock.set(m_start + 10 * 24h);
    QCOMPARE(swept().expired, 1);
}

void TestApplicationExpiry::severalSweepsAtATimeEndOnce()
{
    for (int i = 0; i < 5; ++i)
        m_bank->route(kToReview);
    std::atomic<int> told = 0;
    std::atomic<int> expired = 0;
    const auto sweepAtOnce = [&] {
        std::vector<std::thread> sweeps;
        for (int i = 0; i < 4; ++i)
            sweeps.emplace_back([&] {
                const auto one = swept();
                told += one.told;
                expired += one.expired;
            });
        for (std::thread &sweep : sweeps)
            sweep.join();
    };
    m_bank->clock.set(m_start + 28 * 24h);
    sweepAtOnce();
    m_bank->clock.set(m_start + 32 * 24h);
    sweepAtOnce();
    QCOMPARE(told.load(), 5);
    QCOMPARE(expired.load(), 5);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications")).toInt(), 20);
}

QTEST_GUILESS_MAIN(TestApplicationExpiry)
#include "tst_application_expiry.moc"
