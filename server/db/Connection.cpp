#include "server/db/Connection.h"

#include "server/db/SqlError.h"

#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

#include <algorithm>

namespace countersign {

namespace {

constexpr int kIdleInTransactionSeconds = 60;

QString connectOptions(const DatabaseSettings &settings)
{
    // Quoted as a whole for libpq; the driver turns semicolons into blanks.
    const QString server = QStringLiteral("'-c statement_timeout=%1 -c idle_in_transaction_session_timeout=%2 -c TimeZone=UTC "
                                          "-c client_min_messages=error'")
                               .arg(settings.statementTimeoutSeconds * 1000)
                               .arg(kIdleInTransactionSeconds * 1000);
    QStringList options{QStringLiteral("connect_timeout=%1").arg(settings.connectTimeoutSeconds),
                        QStringLiteral("application_name=countersign"), QStringLiteral("options=") + server};
    if (!settings.sslMode.isEmpty())
        options.append(QStringLiteral("sslmode=%1").arg(settings.sslMode));
    return options.join(QLatin1Char(';'));
}

/// The values as libpq takes them: a null pointer is NULL.
std::vector<const char *> pointersTo(const SqlValues &values)
{
    std::vector<const char *> pointers;
    pointers.reserve(values.size());
    for (const auto &value : values)
        pointers.push_back(value ? value->constData() : nullptr);
    return pointers;
}

QByteArray field(const pg_result *result, int code)
{
    return QByteArray(PQresultErrorField(result, code));
}

} // namespace

void SqlResultDeleter::operator()(pg_result *result) const
{
    PQclear(result);
}

Connection::Connection(const DatabaseSettings &settings, const QString &name)
    : m_settings(settings), m_name(name), m_handle(QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name))
{
    m_handle.setHostName(settings.host);
    m_handle.setPort(settings.port);
    m_handle.setDatabaseName(settings.database);
    m_handle.setUserName(settings.user);
    m_handle.setPassword(settings.password);
    m_handle.setConnectOptions(connectOptions(settings));
}

Connection::~Connection()
{
    drop();
    m_handle = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::ensureOpen()
{
    // Reading what is there shows a connection that the server closed while nobody looked.
    if (m_conn && (!PQconsumeInput(m_conn) || PQstatus(m_conn) != CONNECTION_OK))
        drop();
    if (m_conn)
        return {};
    if (!m_handle.open()) {
        const QString why = m_handle.lastError().databaseText().simplified();
        return Error{ErrorCode::Unavailable, QStringLiteral("database_unavailable"),
                     QStringLiteral("PostgreSQL cannot be reached at %1:%2: %3").arg(m_settings.host).arg(m_settings.port).arg(why),
                     {}};
    }
    const QVariant native = m_handle.driver()->handle();
    if (qstrcmp(native.typeName(), "PGconn*") != 0 && qstrcmp(native.typeName(), "pg_conn*") != 0)
        qFatal("the PostgreSQL driver of Qt gives no PGconn");
    m_conn = *static_cast<PGconn *const *>(native.constData());
    ++m_opening;
    // Notices would go to standard error, and they may quote values.
    PQsetNoticeProcessor(m_conn, [](void *, const char *) {}, nullptr);
    return {};
}

int Connection::socket() const
{
    return m_conn ? PQsocket(m_conn) : -1;
}

std::optional<QByteArray> Connection::takeNotice()
{
    const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notice(m_conn ? PQnotifies(m_conn) : nullptr, &PQfreemem);
    return notice ? std::optional(QByteArray(notice->extra)) : std::nullopt;
}

void Connection::drop()
{
    m_conn = nullptr;
    m_prepared.clear();
    endTransaction();
    m_handle.close();
}

void Connection::endTransaction()
{
    if (m_inTransaction)
        ++m_transactionNumber;
    m_inTransaction = false;
    m_hasDeferred = false;
    m_beginSent = false;
    m_waiting.clear();
}

void Connection::begin()
{
    if (m_inTransaction)
        qFatal("a transaction was begun inside another one on the same thread");
    ++m_transactionNumber;
    m_inTransaction = true;
    m_waiting.push_back({&sql::statement("session/begin"), {}});
}

Connection::Call Connection::tenantCall(TenantId tenant)
{
    return {&sql::statement("session/set_tenant"),
            {tenant.isNull() ? QByteArray("") : tenant.uuid().toByteArray(QUuid::WithoutBraces)}};
}

void Connection::setTenant(TenantId tenant)
{
    const Call call = tenantCall(tenant);
    if (!m_hasDeferred) // else it belongs to what was deferred after it
        std::erase_if(m_waiting, [&](const Call &waiting) { return waiting.statement == call.statement; });
    m_waiting.push_back(call);
}

void Connection::defer(const sql::Statement &statement, SqlValues values)
{
    if (!m_inTransaction)
        qFatal("statement '%s' was deferred outside a transaction", statement.name.constData());
    m_waiting.push_back({&statement, std::move(values)});
    m_hasDeferred = true;
}

Result<SqlResult> Connection::executeAlone(TenantId tenant, const sql::Statement &statement, const SqlValues &values)
{
    if (m_inTransaction)
        qFatal("statement '%s' was to run alone inside a transaction", statement.name.constData());
    // What is sent up to one sync is one transaction, committed or rolled back by PostgreSQL itself.
    return tenant.isNull() ? executeAll({{&statement, values}}) : executeAll({tenantCall(tenant), {&statement, values}});
}

Result<void> Connection::prepare(const sql::Statement &statement)
{
    if (!m_conn)
        return failureOf(statement.name, nullptr);
    if (m_prepared.contains(statement.name))
        return {};
    SqlResult prepared(PQprepare(m_conn, statement.name.constData(), statement.text.constData(), 0, nullptr));
    if (auto judged = judge(statement, std::move(prepared)); !judged)
        return judged.error();
    m_prepared.insert(statement.name);
    return {};
}

Result<SqlResult> Connection::execute(const sql::Statement &statement, const SqlValues &values)
{
    std::vector<Call> calls = m_waiting;
    calls.push_back({&statement, values});
    const bool first = m_inTransaction && !m_beginSent;
    const quint64 number = m_transactionNumber;
    Result<SqlResult> result = executeAll(calls);
    if (!result && first && !m_conn) {
        // The connection had died unseen. Nothing of this transaction was committed, so it may begin anew.
        if (auto open = ensureOpen(); !open)
            return open.error();
        m_inTransaction = true;
        m_transactionNumber = number;
        result = executeAll(calls);
    }
    if (m_conn && m_inTransaction) {
        m_beginSent = true;
        m_hasDeferred = false;
        m_waiting.clear();
    }
    return result;
}

Result<SqlResult> Connection::executeAll(const std::vector<Call> &calls)
{
    if (!m_conn)
        return failureOf(calls.back().statement->name, nullptr);
    if (calls.size() == 1) {
        const Call &call = calls.front();
        if (auto prepared = prepare(*call.statement); !prepared)
            return prepared.error();
        return judge(*call.statement, executeOne(call));
    }

    std::vector<bool> prepares;
    QSet<QByteArray> prepared = m_prepared;
    for (const Call &call : calls) {
        prepares.push_back(!prepared.contains(call.statement->name));
        prepared.insert(call.statement->name);
    }
    PQenterPipelineMode(m_conn);
    bool sent = true;
    for (std::size_t i = 0; i < calls.size(); ++i)
        sent = sent && send(calls[i], prepares[i]);
    sent = sent && PQpipelineSync(m_conn);
    if (!sent)
        return failureOf(calls.back().statement->name, nullptr);
    std::vector<SqlResult> results = receive(calls.size() + std::size_t(std::count(prepares.begin(), prepares.end(), true)));
    PQexitPipelineMode(m_conn);

    // The first failure explains the others, which were skipped.
    std::size_t next = 0;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const sql::Statement &statement = *calls[i].statement;
        if (prepares[i]) {
            auto judged = judge(statement, std::move(results[next++]));
            if (!judged)
                return judged;
            m_prepared.insert(statement.name);
        }
        auto result = judge(statement, std::move(results[next++]));
        if (!result || i + 1 == calls.size())
            return result;
    }
    return failureOf(calls.back().statement->name, nullptr);
}

SqlResult Connection::executeOne(const Call &call)
{
    const sql::Statement &statement = *call.statement;
    const auto pointers = pointersTo(call.values);
    return SqlResult(PQexecPrepared(m_conn, statement.name.constData(), int(pointers.size()), pointers.data(), nullptr,
                                    nullptr, 0));
}

bool Connection::send(const Call &call, bool prepares)
{
    const sql::Statement &statement = *call.statement;
    if (prepares && !PQsendPrepare(m_conn, statement.name.constData(), statement.text.constData(), 0, nullptr))
        return false;
    const auto pointers = pointersTo(call.values);
    return PQsendQueryPrepared(m_conn, statement.name.constData(), int(pointers.size()), pointers.data(), nullptr, nullptr, 0);
}

std::vector<SqlResult> Connection::receive(std::size_t count)
{
    std::vector<SqlResult> results(count);
    for (SqlResult &result : results) {
        result.reset(PQgetResult(m_conn));
        if (result)
            SqlResult(PQgetResult(m_conn)); // the null pointer that ends each answer
    }
    SqlResult(PQgetResult(m_conn)); // the answer to the sync
    return results;
}

Result<SqlResult> Connection::judge(const sql::Statement &statement, SqlResult result)
{
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return result;
    return failureOf(statement.name, result.get());
}

Error Connection::failureOf(const QByteArray &statement, const pg_result *result)
{
    SqlFailure failure{statement, {}, {}, !m_conn || PQstatus(m_conn) != CONNECTION_OK};
    if (result) {
        failure.sqlState = field(result, PG_DIAG_SQLSTATE);
        failure.constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
    }
    if (failure.connectionLost || failure.sqlState.isEmpty() || failure.sqlState.startsWith("57P"))
        drop();
    return errorOf(failure);
}

Result<void> Connection::runScript(const char *name, const QByteArray &script)
{
    if (!m_conn)
        return failureOf(name, nullptr);
    // What waits to be sent must come first.
    if (!m_waiting.empty()) {
        std::vector<Call> calls = std::exchange(m_waiting, {});
        m_beginSent = true;
        if (auto sent = executeAll(calls); !sent)
            return sent.error();
    }
    const SqlResult result(PQexec(m_conn, script.constData()));
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return {};
    return failureOf(name, result.get());
}

Result<void> Connection::commit()
{
    if (!m_beginSent && !m_hasDeferred) {
        endTransaction(); // nothing was ever sent
        return {};
    }
    std::vector<Call> calls = std::exchange(m_waiting, {});
    calls.push_back({&sql::statement("session/commit"), {}});
    m_beginSent = true;
    const auto result = executeAll(calls);
    if (!m_conn) {
        endTransaction();
        return Error{ErrorCode::Unavailable, QStringLiteral("commit_unknown"),
                     QStringLiteral("the connection was lost during COMMIT"), {}};
    }
    if (!result) {
        rollback(); // something that was deferred failed, and COMMIT was skipped
        return result.error();
    }
    endTransaction();
    // COMMIT of a failed transaction succeeds by rolling it back, and only its tag says so.
    if (qstrcmp(PQcmdStatus(result->get()), "COMMIT") != 0)
        return Error{ErrorCode::Internal, QStringLiteral("transaction_failed"),
                     QStringLiteral("COMMIT of a transaction in which a statement had failed"), {}};
    return {};
}

void Connection::rollback()
{
    if (m_beginSent && m_conn && !executeAll({{&sql::statement("session/rollback"), {}}}))
        drop();
    endTransaction();
}

} // namespace countersign
