#include "core/json/Codec.h"

namespace countersign::json {

bool acceptList(const QJsonValue &json, const Rule &rule, ReadContext &context)
{
    if (!json.isArray()) {
        context.fail("wrong_type", QStringLiteral("must be a list"));
        return false;
    }
    const qsizetype size = json.toArray().size();
    if (size < rule.minLength)
        context.fail("too_few_items", QStringLiteral("must have at least %1 items").arg(rule.minLength));
    else if (size > rule.maxLength)
        context.fail("too_many_items", QStringLiteral("must have at most %1 items").arg(rule.maxLength));
    else
        return true;
    return false;
}

QJsonObject listSchema(const Rule &rule, const QJsonObject &items)
{
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}};
    if (rule.minLength > 0)
        schema[QStringLiteral("minItems")] = rule.minLength;
    schema[QStringLiteral("maxItems")] = rule.maxLength;
    return schema;
}

QJsonObject enumSchema(std::span<const char *const> texts)
{
    QJsonArray values;
    for (const char *text : texts)
        values.append(QLatin1String(text));
    return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("enum"), values}};
}

std::optional<qsizetype> readEnum(const QJsonValue &json, std::span<const char *const> texts, ReadContext &context)
{
    if (!json.isString()) {
        context.fail("wrong_type", QStringLiteral("must be a string"));
        return std::nullopt;
    }
    const QString text = json.toString();
    QStringList allowed;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (text == QLatin1String(texts[i]))
            return qsizetype(i);
        allowed.append(QLatin1String(texts[i]));
    }
    context.fail("not_allowed", QStringLiteral("must be one of: %1").arg(allowed.join(QLatin1String(", "))));
    return std::nullopt;
}

QJsonObject writeRecord(std::span<const FieldAccess> fields, const void *record)
{
    QJsonObject object;
    for (const FieldAccess &field : fields)
        object.insert(QLatin1String(field.name), field.write(record));
    return object;
}

void readRecord(std::span<const FieldAccess> fields, const QJsonValue &json, void *record, ReadContext &context)
{
    if (!json.isObject())
        return context.fail("wrong_type", QStringLiteral("must be an object"));
    const QJsonObject object = json.toObject();
    qsizetype known = 0;
    for (const FieldAccess &field : fields) {
        const QJsonValue value = object.value(QLatin1String(field.name));
        known += value.isUndefined() ? 0 : 1;
        const ReadContext::Step step(context, QLatin1String(field.name));
        if (!value.isUndefined() && !(value.isNull() && field.rule.hasDefault))
            field.read(value, field.rule, record, context);
        else if (field.required)
            context.fail("required", QStringLiteral("is required"));
    }
    if (known == object.size())
        return;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isKnown = std::any_of(fields.begin(), fields.end(), [&](const FieldAccess &field) {
            return member.key() == QLatin1String(field.name);
        });
        if (isKnown)
            continue;
        const ReadContext::Step step(context, QStringView(member.key()));
        context.fail("unknown_field", QStringLiteral("is not a field of this request"));
    }
}

QJsonObject recordSchema(const char *name, std::span<const FieldAccess> fields, SchemaDefinitions &definitions)
{
    const QString key = QLatin1String(name);
    const QJsonObject reference{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + key}};
    if (definitions.contains(key))
        return reference;
    definitions.insert(key, QJsonObject()); // so that a record may contain itself
    QJsonObject properties;
    QJsonArray required;
    for (const FieldAccess &field : fields) {
        QJsonObject schema = field.schema(field.rule, definitions);
        if (*field.doc)
            schema[QStringLiteral("description")] = QString::fromUtf8(field.doc);
        properties.insert(QLatin1String(field.name), schema);
        if (field.required)
            required.append(QLatin1String(field.name));
    }
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")},
                       {QStringLiteral("properties"), properties},
                       {QStringLiteral("additionalProperties"), false}};
    if (!required.isEmpty())
        schema.insert(QStringLiteral("required"), required);
    definitions.insert(key, schema);
    return reference;
}

} // namespace countersign::json
