#include "server/service/NoteService.h"

#include "server/repo/NoteRepo.h"
#include "server/service/Blindness.h"
#include "server/service/DocumentFlow.h"

namespace countersign {

Result<api::NoteInfo> NoteService::create(const Actor &actor, ApplicationId application, const api::NoteCreate &note) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::NoteInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::NoteInfo> {
        // Locked, so that an erasure either finds the note or leaves no key for it.
        if (const auto locked = lockApplicationOf(unit, application); !locked)
            return locked.error();
        if (auto open = checkNotHidden(unit, application); !open)
            return open.error();
        NoteRepo notes(unit.transaction(), unit.tenant());
        const auto count = notes.count(application);
        if (!count)
            return count.error();
        if (*count >= kMaxNotes)
            return Error{ErrorCode::Conflict, QStringLiteral("too_many_notes"),
                         QStringLiteral("There are %1 notes about the application already.").arg(*count), {}};
        const auto key = ApplicationRepo(unit.transaction(), unit.tenant()).keyOfApplicant(application, unit.keys());
        if (!key)
            return key.error();
        const api::NoteInfo made{NoteId::make(unit.now()), note.text, {*actor.user, {}}, unit.now()};
        if (auto stored = notes.insert(application, made, *key); !stored)
            return stored.error();
        unit.audit({"application", application.uuid(), "note_added", {}, {{QStringLiteral("note_id"), made.id.toString()}}});
        const auto all = notes.listOf(application, unit.keys());
        if (!all)
            return all.error();
        return all->first(); // with the name of who wrote it
    });
}

Result<api::NoteList> NoteService::list(const Actor &actor, ApplicationId application) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::NoteList>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::NoteList> {
        const auto known = ApplicationRepo(unit.transaction(), unit.tenant()).brief(application);
        if (!known)
            return known.error();
        if (!*known)
            return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
        if (auto open = checkNotHidden(unit, application); !open)
            return open.error();
        auto notes = NoteRepo(unit.transaction(), unit.tenant()).listOf(application, unit.keys());
        return notes ? Result<api::NoteList>(api::NoteList{std::move(*notes)}) : notes.error();
    });
}

} // namespace countersign
