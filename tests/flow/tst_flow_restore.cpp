// A backup and what it is worth: with the key file everything reads again, without it the daemon says so and serves nothing.
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestCluster.h"
#include "tests/support/TestDatabase.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

const QString kRestored = QStringLiteral("test_restored");
const QString kNationalId = QStringLiteral("1503985710001");

QJsonObject application()
{
    return {{QStringLiteral("applicant_data"),
             QJsonObject{
                 {QStringLiteral("personal"),
                  QJsonObject{{QStringLiteral("first_name"), QStringLiteral("Žarko")},
                              {QStringLiteral("last_name"), QStringLiteral("Ilić")},
                              {QStringLiteral("date_of_birth"), QStringLiteral("1985-03-15")},
                              {QStringLiteral("national_id"), kNationalId}}},
                 {QStringLiteral("employment"), QJsonObject{{QStringLiteral("status"), QStringLiteral("employed")}}}}},
            {QStringLiteral("financial_data"),
             QJsonObject{{QStringLiteral("expenses"),
                          QJsonObject{{QStringLiteral("monthly_obligations"), 40000}}}}},
            {QStringLiteral("loan_request"),
             QJsonObject{{QStringLiteral("amount"), 600000},
                         {QStringLiteral("currency"), QStringLiteral("RSD")},
                         {QStringLiteral("term_months"), 24},
                         {QStringLiteral("purpose"), QStringLiteral("car")}}}};
}

/// Success of a program of PostgreSQL on the database of `settings`.
bool ran(const char *program, const DatabaseSettings &settings, const QStringList &arguments)
{
    QProcess process;
    process.start(QLatin1String(program),
                  QStringList{QStringLiteral("-h"), settings.host, QStringLiteral("-p"), QString::number(settings.port),
                              QStringLiteral("-U"), settings.user, QStringLiteral("-d"), settings.database}
                      + arguments);
    const bool good = process.waitForFinished(120'000) && process.exitCode() == 0;
    if (!good)
        qWarning("%s: %s", program, process.readAllStandardError().constData());
    return good;
}

} // namespace

class TestFlowRestore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void withoutTheKeyFileTheDaemonRefuses_data();
    void withoutTheKeyFileTheDaemonRefuses();
    void withTheKeyFileEverythingReadsAgain();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void writeKeys(const char *name, char lookup, char master);
    QStringList withKeys(const char *name) const
    {
        return {QStringLiteral("--set"), QStringLiteral("privacy.key_file=") + path(name)};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_database;
    DatabaseSettings m_restored; ///< as the daemon
    QString m_application;
    QJsonObject m_before;
};

void TestFlowRestore::writeKeys(const char *name, char lookup, char master)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("lookup " + QByteArray(64, lookup) + "\nkey 1 " + QByteArray(64, master) + '\n');
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

void TestFlowRestore::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    writeKeys("privacy.key", 'a', 'b');
    writeKeys("other-lookup.key", 'c', 'b');
    writeKeys("other-master.key", 'a', 'c');
    DaemonProcess daemon(m_database->daemonSettings(), withKeys("privacy.key"));
    QVERIFY(daemon.start());
    HttpCaller caller(daemon.port());
    QVERIFY(caller.signIn("analyst@demo.example"));
    const HttpAnswer made = caller.post(QStringLiteral("/applications"), application());
    QVERIFY2(made.status == 201, made.bytes);
    m_application = made.json().value(QLatin1String("id")).toString();
    const auto detail = [&] { return caller.get(QStringLiteral("/applications/") + m_application).json(); };
    QTRY_VERIFY_WITH_TIMEOUT(detail().contains(QLatin1String("scoring_result")), 30'000);
    m_before = detail();
    QCOMPARE(daemon.stop().status, 0);

    DatabaseSettings superuser = m_database->superuserSettings();
    QVERIFY(ran(COUNTERSIGN_PG_DUMP, superuser, {QStringLiteral("-Fc"), QStringLiteral("-f"), path("backup")}));
    SqlConsole server(TestCluster::instance().cluster().superuserSettings());
    server.run(QStringLiteral("DROP DATABASE IF EXISTS ") + kRestored);
    server.run(QStringLiteral("CREATE DATABASE %1 OWNER countersign_owner").arg(kRestored));
    superuser.database = kRestored;
    QVERIFY(ran(COUNTERSIGN_PG_RESTORE, superuser, {QStringLiteral("--exit-on-error"), path("backup")}));
    m_restored = m_database->daemonSettings();
    m_restored.database = kRestored;
}

void TestFlowRestore::cleanupTestCase()
{
    SqlConsole(TestCluster::instance().cluster().superuserSettings())
        .run(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(kRestored));
    m_database.reset();
}

void TestFlowRestore::withoutTheKeyFileTheDaemonRefuses_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("says");
    QTest::newRow("no file") << "nowhere.key"
                             << "nowhere.key cannot be read; bring it back from its backup";
    const QString needs = QStringLiteral("the personal data in the database needs %1, which the privacy key file does "
                                         "not hold; bring the file back from its backup");
    QTest::newRow("another lookup key") << "other-lookup.key" << needs.arg(QStringLiteral("another lookup key"));
    QTest::newRow("another master key") << "other-master.key" << needs.arg(QStringLiteral("master key 1"));
}

void TestFlowRestore::withoutTheKeyFileTheDaemonRefuses()
{
    QFETCH(QString, keys);
    QFETCH(QString, says);
    DaemonProcess daemon(m_restored, withKeys(qPrintable(keys)));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("countersignd does not serve:.*")));
    QVERIFY(!daemon.start());
    QVERIFY2(daemon.log().contains(says), qPrintable(daemon.log()));
    QCOMPARE(daemon.waitUntilEnded().status, 1);
}

void TestFlowRestore::withTheKeyFileEverythingReadsAgain()
{
    DaemonProcess daemon(m_restored, withKeys("privacy.key"));
    QVERIFY(daemon.start());
    HttpCaller caller(daemon.port());
    QVERIFY(caller.signIn("analyst@demo.example"));
    QJsonObject after = caller.get(QStringLiteral("/applications/") + m_application).json();
    QCOMPARE(after.value(QLatin1String("applicant_name")).toString(), QStringLiteral("Žarko Ilić"));
    QJsonObject before = m_before;
    for (QJsonObject *detail : {&before, &after}) {
        detail->remove(QStringLiteral("timeline"));   // this look at it stands there too
        detail->remove(QStringLiteral("queue_info")); // how long it waits
    }
    QCOMPARE(after, before);
    const QJsonObject found = caller.get(QStringLiteral("/applications?search=") + kNationalId).json();
    QCOMPARE(found.value(QLatin1String("total")).toInt(), 1);
    QCOMPARE(daemon.stop().status, 0);
}

QTEST_GUILESS_MAIN(TestFlowRestore)
#include "tst_flow_restore.moc"
