// One named statement with its values and its rows.
#pragma once

#include "core/base/Id.h"
#include "core/base/Instant.h"
#include "server/db/Database.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

struct pg_result;

namespace countersign {

namespace sql {
struct Statement;
}

/// Values travel beside the statement, never inside its text, so that none can enter an error or the server's log. Give
/// every parameter of the statement a value; a missing one is NULL. May be bound and run again. The rows are a copy: they
/// stay readable after the transaction has ended.
class Query {
public:
    Query(Connection &connection, const char *statement);
    /// A statement that is a transaction by itself, for the rows of `tenant` (null: of none). Tenant and statement travel
    /// together in one round trip. When the connection breaks, nobody knows whether a writing statement took effect.
    static Query alone(Database &database, TenantId tenant, const char *statement);
    static Query alone(Database &database, const char *statement) { return alone(database, {}, statement); }
    Query(Query &&) noexcept;
    Query &operator=(Query &&) noexcept;
    ~Query();

    Query &bind(const char *name, const QString &value); ///< U+0000 makes exec() fail: Invalid `nul_character`
    Query &bind(const char *name, const QByteArray &value); ///< bytea
    Query &bind(const char *name, bool value);
    Query &bind(const char *name, int value);
    Query &bind(const char *name, qint64 value);
    Query &bind(const char *name, double value); ///< every bit arrives
    Query &bind(const char *name, Instant value);
    Query &bind(const char *name, const QUuid &value);
    Query &bind(const char *name, const QJsonObject &value); ///< compact text
    Query &bind(const char *name, const QJsonArray &value);
    Query &bind(const char *name, const QStringList &value); ///< for text[]
    Query &bind(const char *name, const QList<QUuid> &value); ///< for uuid[]
    Query &bind(const char *name, const QList<qint64> &value); ///< for bigint[] or integer[]
    Query &bind(const char *name, std::nullopt_t);
    template <class Tag>
    Query &bind(const char *name, const Id<Tag> &value)
    {
        return bind(name, value.uuid());
    }
    template <class Tag>
    Query &bind(const char *name, const QList<Id<Tag>> &values)
    {
        QList<QUuid> uuids;
        for (const Id<Tag> &value : values)
            uuids.append(value.uuid());
        return bind(name, uuids);
    }
    template <class T>
    Query &bind(const char *name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bind(name, std::nullopt);
    }
    Query &bind(const char *, const char *) = delete; // would choose bool

    Result<void> exec();
    /// For a writing statement whose rows nobody reads: it travels with the next statement of its transaction or with
    /// COMMIT, and fails there. What it was bound to is taken; fails at once only for what exec() would refuse unsent.
    Result<void> defer();
    bool next(); ///< to the first or the next row
    int affectedRows() const;
    int rowCount() const; ///< rows that the statement returned

    /// The value of a column: QString, QByteArray (bytea), bool, int, qint64, double, Instant, QUuid, Id, QJsonObject,
    /// QJsonArray, QStringList (of a text[] column) or an optional of those. NULL is the empty optional or the default.
    /// A column that the statement does not return is a programming error and ends the program.
    template <class T>
    T get(const char *column) const
    {
        T value{};
        if (const auto text = cell(column))
            read(*text, value);
        return value;
    }

private:
    Query(std::optional<Error> error, Connection *connection, const char *statement);
    Query &set(const char *name, std::optional<QByteArray> value);
    Query &refuse(const char *name);
    Result<void> checked() const; ///< whether it may be sent
    std::optional<QByteArrayView> cell(const char *column) const;

    static void read(QByteArrayView, QString &);
    static void read(QByteArrayView, QByteArray &);
    static void read(QByteArrayView, bool &);
    static void read(QByteArrayView, int &);
    static void read(QByteArrayView, qint64 &);
    static void read(QByteArrayView, double &);
    static void read(QByteArrayView, Instant &);
    static void read(QByteArrayView, QUuid &);
    static void read(QByteArrayView, QJsonObject &);
    static void read(QByteArrayView, QJsonArray &);
    static void read(QByteArrayView, QStringList &);
    template <class Tag>
    static void read(QByteArrayView text, Id<Tag> &out)
    {
        QUuid uuid;
        read(text, uuid);
        out = Id<Tag>(uuid);
    }
    template <class T>
    static void read(QByteArrayView text, std::optional<T> &out)
    {
        read(text, out.emplace());
    }

    struct Rows;
    Connection *m_connection;
    const sql::Statement *m_statement;
    TenantId m_tenant; ///< of a statement that runs alone
    bool m_alone = false;
    quint64 m_transactionNumber = 0;
    std::vector<std::optional<QByteArray>> m_values;
    std::optional<Error> m_error;
    std::unique_ptr<Rows> m_rows;
};

} // namespace countersign
