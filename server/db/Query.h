// One named statement with its values and its rows.
#pragma once

#include "core/base/Id.h"
#include "core/base/Instant.h"
#include "server/db/Database.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVariant>

namespace countersign {

/// Values are bound by type, never by text, so that no value can enter an error. Give every parameter of the statement
/// a value; a missing one is NULL.
class Query {
public:
    Query(Connection &connection, const char *statement);

    Query &bind(const char *name, const QString &value);
    Query &bind(const char *name, const QByteArray &value); ///< bytea
    Query &bind(const char *name, bool value);
    Query &bind(const char *name, int value);
    Query &bind(const char *name, qint64 value);
    Query &bind(const char *name, double value);
    Query &bind(const char *name, Instant value);
    Query &bind(const char *name, const QUuid &value);
    Query &bind(const char *name, const QJsonObject &value); ///< text; the statement casts to jsonb
    Query &bind(const char *name, const QJsonArray &value);
    Query &bind(const char *name, const QStringList &value); ///< array literal; the statement casts to text[]
    Query &bind(const char *name, std::nullopt_t);
    template <class Tag>
    Query &bind(const char *name, const Id<Tag> &value)
    {
        return bind(name, value.uuid());
    }
    template <class T>
    Query &bind(const char *name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bind(name, std::nullopt);
    }
    Query &bind(const char *, const char *) = delete; // would choose bool

    Result<void> exec();
    bool next(); ///< to the first or the next row
    int affectedRows() const;

    /// The value of a column: QString, QByteArray, bool, int, qint64, double, Instant, QUuid, Id, QJsonObject,
    /// QJsonArray, QStringList (of a text[] column) or an optional of those. NULL is the empty optional or the default.
    template <class T>
    T get(const char *column) const
    {
        T value{};
        read(variant(column), value);
        return value;
    }

private:
    QVariant variant(const char *column) const;
    Query &bindVariant(const char *name, const QVariant &value);

    static void read(const QVariant &, QString &);
    static void read(const QVariant &, QByteArray &);
    static void read(const QVariant &, bool &);
    static void read(const QVariant &, int &);
    static void read(const QVariant &, qint64 &);
    static void read(const QVariant &, double &);
    static void read(const QVariant &, Instant &);
    static void read(const QVariant &, QUuid &);
    static void read(const QVariant &, QJsonObject &);
    static void read(const QVariant &, QJsonArray &);
    static void read(const QVariant &, QStringList &);
    template <class Tag>
    static void read(const QVariant &variant, Id<Tag> &out)
    {
        QUuid uuid;
        read(variant, uuid);
        out = Id<Tag>(uuid);
    }
    template <class T>
    static void read(const QVariant &variant, std::optional<T> &out)
    {
        if (!variant.isNull())
            read(variant, out.emplace());
    }

    Connection &m_connection;
    const char *m_statement;
    QSqlQuery *m_query = nullptr; ///< owned by the connection; nothing when it could not be prepared
    std::optional<Error> m_error;
};

} // namespace countersign
