// Proving again who one is, just before something that cannot be taken back.
#pragma once

#include "core/api/AuthDtos.h"
#include "server/service/AuthParts.h"

namespace countersign {

class StepUpService {
public:
    explicit StepUpService(const AuthParts &parts) : m_parts(parts) {}

    /// A token for one action on one object. Forbidden (`invalid_credentials`) for a wrong password or code, which counts as a
    /// failed sign-in; Invalid unless there is exactly one of them.
    Result<api::StepUpToken> stepUp(const Actor &actor, const api::StepUpRequest &request) const;

    /// Inside the unit that does the action: uses up the token of the actor's request. Forbidden (`step_up_required`)
    /// without one that was made for just this user, session, action and object, at most 120 s ago. When the unit rolls
    /// back, the token is as it was.
    static Result<> require(UnitOfWork &unit, StepUpAction action, const QUuid &object);

private:
    const AuthParts m_parts;
};

} // namespace countersign
