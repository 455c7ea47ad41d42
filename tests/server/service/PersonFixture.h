// The bank of the service tests, with applicants of whom everything is known.
#pragma once

#include "OverrideFixture.h"

#include "server/service/CaseService.h"
#include "server/service/PersonService.h"

namespace countersign {

inline constexpr int kApproved = 950; ///< a score that the policy approves by itself
inline constexpr int kToReview = 650;

class PersonFixture : public OverrideFixture {
public:
    api::ApplicationCreate fullApplication(int score);
    ApplicationId send(const api::ApplicationCreate &application); ///< and has it scored
    api::CaseDetail detail(ApplicationId id);                      ///< as the analyst sees it
    QStringList found(const QString &search);                      ///< ids of applications

    /// As somebody who has just proved for this who he is.
    Actor provedForErasure(const Actor &who, PersonId person); ///< in a session of his own, with a step-up
    Result<api::PersonErased> erase(const Actor &who, PersonId person);
};

} // namespace countersign
