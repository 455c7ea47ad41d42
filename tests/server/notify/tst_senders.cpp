// Mail and webhooks on the wire: real servers that take, refuse, delay and drop; addresses that must never be reached.
#include "server/notify/CurlMailSender.h"
#include "server/notify/CurlWebhookSender.h"
#include "tests/support/OtherServer.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QString kSmtp = QStringLiteral("smtp_server.py");
const QString kReceiver = QStringLiteral("webhook_receiver.py");
constexpr Instant kNow = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24));

Mail mailTo(const QString &to, const QString &subject = QStringLiteral("New case assigned: T-1"))
{
    return {to, subject, QStringLiteral("Predmet je dodeljen: šđčćž."), QStringLiteral("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1aff"), kNow};
}

MailSettings mailOf(int port, MailSecurity security)
{
    MailSettings settings;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = port;
    settings.security = security;
    settings.from = QStringLiteral("countersign@" "bank.example");
    settings.timeout = 2s;
    return settings;
}

QString reasonOf(const Result<void> &result)
{
    return result ? QStringLiteral("sent") : result.error().reason;
}

QString codeOf(const Result<WebhookAnswer> &answer)
{
    return answer ? QString::number(answer->status) : answer.error().reason;
}

/// Names of the headers of a mail, each once.
QStringList headersOf(const QJsonObject &mail)
{
    QStringList names;
    for (const QString &line : mail.value(QLatin1String("content")).toString().section(QStringLiteral("\r\n\r\n"), 0, 0).split(QStringLiteral("\r\n")))
        if (!line.startsWith(u' '))
            names.append(line.section(u':', 0, 0));
    return names;
}

} // namespace

class TestSenders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aMailArrives();
    void startTlsIsRequired();
    void aStrangersCertificateIsRefused();
    void theServerMayAskWhoSends();
    void whatTheServerSaysIsTold_data();
    void whatTheServerSaysIsTold();
    void nothingAddsAHeader();

    void aMessageArrives();
    void whateverIsAnsweredIsTold_data();
    void whateverIsAnsweredIsTold();
    void aLongAnswerIsNotRead();
    void httpsIsCheckedAgainstTheAuthorities();
    void httpNeedsAPermit();
    void closedAddressesAreNeverReached_data();
    void closedAddressesAreNeverReached();

private:
    CurlWebhookSender open() const
    {
        return CurlWebhookSender({true, {*parseNetwork(QStringLiteral("127.0.0.0/8"))}, m_certificate.certificate(), 2s});
    }
    QString receiver(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(m_receiver->port()).arg(path); }

    OwnCertificate m_certificate;
    std::unique_ptr<OtherServer> m_smtp;
    std::unique_ptr<OtherServer> m_receiver;
};

void TestSenders::initTestCase()
{
    m_smtp = std::make_unique<OtherServer>(kSmtp);
    m_receiver = std::make_unique<OtherServer>(kReceiver);
}

void TestSenders::aMailArrives()
{
    OtherServer server(kSmtp, {m_certificate.certificate(), m_certificate.key()});
    MailSettings settings = mailOf(server.port(), MailSecurity::StartTls);
    settings.caFile = m_certificate.certificate();
    QCOMPARE(reasonOf(CurlMailSender(settings).send(mailTo(QStringLiteral("ana@" "bank.example")))), QStringLiteral("sent"));
    QTRY_COMPARE(server.received().size(), 1);
    const QJsonObject mail = server.received().first();
    QVERIFY(mail.value(QLatin1String("tls")).toBool());
    QCOMPARE(mail.value(QLatin1String("to")).toArray().first().toString(), QStringLiteral("ana@" "bank.example"));
    QCOMPARE(mail.value(QLatin1String("from")).toString(), settings.from);
    const QString content = mail.value(QLatin1String("content")).toString();
    QVERIFY(content.contains(QLatin1String("Subject: New case assigned: T-1\r\n")));
    QVERIFY(content.contains(QLatin1String("Date: Tue, 24 Nov 2026 00:00:00 +0000\r\n")));
    QVERIFY(content.contains(QLatin1String("Message-ID: <0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1aff@" "bank.example>\r\n")));
    const QByteArray text = QByteArray::fromBase64(content.section(QStringLiteral("\r\n\r\n"), 1).toLatin1());
    QCOMPARE(QString::fromUtf8(text), QStringLiteral("Predmet je dodeljen: šđčćž."));
}

void TestSenders::startTlsIsRequired()
{
    const CurlMailSender sender(mailOf(m_smtp->port(), MailSecurity::StartTls)); // the server does not offer it
    const auto before = m_smtp->received().size();
    QCOMPARE(reasonOf(sender.send(mailTo(QStringLiteral("ana@" "bank.example")))), QStringLiteral("no_tls"));
    QCOMPARE(m_smtp->received().size(), before);
    const CurlMailSender plain(mailOf(m_smtp->port(), MailSecurity::None));
    QCOMPARE(reasonOf(plain.send(mailTo(QStringLiteral("ana@" "bank.example")))), QStringLiteral("sent"));
    QTRY_COMPARE(m_smtp->received().size(), before + 1); // and the one before has not come meanwhile
}

void TestSenders::aStrangersCertificateIsRefused()
{
    OtherServer server(kSmtp, {m_certificate.certificate(), m_certificate.key()});
    const CurlMailSender sender(mailOf(server.port(), MailSecurity::StartTls)); // trusts the system's authorities
    const auto sent = sender.send(mailTo(QStringLiteral("ana@" "bank.example")));
    QCOMPARE(reasonOf(sent), QStringLiteral("certificate_refused"));
    QCOMPARE(sent.error().code, ErrorCode::Unavailable);
}

void TestSenders::theServerMayAskWhoSends()
{
    OtherServer server(kSmtp, {m_certificate.certificate(), m_certificate.key(), QStringLiteral("countersign"), QStringLiteral("right")});
    MailSettings settings = mailOf(server.port(), MailSecurity::StartTls);
    settings.caFile = m_certificate.certificate();
    settings.user = QStringLiteral("countersign");
    settings.password = "wrong";
    QCOMPARE(reasonOf(CurlMailSender(settings).send(mailTo(QStringLiteral("ana@" "bank.example")))), QStringLiteral("login_refused"));
    settings.password = "right";
    QCOMPARE(reasonOf(CurlMailSender(settings).send(mailTo(QStringLiteral("ana@" "bank.example")))), QStringLiteral("sent"));
    QTRY_COMPARE(server.received().size(), 1);
    QVERIFY(server.received().first().value(QLatin1String("signed_in")).toBool());
}

void TestSenders::whatTheServerSaysIsTold_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("forGood");
    QTest::newRow("no such mailbox") << "refused@" "bank.example" << "mail_refused" << true;
    QTest::newRow("not wanted") << "refused-data@" "bank.example" << "mail_refused" << true;
    QTest::newRow("no address") << "not an address" << "bad_address" << true;
    QTest::newRow("slow") << "slow@" "bank.example" << "timeout" << false;
    QTest::newRow("drops") << "drop@" "bank.example" << "connection_lost" << false;
    QTest::newRow("later") << "later@" "bank.example" << "mail_put_off" << false;
    QTest::newRow("later, then") << "later@" "bank.example" << "sent" << false;
}

void TestSenders::whatTheServerSaysIsTold()
{
    QFETCH(QString, recipient);
    QFETCH(QString, reason);
    QFETCH(bool, forGood);
    const auto sent = CurlMailSender(mailOf(m_smtp->port(), MailSecurity::None)).send(mailTo(recipient));
    QCOMPARE(reasonOf(sent), reason);
    if (!sent)
        QCOMPARE(sent.error().code == ErrorCode::Invalid, forGood);
}

/// Whatever stands in subjects and addresses: the server sees the same headers each time, or no mail at all.
void TestSenders::nothingAddsAHeader()
{
    const QStringList pieces{QStringLiteral("\r\nBcc: all@" "bank.example"), QStringLiteral("\n"), QStringLiteral("\r"),
                             QStringLiteral("\r\n.\r\n"), QStringLiteral("\u2028To: x"), QStringLiteral("\u0085"), QString(QChar(0)),
                             QStringLiteral("=?UTF-8?B?DQpCY2M6IHg=?="), QStringLiteral("šđž"), QStringLiteral("{external_id}"),
                             QString(200, u'x'), QStringLiteral(" "), QStringLiteral("😀"), QStringLiteral("<a@b>"), QStringLiteral(",")};
    QRandomGenerator random(7);
    const CurlMailSender sender(mailOf(m_smtp->port(), MailSecurity::None));
    const QStringList expected{QStringLiteral("From"), QStringLiteral("To"), QStringLiteral("Subject"), QStringLiteral("Date"), QStringLiteral("Message-ID"),
                               QStringLiteral("Auto-Submitted"), QStringLiteral("MIME-Version"), QStringLiteral("Content-Type"),
                               QStringLiteral("Content-Transfer-Encoding")};
    int sent = 0;
    const auto before = m_smtp->received().size();
    for (int i = 0; i < 300; ++i) {
        QString subject = QStringLiteral("Case ");
        for (int part = random.bounded(5); part >= 0; --part)
            subject += pieces[random.bounded(pieces.size())];
        QString to = QStringLiteral("ana@" "bank.example");
        if (i % 3 == 0)
            to.insert(random.bounded(to.size() + 1), pieces[random.bounded(pieces.size())]);
        sent += sender.send(mailTo(to, subject)) ? 1 : 0;
        (void)m_smtp->received(); // it must not wait for a reader
    }
    QVERIFY(sent >= 200);
    QTRY_COMPARE(m_smtp->received().size(), before + sent);
    for (const QJsonObject &mail : m_smtp->received().mid(before)) {
        QCOMPARE(headersOf(mail).mid(0, expected.size()), expected);
        QCOMPARE(mail.value(QLatin1String("to")).toArray().size(), 1);
    }
}

void TestSenders::aMessageArrives()
{
    const auto before = m_receiver->received().size();
    const auto answer = open().post({receiver(QStringLiteral("/ok?for=us")), {"webhook-id: one", "webhook-timestamp: 2"}, "{\"a\":1}"});
    QCOMPARE(codeOf(answer), QStringLiteral("200"));
    QTRY_COMPARE(m_receiver->received().size(), before + 1);
    const QJsonObject request = m_receiver->received().last();
    QCOMPARE(request.value(QLatin1String("path")).toString(), QStringLiteral("/ok?for=us"));
    QCOMPARE(request.value(QLatin1String("body")).toString(), QStringLiteral("{\"a\":1}"));
    const QJsonObject headers = request.value(QLatin1String("headers")).toObject();
    QCOMPARE(headers.value(QLatin1String("webhook-id")).toString(), QStringLiteral("one"));
    QCOMPARE(headers.value(QLatin1String("content-type")).toString(), QStringLiteral("application/json"));
    QVERIFY(!headers.contains(QLatin1String("expect")));
}

void TestSenders::whateverIsAnsweredIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("told");
    QTest::newRow("a failure") << "/status/500" << "500";
    QTest::newRow("a redirection is not followed") << "/status/302" << "302";
    QTest::newRow("gone") << "/status/410" << "410";
    QTest::newRow("nothing") << "/drop" << "connection_lost";
    QTest::newRow("too late") << "/slow" << "timeout";
}

void TestSenders::whateverIsAnsweredIsTold()
{
    QFETCH(QString, path);
    QFETCH(QString, told);
    const auto before = m_receiver->received().size();
    QCOMPARE(codeOf(open().post({receiver(path), {}, "{}"})), told);
    QTRY_COMPARE(m_receiver->received().size(), before + 1);
}

void TestSenders::aLongAnswerIsNotRead()
{
    QElapsedTimer time;
    time.start();
    QCOMPARE(codeOf(open().post({receiver(QStringLiteral("/big")), {}, "{}"})), QStringLiteral("200"));
    QVERIFY(time.elapsed() < 1500);
}

void TestSenders::httpsIsCheckedAgainstTheAuthorities()
{
    OtherServer server(kReceiver, {m_certificate.certificate(), m_certificate.key()});
    const QString url = QStringLiteral("https://127.0.0.1:%1/ok").arg(server.port());
    QCOMPARE(codeOf(open().post({url, {}, "{}"})), QStringLiteral("200"));
    const CurlWebhookSender stranger({false, {*parseNetwork(QStringLiteral("127.0.0.1"))}, {}, 2s});
    QCOMPARE(codeOf(stranger.post({url, {}, "{}"})), QStringLiteral("certificate_refused"));
    QTRY_COMPARE(server.received().size(), 1);
}

void TestSenders::httpNeedsAPermit()
{
    const auto before = m_receiver->received().size();
    const CurlWebhookSender sender({false, {*parseNetwork(QStringLiteral("127.0.0.1"))}, {}, 2s});
    QVERIFY(!sender.post({receiver(QStringLiteral("/ok")), {}, "{}"}));
    QCOMPARE(codeOf(open().post({receiver(QStringLiteral("/ok")), {}, "{}"})), QStringLiteral("200"));
    QTRY_COMPARE(m_receiver->received().size(), before + 1);
}

void TestSenders::closedAddressesAreNeverReached_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host :
         {"127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
          "0.0.0.0", "0", "localhost", "LOCALHOST", "10.0.0.1", "10.255.255.255", "167772161", "172.16.0.1", "172.31.255.255",
          "192.168.0.1", "192.168.1.254", "3232235521", "100." "64.0.1", "100." "127.255.255", "100." "100.100.200", "169.254.169.254",
          "169.254.170.2", "2852039166", "0xa9fea9fe", "168." "63.129.16", "192." "0.0.192", "192.0.2.1", "192." "88.99.1", "198." "18.0.1",
          "198.51.100.7", "203.0.113.9", "224." "0.0.1", "239." "255.255.255", "240." "0.0.1", "255.255.255.255", "[::1]", "[::]",
          "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
          "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[2002:7f00:1::]",
          "[2001:0:7f00:1::]", "[2001:db8::1]", "[3fff::1]", "[100::1]"})
        QTest::newRow(host) << host;
}

void TestSenders::closedAddressesAreNeverReached()
{
    QFETCH(QString, host);
    QTcpServer ipv4;
    QTcpServer ipv6;
    QVERIFY(ipv4.listen(QHostAddress::LocalHost));
    (void)ipv6.listen(QHostAddress::LocalHostIPv6, ipv4.serverPort()); // where there is IPv6
    QSignalSpy reached4(&ipv4, &QTcpServer::newConnection);
    QSignalSpy reached6(&ipv6, &QTcpServer::newConnection);
    const CurlWebhookSender sender({true, {}, {}, 2s});
    const auto answer = sender.post({QStringLiteral("http://%1:%2/").arg(host).arg(ipv4.serverPort()), {}, "{}"});
    QVERIFY(!answer);
    if (!host.startsWith(u'['))
        QCOMPARE(answer.error().reason, QStringLiteral("address_refused"));
    QCoreApplication::processEvents();
    QVERIFY(!ipv4.waitForNewConnection(0) && !ipv6.waitForNewConnection(0));
    QVERIFY(reached4.isEmpty() && reached6.isEmpty());
}

QTEST_GUILESS_MAIN(TestSenders)
#include "tst_senders.moc"
