// The record of changes and the settings of banks in the real window, by keys, read back over the API.
#include "app/drive/CaseKeys.h"
#include "core/access/UserRules.h"
#include "server/auth/Passwords.h"
#include "server/service/BootstrapService.h"
#include "tests/flow/AdministratorFlow.h"
#include "tests/flow/People.h"
#include "ui/pages/admin/PasswordDialog.h"
#include "ui/pages/admin/TenantForm.h"
#include "ui/pages/audit/AuditPage.h"
#include "ui/pages/audit/ChainCheck.h"
#include "ui/widgets/Banner.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace countersign;

namespace {

constexpr int kMuchMoney = 5'400'000; ///< RSD

} // namespace

class TestFlowRecord : public AdministratorFlow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startDaemon(); }
    void cleanupTestCase() { stopDaemon(); }
    void cleanup() { closeWindow(); }
    void aCaseLeadsToItsRecordAndBack();
    void theRecordIsFilteredAndVerified();
    void theSettingsOfTheBankAreStored();
    void aPlatformAdministratorMakesABank();
};

void TestFlowRecord::aCaseLeadsToItsRecordAndBack()
{
    QJsonObject application = applicationOf(1, QStringLiteral("RECORD-1"));
    QJsonObject loan = application.value(QLatin1String("loan_request")).toObject();
    loan.insert(QStringLiteral("amount"), kMuchMoney); // too much to be decided without a person
    application.insert(QStringLiteral("loan_request"), loan);
    const QString id =
        m_caller.post(QStringLiteral("/applications"), application).json().value(QLatin1String("id")).toString();
    signIn("admin@demo.example");
    QVERIFY(m_drive->until("the score", [&] {
        return m_caller.get(QStringLiteral("/applications/") + id).json().value(QLatin1String("status"))
            == QLatin1String("review");
    }));
    m_drive->press(Qt::Key_F5);
    QVERIFY(m_drive->until("the queue", [this] { return isQueueShown(*m_drive); }));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the case", [this] { return shownCase(*m_drive).has_value(); }));
    m_drive->press(Qt::Key_T);
    const QTableView *rows = tableNamed(QStringLiteral("Entries of the record, newest first"));
    QVERIFY(m_drive->until("the timeline", [rows] { return rows->model()->rowCount() >= 2; })); // received, scored
    QVERIFY(m_drive->find<AuditPage>());
    m_drive->press(Qt::Key_Escape);
    QCOMPARE(shownCase(*m_drive)->toString(), id);
}

void TestFlowRecord::theRecordIsFilteredAndVerified()
{
    HttpCaller other(m_daemon->port());
    for (const char *email :
         {"senior@demo.example", "analyst@demo.example", "admin2@demo.example", "readonly@demo.example"})
        QVERIFY(other.signIn(email));
    QVERIFY(!other.signIn(QStringLiteral("analyst@demo.example"), QStringLiteral("not-the-password")));
    signIn("admin@demo.example");
    m_drive->press(Qt::Key_7, Qt::AltModifier);
    QTableView *rows = tableNamed(QStringLiteral("Entries of the record, newest first"));
    QVERIFY(rows);
    QVERIFY(m_drive->until("the record", [rows] { return rows->model()->rowCount() > 6; }));
    const int all = rows->model()->rowCount();
    m_drive->press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *result = m_drive->window().findChild<ChainCheck *>()->findChild<Banner *>();
    QVERIFY(m_drive->until("the proof", [result] { return !result->text().isEmpty(); }));
    QVERIFY2(result->text().startsWith(QLatin1String("Verified up to entry no.")), qPrintable(result->text()));
    takeLooks(QStringLiteral("09-audit"));
    QVERIFY(leavesNothingNameless(m_drive->find<AuditPage>()));
    auto *actions = m_drive->find<QComboBox>(QStringLiteral("Filter by action"));
    actions->setCurrentIndex(actions->findData(QStringLiteral("sign_in_failed")));
    QVERIFY(m_drive->until("what was filtered",
                           [&] { return rows->model()->rowCount() < all && rows->model()->rowCount() > 0; }));
    actions->setCurrentIndex(actions->findData(QStringLiteral("scoring_failed")));
    QVERIFY(m_drive->until("nothing", [rows] { return !rows->isVisible(); }));
    m_drive->picture(QStringLiteral("10-audit-no-match"));

    // Somebody alters an entry behind the daemon's back.
    m_sql->run(QStringLiteral("ALTER TABLE audit_logs DISABLE TRIGGER USER"));
    m_sql->run(QStringLiteral(
        "UPDATE audit_logs SET address = '10.0.0.1' WHERE id = (SELECT entry_id FROM audit_chain WHERE sequence = 3 "
        "AND tenant_id = (SELECT id FROM tenants WHERE slug = 'demo'))"));
    m_drive->press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(
        m_drive->until("what is wrong", [result] { return result->text().startsWith(QLatin1String("Entry no. 3 ")); }));
    m_drive->picture(QStringLiteral("11-audit-altered"));
}

void TestFlowRecord::theSettingsOfTheBankAreStored()
{
    signIn("admin@demo.example");
    QVERIFY(openAdministration());
    m_drive->find<QTabBar>(QStringLiteral("Administration"))->setFocus();
    m_drive->press(Qt::Key_Right);
    QVERIFY(m_drive->until("the settings",
                           [this] { return m_drive->find<TenantForm>() && m_drive->find<TenantForm>()->tenant(); }));
    QVERIFY(m_drive->tabTo(QStringLiteral("Portfolio bad rate (%)")));
    m_drive->type(QStringLiteral("4,5"));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    const QString id = m_drive->find<TenantForm>()->tenant()->id.toString();
    QVERIFY(m_drive->until("the rate", [&] {
        return qFuzzyCompare(m_caller.get(QStringLiteral("/admin/tenants/") + id)
                                 .json()
                                 .value(QLatin1String("portfolio_bad_rate"))
                                 .toDouble(),
                             0.045);
    }));
    takeLooks(QStringLiteral("12-settings"));
    QVERIFY(leavesNothingNameless(m_drive->find<TenantForm>()));
}

void TestFlowRecord::aPlatformAdministratorMakesABank()
{
    Metrics metrics;
    const KeyRing keys = KeyRing::withoutKeys();
    const ServiceContext context{m_database->daemon(), m_clock, metrics, keys};
    const BootstrapService bootstrap(context);
    Passwords passwords{PasswordCost{1, 8u << 10}};
    const auto platform =
        bootstrap.ensureTenant({QLatin1String(kPlatformSlug), QStringLiteral("Platform"), *Currency::fromCode(u"EUR"),
                                QStringLiteral("en"), QStringLiteral("UTC")});
    QVERIFY(platform);
    const auto hash = passwords.hash(QLatin1String(DaemonProcess::kPassword));
    QVERIFY(bootstrap.ensureUser(
        *platform,
        {QStringLiteral("ops@platform.example"), QStringLiteral("Olga Ops"), Role::PlatformAdmin, *hash, false}));
    signIn("ops@platform.example");
    // Nothing of the queue: the window opens with what such a person may see.
    QVERIFY(m_drive->until("the banks", [this] {
        const QTableView *table = tableNamed(QStringLiteral("Banks"));
        return table && table->model()->rowCount() == 2;
    }));
    m_drive->press(Qt::Key_N, Qt::ControlModifier);
    m_drive->type(QStringLiteral("second"));
    QVERIFY(m_drive->tabTo(QStringLiteral("Name")));
    m_drive->type(QStringLiteral("Druga stedionica"));
    QVERIFY(m_drive->tabTo(QStringLiteral("E-mail address of the first administrator")));
    m_drive->type(QStringLiteral("first@second.example"));
    QVERIFY(m_drive->tabTo(QStringLiteral("Name of the first administrator")));
    m_drive->type(QStringLiteral("Petar Prvi"));
    m_drive->picture(QStringLiteral("13-new-bank"));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(
        m_drive->until("the password", [this] { return qobject_cast<PasswordDialog *>(m_drive->front()) != nullptr; }));
    const QString password = m_drive->find<QLineEdit>()->text();
    m_drive->press(Qt::Key_Escape);
    m_drive->press(Qt::Key_Space);
    m_drive->press(Qt::Key_Escape);
    HttpCaller first(m_daemon->port());
    QVERIFY(first.signIn(QStringLiteral("first@second.example"), password));
    takeLooks(QStringLiteral("14-banks"));
}

QTEST_MAIN(TestFlowRecord)
#include "tst_flow_record.moc"
