// Plain SQL for tests: to look past the layer under test, or to try what it would never do.
#pragma once

#include "server/db/DatabaseSettings.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariant>

namespace countersign {

class SqlConsole {
public:
    explicit SqlConsole(const DatabaseSettings &settings); ///< ends the program when it cannot connect
    ~SqlConsole();
    Q_DISABLE_COPY_MOVE(SqlConsole)

    void run(const QString &sql); ///< ends the program with PostgreSQL's words when it fails
    /// SQLSTATE and constraint of what went wrong, as `23505 users_email_unique`; empty when nothing did.
    QString failureOf(const QString &sql);
    QList<QVariant> row(const QString &sql);    ///< the first row
    QList<QVariant> column(const QString &sql); ///< the first column of all rows
    QVariant value(const QString &sql);         ///< the first column of the first row
    QString text(const QString &sql);           ///< the first column of all rows as lines, as EXPLAIN prints

private:
    QSqlError errorOf(const QString &sql);

    QString m_name;
    QSqlDatabase m_database;
};

} // namespace countersign
