#include "tests/flow/AdministratorFlow.h"

#include "ui/pages/admin/UserForm.h"

#include <QAbstractButton>
#include <QDir>
#include <QJsonArray>
#include <QTableView>
#include <QTest>

namespace countersign {

void AdministratorFlow::startDaemon()
{
    m_database = std::make_unique<TestDatabase>();
    m_sql = std::make_unique<SqlConsole>(m_database->superuserSettings());
    m_daemon = std::make_unique<DaemonProcess>(m_database->daemonSettings());
    QVERIFY(m_daemon->start());
    m_caller = HttpCaller(m_daemon->port());
    QVERIFY(m_caller.signIn("admin@demo.example"));
}

void AdministratorFlow::stopDaemon()
{
    if (m_daemon)
        QCOMPARE(m_daemon->stop().status, 0);
}

void AdministratorFlow::closeWindow()
{
    m_drive.reset();
    m_workbench.reset();
    m_store.reset();
}

void AdministratorFlow::signIn(const char *email)
{
    m_store = std::make_unique<QSettings>(m_scratch.filePath(QStringLiteral("workbench.ini")), QSettings::IniFormat);
    Preferences preferences(*m_store);
    preferences.setLanguage(QStringLiteral("en"));
    preferences.setTheme(ThemeKind::Light);
    const QUrl server(QStringLiteral("http://127.0.0.1:%1").arg(m_daemon->port()));
    m_workbench =
        std::make_unique<Workbench>(Workbench::Settings{server, QLatin1String(email), false}, preferences, m_clock);
    m_workbench->start();
    const QString pictures =
        QCoreApplication::applicationDirPath() + QStringLiteral("/../../screenshots/administration");
    m_drive = std::make_unique<Drive>(*m_workbench, QDir::cleanPath(pictures));
    m_drive->type(QLatin1String(DaemonProcess::kPassword));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the session", [this] { return m_workbench->session().isSignedIn(); }));
}

QTableView *AdministratorFlow::tableNamed(const QString &name)
{
    for (QTableView *table : m_drive->window().findChildren<QTableView *>())
        if (table->accessibleName() == name)
            return table;
    return nullptr;
}

bool AdministratorFlow::openAdministration()
{
    m_drive->press(Qt::Key_8, Qt::AltModifier);
    return m_drive->until("the users", [this] {
        const QTableView *table = tableNamed(QStringLiteral("Users"));
        return table && table->model()->rowCount() > 0;
    });
}

bool AdministratorFlow::select(const QString &name)
{
    m_drive->press(Qt::Key_Escape);
    m_drive->press(Qt::Key_Home, Qt::ControlModifier);
    const auto *form = m_drive->find<UserForm>();
    const QTableView *table = tableNamed(QStringLiteral("Users"));
    for (int i = 0; i < table->model()->rowCount(); ++i) {
        if (form->user() && form->user()->name == name)
            return true;
        m_drive->press(Qt::Key_Down);
    }
    return form->user() && form->user()->name == name;
}

QJsonObject AdministratorFlow::userOf(const QString &address) const
{
    return m_caller.get(QStringLiteral("/admin/users?search=") + address)
        .json()
        .value(QLatin1String("items"))[0]
        .toObject();
}

bool AdministratorFlow::leavesNothingNameless(QWidget *page)
{
    for (const QWidget *widget : page->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isControl = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && widget->parentWidget()
            && widget->focusProxy() == nullptr && !widget->objectName().startsWith(QLatin1String("qt_"));
        if (!isControl || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()))
            continue;
        qWarning("nameless: %s", widget->metaObject()->className());
        return false;
    }
    return true;
}

void AdministratorFlow::takeLooks(const QString &name)
{
    m_drive->picture(name);
    m_workbench->setTheme(ThemeKind::Dark);
    m_drive->picture(name + QStringLiteral("-dark"));
    m_workbench->setTheme(ThemeKind::Light);
}

} // namespace countersign
