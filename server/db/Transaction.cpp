#include "server/db/Transaction.h"

namespace countersign {

Result<Transaction> Transaction::begin(Database &database, TenantId tenant)
{
    // A connection that died while it was idle shows itself at BEGIN: one new try finds out whether PostgreSQL is back.
    for (int attempt = 0;; ++attempt) {
        const auto connection = database.connection();
        if (!connection)
            return connection.error();
        Connection &open = **connection;
        if (open.inTransaction)
            qFatal("a transaction was begun inside another one on the same thread");
        Result<void> begun = open.run("BEGIN");
        if (begun) {
            open.inTransaction = true;
            Transaction transaction(open);
            if (!tenant.isNull()) {
                if (auto set = transaction.setTenant(tenant); !set)
                    return set.error();
            }
            return transaction;
        }
        if (begun.error().code != ErrorCode::Unavailable || attempt > 0)
            return begun.error();
    }
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    if (!m_connection || !m_connection->inTransaction)
        return;
    m_connection->inTransaction = false;
    if (!m_connection->run("ROLLBACK"))
        m_connection->drop();
}

Result<void> Transaction::setTenant(TenantId tenant)
{
    Query set = query("session/set_tenant");
    return set.bind("tenant_id", tenant).exec();
}

Result<void> Transaction::commit()
{
    // After a lost connection the transaction is already gone, and COMMIT must not be sent on a new one.
    if (!m_connection->inTransaction)
        return Error{ErrorCode::Unavailable, QStringLiteral("database_unavailable"),
                     QStringLiteral("the connection was lost before COMMIT"), {}};
    m_connection->inTransaction = false;
    auto committed = m_connection->run("COMMIT");
    if (!committed && committed.error().code == ErrorCode::Unavailable)
        return Error{ErrorCode::Unavailable, QStringLiteral("commit_unknown"),
                     QStringLiteral("the connection was lost during COMMIT"), {}};
    return committed;
}

} // namespace countersign
