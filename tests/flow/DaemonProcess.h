// The daemon as its own process, as an operator starts, stops and kills it.
#pragma once

#include "server/db/DatabaseSettings.h"

#include <QProcess>
#include <QTemporaryDir>

namespace countersign {

/// What a program that has ended left behind.
struct Ended {
    int status = -1; ///< of exit(); -1: killed, or still running when patience ended
    QString errors;  ///< standard error
    QString output;  ///< standard output
};

/// Listens on a free port of 127.0.0.1, scores with the flow tests' model, has the demo's tenant and users. Killed when
/// it goes out of scope.
class DaemonProcess {
public:
    static constexpr char kPassword[] = "flow-test-password";

    /// On a database that is there already: what `arguments` say after that wins.
    explicit DaemonProcess(const DatabaseSettings &database, const QStringList &arguments = {});
    /// On a PostgreSQL of its own in `folder`.
    explicit DaemonProcess(const QString &folder, const QStringList &arguments = {});
    ~DaemonProcess();

    bool start();     ///< true when it serves; may be called again after it ended
    void kill();      ///< -9
    Ended stop();     ///< SIGTERM
    void askToStop(); ///< SIGTERM, without waiting
    Ended waitUntilEnded(int patienceMs = 60'000);
    quint16 port() const { return m_port; }
    QString log() const; ///< standard error so far

    /// Runs countersignd with exactly these arguments until it ends by itself.
    static Ended run(const QStringList &arguments, const QStringList &environment = {});
    static QString modelFolder(); ///< of the one bundle that all flow tests share

private:
    void prepare(const QStringList &arguments);

    QTemporaryDir m_scratch;
    QStringList m_arguments;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace countersign
