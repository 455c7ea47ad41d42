// From bytes to values and back, with every error of the document in one answer.
#pragma once

#include "core/base/Result.h"
#include "core/json/Codec.h"

#include <QByteArray>
#include <QUrlQuery>

namespace countersign {

/// ErrorCode::Malformed when the bytes are no JSON (nesting over 64 levels included).
Result<QJsonValue> parseJson(const QByteArray &bytes);
QByteArray toJsonBytes(const QJsonValue &value);

/// The Error of a document in which `context` found faults: Invalid, `validation_failed`.
Error validationError(const ReadContext &context);

template <class T>
Result<T> readValue(const QJsonValue &json)
{
    T value{};
    ReadContext context;
    Codec<T>::read(json, Rule{}, value, context);
    if (context.failed())
        return validationError(context);
    return value;
}

template <class T>
Result<T> readJson(const QByteArray &bytes)
{
    const auto json = parseJson(bytes);
    if (!json)
        return json.error();
    return readValue<T>(*json);
}

template <class T>
QByteArray writeJson(const T &value)
{
    return toJsonBytes(Codec<T>::write(value));
}

/// The parameters of a query string as the JSON object that a record's codec reads: each text becomes
/// the type that the record's schema names, and stays a text where it does not fit.
QJsonObject queryToJson(const QUrlQuery &query, std::span<const FieldAccess> fields);
QUrlQuery jsonToQuery(const QJsonObject &object);

template <Described T>
Result<T> readQuery(const QUrlQuery &query)
{
    return readValue<T>(queryToJson(query, json::fieldsOfRecord<T>()));
}

template <Described T>
QUrlQuery writeQuery(const T &value)
{
    return jsonToQuery(Codec<T>::write(value).toObject());
}

} // namespace countersign
