// Documents through HTTP: what a client may send, what it gets back, and what no browser may make of it.
#include "tests/server/http/ApiServer.h"
#include "tests/support/SampleFiles.h"

#include <QtTest>

using namespace countersign;

class TestDocumentUpload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void aFileGoesInAndOut();
    void namesAreSafeOnTheWire_data();
    void namesAreSafeOnTheWire();
    void badNamesAreMalformed();
    void tenMebibytesAreTakenAndNotOneByteMore();
    void aMislabelledFileIsRefused();
    void strangersSendNothing();
    void aRepeatedUploadIsOneFile();
    void twoAtOnceAreBothStored();
    void documentsAreAskedForAndAnswered();

private:
    QByteArray path() const { return "/api/v1/applications/" + m_case.application.toString().toLatin1() + "/documents"; }
    QByteArray upload(const QByteArray &content, const QByteArray &more = {}, const Actor *who = nullptr) const
    {
        return postRequest(path(), content, m_server->bearer(who ? *who : m_bank->analyst) + "Content-Type: application/pdf\r\n" + more);
    }
    HttpAnswer download(const HttpAnswer &stored) const
    {
        return m_server->send(getRequest(path() + '/' + stored.json().value(QLatin1String("id")).toString().toLatin1() + "/content",
                                         m_server->bearer(m_bank->analyst)));
    }
    int documents() { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM documents")).toInt(); }

    std::unique_ptr<ServiceFixture> m_bank;
    std::unique_ptr<ApiServer> m_server;
    ServiceFixture::Case m_case;
};

void TestDocumentUpload::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    m_server = std::make_unique<ApiServer>(*m_bank, m_bank->database.daemon());
}

void TestDocumentUpload::cleanupTestCase()
{
    m_server.reset();
    m_bank.reset();
}

void TestDocumentUpload::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs CASCADE"));
    m_case = m_bank->startedCase(650, m_bank->analyst);
}

void TestDocumentUpload::aFileGoesInAndOut()
{
    const HttpAnswer stored = m_server->send(upload(samples::pdf(), "X-File-Name: Platna%20lista%20%C4%90.pdf\r\n"));
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.json().value(QLatin1String("file_name")).toString(), QStringLiteral("Platna lista Đ.pdf"));
    const HttpAnswer file = download(stored);
    QCOMPARE(file.status, 200);
    QCOMPARE(file.body, samples::pdf());
    QCOMPARE(file.header("Content-Type"), QByteArray("application/pdf"));
    QCOMPARE(file.header("Content-Disposition"),
             QByteArray("attachment; filename=\"Platna_lista__.pdf\"; filename*=UTF-8''Platna%20lista%20%C4%90.pdf"));
    QCOMPARE(file.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(file.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(file.header("Content-Security-Policy"), QByteArray("default-src 'none'; sandbox"));
    const HttpAnswer listed = m_server->send(getRequest(path(), m_server->bearer(m_bank->analyst)));
    QCOMPARE(listed.json().value(QLatin1String("documents")).toArray().size(), 1);
}

void TestDocumentUpload::namesAreSafeOnTheWire_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("kept");
    QTest::newRow("line ends") << QByteArray("a%0D%0ASet-Cookie:%20x=1.pdf") << "aSet-Cookie x=1.pdf";
    QTest::newRow("quotes") << QByteArray("a%22;filename=b.pdf") << "a;filename=b.pdf";
    QTest::newRow("a path") << QByteArray("..%2F..%2Fetc%2Fpasswd") << "passwd.pdf";
    QTest::newRow("U+0000") << QByteArray("a%00.pdf") << "a.pdf";
    QTest::newRow("none") << QByteArray() << "document.pdf";
}

void TestDocumentUpload::namesAreSafeOnTheWire()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, kept);
    const HttpAnswer stored = m_server->send(upload(samples::pdf(), sent.isEmpty() ? QByteArray() : "X-File-Name: " + sent + "\r\n"));
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.json().value(QLatin1String("file_name")).toString(), kept);
    const HttpAnswer file = download(stored);
    QCOMPARE(file.status, 200);
    QVERIFY(!file.head.contains("Set-Cookie:"));
    QCOMPARE(file.head.count("Content-Disposition"), 1);
}

void TestDocumentUpload::badNamesAreMalformed()
{
    const HttpAnswer answer = m_server->send(upload(samples::pdf(), "X-File-Name: %C4.pdf\r\n"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), QStringLiteral("bad_file_name"));
    QCOMPARE(documents(), 0);
}

void TestDocumentUpload::tenMebibytesAreTakenAndNotOneByteMore()
{
    const QByteArray largest = samples::pdf(QByteArray((10 << 20) - samples::pdf({}).size(), 'x'));
    QCOMPARE(largest.size(), 10 << 20);
    const HttpAnswer stored = m_server->send(upload(largest));
    QCOMPARE(stored.status, 201);
    QVERIFY(download(stored).body == largest);
    QCOMPARE(m_server->send(upload(largest + '\n')).status, 413);
    QCOMPARE(documents(), 1);
}

void TestDocumentUpload::aMislabelledFileIsRefused()
{
    for (const QByteArray &content : {QByteArray("<script>alert(1)</script>"), samples::pdf() + samples::zip(), samples::png()}) {
        const HttpAnswer answer = m_server->send(upload(content));
        QCOMPARE(answer.status, 415);
    }
    QCOMPARE(m_server->send(upload(samples::pdf(), "X-File-Name: run.exe\r\n")).code(), QStringLiteral("document_type_mismatch"));
    QCOMPARE(documents(), 0);
}

void TestDocumentUpload::strangersSendNothing()
{
    QCOMPARE(m_server->send(postRequest(path(), samples::pdf(), "Content-Type: application/pdf\r\n")).status, 401);
    QCOMPARE(m_server->send(upload(samples::pdf(), {}, &m_bank->sender)).status, 403);
    QCOMPARE(m_server->send(upload(samples::pdf(), {}, &m_bank->betaAnalyst)).status, 404);
    const HttpAnswer stored = m_server->send(upload(samples::pdf()));
    const QByteArray content = path() + '/' + stored.json().value(QLatin1String("id")).toString().toLatin1() + "/content";
    QCOMPARE(m_server->send(getRequest(content, m_server->bearer(m_bank->betaAnalyst))).status, 404);
    QCOMPARE(m_server->send(getRequest(content)).status, 401);
    QCOMPARE(documents(), 1);
}

void TestDocumentUpload::aRepeatedUploadIsOneFile()
{
    const QByteArray request = upload(samples::pdf(), "Idempotency-Key: once\r\n");
    const HttpAnswer first = m_server->send(request);
    const HttpAnswer second = m_server->send(request);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(documents(), 1);
}

void TestDocumentUpload::twoAtOnceAreBothStored()
{
    const auto answers = m_server->sendAll({upload(samples::pdf("one")), upload(samples::pdf("two"))});
    QCOMPARE(answers[0].status, 201);
    QCOMPARE(answers[1].status, 201);
    QCOMPARE(documents(), 2);
}

void TestDocumentUpload::documentsAreAskedForAndAnswered()
{
    const QJsonObject item{{QStringLiteral("kind"), QStringLiteral("identity")}, {QStringLiteral("description"), QStringLiteral("passport")}};
    const QJsonObject body{{QStringLiteral("items"), QJsonArray{item}}, {QStringLiteral("due_date"), QStringLiteral("2026-12-01")}};
    const QByteArray ask = "/api/v1/queue/" + m_case.entry.toString().toLatin1() + "/request-documents";
    const HttpAnswer asked = m_server->send(jsonPost(ask, body, m_server->bearer(m_bank->analyst)));
    QCOMPARE(asked.status, 200);
    QCOMPARE(asked.json().value(QLatin1String("status")).toString(), QStringLiteral("awaiting_documents"));
    const HttpAnswer listed = m_server->send(getRequest(path(), m_server->bearer(m_bank->analyst)));
    const QByteArray itemId = listed.json().value(QLatin1String("requests"))[0][QLatin1String("items")][0][QLatin1String("id")].toString().toLatin1();
    const QByteArray answered = postRequest(path() + "?item_id=" + itemId, samples::pdf(),
                                            m_server->bearer(m_bank->analyst) + "Content-Type: application/octet-stream\r\n");
    QCOMPARE(m_server->send(answered).status, 201);
    QCOMPARE(m_bank->statusOf(m_case.application), QStringLiteral("review"));
}

QTEST_GUILESS_MAIN(TestDocumentUpload)
#include "tst_document_upload.moc"
