// One thread's connection to PostgreSQL: opened by Qt Sql, spoken to through libpq (docs/adr/0001).
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "server/db/DatabaseSettings.h"
#include "server/db/Sql.h"

#include <QSet>
#include <QSqlDatabase>

#include <memory>
#include <optional>
#include <vector>

struct pg_conn;
struct pg_result;

namespace countersign {

struct SqlResultDeleter {
    void operator()(pg_result *result) const;
};
using SqlResult = std::unique_ptr<pg_result, SqlResultDeleter>;
using SqlValues = std::vector<std::optional<QByteArray>>; ///< in text form, in the order of Statement::parameters

/// Never leaves its thread. Every statement is prepared at its first use under its own name and kept, so what the server
/// holds is bounded by the number of statements, whatever fails.
class Connection {
public:
    Connection(const DatabaseSettings &settings, const QString &name);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Connects where there is no live connection: also after one was cut while it was idle.
    Result<void> ensureOpen();
    /// Forgets the connection, so that the next use makes a new one.
    void drop();

    Result<void> prepare(const sql::Statement &statement);
    Result<SqlResult> execute(const sql::Statement &statement, const SqlValues &values);
    /// Travels with the transaction's next statement or with COMMIT, in the order given, and costs no round trip of its own.
    /// When it fails, what it travels with fails by its error.
    void defer(const sql::Statement &statement, SqlValues values);
    /// Outside a transaction: tenant and statement are one by themselves.
    Result<SqlResult> executeAlone(TenantId tenant, const sql::Statement &statement, const SqlValues &values);
    /// Runs a script of several statements, as migrations are. One transaction unless it says otherwise.
    Result<void> runScript(const char *name, const QByteArray &script);

    /// BEGIN travels together with the transaction's first statement and costs no round trip of its own.
    void begin();
    void setTenant(TenantId tenant);
    Result<void> commit();
    void rollback();

    bool inTransaction() const { return m_inTransaction; }
    quint64 transactionNumber() const { return m_transactionNumber; } ///< changes with each begin and end
    const QSqlDatabase &handle() const { return m_handle; }

    quint64 opening() const { return m_opening; } ///< changes whenever a new connection is made
    int socket() const;                           ///< readable when notices may have come; -1 while closed
    /// The payload of the next notice that has arrived; ensureOpen() reads them from the socket.
    std::optional<QByteArray> takeNotice();

private:
    struct Call {
        const sql::Statement *statement;
        SqlValues values;
    };

    static Call tenantCall(TenantId tenant);
    Result<SqlResult> executeAll(const std::vector<Call> &calls);
    SqlResult executeOne(const Call &call);
    bool send(const Call &call, bool prepares);
    std::vector<SqlResult> receive(std::size_t count);
    Result<SqlResult> judge(const sql::Statement &statement, SqlResult result);
    Error failureOf(const QByteArray &statement, const pg_result *result);
    void endTransaction();

    const DatabaseSettings m_settings;
    const QString m_name;
    QSqlDatabase m_handle;
    pg_conn *m_conn = nullptr; ///< owned by the driver behind m_handle; nothing while closed
    QSet<QByteArray> m_prepared;
    std::vector<Call> m_waiting; ///< BEGIN, the tenant and what was deferred, to be sent before the next statement
    bool m_inTransaction = false;
    bool m_hasDeferred = false;
    bool m_beginSent = false;
    quint64 m_transactionNumber = 0;
    quint64 m_opening = 0;
};

} // namespace countersign
