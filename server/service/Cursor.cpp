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

/// A key goes into SQL as a typed value, so it must be a number or a time.
bool isKey(const QString &key)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]{1,19}$"));
    return number.match(key).hasMatch() || instantFromIso(key).has_value();
}

} // namespace

Result<CursorStart> pageStart(const std::optional<QString> &cursor, const QString &order, int page, int pageSize)
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
    if (parts.size() != 4 || id.isNull() || !asOf || !isKey(parts.at(1).toString()))
        return wrong("cursor", "bad_cursor", "is no cursor of this list");
    if (parts.at(0).toString() != order)
        return wrong("cursor", "bad_cursor", "belongs to another order");
    return CursorStart{PageStart{parts.at(1).toString(), id}, asOf};
}

QString makeCursor(const QString &order, const QString &key, const QUuid &id, Instant asOf)
{
    const QJsonArray parts{order, key, id.toString(QUuid::WithoutBraces), toIso(asOf)};
    return QString::fromLatin1(QJsonDocument(parts).toJson(QJsonDocument::Compact).toBase64(kBase64));
}

} // namespace countersign
