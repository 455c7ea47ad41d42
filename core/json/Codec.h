// How each type is read from JSON, written to JSON and described as a JSON schema (2020-12).
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Id.h"
#include "core/base/Instant.h"
#include "core/base/Money.h"
#include "core/json/Fields.h"
#include "core/json/ReadContext.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <optional>
#include <span>

namespace countersign {

/// The named schemas that a schema refers to, by name.
using SchemaDefinitions = QJsonObject;

/// Each codec offers
///   static QJsonValue write(const T &);
///   static void read(const QJsonValue &, const Rule &, T &out, ReadContext &);   // fails through the context
///   static QJsonObject schema(const Rule &, SchemaDefinitions &);
template <class T>
struct Codec;

#define COUNTERSIGN_DECLARE_CODEC(Type)                                                                      \
    template <>                                                                                              \
    struct Codec<Type> {                                                                                     \
        static QJsonValue write(const Type &value);                                                          \
        static void read(const QJsonValue &json, const Rule &rule, Type &out, ReadContext &context);         \
        static QJsonObject schema(const Rule &rule, SchemaDefinitions &definitions);                         \
    }

COUNTERSIGN_DECLARE_CODEC(QString);
COUNTERSIGN_DECLARE_CODEC(bool);
COUNTERSIGN_DECLARE_CODEC(int);
COUNTERSIGN_DECLARE_CODEC(qint64);
COUNTERSIGN_DECLARE_CODEC(double);
COUNTERSIGN_DECLARE_CODEC(Amount);   // number with at most two decimals
COUNTERSIGN_DECLARE_CODEC(Currency); // ISO 4217 code
COUNTERSIGN_DECLARE_CODEC(QDate);    // yyyy-mm-dd
COUNTERSIGN_DECLARE_CODEC(Instant);
COUNTERSIGN_DECLARE_CODEC(QUuid);
COUNTERSIGN_DECLARE_CODEC(QJsonObject); // free form, checked for characters the database refuses
#undef COUNTERSIGN_DECLARE_CODEC

template <class Tag>
struct Codec<Id<Tag>> {
    static QJsonValue write(const Id<Tag> &id) { return id.toString(); }
    static void read(const QJsonValue &json, const Rule &rule, Id<Tag> &out, ReadContext &context)
    {
        QUuid uuid;
        Codec<QUuid>::read(json, rule, uuid, context);
        out = Id<Tag>(uuid);
    }
    static QJsonObject schema(const Rule &rule, SchemaDefinitions &definitions)
    {
        return Codec<QUuid>::schema(rule, definitions);
    }
};

/// Absent, null and nothing are the same.
template <class T>
struct Codec<std::optional<T>> {
    static QJsonValue write(const std::optional<T> &value)
    {
        return value ? Codec<T>::write(*value) : QJsonValue(QJsonValue::Null);
    }
    static void read(const QJsonValue &json, const Rule &rule, std::optional<T> &out, ReadContext &context)
    {
        if (json.isNull() || json.isUndefined())
            return;
        Codec<T>::read(json, rule, out.emplace(), context);
    }
    static QJsonObject schema(const Rule &rule, SchemaDefinitions &definitions)
    {
        return {{QStringLiteral("anyOf"),
                 QJsonArray{Codec<T>::schema(rule, definitions),
                            QJsonObject{{QStringLiteral("type"), QStringLiteral("null")}}}}};
    }
};

namespace json {
/// True and ready to be walked when `json` is a list of an acceptable length.
bool acceptList(const QJsonValue &json, const Rule &rule, ReadContext &context);
QJsonObject listSchema(const Rule &rule, const QJsonObject &items);
QJsonObject enumSchema(std::span<const char *const> texts);
/// The text of an enumerator, or nothing with the failure recorded.
std::optional<qsizetype> readEnum(const QJsonValue &json, std::span<const char *const> texts, ReadContext &context);
} // namespace json

/// The items of a list follow no rule of their own: describe them as a record where they need one.
template <class T>
struct Codec<QList<T>> {
    static QJsonValue write(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &item : list)
            array.append(Codec<T>::write(item));
        return array;
    }
    static void read(const QJsonValue &json, const Rule &rule, QList<T> &out, ReadContext &context)
    {
        if (!json::acceptList(json, rule, context))
            return;
        const QJsonArray array = json.toArray();
        out.resize(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            const ReadContext::Step step(context, i);
            Codec<T>::read(array[i], Rule{}, out[i], context);
        }
    }
    static QJsonObject schema(const Rule &rule, SchemaDefinitions &definitions)
    {
        return json::listSchema(rule, Codec<T>::schema(Rule{}, definitions));
    }
};

template <>
struct Codec<QMap<QString, double>> {
    static QJsonValue write(const QMap<QString, double> &map);
    static void read(const QJsonValue &json, const Rule &rule, QMap<QString, double> &out, ReadContext &context);
    static QJsonObject schema(const Rule &rule, SchemaDefinitions &definitions);
};

template <TextEnum E>
struct Codec<E> {
    static constexpr auto kTexts = [] {
        std::array<const char *, enumTexts<E>.size()> texts{};
        for (std::size_t i = 0; i < texts.size(); ++i)
            texts[i] = toCString(enumTexts<E>[i].value);
        return texts;
    }();
    static QJsonValue write(E value) { return toText(value); }
    static void read(const QJsonValue &json, const Rule &, E &out, ReadContext &context)
    {
        if (const auto index = json::readEnum(json, kTexts, context))
            out = E(*index);
    }
    static QJsonObject schema(const Rule &, SchemaDefinitions &) { return json::enumSchema(kTexts); }
};

/// One field of a record without its types, so that the walk over a record is compiled once.
struct FieldAccess {
    const char *name;
    const char *doc;
    Rule rule;
    bool required;
    QJsonValue (*write)(const void *record);
    void (*read)(const QJsonValue &json, const Rule &rule, void *record, ReadContext &context);
    QJsonObject (*schema)(const Rule &rule, SchemaDefinitions &definitions);
};

namespace json {

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;

template <class T, std::size_t I>
constexpr FieldAccess accessTo()
{
    constexpr auto field = std::get<I>(fieldsOf<T>.fields);
    using Member = std::remove_cvref_t<decltype(std::declval<T &>().*field.member)>;
    return {field.name, field.doc, field.rule, !isOptional<Member> && !field.rule.hasDefault,
            [](const void *record) {
                constexpr auto member = std::get<I>(fieldsOf<T>.fields).member;
                return Codec<Member>::write(static_cast<const T *>(record)->*member);
            },
            [](const QJsonValue &json, const Rule &rule, void *record, ReadContext &context) {
                constexpr auto member = std::get<I>(fieldsOf<T>.fields).member;
                Codec<Member>::read(json, rule, static_cast<T *>(record)->*member, context);
            },
            &Codec<Member>::schema};
}

template <class T>
std::span<const FieldAccess> fieldsOfRecord()
{
    static constexpr auto table = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array<FieldAccess, sizeof...(I)>{accessTo<T, I>()...};
    }(std::make_index_sequence<std::tuple_size_v<decltype(fieldsOf<T>.fields)>>{});
    return table;
}

QJsonObject writeRecord(std::span<const FieldAccess> fields, const void *record);
/// Names unknown members, missing members and every wrong value.
void readRecord(std::span<const FieldAccess> fields, const QJsonValue &json, void *record, ReadContext &context);
/// A reference to the definition `name`, which is made at its first use.
QJsonObject recordSchema(const char *name, std::span<const FieldAccess> fields, SchemaDefinitions &definitions);

} // namespace json

template <Described T>
struct Codec<T> {
    static QJsonValue write(const T &value) { return json::writeRecord(json::fieldsOfRecord<T>(), &value); }
    static void read(const QJsonValue &json, const Rule &, T &out, ReadContext &context)
    {
        json::readRecord(json::fieldsOfRecord<T>(), json, &out, context);
    }
    static QJsonObject schema(const Rule &, SchemaDefinitions &definitions)
    {
        return json::recordSchema(fieldsOf<T>.name, json::fieldsOfRecord<T>(), definitions);
    }
};

} // namespace countersign
