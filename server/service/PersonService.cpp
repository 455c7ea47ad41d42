#include "server/service/PersonService.h"

#include "server/repo/ApplicationRepo.h"
#include "server/repo/DocumentRepo.h"
#include "server/repo/NoteRepo.h"
#include "server/repo/PersonRepo.h"
#include "server/service/CaseRead.h"
#include "server/service/StepUpService.h"

namespace countersign {

namespace {

Result<LockedPerson> lockPerson(UnitOfWork &unit, PersonId id)
{
    const auto locked = PersonRepo(unit.transaction(), unit.tenant(), unit.keys()).lock(id);
    if (!locked)
        return locked.error();
    if (!*locked)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such person."), {}};
    return **locked;
}

} // namespace

Result<void> eraseLocked(UnitOfWork &unit, PersonId id, const char *cause)
{
    if (auto erased = PersonRepo(unit.transaction(), unit.tenant(), unit.keys()).erase(id, unit.now()); !erased)
        return erased;
    if (auto forgotten = ApplicationRepo(unit.transaction(), unit.tenant()).forget(id); !forgotten)
        return forgotten;
    if (auto forgotten = DocumentRepo(unit.transaction(), unit.tenant()).forget(id); !forgotten)
        return forgotten;
    if (auto forgotten = NoteRepo(unit.transaction(), unit.tenant()).forget(id); !forgotten)
        return forgotten;
    unit.audit({"person", id.uuid(), "erased", {}, {{QStringLiteral("cause"), QLatin1String(cause)}}});
    return {};
}

Result<api::PersonErased> PersonService::erase(const Actor &actor, PersonId id) const
{
    return UnitOfWork::run<api::PersonErased>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::PersonErased> {
        const auto person = lockPerson(unit, id);
        if (!person)
            return person.error();
        if (auto proved = StepUpService::require(unit, StepUpAction::Erasure, id.uuid()); !proved)
            return proved.error();
        if (person->erasedAt)
            return api::PersonErased{id, *person->erasedAt};
        if (person->openApplications > 0)
            return Error{ErrorCode::Conflict,
                         QStringLiteral("person_has_open_applications"),
                         QStringLiteral("%1 applications of the person have not ended; decide or cancel them first.")
                             .arg(person->openApplications),
                         {}};
        if (auto erased = eraseLocked(unit, id, "request"); !erased)
            return erased.error();
        return api::PersonErased{id, unit.now()};
    });
}

Result<api::PersonExport> PersonService::exportAll(const Actor &actor, PersonId id) const
{
    return UnitOfWork::run<api::PersonExport>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::PersonExport> {
        const auto person = lockPerson(unit, id);
        if (!person)
            return person.error();
        api::PersonExport copy{id, person->createdAt, person->erasedAt, unit.now(), {}, {}};
        const auto applications = ApplicationRepo(unit.transaction(), unit.tenant()).idsOf(id);
        if (!applications)
            return applications.error();
        for (const ApplicationId application : *applications) {
            const auto read = readCase(unit, application);
            if (!read)
                return read.error();
            copy.applications.append(**read);
        }
        auto attributes = PersonRepo(unit.transaction(), unit.tenant(), unit.keys()).protectedAttributesOf(id);
        if (!attributes)
            return attributes.error();
        copy.protectedAttributes = std::move(*attributes);
        unit.audit(
            {"person", id.uuid(), "exported", {}, {{QStringLiteral("applications"), int(copy.applications.size())}}});
        return copy;
    });
}

} // namespace countersign
