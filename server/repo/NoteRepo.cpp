#include "server/repo/NoteRepo.h"

#include "server/repo/DocumentTexts.h"

namespace countersign {

namespace {

constexpr char kSealedText[] = "sealed_text";

} // namespace

Result<void> NoteRepo::insert(ApplicationId application, const api::NoteInfo &note, const SecretKey &key)
{
    Query insert = m_transaction.query("note/insert");
    return insert.bind("tenant_id", m_tenant)
        .bind("id", note.id)
        .bind("application_id", application)
        .bind("author_id", note.author.id)
        .bind("sealed_text", seal(key, 0, {m_tenant, note.id.uuid(), kSealedText}, note.text.toUtf8()))
        .bind("now", note.createdAt)
        .exec();
}

Result<int> NoteRepo::count(ApplicationId application)
{
    Query row = m_transaction.query("note/count");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    row.next();
    return row.get<int>("notes");
}

Result<QList<api::NoteInfo>> NoteRepo::listOf(ApplicationId application, const KeyRing &keys)
{
    Query row = m_transaction.query("note/list");
    row.bind("tenant_id", m_tenant).bind("application_id", application).bind("limit", kMaxNotes);
    if (auto done = row.exec(); !done)
        return done.error();
    const repo::Opener opener{keys, m_tenant};
    QList<api::NoteInfo> notes;
    while (row.next()) {
        const auto key = opener.keyOf(row);
        if (!key)
            return key.error();
        const auto id = row.get<NoteId>("id");
        const auto text = repo::openedText(*key, {m_tenant, id.uuid(), kSealedText}, row.get<QByteArray>(kSealedText));
        if (!text)
            return text.error();
        notes.append({id, *text, {row.get<UserId>("author_id"), row.get<QString>("author_name")}, row.get<Instant>("created_at")});
    }
    return notes;
}

Result<void> NoteRepo::forget(PersonId person)
{
    Query forget = m_transaction.query("note/forget_person");
    return forget.bind("tenant_id", m_tenant).bind("person_id", person).exec();
}

} // namespace countersign
