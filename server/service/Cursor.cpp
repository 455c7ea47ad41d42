#include "server/service/Cursor.h"

#include "core/base/Page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace countersign {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Error wrong(const char *path, const char *code, const char *message)
{
    return {ErrorCode::Invalid, QLatin1String(code), QLatin1String(message),
            {{QLatin1String(path), QLatin1String(code), QLatin1String(message)}}};
}

bool isKey(const QString &text, CursorKey key)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]{1,19}$"));
    if (key == CursorKey::Time)
        return instantFromIso(text).has_value();
    bool fits = false;
    if (key == CursorKey::Integer)
        text.toInt(&fits);
    else
        text.toLongLong(&fits);
    return fits && number.match(text).hasMatch();
}

} // namespace

Result<CursorStart> pageStart(const std::optional<QString> &cursor, const CursorOrder &order, int page, int pageSize)
{
    if (!cursor) {
        if (qint64(page) * pageSize > kMaxOffset)
            return wrong("page", "use_cursor", "page x page_size is more than 10,000: follow next_cursor instead");
        return CursorStart{};
    }
    const QByteArray bytes = QByteArray::fromBase64(cursor->toLatin1(), kBase64);
    const QJsonArray parts = QJsonDocument::fromJson(bytes).array();
    const QUuid id = QUuid::fromString(parts.at(2).toString());
    const auto asOf = instantFromIso(parts.at(3).toString());
    if (parts.size() != 4 || id.isNull() || !asOf)
        return wrong("cursor", "bad_cursor", "is no cursor of this list");
    if (parts.at(0).toString() != order.name)
        return wrong("cursor", "bad_cursor", "belongs to another list or order");
    if (!isKey(parts.at(1).toString(), order.key))
        return wrong("cursor", "bad_cursor", "is no cursor of this list");
    return CursorStart{PageStart{parts.at(1).toString(), id}, asOf};
}

QString makeCursor(const CursorOrder &order, const QString &key, const QUuid &id, Instant asOf)
{
    const QJsonArray parts{order.name, key, id.toString(QUuid::WithoutBraces), toIso(asOf)};
    return QString::fromLatin1(QJsonDocument(parts).toJson(QJsonDocument::Compact).toBase64(kBase64));
}

} // namespace countersign
