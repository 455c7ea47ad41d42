#include "server/db/PostgresPrograms.h"
#include "server/db/PrivateCluster.h"
#include "server/db/Query.h"
#include "tests/support/SqlConsole.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace countersign;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

} // namespace

class TestPrivateCluster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsFromNothingAndStops();
    void adoptsAServerThatOutlivedItsDaemon();
    void startsAgainAfterTheServerWasKilled();
    void ignoresAPidFileOfSomebodyElse();
    void makesAnewWhatWasInterrupted();
    void namesTheVersionThatIsMissing();
    void saysInOneLineWhatIsWrongWithTheConfiguration();
    void leavesAForeignFolderAlone();
    void aLongPathStillFindsASocket();
    void isClosedToTheNetwork();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PrivateCluster> m_cluster;
};

void TestPrivateCluster::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_cluster = std::make_unique<PrivateCluster>(m_dir->filePath(QStringLiteral("pg")), Durability::ForTests);
}

void TestPrivateCluster::cleanup()
{
    QVERIFY(m_cluster->stop().ok());
    m_cluster.reset();
    m_dir.reset();
}

#define VERIFY_OK(expression)                                                                                              \
    do {                                                                                                                   \
        const auto outcome = (expression);                                                                                 \
        QVERIFY2(outcome.ok(), outcome.ok() ? "" : qPrintable(outcome.error().detail));                                    \
    } while (false)

void TestPrivateCluster::startsFromNothingAndStops()
{
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(m_cluster->start());
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!m_cluster->wasAdopted());
    {
        SqlConsole daemon(m_cluster->daemonSettings());
        QCOMPARE(daemon.value(QStringLiteral("SELECT current_user || ' ' || current_database()")).toString(), QStringLiteral("countersign_daemon countersign"));
    }
    const qint64 pid = m_cluster->serverPid();
    QVERIFY(pid > 0);
    VERIFY_OK(m_cluster->stop());
    QCOMPARE(m_cluster->serverPid(), 0);
    QVERIFY(!QFile::exists(m_cluster->daemonSettings().host + QStringLiteral("/.s.PGSQL.5432")));
    VERIFY_OK(m_cluster->stop());
}

void TestPrivateCluster::adoptsAServerThatOutlivedItsDaemon()
{
    VERIFY_OK(m_cluster->start());
    SqlConsole(m_cluster->ownerSettings()).run(QStringLiteral("CREATE TABLE kept AS SELECT 42 AS answer"));
    const qint64 pid = m_cluster->serverPid();
    // A daemon that is killed takes its object with it and nothing else.
    m_cluster = std::make_unique<PrivateCluster>(m_dir->filePath(QStringLiteral("pg")), Durability::ForTests);
    VERIFY_OK(m_cluster->start());
    QVERIFY(m_cluster->wasAdopted());
    QCOMPARE(m_cluster->serverPid(), pid);
    QCOMPARE(SqlConsole(m_cluster->ownerSettings()).value(QStringLiteral("SELECT answer FROM kept")).toInt(), 42);
}

void TestPrivateCluster::startsAgainAfterTheServerWasKilled()
{
    VERIFY_OK(m_cluster->start());
    SqlConsole(m_cluster->ownerSettings()).run(QStringLiteral("CREATE TABLE kept AS SELECT 42 AS answer"));
    {
        SqlConsole busy(m_cluster->ownerSettings()); // leaves a child that holds on to shared memory for a moment
        const pid_t pid = pid_t(m_cluster->serverPid());
        kill(pid, SIGKILL);
        QTRY_VERIFY(m_cluster->serverPid() == 0);
        QVERIFY(QFile::exists(m_dir->filePath(QStringLiteral("pg/data/postmaster.pid"))));
    }
    VERIFY_OK(m_cluster->start());
    QVERIFY(!m_cluster->wasAdopted());
    QCOMPARE(SqlConsole(m_cluster->ownerSettings()).value(QStringLiteral("SELECT answer FROM kept")).toInt(), 42);
}

void TestPrivateCluster::ignoresAPidFileOfSomebodyElse()
{
    VERIFY_OK(m_cluster->start());
    VERIFY_OK(m_cluster->stop());
    write(m_dir->filePath(QStringLiteral("pg/data/postmaster.pid")), QByteArray::number(QCoreApplication::applicationPid()) + "\n");
    VERIFY_OK(m_cluster->start());
    QVERIFY(!m_cluster->wasAdopted());
}

void TestPrivateCluster::makesAnewWhatWasInterrupted()
{
    QVERIFY(QDir().mkpath(m_dir->filePath(QStringLiteral("pg/data.new"))));
    write(m_dir->filePath(QStringLiteral("pg/data.new/PG_VERSION")), "15\n");
    VERIFY_OK(m_cluster->start());
    QVERIFY(!QFile::exists(m_dir->filePath(QStringLiteral("pg/data.new"))));
}

void TestPrivateCluster::namesTheVersionThatIsMissing()
{
    QVERIFY(QDir().mkpath(m_dir->filePath(QStringLiteral("pg/data"))));
    write(m_dir->filePath(QStringLiteral("pg/data/PG_VERSION")), "9\n");
    const auto started = m_cluster->start();
    QVERIFY(!started.ok());
    QCOMPARE(started.error().reason, QStringLiteral("cluster_version"));
    QVERIFY2(started.error().detail.contains(QStringLiteral("apt-get install postgresql-9")), qPrintable(started.error().detail));
    QVERIFY(started.error().detail.startsWith(m_dir->path()));
    QVERIFY(!started.error().detail.contains(QLatin1Char('\n')));
    QCOMPARE(findPostgresIn(m_dir->path(), std::nullopt).error().reason, QStringLiteral("private_cluster"));
}

void TestPrivateCluster::saysInOneLineWhatIsWrongWithTheConfiguration()
{
    VERIFY_OK(m_cluster->start());
    VERIFY_OK(m_cluster->stop());
    QFile configuration(m_dir->filePath(QStringLiteral("pg/data/postgresql.conf")));
    QVERIFY(configuration.open(QIODevice::Append));
    configuration.write("\nshared_buffers = 'plenty'\n");
    configuration.close();
    const auto started = m_cluster->start();
    QVERIFY(!started.ok());
    QVERIFY2(started.error().detail.contains(QStringLiteral("configuration file")), qPrintable(started.error().detail));
    QVERIFY(!started.error().detail.contains(QLatin1Char('\n')));
}

void TestPrivateCluster::leavesAForeignFolderAlone()
{
    QVERIFY(QDir().mkpath(m_dir->filePath(QStringLiteral("pg/data"))));
    write(m_dir->filePath(QStringLiteral("pg/data/thesis.txt")), "irreplaceable");
    const auto started = m_cluster->start();
    QVERIFY(!started.ok());
    QVERIFY(started.error().detail.contains(QStringLiteral("move it away")));
    QVERIFY(QFile::exists(m_dir->filePath(QStringLiteral("pg/data/thesis.txt"))));
}

void TestPrivateCluster::aLongPathStillFindsASocket()
{
    m_cluster = std::make_unique<PrivateCluster>(m_dir->filePath(QString(120, QLatin1Char('x'))), Durability::ForTests);
    VERIFY_OK(m_cluster->start());
    QVERIFY(m_cluster->daemonSettings().host.size() < 90);
    QCOMPARE(SqlConsole(m_cluster->daemonSettings()).value(QStringLiteral("SELECT 1")).toInt(), 1);
    VERIFY_OK(m_cluster->stop());
    QDir(m_cluster->daemonSettings().host).removeRecursively();
}

void TestPrivateCluster::isClosedToTheNetwork()
{
    VERIFY_OK(m_cluster->start());
    SqlConsole superuser(m_cluster->superuserSettings());
    QCOMPARE(superuser.value(QStringLiteral("SHOW listen_addresses")).toString(), QString());
    QCOMPARE(superuser.value(QStringLiteral("SHOW unix_socket_permissions")).toString(), QStringLiteral("0700"));
    const auto permissions = QFile::permissions(m_cluster->daemonSettings().host);
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
}

QTEST_GUILESS_MAIN(TestPrivateCluster)
#include "tst_private_cluster.moc"
