// The envelope of every list answer.
#pragma once

#include "core/base/Page.h"
#include "core/json/Codec.h"

namespace countersign {

template <>
inline constexpr auto enumTexts<SortOrder> = std::array{
    EnumText{SortOrder::Asc, "asc"},
    EnumText{SortOrder::Desc, "desc"},
};

/// A page is written as {"items", "total", "total_is_exact", "page", "page_size", "next_cursor"}. Its
/// schema is inlined where it is used, since its name would depend on the item.
template <class T>
struct Codec<Page<T>> {
    static QJsonValue write(const Page<T> &page)
    {
        return QJsonObject{{QStringLiteral("items"), Codec<QList<T>>::write(page.items)},
                           {QStringLiteral("total"), page.total},
                           {QStringLiteral("total_is_exact"), page.totalIsExact},
                           {QStringLiteral("page"), page.page},
                           {QStringLiteral("page_size"), page.pageSize},
                           {QStringLiteral("next_cursor"), Codec<std::optional<QString>>::write(page.nextCursor)}};
    }
    static void read(const QJsonValue &json, const Rule &, Page<T> &out, ReadContext &context)
    {
        const QJsonObject object = json.toObject();
        {
            const ReadContext::Step step(context, QLatin1String("items"));
            Codec<QList<T>>::read(object.value(QLatin1String("items")), rule::items(0, kMaxPageSize), out.items, context);
        }
        out.total = object.value(QLatin1String("total")).toInteger();
        out.totalIsExact = object.value(QLatin1String("total_is_exact")).toBool();
        out.page = object.value(QLatin1String("page")).toInt();
        out.pageSize = object.value(QLatin1String("page_size")).toInt();
        Codec<std::optional<QString>>::read(object.value(QLatin1String("next_cursor")), Rule{}, out.nextCursor, context);
    }
    static QJsonObject schema(const Rule &, SchemaDefinitions &definitions)
    {
        const QJsonObject properties{
            {QStringLiteral("items"), Codec<QList<T>>::schema(rule::items(0, kMaxPageSize), definitions)},
            {QStringLiteral("total"), Codec<qint64>::schema(rule::notNegative(), definitions)},
            {QStringLiteral("total_is_exact"), Codec<bool>::schema(Rule{}, definitions)},
            {QStringLiteral("page"), Codec<int>::schema(rule::range(1, kMaxOffset), definitions)},
            {QStringLiteral("page_size"), Codec<int>::schema(rule::range(1, kMaxPageSize), definitions)},
            {QStringLiteral("next_cursor"), Codec<std::optional<QString>>::schema(Rule{}, definitions)}};
        return {{QStringLiteral("type"), QStringLiteral("object")},
                {QStringLiteral("properties"), properties},
                {QStringLiteral("required"), QJsonArray::fromStringList(properties.keys())},
                {QStringLiteral("additionalProperties"), false}};
    }
};

} // namespace countersign
