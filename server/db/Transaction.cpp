#include "server/db/Transaction.h"

#include "server/db/Connection.h"

namespace countersign {

Result<Transaction> Transaction::begin(Database &database, TenantId tenant)
{
    const auto connection = database.connection();
    if (!connection)
        return connection.error();
    Transaction transaction(**connection);
    if (auto set = transaction.setTenant(tenant); !set)
        return set.error();
    return transaction;
}

Transaction::Transaction(Connection &connection) : m_connection(&connection)
{
    connection.begin();
    m_number = connection.transactionNumber();
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_number(other.m_number)
{
}

Transaction::~Transaction()
{
    if (m_connection && isOpen())
        m_connection->rollback();
}

bool Transaction::isOpen() const
{
    return m_connection->inTransaction() && m_connection->transactionNumber() == m_number;
}

Error Transaction::lost()
{
    return {ErrorCode::Unavailable, QStringLiteral("database_unavailable"), QStringLiteral("the transaction was lost"), {}};
}

Result<void> Transaction::setTenant(TenantId tenant)
{
    if (!isOpen())
        return lost();
    m_connection->setTenant(tenant);
    return {};
}

Result<void> Transaction::runScript(const char *name, const QByteArray &script)
{
    return isOpen() ? m_connection->runScript(name, script) : lost();
}

Result<void> Transaction::commit()
{
    // After a lost connection the transaction is already gone, and COMMIT must not be sent on a new one.
    if (!isOpen())
        return lost();
    return m_connection->commit();
}

} // namespace countersign
