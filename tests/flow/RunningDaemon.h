// The daemon on a cluster of its own, with tenants, people and cases: what a test of the whole begins with.
#pragma once

#include "app/SystemClock.h"
#include "app/daemon/Daemon.h"
#include "server/service/BootstrapService.h"
#include "tests/support/SqlConsole.h"

#include <QTemporaryDir>

namespace countersign::flow {

struct Reply {
    int status = 0;
    QByteArray body;

    QJsonObject json() const;
    QString code() const { return json().value(QLatin1String("code")).toString(); }
};

/// Somebody who is signed in.
struct Person {
    QString email;
    QString tenant; ///< slug
    UserId id;
    Role role = Role::Readonly;
    QByteArray accessToken;
    QByteArray refreshToken;
};

class RunningDaemon {
public:
    static constexpr char kPassword[] = "a-password-of-the-test"; ///< everybody's

    RunningDaemon(); ///< ends the program with one line when the daemon does not start
    ~RunningDaemon();

    SqlConsole &sql() { return *m_sql; } ///< the superuser: sees all tenants
    quint16 port() const { return m_daemon->port(); }

    TenantId addTenant(const QString &slug);
    /// Named `role@tenant.example`, signed in.
    Person addPerson(const QString &slug, TenantId tenant, Role role);

    /// A user whom nobody signs in: to be managed by others.
    UserId addBystander(const QString &slug, TenantId tenant);

    /// A request as it comes out of the listener; may be called from every thread.
    Reply ask(const HttpRequest &request);
    Reply ask(const char *method, const QByteArray &path, const QJsonObject &body, const Person *who = nullptr);

    void signIn(Person &person);
    /// After a call that may have ended the session or counted as a wrong password.
    void revive(Person &person);
    /// Exchanges the tokens, so that rights that were changed meanwhile are in the new one.
    void refresh(Person &person);

private:
    Reply askToRefresh(const Person &person);
    void take(Person &person, const Reply &reply);

    QTemporaryDir m_dir;
    const SystemClock m_clock;
    Metrics m_metrics;
    const KeyRing m_keys = KeyRing::withoutKeys();
    std::unique_ptr<Daemon> m_daemon;
    std::unique_ptr<SqlConsole> m_sql;
    std::unique_ptr<Database> m_database; ///< beside the daemon's, for what no request can make
    std::unique_ptr<ServiceContext> m_context;
    Passwords m_passwords{PasswordCost{1, 8u << 10}};
};

/// An application of somebody with the tenant's slug in his name.
QJsonObject applicationOf(const QString &slug);

HttpRequest request(const char *method, const QByteArray &path, const QJsonObject &body, const Person *who);

} // namespace countersign::flow
