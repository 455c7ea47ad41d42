// Users in the real window, by keys, read back over the API.
#include "tests/flow/AdministratorFlow.h"
#include "ui/models/Words.h"
#include "ui/pages/admin/PasswordDialog.h"
#include "ui/pages/admin/UserForm.h"
#include "ui/pages/audit/AuditPage.h"
#include "ui/pages/audit/EntryCard.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTabBar>
#include <QTest>

using namespace countersign;

namespace {

const QString kAddress = QStringLiteral("marija.jovanovic@demo.example");
const QString kName = QStringLiteral("Marija Jovanovic-Radosavljevic");

QString textOf(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

} // namespace

class TestFlowAdministration : public AdministratorFlow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startDaemon(); }
    void cleanupTestCase() { stopDaemon(); }
    void cleanup() { closeWindow(); }
    void aNewUserSignsInWithTheOneTimePassword();
    void aGrantReachesTheUserAndTheRecord();
    void whatWasTypedStaysWhenSomebodyElseWasFaster();
    void nobodyChangesHisOwnRights();
    void theLastAdministratorStays();
    void whoMayNotSeesNothingOfIt();

private:
    QString m_password; ///< the new user's
};

void TestFlowAdministration::aNewUserSignsInWithTheOneTimePassword()
{
    signIn("admin@demo.example");
    QVERIFY(openAdministration());
    m_drive->press(Qt::Key_N, Qt::ControlModifier);
    m_drive->type(kAddress); // the focus is in the address
    QVERIFY(m_drive->tabTo(QStringLiteral("Name")));
    m_drive->type(kName);
    m_drive->picture(QStringLiteral("01-new-user"));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(
        m_drive->until("the password", [this] { return qobject_cast<PasswordDialog *>(m_drive->front()) != nullptr; }));
    m_password = m_drive->find<QLineEdit>()->text();
    QVERIFY(m_password.size() >= 12);
    m_drive->press(Qt::Key_Escape); // closes nothing before it is stored
    QVERIFY(qobject_cast<PasswordDialog *>(m_drive->front()));
    m_drive->picture(QStringLiteral("02-one-time-password"));
    QCOMPARE(m_drive->find<QCheckBox>()->hasFocus(), true);
    m_drive->press(Qt::Key_Space);
    m_drive->press(Qt::Key_Escape);
    QVERIFY(m_drive->until("the window", [this] { return m_drive->front() == &m_drive->window(); }));
    const QJsonObject known = userOf(kAddress);
    QCOMPARE(textOf(known, "role"), QStringLiteral("analyst"));
    HttpCaller him(m_daemon->port());
    QVERIFY(him.signIn(kAddress, m_password));
    const QJsonObject me = him.get(QStringLiteral("/auth/me")).json();
    QCOMPARE(me.value(QLatin1String("must_change_password")).toBool(), true);
    QCOMPARE(textOf(me, "name"), kName);
}

void TestFlowAdministration::aGrantReachesTheUserAndTheRecord()
{
    HttpCaller him(m_daemon->port());
    QVERIFY(him.signIn(kAddress, m_password));
    const QJsonObject change{{QStringLiteral("current_password"), m_password},
                             {QStringLiteral("new_password"), QLatin1String("a-long-password-of-hers")}};
    QCOMPARE(him.post(QStringLiteral("/auth/password"), change).status, 204);
    QVERIFY(him.signIn(kAddress, QLatin1String("a-long-password-of-hers")));
    QCOMPARE(him.get(QStringLiteral("/audit/logs")).status, 403);
    signIn("admin@demo.example");
    QVERIFY(openAdministration());
    QVERIFY(select(kName));
    QVERIFY(m_drive->tabTo(words::of(Permission::AuditView)));
    m_drive->press(Qt::Key_Down); // granted
    m_drive->picture(QStringLiteral("03-grant"));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_drive->until("the grant",
                           [this] { return userOf(kAddress).value(QLatin1String("grants")).toArray().size() == 1; }));
    QVERIFY(him.signIn(kAddress, QLatin1String("a-long-password-of-hers")));
    QCOMPARE(him.get(QStringLiteral("/audit/logs")).status, 200);

    m_drive->press(Qt::Key_Escape);
    m_drive->press(Qt::Key_T);
    const auto *entry = m_drive->find<EntryCard>();
    QVERIFY(entry);
    QTableView *rows = tableNamed(QStringLiteral("Entries of the record, newest first"));
    QVERIFY(m_drive->until("the timeline", [rows] {
        return rows->model()->rowCount() >= 5;
    })); // made, signed in, password, signed in, rights
    for (int i = 0; i < rows->model()->rowCount() && entry->entry()->action != QLatin1String("rights_changed"); ++i)
        m_drive->press(Qt::Key_Down);
    const QTableView *diff = tableNamed(QStringLiteral("What changed"));
    QCOMPARE(diff->model()->rowCount(), 1);
    QCOMPARE(diff->model()->index(0, 2).data().toString(), QStringLiteral("audit:view"));
    takeLooks(QStringLiteral("04-timeline"));
    m_drive->press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(entry->entry()->action, QStringLiteral("created")); // with the name, masked
    QVERIFY(entry->entry()->newValue->value(QLatin1String("name")).toString().contains(QLatin1String("***")));
    m_drive->press(Qt::Key_Escape); // back to the user
    QVERIFY(m_drive->find<UserForm>());
}

void TestFlowAdministration::whatWasTypedStaysWhenSomebodyElseWasFaster()
{
    signIn("admin@demo.example");
    QVERIFY(openAdministration());
    QVERIFY(select(kName));
    HttpCaller other(m_daemon->port());
    QVERIFY(other.signIn("admin2@demo.example"));
    const QString id = textOf(userOf(kAddress), "id");
    QCOMPARE(other.post(QStringLiteral("/admin/users/%1/deactivate").arg(id)).status, 200);
    QVERIFY(m_drive->tabTo(QStringLiteral("Name")));
    m_drive->type(QStringLiteral("Marija Jovanovic"));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    const auto *form = m_drive->find<UserForm>();
    const auto said = [form] { return form->findChild<Banner *>()->text(); };
    QVERIFY(m_drive->until("what changed", [&] { return said().contains(QLatin1String("Bojan Admin")); }));
    QVERIFY(said().contains(QLatin1String("Switched off")));
    QVERIFY(form->draft().name.contains(QStringLiteral("Marija Jovanovic")));
    m_drive->picture(QStringLiteral("05-somebody-was-faster"));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_drive->until("the name", [this] {
        return textOf(userOf(kAddress), "name").startsWith(QStringLiteral("Marija Jovanovic"));
    }));
    QCOMPARE(other.post(QStringLiteral("/admin/users/%1/activate").arg(id)).status, 200);
}

void TestFlowAdministration::nobodyChangesHisOwnRights()
{
    signIn("admin@demo.example");
    QVERIFY(openAdministration());
    QVERIFY(select(QStringLiteral("Vera Admin")));
    QVERIFY(!m_drive->find<QComboBox>(words::of(Permission::AuditView))->isEnabled());
    for (const QPushButton *button : m_drive->find<UserForm>()->findChildren<QPushButton *>())
        QVERIFY(!button->isVisible() || button->text() != QLatin1String("Switch off"));
    takeLooks(QStringLiteral("06-users"));
    m_workbench->setLanguage(QStringLiteral("sr-Latn-RS"));
    QVERIFY(m_drive->until("the users in Serbian", [this] {
        const QTableView *table = tableNamed(QStringLiteral("Korisnici"));
        return table && table->model()->rowCount() > 0;
    }));
    m_drive->picture(QStringLiteral("06-users-serbian"));
    const auto *tabs = m_drive->find<QTabBar>();
    QVERIFY(tabs && tabs->height() >= tabs->sizeHint().height()); // the window is a new one: its tabs must have room
    QVERIFY(leavesNothingNameless(m_drive->find<UserForm>()->window()));
}

void TestFlowAdministration::theLastAdministratorStays()
{
    // Somebody who holds what an administrator holds without being one.
    m_sql->run(QStringLiteral(
        "UPDATE users SET grants = '{config:manage,user:manage,audit:view}' WHERE email = 'senior@demo.example'"));
    m_sql->run(QStringLiteral("UPDATE users SET is_active = false WHERE email = 'admin2@demo.example'"));
    signIn("senior@demo.example");
    QVERIFY(openAdministration());
    QVERIFY(select(QStringLiteral("Vera Admin")));
    QPushButton *button = nullptr;
    for (QPushButton *one : m_drive->find<UserForm>()->findChildren<QPushButton *>())
        if (one->isVisible() && one->text() == QLatin1String("Switch off"))
            button = one;
    QVERIFY(button);
    button->setFocus();
    m_drive->press(Qt::Key_Space);
    QVERIFY(
        m_drive->until("the question", [this] { return qobject_cast<ConfirmDialog *>(m_drive->front()) != nullptr; }));
    m_drive->picture(QStringLiteral("07-switch-off"));
    m_drive->press(Qt::Key_Tab); // away from Cancel: Enter alone confirms nothing
    m_drive->press(Qt::Key_Space);
    const auto *banner = m_drive->window().findChild<UserForm *>()->findChild<Banner *>();
    QVERIFY(m_drive->until("the refusal", [banner] { return !banner->text().isEmpty(); }));
    QCOMPARE(userOf(QStringLiteral("admin@demo.example")).value(QLatin1String("is_active")).toBool(), true);
    m_drive->picture(QStringLiteral("08-last-administrator"));
    m_sql->run(QStringLiteral("UPDATE users SET is_active = true WHERE email = 'admin2@demo.example'"));
}

void TestFlowAdministration::whoMayNotSeesNothingOfIt()
{
    signIn("analyst@demo.example");
    for (const int key : {Qt::Key_7, Qt::Key_8}) {
        m_drive->press(key, Qt::AltModifier);
        QVERIFY(!m_drive->find<AuditPage>() && !m_drive->find<UserForm>());
    }
    for (const QPushButton *button : m_drive->window().findChildren<QPushButton *>())
        QVERIFY(!button->isVisible()
                || (button->text() != QLatin1String("Audit") && button->text() != QLatin1String("Administration")));
}

QTEST_MAIN(TestFlowAdministration)
#include "tst_flow_administration.moc"
