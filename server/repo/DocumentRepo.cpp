#include "server/repo/DocumentRepo.h"

#include "server/repo/DocumentTexts.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace {

QJsonArray itemRows(const QList<api::DocumentItem> &items, const SecretKey &key, TenantId tenant)
{
    QJsonArray rows;
    for (const api::DocumentItem &item : items) {
        const QByteArray sealed =
            seal(key, 0, {tenant, item.id.uuid(), repo::kSealedDescription}, item.description.toUtf8());
        rows.append(QJsonObject{{QStringLiteral("id"), item.id.toString()},
                                {QStringLiteral("position"), rows.size()},
                                {QStringLiteral("kind"), toText(item.kind)},
                                {QStringLiteral("sealed_description"), QString::fromLatin1(sealed.toBase64())}});
    }
    return rows;
}

} // namespace

Result<void> DocumentRepo::insertRequest(const NewDocumentRequest &made, const SecretKey &key)
{
    const api::DocumentRequest &request = made.request;
    std::optional<QByteArray> message;
    if (request.message)
        message = seal(key, 0, {m_tenant, request.id.uuid(), repo::kSealedMessage}, request.message->toUtf8());
    Query insert = m_transaction.query("document/insert_request");
    insert.bind("tenant_id", m_tenant)
        .bind("id", request.id)
        .bind("application_id", made.application)
        .bind("queue_id", made.entry)
        .bind("sealed_message", message)
        .bind("due_date", request.dueDate.toString(Qt::ISODate))
        .bind("due_at", made.dueAt)
        .bind("requested_by", request.requestedBy.id)
        .bind("now", request.requestedAt);
    if (auto done = insert.exec(); !done)
        return done;
    Query items = m_transaction.query("document/insert_items");
    return items.bind("tenant_id", m_tenant)
        .bind("request_id", request.id)
        .bind("rows", itemRows(request.items, key, m_tenant))
        .exec();
}

Result<std::optional<OpenDocumentRequest>> DocumentRepo::lockOpenRequest(ApplicationId application)
{
    Query row = m_transaction.query("document/lock_open_request");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<OpenDocumentRequest>();
    return std::optional(OpenDocumentRequest{row.get<DocumentRequestId>("id"), row.get<Instant>("due_at")});
}

Result<void> DocumentRepo::closeRequest(ApplicationId application, DocumentRequestOutcome outcome, Instant now)
{
    Query close = m_transaction.query("document/close_request");
    return close.bind("tenant_id", m_tenant)
        .bind("application_id", application)
        .bind("outcome", toText(outcome))
        .bind("now", now)
        .exec();
}

Result<int> DocumentRepo::outstanding(DocumentRequestId request)
{
    Query row = m_transaction.query("document/count_outstanding");
    if (auto done = row.bind("tenant_id", m_tenant).bind("request_id", request).exec(); !done)
        return done.error();
    row.next();
    return row.get<int>("outstanding");
}

Result<QList<ApplicationId>> DocumentRepo::overdue(int limit, Instant now)
{
    Query row = m_transaction.query("document/overdue");
    if (auto done = row.bind("tenant_id", m_tenant).bind("limit", limit).bind("now", now).exec(); !done)
        return done.error();
    QList<ApplicationId> applications;
    while (row.next())
        applications.append(row.get<ApplicationId>("application_id"));
    return applications;
}

Result<std::optional<LockedDocumentItem>> DocumentRepo::lockItem(ApplicationId application, DocumentItemId id)
{
    Query row = m_transaction.query("document/lock_item");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<LockedDocumentItem>();
    return std::optional(LockedDocumentItem{id, row.get<DocumentRequestId>("request_id"),
                                            repo::enumOf<DocumentKind>(row, "kind"),
                                            repo::enumOf<DocumentItemStatus>(row, "status"), row.get<int>("version"),
                                            row.get<bool>("is_open")});
}

Result<void> DocumentRepo::setItem(DocumentItemId id, DocumentItemStatus status, std::optional<UserId> by, Instant now)
{
    Query set = m_transaction.query("document/set_item");
    return set.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("status", toText(status))
        .bind("user_id", by)
        .bind("now", now)
        .exec();
}

Result<void> DocumentRepo::insert(const NewDocument &document, const SecretKey &key)
{
    const api::DocumentInfo &info = document.info;
    const auto sealed = [&](const char *column, QByteArrayView plain) {
        return seal(key, 0, {m_tenant, info.id.uuid(), column}, plain);
    };
    Query insert = m_transaction.query("document/insert");
    return insert.bind("tenant_id", m_tenant)
        .bind("id", info.id)
        .bind("application_id", document.application)
        .bind("item_id", info.itemId)
        .bind("kind", toText(info.kind))
        .bind("media_type", toText(info.mediaType))
        .bind("size_bytes", info.sizeBytes)
        .bind("sealed_about", sealed(repo::kSealedAbout, writeJson(repo::DocumentAbout{info.fileName, info.sha256})))
        .bind("sealed_content", sealed(repo::kSealedContent, document.content))
        .bind("scan", toText(info.scan))
        .bind("uploaded_by", info.uploadedBy.id)
        .bind("now", info.uploadedAt)
        .exec();
}

Result<int> DocumentRepo::count(ApplicationId application)
{
    Query row = m_transaction.query("document/count");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    row.next();
    return row.get<int>("documents");
}

Result<void> DocumentRepo::setScan(DocumentId id, DocumentScan scan, Instant now)
{
    Query set = m_transaction.query("document/set_scan");
    return set.bind("tenant_id", m_tenant).bind("id", id).bind("scan", toText(scan)).bind("now", now).exec();
}

Result<QList<api::DocumentRequest>> DocumentRepo::requestsOf(ApplicationId application, const KeyRing &keys)
{
    Query row = m_transaction.query("document/list_requests");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    QList<api::DocumentRequest> requests;
    while (row.next()) {
        auto request = repo::documentRequestOf(row, {keys, m_tenant});
        if (!request)
            return request.error();
        requests.append(std::move(*request));
    }
    return requests;
}

Result<QList<api::DocumentInfo>> DocumentRepo::listOf(ApplicationId application, const KeyRing &keys)
{
    Query row = m_transaction.query("document/list");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    QList<api::DocumentInfo> documents;
    while (row.next()) {
        auto document = repo::documentOf(row, {keys, m_tenant});
        if (!document)
            return document.error();
        documents.append(std::move(*document));
    }
    return documents;
}

Result<std::optional<StoredDocument>> DocumentRepo::read(ApplicationId application, DocumentId id, const KeyRing &keys)
{
    Query row = m_transaction.query("document/content");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<StoredDocument>();
    const repo::Opener opener{keys, m_tenant};
    auto info = repo::documentOf(row, opener);
    if (!info)
        return info.error();
    const auto key = opener.keyOf(row);
    if (!key)
        return key.error();
    if (!*key)
        return std::optional(StoredDocument{*info, {}});
    auto content = opener.open(**key, id.uuid(), row, repo::kSealedContent);
    if (!content)
        return content.error();
    return std::optional(StoredDocument{*info, std::move(*content)});
}

Result<std::optional<UserId>> DocumentRepo::whomToTell(ApplicationId application)
{
    Query row = m_transaction.query("document/whom_to_tell");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    return row.next() ? std::optional(row.get<UserId>("id")) : std::nullopt;
}

Result<void> DocumentRepo::forget(PersonId person)
{
    for (const char *statement : {"document/forget_requests", "document/forget_items", "document/forget_person"}) {
        Query forget = m_transaction.query(statement);
        if (auto done = forget.bind("tenant_id", m_tenant).bind("person_id", person).exec(); !done)
            return done;
    }
    return {};
}

} // namespace countersign
