// Decisions of people: what they change together, what they are refused for, and that only one of many counts.
#include "ServiceFixture.h"

#include "server/service/CaseService.h"

#include <QtTest>

#include <thread>

using namespace countersign;

class TestDecisionService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs CASCADE")); }

    void plan_2_3_1_allDecisionTypesWork_data();
    void plan_2_3_1_allDecisionTypesWork();
    void plan_2_3_1_applicationStatusUpdated();
    void termsGetTheirPayment();
    void aDecisionReadsBackAsItWasAnswered();
    void plan_2_3_1_validationEnforced();
    void lengthsAreCountedAsTheDatabaseCounts();
    void plan_2_3_2_overrideDetectedCorrectly_data();
    void plan_2_3_2_overrideDetectedCorrectly();
    void aPreviewSaysWhatTheDecisionWillDo_data();
    void aPreviewSaysWhatTheDecisionWillDo();
    void aPreviewRefusesWhatCannotBe();
    void withoutTheRightNobodyDecidesAgainstTheModel();
    void aStaleVersionIsRefused();
    void onlyWhoWorksOnTheCaseDecidesIt();
    void whatIsDecidedStaysDecided();
    void otherTenantsFindNothing();
    void thirtyTwoThreadsDecideAndOneCounts();

private:
    using Case = ServiceFixture::Case;
    Result<api::DecisionInfo> decide(const Actor &actor, const api::DecisionCreate &decision)
    {
        return DecisionService(m_bank->context).create(actor, decision);
    }
    Result<api::DecisionInfo> decide(const api::DecisionCreate &decision) { return decide(m_bank->analyst, decision); }
    static QString reasonOf(const Result<api::DecisionInfo> &result)
    {
        return result ? QStringLiteral("none") : result.error().reason;
    }
    int decisions() { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM decisions")).toInt(); }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestDecisionService::plan_2_3_1_allDecisionTypesWork_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("score");
    QTest::addColumn<QString>("status");
    QTest::newRow("approval") << "analyst_approve" << 650 << "approved";
    QTest::newRow("approval with conditions") << "analyst_approve_with_conditions" << 650 << "approved";
    QTest::newRow("decline") << "analyst_decline" << 550 << "declined";
    QTest::newRow("automatic approval") << "auto_approve" << 900 << "approved";
    QTest::newRow("automatic decline") << "auto_decline" << 300 << "declined";
}

void TestDecisionService::plan_2_3_1_allDecisionTypesWork()
{
    QFETCH(QString, type);
    QFETCH(int, score);
    if (type.startsWith(QLatin1String("auto"))) {
        QTEST(m_bank->statusOf(m_bank->route(score)), "status");
        QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT decision_type FROM decisions")), QList<QVariant>{type});
        return;
    }
    const Case inHand = m_bank->startedCase(score, m_bank->analyst);
    auto decision = type == QLatin1String("analyst_decline") ? decline(inHand) : approval(inHand);
    if (type == QLatin1String("analyst_approve_with_conditions"))
        decision.conditions = {{ConditionType::Documentation, QStringLiteral("Proof of income"), QDate(2026, 12, 1)},
                               {ConditionType::Guarantor, QStringLiteral("One guarantor"), {}}};
    const auto decided = decide(decision);
    QVERIFY2(decided, qPrintable(reasonOf(decided)));
    QCOMPARE(toText(decided->decisionType), type);
    QCOMPARE(decided->status, DecisionStatus::Final);
    QVERIFY(!decided->overrideFlag);
    QTEST(m_bank->statusOf(inHand.application), "status");
    const auto row = m_bank->sql.row(QStringLiteral(
        "SELECT decision_type, jsonb_array_length(conditions), model_score, recommendation, approved_amount_minor "
        "FROM decisions"));
    QCOMPARE(row[0].toString(), type);
    QCOMPARE(row[1].toInt(), int(decision.conditions.size()));
    QCOMPARE(row[2].toInt(), score);
    QCOMPARE(row[3].toString(), score >= 600 ? QStringLiteral("approve") : QStringLiteral("decline"));
    QCOMPARE(row[4].isNull(), type == QLatin1String("analyst_decline"));
}

void TestDecisionService::plan_2_3_1_applicationStatusUpdated()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    m_bank->clock.advance(std::chrono::seconds(95));
    const auto decided = decide(approval(inHand));
    QVERIFY(decided);
    QCOMPARE(decided->reviewTimeSeconds, 95);
    QCOMPARE(decided->decidedAt, m_bank->clock.now());
    QCOMPARE(decided->decidedBy->id, *m_bank->analyst.user);
    QCOMPARE(decided->decidedBy->name, QStringLiteral("analyst"));
    QCOMPARE(decided->applicationVersion, inHand.version + 1);
    QCOMPARE(m_bank->versionOf(inHand.application), inHand.version + 1);
    const auto entry = m_bank->sql.row(QStringLiteral("SELECT status, completed_at IS NOT NULL FROM analyst_queues"));
    QCOMPARE(entry, (QList<QVariant>{QStringLiteral("completed"), true}));
    const auto record = m_bank->sql.row(
        QStringLiteral("SELECT count(*), min(new_value ->> 'decision_id') FROM audit_logs WHERE action = 'decided' "
                       "AND entity_id = '%1'")
            .arg(inHand.application.toString()));
    QCOMPARE(record[0].toInt(), 1);
    QCOMPARE(record[1].toString(), decided->id.toString());
    QCOMPARE(QueueService(m_bank->context).summary(m_bank->analyst)->mine, 0);
}

void TestDecisionService::termsGetTheirPayment()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    auto decision = approval(inHand);
    decision.approvedTerms = api::ApprovedTerms{Amount::whole(500'000), 24, 9.5};
    const auto decided = decide(decision);
    QVERIFY(decided);
    QCOMPARE(decided->monthlyPayment->hundredths, 2'295'725); // 500,000 x r / (1 - (1 + r)^-24), r = 9.5 % / 12
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT approved_amount_minor, approved_term_months, "
                                            "approved_interest_rate, monthly_payment_minor FROM decisions")),
             (QList<QVariant>{50'000'000LL, 24, 9.5, 2'295'725LL}));
}

void TestDecisionService::aDecisionReadsBackAsItWasAnswered()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    auto decision = asOverride(decline(inHand));
    decision.reasonCodes = {ReasonCode::DebtToIncomeTooHigh, ReasonCode::Other};
    decision.reasoning = QStringLiteral("  Obveze su prevelike: đ, ž, 💶 i još \"navodnika\".\n ");
    const auto decided = decide(decision);
    QVERIFY2(decided, qPrintable(reasonOf(decided)));
    QCOMPARE(decided->reasoning, decision.reasoning.trimmed());
    const auto history = CaseService(m_bank->context).detail(m_bank->senior, inHand.application)->decisionHistory;
    QCOMPARE(history.size(), 1);
    auto read = Codec<api::DecisionInfo>::write(history.first()).toObject();
    auto answered = Codec<api::DecisionInfo>::write(*decided).toObject();
    read.remove(QStringLiteral("application_version")); // the history does not say it
    answered.remove(QStringLiteral("application_version"));
    QCOMPARE(read, answered);
}

void TestDecisionService::plan_2_3_1_validationEnforced()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    auto decision = approval(inHand);
    decision.approvedTerms->amount = Amount::whole(600'001);
    decision.reasoning = QStringLiteral("too short");
    decision.conditions = {{ConditionType::Documentation, QStringLiteral("Proof of income"), QDate(2026, 11, 23)}};
    const auto refused = decide(decision);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QStringList paths;
    for (const FieldError &error : refused.error().fields)
        paths.append(error.path);
    QCOMPARE(paths,
             (QStringList{QStringLiteral("approved_terms.amount"), QStringLiteral("conditions[0].due_date"),
                          QStringLiteral("reasoning")}));
    QCOMPARE(decisions(), 0);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
    QCOMPARE(m_bank->versionOf(inHand.application), inHand.version);
}

/// What core accepts, the database must not refuse: characters, not UTF-16 units.
void TestDecisionService::lengthsAreCountedAsTheDatabaseCounts()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    auto decision = approval(inHand);
    decision.reasoning = QStringLiteral("💶").repeated(kMinReasoning - 1);
    const auto refused = decide(decision);
    QCOMPARE(reasonOf(refused), QStringLiteral("validation_failed"));
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("reasoning"));
    decision.reasoning = QStringLiteral("💶").repeated(kMinReasoning);
    QVERIFY(decide(decision));
}

void TestDecisionService::plan_2_3_2_overrideDetectedCorrectly_data()
{
    QTest::addColumn<int>("score");
    QTest::addColumn<bool>("approve");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("status");
    QTest::newRow("declining 650 is final") << 650 << false << qint64(600'000) << "model_approve_analyst_decline"
                                            << "final";
    QTest::newRow("approving 550 waits for a second person")
        << 550 << true << qint64(600'000) << "model_decline_analyst_approve"
        << "pending_approval";
    QTest::newRow("declining 800 waits for a second person")
        << 800 << false << qint64(3'000'000) << "model_approve_analyst_decline"
        << "pending_approval";
    QTest::newRow("approving 400 waits for a second person")
        << 400 << true << qint64(3'000'000) << "model_decline_analyst_approve"
        << "pending_approval";
}

void TestDecisionService::plan_2_3_2_overrideDetectedCorrectly()
{
    QFETCH(int, score);
    QFETCH(bool, approve);
    QFETCH(qint64, amount);
    QFETCH(QString, direction);
    QFETCH(QString, status);
    const Case inHand = m_bank->startedCase(score, m_bank->analyst, Amount::whole(amount));
    const auto plain = approve ? approval(inHand) : decline(inHand);
    const auto bare = decide(plain);
    QCOMPARE(reasonOf(bare), QStringLiteral("validation_failed"));
    QCOMPARE(bare.error().fields.first().path, QStringLiteral("override_reason"));
    const auto decided = decide(asOverride(plain));
    QVERIFY2(decided, qPrintable(reasonOf(decided)));
    QVERIFY(decided->overrideFlag);
    QCOMPARE(toText(*decided->overrideDirection), direction);
    QCOMPARE(toText(decided->status), status);
    const bool waits = decided->status == DecisionStatus::PendingApproval;
    QCOMPARE(m_bank->statusOf(inHand.application),
             waits ? QStringLiteral("pending_approval") : QStringLiteral("declined"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT status FROM analyst_queues")).toString(),
             waits ? QStringLiteral("awaiting_approval") : QStringLiteral("completed"));
}

void TestDecisionService::aPreviewSaysWhatTheDecisionWillDo_data()
{
    QTest::addColumn<int>("score");
    QTest::addColumn<bool>("approve");
    for (const int score : {400, 550, 650, 800})
        for (const bool approve : {true, false})
            QTest::addRow("%s %d", approve ? "approve" : "decline", score) << score << approve;
}

void TestDecisionService::aPreviewSaysWhatTheDecisionWillDo()
{
    QFETCH(int, score);
    QFETCH(bool, approve);
    const Case inHand = m_bank->startedCase(score, m_bank->analyst, Amount::whole(3'000'000));
    auto decision = approve ? approval(inHand) : decline(inHand);
    const auto preview = DecisionService(m_bank->context).preview(
        m_bank->analyst, {inHand.application, decision.decisionOutcome, decision.approvedTerms, false});
    QVERIFY2(preview, qPrintable(preview.ok() ? QString() : preview.error().detail));
    QCOMPARE(preview->applicationVersion, inHand.version);
    QCOMPARE(decisions(), 0);
    if (preview->overrideFlag)
        decision = asOverride(decision);
    const auto decided = decide(decision);
    QVERIFY2(decided, qPrintable(reasonOf(decided)));
    QCOMPARE(preview->decisionType, decided->decisionType);
    QCOMPARE(preview->decisionStatus, decided->status);
    QCOMPARE(toText(preview->applicationStatus), m_bank->statusOf(inHand.application));
    QCOMPARE(preview->overrideFlag, decided->overrideFlag);
    QCOMPARE(preview->overrideDirection, decided->overrideDirection);
    QCOMPARE(preview->overrideKind, decided->overrideKind);
    QCOMPARE(preview->needsSecondPerson, decided->approvalDeadline.has_value());
    QCOMPARE(preview->monthlyPayment, decided->monthlyPayment);
    QCOMPARE(preview->recommendation, decided->recommendation);
    QCOMPARE(preview->isCounteroffer, approve); // 600,000 of 3,000,000
    QCOMPARE(preview->approvers.has_value(), preview->needsSecondPerson);
    if (preview->needsSecondPerson)
        QCOMPARE(*preview->approvers, 2); // the administrator and the senior analyst
}

void TestDecisionService::aPreviewRefusesWhatCannotBe()
{
    const Case inHand = m_bank->startedCase(550, m_bank->senior);
    const DecisionService service(m_bank->context);
    api::DecisionPreviewRequest request{inHand.application, DecisionOutcome::Approved, api::ApprovedTerms{Amount::whole(600'001), 24, 9.5}, false};
    const auto refused = service.preview(m_bank->senior, request);
    QCOMPARE(refused.error().reason, QStringLiteral("validation_failed"));
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("approved_terms.amount"));
    request.approvedTerms.reset();
    const auto plain = service.preview(m_bank->senior, request);
    QVERIFY(plain && !plain->monthlyPayment);
    QCOMPARE(plain->approvers, 1); // never oneself
    QCOMPARE(service.preview(m_bank->betaAnalyst, request).error().code, ErrorCode::NotFound);
    request.applicationId = m_bank->route(900);
    QCOMPARE(service.preview(m_bank->senior, request).error().reason, QStringLiteral("not_in_review"));
}

void TestDecisionService::withoutTheRightNobodyDecidesAgainstTheModel()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    Actor restricted = m_bank->analyst;
    restricted.permissions = restricted.permissions - PermissionSet{Permission::DecisionOverride};
    const auto refused = decide(restricted, asOverride(decline(inHand)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QVERIFY(decide(restricted, approval(inHand)));
}

void TestDecisionService::aStaleVersionIsRefused()
{
    Case inHand = m_bank->startedCase(650, m_bank->analyst);
    --inHand.version;
    const auto refused = decide(approval(inHand));
    QCOMPARE(reasonOf(refused), QStringLiteral("stale_version"));
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("review")), qPrintable(refused.error().detail));
}

void TestDecisionService::onlyWhoWorksOnTheCaseDecidesIt()
{
    const ApplicationId id = m_bank->route(650);
    const QueueId entry = m_bank->entryOf(id);
    const Case inHand{id, entry, m_bank->versionOf(id)};
    QCOMPARE(reasonOf(decide(approval(inHand))), QStringLiteral("not_started"));
    const QueueService queue(m_bank->context);
    QVERIFY(queue.assign(m_bank->analyst, entry, {}, {}));
    QCOMPARE(reasonOf(decide(approval(inHand))), QStringLiteral("not_started"));
    QCOMPARE(reasonOf(decide(m_bank->otherAnalyst, approval(inHand))), QStringLiteral("not_yours"));
    QVERIFY(queue.start(m_bank->analyst, entry, {}));
    QCOMPARE(reasonOf(decide(m_bank->otherAnalyst, approval(inHand))), QStringLiteral("not_yours"));
    QCOMPARE(reasonOf(decide(m_bank->senior, approval(inHand))), QStringLiteral("not_yours"));
    QCOMPARE(decide(Actor::system(m_bank->alpha), approval(inHand)).error().code, ErrorCode::Forbidden);
    QVERIFY(decide(approval(inHand)));
}

void TestDecisionService::whatIsDecidedStaysDecided()
{
    Case inHand = m_bank->startedCase(650, m_bank->analyst);
    QVERIFY(decide(approval(inHand)));
    QCOMPARE(reasonOf(decide(approval(inHand))), QStringLiteral("stale_version"));
    ++inHand.version;
    QCOMPARE(reasonOf(decide(approval(inHand))), QStringLiteral("not_in_review"));
    const ApplicationId automatic = m_bank->route(900);
    QCOMPARE(reasonOf(decide(approval({automatic, {}, m_bank->versionOf(automatic)}))),
             QStringLiteral("not_in_review"));
}

void TestDecisionService::otherTenantsFindNothing()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    const auto refused = decide(m_bank->betaAnalyst, approval(inHand));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
}

void TestDecisionService::thirtyTwoThreadsDecideAndOneCounts()
{
    const Case inHand = m_bank->startedCase(650, m_bank->analyst);
    std::vector<std::thread> threads;
    std::atomic<int> decided = 0;
    std::atomic<int> stale = 0;
    for (int i = 0; i < 32; ++i)
        threads.emplace_back([&, i] {
            const auto answer = decide(i % 2 ? approval(inHand) : asOverride(decline(inHand)));
            decided += answer ? 1 : 0;
            stale += reasonOf(answer) == QLatin1String("stale_version") ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(decided.load(), 1);
    QCOMPARE(stale.load(), 31);
    QCOMPARE(decisions(), 1);
    QCOMPARE(m_bank->versionOf(inHand.application), inHand.version + 1);
}

QTEST_GUILESS_MAIN(TestDecisionService)
#include "tst_decision_service.moc"
