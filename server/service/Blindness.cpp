#include "server/service/Blindness.h"

#include "server/repo/SecondLookRepo.h"

namespace countersign {

Result<std::optional<ApplicationId>> hiddenFrom(UnitOfWork &unit)
{
    if (!unit.actor().user)
        return std::optional<ApplicationId>();
    const auto taken = SecondLookRepo(unit.transaction(), unit.tenant()).takenBy(*unit.actor().user);
    if (!taken)
        return taken.error();
    return *taken ? std::optional((*taken)->application) : std::nullopt;
}

Result<void> checkNotHidden(UnitOfWork &unit, ApplicationId application)
{
    const auto hidden = hiddenFrom(unit);
    if (!hidden)
        return hidden.error();
    if (*hidden != application)
        return {};
    return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
}

api::CaseDetail blinded(const api::CaseDetail &detail)
{
    api::CaseDetail shown;
    shown.id = detail.id;
    shown.externalId = detail.externalId;
    shown.status = ApplicationStatus::Review;
    shown.source = detail.source;
    shown.applicantName = detail.applicantName;
    shown.personId = detail.personId;
    shown.erasedAt = detail.erasedAt;
    shown.priorityCustomer = detail.priorityCustomer;
    shown.applicantData = detail.applicantData;
    shown.financialData = detail.financialData;
    shown.creditBureauData = detail.creditBureauData;
    shown.loanRequest = detail.loanRequest;
    shown.metadata = detail.metadata;
    shown.derived = detail.derived;
    shown.createdAt = detail.createdAt;
    return shown;
}

api::CaseDetail without(std::optional<ApplicationId> hidden, api::CaseDetail detail)
{
    const auto isHidden = [&hidden](const api::RelatedApplication &other) { return hidden && other.id == *hidden; };
    detail.possibleDuplicates.removeIf(isHidden);
    detail.otherApplications.removeIf(isHidden);
    return detail;
}

} // namespace countersign
