// Notices from the transaction that makes them to the person who reads them: in the workbench, by mail, as chosen.
#include "tests/server/service/OverrideFixture.h"

#include "server/jobs/JobWorkers.h"
#include "server/notify/CurlMailSender.h"
#include "server/service/MailDelivery.h"
#include "server/service/NoticeService.h"
#include "server/service/Purge.h"
#include "server/service/SlaService.h"
#include "tests/support/OtherServer.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void plan_2_4_3_notificationsSentCorrectly();
    void plan_2_4_3_failuresTracked();
    void aMailThatIsPutOffComesLater();
    void aMailThatWasRecordedIsNotSentAgain();
    void whatIsNotWantedIsNotSent();
    void theLanguageIsTheReadersOwnOrTheBanks();
    void withoutAMailServerNothingWaits();
    void whatIsRolledBackTellsNobody();
    void aSecondSignatureIsAskedFor();
    void noticesAreListedPagedAndRead();
    void nobodyReadsForOthers();
    void preferencesAreKept();
    void applicantsAreToldWhereTheBankSaysSo();
    void anErasedApplicantIsNotTold();
    void whatALaterVersionWroteIsPassedOver();
    void oldNoticesGo();

private:
    /// Gives the analyst a case; answers its external id.
    QString assign(const Actor &to);
    void deliverAll();
    QJsonObject mailAt(int index) { return m_server->received()[m_before + index]; }
    int mails() { return int(m_server->received().size() - m_before); }
    api::NoticeInfo latest(const Actor &who) { return NoticeService(m_bank->context).list(who, {})->items.first(); }
    static QString textOf(const QJsonObject &mail)
    {
        return QString::fromUtf8(QByteArray::fromBase64(mail.value(QLatin1String("content")).toString().section(QStringLiteral("\r\n\r\n"), 1).toLatin1()));
    }

    std::unique_ptr<OverrideFixture> m_bank;
    std::unique_ptr<OtherServer> m_server;
    std::unique_ptr<CurlMailSender> m_sender;
    std::unique_ptr<MailDelivery> m_delivery;
    JobTable m_table;
    qsizetype m_before = 0;
};

void TestNotices::initTestCase()
{
    m_bank = std::make_unique<OverrideFixture>();
    m_server = std::make_unique<OtherServer>(QStringLiteral("smtp_server.py"));
    MailSettings settings;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = m_server->port();
    settings.security = MailSecurity::None;
    settings.from = QStringLiteral("countersign@" "bank.example");
    m_sender = std::make_unique<CurlMailSender>(settings);
    m_delivery = std::make_unique<MailDelivery>(m_bank->context, *m_sender);
    m_table.bind(kMailNotice, [this](const JobRun &job) { return m_delivery->mailNotice(job); });
    m_table.bind(kMailApplicant, [this](const JobRun &job) { return m_delivery->mailApplicant(job); });
}

void TestNotices::cleanupTestCase()
{
    m_delivery.reset();
    m_server.reset();
    m_bank.reset();
}

void TestNotices::init()
{
    m_bank->emptyQueue();
    m_bank->sql.run(QStringLiteral("TRUNCATE jobs, notifications, notification_preferences, applicant_mails"));
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{}', locale = 'en'"));
    m_bank->clock.set(*instantFromIso(u"2026-11-24T10:00:00Z"));
    m_bank->context.sendsMail = true;
    m_before = m_server->received().size();
}

QString TestNotices::assign(const Actor &to)
{
    const ApplicationId application = m_bank->route(600);
    const auto given = QueueService(m_bank->context).assign(m_bank->senior, m_bank->entryOf(application), {to.user}, {});
    if (!given)
        qFatal("%s", qPrintable(given.error().detail));
    return given->externalId;
}

void TestNotices::deliverAll()
{
    JobWorkers workers(m_bank->context, m_table, {JobQueue::Notifications, QStringLiteral("here"), 1, 4, 20ms, 30'000ms});
    workers.start();
    QTRY_COMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE queue = 'notifications' AND (state = 'running' OR (state = 'ready' AND run_at <= '%1'))")
                                       .arg(toIso(m_bank->clock.now()))).toInt(), 0);
    workers.stop();
}

void TestNotices::plan_2_4_3_notificationsSentCorrectly()
{
    const QString externalId = assign(m_bank->analyst);
    api::NoticeInfo notice = latest(m_bank->analyst);
    QCOMPARE(notice.kind, NoticeKind::CaseAssigned);
    QCOMPARE(notice.externalId, externalId);
    QCOMPARE(notice.channels, (QList<NoticeChannel>{NoticeChannel::InApp, NoticeChannel::Email}));
    QCOMPARE(notice.deliveredChannels, QList<NoticeChannel>{NoticeChannel::InApp});
    deliverAll();
    QTRY_COMPARE(mails(), 1);
    const QJsonObject mail = mailAt(0);
    QCOMPARE(mail.value(QLatin1String("to")).toArray().first().toString(), QStringLiteral("analyst@" "alpha.example"));
    QVERIFY(mail.value(QLatin1String("content")).toString().contains(QStringLiteral("Subject: New case assigned: %1\r\n").arg(externalId)));
    for (const char *personal : {"Živka", "Đorđević", "150398571", "zivka@"})
        QVERIFY(!textOf(mail).contains(QString::fromUtf8(personal)) && !mail.value(QLatin1String("content")).toString().contains(QString::fromUtf8(personal)));
    notice = latest(m_bank->analyst);
    QCOMPARE(notice.deliveredChannels, notice.channels);
    QVERIFY(notice.failures.isEmpty());
    QVERIFY(m_bank->metrics.toText().contains("countersign_deliveries_total{channel=\"email\",result=\"sent\"} 1"));
}

void TestNotices::plan_2_4_3_failuresTracked()
{
    const Actor refused = m_bank->makePerson(QStringLiteral("refused@" "alpha.example"), Role::Analyst);
    assign(refused);
    deliverAll();
    const api::NoticeInfo notice = latest(refused);
    QCOMPARE(notice.deliveredChannels, QList<NoticeChannel>{NoticeChannel::InApp});
    QCOMPARE(notice.failures.size(), 1);
    QCOMPARE(notice.failures.first().channel, NoticeChannel::Email);
    QCOMPARE(notice.failures.first().reason, QStringLiteral("mail_refused"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE queue = 'notifications'")).toInt(), 0); // for good
    QVERIFY(m_bank->metrics.toText().contains("countersign_deliveries_total{channel=\"email\",result=\"failed\"}"));
}

void TestNotices::aMailThatIsPutOffComesLater()
{
    const Actor later = m_bank->makePerson(QStringLiteral("later@" "alpha.example"), Role::Analyst);
    assign(later);
    deliverAll();
    QCOMPARE(latest(later).failures.value(0).reason, QStringLiteral("mail_put_off"));
    QCOMPARE(mails(), 0);
    m_bank->clock.advance(67s);
    deliverAll();
    QTRY_COMPARE(mails(), 1);
    QVERIFY(latest(later).failures.isEmpty());
    QVERIFY(latest(later).deliveredChannels.contains(NoticeChannel::Email));
}

/// As after a crash behind the record: the job comes back and finds nothing to do.
void TestNotices::aMailThatWasRecordedIsNotSentAgain()
{
    assign(m_bank->analyst);
    const QString job = m_bank->sql.value(QStringLiteral("SELECT payload ->> 'notification_id' FROM jobs WHERE kind = 'mail_notice'")).toString();
    const JobRun run{JobId::make(m_bank->clock.now()), m_bank->alpha, QStringLiteral("mail_notice"), {{QStringLiteral("notification_id"), job}}, 1, 4};
    QVERIFY(m_delivery->mailNotice(run));
    QVERIFY(m_delivery->mailNotice(run));
    QTRY_COMPARE(mails(), 1);
    // A process that ended before the record sends the same mail again, and the mail says so.
    m_bank->sql.run(QStringLiteral("UPDATE notifications SET delivered_channels = '{in_app}'"));
    QVERIFY(m_delivery->mailNotice(run));
    QTRY_COMPARE(mails(), 2);
    const auto idOf = [](const QJsonObject &mail) { return mail.value(QLatin1String("content")).toString().section(QStringLiteral("Message-ID: "), 1).section(u'\r', 0, 0); };
    QCOMPARE(idOf(mailAt(1)), idOf(mailAt(0)));
    QVERIFY(idOf(mailAt(0)).contains(job));
}

void TestNotices::whatIsNotWantedIsNotSent()
{
    const NoticeService notices(m_bank->context);
    QVERIFY(notices.setPreferences(m_bank->analyst, {{}, {{NoticeKind::CaseAssigned, true, false}}}));
    assign(m_bank->analyst);
    QCOMPARE(latest(m_bank->analyst).channels, QList<NoticeChannel>{NoticeChannel::InApp});
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE kind = 'mail_notice'")).toInt(), 0);
    QVERIFY(notices.setPreferences(m_bank->analyst, {{}, {{NoticeKind::CaseAssigned, false, true}}}));
    assign(m_bank->analyst);
    QCOMPARE(notices.list(m_bank->analyst, {})->total, 1); // the second came by mail alone
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE kind = 'mail_notice'")).toInt(), 1);
    QVERIFY(notices.setPreferences(m_bank->analyst, {{}, {{NoticeKind::CaseAssigned, false, false}}}));
    assign(m_bank->analyst);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications")).toInt(), 2);
}

void TestNotices::theLanguageIsTheReadersOwnOrTheBanks()
{
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET locale = 'sr-Latn-RS'"));
    const QString first = assign(m_bank->analyst);
    QVERIFY(NoticeService(m_bank->context).setPreferences(m_bank->otherAnalyst, {MailLanguage::English, {}}));
    m_bank->clock.advance(1s);
    const QString second = assign(m_bank->otherAnalyst);
    deliverAll();
    QTRY_COMPARE(mails(), 2);
    QVERIFY(textOf(mailAt(0)).contains(QStringLiteral("Dodeljen vam je predmet %1").arg(first)));
    QVERIFY(textOf(mailAt(1)).contains(QStringLiteral("The case %1 was assigned to you").arg(second)));
}

void TestNotices::withoutAMailServerNothingWaits()
{
    m_bank->context.sendsMail = false;
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"notifies_applicants\": true}'"));
    assign(m_bank->analyst);
    m_bank->route(950);
    QCOMPARE(latest(m_bank->analyst).channels, QList<NoticeChannel>{NoticeChannel::InApp});
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE queue = 'notifications'")).toInt(), 0);
    QVERIFY(!NoticeService(m_bank->context).preferences(m_bank->analyst)->sendsMail);
}

void TestNotices::whatIsRolledBackTellsNobody()
{
    const auto failed = UnitOfWork::run<bool>(m_bank->context, m_bank->senior, [&](UnitOfWork &unit) -> Result<bool> {
        unit.notify({NoticeKind::CaseAssigned, "application", QUuid::createUuid(), {*m_bank->analyst.user}});
        return Error{ErrorCode::Conflict, QStringLiteral("changed_mind"), {}, {}};
    });
    QVERIFY(!failed);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT (SELECT count(*) FROM notifications) + (SELECT count(*) FROM jobs)")).toInt(), 0);
}

void TestNotices::aSecondSignatureIsAskedFor()
{
    m_bank->waitingCase(m_bank->analyst);
    QCOMPARE(latest(m_bank->senior).kind, NoticeKind::DecisionRequired);
    QCOMPARE(latest(m_bank->admin).kind, NoticeKind::DecisionRequired);
    m_bank->sql.run(QStringLiteral("TRUNCATE notifications"));
    m_bank->waitingCase(m_bank->senior);
    QCOMPARE(NoticeService(m_bank->context).list(m_bank->senior, {})->total, 0); // nobody signs for himself
}

void TestNotices::noticesAreListedPagedAndRead()
{
    const NoticeService notices(m_bank->context);
    for (int i = 0; i < 5; ++i) {
        m_bank->clock.advance(1s);
        assign(m_bank->analyst);
    }
    api::NoticeQuery query;
    query.pageSize = 2;
    QList<NoticeId> seen;
    do {
        const auto page = notices.list(m_bank->analyst, query);
        QVERIFY(page);
        QCOMPARE(page->unread, 5);
        for (const api::NoticeInfo &notice : page->items)
            seen.append(notice.id);
        query.cursor = page->nextCursor;
    } while (query.cursor);
    QCOMPARE(seen.size(), 5);
    QCOMPARE(QSet<NoticeId>(seen.begin(), seen.end()).size(), 5);
    QVERIFY(notices.read(m_bank->analyst, seen.last()));
    QVERIFY(notices.read(m_bank->analyst, seen.last()));
    api::NoticeQuery unread;
    unread.unread = true;
    QCOMPARE(notices.list(m_bank->analyst, unread)->total, 4);
    unread.unread = false;
    QCOMPARE(notices.list(m_bank->analyst, unread)->items.first().id, seen.last());
    // What came after what was seen stays unread.
    QCOMPARE(notices.readAll(m_bank->analyst, {m_bank->clock.now() - 1s})->marked, 3);
    QCOMPARE(notices.list(m_bank->analyst, {})->unread, 1);
    QCOMPARE(notices.readAll(m_bank->analyst, {})->marked, 1);
    QCOMPARE(notices.list(m_bank->analyst, {})->unread, 0);
    query.cursor = QStringLiteral("nonsense");
    QCOMPARE(notices.list(m_bank->analyst, query).error().reason, QStringLiteral("bad_cursor"));
}

void TestNotices::nobodyReadsForOthers()
{
    const NoticeService notices(m_bank->context);
    assign(m_bank->analyst);
    const NoticeId id = latest(m_bank->analyst).id;
    for (const Actor &other : {m_bank->otherAnalyst, m_bank->admin, m_bank->betaAnalyst}) {
        QCOMPARE(notices.read(other, id).error().code, ErrorCode::NotFound);
        QCOMPARE(notices.readAll(other, {})->marked, 0);
        QCOMPARE(notices.list(other, {})->total, 0);
    }
    QCOMPARE(notices.list(m_bank->analyst, {})->unread, 1);
    QCOMPARE(notices.list(Actor::system(m_bank->alpha), {}).error().code, ErrorCode::Forbidden);
}

void TestNotices::preferencesAreKept()
{
    const NoticeService notices(m_bank->context);
    const auto usual = notices.preferences(m_bank->analyst);
    QCOMPARE(usual->kinds.size(), qsizetype(enumTexts<NoticeKind>.size()));
    for (const api::NoticeChoice &choice : usual->kinds)
        QVERIFY(choice.inApp && choice.email == goesByMail(choice.kind));
    const auto set = notices.setPreferences(m_bank->analyst, {MailLanguage::Serbian, {{NoticeKind::SlaBreach, true, false}, {NoticeKind::HelpRequested, false, true}}});
    QVERIFY(set);
    QCOMPARE(set->language, MailLanguage::Serbian);
    QVERIFY(!set->kinds[int(NoticeKind::SlaBreach)].email && set->kinds[int(NoticeKind::HelpRequested)].email);
    QVERIFY(set->kinds[int(NoticeKind::SlaWarning)].email);
    QVERIFY(notices.preferences(m_bank->otherAnalyst)->kinds[int(NoticeKind::SlaBreach)].email);
    QVERIFY(notices.setPreferences(m_bank->analyst, {}));
    QVERIFY(!notices.preferences(m_bank->analyst)->language);
    const auto twice = notices.setPreferences(m_bank->analyst, {{}, {{NoticeKind::SlaBreach, true, true}, {NoticeKind::SlaBreach, true, false}}});
    QCOMPARE(twice.error().fields.value(0).path, QStringLiteral("kinds[1].kind"));
}

void TestNotices::applicantsAreToldWhereTheBankSaysSo()
{
    m_bank->route(950);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM applicant_mails")).toInt(), 0);
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"notifies_applicants\": true}', locale = 'sr' WHERE slug = 'alpha'"));
    m_bank->route(950);          // approved by the policy
    m_bank->route(600);          // goes to a person: nothing to tell
    deliverAll();
    QTRY_COMPARE(mails(), 1);
    QCOMPARE(mailAt(0).value(QLatin1String("to")).toArray().first().toString(), QStringLiteral("zivka@" "mail.example"));
    QVERIFY(textOf(mailAt(0)).contains(QStringLiteral("je doneta odluka")));
    QVERIFY(!textOf(mailAt(0)).contains(QStringLiteral("odobren")));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM applicant_mails WHERE sent_at IS NOT NULL AND failure IS NULL")).toInt(), 1);
}

void TestNotices::anErasedApplicantIsNotTold()
{
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"notifies_applicants\": true}'"));
    m_bank->route(950);
    m_bank->sql.run(QStringLiteral("UPDATE persons SET national_id_hash = NULL, wrapped_key = NULL, key_number = NULL, erased_at = now()"));
    deliverAll();
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT failure FROM applicant_mails")).toString(), QStringLiteral("no_address"));
    QCOMPARE(mails(), 0);
}

/// While daemons are exchanged one by one, an old one meets kinds that it does not know.
void TestNotices::whatALaterVersionWroteIsPassedOver()
{
    assign(m_bank->analyst);
    m_bank->sql.run(QStringLiteral("UPDATE notifications SET kind = 'of_the_future'"));
    const auto page = NoticeService(m_bank->context).list(m_bank->analyst, {});
    QVERIFY(page && page->items.isEmpty() && page->total == 0 && page->unread == 0);
    deliverAll();
    QCOMPARE(mails(), 0);
}

void TestNotices::oldNoticesGo()
{
    assign(m_bank->analyst);
    assign(m_bank->analyst);
    QVERIFY(NoticeService(m_bank->context).read(m_bank->analyst, latest(m_bank->analyst).id));
    QCOMPARE(*purgeNotices(m_bank->context), 0);
    m_bank->clock.advance(31 * 24h);
    QCOMPARE(*purgeNotices(m_bank->context), 1); // the one that was read
    m_bank->clock.advance(60 * 24h);
    QCOMPARE(*purgeNotices(m_bank->context), 1);
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
