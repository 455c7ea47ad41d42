// Mail server and webhooks in the configuration: what is wrong stops the start, each fault with its key.
#include "app/daemon/DaemonSettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class TestNotifySettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAServerNoMailIsSent();
    void everythingIsTakenOver();
    void wrongSettingsAreNamed_data();
    void wrongSettingsAreNamed();

private:
    Result<DaemonSettings> settingsOf(const QStringList &flags) const
    {
        const auto settings = Settings::load({{}, {}, QStringList{QStringLiteral("database.private_dir=") + m_folder.path()} + flags});
        return settings ? DaemonSettings::from(*settings) : settings.error();
    }

    QTemporaryDir m_folder;
};

void TestNotifySettings::withoutAServerNoMailIsSent()
{
    const auto settings = settingsOf({});
    QVERIFY(settings);
    QVERIFY(!settings->notify.mail);
    QVERIFY(!settings->notify.webhooks.allowsHttp && settings->notify.webhooks.allowed.isEmpty());
}

void TestNotifySettings::everythingIsTakenOver()
{
    QFile password(m_folder.filePath(QStringLiteral("password")));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write("secret\n");
    password.close();
    const auto settings = settingsOf({QStringLiteral("mail.host=mail.bank.example"), QStringLiteral("mail.from=countersign@" "bank.example"),
                                      QStringLiteral("mail.security=tls"), QStringLiteral("mail.port=465"), QStringLiteral("mail.user=cs"),
                                      QStringLiteral("mail.password_file=") + password.fileName(), QStringLiteral("webhooks.allow_http=true"),
                                      QStringLiteral("webhooks.allowed_networks=10.20.0.0/16, fd00::/8")});
    QVERIFY(settings);
    const MailSettings &mail = *settings->notify.mail;
    QCOMPARE(mail.port, 465);
    QCOMPARE(mail.security, MailSecurity::Tls);
    QCOMPARE(mail.password, QByteArray("secret"));
    QVERIFY(settings->notify.webhooks.allowsHttp);
    QCOMPARE(settings->notify.webhooks.allowed.size(), 2);
    QCOMPARE(settings->notify.webhooks.allowed.first().prefix, 96 + 16);
}

void TestNotifySettings::wrongSettingsAreNamed_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("key");
    const QString host = QStringLiteral("mail.host=mail.bank.example");
    const QString from = QStringLiteral("mail.from=countersign@" "bank.example");
    QTest::newRow("no sender") << QStringList{host} << "mail.from";
    QTest::newRow("a sender of two lines") << QStringList{host, QStringLiteral("mail.from=a@b\nBcc: c@d")} << "mail.from";
    QTest::newRow("unknown security") << QStringList{host, from, QStringLiteral("mail.security=some")} << "mail.security";
    QTest::newRow("a user without a password") << QStringList{host, from, QStringLiteral("mail.user=cs")} << "mail.user";
    QTest::newRow("no file of the password") << QStringList{host, from, QStringLiteral("mail.user=cs"), QStringLiteral("mail.password_file=/nowhere")} << "mail.password_file";
    QTest::newRow("a readable password") << QStringList{host, from, QStringLiteral("mail.user=cs"), QStringLiteral("mail.password_file=/dev/null"), QStringLiteral("mail.security=none")}
                                         << "mail.security";
    QTest::newRow("no certificates") << QStringList{host, from, QStringLiteral("mail.ca_file=/nowhere")} << "mail.ca_file";
    QTest::newRow("no network") << QStringList{QStringLiteral("webhooks.allowed_networks=10.0.0.0/33")} << "webhooks.allowed_networks";
    QTest::newRow("a name is no network") << QStringList{QStringLiteral("webhooks.allowed_networks=intranet")} << "webhooks.allowed_networks";
    QTest::newRow("no time") << QStringList{QStringLiteral("webhooks.timeout_seconds=0")} << "webhooks.timeout_seconds";
}

void TestNotifySettings::wrongSettingsAreNamed()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, key);
    const auto settings = settingsOf(flags);
    QVERIFY(!settings);
    QCOMPARE(settings.error().fields.size(), 1);
    QCOMPARE(settings.error().fields.first().path, key);
    QVERIFY(settings.error().fields.first().message.size() > 10);
}

QTEST_GUILESS_MAIN(TestNotifySettings)
#include "tst_notify_settings.moc"
