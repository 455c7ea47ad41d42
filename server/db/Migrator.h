// Brings a database's schema up or down, one numbered step at a time.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "server/db/Database.h"

#include <QList>

#include <optional>

namespace countersign {

struct Migration {
    int number = 0;
    QString name; ///< `003_create_applications`
    QByteArray up;
    QByteArray down;

    QString checksum() const; ///< SHA-256 over both scripts, hexadecimal
};

QList<Migration> embeddedMigrations(); ///< by number, without gaps

struct MigrationState {
    int number = 0;
    QString name;
    std::optional<Instant> appliedAt; ///< nothing: waits to be applied
};

/// Works as the owner's role. Each step is one transaction; an advisory lock keeps two migrators apart. Before anything is
/// changed every applied step must still be what it was: Conflict `migration_changed` or `migration_unknown` names it.
class Migrator {
public:
    Migrator(Database &owner, const Clock &clock, QList<Migration> migrations = embeddedMigrations());

    Result<QList<MigrationState>> status();
    Result<int> up();               ///< how many steps were applied
    Result<int> downTo(int number); ///< takes back every step above `number`; how many there were

    /// Whether the schema is the one this program was built for, asked as any role: Conflict `schema_outdated` (migrate) or
    /// `schema_newer` (this program is too old).
    static Result<void> checkCurrent(Database &database);

private:
    struct Applied {
        int number;
        QString name;
        QString checksum;
        Instant at;
    };

    Result<QList<Applied>> applied();
    Result<QList<Applied>> checkedApplied();
    Result<void> runAlone(const char *statement);
    Result<void> run(const Migration &migration, bool up);
    template <class Work>
    Result<int> locked(Work work);

    Database &m_owner;
    const Clock &m_clock;
    const QList<Migration> m_migrations;
};

} // namespace countersign
