#include "server/service/DocumentService.h"

#include "server/repo/DocumentRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/service/DocumentFlow.h"

#include <QCryptographicHash>

namespace countersign {

namespace {

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

Error unsupported(const char *reason, const QString &detail)
{
    return {ErrorCode::UnsupportedMedia, QLatin1String(reason), detail, {}};
}

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such document."), {}};
}

/// Type and name by what is in the file.
Result<api::DocumentInfo> judge(const api::FileUpload &file)
{
    const auto type = documentTypeOf(file.content);
    if (!type)
        return unsupported("unsupported_document", QStringLiteral("The file is no whole PDF, JPEG, PNG or TIFF, or is something else as well."));
    auto name = documentName(file.fileName, *type);
    if (!name || !isDeclaredAs(file.mediaType, *type))
        return unsupported("document_type_mismatch", QStringLiteral("The file is %1, and its name or media type says otherwise.").arg(toText(*type)));
    api::DocumentInfo info;
    info.fileName = std::move(*name);
    info.mediaType = *type;
    info.sizeBytes = file.content.size();
    info.sha256 = QString::fromLatin1(QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex());
    return info;
}

/// The line that the file answers.
Result<std::optional<LockedDocumentItem>> lockItemOf(UnitOfWork &unit, ApplicationId application,
                                                     const api::DocumentUploadQuery &query)
{
    if (!query.itemId)
        return std::optional<LockedDocumentItem>();
    const auto item = DocumentRepo(unit.transaction(), unit.tenant()).lockItem(application, *query.itemId);
    if (!item)
        return item.error();
    if (!*item)
        return notFound();
    if (!(*item)->isOpen)
        return conflict("document_request_closed", QStringLiteral("The documents are not asked for any more."));
    return item;
}

Result<void> checkRoom(UnitOfWork &unit, const LockedApplication &application)
{
    if (isFinal(application.status))
        return conflict("documents_closed", QStringLiteral("The application is %1: it takes no documents any more.").arg(toText(application.status)));
    const auto count = DocumentRepo(unit.transaction(), unit.tenant()).count(application.id);
    if (!count)
        return count.error();
    return *count < kMaxDocuments ? Result<void>()
                                  : conflict("too_many_documents", QStringLiteral("The application has %1 documents already.").arg(*count));
}

/// A clean file answers its line, unless a person has said something about it meanwhile.
Result<void> answerItem(UnitOfWork &unit, const LockedApplication &application, const LockedDocumentItem &item)
{
    if (!item.isOpen || item.status != DocumentItemStatus::Requested)
        return {};
    if (auto done = DocumentRepo(unit.transaction(), unit.tenant()).setItem(item.id, DocumentItemStatus::Received, {}, unit.now());
        !done)
        return done;
    return endWhenComplete(unit, application, item.request);
}

Result<void> insert(UnitOfWork &unit, const LockedApplication &application, const NewDocument &document)
{
    const auto key = ApplicationRepo(unit.transaction(), unit.tenant()).keyOfApplicant(application.id, unit.keys());
    if (!key)
        return key.error();
    if (auto stored = DocumentRepo(unit.transaction(), unit.tenant()).insert(document, *key); !stored)
        return stored;
    const api::DocumentInfo &info = document.info;
    unit.audit({"application", application.id.uuid(), "document_uploaded", {},
                {{QStringLiteral("document_id"), info.id.toString()},
                 {QStringLiteral("document_kind"), toText(info.kind)},
                 {QStringLiteral("media_type"), toText(info.mediaType)},
                 {QStringLiteral("size_bytes"), info.sizeBytes},
                 {QStringLiteral("scan"), toText(info.scan)}}});
    return {};
}

/// As it reads from then on, with the name of who sent it.
Result<api::DocumentInfo> reread(UnitOfWork &unit, ApplicationId application, DocumentId id)
{
    const auto documents = DocumentRepo(unit.transaction(), unit.tenant()).listOf(application, unit.keys());
    if (!documents)
        return documents.error();
    for (const api::DocumentInfo &info : *documents)
        if (info.id == id)
            return info;
    return notFound();
}

Result<StoredDocument> readDocument(UnitOfWork &unit, ApplicationId application, DocumentId id)
{
    auto stored = DocumentRepo(unit.transaction(), unit.tenant()).read(application, id, unit.keys());
    if (!stored)
        return stored.error();
    return *stored ? Result<StoredDocument>(std::move(**stored)) : Result<StoredDocument>(notFound());
}

Result<void> recordVerdict(UnitOfWork &unit, const LockedApplication &application, const api::DocumentInfo &info, DocumentScan verdict)
{
    if (auto set = DocumentRepo(unit.transaction(), unit.tenant()).setScan(info.id, verdict, unit.now()); !set)
        return set;
    unit.audit({"application", application.id.uuid(), "document_scanned", {},
                {{QStringLiteral("document_id"), info.id.toString()}, {QStringLiteral("scan"), toText(verdict)}}});
    if (verdict == DocumentScan::Infected) {
        unit.notify({NoticeKind::DocumentInfected, "application", application.id.uuid(), {info.uploadedBy.id}});
        return {};
    }
    if (!info.itemId)
        return {};
    const auto item = DocumentRepo(unit.transaction(), unit.tenant()).lockItem(application.id, *info.itemId);
    if (!item)
        return item.error();
    return *item ? answerItem(unit, application, **item) : Result<void>();
}

} // namespace

Result<api::DocumentInfo> DocumentService::upload(const Actor &actor, ApplicationId application, const api::FileUpload &file,
                                                  const api::DocumentUploadQuery &query) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::DocumentInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DocumentInfo> {
        const auto locked = lockApplicationOf(unit, application);
        if (!locked)
            return locked.error();
        const auto item = lockItemOf(unit, application, query);
        if (!item)
            return item.error();
        auto info = judge(file);
        if (!info)
            return info;
        if (auto room = checkRoom(unit, *locked); !room)
            return room.error();
        info->id = DocumentId::make(unit.now());
        info->itemId = query.itemId;
        info->kind = query.kind.value_or(*item ? (*item)->kind : DocumentKind::Other);
        info->scan = m_scanner.isOn() ? DocumentScan::Quarantined : DocumentScan::NotScanned;
        info->uploadedBy.id = *actor.user;
        info->uploadedAt = unit.now();
        if (auto stored = insert(unit, *locked, {application, *info, file.content}); !stored)
            return stored.error();
        if (m_scanner.isOn())
            unit.enqueue(kScanDocument, {{QStringLiteral("application_id"), application.toString()},
                                         {QStringLiteral("document_id"), info->id.toString()}});
        else if (*item)
            if (auto answered = answerItem(unit, *locked, **item); !answered)
                return answered.error();
        return reread(unit, application, info->id);
    });
}

Result<api::DocumentFolder> DocumentService::folder(const Actor &actor, ApplicationId application) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::DocumentFolder>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DocumentFolder> {
        const auto known = ApplicationRepo(unit.transaction(), unit.tenant()).brief(application);
        if (!known)
            return known.error();
        if (!*known)
            return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
        DocumentRepo repo(unit.transaction(), unit.tenant());
        auto requests = repo.requestsOf(application, unit.keys());
        if (!requests)
            return requests.error();
        auto documents = repo.listOf(application, unit.keys());
        if (!documents)
            return documents.error();
        return api::DocumentFolder{std::move(*requests), std::move(*documents)};
    });
}

Result<api::FileDownload> DocumentService::download(const Actor &actor, ApplicationId application, DocumentId id) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::FileDownload>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::FileDownload> {
        auto stored = readDocument(unit, application, id);
        if (!stored)
            return stored.error();
        if (!stored->content)
            return conflict("person_erased", QStringLiteral("The applicant's personal data was erased, this document with it."));
        if (stored->info.scan == DocumentScan::Quarantined)
            return conflict("document_quarantined", QStringLiteral("The document is not scanned for malware yet."));
        if (stored->info.scan == DocumentScan::Infected)
            return conflict("document_infected", QStringLiteral("Malware was found in the document."));
        unit.audit({"application", application.uuid(), "document_viewed", {}, {{QStringLiteral("document_id"), id.toString()}}});
        return api::FileDownload{std::move(*stored->content), toText(stored->info.mediaType), stored->info.fileName};
    });
}

Result<std::optional<QByteArray>> DocumentService::unscannedContent(const Actor &system, ApplicationId application, DocumentId id) const
{
    using Content = std::optional<QByteArray>;
    return UnitOfWork::run<Content>(m_context, system, [&](UnitOfWork &unit) -> Result<Content> {
        auto stored = readDocument(unit, application, id);
        if (!stored)
            return stored.error();
        return stored->info.scan == DocumentScan::Quarantined ? std::move(stored->content) : Content();
    });
}

Result<void> DocumentService::scan(const Actor &system, ApplicationId application, DocumentId id) const
{
    const auto content = unscannedContent(system, application, id);
    if (!content)
        return content.error();
    if (!*content)
        return {}; // scanned by an earlier run, or erased
    // Outside of a transaction: nobody waits for the scanner.
    const auto verdict = m_scanner.scan(**content);
    if (!verdict)
        return verdict.error();
    const auto done = UnitOfWork::run<bool>(m_context, system, [&](UnitOfWork &unit) -> Result<bool> {
        const auto locked = lockApplicationOf(unit, application);
        if (!locked)
            return locked.error();
        const auto info = reread(unit, application, id);
        if (!info)
            return info.error();
        if (info->scan != DocumentScan::Quarantined)
            return false;
        const auto recorded = recordVerdict(unit, *locked, *info, *verdict);
        return recorded ? Result<bool>(true) : recorded.error();
    });
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace countersign
