// A transaction that rolls itself back unless it was committed, with its tenant set.
#pragma once

#include "server/db/Query.h"

namespace countersign {

class Transaction {
public:
    /// A null tenant sees no tenant's rows: for system tables, or to choose the tenant later by setTenant(). Unavailable
    /// when PostgreSQL cannot be reached. One at a time on a thread.
    static Result<Transaction> begin(Database &database, TenantId tenant);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Query query(const char *statement) { return Query(*m_connection, statement); }
    /// Runs a text of several statements, as migrations are; `name` is what an error calls it.
    Result<void> runScript(const char *name, const QByteArray &script);
    /// For the statements that follow. Unavailable when the transaction has been lost.
    Result<void> setTenant(TenantId tenant);

    /// Unavailable with reason `commit_unknown` when the connection broke before the answer came: the data may be
    /// there or not. Never repeat such a transaction; look instead.
    Result<void> commit();

private:
    explicit Transaction(Connection &connection);
    bool isOpen() const;
    static Error lost();

    Connection *m_connection;
    quint64 m_number;
};

} // namespace countersign
