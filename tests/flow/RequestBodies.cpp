#include "tests/flow/RequestBodies.h"

#include <QRegularExpression>

#include <array>

namespace countersign::flow {

namespace {

/// For texts with a pattern: the first that fits it.
constexpr std::array kSamples{"a@b.example", "RSD", "en", "UTC", "12:00", "x1", "+381601234567", "1503985710001"};

struct IdKind {
    const char *word;
    const char *table;
};
constexpr std::array kIdKinds{
    IdKind{"application", "applications"}, IdKind{"queue", "analyst_queues"}, IdKind{"analyst", "users"},
    IdKind{"user", "users"},               IdKind{"decision", "decisions"},   IdKind{"tenant", "tenants"},
    IdKind{"session", "sessions"},         IdKind{"condition", "decision_conditions"},
    IdKind{"document", "documents"},       IdKind{"person", "persons"},
    IdKind{"item", "document_items"},
    IdKind{"second", "second_looks"},
    IdKind{"webhook", "webhooks"},         IdKind{"delivery", "webhook_deliveries"},
    IdKind{"notification", "notifications"},
};

struct Maker {
    SchemaDefinitions definitions;
    const IdSource &ids;
    bool withOptionalIds;

    QJsonValue value(const QString &name, const QJsonObject &given) const
    {
        const QJsonObject schema = resolved(given);
        if (schema.contains(QLatin1String("enum")))
            return schema.value(QLatin1String("enum")).toArray().first();
        const QString type = schema.value(QLatin1String("type")).toString();
        if (type == QLatin1String("object"))
            return object(schema);
        if (type == QLatin1String("array"))
            return list(name, schema);
        if (type == QLatin1String("boolean"))
            return false;
        if (type == QLatin1String("string"))
            return text(name, schema);
        const double least = schema.value(QLatin1String("minimum")).toDouble(schema.value(QLatin1String("exclusiveMinimum")).toDouble(0) + 1);
        return least;
    }

    QJsonObject resolved(const QJsonObject &schema) const
    {
        if (schema.contains(QLatin1String("anyOf")))
            return resolved(schema.value(QLatin1String("anyOf")).toArray().first().toObject());
        const QString reference = schema.value(QLatin1String("$ref")).toString();
        return reference.isEmpty() ? schema : definitions.value(reference.section(QLatin1Char('/'), -1)).toObject();
    }

    QJsonObject object(const QJsonObject &schema) const
    {
        QJsonObject made;
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            if (required.contains(it.key()) || (withOptionalIds && isId(it.value().toObject())))
                made.insert(it.key(), value(it.key(), it.value().toObject()));
        return made;
    }

    bool isId(const QJsonObject &schema) const
    {
        return resolved(schema).value(QLatin1String("format")).toString() == QLatin1String("uuid");
    }

    QJsonArray list(const QString &name, const QJsonObject &schema) const
    {
        QJsonArray made;
        for (int i = 0; i < schema.value(QLatin1String("minItems")).toInt(); ++i)
            made.append(value(name, schema.value(QLatin1String("items")).toObject()));
        return made;
    }

    QString text(const QString &name, const QJsonObject &schema) const
    {
        const QString format = schema.value(QLatin1String("format")).toString();
        if (format == QLatin1String("uuid"))
            return ids(name);
        if (format == QLatin1String("date"))
            return QStringLiteral("1985-03-15");
        if (format == QLatin1String("date-time"))
            return QStringLiteral("2026-11-24T10:00:00Z");
        if (const QString pattern = schema.value(QLatin1String("pattern")).toString(); !pattern.isEmpty()) {
            const QRegularExpression form(pattern);
            for (const char *sample : kSamples)
                if (form.match(QLatin1String(sample)).hasMatch())
                    return QLatin1String(sample);
        }
        return QString(std::max(1, schema.value(QLatin1String("minLength")).toInt()), QLatin1Char('x'));
    }
};

bool namesAnId(const FieldAccess &field)
{
    return QByteArrayView(field.name).endsWith("_id") || QByteArrayView(field.name) == "id";
}

} // namespace

QString tableOfId(const api::EndpointRow &row, const QString &name)
{
    const QString before = QString::fromLatin1(row.path).section(QStringLiteral("/{id}"), 0, 0).section(QLatin1Char('/'), -1);
    const QString described = name == QLatin1String("id") ? before : name;
    for (const IdKind &kind : kIdKinds)
        if (described.contains(QLatin1String(kind.word)))
            return QLatin1String(kind.table);
    return {};
}

QJsonObject bodyFor(const api::EndpointRow &row, const IdSource &ids, bool withOptionalIds)
{
    Maker maker{{}, ids, withOptionalIds};
    const QJsonObject schema = row.requestSchema(maker.definitions);
    return maker.value({}, schema).toObject();
}

QByteArray pathFor(const api::EndpointRow &row, const IdSource &ids)
{
    QString path = QLatin1String(api::kPrefix) + QLatin1String(row.path);
    for (const QString &parameter : api::pathParameters(row.path))
        path.replace(QLatin1Char('{') + parameter + QLatin1Char('}'), ids(parameter));
    return path.toUtf8();
}

QByteArray queryFor(const api::EndpointRow &row, const IdSource &ids)
{
    QUrlQuery query;
    for (const FieldAccess &field : row.queryFields)
        if (namesAnId(field))
            query.addQueryItem(QLatin1String(field.name), ids(QLatin1String(field.name)));
    return query.toString(QUrl::FullyEncoded).toUtf8();
}

} // namespace countersign::flow
