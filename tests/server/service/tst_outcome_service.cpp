// How loans go, on a real database: one by one, once, and only for loans that were granted.
#include "ServiceFixture.h"

#include "server/service/CaseService.h"
#include "server/service/OutcomeService.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;
using enum LoanPerformance;

class TestOutcomeService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void aLoanIsFollowed();
    void eachItemIsAnsweredByItself();
    void theSameAgainChangesNothing();
    void severalAtATimeRecordOnce();
    void otherTenantsLoansAreUnknown();
    void anIntegrationReportsOnItsOwn();
    void whoIsBlindLearnsNothing();
    void theFirstReportAnswersACounteroffer();

private:
    OutcomeService outcomes() { return OutcomeService(m_bank->context); }
    api::OutcomeCreate item(ApplicationId application, LoanPerformance performance, int day,
                            std::optional<int> days = {})
    {
        return {application, {}, performance, m_tuesday + 24h * day, days, day / 30};
    }
    api::OutcomesRecorded record(const QList<api::OutcomeCreate> &items)
    {
        const auto recorded = outcomes().record(m_bank->admin, {items});
        return recorded ? *recorded : api::OutcomesRecorded{-1, -1, -1, {}};
    }

    std::unique_ptr<ServiceFixture> m_bank;
    const Instant m_tuesday = *instantFromIso(u"2026-11-24T10:00:00Z");
};

void TestOutcomeService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"second_look_rate\": 0}'"));
    m_bank->clock.set(m_tuesday);
}

void TestOutcomeService::aLoanIsFollowed()
{
    const ApplicationId loan = m_bank->route(800);
    m_bank->clock.advance(24h * 365);
    QCOMPARE(record({item(loan, Current, 30), item(loan, PastDue30, 60, 41), item(loan, Default, 120)}).recorded, 3);
    const auto shown = CaseService(m_bank->context).detail(m_bank->analyst, loan)->outcomes;
    QCOMPARE(shown.size(), 3);
    QCOMPARE(shown[0].performance, Current);
    QCOMPARE(shown[0].daysPastDue, 0);
    QCOMPARE(shown[1].performance, PastDue30);
    QCOMPARE(shown[1].daysPastDue, 41);
    QCOMPARE(shown[2].performance, Default);
    QCOMPARE(
        m_bank->sql.column(QStringLiteral("SELECT outcome || ' ' || is_bad FROM loan_outcomes ORDER BY observed_at")),
        (QVariantList{QStringLiteral("performing false"), QStringLiteral("performing false"),
                      QStringLiteral("defaulted true")}));
    QCOMPARE(m_bank->sql
                 .value(QStringLiteral(
                            "SELECT count(*) FROM audit_logs WHERE action = 'outcome_recorded' AND entity_id = '%1'")
                            .arg(loan.toString()))
                 .toInt(),
             3);
}

void TestOutcomeService::eachItemIsAnsweredByItself()
{
    const ApplicationId loan = m_bank->route(800);
    const ApplicationId declined = m_bank->route(300);
    const ApplicationId open = m_bank->route(600);
    const QString externalId =
        m_bank->sql.value(QStringLiteral("SELECT external_id FROM applications WHERE id = '%1'").arg(loan.toString()))
            .toString();
    m_bank->clock.advance(24h * 100);
    api::OutcomeCreate byNumber = item(loan, Current, 30);
    byNumber.applicationId.reset();
    byNumber.externalId = externalId;
    api::OutcomeCreate both = byNumber;
    both.applicationId = loan;
    const auto recorded = record({item(declined, Current, 30), byNumber, item(open, Current, 30),
                                  item(ApplicationId::make(m_tuesday), Current, 30), both, item(loan, Current, 10),
                                  item(loan, Repaid, 200), item(loan, Repaid, 60), item(loan, Current, 90)});
    QCOMPARE(recorded.recorded, 2);
    QCOMPARE(recorded.refused, 7);
    QStringList codes;
    for (const api::OutcomeItemResult &result : recorded.items)
        codes.append(result.code.value_or(toText(result.result)));
    QCOMPARE(codes,
             (QStringList{QStringLiteral("not_approved"), QStringLiteral("recorded"), QStringLiteral("not_approved"),
                          QStringLiteral("unknown_application"), QStringLiteral("name_one_application"),
                          QStringLiteral("not_later"), QStringLiteral("in_the_future"), QStringLiteral("recorded"),
                          QStringLiteral("loan_has_ended")}));
    QCOMPARE(recorded.items[1].applicationId, loan);
}

void TestOutcomeService::theSameAgainChangesNothing()
{
    const ApplicationId loan = m_bank->route(800);
    m_bank->clock.advance(24h * 100);
    const QList<api::OutcomeCreate> batch{item(loan, Current, 30), item(loan, PastDue30, 60)};
    QCOMPARE(record(batch).recorded, 2);
    const auto again = record(batch);
    QCOMPARE(again.unchanged, 2);
    QCOMPARE(again.recorded + again.refused, 0);
    QCOMPARE(record({item(loan, PastDue60, 60)}).items.first().code,
             QStringLiteral("not_later")); // another one of the same time
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM loan_outcomes")).toInt(), 2);
}

void TestOutcomeService::severalAtATimeRecordOnce()
{
    const ApplicationId first = m_bank->route(800);
    const ApplicationId second = m_bank->route(800);
    m_bank->clock.advance(24h * 100);
    std::atomic<int> recorded = 0;
    std::vector<std::thread> senders;
    for (int i = 0; i < 6; ++i)
        senders.emplace_back([&, i] {
            const auto one = item(i % 2 ? first : second, Current, 30);
            const auto other = item(i % 2 ? second : first, Current, 30);
            recorded += record({one, other}).recorded;
        });
    for (std::thread &sender : senders)
        sender.join();
    QCOMPARE(recorded.load(), 2);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM loan_outcomes")).toInt(), 2);
}

void TestOutcomeService::otherTenantsLoansAreUnknown()
{
    const ApplicationId loan = m_bank->route(800);
    m_bank->clock.advance(24h * 100);
    const auto recorded = outcomes().record(m_bank->betaAnalyst, {{item(loan, Current, 30)}});
    QCOMPARE(recorded->items.first().code, QStringLiteral("unknown_application"));
    QVERIFY(!recorded->items.first().applicationId);
}

void TestOutcomeService::anIntegrationReportsOnItsOwn()
{
    const ApplicationId loan = m_bank->route(800);
    m_bank->clock.advance(24h * 100);
    Actor key = m_bank->sender;
    key.user.reset();
    key.apiKey = ApiKeyId::make(m_tuesday);
    QCOMPARE(outcomes().record(key, {{item(loan, Current, 30)}})->items.first().code,
             QStringLiteral("unknown_application"));
    m_bank->sql.run(QStringLiteral("UPDATE applications SET created_by_key = '%1'").arg(key.apiKey->toString()));
    QCOMPARE(outcomes().record(key, {{item(loan, Current, 30)}})->recorded, 1);
}

void TestOutcomeService::whoIsBlindLearnsNothing()
{
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"second_look_rate\": 1}'"));
    const auto inHand = m_bank->startedCase(650, m_bank->analyst);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand)).ok());
    m_bank->sql.run(QStringLiteral("UPDATE second_looks SET state = 'taken', analyst_id = '%1', taken_at = now()")
                        .arg(m_bank->otherAnalyst.user->toString()));
    m_bank->clock.advance(24h * 100);
    const auto recorded = outcomes().record(m_bank->otherAnalyst, {{item(inHand.application, Current, 30)}});
    QCOMPARE(recorded->items.first().code, QStringLiteral("unknown_application"));
}

void TestOutcomeService::theFirstReportAnswersACounteroffer()
{
    m_bank->sql.run(
        QStringLiteral("UPDATE tenants SET settings = '{\"rule_pack\": \"us-regb\", \"second_look_rate\": 0}'"));
    const auto inHand = m_bank->startedCase(650, m_bank->analyst);
    auto decision = approval(inHand);
    decision.approvedTerms->amount = Amount::whole(400'000);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, decision).ok());
    m_bank->clock.advance(24h * 40);
    QCOMPARE(record({item(inHand.application, Current, 30)}).recorded, 1);
    const auto deadlines = CaseService(m_bank->context).detail(m_bank->analyst, inHand.application)->deadlines;
    QCOMPARE(deadlines.last().kind, DeadlineKind::CounterofferReply);
    QCOMPARE(deadlines.last().state, DeadlineState::Met);
}

QTEST_GUILESS_MAIN(TestOutcomeService)
#include "tst_outcome_service.moc"
