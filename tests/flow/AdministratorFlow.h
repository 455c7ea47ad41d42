// The real window against a real daemon, for tests that look at pages of administrators.
#pragma once

#include "app/SystemClock.h"
#include "app/drive/Drive.h"
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QSettings>

class QTableView;

namespace countersign {

/// What such tests inherit. `m_caller` is signed in as the demo's first administrator.
class AdministratorFlow : public QObject {
protected:
    void startDaemon();
    void stopDaemon();
    void closeWindow();
    void signIn(const char *email);              ///< opens a window of its own
    QTableView *tableNamed(const QString &name); ///< also while something else stands in its place
    bool openAdministration();
    bool select(const QString &name); ///< by keys, until the form shows that user
    QJsonObject userOf(const QString &address) const;
    bool leavesNothingNameless(QWidget *page); ///< every control that takes keys says to a screen reader what it is
    void takeLooks(const QString &name);       ///< pictures in light and dark

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_sql;
    std::unique_ptr<DaemonProcess> m_daemon;
    HttpCaller m_caller{0};
    const SystemClock m_clock;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Drive> m_drive;

private:
    QTemporaryDir m_scratch;
    std::unique_ptr<QSettings> m_store;
};

} // namespace countersign
