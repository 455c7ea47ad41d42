#include "core/json/Json.h"

#include <QJsonDocument>

namespace countersign {

namespace {

constexpr int kMaxNesting = 64;

/// Counts brackets outside strings before the parser may recurse over them.
bool isNestedTooDeeply(const QByteArray &bytes)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxNesting)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Error malformed(const QString &detail)
{
    return {ErrorCode::Malformed, QStringLiteral("malformed_json"), detail, {}};
}

/// Forms write a space as a plus sign; a real plus sign comes as %2B.
QString decoded(QString encoded)
{
    encoded.replace(QLatin1Char('+'), QLatin1Char(' '));
    return QUrl::fromPercentEncoding(encoded.toUtf8());
}

/// The JSON type of a field, looking through "or null".
QString typeOf(const FieldAccess &field)
{
    SchemaDefinitions definitions;
    QJsonObject schema = field.schema(field.rule, definitions);
    if (schema.contains(QStringLiteral("anyOf")))
        schema = schema.value(QStringLiteral("anyOf")).toArray().first().toObject();
    return schema.value(QStringLiteral("type")).toString();
}

QJsonValue typed(const QString &text, const QString &type)
{
    if (type == QLatin1String("boolean") && (text == QLatin1String("true") || text == QLatin1String("false")))
        return text == QLatin1String("true");
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isNumber && (type == QLatin1String("integer") || type == QLatin1String("number")))
        return value;
    if (type == QLatin1String("array"))
        return QJsonArray::fromStringList(text.split(QLatin1Char(','), Qt::SkipEmptyParts));
    return text;
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray &bytes)
{
    if (isNestedTooDeeply(bytes))
        return malformed(QStringLiteral("The document is nested deeper than %1 levels.").arg(kMaxNesting));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return malformed(QStringLiteral("The body is not valid JSON at byte %1: %2.")
                             .arg(parseError.offset)
                             .arg(parseError.errorString()));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray toJsonBytes(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

Error validationError(const ReadContext &context)
{
    return {ErrorCode::Invalid, QStringLiteral("validation_failed"),
            QStringLiteral("The request has wrong fields; see errors."), context.errors()};
}

QJsonObject queryToJson(const QUrlQuery &query, std::span<const FieldAccess> fields)
{
    QJsonObject object;
    const auto parameters = query.queryItems(QUrl::FullyEncoded);
    for (const auto &[encodedName, encodedText] : parameters) {
        const QString name = decoded(encodedName);
        const QString text = decoded(encodedText);
        const auto known = std::find_if(fields.begin(), fields.end(), [&name](const FieldAccess &field) {
            return name == QLatin1String(field.name);
        });
        const QJsonValue value = known == fields.end() ? QJsonValue(text) : typed(text, typeOf(*known));
        // Of a list each may stand for itself: `status=review&status=pending`.
        QJsonArray list = object.value(name).toArray();
        for (const QJsonValue &item : value.toArray())
            list.append(item);
        object.insert(name, value.isArray() ? QJsonValue(list) : value);
    }
    return object;
}

QUrlQuery jsonToQuery(const QJsonObject &object)
{
    QUrlQuery query;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QJsonValue value = member.value();
        if (value.isNull() || (value.isArray() && value.toArray().isEmpty()))
            continue;
        QString text = value.toVariant().toString();
        if (value.isArray())
            text = value.toVariant().toStringList().join(QLatin1Char(','));
        // QUrlQuery leaves a plus sign alone, and readers take it for a space.
        query.addQueryItem(member.key(), QString::fromLatin1(QUrl::toPercentEncoding(text)));
    }
    return query;
}

} // namespace countersign
