// What a person does about the own account, by keys in the real window, against the real daemon.
#include "app/SystemClock.h"
#include "app/drive/CaseKeys.h"
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"
#include "server/auth/Totp.h"
#include "ui/pages/account/AccountPage.h"
#include "ui/pages/account/PasswordPage.h"
#include "ui/pages/account/SessionRow.h"
#include "ui/pages/account/TotpSetUp.h"
#include "ui/pages/queue/QueuePage.h"
#include "ui/pages/signin/SignInPage.h"
#include "ui/shell/Language.h"
#include "ui/widgets/CodeEdit.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/QrCode.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace countersign;

namespace {

const QString kOwnPassword = QStringLiteral("Vetar nosi jesenje lisce 7");

/// RFC 4648, blanks passed over.
QByteArray fromBase32(const QString &text)
{
    static const QString alphabet = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QByteArray bytes;
    quint32 bits = 0;
    int held = 0;
    for (const QChar &letter : text) {
        const auto value = alphabet.indexOf(letter);
        if (value < 0)
            continue;
        bits = bits << 5 | quint32(value);
        if ((held += 5) < 8)
            continue;
        held -= 8;
        bytes.append(char(bits >> held & 0xff));
    }
    return bytes;
}

QString textOf(const HttpAnswer &answer, const char *name)
{
    return answer.json().value(QLatin1String(name)).toString();
}

} // namespace

class TestFlowAccount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void theFirstPasswordHasToBeChanged();
    void codesAreSetUpAskedForAndSwitchedOff();
    void anotherSessionIsEnded();
    void signsOutEverywhere();
    void theAccountIsSaidInSerbian();

private:
    struct Newcomer {
        QString email;
        QString password; ///< one-time
    };
    /// Of a name that fills its place.
    Newcomer addUser(const QString &email, const char *role);
    int statusOfSignIn(const QString &email, const QString &password) const;
    std::unique_ptr<Workbench> makeWorkbench(const QString &email);
    void open(const QString &email, const char *language = "en");
    bool signIn(const QString &password);
    bool openAccount();
    bool pressButton(const QString &text);
    bool setUpCodes(QByteArray &secret);
    bool signInAgain(const QString &email);
    bool fill(const QString &field, const QString &text);
    QString faultOf(const QString &field);
    /// In both themes and languages.
    bool picture(const QString &name);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<DaemonProcess> m_daemon;
    HttpCaller m_admin{0};
    QTemporaryDir m_scratch;
    const SystemClock m_clock;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Drive> m_drive;
    qint64 m_step = 0; ///< of the first one-time code of a test
};

void TestFlowAccount::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    QFile key(m_scratch.filePath(QStringLiteral("code.key")));
    QVERIFY(key.open(QIODevice::WriteOnly) && key.write(QByteArray(32, 'c')) == 32);
    key.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    key.close();
    m_daemon = std::make_unique<DaemonProcess>(
        m_database->daemonSettings(),
        QStringList{QStringLiteral("--set"), QStringLiteral("auth.code_key_file=") + key.fileName()});
    QVERIFY(m_daemon->start());
    m_admin = HttpCaller(m_daemon->port());
    QVERIFY(m_admin.signIn("admin@demo.example"));
}

void TestFlowAccount::cleanupTestCase()
{
    if (m_daemon)
        QCOMPARE(m_daemon->stop().status, 0);
}

void TestFlowAccount::cleanup()
{
    m_drive.reset();
    m_workbench.reset();
    m_store.reset();
}

TestFlowAccount::Newcomer TestFlowAccount::addUser(const QString &email, const char *role)
{
    const HttpAnswer made =
        m_admin.post(QStringLiteral("/admin/users"),
                     QJsonObject{{QStringLiteral("email"), email},
                                 {QStringLiteral("name"), QString::fromUtf8("Aleksandra Đorđević-Stojanović")},
                                 {QStringLiteral("role"), QLatin1String(role)}});
    return {email, textOf(made, "one_time_password")};
}

int TestFlowAccount::statusOfSignIn(const QString &email, const QString &password) const
{
    const QJsonObject body{{QStringLiteral("email"), email}, {QStringLiteral("password"), password}};
    return HttpCaller(m_daemon->port()).post(QStringLiteral("/auth/login"), body).status;
}

std::unique_ptr<Workbench> TestFlowAccount::makeWorkbench(const QString &email)
{
    const QUrl server(QStringLiteral("http://127.0.0.1:%1").arg(m_daemon->port()));
    return std::make_unique<Workbench>(Workbench::Settings{server, email, false}, Preferences(*m_store), m_clock);
}

void TestFlowAccount::open(const QString &email, const char *language)
{
    m_store = std::make_unique<QSettings>(m_scratch.filePath(QStringLiteral("workbench.ini")), QSettings::IniFormat);
    Preferences preferences(*m_store);
    preferences.setLanguage(QLatin1String(language));
    preferences.setTheme(ThemeKind::Light);
    m_workbench = makeWorkbench(email);
    m_workbench->start();
    // Tests stand in build/<preset>/tests.
    const QString pictures = QCoreApplication::applicationDirPath() + QStringLiteral("/../../screenshots/account");
    m_drive = std::make_unique<Drive>(*m_workbench, QDir::cleanPath(pictures));
}

bool TestFlowAccount::signIn(const QString &password)
{
    m_drive->type(password); // the address is there, the focus is in the password
    m_drive->press(Qt::Key_Return);
    return m_drive->until("the answer", [&] { return !m_drive->find<SignInPage>() || m_drive->find<CodeEdit>(); });
}

bool TestFlowAccount::openAccount()
{
    m_drive->press(Qt::Key_Comma, Qt::ControlModifier);
    return m_drive->until("the account", [&] { return m_drive->find<AccountPage>() && m_drive->find<SessionRow>(); });
}

bool TestFlowAccount::pressButton(const QString &text)
{
    for (int i = 0; i < 80; ++i) {
        const auto *button = qobject_cast<QPushButton *>(m_drive->front()->focusWidget());
        if (button && button->text() == text) {
            m_drive->press(Qt::Key_Space);
            return true;
        }
        m_drive->press(Qt::Key_Tab);
    }
    qWarning("Tab does not lead to the button %s", qPrintable(text));
    return false;
}

bool TestFlowAccount::fill(const QString &field, const QString &text)
{
    if (!m_drive->tabTo(field))
        return false;
    m_drive->press(Qt::Key_A, Qt::ControlModifier);
    m_drive->type(text);
    return true;
}

QString TestFlowAccount::faultOf(const QString &field)
{
    const auto *edit = m_drive->find<QLineEdit>(field);
    return edit ? edit->accessibleDescription() : QString();
}

bool TestFlowAccount::picture(const QString &name)
{
    const bool isTaken = m_drive->picture(name + QStringLiteral("-light"));
    m_workbench->setTheme(ThemeKind::Dark);
    const bool isTakenDark = m_drive->picture(name + QStringLiteral("-dark"));
    m_workbench->setTheme(ThemeKind::Light);
    return isTaken && isTakenDark;
}

void TestFlowAccount::theFirstPasswordHasToBeChanged()
{
    const Newcomer person = addUser(QStringLiteral("aleksandra.djordjevic-stojanovic@demo.example"), "analyst");
    QVERIFY(!person.password.isEmpty());
    open(person.email);
    QVERIFY(signIn(person.password));
    QVERIFY(m_drive->find<PasswordPage>());
    QVERIFY(picture(QStringLiteral("password")));

    QVERIFY(fill(QStringLiteral("Current password"), QStringLiteral("not the one that was given")));
    QVERIFY(fill(QStringLiteral("New password"), QStringLiteral("Password1234!")));
    m_drive->press(Qt::Key_Return); // to the field that is still empty
    m_drive->type(QStringLiteral("Password1234"));
    m_drive->press(Qt::Key_Return);
    QVERIFY(faultOf(QStringLiteral("New password")).contains(QStringLiteral("tried first")));
    QVERIFY(!faultOf(QStringLiteral("New password again")).isEmpty());
    QVERIFY(picture(QStringLiteral("password-refused")));

    QVERIFY(fill(QStringLiteral("New password"), kOwnPassword));
    QVERIFY(fill(QStringLiteral("New password again"), kOwnPassword));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the refusal", [&] { return !faultOf(QStringLiteral("Current password")).isEmpty(); }));
    QVERIFY(m_drive->find<PasswordPage>());

    QVERIFY(fill(QStringLiteral("Current password"), person.password));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
    QVERIFY(!m_workbench->session().user().mustChangePassword);
    QCOMPARE(statusOfSignIn(person.email, person.password), 401);
    QCOMPARE(statusOfSignIn(person.email, kOwnPassword), 200);
}

/// With a wrong code first.
bool TestFlowAccount::setUpCodes(QByteArray &secret)
{
    if (!pressButton(QStringLiteral("Set up one-time codes")))
        return false;
    m_drive->type(QLatin1String(DaemonProcess::kPassword)); // the focus is there
    m_drive->press(Qt::Key_Return);
    if (!m_drive->until("the secret", [&] { return m_drive->find<CodeEdit>() != nullptr; }))
        return false;
    for (const QLabel *label : m_drive->window().findChildren<QLabel *>())
        if (label->isVisible() && label->accessibleName().startsWith(QStringLiteral("Secret: ")))
            secret = fromBase32(label->text());
    if (secret.size() != 20 || !m_drive->find<QrCode>()->hasCode() || !picture(QStringLiteral("codes-set-up")))
        return false;
    const QString field = QStringLiteral("The code that the app shows now");
    m_drive->type(QStringLiteral("000000"));
    m_drive->press(Qt::Key_Return);
    if (!m_drive->until("the refusal", [&] { return !faultOf(field).isEmpty(); }))
        return false;
    // Three codes follow one another, each from a later step: all of them are good for the next ten seconds.
    m_step = totp::stepOf(m_clock.now() + std::chrono::seconds(10)) - 1;
    if (!fill(field, totp::codeOf(secret, m_step)))
        return false;
    m_drive->press(Qt::Key_Return);
    return m_drive->until("the codes", [&] { return m_workbench->session().user().totpEnabled; });
}

bool TestFlowAccount::signInAgain(const QString &email)
{
    m_workbench->session().signOut();
    m_drive->type(email);
    m_drive->press(Qt::Key_Tab);
    return signIn(QLatin1String(DaemonProcess::kPassword));
}

void TestFlowAccount::codesAreSetUpAskedForAndSwitchedOff()
{
    const QString email = QStringLiteral("senior@demo.example");
    open(email);
    QVERIFY(signIn(QLatin1String(DaemonProcess::kPassword)));
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
    QVERIFY(openAccount());
    QByteArray secret;
    QVERIFY(setUpCodes(secret));
    QVERIFY(picture(QStringLiteral("codes-on")));

    QVERIFY(signInAgain(email));
    QVERIFY(m_drive->find<CodeEdit>());
    QCOMPARE(m_drive->find<QLineEdit>(QStringLiteral("Password"))->text(), QLatin1String(DaemonProcess::kPassword));
    m_drive->type(QStringLiteral("000000")); // the focus is in the code
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the refusal",
                           [&] { return !faultOf(QStringLiteral("Code of your authenticator app")).isEmpty(); }));
    QVERIFY(picture(QStringLiteral("sign-in-code")));
    m_drive->type(totp::codeOf(secret, m_step + 1));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));

    QVERIFY(openAccount());
    QVERIFY(pressButton(QStringLiteral("Switch one-time codes off")));
    m_drive->type(QLatin1String(DaemonProcess::kPassword));
    m_drive->press(Qt::Key_Return);
    // No code is good twice, and the next one is half a minute away.
    SqlConsole(m_database->superuserSettings()).run(QStringLiteral("UPDATE user_totp SET last_step = last_step - 1"));
    m_drive->type(totp::codeOf(secret, m_step + 1));
    QVERIFY(picture(QStringLiteral("codes-off")));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the end of the codes", [&] { return !m_workbench->session().user().totpEnabled; }));
    QVERIFY(signInAgain(email));
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
}

void TestFlowAccount::anotherSessionIsEnded()
{
    const QString email = QStringLiteral("analyst2@demo.example");
    open(email);
    const auto elsewhere = makeWorkbench(email);
    elsewhere->start();
    elsewhere->session().signIn({email, QLatin1String(DaemonProcess::kPassword), {}, {}});
    QVERIFY(m_drive->until("the other session", [&] { return elsewhere->session().isSignedIn(); }));
    elsewhere->window().hide();
    m_drive->window().activateWindow();
    QVERIFY(signIn(QLatin1String(DaemonProcess::kPassword)));
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
    QVERIFY(openAccount());
    const auto rows = [&] { return m_drive->find<AccountPage>()->findChildren<SessionRow *>().size(); };
    QCOMPARE(rows(), 2);
    QVERIFY(picture(QStringLiteral("account")));
    m_drive->window().resize(1180, 700);
    QVERIFY(picture(QStringLiteral("account-small")));

    QVERIFY(pressButton(QStringLiteral("End")));
    QVERIFY(m_drive->until("the question", [&] { return qobject_cast<ConfirmDialog *>(m_drive->front()) != nullptr; }));
    QVERIFY(picture(QStringLiteral("account-end")));
    QVERIFY(pressButton(QStringLiteral("End the session")));
    QVERIFY(m_drive->until("one session", [&] { return rows() == 1; }));
    elsewhere->window().show();
    elsewhere->window().activateWindow();
    Drive other(*elsewhere, QString());
    QVERIFY(other.until("the end there", [&] {
        other.press(Qt::Key_F5);
        return !elsewhere->session().isSignedIn();
    }));
    QVERIFY(other.find<SignInPage>());
    QVERIFY(m_workbench->session().isSignedIn());
}

void TestFlowAccount::signsOutEverywhere()
{
    open(QStringLiteral("senior2@demo.example"));
    QVERIFY(signIn(QLatin1String(DaemonProcess::kPassword)));
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
    QVERIFY(openAccount());
    m_drive->press(Qt::Key_Escape);
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
    QVERIFY(openAccount());
    QVERIFY(pressButton(QStringLiteral("Sign out everywhere")));
    m_drive->press(Qt::Key_Return); // Enter alone confirms nothing
    QVERIFY(m_workbench->session().isSignedIn());
    QVERIFY(pressButton(QStringLiteral("Sign out everywhere")));
    QVERIFY(pressButton(QStringLiteral("Sign out everywhere")));
    QVERIFY(m_drive->until("the sign-in", [&] { return m_drive->find<SignInPage>() != nullptr; }));
}

void TestFlowAccount::theAccountIsSaidInSerbian()
{
    const Newcomer person = addUser(QStringLiteral("stanislava.djordjevic-stojanovic@demo.example"), "senior_analyst");
    open(person.email, "sr-Latn-RS");
    QVERIFY(signIn(person.password));
    QVERIFY(m_drive->find<PasswordPage>());
    m_drive->type(QStringLiteral("x"));
    m_drive->press(Qt::Key_Tab);
    m_drive->type(QStringLiteral("Stanislava 1234"));
    m_drive->press(Qt::Key_Tab);
    m_drive->type(QStringLiteral("Stanislava"));
    m_drive->press(Qt::Key_Return);
    QVERIFY(picture(QStringLiteral("password-serbian")));
    cleanup();
    open(QStringLiteral("readonly@demo.example"), "sr-Latn-RS");
    QVERIFY(signIn(QLatin1String(DaemonProcess::kPassword)));
    QVERIFY(m_drive->until("the queue", [&] { return m_drive->find<QueuePage>() != nullptr; }));
    QVERIFY(openAccount());
    QVERIFY(pressButton(TotpSetUp::tr("Set up one-time codes")));
    m_drive->type(QLatin1String(DaemonProcess::kPassword));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the secret", [&] { return m_drive->find<CodeEdit>() != nullptr; }));
    QVERIFY(picture(QStringLiteral("account-serbian")));
}
QTEST_MAIN(TestFlowAccount)
#include "tst_flow_account.moc"
