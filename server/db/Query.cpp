#include "server/db/Query.h"

#include "server/db/Connection.h"
#include "server/db/PgText.h"

#include <QJsonDocument>

#include <libpq-fe.h>

namespace countersign {

struct Query::Rows {
    SqlResult result;
    int row = -1;
};

Query::Query(std::optional<Error> error, Connection *connection, const char *statement)
    : m_connection(connection), m_statement(&sql::statement(statement)),
      m_transactionNumber(connection ? connection->transactionNumber() : 0),
      m_values(std::size_t(m_statement->parameters.size())), m_error(std::move(error))
{
}

Query::Query(Connection &connection, const char *statement) : Query(std::nullopt, &connection, statement) {}

Query Query::alone(Database &database, TenantId tenant, const char *statement)
{
    const auto connection = database.connection();
    Query query = connection ? Query(std::nullopt, *connection, statement) : Query(connection.error(), nullptr, statement);
    query.m_tenant = tenant;
    query.m_alone = true;
    return query;
}

Query::Query(Query &&) noexcept = default;
Query &Query::operator=(Query &&) noexcept = default;
Query::~Query() = default;

Query &Query::set(const char *name, std::optional<QByteArray> value)
{
    bool known = false;
    for (qsizetype i = 0; i < m_statement->parameters.size(); ++i) {
        if (m_statement->parameters[i] != name)
            continue;
        m_values[std::size_t(i)] = value;
        known = true;
    }
    if (!known)
        qFatal("statement '%s' has no parameter :%s", m_statement->name.constData(), name);
    return *this;
}

Query &Query::refuse(const char *name)
{
    m_error = Error{ErrorCode::Invalid, QStringLiteral("nul_character"),
                    QStringLiteral("%1: parameter %2 contains U+0000").arg(QString::fromUtf8(m_statement->name), QLatin1String(name)),
                    {}};
    return *this;
}

Query &Query::bind(const char *name, const QString &value)
{
    return value.contains(QChar(0)) ? refuse(name) : set(name, value.isNull() ? QByteArray("") : value.toUtf8());
}

Query &Query::bind(const char *name, const QByteArray &value) { return set(name, "\\x" + value.toHex()); }
Query &Query::bind(const char *name, bool value) { return set(name, QByteArray(value ? "t" : "f")); }
Query &Query::bind(const char *name, int value) { return set(name, QByteArray::number(value)); }
Query &Query::bind(const char *name, qint64 value) { return set(name, QByteArray::number(value)); }
Query &Query::bind(const char *name, double value) { return set(name, QByteArray::number(value, 'g', 17)); }
Query &Query::bind(const char *name, Instant value) { return set(name, toIso(value).toLatin1()); }
Query &Query::bind(const char *name, const QUuid &value) { return set(name, value.toByteArray(QUuid::WithoutBraces)); }

Query &Query::bind(const char *name, const QJsonObject &value)
{
    const QByteArray text = QJsonDocument(value).toJson(QJsonDocument::Compact);
    return pgtext::jsonHasNul(text) ? refuse(name) : set(name, text);
}

Query &Query::bind(const char *name, const QJsonArray &value)
{
    const QByteArray text = QJsonDocument(value).toJson(QJsonDocument::Compact);
    return pgtext::jsonHasNul(text) ? refuse(name) : set(name, text);
}

Query &Query::bind(const char *name, const QStringList &value)
{
    for (const QString &item : value)
        if (item.contains(QChar(0)))
            return refuse(name);
    return set(name, pgtext::arrayLiteral(value));
}

Query &Query::bind(const char *name, const QList<QUuid> &value)
{
    QByteArrayList items;
    for (const QUuid &uuid : value)
        items.append(uuid.toByteArray(QUuid::WithoutBraces));
    return set(name, '{' + items.join(',') + '}');
}

Query &Query::bind(const char *name, const QList<qint64> &value)
{
    QByteArrayList items;
    for (const qint64 number : value)
        items.append(QByteArray::number(number));
    return set(name, '{' + items.join(',') + '}');
}

Query &Query::bind(const char *name, std::nullopt_t) { return set(name, std::nullopt); }

Result<void> Query::checked() const
{
    if (m_error)
        return *m_error;
    if (m_connection->transactionNumber() != m_transactionNumber)
        return Error{ErrorCode::Unavailable, QStringLiteral("database_unavailable"),
                     QStringLiteral("%1: its transaction has ended").arg(QString::fromUtf8(m_statement->name)), {}};
    return {};
}

Result<void> Query::defer()
{
    if (auto good = checked(); !good)
        return good;
    m_connection->defer(*m_statement, std::move(m_values));
    m_values.assign(std::size_t(m_statement->parameters.size()), std::nullopt);
    return {};
}

Result<void> Query::exec()
{
    m_rows.reset();
    if (auto good = checked(); !good)
        return good;
    auto result = m_alone ? m_connection->executeAlone(m_tenant, *m_statement, m_values)
                          : m_connection->execute(*m_statement, m_values);
    if (!result)
        return result.error();
    m_rows = std::make_unique<Rows>(Rows{*std::move(result), -1});
    return {};
}

bool Query::next()
{
    return m_rows && ++m_rows->row < PQntuples(m_rows->result.get());
}

int Query::rowCount() const
{
    return m_rows ? PQntuples(m_rows->result.get()) : 0;
}

int Query::affectedRows() const
{
    return m_rows ? QByteArray(PQcmdTuples(m_rows->result.get())).toInt() : 0;
}

std::optional<QByteArrayView> Query::cell(const char *column) const
{
    if (!m_rows || m_rows->row < 0 || m_rows->row >= PQntuples(m_rows->result.get()))
        return std::nullopt;
    const pg_result *rows = m_rows->result.get();
    const int number = PQfnumber(rows, column);
    if (number < 0)
        qFatal("statement '%s' returns no column '%s'", m_statement->name.constData(), column);
    if (PQgetisnull(rows, m_rows->row, number))
        return std::nullopt;
    return QByteArrayView(PQgetvalue(rows, m_rows->row, number), PQgetlength(rows, m_rows->row, number));
}

void Query::read(QByteArrayView text, QString &out) { out = QString::fromUtf8(text); }
void Query::read(QByteArrayView text, bool &out) { out = text == "t"; }
void Query::read(QByteArrayView text, int &out) { out = text.toInt(); }
void Query::read(QByteArrayView text, qint64 &out) { out = text.toLongLong(); }
void Query::read(QByteArrayView text, double &out) { out = pgtext::toDouble(text); }
void Query::read(QByteArrayView text, Instant &out) { out = pgtext::toInstant(text); }
void Query::read(QByteArrayView text, QUuid &out) { out = QUuid::fromString(QLatin1String(text)); }
void Query::read(QByteArrayView text, QJsonObject &out) { out = QJsonDocument::fromJson(text.toByteArray()).object(); }
void Query::read(QByteArrayView text, QByteArray &out)
{
    // Qt's driver chooses the escape format for its connections; libpq reads either.
    std::size_t size = 0;
    uchar *bytes = PQunescapeBytea(reinterpret_cast<const uchar *>(text.data()), &size);
    out = QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size));
    PQfreemem(bytes);
}

void Query::read(QByteArrayView text, QJsonArray &out) { out = QJsonDocument::fromJson(text.toByteArray()).array(); }
void Query::read(QByteArrayView text, QStringList &out) { out = pgtext::arrayItems(text); }

} // namespace countersign
