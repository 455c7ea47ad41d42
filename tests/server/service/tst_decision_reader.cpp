// Decisions as lists and one by one.
#include "OverrideFixture.h"

#include "server/service/DecisionReader.h"

#include <QtTest>

using namespace countersign;

Q_DECLARE_METATYPE(api::DecisionQuery)

class TestDecisionReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bank.reset(); }

    void theListIsFiltered_data();
    void theListIsFiltered();
    void pagesAreTheWholeListInItsOrder();
    void oneDecisionReadsWhole();
    void anIntegrationSeesWhatItCreated();
    void otherTenantsFindNothing();

private:
    QStringList list(const Actor &actor, const api::DecisionQuery &query = {})
    {
        QStringList ids;
        const auto page = DecisionReader(m_bank->context).list(actor, query);
        for (const api::DecisionItem &item : page->items)
            ids.append(m_names.value(item.id, item.externalId));
        return ids;
    }
    void name(const QString &name)
    {
        const auto newest = DecisionReader(m_bank->context).list(m_bank->senior, {})->items.first();
        m_names.insert(newest.id, name);
        m_bank->clock.advance(std::chrono::minutes(1));
    }

    std::unique_ptr<OverrideFixture> m_bank;
    QHash<DecisionId, QString> m_names;
    ServiceFixture::Case m_waiting;
};

void TestDecisionReader::initTestCase()
{
    m_bank = std::make_unique<OverrideFixture>();
    const DecisionService decisions(m_bank->context);
    m_bank->route(900);
    name(QStringLiteral("automatic approval"));
    m_bank->route(300);
    name(QStringLiteral("automatic decline"));
    QVERIFY(decisions.create(m_bank->analyst, approval(m_bank->startedCase(650, m_bank->analyst))));
    name(QStringLiteral("approval"));
    QVERIFY(
        decisions.create(m_bank->otherAnalyst, asOverride(decline(m_bank->startedCase(650, m_bank->otherAnalyst)))));
    name(QStringLiteral("override"));
    m_waiting = m_bank->waitingCase(m_bank->analyst).inHand;
    name(QStringLiteral("waiting"));
}

void TestDecisionReader::theListIsFiltered_data()
{
    QTest::addColumn<api::DecisionQuery>("query");
    QTest::addColumn<QStringList>("expected");
    const auto with = [](auto member, const auto &value) {
        api::DecisionQuery query;
        query.*member = value;
        return query;
    };
    using Query = api::DecisionQuery;
    const QString automaticApproval = QStringLiteral("automatic approval");
    const QString automaticDecline = QStringLiteral("automatic decline");
    const QString approved = QStringLiteral("approval");
    const QString overridden = QStringLiteral("override");
    const QString waiting = QStringLiteral("waiting");
    QTest::newRow("all, newest first") << Query{}
                                       << QStringList{waiting, overridden, approved, automaticDecline,
                                                      automaticApproval};
    QTest::newRow("application") << with(&Query::applicationId, m_waiting.application) << QStringList{waiting};
    QTest::newRow("who decided") << with(&Query::analystId, *m_bank->analyst.user) << QStringList{waiting, approved};
    QTest::newRow("type") << with(&Query::decisionType, DecisionType::AutoDecline) << QStringList{automaticDecline};
    QTest::newRow("outcome") << with(&Query::decisionOutcome, DecisionOutcome::Declined)
                             << QStringList{overridden, automaticDecline};
    QTest::newRow("status") << with(&Query::status, DecisionStatus::PendingApproval) << QStringList{waiting};
    QTest::newRow("overrides") << with(&Query::overrideFlag, true) << QStringList{waiting, overridden};
    QTest::newRow("direction") << with(&Query::overrideDirection, OverrideDirection::ModelApproveAnalystDecline)
                               << QStringList{overridden};
    const Instant begin = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)) + std::chrono::hours(10);
    QTest::newRow("from") << with(&Query::fromDate, Instant(begin + std::chrono::minutes(3)))
                          << QStringList{waiting, overridden};
    QTest::newRow("before") << with(&Query::toDate, Instant(begin + std::chrono::minutes(1)))
                            << QStringList{automaticApproval};
}

void TestDecisionReader::theListIsFiltered()
{
    QFETCH(api::DecisionQuery, query);
    QFETCH(QStringList, expected);
    QCOMPARE(list(m_bank->senior, query), expected);
    QCOMPARE(DecisionReader(m_bank->context).list(m_bank->senior, query)->total, expected.size());
}

void TestDecisionReader::pagesAreTheWholeListInItsOrder()
{
    api::DecisionQuery query;
    query.pageSize = 2;
    QStringList paged;
    for (;;) {
        paged += list(m_bank->senior, query);
        const auto page = DecisionReader(m_bank->context).list(m_bank->senior, query);
        if (!page->nextCursor)
            break;
        query.cursor = page->nextCursor;
    }
    QCOMPARE(paged, list(m_bank->senior));
}

void TestDecisionReader::oneDecisionReadsWhole()
{
    const auto item = DecisionReader(m_bank->context).list(m_bank->senior, {})->items.first();
    const auto whole = DecisionReader(m_bank->context).get(m_bank->senior, item.id);
    QVERIFY(whole);
    QCOMPARE(whole->status, DecisionStatus::PendingApproval);
    QCOMPARE(whole->overrideKind, OverrideKind::InsideBand);
    QCOMPARE(whole->overrideReason, OverrideReason::CompensatingFactors);
    QVERIFY(whole->overrideJustification->size() >= kMinJustification);
    QCOMPARE(whole->version, 1);
    QCOMPARE(DecisionReader(m_bank->context).get(m_bank->senior, DecisionId::make(m_bank->clock.now())).error().code,
             ErrorCode::NotFound);
}

void TestDecisionReader::anIntegrationSeesWhatItCreated()
{
    Actor integration = m_bank->sender;
    integration.apiKey = ApiKeyId::make(m_bank->clock.now());
    QCOMPARE(list(integration), QStringList());
    const auto first = DecisionReader(m_bank->context).list(m_bank->senior, {})->items.first();
    QCOMPARE(DecisionReader(m_bank->context).get(integration, first.id).error().code, ErrorCode::NotFound);
    m_bank->sql.run(QStringLiteral("UPDATE applications SET created_by_key = '%1' WHERE id = '%2'")
                        .arg(integration.apiKey->toString(), first.applicationId.toString()));
    QCOMPARE(list(integration), QStringList{QStringLiteral("waiting")});
    QVERIFY(DecisionReader(m_bank->context).get(integration, first.id));
}

void TestDecisionReader::otherTenantsFindNothing()
{
    QCOMPARE(list(m_bank->betaAnalyst), QStringList());
    const auto first = DecisionReader(m_bank->context).list(m_bank->senior, {})->items.first();
    QCOMPARE(DecisionReader(m_bank->context).get(m_bank->betaAnalyst, first.id).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestDecisionReader)
#include "tst_decision_reader.moc"
