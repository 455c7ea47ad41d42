#include "tests/support/SqlConsole.h"

#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStringList>

#include <atomic>

namespace countersign {

namespace {

QSqlQuery executed(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        qFatal("%s\nin: %s", qPrintable(query.lastError().text()), qPrintable(sql));
    return query;
}

} // namespace

SqlConsole::SqlConsole(const DatabaseSettings &settings)
{
    static std::atomic<int> number{0};
    m_name = QStringLiteral("console-%1").arg(++number);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    m_database.setHostName(settings.host);
    m_database.setPort(settings.port);
    m_database.setDatabaseName(settings.database);
    m_database.setUserName(settings.user);
    m_database.setConnectOptions(QStringLiteral("options='-c client_min_messages=error'"));
    if (!m_database.open())
        qFatal("no console: %s", qPrintable(m_database.lastError().text()));
}

SqlConsole::~SqlConsole()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void SqlConsole::run(const QString &sql)
{
    const QSqlError error = errorOf(sql);
    if (error.isValid())
        qFatal("%s\nin: %s", qPrintable(error.text()), qPrintable(sql));
}

QSqlError SqlConsole::errorOf(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return query.lastError();
    // Of several statements each has its own answer.
    while (query.nextResult()) {
    }
    return query.lastError();
}

QString SqlConsole::failureOf(const QString &sql)
{
    const QSqlError error = errorOf(sql);
    if (!error.isValid())
        return {};
    static const QRegularExpression constraint(QStringLiteral("constraint \"([a-z0-9_]+)\""));
    return (error.nativeErrorCode() + QLatin1Char(' ') + constraint.match(error.databaseText()).captured(1)).trimmed();
}

QList<QVariant> SqlConsole::row(const QString &sql)
{
    QSqlQuery query = executed(m_database, sql);
    QList<QVariant> values;
    if (query.next())
        for (int i = 0; i < query.record().count(); ++i)
            values.append(query.value(i));
    return values;
}

QList<QVariant> SqlConsole::column(const QString &sql)
{
    QSqlQuery query = executed(m_database, sql);
    QList<QVariant> values;
    while (query.next())
        values.append(query.value(0));
    return values;
}

QVariant SqlConsole::value(const QString &sql)
{
    return column(sql).value(0);
}

QString SqlConsole::text(const QString &sql)
{
    QStringList lines;
    const auto values = column(sql);
    for (const QVariant &line : values)
        lines.append(line.toString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign
