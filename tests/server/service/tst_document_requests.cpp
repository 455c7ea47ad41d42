// Cases that wait for documents: the checklist, the clock that stands still, and every way back.
#include "DocumentFixture.h"

#include <QTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestDocumentRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<DocumentFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void theCaseWaitsWithItsAnalyst();
    void whoBroughtTheApplicationIsTold();
    void onlyACaseInProgressIsAskedFor();
    void theLastDayIsChecked_data();
    void theLastDayIsChecked();
    void withTheLastLineTheClockRunsOn();
    void theClockFollowsWorkingHours();
    void whatWasLateStaysAsLate();
    void nothingIsDueWhileItWaits();
    void aLineIsWantedAfterAll();
    void linesHaveVersionsAndOwners();
    void overdueDocumentsAreToldOnce();
    void severalSweepsAtATimeEndOnce();
    void twoWaysBackAtOnceAreOne();
    void aWaitingCaseIsNotDecided();
    void aCancelledCaseAsksForNothing();
    void aSecondRequestFollowsTheFirst();
    void whatPeopleWroteIsSealed();

private:
    api::DocumentItem waive(const DocumentFixture::Case &inHand, int number);

    std::unique_ptr<DocumentFixture> m_bank;
    const Instant m_tuesday = *instantFromIso(u"2026-11-24T10:00:00Z");
};

void TestDocumentRequests::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs, notifications CASCADE"));
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{}'"));
    m_bank->clock.set(m_tuesday);
}

api::DocumentItem TestDocumentRequests::waive(const DocumentFixture::Case &inHand, int number)
{
    const auto item = m_bank->itemsOf(inHand.application)[number];
    const auto waived = m_bank->requests.changeItem(m_bank->analyst, inHand.application, item.id, {DocumentItemStatus::Waived}, item.version);
    return waived ? *waived : api::DocumentItem();
}

void TestDocumentRequests::theCaseWaitsWithItsAnalyst()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto asked = m_bank->requests.request(m_bank->analyst, inHand.entry, m_bank->twoDocuments(), {});
    QVERIFY(asked);
    QCOMPARE(asked->status, QueueStatus::AwaitingDocuments);
    QCOMPARE(asked->slaState, SlaState::Paused);
    QCOMPARE(asked->analyst->id, *m_bank->analyst.user);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("awaiting_documents"));
    QCOMPARE(m_bank->versionOf(inHand.application), inHand.version + 1);
    const auto folder = m_bank->folder(inHand.application);
    QCOMPARE(folder.requests.size(), 1);
    const api::DocumentRequest &request = folder.requests.first();
    QCOMPARE(request.message, m_bank->twoDocuments().message);
    QCOMPARE(request.dueDate, QDate(2026, 11, 30));
    QCOMPARE(request.requestedBy.name, QStringLiteral("analyst"));
    QCOMPARE(request.items.size(), 2);
    QCOMPARE(request.items[0].kind, DocumentKind::IncomeProof);
    QCOMPARE(request.items[1].description, QStringLiteral("Her passport"));
    QCOMPARE(request.items[1].status, DocumentItemStatus::Requested);
    QVERIFY(!request.outcome);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT actor_id::text, new_value->>'items', new_value->>'due_date' FROM audit_logs WHERE "
                                            "action = 'documents_requested' AND entity_id = '%1'").arg(inHand.application.toString())),
             (QList<QVariant>{m_bank->analyst.user->toString(), QStringLiteral("2"), QStringLiteral("2026-11-30")}));
}

void TestDocumentRequests::whoBroughtTheApplicationIsTold()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    QVERIFY(m_bank->requests.request(m_bank->senior, inHand.entry, m_bank->twoDocuments(), {}));
    QCOMPARE(m_bank->noticesOf(inHand.application),
             (QStringList{QStringLiteral("documents_requested: analyst"), QStringLiteral("documents_requested: api")}));
}

void TestDocumentRequests::onlyACaseInProgressIsAskedFor()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto ask = [&](const Actor &actor, QueueId id, std::optional<int> version = {}) {
        return reasonOf(m_bank->requests.request(actor, id, m_bank->twoDocuments(), version));
    };
    QCOMPARE(ask(m_bank->otherAnalyst, inHand.entry), QStringLiteral("not_yours"));
    QCOMPARE(ask(m_bank->betaAnalyst, inHand.entry), QStringLiteral("not_found"));
    QCOMPARE(ask(m_bank->analyst, inHand.entry, 99), QStringLiteral("stale_version"));
    QCOMPARE(ask(Actor::system(m_bank->alpha), inHand.entry), QStringLiteral("forbidden"));
    const QueueId waiting = m_bank->entryOf(m_bank->route(kToReview));
    const auto refused = m_bank->requests.request(m_bank->senior, waiting, m_bank->twoDocuments(), {});
    QCOMPARE(reasonOf(refused), QStringLiteral("transition_not_allowed"));
    QVERIFY(refused.error().detail.contains(QStringLiteral("assigned, cancelled")));
    QCOMPARE(ask(m_bank->analyst, inHand.entry), QStringLiteral("none"));
    QCOMPARE(ask(m_bank->analyst, inHand.entry), QStringLiteral("transition_not_allowed"));
    QCOMPARE(m_bank->folder(inHand.application).requests.size(), 1);
}

void TestDocumentRequests::theLastDayIsChecked_data()
{
    QTest::addColumn<QDate>("due");
    QTest::addColumn<QString>("code");
    QTest::newRow("yesterday") << QDate(2026, 11, 23) << "in_the_past";
    QTest::newRow("today") << QDate(2026, 11, 24) << "";
    QTest::newRow("the furthest") << QDate(2026, 11, 24).addDays(180) << "";
    QTest::newRow("too far") << QDate(2026, 11, 24).addDays(181) << "too_far";
}

void TestDocumentRequests::theLastDayIsChecked()
{
    QFETCH(QDate, due);
    QFETCH(QString, code);
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    auto request = m_bank->twoDocuments();
    request.dueDate = due;
    const auto asked = m_bank->requests.request(m_bank->analyst, inHand.entry, request, {});
    QCOMPARE(asked ? QString() : asked.error().fields.value(0).code, code);
}

void TestDocumentRequests::withTheLastLineTheClockRunsOn()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    m_bank->clock.advance(3h); // five of eight are left
    QVERIFY(m_bank->requests.request(m_bank->analyst, inHand.entry, m_bank->twoDocuments(), {}));
    m_bank->clock.advance(50h);
    QVERIFY(m_bank->upload(m_bank->otherAnalyst, inHand.application, m_bank->itemsOf(inHand.application)[0].id));
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("awaiting_documents"));
    m_bank->clock.advance(1h);
    QCOMPARE(waive(inHand, 1).status, DocumentItemStatus::Waived);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
    const auto entry = m_bank->entry(inHand);
    QCOMPARE(entry.status, QueueStatus::InProgress);
    QCOMPARE(entry.analyst->id, *m_bank->analyst.user);
    QCOMPARE(entry.slaDeadline, m_bank->clock.now() + 5h);
    QCOMPARE(entry.slaWarningAt, m_bank->clock.now() + 3h);
    QCOMPARE(entry.slaState, SlaState::Ok);
    const auto request = m_bank->folder(inHand.application).requests.first();
    QCOMPARE(request.outcome, std::optional(DocumentRequestOutcome::Received));
    QCOMPARE(request.items[0].status, DocumentItemStatus::Received);
    QVERIFY(!request.items[0].changedBy);
    QCOMPARE(request.items[1].changedBy->name, QStringLiteral("analyst"));
    const auto decided = approval({inHand.application, inHand.entry, m_bank->versionOf(inHand.application)});
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, decided));
}

void TestDocumentRequests::theClockFollowsWorkingHours()
{
    m_bank->sql.run(QStringLiteral(R"(UPDATE tenants SET settings = '{"sla_calendar": {"opens": "09:00", "closes": "17:00", "weekdays":
        ["monday", "tuesday", "wednesday", "thursday", "friday"], "holidays": []}}')"));
    m_bank->clock.set(*instantFromIso(u"2026-11-27T13:00:00Z")); // Friday, 14:00 in Belgrade
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    m_bank->clock.advance(1h); // seven of eight working hours are left
    QVERIFY(m_bank->requests.request(m_bank->analyst, inHand.entry, m_bank->twoDocuments(), {}));
    m_bank->clock.set(*instantFromIso(u"2026-11-28T12:00:00Z")); // Saturday
    waive(inHand, 0);
    waive(inHand, 1);
    QCOMPARE(toIso(m_bank->entry(inHand).slaDeadline), QStringLiteral("2026-11-30T15:00:00.000000Z")); // Monday, 16:00
}

void TestDocumentRequests::whatWasLateStaysAsLate()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    m_bank->clock.advance(9h);
    const Instant deadline = m_bank->entry(inHand).slaDeadline;
    QVERIFY(m_bank->requests.request(m_bank->analyst, inHand.entry, m_bank->twoDocuments(), {}));
    m_bank->clock.advance(10h);
    waive(inHand, 0);
    waive(inHand, 1);
    QCOMPARE(m_bank->entry(inHand).slaDeadline, deadline);
    QCOMPARE(m_bank->entry(inHand).slaState, SlaState::Breached);
}

void TestDocumentRequests::nothingIsDueWhileItWaits()
{
    const auto inHand = m_bank->waitingCase();
    m_bank->clock.advance(24h);
    QCOMPARE(m_bank->entry(inHand).slaState, SlaState::Paused);
    QCOMPARE(QueueService(m_bank->context).summary(m_bank->analyst)->breachedSla, 0);
}

void TestDocumentRequests::aLineIsWantedAfterAll()
{
    const auto inHand = m_bank->waitingCase();
    const auto waived = waive(inHand, 0);
    const auto wanted = m_bank->requests.changeItem(m_bank->senior, inHand.application, waived.id, {DocumentItemStatus::Requested}, waived.version);
    QVERIFY(wanted);
    QCOMPARE(wanted->status, DocumentItemStatus::Requested);
    waive(inHand, 1);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("awaiting_documents"));
}

void TestDocumentRequests::linesHaveVersionsAndOwners()
{
    const auto inHand = m_bank->waitingCase();
    const auto other = m_bank->waitingCase();
    const auto item = m_bank->itemsOf(inHand.application)[0];
    const auto change = [&](const Actor &actor, ApplicationId application, int version) {
        return reasonOf(m_bank->requests.changeItem(actor, application, item.id, {DocumentItemStatus::Received}, version));
    };
    QCOMPARE(change(m_bank->analyst, inHand.application, 2), QStringLiteral("stale_version"));
    QCOMPARE(change(m_bank->analyst, other.application, 1), QStringLiteral("not_found"));
    QCOMPARE(change(m_bank->betaAnalyst, inHand.application, 1), QStringLiteral("not_found"));
    QCOMPARE(change(Actor::system(m_bank->alpha), inHand.application, 1), QStringLiteral("forbidden"));
    QCOMPARE(change(m_bank->analyst, inHand.application, 1), QStringLiteral("none"));
    waive(inHand, 1);
    QCOMPARE(change(m_bank->analyst, inHand.application, 2), QStringLiteral("document_request_closed"));
}

void TestDocumentRequests::overdueDocumentsAreToldOnce()
{
    const auto inHand = m_bank->waitingCase();
    m_bank->sql.run(QStringLiteral("TRUNCATE notifications"));
    m_bank->clock.set(*instantFromIso(u"2026-11-30T22:59:59Z")); // the last second of the last day in Belgrade
    QCOMPARE(*m_bank->requests.endOverdue(), 0);
    m_bank->clock.advance(1s);
    QCOMPARE(*m_bank->requests.endOverdue(), 1);
    QCOMPARE(*m_bank->requests.endOverdue(), 0);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
    QCOMPARE(m_bank->entry(inHand).status, QueueStatus::InProgress);
    QCOMPARE(m_bank->entry(inHand).slaDeadline, m_bank->clock.now() + 8h);
    QCOMPARE(m_bank->folder(inHand.application).requests.first().outcome, std::optional(DocumentRequestOutcome::Overdue));
    QCOMPARE(m_bank->noticesOf(inHand.application), QStringList{QStringLiteral("documents_overdue: analyst")});
}

void TestDocumentRequests::severalSweepsAtATimeEndOnce()
{
    QList<ApplicationId> waiting;
    for (int i = 0; i < 5; ++i)
        waiting.append(m_bank->waitingCase().application);
    m_bank->sql.run(QStringLiteral("TRUNCATE notifications"));
    m_bank->clock.advance(10 * 24h);
    std::atomic<int> ended = 0;
    std::vector<std::thread> sweeps;
    for (int i = 0; i < 4; ++i)
        sweeps.emplace_back([&] {
            if (const auto swept = m_bank->requests.endOverdue())
                ended += *swept;
        });
    for (std::thread &sweep : sweeps)
        sweep.join();
    QCOMPARE(ended.load(), 5);
    for (const ApplicationId application : waiting)
        QCOMPARE(m_bank->noticesOf(application).size(), 1);
}

/// The last file, the waiver of its line and the end of the time come together.
void TestDocumentRequests::twoWaysBackAtOnceAreOne()
{
    for (int round = 0; round < 5; ++round) {
        const auto inHand = m_bank->waitingCase();
        waive(inHand, 0);
        const auto item = m_bank->itemsOf(inHand.application)[1];
        m_bank->clock.advance(10 * 24h);
        std::vector<std::thread> ways;
        ways.emplace_back([&] { (void)m_bank->upload(m_bank->otherAnalyst, inHand.application, item.id); });
        ways.emplace_back([&] {
            (void)m_bank->requests.changeItem(m_bank->analyst, inHand.application, item.id, {DocumentItemStatus::Waived}, item.version);
        });
        ways.emplace_back([&] { (void)m_bank->requests.endOverdue(); });
        for (std::thread &way : ways)
            way.join();
        QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
        QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE entity_id = '%1' AND action IN "
                                                  "('documents_received', 'documents_overdue')").arg(inHand.application.toString())).toInt(), 1);
        QVERIFY(m_bank->folder(inHand.application).requests.first().outcome);
        m_bank->emptyQueue();
        m_bank->clock.set(m_tuesday);
    }
}

void TestDocumentRequests::aWaitingCaseIsNotDecided()
{
    const auto inHand = m_bank->waitingCase();
    const auto refused = DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand));
    QCOMPARE(reasonOf(refused), QStringLiteral("not_in_review"));
    QVERIFY(refused.error().detail.endsWith(QStringLiteral("may become: review, cancelled, expired.")));
    QCOMPARE(reasonOf(QueueService(m_bank->context).release(m_bank->analyst, inHand.entry, {QStringLiteral("holiday")}, {})),
             QStringLiteral("transition_not_allowed"));
}

void TestDocumentRequests::aCancelledCaseAsksForNothing()
{
    const auto inHand = m_bank->waitingCase();
    QVERIFY(CancellationService(m_bank->context).cancel(m_bank->analyst, inHand.application, {}, inHand.version));
    const auto request = m_bank->folder(inHand.application).requests.first();
    QCOMPARE(request.outcome, std::optional(DocumentRequestOutcome::Withdrawn));
    m_bank->clock.advance(10 * 24h);
    QCOMPARE(*m_bank->requests.endOverdue(), 0);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("cancelled"));
}

void TestDocumentRequests::aSecondRequestFollowsTheFirst()
{
    const auto inHand = m_bank->waitingCase();
    waive(inHand, 0);
    waive(inHand, 1);
    m_bank->clock.advance(1h);
    auto again = m_bank->twoDocuments();
    again.items = {{DocumentKind::Collateral, QStringLiteral("Papers of the car")}};
    again.message.reset();
    QVERIFY(m_bank->requests.request(m_bank->analyst, inHand.entry, again, {}));
    const auto folder = m_bank->folder(inHand.application);
    QCOMPARE(folder.requests.size(), 2);
    QCOMPARE(folder.requests[0].items.size(), 1);
    QVERIFY(!folder.requests[0].message);
    QCOMPARE(folder.requests[1].items.size(), 2);
}

void TestDocumentRequests::whatPeopleWroteIsSealed()
{
    m_bank->waitingCase();
    const QString rows = m_bank->sql.text(QStringLiteral("SELECT to_jsonb(r) FROM document_requests r"))
        + m_bank->sql.text(QStringLiteral("SELECT to_jsonb(i) FROM document_items i"))
        + m_bank->sql.text(QStringLiteral("SELECT to_jsonb(l) FROM audit_logs l"));
    for (const char *word : {"ivka", "Payslips", "passport"})
        QVERIFY2(!rows.contains(QLatin1String(word)), word);
}

QTEST_GUILESS_MAIN(TestDocumentRequests)
#include "tst_document_requests.moc"
