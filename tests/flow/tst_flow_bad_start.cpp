// A daemon that cannot serve says in one line what to do, ends at once, and --check-config says it before.
#include "app/SystemClock.h"
#include "core/scoring/Features.h"
#include "server/db/PrivateCluster.h"
#include "server/ml/BundleFiles.h"
#include "server/privacy/KeyFile.h"
#include "server/service/KeyCheck.h"
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestCluster.h"
#include "tests/support/TestDatabase.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace countersign;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A copy of the good bundle with one file changed; the folder keeps the name, which is the hash of the good files.
QString spoiltBundle(const QString &parent, const char *file, const std::function<QByteArray(QByteArray)> &spoil)
{
    const QDir good(DaemonProcess::modelFolder());
    const QString copy = parent + QLatin1Char('/') + good.dirName();
    for (const QString &name : good.entryList(QDir::Files)) {
        const QByteArray bytes = bytesOf(good.filePath(name));
        write(copy + QLatin1Char('/') + name, name == QLatin1String(file) ? spoil(bytes) : bytes);
    }
    return copy;
}

QStringList filesBelow(const QString &folder)
{
    QStringList all;
    const auto entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        all.append(entry.filePath());
        if (entry.isDir())
            all += filesBelow(entry.filePath());
    }
    return all;
}

QStringList settings(const QStringList &pairs)
{
    QStringList arguments;
    for (const QString &pair : pairs)
        arguments << QStringLiteral("--set") << pair;
    return arguments;
}

} // namespace

class TestFlowBadStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void saysInOneLineWhatToDo_data();
    void saysInOneLineWhatToDo();
    void aGoodConfigurationIsCalledGoodAndLeavesNothingBehind();
    void aSecondDaemonOnABusyPortLeavesTheDatabaseOfTheFirstAlone();
    void ofTwoDaemonsOnOneFolderTheLastStopsTheDatabase();
    void withoutTheKeysOfItsFolderADaemonDoesNotMakeOthers();

private:
    void addConfigurations();
    void addDatabases();
    void addModels();
    QString path(const char *name) const { return m_scratch.filePath(QLatin1String(name)); }
    /// With the pairs after those of a database that works.
    QStringList onDatabase(const QStringList &pairs, const QStringList &more = {}) const;

    QTemporaryDir m_scratch;
    QTcpServer m_other;
    std::unique_ptr<TestDatabase> m_database;
    QString m_privateFolder;
};

QStringList TestFlowBadStart::onDatabase(const QStringList &pairs, const QStringList &more) const
{
    const DatabaseSettings good = m_database->daemonSettings();
    return QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}
    + settings(QStringList{QStringLiteral("database.host=") + good.host,
                           QStringLiteral("database.name=") + good.database,
                           QStringLiteral("auth.key_file=") + path("token.key"),
                           QStringLiteral("privacy.key_file=") + path("privacy.key")}
               + pairs)
        + more;
}

void TestFlowBadStart::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    QVERIFY(m_other.listen(QHostAddress::LocalHost, 0));
    m_privateFolder = path("private");
    write(path("token.key"), QByteArray(32, 'k'));
    write(path("privacy.key"), "lookup " + QByteArray(64, 'a') + "\nkey 1 " + QByteArray(64, 'b') + '\n');
    write(path("open.key"), bytesOf(path("privacy.key")));
    QFile::setPermissions(path("open.key"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    write(path("lookup.key"), bytesOf(path("privacy.key")).replace("aaaa", "cccc"));
    write(path("master.key"), bytesOf(path("privacy.key")).replace("bbbb", "cccc"));
    write(path("short.key"), "short");
    const KeyRing keys = *readKeyFile(path("privacy.key"), false);
    Database database(m_database->daemonSettings());
    QVERIFY(checkKeys(database, keys, SystemClock().now()));
    write(path("old/data/PG_VERSION"), "9\n");
    write(path("foreign/data/letter.txt"), "Dear Sir or Madam");
    write(path("unknown.toml"), "[http]\nlistn = \"127.0.0.1:8400\"\n[scoring]\nthreads = 0\n");
    write(path("broken.toml"), "[http\n");
    DatabaseSettings server = TestCluster::instance().cluster().superuserSettings();
    SqlConsole(server).run(QStringLiteral("DROP DATABASE IF EXISTS test_never_migrated"));
    SqlConsole(server).run(QStringLiteral("CREATE DATABASE test_never_migrated OWNER countersign_owner"));
}

void TestFlowBadStart::cleanupTestCase()
{
    SqlConsole(TestCluster::instance().cluster().superuserSettings())
        .run(QStringLiteral("DROP DATABASE test_never_migrated WITH (FORCE)"));
}

void TestFlowBadStart::saysInOneLineWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("line");        ///< a pattern
    QTest::addColumn<QStringList>("details"); ///< patterns
    addConfigurations();
    addDatabases();
    addModels();
}

void TestFlowBadStart::addConfigurations()
{
    const QString faults = QStringLiteral("the configuration has faults");
    const auto row = [](const char *name, const QStringList &arguments, const QString &line,
                        const QStringList &details = {}) { QTest::newRow(name) << arguments << line << details; };
    row("an unknown key", onDatabase({QStringLiteral("http.worker=3")}), faults,
        {QStringLiteral("http\\.worker: is no setting \\(flag\\); did you mean http\\.workers\\?")});
    row("several bad values",
        onDatabase({QStringLiteral("http.queue=many"), QStringLiteral("scoring.threads=65"),
                    QStringLiteral("http.drain_seconds=")}),
        faults,
        {QStringLiteral("http\\.queue: must be a whole number, not 'many'"),
         QStringLiteral("scoring\\.threads: must be from 1 to 64, not 65"),
         QStringLiteral("http\\.drain_seconds: must be a whole number")});
    row("faults in the file", onDatabase({}, {QStringLiteral("--config"), path("unknown.toml")}), faults,
        {QStringLiteral("http\\.listn: is no setting \\(file\\); did you mean http\\.listen\\?"),
         QStringLiteral("scoring\\.threads: must be from 1 to 64, not 0 \\(file\\)")});
    row("a file that is no TOML", onDatabase({}, {QStringLiteral("--config"), path("broken.toml")}), faults,
        {QStringLiteral("broken\\.toml: line 1: ")});
    row("a file that is not there", onDatabase({}, {QStringLiteral("--config"), path("nowhere.toml")}), faults,
        {QStringLiteral("nowhere\\.toml: cannot be read: ")});
    row("an address that is none", onDatabase({QStringLiteral("http.listen=here")}), faults,
        {QStringLiteral("http\\.listen: 'here' is no address and port such as 127\\.0\\.0\\.1:8400")});
    row("nothing at all", {}, faults,
        {QStringLiteral("database\\.host: is missing: .*--private DIR"),
         QStringLiteral("auth\\.key_file: is missing: 32 random bytes"),
         QStringLiteral("privacy\\.key_file: is missing: make one with countersignctl privacy new-file")});
    row("a flag that does not exist", {QStringLiteral("--nonsense")}, QStringLiteral("Unknown option 'nonsense'"));
    row("a key of the wrong size", onDatabase({QStringLiteral("auth.key_file=") + path("short.key")}),
        QStringLiteral("must hold exactly 32 bytes, or a name and 64 hexadecimal digits on line 1; make one with: head -c 32"));
    row("privacy keys that are not there", onDatabase({QStringLiteral("privacy.key_file=/nowhere.key")}),
        QStringLiteral("/nowhere\\.key cannot be read; bring it back from its backup"));
    row("privacy keys that are none", onDatabase({QStringLiteral("privacy.key_file=") + path("short.key")}),
        QStringLiteral("line 1 is neither 'lookup HEX' nor 'key NUMBER HEX'"));
    row("privacy keys that everybody can read", onDatabase({QStringLiteral("privacy.key_file=") + path("open.key")}),
        QStringLiteral("open\\.key can be read or changed by others than its owner; run: chmod 600 "));
    row("a certificate that is not there",
        onDatabase({QStringLiteral("http.tls_certificate=/nowhere.pem"), QStringLiteral("http.tls_key=/nowhere.pem")}),
        QStringLiteral("/nowhere\\.pem"));
    row("a busy port", onDatabase({QStringLiteral("http.listen=127.0.0.1:%1").arg(m_other.serverPort())}),
        QStringLiteral("127\\.0\\.0\\.1 port %1 cannot be listened on .*choose another with --listen")
            .arg(m_other.serverPort()));
}

void TestFlowBadStart::addDatabases()
{
    const auto row = [](const char *name, const QStringList &arguments, const QString &line) {
        QTest::newRow(name) << arguments << line << QStringList();
    };
    const auto privately = [](const QString &folder) {
        return QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--private"),
                           folder};
    };
    row("a database that nobody serves",
        onDatabase({QStringLiteral("database.host=127.0.0.1"), QStringLiteral("database.port=1")}),
        QStringLiteral("PostgreSQL cannot be reached at 127\\.0\\.0\\.1:1: .*Is the server running"));
    row("a database that does not exist", onDatabase({QStringLiteral("database.name=nowhere")}),
        QStringLiteral("PostgreSQL cannot be reached at .*database \"nowhere\" does not exist"));
    row("a user that does not exist", onDatabase({QStringLiteral("database.user=nobody_there")}),
        QStringLiteral("PostgreSQL cannot be reached at .*role \"nobody_there\" does not exist"));
    row("a database without our tables", onDatabase({QStringLiteral("database.name=test_never_migrated")}),
        QStringLiteral(
            "the schema is at migration 0, this program needs [0-9]+: its owner must apply the migrations first"));
    for (const auto &[file, key] : {std::pair{"lookup.key", "another lookup key"}, std::pair{"master.key", "master key 1"}})
        row(qPrintable(QStringLiteral("the %1 of another database").arg(QLatin1String(file))),
            onDatabase({QStringLiteral("privacy.key_file=") + path(file)}),
            QStringLiteral("the personal data in the database needs %1, which the privacy key file does not hold; "
                           "bring the file back from its backup")
                .arg(QLatin1String(key)));
    row("a cluster of another version", privately(path("old")),
        QStringLiteral(
            "made by PostgreSQL 9, installed is [0-9]+: apt-get install postgresql-9, or move the folder away"));
    row("a folder with something else in it", privately(path("foreign")),
        QStringLiteral("foreign/data exists but is no PostgreSQL cluster; move it away"));
    row("a folder that cannot be made", privately(path("token.key") + QStringLiteral("/cluster")),
        QStringLiteral("the folder .* cannot be made; choose one that may be written"));
}

void TestFlowBadStart::addModels()
{
    const QString refused =
        QStringLiteral("model bundle .* is refused: .*%1.*; copy it again, or train one with countersignctl train");
    const auto row = [&](const char *name, const QString &folder, const char *why) {
        QTest::newRow(name) << onDatabase({}, {QStringLiteral("--model"), folder}) << refused.arg(QLatin1String(why))
                            << QStringList();
    };
    row("a model that is not there", QStringLiteral("/nowhere"), "there is no such folder");
    row("a model without its trees", m_scratch.path(), "model\\.ubj cannot be read");
    row("a truncated model",
        spoiltBundle(path("truncated"), "model.ubj",
                     [](const QByteArray &bytes) { return bytes.left(bytes.size() / 2); }),
        "truncated or altered");
    row("a model with one bit flipped",
        spoiltBundle(path("flipped"), "model.ubj",
                     [](QByteArray bytes) {
                         bytes[bytes.size() / 3] = char(bytes[bytes.size() / 3] ^ 1);
                         return bytes;
                     }),
        "truncated or altered");
    row("a calibration that somebody edited",
        spoiltBundle(path("edited"), "calibration.json", [](const QByteArray &bytes) { return bytes + ' '; }),
        "truncated or altered");
    // Its name is the hash of what it holds, so that only the content tells.
    BundleFiles other = *BundleFiles::read(DaemonProcess::modelFolder());
    other.preprocessor.replace(kFeatureSet, "another-set");
    other.manifest.replace(kFeatureSet, "another-set");
    const QString named = *other.write(path("other"));
    row("a model of another feature set", named, "it was trained on feature set another-set");
}

void TestFlowBadStart::saysInOneLineWhatToDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, line);
    QFETCH(QStringList, details);
    const QStringList before = filesBelow(m_scratch.path());
    for (const QStringList &how : {QStringList{QStringLiteral("--check-config")}, QStringList()}) {
        const Ended ended = DaemonProcess::run(arguments + how);
        QCOMPARE(ended.status, 1);
        QCOMPARE(ended.output, QString());
        QStringList lines = ended.errors.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.removeIf(
            [](const QString &text) { return text.contains(QLatin1String(" warning no model is configured")); });
        QVERIFY2(lines.size() == 1 + details.size(), qPrintable(ended.errors));
        QVERIFY2(lines[0].contains(QRegularExpression(QStringLiteral("^countersignd: .*") + line)),
                 qPrintable(ended.errors));
        for (int i = 0; i < details.size(); ++i)
            QVERIFY2(lines[1 + i].contains(QRegularExpression(QStringLiteral("^  .*") + details[i])),
                     qPrintable(ended.errors));
        QCOMPARE(filesBelow(m_scratch.path()), before);
    }
}

void TestFlowBadStart::aGoodConfigurationIsCalledGoodAndLeavesNothingBehind()
{
    const QString folder = path("checked");
    const QStringList privately{QStringLiteral("--check-config"),
                                QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--private"),
                                folder,
                                QStringLiteral("--model"),
                                DaemonProcess::modelFolder()};
    for (const QStringList &arguments :
         {privately,
          onDatabase({},
                     {QStringLiteral("--check-config"), QStringLiteral("--model"), DaemonProcess::modelFolder()})}) {
        const Ended ended = DaemonProcess::run(arguments);
        QVERIFY2(ended.status == 0 && ended.errors.isEmpty(), qPrintable(ended.errors));
        QCOMPARE(ended.output, QStringLiteral("The configuration is good.\n"));
    }
    QVERIFY(!QDir(folder).exists());
}

void TestFlowBadStart::aSecondDaemonOnABusyPortLeavesTheDatabaseOfTheFirstAlone()
{
    DaemonProcess first(m_privateFolder);
    QVERIFY(first.start());
    const Ended second = DaemonProcess::run({QStringLiteral("--private"), m_privateFolder, QStringLiteral("--listen"),
                                             QStringLiteral("127.0.0.1:%1").arg(first.port())});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.errors.contains(QLatin1String("cannot be listened on")), qPrintable(second.errors));
    HttpCaller caller(first.port());
    QVERIFY(caller.signIn("analyst@demo.example"));
    QCOMPARE(first.stop().status, 0);
    QCOMPARE(PrivateCluster(m_privateFolder).serverPid(), 0);
}

void TestFlowBadStart::ofTwoDaemonsOnOneFolderTheLastStopsTheDatabase()
{
    DaemonProcess first(m_privateFolder);
    DaemonProcess second(m_privateFolder);
    QVERIFY(first.start());
    QVERIFY(second.start());
    QCOMPARE(first.stop().status, 0);
    HttpCaller caller(second.port());
    QVERIFY(caller.signIn("analyst@demo.example"));
    QCOMPARE(second.stop().status, 0);
    QCOMPARE(PrivateCluster(m_privateFolder).serverPid(), 0);
}

void TestFlowBadStart::withoutTheKeysOfItsFolderADaemonDoesNotMakeOthers()
{
    const QString keys = m_privateFolder + QStringLiteral("/privacy.key");
    const QString away = path("privacy.away");
    QVERIFY(QFile::exists(keys)); // the daemons above made it
    QVERIFY(QFile::rename(keys, away));
    const Ended ended = DaemonProcess::run(
        {QStringLiteral("--private"), m_privateFolder, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains(QLatin1String("privacy.key cannot be read; bring it back from its backup")),
             qPrintable(ended.errors));
    QVERIFY(!QFile::exists(keys));
    QVERIFY(QFile::rename(away, keys));
    DaemonProcess again(m_privateFolder);
    QVERIFY(again.start());
    QCOMPARE(again.stop().status, 0);
}

QTEST_GUILESS_MAIN(TestFlowBadStart)
#include "tst_flow_bad_start.moc"
