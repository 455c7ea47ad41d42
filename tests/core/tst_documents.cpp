// What is taken as a document and under which name; what one person asks for twice; what a correction changes.
#include "core/api/ApplicationEdit.h"
#include "core/application/DocumentType.h"
#include "core/application/Duplicates.h"
#include "tests/support/SampleFiles.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theContentSaysWhatAFileIs_data();
    void theContentSaysWhatAFileIs();
    void noPrefixOfAFileIsAFile();
    void aDeclarationMustFit();
    void namesAreMadeHarmless_data();
    void namesAreMadeHarmless();
    void namesOfOtherTypesAreRefused();
    void aDuplicateIsSimilarInAmountAndTime();
    void aCorrectionReplacesWhatItNames();
    void aCorrectionIsOfTheSamePerson();
};

void TestDocuments::theContentSaysWhatAFileIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("type");
    QTest::newRow("a PDF") << samples::pdf() << "application/pdf";
    QTest::newRow("a PDF without a line end") << samples::pdf().trimmed() << "application/pdf";
    QTest::newRow("a JPEG") << samples::jpeg() << "image/jpeg";
    QTest::newRow("a PNG") << samples::png() << "image/png";
    QTest::newRow("a TIFF") << samples::tiff() << "image/tiff";
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("a text") << QByteArray("dear bank") << "";
    QTest::newRow("a program") << QByteArray("\x7f" "ELF\x02\x01\x01") + QByteArray(64, '\0') << "";
    QTest::newRow("a page") << QByteArray("<html><script>alert(1)</script></html>") << "";
    QTest::newRow("a drawing that may hold scripts") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << "";
    QTest::newRow("an archive") << samples::zip() << "";
    // Something else as well.
    QTest::newRow("a PDF with an archive behind it") << samples::pdf() + samples::zip() << "";
    QTest::newRow("a PDF with a page behind it") << samples::pdf() + "<script>alert(1)</script>" << "";
    QTest::newRow("a PDF behind something") << "MZ" + samples::pdf() << "";
    QTest::newRow("a PDF that is an archive, the marker as its comment")
        << "%PDF-1.7\n" + QByteArray("PK\x05\x06", 4) + QByteArray(16, '\0') + QByteArray("\x05\x00%%EOF", 7) << "";
    QTest::newRow("a PNG with an archive behind it") << samples::png() + samples::zip() << "";
    QTest::newRow("a PNG with a PDF in it") << samples::png(samples::pngChunk("tEXt", samples::pdf())) << "";
    QTest::newRow("a JPEG with an archive behind it") << samples::jpeg() + samples::zip() << "";
    QTest::newRow("a JPEG without segments") << QByteArray("\xff\xd8\xff<script>alert(1)</script>\xff\xd9") << "";
    QTest::newRow("a TIFF whose directory is elsewhere") << QByteArray("II*\0\xff\xff\0\0\x01\0", 10) + QByteArray(16, '\1') << "";
    QTest::newRow("a TIFF with an archive behind it") << samples::tiff() + samples::zip() << "";
}

void TestDocuments::theContentSaysWhatAFileIs()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, type);
    const auto found = documentTypeOf(content);
    QCOMPARE(found ? toText(*found) : QString(), type);
}

/// Nor does any crash: the reader looks at lengths that are not there.
void TestDocuments::noPrefixOfAFileIsAFile()
{
    for (const QByteArray &whole : {samples::pdf().trimmed(), samples::jpeg(), samples::png()})
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!documentTypeOf(whole.first(size)));
    for (qsizetype size = 0; size < samples::tiff().size(); ++size)
        (void)documentTypeOf(samples::tiff().first(size));
}

void TestDocuments::aDeclarationMustFit()
{
    QVERIFY(isDeclaredAs(QStringLiteral("application/pdf"), DocumentType::Pdf));
    QVERIFY(isDeclaredAs(QStringLiteral("Application/PDF; version=1.7"), DocumentType::Pdf));
    QVERIFY(isDeclaredAs(QStringLiteral("application/octet-stream"), DocumentType::Tiff));
    QVERIFY(isDeclaredAs(QString(), DocumentType::Png));
    QVERIFY(!isDeclaredAs(QStringLiteral("image/png"), DocumentType::Pdf));
    QVERIFY(!isDeclaredAs(QStringLiteral("text/html"), DocumentType::Pdf));
}

void TestDocuments::namesAreMadeHarmless_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << "payslip.pdf" << "payslip.pdf";
    QTest::newRow("letters of everywhere") << QStringLiteral("Platna lista Đorđević.PDF") << QStringLiteral("Platna lista Đorđević.pdf");
    QTest::newRow("none") << "" << "document.pdf";
    QTest::newRow("no extension") << "scan" << "scan.pdf";
    QTest::newRow("a number at the end") << "Scan 12.3" << "Scan 12.3.pdf";
    QTest::newRow("a path") << "/etc/passwd/../x.pdf" << "x.pdf";
    QTest::newRow("a path of Windows") << "scans\\2026\\x.pdf" << "x.pdf";
    QTest::newRow("only a path") << "../../" << "document.pdf";
    QTest::newRow("a hidden file") << "..hidden.pdf" << "hidden.pdf";
    QTest::newRow("line ends") << "a\r\nSet-Cookie: x=1.pdf" << "aSet-Cookie x=1.pdf";
    QTest::newRow("U+0000") << QStringLiteral("a%1b.pdf").arg(QChar(0)) << "ab.pdf";
    QTest::newRow("direction of writing") << QStringLiteral("annex\u202Efdp.exe.pdf") << "annexfdp.exe.pdf";
    QTest::newRow("quotes and wildcards") << "a\"b*c?|<d>.pdf" << "abcd.pdf";
    QTest::newRow("too long") << QString(300, QLatin1Char('n')) + ".pdf" << QString(116, QLatin1Char('n')) + ".pdf";
}

void TestDocuments::namesAreMadeHarmless()
{
    QFETCH(QString, given);
    QFETCH(QString, name);
    QCOMPARE(documentName(given, DocumentType::Pdf), std::optional(name));
}

void TestDocuments::namesOfOtherTypesAreRefused()
{
    for (const char *name : {"run.exe", "page.html", "photo.jpg", "annex.pdf.js", "x.PNG"})
        QVERIFY2(!documentName(QLatin1String(name), DocumentType::Pdf), name);
    QCOMPARE(documentName(QStringLiteral("photo.JPEG"), DocumentType::Jpeg), std::optional(QStringLiteral("photo.jpeg")));
    QCOMPARE(documentName(QStringLiteral("photo"), DocumentType::Jpeg), std::optional(QStringLiteral("photo.jpg")));
}

void TestDocuments::aDuplicateIsSimilarInAmountAndTime()
{
    const Instant now{};
    const RequestFacts one{Amount::whole(100'000), now};
    QVERIFY(mayBeSameRequest(one, {Amount::whole(100'000), now}));
    QVERIFY(mayBeSameRequest(one, {Amount::whole(90'000), now + 30 * 24h}));
    QVERIFY(mayBeSameRequest({Amount::whole(90'000), now + 30 * 24h}, one));
    QVERIFY(!mayBeSameRequest(one, {Amount::whole(89'999), now}));
    QVERIFY(!mayBeSameRequest(one, {Amount::whole(100'000), now + 30 * 24h + 1us}));
}

void TestDocuments::aCorrectionReplacesWhatItNames()
{
    api::CaseDetail before;
    before.externalId = QStringLiteral("A-1");
    before.loanRequest = {Amount::whole(500), *Currency::fromCode(u"EUR"), 12, LoanPurpose::Car, {}, {}};
    before.applicantData.personal.nationalId = QStringLiteral("1503985710001");
    before.metadata = QJsonObject{{QStringLiteral("branch"), QStringLiteral("north")}};
    api::ApplicationPatch patch;
    patch.loanRequest = before.loanRequest;
    patch.loanRequest->amount = Amount::whole(600);
    const auto after = corrected(before, patch);
    QCOMPARE(after.loanRequest.amount, Amount::whole(600));
    QCOMPARE(after.metadata, before.metadata);
    QCOMPARE(after.externalId, std::optional(before.externalId));
    const auto changed = changedFields(before, after);
    QCOMPARE(changed.before, (QJsonObject{{QStringLiteral("loan_request.amount"), 500}}));
    QCOMPARE(changed.after, (QJsonObject{{QStringLiteral("loan_request.amount"), 600}}));
    QVERIFY(changedFields(before, corrected(before, {})).after.isEmpty());
}

void TestDocuments::aCorrectionIsOfTheSamePerson()
{
    api::CaseDetail before;
    before.applicantData.personal.nationalId = QStringLiteral("1503985710001");
    api::ApplicationPatch patch;
    patch.applicantData = before.applicantData;
    patch.applicantData->personal.nationalId = QStringLiteral("150398 571-0001"); // written otherwise
    QVERIFY(validateCorrection(before, corrected(before, patch)).isEmpty());
    patch.applicantData->personal.nationalId = QStringLiteral("1503985710002");
    QCOMPARE(validateCorrection(before, corrected(before, patch)).value(0).code, QStringLiteral("another_person"));
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
