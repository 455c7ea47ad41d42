#include "server/repo/DocumentTexts.h"

#include "server/repo/PersonalParts.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace repo {

namespace {

/// A line of a checklist as its row has it.
struct StoredItem {
    DocumentItemId id;
    DocumentKind kind = DocumentKind::Other;
    QString sealedDescription; ///< in base64
    DocumentItemStatus status = DocumentItemStatus::Requested;
    std::optional<api::Person> changedBy;
    std::optional<Instant> changedAt;
    int version = 1;
};

} // namespace

} // namespace repo

template <>
inline constexpr auto fieldsOf<repo::StoredItem> = record("StoredDocumentItem",
    field("id", &repo::StoredItem::id),
    field("kind", &repo::StoredItem::kind),
    field("sealed_description", &repo::StoredItem::sealedDescription, rule::longText(0, 10'000)),
    field("status", &repo::StoredItem::status),
    field("changed_by", &repo::StoredItem::changedBy),
    field("changed_at", &repo::StoredItem::changedAt),
    field("version", &repo::StoredItem::version));

namespace repo {

Result<QString> openedText(const std::optional<SecretKey> &key, const SealPlace &place, QByteArrayView sealed)
{
    if (!key || sealed.isEmpty())
        return QString(QLatin1String(kErasedName));
    const auto plain = unseal(*key, place, sealed);
    return plain ? Result<QString>(QString::fromUtf8(*plain)) : Result<QString>(plain.error());
}

Result<api::DocumentRequest> documentRequestOf(const Query &row, const Opener &opener)
{
    const auto key = opener.keyOf(row);
    if (!key)
        return key.error();
    api::DocumentRequest request;
    request.id = row.get<DocumentRequestId>("id");
    request.dueDate = QDate::fromString(row.get<QString>("due_date"), Qt::ISODate);
    request.requestedBy = {row.get<UserId>("requested_by"), row.get<QString>("requested_by_name")};
    request.requestedAt = row.get<Instant>("requested_at");
    request.closedAt = row.get<std::optional<Instant>>("closed_at");
    request.outcome = optionalEnumOf<DocumentRequestOutcome>(row, "outcome");
    if (const auto sealed = row.get<std::optional<QByteArray>>(kSealedMessage)) {
        const auto message = openedText(*key, {opener.tenant, request.id.uuid(), kSealedMessage}, *sealed);
        if (!message)
            return message.error();
        request.message = *message;
    }
    const auto items = jsonOf<QList<StoredItem>>(row, "items");
    if (!items)
        return items.error();
    for (const StoredItem &item : *items) {
        const auto description = openedText(*key, {opener.tenant, item.id.uuid(), kSealedDescription},
                                            QByteArray::fromBase64(item.sealedDescription.toLatin1()));
        if (!description)
            return description.error();
        request.items.append(
            {item.id, item.kind, *description, item.status, item.changedBy, item.changedAt, item.version});
    }
    return request;
}

Result<api::DocumentInfo> documentOf(const Query &row, const Opener &opener)
{
    api::DocumentInfo info;
    info.id = row.get<DocumentId>("id");
    info.itemId = row.get<std::optional<DocumentItemId>>("item_id");
    info.kind = enumOf<DocumentKind>(row, "kind");
    info.mediaType = enumOf<DocumentType>(row, "media_type");
    info.sizeBytes = row.get<qint64>("size_bytes");
    info.scan = enumOf<DocumentScan>(row, "scan");
    info.uploadedBy = {row.get<UserId>("uploaded_by"), row.get<QString>("uploaded_by_name")};
    info.uploadedAt = row.get<Instant>("uploaded_at");
    info.fileName = QLatin1String(kErasedName);
    const auto key = opener.keyOf(row);
    if (!key)
        return key.error();
    if (!*key)
        return info;
    const auto about = opener.open(**key, info.id.uuid(), row, kSealedAbout);
    if (!about)
        return about.error();
    auto read = readJson<DocumentAbout>(*about);
    if (!read)
        return read.error();
    info.fileName = std::move(read->fileName);
    info.sha256 = std::move(read->sha256);
    return info;
}

} // namespace repo

} // namespace countersign
