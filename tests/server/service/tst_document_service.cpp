// Files of a case: what is taken, how it is kept, who gets it, and what a scanner has to say about it.
#include "DocumentFixture.h"

#include "core/json/Json.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestDocumentService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<DocumentFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs, notifications CASCADE")); }

    void aFileComesBackAsItCameIn();
    void aFileIsSealed();
    void aChangedByteIsNotGivenOut();
    void everyDownloadIsRecorded();
    void onlyKnownFilesAreTaken();
    void otherTenantsAndCasesAreNotReached();
    void afterADecisionNothingIsTaken();
    void thereIsAnEndOfDocuments();
    void aLineOfAClosedRequestTakesNothing();
    void twoFilesAtOnceAreTwoFiles();
    void manyAtOnceDoNotOutrunTheEnd();
    void aKilledTransactionLeavesNothing();
    void withAScannerAFileIsQuarantined();
    void anInfectedFileIsNeverGivenOut();
    void aScannerThatFailsLeavesQuarantine_data();
    void aScannerThatFailsLeavesQuarantine();
    void theScannerGetsNoShellAndNoEnvironment();
    void erasureDestroysDocuments();
    void anExportListsDocuments();

private:
    int count(const QString &from) { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM ") + from).toInt(); }
    /// A scanner that is this script of a shell.
    DocumentScanner scanner(const QString &script, std::chrono::seconds limit = 30s) const
    {
        return DocumentScanner({{QStringLiteral("/bin/sh"), QStringLiteral("-c"), script}, limit});
    }
    Result<void> scan(const DocumentService &service, ApplicationId application, DocumentId id) const
    {
        return service.scan(Actor::system(m_bank->alpha), application, id);
    }

    std::unique_ptr<DocumentFixture> m_bank;
};

void TestDocumentService::aFileComesBackAsItCameIn()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const QByteArray big = samples::pdf(QByteArray(3 << 20, 'x'));
    const auto stored = m_bank->documents.upload(m_bank->otherAnalyst, inHand.application,
                                                 {big, QStringLiteral("application/pdf"), QStringLiteral("Platna lista Đorđević.pdf")},
                                                 {{}, DocumentKind::BankStatement});
    QVERIFY(stored);
    QCOMPARE(stored->fileName, QStringLiteral("Platna lista Đorđević.pdf"));
    QCOMPARE(stored->mediaType, DocumentType::Pdf);
    QCOMPARE(stored->sizeBytes, big.size());
    QCOMPARE(stored->sha256, QString::fromLatin1(QCryptographicHash::hash(big, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(stored->kind, DocumentKind::BankStatement);
    QCOMPARE(stored->scan, DocumentScan::NotScanned);
    QCOMPARE(stored->uploadedBy.name, QStringLiteral("other"));
    const auto file = m_bank->documents.download(m_bank->analyst, inHand.application, stored->id);
    QVERIFY(file);
    QVERIFY(file->content == big);
    QCOMPARE(file->mediaType, QStringLiteral("application/pdf"));
    QCOMPARE(file->fileName, stored->fileName);
    const auto listed = m_bank->folder(inHand.application).documents;
    QCOMPARE(listed.size(), 1);
    QCOMPARE(writeJson(listed.first()), writeJson(*stored));
}

void TestDocumentService::aFileIsSealed()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto stored = m_bank->upload(m_bank->analyst, inHand.application, {}, samples::pdf("of Živka"), QStringLiteral("Živka.pdf"));
    QVERIFY(stored);
    const QString row = m_bank->sql.text(QStringLiteral("SELECT encode(sealed_content, 'hex') || encode(sealed_about, 'hex') || to_jsonb(d)::text "
                                                        "FROM documents d"));
    for (const QByteArray &word : {QByteArray("%PDF"), QByteArray("ivka"), stored->sha256.toLatin1()})
        QVERIFY2(!row.contains(QString::fromLatin1(word)) && !row.contains(QString::fromLatin1(word.toHex())), word.constData());
}

void TestDocumentService::aChangedByteIsNotGivenOut()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto one = m_bank->upload(m_bank->analyst, inHand.application);
    const auto other = m_bank->upload(m_bank->analyst, inHand.application, {}, samples::pdf("of another"));
    QVERIFY(one && other);
    m_bank->sql.run(QStringLiteral("UPDATE documents SET sealed_content = set_byte(sealed_content, 60, get_byte(sealed_content, 60) # 1) "
                                   "WHERE id = '%1'").arg(one->id.toString()));
    QCOMPARE(reasonOf(m_bank->documents.download(m_bank->analyst, inHand.application, one->id)), QStringLiteral("unsealable"));
    // Nor does the content of one document open as that of another.
    m_bank->sql.run(QStringLiteral("UPDATE documents SET size_bytes = o.size_bytes, sealed_content = o.sealed_content FROM documents o "
                                   "WHERE documents.id = '%1' AND o.id = '%2'").arg(one->id.toString(), other->id.toString()));
    QCOMPARE(reasonOf(m_bank->documents.download(m_bank->analyst, inHand.application, one->id)), QStringLiteral("unsealable"));
    QVERIFY(m_bank->documents.download(m_bank->analyst, inHand.application, other->id));
}

void TestDocumentService::everyDownloadIsRecorded()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto stored = m_bank->upload(m_bank->analyst, inHand.application);
    for (int i = 0; i < 2; ++i)
        QVERIFY(m_bank->documents.download(m_bank->senior, inHand.application, stored->id));
    QCOMPARE(count(QStringLiteral("audit_logs WHERE action = 'document_viewed' AND actor_id = '%1' AND new_value->>'document_id' = '%2'")
                       .arg(m_bank->senior.user->toString(), stored->id.toString())),
             2);
    // What cannot be recorded is not given out.
    m_bank->sql.run(QStringLiteral("CREATE FUNCTION refuse_record() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$; "
                                   "CREATE TRIGGER full_disk BEFORE INSERT ON audit_logs FOR EACH ROW EXECUTE FUNCTION refuse_record()"));
    QVERIFY(!m_bank->documents.download(m_bank->senior, inHand.application, stored->id));
    m_bank->sql.run(QStringLiteral("DROP TRIGGER full_disk ON audit_logs; DROP FUNCTION refuse_record()"));
}

void TestDocumentService::onlyKnownFilesAreTaken()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto refused = [&](const QByteArray &content, const QString &type, const QString &name) {
        return reasonOf(m_bank->documents.upload(m_bank->analyst, inHand.application, {content, type, name}, {}));
    };
    const QString unsupported = QStringLiteral("unsupported_document");
    const QString mismatch = QStringLiteral("document_type_mismatch");
    QCOMPARE(refused("<script>", QStringLiteral("application/pdf"), QStringLiteral("x.pdf")), unsupported);
    QCOMPARE(refused({}, {}, {}), unsupported);
    QCOMPARE(refused(samples::pdf() + samples::zip(), {}, {}), unsupported);
    QCOMPARE(refused(samples::pdf(), QStringLiteral("image/png"), QStringLiteral("x.pdf")), mismatch);
    QCOMPARE(refused(samples::pdf(), {}, QStringLiteral("x.exe")), mismatch);
    QCOMPARE(count(QStringLiteral("documents")), 0);
    for (const QByteArray &good : {samples::pdf(), samples::png(), samples::jpeg(), samples::tiff()})
        QCOMPARE(refused(good, {}, QStringLiteral("scan")), QStringLiteral("none"));
}

void TestDocumentService::otherTenantsAndCasesAreNotReached()
{
    const auto inHand = m_bank->waitingCase();
    const auto other = m_bank->waitingCase();
    const auto item = m_bank->itemsOf(inHand.application)[0].id;
    const auto stored = m_bank->upload(m_bank->analyst, inHand.application, item);
    QVERIFY(stored);
    const QString notFound = QStringLiteral("not_found");
    QCOMPARE(reasonOf(m_bank->upload(m_bank->betaAnalyst, inHand.application)), notFound);
    QCOMPARE(reasonOf(m_bank->documents.folder(m_bank->betaAnalyst, inHand.application)), notFound);
    QCOMPARE(reasonOf(m_bank->documents.download(m_bank->betaAnalyst, inHand.application, stored->id)), notFound);
    QCOMPARE(reasonOf(m_bank->documents.download(m_bank->analyst, other.application, stored->id)), notFound);
    QCOMPARE(reasonOf(m_bank->upload(m_bank->analyst, other.application, item)), notFound);
    QCOMPARE(reasonOf(m_bank->upload(Actor::system(m_bank->alpha), inHand.application)), QStringLiteral("forbidden"));
}

void TestDocumentService::afterADecisionNothingIsTaken()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto stored = m_bank->upload(m_bank->analyst, inHand.application);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand)));
    QCOMPARE(reasonOf(m_bank->upload(m_bank->analyst, inHand.application)), QStringLiteral("documents_closed"));
    QVERIFY(m_bank->documents.download(m_bank->analyst, inHand.application, stored->id)); // what was there stays readable
}

void TestDocumentService::thereIsAnEndOfDocuments()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    for (int i = 0; i < kMaxDocuments; ++i)
        QVERIFY(m_bank->upload(m_bank->analyst, inHand.application));
    QCOMPARE(reasonOf(m_bank->upload(m_bank->analyst, inHand.application)), QStringLiteral("too_many_documents"));
}

void TestDocumentService::aLineOfAClosedRequestTakesNothing()
{
    const auto inHand = m_bank->waitingCase();
    const auto items = m_bank->itemsOf(inHand.application);
    for (const api::DocumentItem &item : items) {
        m_bank->clock.advance(1s);
        QVERIFY(m_bank->upload(m_bank->analyst, inHand.application, item.id));
    }
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
    QCOMPARE(m_bank->folder(inHand.application).documents.first().kind, DocumentKind::Identity); // as the line says
    QCOMPARE(reasonOf(m_bank->upload(m_bank->analyst, inHand.application, items[0].id)), QStringLiteral("document_request_closed"));
}

void TestDocumentService::twoFilesAtOnceAreTwoFiles()
{
    for (int round = 0; round < 5; ++round) {
        const auto inHand = m_bank->waitingCase();
        const auto items = m_bank->itemsOf(inHand.application);
        std::atomic<int> stored = 0;
        std::vector<std::thread> senders;
        for (const api::DocumentItem &item : items)
            senders.emplace_back([&, id = item.id] { stored += m_bank->upload(m_bank->analyst, inHand.application, id) ? 1 : 0; });
        for (std::thread &sender : senders)
            sender.join();
        QCOMPARE(stored.load(), 2);
        QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
        QCOMPARE(count(QStringLiteral("audit_logs WHERE action = 'documents_received' AND entity_id = '%1'").arg(inHand.application.toString())), 1);
        m_bank->emptyQueue();
    }
}

void TestDocumentService::manyAtOnceDoNotOutrunTheEnd()
{
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    for (int i = 0; i < kMaxDocuments - 1; ++i)
        QVERIFY(m_bank->upload(m_bank->analyst, inHand.application));
    std::atomic<int> stored = 0;
    std::vector<std::thread> senders;
    for (int i = 0; i < 6; ++i)
        senders.emplace_back([&] { stored += m_bank->upload(m_bank->analyst, inHand.application) ? 1 : 0; });
    for (std::thread &sender : senders)
        sender.join();
    QCOMPARE(stored.load(), 1);
    QCOMPARE(count(QStringLiteral("documents")), kMaxDocuments);
}

/// The server ends the connection while the file is being stored.
void TestDocumentService::aKilledTransactionLeavesNothing()
{
    const auto inHand = m_bank->waitingCase();
    const auto item = m_bank->itemsOf(inHand.application)[0];
    m_bank->sql.run(QStringLiteral("CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); "
                                   "RETURN NEW; END $$; CREATE TRIGGER die AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION die(); "
                                   "ALTER FUNCTION die() SECURITY DEFINER"));
    QVERIFY(!m_bank->upload(m_bank->analyst, inHand.application, item.id));
    m_bank->sql.run(QStringLiteral("DROP TRIGGER die ON documents; DROP FUNCTION die()"));
    QCOMPARE(count(QStringLiteral("documents")), 0);
    QCOMPARE(count(QStringLiteral("audit_logs WHERE action = 'document_uploaded' AND entity_id = '%1'").arg(inHand.application.toString())), 0);
    QCOMPARE(m_bank->itemsOf(inHand.application)[0].status, DocumentItemStatus::Requested);
    QVERIFY(m_bank->upload(m_bank->analyst, inHand.application, item.id));
}

void TestDocumentService::withAScannerAFileIsQuarantined()
{
    const DocumentScanner clean = scanner(QStringLiteral("cat >/dev/null; exit 0"));
    const DocumentService service(m_bank->context, clean);
    const auto inHand = m_bank->waitingCase();
    const auto items = m_bank->itemsOf(inHand.application);
    QVERIFY(m_bank->upload(m_bank->analyst, inHand.application, items[1].id));
    m_bank->clock.advance(1s);
    const auto stored = service.upload(m_bank->analyst, inHand.application, {samples::pdf(QByteArray(2 << 20, 'x')), {}, {}}, {items[0].id, {}});
    QVERIFY(stored);
    QCOMPARE(stored->scan, DocumentScan::Quarantined);
    QCOMPARE(reasonOf(service.download(m_bank->analyst, inHand.application, stored->id)), QStringLiteral("document_quarantined"));
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("awaiting_documents"));
    QCOMPARE(count(QStringLiteral("jobs WHERE kind = 'scan_document' AND payload->>'document_id' = '%1'").arg(stored->id.toString())), 1);
    QVERIFY(scan(service, inHand.application, stored->id));
    QCOMPARE(m_bank->folder(inHand.application).documents.first().scan, DocumentScan::Clean);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review")); // only now the line is answered
    QVERIFY(service.download(m_bank->analyst, inHand.application, stored->id));
    QVERIFY(scan(service, inHand.application, stored->id)); // a second run does nothing
    QCOMPARE(count(QStringLiteral("audit_logs WHERE action = 'document_scanned'")), 1);
}

void TestDocumentService::anInfectedFileIsNeverGivenOut()
{
    const DocumentScanner strict = scanner(QStringLiteral("grep -q EICAR && exit 1; exit 0"));
    const DocumentService service(m_bank->context, strict);
    const auto inHand = m_bank->waitingCase();
    const auto item = m_bank->itemsOf(inHand.application)[0];
    const auto stored = service.upload(m_bank->senior, inHand.application, {samples::pdf("EICAR"), {}, {}}, {item.id, {}});
    QVERIFY(scan(service, inHand.application, stored->id));
    QCOMPARE(m_bank->folder(inHand.application).documents.first().scan, DocumentScan::Infected);
    QCOMPARE(m_bank->itemsOf(inHand.application)[0].status, DocumentItemStatus::Requested);
    QCOMPARE(reasonOf(service.download(m_bank->analyst, inHand.application, stored->id)), QStringLiteral("document_infected"));
    QVERIFY(m_bank->noticesOf(inHand.application).contains(QStringLiteral("document_infected: senior")));
}

void TestDocumentService::aScannerThatFailsLeavesQuarantine_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("cannot say") << QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("exit 2")};
    QTest::newRow("is not there") << QStringList{QStringLiteral("/nowhere/scanner")};
    QTest::newRow("crashes") << QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("kill -9 $$")};
    QTest::newRow("takes too long") << QStringList{QStringLiteral("/bin/sleep"), QStringLiteral("600")};
}

void TestDocumentService::aScannerThatFailsLeavesQuarantine()
{
    QFETCH(QStringList, command);
    const DocumentScanner broken({command, 1s});
    const DocumentService service(m_bank->context, broken);
    const auto inHand = m_bank->startedCase(kToReview, m_bank->analyst);
    const auto stored = service.upload(m_bank->analyst, inHand.application, {samples::pdf(), {}, {}}, {});
    const auto failed = scan(service, inHand.application, stored->id);
    QVERIFY(!failed);
    QCOMPARE(failed.error().reason, QStringLiteral("scanner_failed"));
    QCOMPARE(m_bank->folder(inHand.application).documents.first().scan, DocumentScan::Quarantined);
}

void TestDocumentService::theScannerGetsNoShellAndNoEnvironment()
{
    qputenv("COUNTERSIGN_DATABASE__PASSWORD", "secret");
    QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("out; touch x"));
    const DocumentScanner honest({{QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("{ env; cat; } > \"$0\""), out}, 30s});
    const auto verdict = honest.scan("content");
    QVERIFY(verdict);
    QCOMPARE(*verdict, DocumentScan::Clean);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray seen = file.readAll();
    QVERIFY(seen.endsWith("content"));
    QVERIFY(!seen.contains("secret"));
    qunsetenv("COUNTERSIGN_DATABASE__PASSWORD");
}

void TestDocumentService::erasureDestroysDocuments()
{
    const auto inHand = m_bank->waitingCase();
    const auto stored = m_bank->upload(m_bank->analyst, inHand.application, {}, samples::pdf("of Živka"), QStringLiteral("Živka.pdf"));
    QVERIFY(CancellationService(m_bank->context).cancel(m_bank->analyst, inHand.application, {}, m_bank->versionOf(inHand.application)));
    const auto detail = m_bank->detail(inHand.application);
    QCOMPARE(detail.documents.size(), 1);
    QVERIFY(m_bank->erase(m_bank->admin, detail.personId));
    QCOMPARE(count(QStringLiteral("documents WHERE sealed_content <> '' OR sealed_about <> ''")), 0);
    QCOMPARE(count(QStringLiteral("document_items WHERE sealed_description <> ''")), 0);
    QCOMPARE(count(QStringLiteral("document_requests WHERE sealed_message <> ''")), 0);
    QCOMPARE(reasonOf(m_bank->documents.download(m_bank->analyst, inHand.application, stored->id)), QStringLiteral("person_erased"));
    const auto after = m_bank->detail(inHand.application);
    QCOMPARE(after.documents.first().fileName, QStringLiteral("(erased)"));
    QVERIFY(after.documents.first().sha256.isEmpty());
    QCOMPARE(after.documentRequests.first().message, std::optional(QStringLiteral("(erased)")));
    QCOMPARE(after.documentRequests.first().items[0].description, QStringLiteral("(erased)"));
    QVERIFY(readJson<api::CaseDetail>(writeJson(after)));
}

void TestDocumentService::anExportListsDocuments()
{
    const auto inHand = m_bank->waitingCase();
    QVERIFY(m_bank->upload(m_bank->analyst, inHand.application, {}, samples::pdf(), QStringLiteral("Živka.pdf")));
    const PersonId person = m_bank->detail(inHand.application).personId;
    const auto exported = PersonService(m_bank->context).exportAll(m_bank->admin, person);
    QVERIFY(exported);
    QCOMPARE(exported->applications.first().documents.first().fileName, QStringLiteral("Živka.pdf"));
    QCOMPARE(exported->applications.first().documentRequests.first().items.size(), 2);
}

QTEST_GUILESS_MAIN(TestDocumentService)
#include "tst_document_service.moc"
