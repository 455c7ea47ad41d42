// An application from its receipt on: corrections, notes, twins, and every move that the table has not.
#include "DocumentFixture.h"

#include "core/json/Json.h"
#include "server/service/EditService.h"
#include "server/service/NoteService.h"

#include <QTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestApplicationLife : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<DocumentFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void plan_1_3_1_modelsMapToTheDatabase();
    void plan_1_3_1_relationshipsWork();
    void plan_2_1_3_detailIncludesAllRelatedData();
    void plan_2_1_3_invalidTransitionsAreBlocked_data();
    void plan_2_1_3_invalidTransitionsAreBlocked();
    void plan_2_1_3_cancelWorks();
    void aCorrectionIsJudgedDerivedAndScored();
    void aCorrectionIsRecordedWithoutThePerson();
    void wrongCorrectionsChangeNothing();
    void onlyPendingApplicationsAreCorrected();
    void aCorrectionAndTheScoringAreOneAfterTheOther();
    void notesAreKeptAndSealed();
    void integrationsSeeNoNotes();
    void twinsAreShown();

private:
    EditService edits() { return EditService(m_bank->context); }
    ApplicationId receive(const api::ApplicationCreate &application)
    {
        const auto created = IntakeService(m_bank->context).create(m_bank->sender, application);
        return created ? created->id : ApplicationId();
    }
    std::unique_ptr<DocumentFixture> m_bank;
    const Instant m_start = *instantFromIso(u"2026-11-24T10:00:00Z");
};

void TestApplicationLife::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs, notifications CASCADE"));
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{}'"));
    m_bank->clock.set(m_start);
}

void TestApplicationLife::plan_1_3_1_modelsMapToTheDatabase()
{
    auto sent = m_bank->fullApplication(kToReview);
    sent.creditBureauData = api::CreditBureauData{true, 0.25, 120, 3, 640};
    sent.loanRequest.purchasePrice = Amount::whole(700'000);
    sent.loanRequest.interestRate = 9.5;
    sent.priorityCustomer = true;
    const auto read = m_bank->detail(receive(sent));
    QCOMPARE(writeJson(read.applicantData), writeJson(sent.applicantData));
    QCOMPARE(writeJson(read.financialData), writeJson(sent.financialData));
    QCOMPARE(writeJson(*read.creditBureauData), writeJson(*sent.creditBureauData));
    QCOMPARE(writeJson(read.loanRequest), writeJson(sent.loanRequest));
    QCOMPARE(read.metadata, sent.metadata);
    QCOMPARE(read.externalId, *sent.externalId);
    QCOMPARE(read.priorityCustomer, true);
    QCOMPARE(read.status, ApplicationStatus::Pending);
    QCOMPARE(read.createdAt, m_bank->clock.now());
    QCOMPARE(read.expiresAt, std::optional(Instant(m_bank->clock.now() + 30 * 24h)));
    QCOMPARE(read.version, 1);
}

void TestApplicationLife::plan_1_3_1_relationshipsWork()
{
    const auto inHand = m_bank->waitingCase();
    const QString id = inHand.application.toString();
    // From every table to the application, and never to one of another tenant.
    for (const char *table : {"scoring_results", "analyst_queues", "document_requests"}) {
        QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM %1 r JOIN applications a USING (tenant_id) WHERE a.id = r.application_id "
                                                  "AND a.id = '%2'").arg(QLatin1String(table), id)).toInt(), 1);
        QVERIFY(m_bank->sql.failureOf(QStringLiteral("UPDATE %1 SET tenant_id = '%2' WHERE application_id = '%3'")
                                          .arg(QLatin1String(table), m_bank->beta.toString(), id)).startsWith(QLatin1String("23503")));
    }
    QVERIFY(m_bank->sql.failureOf(QStringLiteral("DELETE FROM applications WHERE id = '%1'").arg(id)).startsWith(QLatin1String("23503")));
}

void TestApplicationLife::plan_2_1_3_detailIncludesAllRelatedData()
{
    const auto inHand = m_bank->waitingCase();
    QVERIFY(m_bank->upload(m_bank->analyst, inHand.application));
    QVERIFY(NoteService(m_bank->context).create(m_bank->analyst, inHand.application, {QStringLiteral("Called her.")}));
    for (const api::DocumentItem &item : m_bank->itemsOf(inHand.application))
        QVERIFY(m_bank->requests.changeItem(m_bank->analyst, inHand.application, item.id, {DocumentItemStatus::Waived}, 1));
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval({inHand.application, inHand.entry, m_bank->versionOf(inHand.application)})));
    const auto detail = m_bank->detail(inHand.application);
    QCOMPARE(detail.scoringResult->score, std::optional(kToReview));
    QCOMPARE(detail.queueInfo->status, QueueStatus::Completed);
    QCOMPARE(detail.decisionHistory.size(), 1);
    QCOMPARE(detail.documentRequests.size(), 1);
    QCOMPARE(detail.documents.size(), 1);
    QCOMPARE(detail.notes.size(), 1);
    QVERIFY(detail.possibleDuplicates.isEmpty() && detail.otherApplications.isEmpty());
    QStringList events;
    for (const api::TimelineEntry &entry : detail.timeline)
        events.append(entry.event);
    for (const char *event : {"received", "scored", "assigned", "started", "documents_requested", "document_uploaded", "note_added",
                              "documents_received", "decided"})
        QVERIFY2(events.contains(QLatin1String(event)), event);
}

void TestApplicationLife::plan_2_1_3_invalidTransitionsAreBlocked_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("allowed");
    QTest::newRow("scoring") << "scoring" << "may become: review, approved, declined.";
    for (const char *status : {"approved", "declined", "cancelled", "expired"})
        QTest::newRow(status) << QString::fromLatin1(status) << "may become: nothing.";
}

/// The only move that a client asks for by itself is the cancellation; the others are refused where they are made.
void TestApplicationLife::plan_2_1_3_invalidTransitionsAreBlocked()
{
    QFETCH(QString, status);
    QFETCH(QString, allowed);
    const ApplicationId id = receive(m_bank->application(kToReview));
    m_bank->sql.run(QStringLiteral("UPDATE applications SET status = '%1', expiry_told_at = now() WHERE id = '%2'").arg(status, id.toString()));
    const auto refused = CancellationService(m_bank->context).cancel(m_bank->analyst, id, {}, 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().reason, QStringLiteral("transition_not_allowed"));
    QVERIFY2(refused.error().detail.endsWith(allowed), qPrintable(refused.error().detail));
    QCOMPARE(m_bank->statusOf(id), status);
}

void TestApplicationLife::plan_2_1_3_cancelWorks()
{
    const ApplicationId id = receive(m_bank->application(kToReview));
    QVERIFY(CancellationService(m_bank->context).cancel(m_bank->analyst, id, {CancelReason::Duplicate}, 1));
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("cancelled"));
    m_bank->scoreAll(); // its job finds nothing to do
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("cancelled"));
}

void TestApplicationLife::aCorrectionIsJudgedDerivedAndScored()
{
    auto sent = m_bank->fullApplication(kToReview);
    const ApplicationId id = receive(sent);
    const auto before = m_bank->detail(id);
    api::ApplicationPatch patch;
    patch.financialData = sent.financialData;
    patch.financialData->assets->savings = Amount::whole(kApproved); // the scripted score
    patch.financialData->income->netMonthly = Amount::whole(90'000);
    patch.applicantData = sent.applicantData;
    patch.applicantData->personal.lastName = QStringLiteral("Petrović");
    patch.applicantData->personal.email = QStringLiteral("new@mail.example");
    m_bank->clock.advance(1min);
    const auto after = edits().correct(m_bank->analyst, id, patch, 1);
    QVERIFY(after);
    QCOMPARE(after->version, 2);
    QCOMPARE(after->personId, before.personId);
    QVERIFY(qAbs(*after->derived.dtiRatio - 2 * *before.derived.dtiRatio) < 1e-9);
    QCOMPARE(after->applicantName, QStringLiteral("Živka Petrović"));
    QCOMPARE(after->loanRequest.amount, sent.loanRequest.amount);
    QCOMPARE(after->metadata, sent.metadata);
    for (const char *search : {"petrovic", "new@mail.example", "Petrović"})
        QCOMPARE(m_bank->found(QString::fromUtf8(search)), QStringList{id.toString()});
    QVERIFY(m_bank->found(sent.applicantData.personal.lastName).isEmpty());
    m_bank->scoreAll();
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("approved"));
}

void TestApplicationLife::aCorrectionIsRecordedWithoutThePerson()
{
    auto sent = m_bank->fullApplication(kToReview);
    const ApplicationId id = receive(sent);
    api::ApplicationPatch patch;
    patch.loanRequest = sent.loanRequest;
    patch.loanRequest->amount = Amount::whole(700'000);
    patch.applicantData = sent.applicantData;
    patch.applicantData->personal.firstName = QStringLiteral("Margarita");
    patch.applicantData->address->street = QStringLiteral("Balkanska 3");
    QVERIFY(edits().correct(m_bank->analyst, id, patch, 1));
    const QString diff = m_bank->sql.value(QStringLiteral("SELECT diff::text FROM audit_logs WHERE action = 'corrected' AND entity_id = '%1'").arg(id.toString())).toString();
    QVERIFY2(diff.contains(QStringLiteral("\"loan_request.amount\": {\"new\": 700000, \"old\": 600000}")), qPrintable(diff));
    QVERIFY(diff.contains(QStringLiteral("applicant_data.personal.first_name")) && diff.contains(QStringLiteral("applicant_data.address.street")));
    QVERIFY(!diff.contains(QStringLiteral("Margarita")) && !diff.contains(QStringLiteral("Balkanska")) && !diff.contains(QStringLiteral("term_months")));
}

void TestApplicationLife::wrongCorrectionsChangeNothing()
{
    auto sent = m_bank->fullApplication(kToReview);
    const ApplicationId id = receive(sent);
    const auto correct = [&](const Actor &actor, const api::ApplicationPatch &patch, int version) {
        const auto done = edits().correct(actor, id, patch, version);
        return done ? QStringLiteral("none") : done.error().fields.isEmpty() ? done.error().reason : done.error().fields.first().path;
    };
    api::ApplicationPatch patch;
    patch.priorityCustomer = true;
    QCOMPARE(correct(m_bank->analyst, patch, 2), QStringLiteral("stale_version"));
    QCOMPARE(correct(m_bank->betaAnalyst, patch, 1), QStringLiteral("not_found"));
    patch.loanRequest = sent.loanRequest;
    patch.loanRequest->currency = *Currency::fromCode(u"EUR");
    QCOMPARE(correct(m_bank->analyst, patch, 1), QStringLiteral("loan_request.currency"));
    patch.loanRequest.reset();
    patch.applicantData = sent.applicantData;
    patch.applicantData->personal.dateOfBirth = QDate(2020, 1, 1);
    QCOMPARE(correct(m_bank->analyst, patch, 1), QStringLiteral("applicant_data.personal.date_of_birth"));
    patch.applicantData = sent.applicantData;
    patch.applicantData->personal.nationalId = QStringLiteral("0101990710009");
    QCOMPARE(correct(m_bank->analyst, patch, 1), QStringLiteral("applicant_data.personal.national_id"));
    QCOMPARE(m_bank->versionOf(id), 1);
    QCOMPARE(correct(m_bank->analyst, {}, 1), QStringLiteral("none")); // nothing is no change
    QCOMPARE(m_bank->versionOf(id), 1);
}

void TestApplicationLife::onlyPendingApplicationsAreCorrected()
{
    const ApplicationId id = m_bank->route(kToReview);
    api::ApplicationPatch patch;
    patch.priorityCustomer = true;
    const auto refused = edits().correct(m_bank->analyst, id, patch, m_bank->versionOf(id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().reason, QStringLiteral("not_editable"));
    QVERIFY(refused.error().detail.contains(QStringLiteral("review")));
}

/// Whatever comes first, what is scored is what is stored.
void TestApplicationLife::aCorrectionAndTheScoringAreOneAfterTheOther()
{
    for (int round = 0; round < 10; ++round) {
        auto sent = m_bank->application(kToReview);
        const ApplicationId id = receive(sent);
        api::ApplicationPatch patch;
        patch.financialData = sent.financialData;
        patch.financialData->assets->savings = Amount::whole(kApproved);
        std::thread scoring([&] { m_bank->scoreAll(); });
        const auto corrected = edits().correct(m_bank->analyst, id, patch, 1);
        scoring.join();
        m_bank->scoreAll();
        const auto detail = m_bank->detail(id);
        QCOMPARE(detail.scoringResult->score, std::optional(corrected ? kApproved : kToReview));
        QCOMPARE(detail.financialData.assets->savings, std::optional(Amount::whole(corrected ? kApproved : kToReview)));
    }
}

void TestApplicationLife::notesAreKeptAndSealed()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const NoteService notes(m_bank->context);
    const QString text = QStringLiteral("Živka called.\nShe sends the letter on Monday.");
    const auto made = notes.create(m_bank->analyst, inHand.application, {text});
    QVERIFY(made);
    QCOMPARE(made->text, text);
    QCOMPARE(made->author.name, QStringLiteral("analyst"));
    m_bank->clock.advance(1min);
    QVERIFY(notes.create(m_bank->senior, inHand.application, {QStringLiteral("Fine.")}));
    const auto listed = notes.list(m_bank->otherAnalyst, inHand.application);
    QCOMPARE(listed->items.size(), 2);
    QCOMPARE(listed->items[1].text, text);
    QVERIFY(!m_bank->sql.text(QStringLiteral("SELECT to_jsonb(n) FROM application_notes n")).contains(QStringLiteral("Monday")));
    QCOMPARE(reasonOf(notes.create(m_bank->betaAnalyst, inHand.application, {text})), QStringLiteral("not_found"));
    QCOMPARE(reasonOf(notes.list(m_bank->betaAnalyst, inHand.application)), QStringLiteral("not_found"));
    QCOMPARE(reasonOf(notes.create(Actor::system(m_bank->alpha), inHand.application, {text})), QStringLiteral("forbidden"));
    // Also after the decision, but not after the erasure.
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand)));
    QVERIFY(notes.create(m_bank->analyst, inHand.application, {text}));
    QVERIFY(m_bank->erase(m_bank->admin, m_bank->detail(inHand.application).personId));
    QCOMPARE(notes.list(m_bank->analyst, inHand.application)->items[0].text, QStringLiteral("(erased)"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM application_notes WHERE sealed_text <> ''")).toInt(), 0);
    QCOMPARE(reasonOf(notes.create(m_bank->analyst, inHand.application, {text})), QStringLiteral("person_erased"));
}

void TestApplicationLife::integrationsSeeNoNotes()
{
    auto sent = m_bank->application(kToReview);
    const ApplicationId id = receive(sent);
    sent.externalId = *sent.externalId + QStringLiteral("-again");
    receive(sent);
    QVERIFY(NoteService(m_bank->context).create(m_bank->analyst, id, {QStringLiteral("Looks odd.")}));
    const auto key = ApiKeyId::make(m_bank->clock.now());
    m_bank->sql.run(QStringLiteral("UPDATE applications SET created_by_key = '%1' WHERE id = '%2'").arg(key.toString(), id.toString()));
    Actor integration = m_bank->sender;
    integration.user.reset();
    integration.apiKey = key;
    const auto seen = CaseService(m_bank->context).detail(integration, id);
    QVERIFY(seen);
    QVERIFY(seen->notes.isEmpty() && seen->otherApplications.isEmpty() && seen->possibleDuplicates.isEmpty());
    QCOMPARE(m_bank->detail(id).notes.size(), 1);
    QCOMPARE(m_bank->detail(id).otherApplications.size(), 1);
}

void TestApplicationLife::twinsAreShown()
{
    auto sent = m_bank->application(kToReview);
    const ApplicationId first = receive(sent);
    const auto again = [&](const char *suffix, Amount amount) {
        auto other = sent;
        other.externalId = *sent.externalId + QLatin1String(suffix);
        other.loanRequest.amount = amount;
        return receive(other);
    };
    const ApplicationId twin = again("-twin", Amount::whole(570'000));
    const ApplicationId bigger = again("-bigger", Amount::whole(900'000));
    receive(m_bank->application(kToReview)); // somebody else
    m_bank->clock.advance(31 * 24h);
    const ApplicationId later = again("-later", Amount::whole(600'000));
    const auto idsOf = [](const QList<api::RelatedApplication> &related) {
        QList<ApplicationId> ids;
        for (const api::RelatedApplication &one : related)
            ids.append(one.id);
        return ids;
    };
    QCOMPARE(idsOf(m_bank->detail(first).possibleDuplicates), QList{twin});
    QCOMPARE(idsOf(m_bank->detail(twin).possibleDuplicates), QList{first});
    QCOMPARE(idsOf(m_bank->detail(first).otherApplications).size(), 3);
    QVERIFY(idsOf(m_bank->detail(bigger).possibleDuplicates).isEmpty());
    QVERIFY(idsOf(m_bank->detail(later).possibleDuplicates).isEmpty());
    QVERIFY(CancellationService(m_bank->context).cancel(m_bank->analyst, twin, {}, 1));
    QVERIFY(m_bank->detail(first).possibleDuplicates.isEmpty());
    QCOMPARE(m_bank->detail(first).otherApplications.size(), 2);
}

QTEST_GUILESS_MAIN(TestApplicationLife)
#include "tst_application_life.moc"
