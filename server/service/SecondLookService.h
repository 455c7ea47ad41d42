// Decisions that somebody else makes again without knowing the first one, and what that says of people's agreement.
#pragma once

#include "core/api/SecondLookDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// A person's decision that has come into force.
struct DecisionInForce {
    DecisionId decision;
    ApplicationId application;
    UserId decidedBy;
    std::optional<UserId> signedBy;
    bool isLowSideOverride = false;
};

/// Draws whether it is decided again, in the unit that puts it into force; the draw is recorded either way.
Result<void> drawSecondLook(UnitOfWork &unit, const DecisionInForce &decided);

/// NotFound for second looks of other tenants; Conflict (`stale_version`, `second_look_not_open`).
class SecondLookService {
public:
    explicit SecondLookService(const ServiceContext &context) : m_context(context) {}

    Result<Page<api::SecondLookInfo>> list(const Actor &actor, const api::SecondLookQuery &query) const;

    /// The one the caller has, or the oldest that he may have: he has never done anything with the case, not even looked at
    /// it. Forbidden (`cannot_be_blind`) for who may read the record or everything about a person.
    Result<api::NextSecondLook> next(const Actor &actor) const;
    /// By who has it; NotFound for everybody else. A different outcome goes to the senior analysts.
    Result<api::SecondLookInfo> decide(const Actor &actor, SecondLookId id, const api::SecondDecision &request,
                                       int version) const;
    Result<> release(const Actor &actor, SecondLookId id, int version) const;
    /// Forbidden (`needs_third_person`) for who decided or signed one of the two.
    Result<api::SecondLookInfo> settle(const Actor &actor, SecondLookId id, const api::SecondDecision &request,
                                       int version) const;

    /// Invalid (`not_after_from_date`) when the time is empty.
    Result<api::AgreementReport> agreement(const Actor &actor, const api::AgreementQuery &query) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
