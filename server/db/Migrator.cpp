#include "server/db/Migrator.h"

#include "server/db/Sql.h"
#include "server/db/Transaction.h"

#include <QCryptographicHash>

namespace countersign {

QString Migration::checksum() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(up);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(down);
    return QString::fromLatin1(hash.result().toHex());
}

QList<Migration> embeddedMigrations()
{
    QList<Migration> migrations;
    // Sorted by name, so each .down stands before its .up.
    for (const sql::EmbeddedText &file : sql::migrationFiles()) {
        const QString fileName = QString::fromLatin1(file.name);
        const QString name = fileName.section(QLatin1Char('.'), 0, 0);
        if (migrations.isEmpty() || migrations.last().name != name)
            migrations.append({name.left(3).toInt(), name, {}, {}});
        (fileName.endsWith(QLatin1String(".up")) ? migrations.last().up : migrations.last().down) = file.text;
    }
    return migrations;
}

Migrator::Migrator(Database &owner, const Clock &clock, QList<Migration> migrations)
    : m_owner(owner), m_clock(clock), m_migrations(std::move(migrations))
{
}

Result<void> Migrator::runAlone(const char *statement)
{
    return Query::alone(m_owner, statement).exec();
}

Result<QList<Migrator::Applied>> Migrator::applied()
{
    if (auto made = runAlone("migration/create_table"); !made)
        return made.error();
    Query query = Query::alone(m_owner, "migration/list");
    if (auto done = query.exec(); !done)
        return done.error();
    QList<Applied> rows;
    while (query.next())
        rows.append({query.get<int>("number"), query.get<QString>("name"), query.get<QString>("checksum"),
                     query.get<Instant>("applied_at")});
    return rows;
}

Result<QList<Migrator::Applied>> Migrator::checkedApplied()
{
    auto rows = applied();
    if (!rows)
        return rows;
    for (const Applied &row : *rows) {
        const auto known = std::find_if(m_migrations.begin(), m_migrations.end(),
                                        [&](const Migration &migration) { return migration.number == row.number; });
        if (known == m_migrations.end())
            return Error{ErrorCode::Conflict, QStringLiteral("migration_unknown"),
                         QStringLiteral("the database has migration %1, which this program does not know").arg(row.name), {}};
        if (known->name != row.name || known->checksum() != row.checksum)
            return Error{ErrorCode::Conflict, QStringLiteral("migration_changed"),
                         QStringLiteral("migration %1 was changed after it had been applied").arg(row.name), {}};
    }
    return rows;
}

Result<QList<MigrationState>> Migrator::status()
{
    const auto rows = checkedApplied();
    if (!rows)
        return rows.error();
    QList<MigrationState> states;
    for (const Migration &migration : m_migrations) {
        MigrationState state{migration.number, migration.name, {}};
        for (const Applied &row : *rows)
            if (row.number == migration.number)
                state.appliedAt = row.at;
        states.append(state);
    }
    return states;
}

Result<void> Migrator::run(const Migration &migration, bool up)
{
    auto transaction = Transaction::begin(m_owner, {});
    if (!transaction)
        return transaction.error();
    if (auto lifted = transaction->query("migration/lift_timeout").exec(); !lifted)
        return lifted;
    const QByteArray name = migration.name.toUtf8();
    if (auto done = transaction->runScript(name.constData(), up ? migration.up : migration.down); !done)
        return done;
    Query record = transaction->query(up ? "migration/insert" : "migration/delete");
    record.bind("number", migration.number);
    if (up)
        record.bind("name", migration.name).bind("checksum", migration.checksum()).bind("applied_at", m_clock.now());
    if (auto done = record.exec(); !done)
        return done;
    return transaction->commit();
}

template <class Work>
Result<int> Migrator::locked(Work work)
{
    if (auto lock = runAlone("migration/lock"); !lock)
        return lock.error();
    Result<int> result = [&]() -> Result<int> {
        const auto rows = checkedApplied();
        return rows ? work(*rows) : Result<int>(rows.error());
    }();
    const auto unlock = runAlone("migration/unlock");
    return result.ok() && !unlock ? Result<int>(unlock.error()) : result;
}

Result<int> Migrator::up()
{
    return locked([this](const QList<Applied> &rows) -> Result<int> {
        int count = 0;
        for (const Migration &migration : m_migrations) {
            if (std::any_of(rows.begin(), rows.end(), [&](const Applied &row) { return row.number == migration.number; }))
                continue;
            if (auto done = run(migration, true); !done)
                return done.error();
            ++count;
        }
        return count;
    });
}

Result<int> Migrator::downTo(int number)
{
    return locked([this, number](const QList<Applied> &rows) -> Result<int> {
        int count = 0;
        for (auto row = rows.crbegin(); row != rows.crend() && row->number > number; ++row) {
            const auto known = std::find_if(m_migrations.begin(), m_migrations.end(),
                                            [&](const Migration &migration) { return migration.number == row->number; });
            if (auto done = run(*known, false); !done)
                return done.error();
            ++count;
        }
        return count;
    });
}

Result<void> Migrator::checkCurrent(Database &database)
{
    const QList<Migration> wanted = embeddedMigrations();
    Query query = Query::alone(database, "migration/list");
    const auto done = query.exec();
    if (!done && done.error().code == ErrorCode::Unavailable)
        return done;
    int last = 0; // a database without the table, or one that we may not read, has never been migrated
    while (query.next())
        last = query.get<int>("number");
    const int needed = wanted.isEmpty() ? 0 : wanted.last().number;
    if (last == needed)
        return {};
    const bool newer = last > needed;
    return Error{ErrorCode::Conflict,
                 newer ? QStringLiteral("schema_newer") : QStringLiteral("schema_outdated"),
                 QStringLiteral("the schema is at migration %1, this program needs %2: %3")
                     .arg(last)
                     .arg(needed)
                     .arg(newer ? QLatin1String("install the newer program")
                                : QLatin1String("its owner must apply the migrations first")),
                 {}};
}

} // namespace countersign
