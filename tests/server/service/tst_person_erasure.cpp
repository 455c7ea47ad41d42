// The right to be forgotten: what goes, what stays, and what stands in the way.
#include "PersonFixture.h"

#include "core/json/Json.h"

#include <QTest>

#include <thread>

using namespace countersign;

class TestPersonErasure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<PersonFixture>(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs CASCADE")); }
    void cleanupTestCase() { m_bank.reset(); }

    void anErasedPersonIsGoneAndTheDecisionStays();
    void whatPeopleWroteAboutAnErasedPersonIsGone();
    void erasingAgainChangesNothing();
    void withoutAStepUpNobodyIsErased();
    void nothingMoreIsWrittenAboutWhoIsErased();
    void openApplicationsForbidErasure();
    void anApplicationOnItsWayForbidsErasure();
    void whoAppliesAfterErasureIsSomebodyNew();

private:
    std::unique_ptr<PersonFixture> m_bank;
};

void TestPersonErasure::anErasedPersonIsGoneAndTheDecisionStays()
{
    const auto application = m_bank->fullApplication(kApproved);
    const auto id = m_bank->send(application);
    const auto before = m_bank->detail(id);
    QCOMPARE(before.status, ApplicationStatus::Approved);
    const auto erased = m_bank->erase(m_bank->admin, before.personId);
    QVERIFY(erased);
    QCOMPARE(erased->erasedAt, m_bank->clock.now());

    const auto after = m_bank->detail(id);
    QCOMPARE(after.applicantName, QStringLiteral("(erased)"));
    QCOMPARE(after.erasedAt, std::optional(erased->erasedAt));
    QCOMPARE(after.applicantData.personal.firstName, QStringLiteral("(erased)"));
    QVERIFY(!after.applicantData.personal.email);
    QVERIFY(!after.applicantData.address->street);
    QVERIFY(!after.applicantData.employment.employerName);
    QVERIFY(!after.metadata);
    QVERIFY(readJson<api::CaseDetail>(writeJson(after))); // clients of every version can read it
    QCOMPARE(after.status, before.status);
    QCOMPARE(writeJson(after.decisionHistory[0]), writeJson(before.decisionHistory[0]));
    QCOMPARE(writeJson(*after.scoringResult), writeJson(*before.scoringResult));
    QCOMPARE(writeJson(after.financialData), writeJson(before.financialData));
    for (const QString &search :
         {application.applicantData.personal.nationalId, *application.applicantData.personal.email,
          *application.applicantData.personal.phone, application.applicantData.personal.lastName})
        QVERIFY2(m_bank->found(search).isEmpty(), qPrintable(search));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM person_lookups")).toInt(), 0);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT actor_id::text, new_value->>'cause' FROM audit_logs WHERE action = "
                                            "'erased' AND entity_id = '%1'")
                                 .arg(before.personId.toString())),
             (QList<QVariant>{m_bank->admin.user->toString(), QStringLiteral("request")}));
}

void TestPersonErasure::whatPeopleWroteAboutAnErasedPersonIsGone()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    auto decision = approval(inHand);
    decision.reasoning = QStringLiteral("Živka Đorđević has worked at the\nharbour for nine years.");
    decision.conditions = {
        {ConditionType::Guarantor, QStringLiteral("Her brother Dragan signs too."), QDate(2027, 1, 31)}};
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, decision));
    const auto other = m_bank->startedCase(kToReview, m_bank->analyst);
    auto against = asOverride(decline(other));
    against.overrideJustification =
        QStringLiteral("Her former husband Dragan owes the same bank another loan of this year.");
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, against));

    const QString rowOf = QStringLiteral("SELECT to_jsonb(d) FROM decisions d WHERE application_id = '%1'");
    const QString row = m_bank->sql.text(rowOf.arg(inHand.application.toString()));
    const QString rows = row + m_bank->sql.text(rowOf.arg(other.application.toString()));
    for (const char *word : {"ivka", "harbour", "Dragan", "husband"})
        QVERIFY2(!rows.contains(QLatin1String(word)), word);
    const auto before = m_bank->detail(inHand.application);
    QCOMPARE(before.decisionHistory[0].reasoning, decision.reasoning);
    QCOMPARE(before.decisionHistory[0].conditions[0].description, decision.conditions[0].description);
    QCOMPARE(m_bank->detail(other.application).decisionHistory[0].overrideJustification, against.overrideJustification);

    QVERIFY(m_bank->erase(m_bank->admin, before.personId));
    QVERIFY(m_bank->erase(m_bank->admin, m_bank->detail(other.application).personId));
    const auto after = m_bank->detail(inHand.application);
    QCOMPARE(after.decisionHistory[0].reasoning, QStringLiteral("(erased)"));
    QCOMPARE(after.decisionHistory[0].conditions[0].description, QStringLiteral("(erased)"));
    QCOMPARE(after.decisionHistory[0].conditions[0].type, ConditionType::Guarantor);
    QCOMPARE(after.decisionHistory[0].conditions[0].dueDate, std::optional(QDate(2027, 1, 31)));
    QCOMPARE(after.decisionHistory[0].decisionOutcome, DecisionOutcome::Approved);
    QCOMPARE(m_bank->detail(other.application).decisionHistory[0].overrideJustification,
             std::optional(QStringLiteral("(erased)")));
    QVERIFY(readJson<api::CaseDetail>(writeJson(after)));
    QCOMPARE(m_bank->sql.text(rowOf.arg(inHand.application.toString())), row); // the decision itself is untouched
}

void TestPersonErasure::erasingAgainChangesNothing()
{
    const PersonId person = m_bank->detail(m_bank->send(m_bank->fullApplication(kApproved))).personId;
    const auto first = m_bank->erase(m_bank->admin, person);
    QVERIFY(first);
    m_bank->clock.advance(std::chrono::hours(1));
    const auto second = m_bank->erase(m_bank->admin, person);
    QVERIFY(second);
    QCOMPARE(second->erasedAt, first->erasedAt);
    QCOMPARE(m_bank->sql
                 .value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'erased' AND entity_id = '%1'")
                            .arg(person.toString()))
                 .toInt(),
             1);
}

void TestPersonErasure::withoutAStepUpNobodyIsErased()
{
    const PersonId person = m_bank->detail(m_bank->send(m_bank->fullApplication(kApproved))).personId;
    const auto refused = PersonService(m_bank->context).erase(m_bank->admin, person);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(refused.error().reason, QStringLiteral("step_up_required"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM persons WHERE erased_at IS NOT NULL")).toInt(), 0);
}

void TestPersonErasure::nothingMoreIsWrittenAboutWhoIsErased()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const PersonId person = m_bank->detail(inHand.application).personId;
    m_bank->sql.run(QStringLiteral("UPDATE persons SET national_id_hash = NULL, wrapped_key = NULL, key_number = NULL, "
                                   "erased_at = now() WHERE id = '%1'")
                        .arg(person.toString()));
    const auto refused = DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand));
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("person_erased"));
    QVERIFY(m_bank->detail(inHand.application).decisionHistory.isEmpty());
}

void TestPersonErasure::openApplicationsForbidErasure()
{
    auto ended = m_bank->fullApplication(kApproved);
    auto open = m_bank->fullApplication(kToReview);
    open.applicantData.personal.nationalId = ended.applicantData.personal.nationalId;
    const auto id = m_bank->send(ended);
    const auto openId = m_bank->send(open);
    const PersonId person = m_bank->detail(id).personId;
    const auto refused = m_bank->erase(m_bank->admin, person);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().reason, QStringLiteral("person_has_open_applications"));
    QVERIFY(refused.error().detail.startsWith(QStringLiteral("1 application")));
    QVERIFY(!m_bank->detail(id).erasedAt);
    m_bank->sql.run(
        QStringLiteral(
            "UPDATE analyst_queues SET status = 'cancelled', completed_at = NULL WHERE application_id = '%1'")
            .arg(openId.toString()));
    m_bank->sql.run(
        QStringLiteral("UPDATE applications SET status = 'cancelled' WHERE id = '%1'").arg(openId.toString()));
    QVERIFY(m_bank->erase(m_bank->admin, person));
    QVERIFY(m_bank->detail(openId).erasedAt);
}

/// Intake has the person and waits to commit; the erasure waits behind it, and must count what it finds then.
void TestPersonErasure::anApplicationOnItsWayForbidsErasure()
{
    auto application = m_bank->fullApplication(kApproved);
    const auto person = m_bank->detail(m_bank->send(application)).personId;
    application.externalId = QStringLiteral("SECOND");
    SqlConsole watcher(m_bank->database.superuserSettings()); // within a transaction the view would stand still
    const auto waiting = [&watcher] {
        return watcher.value(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")).toInt();
    };
    const Actor admin = m_bank->provedForErasure(m_bank->admin, person);
    m_bank->sql.run(QStringLiteral("BEGIN; LOCK TABLE jobs IN EXCLUSIVE MODE"));
    Result<api::ApplicationCreated> created = api::ApplicationCreated{};
    std::thread intake([&] {
        created = IntakeService(m_bank->context).create(m_bank->sender, application);
        m_bank->database.daemon().closeThreadConnection();
    });
    QTRY_COMPARE(waiting(), 1);
    Result<api::PersonErased> erased = api::PersonErased{};
    std::thread erasure([&] {
        erased = PersonService(m_bank->context).erase(admin, person);
        m_bank->database.daemon().closeThreadConnection();
    });
    QTRY_COMPARE(waiting(), 2);
    m_bank->sql.run(QStringLiteral("COMMIT"));
    intake.join();
    erasure.join();
    QVERIFY(created);
    QVERIFY(!erased);
    QCOMPARE(erased.error().reason, QStringLiteral("person_has_open_applications"));
    QCOMPARE(m_bank->detail(created->id).applicantData.personal.nationalId, application.applicantData.personal.nationalId);
}

void TestPersonErasure::whoAppliesAfterErasureIsSomebodyNew()
{
    auto application = m_bank->fullApplication(kApproved);
    const PersonId gone = m_bank->detail(m_bank->send(application)).personId;
    QVERIFY(m_bank->erase(m_bank->admin, gone));
    application.externalId = *application.externalId + QStringLiteral("-again");
    const auto again = m_bank->detail(m_bank->send(application));
    QVERIFY(again.personId != gone);
    QCOMPARE(again.applicantData.personal.nationalId, application.applicantData.personal.nationalId);
}

QTEST_GUILESS_MAIN(TestPersonErasure)
#include "tst_person_erasure.moc"
