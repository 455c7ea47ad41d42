#include "server/db/Database.h"

#include "server/db/Sql.h"
#include "server/db/SqlError.h"

#include <QSqlError>
#include <QThread>

#include <atomic>
#include <map>

namespace countersign {

namespace {

QString connectOptions(const DatabaseSettings &settings)
{
    QStringList options{QStringLiteral("connect_timeout=%1").arg(settings.connectTimeoutSeconds),
                        QStringLiteral("application_name=countersign"),
                        QStringLiteral("options=-c statement_timeout=%1 -c TimeZone=UTC -c client_min_messages=error")
                            .arg(settings.statementTimeoutSeconds * 1000)};
    if (!settings.sslMode.isEmpty())
        options.append(QStringLiteral("sslmode=%1").arg(settings.sslMode));
    return options.join(QLatin1Char(';'));
}

} // namespace

Connection::Connection(const DatabaseSettings &settings, const QString &name) : m_settings(settings), m_name(name)
{
    QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    handle.setHostName(settings.host);
    handle.setPort(settings.port);
    handle.setDatabaseName(settings.database);
    handle.setUserName(settings.user);
    handle.setPassword(settings.password);
    handle.setConnectOptions(connectOptions(settings));
    handle.setNumericalPrecisionPolicy(QSql::HighPrecision); // numeric would arrive as a rounded double
}

Connection::~Connection()
{
    drop();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::handle() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<void> Connection::ensureOpen()
{
    QSqlDatabase db = handle();
    if (db.isOpen())
        return {};
    m_prepared.clear();
    inTransaction = false;
    if (!db.open())
        return Error{ErrorCode::Unavailable, QStringLiteral("database_unavailable"),
                     QStringLiteral("PostgreSQL cannot be reached at %1:%2").arg(m_settings.host).arg(m_settings.port), {}};
    return {};
}

void Connection::drop()
{
    m_prepared.clear();
    inTransaction = false;
    handle().close();
}

Result<QSqlQuery *> Connection::prepared(const char *name)
{
    const auto known = m_prepared.constFind(name);
    if (known != m_prepared.constEnd())
        return known->get();
    auto query = std::make_shared<QSqlQuery>(handle());
    query->setForwardOnly(true);
    if (!query->prepare(sql::statement(name))) {
        const QSqlError error = query->lastError();
        if (isLostConnection(error))
            drop();
        return errorOf(error, name);
    }
    m_prepared.insert(name, query);
    return query.get();
}

Result<void> Connection::run(const char *text)
{
    QSqlQuery query(handle());
    if (query.exec(QLatin1String(text)))
        return {};
    const QSqlError error = query.lastError();
    if (isLostConnection(error))
        drop();
    return errorOf(error, text);
}

/// Each thread keeps its connections by the serial number of their Database and closes them when it ends.
struct Database::PerThread {
    std::map<quint64, std::unique_ptr<Connection>> connections;

    static PerThread &current()
    {
        thread_local PerThread perThread;
        return perThread;
    }
};

namespace {
quint64 nextSerial()
{
    static std::atomic<quint64> serial{0};
    return ++serial;
}
} // namespace

Database::Database(DatabaseSettings settings) : m_settings(std::move(settings)), m_serial(nextSerial()) {}

Database::~Database()
{
    closeThreadConnection();
}

Result<Connection *> Database::connection()
{
    auto &own = PerThread::current().connections[m_serial];
    if (!own) {
        static std::atomic<quint64> counter{0};
        own = std::make_unique<Connection>(m_settings, QStringLiteral("countersign-%1").arg(++counter));
    }
    if (auto open = own->ensureOpen(); !open)
        return open.error();
    return own.get();
}

void Database::closeThreadConnection()
{
    PerThread::current().connections.erase(m_serial);
}

} // namespace countersign
