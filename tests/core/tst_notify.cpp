// Rules of telling: where notices go, what mails say, how messages are signed, what may be reached, what leaves the house.
#include "core/notify/Mail.h"
#include "core/notify/MailTexts.h"
#include "core/notify/NoticeRules.h"
#include "core/notify/PublicAddress.h"
#include "core/notify/WebhookEvents.h"
#include "core/notify/WebhookRules.h"
#include "core/notify/WebhookSignature.h"

#include <QJsonDocument>
#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNow = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24));
const QUuid kApplication(QStringLiteral("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1aff"));

MaskedEntry entry(const char *action, const QJsonObject &before, const QJsonObject &after)
{
    return masked(AuditEntry{"application", kApplication, action, before, after});
}

QJsonObject status(const char *text)
{
    return {{QStringLiteral("status"), QLatin1String(text)}};
}

QStringList eventsOf(const MaskedEntry &record)
{
    QStringList events;
    for (const WebhookMessage &message : webhookMessagesOf(record))
        events.append(toText(message.event));
    return events;
}

} // namespace

class TestNotify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMailIsWrittenInEveryLanguage()
    {
        const MailFacts facts{QStringLiteral("APP-7"), QStringLiteral("Banka")};
        QSet<QString> subjects;
        for (const auto &[language, text] : enumTexts<MailLanguage>) {
            for (const auto &[kind, name] : enumTexts<NoticeKind>) {
                const MailText mail = mailTextOf(kind, language, facts);
                QVERIFY2(!mail.subject.contains(u'{') && !mail.text.contains(u'{') && mail.text.size() > 20, name);
                QCOMPARE(mail.subject.contains(facts.externalId), kind != NoticeKind::WebhookDisabled);
                subjects.insert(mail.subject);
            }
            for (const auto &[kind, name] : enumTexts<ApplicantMail>) {
                const MailText mail = mailTextOf(kind, language, facts);
                QVERIFY2(mail.text.contains(facts.bank) && mail.text.contains(facts.externalId), name);
                subjects.insert(mail.subject);
            }
        }
        QCOMPARE(subjects.size(), qsizetype(2 * (enumTexts<NoticeKind>.size() + enumTexts<ApplicantMail>.size())));
    }
    void thePlansWordsAreUsed()
    {
        const MailFacts facts{QStringLiteral("APP-7"), {}};
        QCOMPARE(mailTextOf(NoticeKind::CaseAssigned, MailLanguage::English, facts).subject, QStringLiteral("New case assigned: APP-7"));
        QCOMPARE(mailTextOf(NoticeKind::SlaWarning, MailLanguage::English, facts).subject, QStringLiteral("SLA approaching for APP-7"));
        QVERIFY(mailTextOf(NoticeKind::DecisionRequired, MailLanguage::English, facts).subject.startsWith(QLatin1String("Override pending approval")));
    }
    void valuesAreNoTemplates()
    {
        QCOMPARE(filled(QStringLiteral("{external_id} of {bank}, {else}"), {QStringLiteral("{bank}"), QStringLiteral("{external_id}")}),
                 QStringLiteral("{bank} of {external_id}, {else}"));
    }
    void theLanguageFollowsTheLocale()
    {
        QCOMPARE(mailLanguageOf(QStringLiteral("sr-Latn-RS")), MailLanguage::Serbian);
        QCOMPARE(mailLanguageOf(QStringLiteral("sr")), MailLanguage::Serbian);
        QCOMPARE(mailLanguageOf(QStringLiteral("de-AT")), MailLanguage::English);
        QCOMPARE(mailLanguageOf(QString()), MailLanguage::English);
    }

    void addressesAreToldFromOtherTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAddress");
        QTest::newRow("usual") << "ana.petrovic+x@" "mail.bank.example" << true;
        for (const char *text : {"", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nBcc: x", "a@b\n", "<a@b>", "a@b,c@d", "a;@b", "\"a\"@b", "a@[10.0.0.1]", "-a@b", "a\t@b"})
            QTest::newRow(text) << text << false;
        QTest::newRow("beyond ASCII") << QStringLiteral("ša@b") << false;
        QTest::newRow("too long") << QString(250, u'a') + QStringLiteral("@bank") << false;
    }
    void addressesAreToldFromOtherTexts()
    {
        QFETCH(QString, text);
        QFETCH(bool, isAddress);
        QCOMPARE(isMailAddress(text), isAddress);
    }
    void longSubjectsAreWrittenInWords()
    {
        const QString subject = QStringLiteral("Dodeljen vam je predmet ").repeated(6) + QStringLiteral("čćđšž 😀");
        const auto bytes = mailBytes({QStringLiteral("a@b"), subject, QStringLiteral("x"), QStringLiteral("1"), kNow}, QStringLiteral("c@d"));
        QVERIFY(bytes);
        QByteArray decoded;
        const QByteArray header = bytes->mid(bytes->indexOf("Subject: ") + 9);
        for (const QByteArray &word : header.left(header.indexOf("\r\nDate")).replace("\r\n", "").split(' ')) {
            QVERIFY(word.size() <= 75 && word.startsWith("=?UTF-8?B?") && word.endsWith("?="));
            decoded += QByteArray::fromBase64(word.mid(10, word.size() - 12));
        }
        QCOMPARE(QString::fromUtf8(decoded), subject);
        for (const QByteArray &line : bytes->split('\n'))
            QVERIFY(line.size() <= 99 && line.count('\r') <= 1);
    }

    void signaturesAreThoseOfStandardWebhooks()
    {
        const SignedMessage message{"msg_p5jXN8AQM9LWM0D4loKWxJek", Instant(1614265330s), "{\"test\": 2432232314}"};
        const QByteArray secret = QByteArray::fromBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        QCOMPARE(webhookSignature(secret, message), QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        QCOMPARE(webhookSecretText(secret), QByteArray("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        QCOMPARE(webhookSignatures({secret, "other"}, message), webhookSignature(secret, message) + ' ' + webhookSignature("other", message));
        QCOMPARE(webhookTimestamp(kNow + 900ms), webhookTimestamp(kNow));
    }

    void edgesOfNetworksAreExact_data()
    {
        QTest::addColumn<QByteArray>("address"); // IPv4 in hexadecimal
        QTest::addColumn<bool>("isPublic");
        for (const auto &[text, open] : std::initializer_list<std::pair<const char *, bool>>{
                 {"00ffffff", false}, {"01000000", true},  {"09ffffff", true},  {"0a000000", false}, {"0affffff", false}, {"0b000000", true},
                 {"643fffff", true},  {"64400000", false}, {"647fffff", false}, {"64800000", true},  {"7effffff", true},  {"7f000000", false},
                 {"80000000", true},  {"a83f8110", false}, {"a83f8111", true},  {"a9fdffff", true},  {"a9fe0000", false}, {"a9ff0000", true},
                 {"ac0fffff", true},  {"ac100000", false}, {"ac1fffff", false}, {"ac200000", true},  {"c0000100", true},  {"c0a7ffff", true},
                 {"c0a80000", false}, {"c0a90000", true},  {"c611ffff", true},  {"c6120000", false}, {"c613ffff", false}, {"c6140000", true},
                 {"dfffffff", true},  {"e0000000", false}, {"ffffffff", false}, {"08080808", true}})
            QTest::newRow(text) << QByteArray(text) << open;
    }
    void edgesOfNetworksAreExact()
    {
        QFETCH(QByteArray, address);
        QFETCH(bool, isPublic);
        const QByteArray bytes = QByteArray::fromHex(address);
        const AddressBytes mapped = mappedAddress(std::span<const std::uint8_t, 4>(reinterpret_cast<const std::uint8_t *>(bytes.constData()), 4));
        QCOMPARE(isPublicAddress(mapped), isPublic);
        AddressBytes nat64{0x00, 0x64, 0xff, 0x9b};
        std::copy(bytes.begin(), bytes.end(), nat64.begin() + 12);
        QCOMPARE(isPublicAddress(nat64), isPublic);
        AddressBytes compatible{}; // ::a.b.c.d
        std::copy(bytes.begin(), bytes.end(), compatible.begin() + 12);
        QVERIFY(!isPublicAddress(compatible));
        const Network own{mapped, 128};
        QVERIFY(mayConnectTo(mapped, std::span(&own, 1)));
    }

    void addressesOfReceiversAreChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("codes");
        QTest::newRow("good") << "https://hooks.bank.example:8443/in?key=1" << "";
        QTest::newRow("http") << "http://hooks.bank.example/" << "must_be_https";
        QTest::newRow("another protocol") << "gopher://hooks.bank.example/" << "must_be_https";
        QTest::newRow("a file") << "file:///etc/passwd" << "not_a_url";
        QTest::newRow("nothing") << "hooks" << "not_a_url";
        QTest::newRow("a password") << "https://u:p@" "bank.example/" << "has_credentials";
        QTest::newRow("a fragment") << "https://bank.example/#a" << "has_fragment";
        QTest::newRow("a line break") << "https://bank.example/\r\nX: 1" << "not_a_url";
        QTest::newRow("port 0") << "https://bank.example:0/" << "not_a_url";
    }
    void addressesOfReceiversAreChecked()
    {
        QFETCH(QString, url);
        QFETCH(QString, codes);
        QStringList found;
        for (const FieldError &fault : webhookUrlFaults(url, false))
            found.append(fault.code);
        QCOMPARE(found.join(u' '), codes);
        QVERIFY(webhookUrlFaults(QStringLiteral("http://bank.example/"), true).isEmpty());
    }
    void aReceiverIsGivenUpAfterADay()
    {
        QVERIFY(!isGivenUp({9, kNow - 100h}, kNow));
        QVERIFY(!isGivenUp({10, kNow - 24h + 1us}, kNow));
        QVERIFY(isGivenUp({10, kNow - 24h}, kNow));
        QVERIFY(!isGivenUp({}, kNow));
    }

    void eventsFollowTheRecord()
    {
        const QJsonObject scored{{QStringLiteral("status"), QStringLiteral("review")}, {QStringLiteral("route"), QStringLiteral("human_review")}, {QStringLiteral("score"), 600}};
        QCOMPARE(eventsOf(entry("scored", status("pending"), scored)), (QStringList{QStringLiteral("scoring_completed"), QStringLiteral("application_status_changed")}));
        QCOMPARE(eventsOf(entry("scored", status("pending"), status("approved"))),
                 (QStringList{QStringLiteral("scoring_completed"), QStringLiteral("decision_created"), QStringLiteral("application_status_changed")}));
        QCOMPARE(eventsOf(entry("override_approved", status("pending_approval"), status("declined"))),
                 (QStringList{QStringLiteral("override_decided"), QStringLiteral("application_status_changed")}));
        QCOMPARE(eventsOf(entry("sla_breached", {}, {})), QStringList{QStringLiteral("sla_breached")});
        QCOMPARE(eventsOf(entry("received", {}, status("pending"))), QStringList());
        QCOMPARE(eventsOf(entry("assigned", status("review"), status("review"))), QStringList());
        QCOMPARE(eventsOf(masked(AuditEntry{"user", kApplication, "scored", status("pending"), status("approved")})), QStringList());
    }
    void onlyIdsAndOutcomesLeave()
    {
        QJsonObject after = status("approved");
        after.insert(QStringLiteral("applicant_data"), QJsonObject{{QStringLiteral("personal"), QJsonObject{{QStringLiteral("first_name"), QStringLiteral("Ana")}}}});
        after.insert(QStringLiteral("amount"), 600'000);
        after.insert(QStringLiteral("reason"), QStringLiteral("Ana"));
        after.insert(QStringLiteral("decision_id"), kApplication.toString(QUuid::WithoutBraces));
        const QByteArray body = webhookBody(webhookMessagesOf(entry("decided", status("review"), after)).first(), kNow);
        QCOMPARE(body, QByteArray("{\"data\":{\"application_id\":\"0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1aff\",\"decision_id\":\"0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1aff\","
                                  "\"previous_status\":\"review\",\"status\":\"approved\"},\"timestamp\":\"2026-11-24T00:00:00.000000Z\",\"type\":\"decision_created\"}"));
    }
    void applicantsHearOfDecisionsAndDocuments()
    {
        QCOMPARE(applicantMailOf(entry("decided", status("review"), status("declined"))), ApplicantMail::DecisionMade);
        QCOMPARE(applicantMailOf(entry("scored", status("pending"), status("approved"))), ApplicantMail::DecisionMade);
        QCOMPARE(applicantMailOf(entry("documents", status("review"), status("awaiting_documents"))), ApplicantMail::DocumentsRequested);
        QVERIFY(!applicantMailOf(entry("decided", status("review"), status("pending_approval"))));
        QVERIFY(!applicantMailOf(entry("viewed", {}, {})));
    }
};

QTEST_GUILESS_MAIN(TestNotify)
#include "tst_notify.moc"
