// A fresh, migrated database of its own for a test class, on a real PostgreSQL.
#pragma once

#include "server/db/Database.h"

#include <memory>

namespace countersign {

/// Cloned from a migrated template in about 0.1 s and dropped at the end. Link cs_test_support and give the test the label
/// "database".
class TestDatabase {
public:
    TestDatabase(); ///< ends the program with one line when there is no PostgreSQL
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    Database &daemon() { return *m_daemon; } ///< bound by row-level security, as the product is
    Database &owner() { return *m_owner; }   ///< for migrations

    DatabaseSettings daemonSettings() const { return m_daemon->settings(); }
    DatabaseSettings ownerSettings() const { return m_owner->settings(); }
    DatabaseSettings superuserSettings() const; ///< on this database; sees every row

private:
    const QString m_name;
    std::unique_ptr<Database> m_daemon;
    std::unique_ptr<Database> m_owner;
};

} // namespace countersign
