#include "server/db/Query.h"

#include "server/db/SqlError.h"

#include <QJsonDocument>
#include <QSqlError>

namespace countersign {

namespace {

/// A PostgreSQL array literal: every item quoted, quotes and backslashes escaped.
QString arrayLiteral(const QStringList &items)
{
    QStringList quoted;
    for (QString item : items) {
        item.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        quoted.append(QLatin1Char('"') + item + QLatin1Char('"'));
    }
    return QLatin1Char('{') + quoted.join(QLatin1Char(',')) + QLatin1Char('}');
}

/// The reverse for the flat text[] that PostgreSQL prints.
QStringList arrayItems(const QString &literal)
{
    QStringList items;
    QString item;
    bool quoted = false;
    bool any = false;
    for (qsizetype i = 1; i + 1 < literal.size(); ++i) {
        const QChar c = literal[i];
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
            any = true;
        } else if (c == QLatin1Char('\\')) {
            item += literal[++i];
        } else if (c == QLatin1Char(',') && !quoted) {
            items.append(item);
            item.clear();
        } else {
            item += c;
            any = true;
        }
    }
    if (any || !items.isEmpty())
        items.append(item);
    return items;
}

} // namespace

Query::Query(Connection &connection, const char *statement) : m_connection(connection), m_statement(statement)
{
    const auto prepared = connection.prepared(statement);
    if (prepared)
        m_query = *prepared;
    else
        m_error = prepared.error();
}

Query &Query::bindVariant(const char *name, const QVariant &value)
{
    if (m_query)
        m_query->bindValue(QLatin1Char(':') + QLatin1String(name), value);
    return *this;
}

Query &Query::bind(const char *name, const QString &value) { return bindVariant(name, value.isNull() ? QStringLiteral("") : value); }
Query &Query::bind(const char *name, const QByteArray &value) { return bindVariant(name, value); }
Query &Query::bind(const char *name, bool value) { return bindVariant(name, value); }
Query &Query::bind(const char *name, int value) { return bindVariant(name, value); }
Query &Query::bind(const char *name, qint64 value) { return bindVariant(name, value); }
// The driver prints doubles with too few digits; text keeps every bit.
Query &Query::bind(const char *name, double value) { return bindVariant(name, QString::number(value, 'g', 17)); }

// The driver reads times to the millisecond. Writing no more keeps what is read equal to what was written, which the
// cursors of lists rely on.
Query &Query::bind(const char *name, Instant value)
{
    return bindVariant(name, toIso(std::chrono::floor<std::chrono::milliseconds>(value)));
}

Query &Query::bind(const char *name, const QUuid &value) { return bindVariant(name, value.toString(QUuid::WithoutBraces)); }

Query &Query::bind(const char *name, const QJsonObject &value)
{
    return bindVariant(name, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

Query &Query::bind(const char *name, const QJsonArray &value)
{
    return bindVariant(name, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

Query &Query::bind(const char *name, const QStringList &value) { return bindVariant(name, arrayLiteral(value)); }
Query &Query::bind(const char *name, std::nullopt_t) { return bindVariant(name, QVariant()); }

Result<void> Query::exec()
{
    if (m_error)
        return *m_error;
    if (m_query->exec())
        return {};
    const QSqlError error = m_query->lastError();
    const Error result = errorOf(error, m_statement);
    if (isLostConnection(error)) {
        m_query = nullptr;
        m_connection.drop();
    }
    return result;
}

bool Query::next() { return m_query && m_query->next(); }

int Query::affectedRows() const { return m_query ? m_query->numRowsAffected() : 0; }

QVariant Query::variant(const char *column) const
{
    return m_query ? m_query->value(QLatin1String(column)) : QVariant();
}

void Query::read(const QVariant &variant, QString &out) { out = variant.toString(); }
void Query::read(const QVariant &variant, QByteArray &out) { out = variant.toByteArray(); }
void Query::read(const QVariant &variant, bool &out) { out = variant.toBool(); }
void Query::read(const QVariant &variant, int &out) { out = variant.toInt(); }
void Query::read(const QVariant &variant, qint64 &out) { out = variant.toLongLong(); }
void Query::read(const QVariant &variant, double &out) { out = variant.toDouble(); }
void Query::read(const QVariant &variant, Instant &out) { out = toInstant(variant.toDateTime()); }
void Query::read(const QVariant &variant, QUuid &out) { out = QUuid::fromString(variant.toString()); }

void Query::read(const QVariant &variant, QJsonObject &out)
{
    out = QJsonDocument::fromJson(variant.toString().toUtf8()).object();
}

void Query::read(const QVariant &variant, QJsonArray &out)
{
    out = QJsonDocument::fromJson(variant.toString().toUtf8()).array();
}

void Query::read(const QVariant &variant, QStringList &out) { out = arrayItems(variant.toString()); }

} // namespace countersign
