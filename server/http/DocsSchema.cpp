#include "server/http/DocsSchema.h"

#include <QJsonArray>
#include <QStringList>

namespace countersign {

namespace {

constexpr int kDeepest = 6;

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QString refName(const QJsonObject &schema)
{
    return member(schema, "$ref").section(QLatin1Char('/'), -1);
}

QString typeOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value(QLatin1String("type"));
    return type.isArray() ? type.toArray().first().toString() : type.toString();
}

QString number(const QJsonValue &value)
{
    return QString::number(value.toDouble(), 'g', 15);
}

QString code(const QString &text)
{
    return QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped());
}

} // namespace

QJsonObject DocsSchema::withoutNull(const QJsonObject &schema)
{
    for (const auto &choice : schema.value(QLatin1String("anyOf")).toArray())
        if (typeOf(choice.toObject()) != QLatin1String("null"))
            return choice.toObject();
    return schema;
}

QJsonObject DocsSchema::resolve(const QJsonObject &schema) const
{
    const QJsonObject plain = withoutNull(schema);
    const QString name = refName(plain);
    return name.isEmpty() ? plain : m_definitions.value(name).toObject();
}

QString DocsSchema::typeHtml(const QJsonObject &schema) const
{
    const QJsonObject plain = withoutNull(schema);
    if (const QString name = refName(plain); !name.isEmpty())
        return QStringLiteral("<a href=\"#schema-%1\">%1</a>").arg(name.toHtmlEscaped());
    if (typeOf(plain) == QLatin1String("array"))
        return QStringLiteral("list of ") + typeHtml(plain.value(QLatin1String("items")).toObject());
    const QString format = member(plain, "format");
    const QString type = typeOf(plain);
    return (format.isEmpty() ? (type == QLatin1String("string") ? QStringLiteral("text") : type) : format).toHtmlEscaped();
}

QString DocsSchema::rulesHtml(const QJsonObject &schema) const
{
    const QJsonObject plain = withoutNull(schema);
    const auto has = [&plain](const char *name) { return plain.contains(QLatin1String(name)); };
    const auto value = [&plain](const char *name) { return number(plain.value(QLatin1String(name))); };
    QStringList rules;
    if (has("exclusiveMinimum"))
        rules << QStringLiteral("more than %1").arg(value("exclusiveMinimum"));
    if (has("minimum"))
        rules << QStringLiteral("at least %1").arg(value("minimum"));
    if (has("maximum"))
        rules << QStringLiteral("at most %1").arg(value("maximum"));
    if (has("maxLength"))
        rules << QStringLiteral("%1 to %2 characters").arg(has("minLength") ? value("minLength") : QStringLiteral("0"), value("maxLength"));
    if (has("maxItems"))
        rules << QStringLiteral("%1 to %2 items").arg(has("minItems") ? value("minItems") : QStringLiteral("0"), value("maxItems"));
    if (has("pattern"))
        rules << QStringLiteral("like ") + code(member(plain, "pattern"));
    QStringList choices;
    for (const auto &choice : resolve(schema).value(QLatin1String("enum")).toArray())
        choices << code(choice.toString());
    if (!choices.isEmpty())
        rules << choices.join(QStringLiteral(" · "));
    return rules.join(QStringLiteral(", "));
}

void DocsSchema::addRows(const QJsonObject &schema, const QString &prefix, int depth, QString &html) const
{
    const QJsonObject record = resolve(schema);
    const QJsonArray required = record.value(QLatin1String("required")).toArray();
    const QJsonObject properties = record.value(QLatin1String("properties")).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject field = it->toObject();
        const QString path = prefix + it.key();
        const QString description = member(field, "description").toHtmlEscaped();
        const QString rules = rulesHtml(field);
        const QString separator = description.isEmpty() || rules.isEmpty() ? QString() : QStringLiteral("<br>");
        html += QStringLiteral("<tr><td class=\"name\"><code>%1</code>%2</td><td>%3</td><td>%4%5<span class=\"rule\">%6</span></td></tr>\n")
                    .arg(path.toHtmlEscaped(),
                         required.contains(it.key()) ? QStringLiteral(" <b class=\"must\" title=\"required\">*</b>") : QString(),
                         typeHtml(field), description, separator, rules);
        const QJsonObject inner = resolve(field);
        const QJsonObject items = resolve(inner.value(QLatin1String("items")).toObject());
        if (depth < kDeepest && inner.contains(QLatin1String("properties")))
            addRows(field, path + QLatin1Char('.'), depth + 1, html);
        else if (depth < kDeepest && items.contains(QLatin1String("properties")))
            addRows(items, path + QStringLiteral("[]."), depth + 1, html);
    }
}

QString DocsSchema::fieldsHtml(const QJsonObject &schema) const
{
    QString rows;
    addRows(schema, {}, 0, rows);
    if (rows.isEmpty())
        return QStringLiteral("<p class=\"quiet\">%1</p>").arg(typeHtml(schema));
    return QStringLiteral("<div class=\"scroll\"><table><thead><tr><th>Field</th><th>Type</th><th>Meaning and rules</th></tr></thead><tbody>\n%1</tbody></table></div>\n")
        .arg(rows);
}

QJsonValue DocsSchema::exampleText(const QJsonObject &schema) const
{
    const QString format = member(schema, "format");
    if (format == QLatin1String("uuid"))
        return QStringLiteral("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90");
    if (format == QLatin1String("date"))
        return QStringLiteral("1988-04-17");
    if (format == QLatin1String("date-time"))
        return QStringLiteral("2026-11-24T09:30:00.000000Z");
    const QString pattern = member(schema, "pattern");
    if (pattern.contains(QLatin1Char('@')))
        return QStringLiteral("person@example.com");
    if (pattern.contains(QLatin1String("\\+")))
        return QStringLiteral("+381641234567");
    if (pattern.contains(QLatin1String("[A-Z]{3}")))
        return QStringLiteral("RSD");
    if (pattern.contains(QLatin1String("[A-Z]{2}")))
        return QStringLiteral("RS");
    const int least = schema.value(QLatin1String("minLength")).toInt();
    const QString sample = pattern.isEmpty() ? QStringLiteral("text ") : QStringLiteral("12345");
    return least <= 5 ? sample.trimmed() : sample.repeated(least / int(sample.size()) + 1).trimmed();
}

QJsonValue DocsSchema::example(const QJsonObject &schema, int depth) const
{
    const QJsonObject plain = resolve(schema);
    if (depth > kDeepest)
        return QJsonValue::Null;
    for (const char *given : {"example", "default", "const"})
        if (plain.contains(QLatin1String(given)))
            return plain.value(QLatin1String(given));
    if (const QJsonArray choices = plain.value(QLatin1String("enum")).toArray(); !choices.isEmpty())
        return choices.first();
    const QString type = typeOf(plain);
    if (type == QLatin1String("object")) {
        QJsonObject object;
        const QJsonObject properties = plain.value(QLatin1String("properties")).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            object.insert(it.key(), example(it->toObject(), depth + 1));
        return object;
    }
    if (type == QLatin1String("array"))
        return QJsonArray{example(plain.value(QLatin1String("items")).toObject(), depth + 1)};
    if (type == QLatin1String("boolean"))
        return false;
    if (type == QLatin1String("integer") || type == QLatin1String("number")) {
        const double most = plain.value(QLatin1String("maximum")).toDouble(1e9);
        return std::max(plain.value(QLatin1String("minimum")).toDouble(), std::min(most, 12.0));
    }
    return exampleText(plain);
}

} // namespace countersign
