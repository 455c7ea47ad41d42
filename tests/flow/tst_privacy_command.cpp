// `countersignctl privacy` on a private cluster: the key file, what retention asks to, and its execution.
#include "app/ctl/Commands.h"
#include "app/ctl/PrivacyCommand.h"
#include "app/SystemClock.h"
#include "server/db/PrivateCluster.h"
#include "server/privacy/KeyFile.h"
#include "server/service/BootstrapService.h"
#include "server/service/IntakeService.h"
#include "server/service/KeyCheck.h"
#include "tests/support/SqlConsole.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;

class TestPrivacyCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void aNewFileIsMadeOnceAndNeverOverwritten();
    void purgeChangesNothingUntilItIsToldTo();
    void aKeyIsAddedAndRotatedIn();
    void withoutItsKeysNothingIsDone();
    void wrongArgumentsAreAnsweredWithTheVerbs();

private:
    static QString outcome(const Result<int> &result)
    {
        return result ? QString::number(*result) : result.error().reason;
    }
    QString onCluster(QStringList words) const
    {
        return outcome(runPrivacy(words << QStringLiteral("--private") << m_folder));
    }
    int erased()
    {
        return m_sql->value(QStringLiteral("SELECT count(*) FROM persons WHERE erased_at IS NOT NULL")).toInt();
    }
    void storeApplicants();

    QTemporaryDir m_dir;
    QString m_folder;
    QString m_keys; ///< where a private cluster has them
    std::unique_ptr<PrivateCluster> m_cluster;
    std::unique_ptr<SqlConsole> m_sql;
};

/// Two of the same bank: one whose application ended eight years ago, one who has just applied.
void TestPrivacyCommand::storeApplicants()
{
    Database database(m_cluster->daemonSettings());
    const SystemClock clock;
    Metrics metrics;
    const KeyRing keys = *readKeyFile(m_keys, false);
    QVERIFY(checkKeys(database, keys, clock.now()));
    const ServiceContext context{database, clock, metrics, keys};
    const Currency dinar = *Currency::fromCode(u"RSD");
    const auto tenant = BootstrapService(context).ensureTenant(
        {QStringLiteral("bank"), QStringLiteral("Bank"), dinar, QStringLiteral("en"), QStringLiteral("UTC")});
    QVERIFY(tenant);
    QVERIFY(BootstrapService(context).ensurePolicy(*tenant, Policy{}, dinar));
    for (const QString &id : {QStringLiteral("1503985710001"), QStringLiteral("1503985710002")}) {
        api::ApplicationCreate create;
        create.externalId = id;
        create.applicantData.personal = {QStringLiteral("Ana"), QStringLiteral("Anić"), QDate(1985, 3, 15), id, {}, {}};
        create.financialData.expenses.monthlyObligations = Amount::whole(40'000);
        create.loanRequest = {Amount::whole(600'000), dinar, 24, LoanPurpose::Car, {}, {}};
        const auto created = IntakeService(context).create(Actor::system(*tenant), create);
        QVERIFY2(created, qPrintable(created ? QString() : created.error().detail));
    }
    // The clock of updated_at is a trigger's.
    m_sql->run(QStringLiteral("ALTER TABLE applications DISABLE TRIGGER applications_updated_at"));
    m_sql->run(QStringLiteral("UPDATE applications SET status = 'cancelled', updated_at = now() - interval '8 years' "
                              "WHERE external_id = '1503985710001'"));
    m_sql->run(QStringLiteral("ALTER TABLE applications ENABLE TRIGGER applications_updated_at"));
    m_sql->run(QStringLiteral("UPDATE persons SET created_at = now() - interval '9 years' WHERE id = (SELECT person_id "
                              "FROM applications WHERE external_id = '1503985710001')"));
}

void TestPrivacyCommand::initTestCase()
{
    m_folder = m_dir.filePath(QStringLiteral("pg"));
    m_keys = m_folder + QStringLiteral("/privacy.key");
    m_cluster = std::make_unique<PrivateCluster>(m_folder, Durability::ForTests);
    QVERIFY(m_cluster->start());
    QCOMPARE(outcome(findCommand(QStringLiteral("migrate"))->run({QStringLiteral("up"), m_folder})),
             QStringLiteral("0"));
    DatabaseSettings superuser = m_cluster->superuserSettings();
    superuser.database = m_cluster->daemonSettings().database;
    m_sql = std::make_unique<SqlConsole>(superuser);
}

void TestPrivacyCommand::cleanupTestCase()
{
    m_sql.reset();
    QVERIFY(m_cluster->stop());
}

void TestPrivacyCommand::aNewFileIsMadeOnceAndNeverOverwritten()
{
    const auto make = [this] { return outcome(runPrivacy({QStringLiteral("new-file"), m_keys})); };
    QCOMPARE(make(), QStringLiteral("0"));
    const QByteArray proof = readKeyFile(m_keys, false)->proofOf(0);
    QCOMPARE(make(), QStringLiteral("exists"));
    QVERIFY(readKeyFile(m_keys, false)->isProof(0, proof));
    storeApplicants();
}

void TestPrivacyCommand::purgeChangesNothingUntilItIsToldTo()
{
    for (const QStringList &words :
         {QStringList{QStringLiteral("purge")}, QStringList{QStringLiteral("purge"), QStringLiteral("--dry-run")}}) {
        QCOMPARE(onCluster(words), QStringLiteral("0"));
        QCOMPARE(erased(), 0);
    }
    QCOMPARE(onCluster({QStringLiteral("purge"), QStringLiteral("--execute")}), QStringLiteral("0"));
    QCOMPARE(erased(), 1);
    QCOMPARE(m_sql
                 ->value(QStringLiteral("SELECT a.external_id FROM applications a JOIN persons p ON p.id = a.person_id "
                                        "WHERE p.erased_at IS NOT NULL"))
                 .toString(),
             QStringLiteral("1503985710001"));
    QCOMPARE(onCluster({QStringLiteral("purge"), QStringLiteral("--execute")}), QStringLiteral("0"));
    QCOMPARE(erased(), 1);
}

void TestPrivacyCommand::aKeyIsAddedAndRotatedIn()
{
    const auto numberInUse = [this] {
        return m_sql->value(QStringLiteral("SELECT key_number FROM persons WHERE erased_at IS NULL")).toInt();
    };
    QCOMPARE(numberInUse(), 1);
    QCOMPARE(outcome(runPrivacy({QStringLiteral("add-key"), m_keys})), QStringLiteral("0"));
    QCOMPARE(onCluster({QStringLiteral("status")}), QStringLiteral("0"));
    QCOMPARE(onCluster({QStringLiteral("rotate")}), QStringLiteral("0"));
    QCOMPARE(numberInUse(), 2);
    // As docs/operations.md says: look once more, then the old line may go.
    QCOMPARE(onCluster({QStringLiteral("status")}), QStringLiteral("0"));
    QCOMPARE(m_sql->column(QStringLiteral("SELECT number FROM privacy_keys WHERE retired_at IS NULL ORDER BY number")), (QList<QVariant>{0, 2}));
    QFile file(m_keys);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray both = file.readAll();
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(both.left(both.indexOf("key 1")));
    file.close();
    QCOMPARE(onCluster({QStringLiteral("status")}), QStringLiteral("0"));
}

void TestPrivacyCommand::withoutItsKeysNothingIsDone()
{
    const QString away = m_keys + QStringLiteral(".away");
    QVERIFY(QFile::rename(m_keys, away));
    QCOMPARE(onCluster({QStringLiteral("purge"), QStringLiteral("--execute")}), QStringLiteral("bad_privacy_keys"));
    QVERIFY(readKeyFile(m_keys, true)); // another one
    QCOMPARE(onCluster({QStringLiteral("rotate")}), QStringLiteral("privacy_key_missing"));
    QVERIFY(QFile::remove(m_keys));
    QVERIFY(QFile::rename(away, m_keys));
    QCOMPARE(onCluster({QStringLiteral("status")}), QStringLiteral("0"));
}

void TestPrivacyCommand::wrongArgumentsAreAnsweredWithTheVerbs()
{
    for (const QStringList &arguments :
         {QStringList{}, QStringList{QStringLiteral("forget")}, QStringList{QStringLiteral("new-file")},
          QStringList{QStringLiteral("purge"), QStringLiteral("--dry-run"), QStringLiteral("--execute")}}) {
        const auto refused = runPrivacy(arguments);
        QCOMPARE(outcome(refused), QStringLiteral("usage"));
        QVERIFY(refused.error().detail.contains(QStringLiteral("purge --execute")));
    }
}

QTEST_GUILESS_MAIN(TestPrivacyCommand)
#include "tst_privacy_command.moc"
