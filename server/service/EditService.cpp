#include "server/service/EditService.h"

#include "core/api/ApplicationEdit.h"
#include "core/api/IntakeRules.h"
#include "server/repo/PolicyRepo.h"
#include "server/service/CaseRead.h"
#include "server/service/DocumentFlow.h"
#include "server/service/StaleVersion.h"

#include <QTimeZone>

namespace countersign {

namespace {

Result<void> checkEditable(UnitOfWork &unit, const LockedApplication &application, int version)
{
    if (application.version != version)
        return staleVersion(unit, application.id, "application", application.version, toText(application.status));
    if (application.status == ApplicationStatus::Pending)
        return {};
    return Error{ErrorCode::Conflict, QStringLiteral("not_editable"),
                 QStringLiteral("The application is %1: only a pending one is corrected.").arg(toText(application.status)), {}};
}

Result<api::CaseDetail> detailOf(UnitOfWork &unit, ApplicationId id)
{
    auto found = readCase(unit, id);
    if (!found)
        return found.error();
    if (*found)
        return std::move(**found);
    return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
}

/// The faults of the application as it is to be.
Result<void> check(UnitOfWork &unit, const api::CaseDetail &before, const api::ApplicationCreate &after, const ActivePolicy &active)
{
    const QDate today = toDateTime(unit.now()).toTimeZone(QTimeZone(active.timeZone)).date();
    QList<FieldError> faults = validateIntake(after, active.currency, today);
    faults.append(validateCorrection(before, after));
    if (faults.isEmpty())
        return {};
    return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The request has wrong fields; see errors."), faults};
}

/// Sealed anew as a whole; new addresses and numbers find the person from then on.
Result<void> store(UnitOfWork &unit, ApplicationId id, const api::ApplicationCreate &after, const ActivePolicy &active)
{
    const auto people = PersonRepo(unit.transaction(), unit.tenant(), unit.keys()).findOrMake({&after.applicantData.personal}, unit.now());
    if (!people)
        return people.error();
    const LoanInputs inputs = loanInputsOf(after.applicantData, after.financialData, after.creditBureauData, after.loanRequest);
    return ApplicationRepo(unit.transaction(), unit.tenant())
        .update({id, after, derivedOf(inputs, after.loanRequest, active.policy.indicativeRate), {}}, people->first(), unit.now());
}

} // namespace

Result<api::CaseDetail> EditService::correct(const Actor &actor, ApplicationId id, const api::ApplicationPatch &patch, int version) const
{
    return UnitOfWork::run<api::CaseDetail>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::CaseDetail> {
        const auto locked = lockApplicationOf(unit, id);
        if (!locked)
            return locked.error();
        if (auto editable = checkEditable(unit, *locked, version); !editable)
            return editable.error();
        const auto before = detailOf(unit, id);
        if (!before)
            return before;
        const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
        if (!active)
            return active.error();
        const api::ApplicationCreate after = corrected(*before, patch);
        if (auto good = check(unit, *before, after, *active); !good)
            return good.error();
        const ChangedFields changed = changedFields(*before, after);
        if (changed.before.isEmpty() && changed.after.isEmpty())
            return before;
        if (auto stored = store(unit, id, after, *active); !stored)
            return stored.error();
        unit.audit({"application", id.uuid(), "corrected", changed.before, changed.after});
        // The first job reads what is there when it runs; it may have died, and a second one finds nothing to do.
        unit.enqueue(kScoreApplication, {{QStringLiteral("application_id"), id.toString()}});
        return detailOf(unit, id);
    });
}

} // namespace countersign
